"""A turn that is tried again after its work was written down: the yes is still a yes."""

from __future__ import annotations

from actions.take_in import TakeIn
from introductions import Introductions
from tests.actions.conftest import Run
from tests.introductions.steps import MARCIA, Story


def test_the_tap_on_agree_counts_though_the_yes_was_kept_already(story: Story, room: Introductions, run: Run) -> None:
    story.known()
    assert room.person(MARCIA).keep == "agreed"
    message = {"intent": {"name": "inform"}, "text": "I'm 18+ and I agree", "metadata": {"turn": "t1"}}
    tapped = [{"entity": "answer", "value": "agree"}]
    said = run(TakeIn, form="welcome_form", requested_slot="agreed", message={**message, "entities": tapped})
    assert {"event": "slot", "timestamp": None, "name": "agreed", "value": "agree"} in said.events
