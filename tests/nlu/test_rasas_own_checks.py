"""Rasa's own checks of the very dialogue we train: `rasa data validate`, and its test stories against the model."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nlu.project import Project
from tests.nlu.harness import ROOT

STORIES = Path(__file__).parent / "stories"
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}


def python(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *map(str, arguments)]
    environment = {**os.environ, **QUIET}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def trained() -> Path:
    """The model of what stands in the files now."""
    done = python("nlu.train")
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip().splitlines()[-1])


def test_rasa_finds_no_fault_with_what_the_model_is_made_of(trained: Path) -> None:
    project = Project()
    of_it = ["--config", project.config, "--domain", trained.with_name("domain.yml"), "--data", *project.data()]
    done = python("rasa", "data", "validate", "--fail-on-warnings", *of_it)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def test_the_model_goes_the_way_of_every_test_story(trained: Path, tmp_path: Path) -> None:
    how = ["--e2e", "--fail-on-prediction-errors", "--no-plot", "--out", tmp_path]
    done = python("tests.nlu.stories_in_rasa", "test", "core", "--stories", STORIES, "--model", trained, *how)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    played = (tmp_path / "failed_test_stories.yml").read_text()
    assert "all good" in played, played
