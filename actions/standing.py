"""Whether the letter still stands above in the chat as it was shown; then nobody is made to read it again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from rasa_sdk.events import SlotSet

from actions.base import Events, Turn
from introductions.model import Draft

STANDS_FOR = timedelta(hours=1)


def shown(draft: Draft, now: datetime) -> Events:
    """The letter was shown word for word just now."""
    standing = {"letter": draft.id, "at": now.isoformat(), "beside": 0}
    return [SlotSet("letter_version", draft.version), SlotSet("letter_shown", standing)]


def spoken_beside(turn: Turn) -> Events:
    """Something else was said since, and the letter was pointed at."""
    return [SlotSet("letter_shown", {**_standing(turn), "beside": _beside(turn) + 1})]


def was_pointed_at(turn: Turn) -> bool:
    """Whether other words for it are wanted: it was pointed at just now in the first ones."""
    return _beside(turn) % 2 == 1


def _beside(turn: Turn) -> int:
    return int(_standing(turn).get("beside") or 0)


def unseen() -> Events:
    """It is to be shown before anything is agreed to."""
    return [SlotSet("letter_version", None), SlotSet("letter_shown", None)]


def stands_above(turn: Turn, draft: Draft, now: datetime) -> bool:
    is_this = _standing(turn).get("letter") == draft.id and turn.slots.get("letter_version") == draft.version
    return is_this and _is_near(turn, now)


def version_agreed(turn: Turn, draft: Draft, now: datetime) -> int:
    """The version of this letter that the yes is about: the button's, else the one shown last; 0 for none.

    A typed yes comes straight after the letter; with other words between, only while the letter is near.
    """
    tapped = turn.picked.get("version")
    if tapped:
        return int(tapped) if turn.picked.get("letter") == draft.id else 0
    standing = _standing(turn)
    if standing.get("letter") != draft.id or (standing.get("beside") and not _is_near(turn, now)):
        return 0
    return int(turn.slots.get("letter_version") or 0)


def _standing(turn: Turn) -> dict[str, Any]:
    return dict(turn.slots.get("letter_shown") or {})


def _is_near(turn: Turn, now: datetime) -> bool:
    at = _standing(turn).get("at")
    return at is not None and timedelta() <= now - datetime.fromisoformat(at) < STANDS_FOR
