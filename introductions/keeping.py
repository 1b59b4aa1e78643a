"""What a keeper says of a listing, how a reply is read, and what all that was said makes of the listing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from introductions.week import LONGEST_AWAY, read_date
from knowledge.listing import Doubt, Service

Answer = Literal["yes", "full", "room", "changed", "closed", "edited"]
"""Still right; full until a day; there is room again; something changed; it has closed. ``edited`` is the desk's: the
listing was put right.
"""
LONGEST_FULL = LONGEST_AWAY
FULL_CHOICES = (timedelta(weeks=2), timedelta(weeks=4), timedelta(weeks=12))
"""What "full until" offers for one tap, from today."""
_YES = re.compile(r"\W*(?:yes|yep|yeah)\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_BUT = re.compile(
    r"\b(?:but|except|however|only|although|though|apart|instead|now|from|until|till|chang\w*|mov\w*|clos\w*|full|"
    r"stop\w*|end\w*|not|no|new|different|cancel\w*|please)\b|\d",
    re.IGNORECASE,
)
"""What makes more of a yes than a yes: those words go to a person of ours."""
_FULL = re.compile(r"(?:we\s+are\s+|we're\s+|it\s+is\s+|it's\s+)?full\s+(?:up\s+)?(?:until|till|to)\s+(?P<day>.+)")
_CLOSED = re.compile(
    r"(?:we|it|this)(?:\s+has|\s+have|'ve|\s+is)?\s+(?:now\s+)?closed(?:\s+(?:down|for\s+good))?|closed"
)


@dataclass(frozen=True)
class Said:
    answer: Answer
    until: date | None = None
    text: str = ""


@dataclass(frozen=True)
class Standing:
    """What was said of one listing, all together. ``on`` is the day of the last word that changed it."""

    on: date | None = None
    checked: date | None = None
    capacity: Literal["", "open", "full", "closed"] = ""
    full_until: date | None = None
    doubt: Doubt = ""


def read_reply(text: str, today: date, *, one: bool) -> Said | None:
    """A reply in words: "yes" as its first word, "full until 9 May", "closed"; all else is a change, told in their
    words. ``one``: the letter was about one listing, so that it is plain of which they speak. None without a word.
    """
    words = " ".join(text.split())
    if not re.search(r"\w", words):
        return None
    yes = _YES.fullmatch(words)
    if yes and not _BUT.search(yes["rest"]):
        return Said("yes")
    plain = words.casefold().strip(" .!").replace("\u2019", "'")
    full = _FULL.fullmatch(plain)
    until = read_date(full["day"], today) if full else None
    if one and until is not None and may_be_full_until(until, today):
        return Said("full", until)
    if one and _CLOSED.fullmatch(plain):
        return Said("closed")
    return Said("changed", text=text)


def may_be_full_until(day: date, today: date) -> bool:
    return today < day <= today + LONGEST_FULL


def after(before: Standing, said: Said, today: date) -> Standing:
    """What stands once this was said too."""
    heard = replace(before, on=today)
    if said.answer == "changed":
        return replace(heard, doubt="changed")
    heard = replace(heard, checked=today)
    if said.answer == "yes":
        return replace(heard, doubt="")
    if said.answer == "edited":
        return replace(heard, doubt="", capacity="", full_until=None)
    if said.answer == "full":
        return replace(heard, capacity="full", full_until=said.until)
    return replace(heard, capacity="closed" if said.answer == "closed" else "open", full_until=None)


def as_said(service: Service, standing: Standing, today: date, *, silent: bool = False) -> Service:
    """The listing with what was said of it. A listing that somebody checked on a later day stands as it is written."""
    if standing.on is not None and (service.checked is None or service.checked <= standing.on):
        checked = max(filter(None, (service.checked, standing.checked)), default=None)
        service = replace(service, checked=checked, doubt=standing.doubt)
        if standing.capacity == "full" and standing.full_until is not None:
            service = replace(service, full_until=standing.full_until)
        if standing.capacity in ("open", "closed") or (standing.full_until is not None and standing.full_until > today):
            service = replace(service, capacity=standing.capacity or service.capacity)
    return replace(service, doubt="silent") if silent and not service.doubt else service


@dataclass(frozen=True)
class KeptListing:
    """One listing on its keeper's page. ``waits``: this letter asks about it and has no answer yet."""

    service_id: str
    waits: bool
    answer: Answer | None = None
    """The last word of it, if one was said since it was asked about."""
    on: date | None = None
    until: date | None = None
    text: str = ""


@dataclass(frozen=True)
class KeeperView:
    provider_id: str
    keeper: str
    link_until: datetime
    asked: tuple[KeptListing, ...]
    """What the letter asks about, in the directory's order."""
    others: tuple[KeptListing, ...]
    """The keeper's other listings: there too something may change at any time."""
