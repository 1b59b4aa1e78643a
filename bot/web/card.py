"""The door card: what a person shows at the door of the place that expects them, on screen or on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.web.later import MEETING
from bot.web.letter import lay_out
from introductions.errors import LinkError
from introductions.model import Introduction
from nwd.cipher import Cipher

LIFE = timedelta(days=30)
_KIND = "card"

LINES = ("read", "time", "quiet", "write", "with_me")
"""What a person may put on the card by a tap, each off until then; ``card_open.html`` words them."""


def card_url(cipher: Cipher, base_url: str, introduction_id: str, now: datetime) -> str:
    """A link to the card of an accepted introduction, signed, that ends after LIFE. It is the person's alone."""
    until = int((now + LIFE).timestamp())
    return f"{base_url}/card/{cipher.sign(f'{_KIND}.{introduction_id}.{until:x}')}"


def introduction_of_card(cipher: Cipher, token: str, now: datetime) -> str:
    """The introduction that a card's link names. Raises LinkError ``forged`` or ``expired``."""
    signed = cipher.unsign(token) if token.isascii() and len(token) < 200 else None
    kind, _, rest = (signed or "").partition(".")
    introduction_id, _, until = rest.rpartition(".")
    if signed is None or kind != _KIND or not introduction_id:
        raise LinkError("forged")
    if datetime.fromtimestamp(int(until, 16), UTC) <= now:
        raise LinkError("expired")
    return introduction_id


@dataclass(frozen=True)
class Card:
    """``helps`` and ``language`` only where the letter they agreed to says so."""

    name: str
    contact: str
    when: str
    helps: str
    language: str


def card_of(one: Introduction) -> Card | None:
    """None before the place said hello and after the end."""
    if one.state not in MEETING or not one.contact:
        return None
    letter = lay_out(one.page_text)
    said = {line.label: line.text for line in letter.lines}
    return Card(
        one.name,
        one.contact,
        _when(one),
        said.get("What would help", "") or said.get("What would help me", ""),
        said.get("Language", ""),
    )


def _when(one: Introduction) -> str:
    """As the place said, or the day that the two agreed on since; a day that is open is not printed."""
    if not one.visit.talked:
        return (one.when or "").strip().rstrip(".")
    day = one.visit.day if one.visit.settled else None
    return f"on {day:%A} {day.day} {day:%B}" if day else ""


def chosen(given: Sequence[object]) -> list[str]:
    return [line for line in LINES if line in given]
