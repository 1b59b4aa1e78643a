"""Which waiting inbounds one turn answers: the first, and after it the texts that can be read as one message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from bot.gateway.codes import code_of
from bot.gateway.presses import typed_press
from bot.store.model import Position, Waiting

MOST_JOINED = 20
IsUrgent = Callable[[Waiting], bool]


def batch_of(position: Position, waiting: Sequence[Waiting], held: bool, *, is_urgent: IsUrgent) -> Sequence[Waiting]:
    """The inbounds of the next turn, in order. Unprompted events wait until the person has taken up the conversation.

    Stop and danger pass all else: they need no Rasa. The rest waits while the conversation is ``held`` by a turn that
    is late; what was written before words of danger waits until somebody is out of it, as such a turn does. Buttons
    and typed presses are turns of their own.
    """
    urgent = next((w for w in waiting if is_urgent(w)), None)
    if urgent:
        return [urgent]
    in_danger = position.status == "crisis_waiting"
    if held and not in_danger:
        return []
    ours = [w for w in waiting if w.kind != "event" or position.status == "open"]
    ours = [w for w in ours if not in_danger or w.id > position.danger]
    if not ours or not _joins(ours[0], position):
        return ours[:1]
    first = ours[0]
    return list(takewhile(lambda w: w.address == first.address and _joins(w, position), ours))[:MOST_JOINED]


def _joins(waiting: Waiting, position: Position) -> bool:
    return (
        waiting.kind == "text"
        and position.status == "open"
        and typed_press(waiting.text, position) is None
        and code_of(waiting.text) is None
    )
