"""No rule stands there for nothing: without any one of them some conversation would go another way."""

from __future__ import annotations

import contextlib
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from nwd.settings import ROOT
from tests.conversations import test_phones
from tests.conversations.playing import SCRIPTS, a_clock_of_its_own, expected, step
from tests.conversations.recorder import Recorder
from tests.conversations.script import Script, read
from tests.conversations.stage import Said, Stage

pytestmark = [pytest.mark.long, pytest.mark.rasa]
MOVES = ">@=~*"
SECONDS = 600
"""Five minutes of one core, on a machine that does other things besides."""


def moves(stage: Stage, script: Script) -> None:
    """The person's own moves; what they are told is for ``playing`` to judge."""
    visitor, said = stage.person(), Said()
    with a_clock_of_its_own(stage):
        for place, line in enumerate(script.lines):
            if line.mark in MOVES:
                said = step(stage, visitor, line, said)
            if line.mark == "=":
                said = visitor.hear(expected(script.lines[place + 1 :]))


@pytest.fixture(scope="module")
def report(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    turns: dict[str, Any] = {}
    for path in SCRIPTS:
        with Recorder(stage).listening() as recorder, contextlib.suppress(AssertionError):
            moves(stage, read(path))
        stage.go_on()
        turns |= {f"{path.stem} {n}": kept for n, kept in enumerate(recorder.conversations.values())}
    for joined in (
        test_phones.test_a_conversation_goes_on_from_another_phone_at_the_same_question,
        test_phones.test_who_has_letters_hears_how_they_stand,
        test_phones.test_of_two_chats_that_told_nothing_nothing_is_shown,
    ):
        with Recorder(stage).listening() as recorder, contextlib.suppress(AssertionError):
            joined(stage)
        turns |= {f"{joined.__name__} {n}": kept for n, kept in enumerate(recorder.conversations.values())}
    return missed(turns, tmp_path_factory.mktemp("turns") / "turns.json")


def missed(turns: dict[str, Any], file: Path) -> dict[str, Any]:
    file.write_text(json.dumps(turns))
    done = subprocess.run(
        [ROOT / "nlu/.venv/bin/python", "-W", "ignore", "-m", "tests.conversations.missed_rules_in_rasa", file],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_rules_alone_say_what_was_recorded(report: dict[str, Any]) -> None:
    assert report["strange"] == []


def test_every_rule_is_missed_by_a_conversation(report: dict[str, Any]) -> None:
    assert [rule for rule, where in report["missed"].items() if where is None] == []
