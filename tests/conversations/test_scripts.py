"""Every other script; the rest are in ``test_scripts_too.py``, so that two workers can play at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conversations.coverage import Coverage
from tests.conversations.playing import SCRIPTS, played
from tests.conversations.stage import Stage

pytestmark = pytest.mark.rasa


@pytest.mark.parametrize("path", SCRIPTS[::2], ids=lambda path: path.stem)
def test_a_conversation_goes_as_written(stage: Stage, path: Path, coverage: Coverage) -> None:
    played(stage, path, coverage)


def test_together_they_utter_every_response(together: Coverage) -> None:
    assert together.not_uttered() == []
    assert together.uttered_against_the_list() == []


def test_together_they_fill_every_slot_in_every_way(together: Coverage) -> None:
    assert together.not_filled() == []
