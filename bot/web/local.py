"""What the local page tells of the system, worked out from values alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from urllib.parse import urlsplit

from introductions.model import Fact, Introduction, Outgoing
from introductions.states import State
from knowledge.directory import Directory
from nwd.clock import LONDON

MOVES: dict[str, tuple[str, timedelta | None]] = {
    "next": ("To what comes next", None),
    "hour": ("+1 hour", timedelta(hours=1)),
    "nine": ("To 09:00", None),
    "day": ("+1 day", timedelta(days=1)),
    "three_days": ("+3 days", timedelta(days=3)),
    "fortnight": ("+2 weeks", timedelta(weeks=2)),
}
"""Each step of the clock: its button, and how far it goes (None: worked out from the moment)."""

PAST = timedelta(seconds=1)
"""How far beyond what comes next the clock is moved, so that it has surely come."""

_LINK = re.compile(r"\S*/[ik]/[A-Za-z0-9._~-]+")
_TELLING_FIELDS = frozenset({"district", "area", "language", "age"})


def step(name: str, now: datetime, soonest: datetime | None = None) -> timedelta:
    """How far the clock moves; ``soonest`` is what time brings next. Raises KeyError for a step that is none."""
    if name == "next":
        return max(soonest - now, timedelta()) + PAST if soonest else timedelta()
    return MOVES[name][1] or _to_nine(now)


def _to_nine(now: datetime) -> timedelta:
    local = now.astimezone(LONDON)
    nine = datetime.combine(local.date(), time(9), LONDON)
    if nine <= local:
        nine = datetime.combine(local.date() + timedelta(days=1), time(9), LONDON)
    return nine.astimezone(now.tzinfo) - now


@dataclass(frozen=True)
class Mail:
    id: str
    to: str
    provider: str
    subject: str
    at: datetime | None
    is_other: bool
    """Of a conversation that this browser does not hold."""
    is_listing: bool
    """About a place's own listing, and so of no conversation."""
    parts: tuple[tuple[str, str], ...]
    """The text in order, as (text, link): ``link`` is the path on this site for what was a link, else empty."""


def mail(sent: Outgoing, directory: Directory, own: Collection[str] = ()) -> Mail:
    """A mail that went, with its private link as a path that can be followed here; ``own`` are the introductions
    of this browser's person.
    """
    name = next((p.name for p in directory.providers.values() if sent.to in (p.letter_email, p.second_email)), sent.to)
    parts: list[tuple[str, str]] = []
    end = 0
    for found in _LINK.finditer(sent.text):
        parts += [(sent.text[end : found.start()], ""), (found[0], urlsplit(found[0]).path)]
        end = found.end()
    parts.append((sent.text[end:], ""))
    listing = sent.kind.startswith("listing_")
    other = sent.introduction_id is not None and sent.introduction_id not in own
    return Mail(
        sent.id, sent.to, name, sent.subject, sent.written_at, other, listing, tuple(part for part in parts if part[0])
    )


def waits_for_morning(introductions: Sequence[Introduction]) -> datetime | None:
    """When the next letter leaves that is agreed and has not left yet."""
    return min((i.due_at for i in introductions if i.state is State.QUEUED), default=None)


def remembered(facts: Sequence[Fact]) -> list[str]:
    """What is kept about the person, in their own words where there are any, each once."""
    said = (_told(fact) for fact in facts if fact.code or fact.field in _TELLING_FIELDS)
    return list(dict.fromkeys(said))


def _told(fact: Fact) -> str:
    words = fact.words or (fact.code or fact.value).partition(".")[2].replace("_", " ") or fact.value
    return {"no": f"not: {words}", "past": f"before: {words}"}.get(fact.polarity, words)
