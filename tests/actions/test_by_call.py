"""A first step that is a call: nowhere to go, and who needs whose number."""

from __future__ import annotations

import pytest

from actions.meeting import BY_CALL
from bot.copy import Copy
from introductions.ringing import ringing


@pytest.mark.parametrize("step", ["a video call", "a call on zoom", "they post you a link to a call"])
def test_a_call_on_a_screen_needs_no_number(step: str) -> None:
    assert Copy().text(BY_CALL[ringing(step, "Tuesday at 10", [])]) == "It's a call, so there's nowhere to go."
