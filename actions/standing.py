"""Whether the letter still stands above in the chat as it was shown; then nobody is made to read it again."""

from __future__ import annotations

from datetime import datetime, timedelta

from rasa_sdk.events import SlotSet

from actions.base import Events, Turn

STANDS_FOR = timedelta(hours=1)


def shown(version: int, now: datetime) -> Events:
    """The letter was shown word for word just now."""
    return [SlotSet("letter_version", version), SlotSet("letter_shown", {"at": now.isoformat(), "beside": False})]


def spoken_beside(turn: Turn) -> Events:
    """Something else was said since, and the letter was pointed at."""
    return [SlotSet("letter_shown", {**(turn.slots.get("letter_shown") or {}), "beside": True})]


def unseen() -> Events:
    """It is to be shown before anything is agreed to."""
    return [SlotSet("letter_version", None), SlotSet("letter_shown", None)]


def stands_above(turn: Turn, version: int, now: datetime) -> bool:
    return turn.slots.get("letter_version") == version and _is_near(turn, now)


def version_agreed(turn: Turn, now: datetime) -> int:
    """The version of the letter that the yes is about: the button's, else the one shown last; 0 for none.

    A typed yes comes straight after the letter; with other words between, only while the letter is near.
    """
    tapped = turn.picked.get("version")
    if tapped:
        return int(tapped)
    is_beside = bool((turn.slots.get("letter_shown") or {}).get("beside"))
    return 0 if is_beside and not _is_near(turn, now) else int(turn.slots.get("letter_version") or 0)


def _is_near(turn: Turn, now: datetime) -> bool:
    at = (turn.slots.get("letter_shown") or {}).get("at")
    return at is not None and timedelta() <= now - datetime.fromisoformat(at) < STANDS_FOR
