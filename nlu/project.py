"""What a model is made of: the dialogue's files as one domain, and a fingerprint of everything that goes in.

Needs no Rasa, so that finding out that nothing has changed takes no time.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterable, List

import yaml

ROOT = Path(__file__).resolve().parent.parent
NLU = ROOT / "nlu"
MAKES_THE_MODEL = ("requirements.txt", "component.py", "model_domain.py")


class DomainError(Exception):
    """The dialogue's files contradict each other; the message names both."""


@dataclass(frozen=True)
class Project:
    """A dialogue: a folder with ``domain/``, ``copy/``, ``rules/``, perhaps ``stories/``, and examples of intents."""

    dialogues: Path = ROOT / "bot" / "dialogues"
    config: Path = NLU / "config.yml"
    examples: Path = NLU / "data"

    def domain_files(self) -> List[Path]:
        return _yaml_files(self.dialogues / "domain") + _yaml_files(self.dialogues / "copy")

    def data(self) -> List[Path]:
        """Folders of training data, for ``rasa train --data``."""
        folders = (self.dialogues / "rules", self.dialogues / "stories", self.examples)
        return [folder for folder in folders if folder.exists()]

    def fingerprint(self) -> str:
        """16 hexadecimal digits that change with any input of the model.

        Words that understanding knows are not among them: Rasa's model holds only where to find it.
        """
        files = [*self.domain_files(), *(file for folder in self.data() for file in _yaml_files(folder))]
        files += [self.config, Path(__file__), *(NLU / name for name in MAKES_THE_MODEL)]
        digest = hashlib.sha256()
        for file in files:
            content = file.read_bytes()
            digest.update(f"{file.name} {len(content)}\n".encode() + content)
        return digest.hexdigest()[:16]

    def model(self, models: Path) -> Path:
        """Where the model of this very dialogue lies, if it has been trained."""
        return models / f"nwd-{self.fingerprint()}.tar.gz"


def _yaml_files(folder: Path) -> List[Path]:
    return sorted(folder.rglob("*.yml"))


def merged_domain(files: Iterable[Path]) -> Dict[str, Any]:
    """All files as one domain. Raises DomainError when two give the same thing: Rasa would quietly take either."""
    merged: Dict[str, Any] = {"version": "3.1"}
    origin: Dict[str, Path] = {}
    for file in files:
        for section, content in (yaml.safe_load(file.read_text()) or {}).items():
            if section == "version":
                continue
            for name in content:
                key = f"{section} {name if isinstance(name, str) else next(iter(name))}"
                if key in origin:
                    raise DomainError(f"{key} stands in {origin[key].name} and in {file.name}: keep one")
                origin[key] = file
            if isinstance(content, list):
                merged.setdefault(section, []).extend(content)
            else:
                merged.setdefault(section, {}).update(content)
    return merged
