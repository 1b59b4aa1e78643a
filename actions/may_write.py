"""The consent to our writing first, however it was given or taken back."""

from __future__ import annotations

from actions.base import Act, Turn


def let_us_write(action: Act, turn: Turn, title: str, *, agreed: bool) -> None:
    """Record it, with the words of ``title`` (a response's name) that were tapped or meant."""
    channel, wording = action.deps.position(turn.person).channel, action.deps.say(title)
    action.people.set_messages(turn.person, agreed, channel=channel, how="tap", wording=wording, key=action.key(turn))
