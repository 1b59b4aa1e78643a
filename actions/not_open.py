"""Why a place is not open to somebody, as they may be told it."""

from __future__ import annotations

from collections.abc import Mapping

from actions.base import Act, Turn
from actions.looking import ALL, look

NOT_OPEN: Mapping[str, str] = {
    "jobcentre": "utter_not_open_takes_none",
    "age": "utter_not_open_age", "under_16": "utter_not_open_age", "child_safeguarding": "utter_not_open_age",
    "area": "utter_not_open_area",
    "women_only": "utter_not_open_women_only",
    "men_only": "utter_not_open_men_only",
    "ethnicity": "utter_not_open_group",
    "condition": "utter_not_open_group",
    "diagnosis": "utter_not_open_group",
    "group": "utter_not_open_group",
    "right_to_work": "utter_not_open_group",
    "language": "utter_not_open_group",
    "times": "utter_not_open_times",
    "cannot_meet": "utter_not_open_needs",
    "closed": "utter_not_open_closed",
    "ended": "utter_not_open_closed",
    "full": "utter_not_open_full",
    "stale": "utter_not_open_closed",
}  # fmt: skip
"""What is said why a place is not open to somebody; what they themselves turned down is, once they ask for it."""


def why_not_open(action: Act, turn: Turn, service_id: str) -> str | None:
    """The response that says why a place is not open to this person; None where it is open."""
    directory = action.deps.directory()
    if not directory.provider_of(directory.services[service_id]).takes_introductions:
        return "utter_not_open_takes_none"
    excluded = look(action.deps, turn.person, action.facts(turn), limit=ALL).excluded
    return next((NOT_OPEN.get(one.reason) for one in excluded if one.service_id == service_id), None)
