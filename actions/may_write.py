"""The consent to our writing first, however it was given or taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

from actions.base import Act, Turn
from introductions.model import How

MAY_WRITE_ASKED = "may_write_asked"
"""The slot that holds when this was asked, while the question waits for its answer."""
STANDS_FOR = timedelta(minutes=10)
"""So long a yes in words answers it; its buttons always do."""


def let_us_write(action: Act, turn: Turn, title: str, *, agreed: bool, how: How = "tap") -> None:
    """Record it, with the words of ``title`` (a response's name) that were tapped or meant."""
    channel, wording = action.deps.position(turn.person).channel, action.deps.say(title)
    action.people.set_messages(turn.person, agreed, channel=channel, how=how, wording=wording, key=action.key(turn))


def waits_for_a_yes(action: Act, turn: Turn) -> bool:
    """Whether a yes that was just typed answers the question if we may write."""
    at = turn.slots.get(MAY_WRITE_ASKED)
    return at is not None and action.deps.clock.now() - datetime.fromisoformat(str(at)) < STANDS_FOR
