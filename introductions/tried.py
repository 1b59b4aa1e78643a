"""What came of a person's letters to a place, so that it is not shown again as though nothing had been."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from introductions.model import Introduction, Offer
from introductions.states import ENDED, State

Came = Literal[
    "unanswered", "said_no", "said_no_full", "said_no_not_fit", "said_no_closed", "taken_back", "over", "with_them"
]
"""``with_them``: a letter or a meeting is under way; ``over``: it went quiet or came to its end."""

UNANSWERED: Came = "unanswered"
_ENDS: Mapping[State, Came] = {
    State.EXPIRED: "unanswered",
    State.WITHDRAWN: "taken_back",
    State.LAPSED: "over",
    State.CLOSED: "over",
}
_NO: Mapping[str, Came] = {"full": "said_no_full", "not_fit": "said_no_not_fit", "closed": "said_no_closed"}


def tried(introductions: Iterable[Introduction]) -> dict[str, Came]:
    """By service, what came of the newest letter, where that matters; ``introductions`` come newest first."""
    found: dict[str, Came | None] = {}
    for one in introductions:
        if one.state is not State.DISCARDED and one.service_id not in found:
            found[one.service_id] = _came(one)
    return {service_id: came for service_id, came in found.items() if came}


def shown_since(offers: Sequence[Offer], one: Introduction) -> bool:
    """Whether other places were shown since the one that got this letter."""
    theirs = [offer.turn for offer in offers if offer.service_id == one.service_id]
    return bool(theirs) and offers[-1].turn != theirs[-1]


def _came(one: Introduction) -> Came | None:
    """None where nothing reached the place, or our own fault ended it."""
    if any(event.data.get("reason") == "incident" for event in one.events):
        return None
    ended = one.ended_as or one.state
    if ended is State.DECLINED:
        return _NO.get(one.why_declined, "said_no")
    if ended in ENDED:
        return _ENDS.get(ended)
    return "with_them"
