"""``python -m nlu.train``: train the dialogue, unless a model of exactly these inputs is there already."""

from __future__ import annotations

import argparse
import contextlib
import logging
import os
import sys
import time
from pathlib import Path
from typing import Iterator

import yaml

from nlu.project import ROOT, DomainError, Project, merged_domain

MODELS = ROOT / "var" / "models"


def train(project: Project, models: Path, *, force: bool = False) -> Path:
    """The path of the model. Also leaves the merged domain beside it, for Rasa's own checks. Raises DomainError."""
    model = project.model(models)
    domain = models / "domain.yml"
    if model.exists() and domain.exists() and not force:
        return model
    models.mkdir(parents=True, exist_ok=True)
    domain.write_text(yaml.safe_dump(merged_domain(project.domain_files()), allow_unicode=True, sort_keys=False))
    started = time.monotonic()
    _say("Training the dialogue (about 20 seconds; again only when its files change)")
    with _quietly(models / "train.log"):
        _train(project, domain, models, model)
    for old in models.glob("nwd-*.tar.gz"):
        if old != model:
            old.unlink()
    _say(f"Trained in {time.monotonic() - started:.0f} seconds")
    return model


def _train(project: Project, domain: Path, models: Path, model: Path) -> None:
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ["RASA_CACHE_DIRECTORY"] = str(models / "cache")
    sys.path.insert(0, str(ROOT))
    import rasa.model_training
    import structlog
    from rasa.shared.exceptions import RasaException

    from nlu.model_domain import keep_json

    keep_json()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    unfinished = f"unfinished-{os.getpid()}.tar.gz"
    try:
        result = rasa.model_training.train(
            domain=str(domain),
            config=str(project.config),
            training_files=[str(folder) for folder in project.data()],
            output=str(models),
            force_training=True,
            fixed_model_name=unfinished,
        )
    except RasaException as error:
        raise DomainError(f"Rasa refuses the dialogue: {error}") from error
    if not result.model:
        raise DomainError(f"Rasa made no model; {models / 'train.log'} says why")
    Path(result.model).replace(model)


@contextlib.contextmanager
def _quietly(log: Path) -> Iterator[None]:
    """Rasa's progress bars and its libraries' warnings go to a file: thousands of lines that say nothing to do."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = [os.dup(number) for number in (1, 2)]
    with log.open("wb") as file:
        for number in (1, 2):
            os.dup2(file.fileno(), number)
    try:
        yield
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        for number, was in zip((1, 2), kept, strict=True):
            os.dup2(was, number)
            os.close(was)


def _say(line: str) -> None:
    sys.stderr.write(f"• {line}\n")
    sys.stderr.flush()


def main() -> int:
    options = argparse.ArgumentParser(prog="nlu.train", description=__doc__)
    options.add_argument(
        "--dialogues", type=Path, default=Project.dialogues, help="folder with domain/, copy/ and rules/"
    )
    options.add_argument("--config", type=Path, default=Project.config)
    options.add_argument("--examples", type=Path, default=Project.examples, help="folder of example sentences")
    options.add_argument("--models", type=Path, default=MODELS, help="where the model goes")
    options.add_argument("--force", action="store_true", help="train even if nothing has changed")
    chosen = options.parse_args()
    try:
        model = train(Project(chosen.dialogues, chosen.config, chosen.examples), chosen.models, force=chosen.force)
    except DomainError as error:
        _say(str(error))
        return 2
    sys.stdout.write(f"{model}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
