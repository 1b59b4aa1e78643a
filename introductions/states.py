"""The states of an introduction and every change between them."""

from __future__ import annotations

from enum import StrEnum

from introductions.errors import ImpossibleChange


class State(StrEnum):
    DRAFT = "draft"
    QUEUED = "queued"
    SENT = "sent"
    QUESTION = "question"
    ON_HOLD = "on_hold"
    ACCEPTED = "accepted"
    CONTACT_MADE = "contact_made"
    MET = "met"
    GOING = "going"
    DECLINED = "declined"
    EXPIRED = "expired"
    LAPSED = "lapsed"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    DISCARDED = "discarded"


S = State
_WAITING = frozenset({S.QUESTION, S.ACCEPTED, S.ON_HOLD, S.DECLINED, S.EXPIRED, S.FAILED, S.WITHDRAWN})

CHANGES: dict[State, frozenset[State]] = {
    S.DRAFT: frozenset({S.QUEUED, S.DISCARDED}),
    S.QUEUED: frozenset({S.SENT, S.WITHDRAWN, S.FAILED}),
    S.SENT: _WAITING,
    S.QUESTION: _WAITING,
    S.ON_HOLD: frozenset({S.ACCEPTED, S.DECLINED, S.EXPIRED, S.WITHDRAWN}),
    S.ACCEPTED: frozenset({S.CONTACT_MADE, S.MET, S.DECLINED, S.LAPSED, S.WITHDRAWN}),
    S.CONTACT_MADE: frozenset({S.MET, S.LAPSED, S.WITHDRAWN}),
    S.MET: frozenset({S.GOING, S.CLOSED, S.WITHDRAWN}),
    S.GOING: frozenset({S.CLOSED, S.WITHDRAWN}),
    S.DECLINED: frozenset({S.CLOSED}),
    S.EXPIRED: frozenset({S.CLOSED}),
    S.LAPSED: frozenset({S.CLOSED}),
    S.FAILED: frozenset({S.CLOSED}),
    S.WITHDRAWN: frozenset({S.CLOSED}),
    S.CLOSED: frozenset(),
    S.DISCARDED: frozenset(),
}

ENDED = frozenset({S.DECLINED, S.EXPIRED, S.LAPSED, S.FAILED, S.WITHDRAWN, S.CLOSED, S.DISCARDED})
"""Nothing more passes between the two sides."""

AWAITING_PROVIDER = frozenset({S.SENT, S.QUESTION, S.ON_HOLD})
"""The provider's answer is what comes next (after the person's, while a question is open)."""

RELAYING = frozenset({S.SENT, S.QUESTION, S.ON_HOLD, S.ACCEPTED, S.CONTACT_MADE, S.MET, S.GOING})
"""Both sides know of each other, so words may pass."""

HIDDEN = frozenset({S.DECLINED, S.WITHDRAWN, S.EXPIRED, S.LAPSED, S.FAILED, S.CLOSED})
"""The provider's page shows states only."""


def changed(now: State, to: State) -> State:
    """``to``, if the table allows it from ``now``; else ImpossibleChange, naming both states."""
    if to not in CHANGES[now]:
        raise ImpossibleChange(f"an introduction that is {now} cannot become {to}")
    return to
