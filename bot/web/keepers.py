"""The page on which a keeper says whether a listing is still right, worked out from values alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.web import places
from bot.web.places import Shown
from bot.web.weeks import Mistake
from introductions.keeping import FULL_CHOICES, LONGEST_FULL, KeeperView, KeptListing, Said, may_be_full_until
from knowledge.directory import Directory

Do = Literal["yes", "full", "room", "changed", "closed"]
DOES: tuple[Do, ...] = ("yes", "full", "room", "changed", "closed")


@dataclass(frozen=True)
class Kept:
    """One listing as people see it, and where asking about it stands."""

    kept: KeptListing
    shown: Shown


def listings(kept: tuple[KeptListing, ...], directory: Directory, today: date) -> list[Kept]:
    """Listings that an import took away in the meantime are left out."""
    known = [(one, directory.services.get(one.service_id)) for one in kept]
    return [Kept(one, places.shown(service, directory, today)) for one, service in known if service is not None]


def still_asked(view: KeeperView) -> int:
    return sum(one.waits for one in view.asked)


def full_choices(today: date) -> list[date]:
    return [today + after for after in FULL_CHOICES]


def full_days(today: date) -> tuple[str, str]:
    """The first and the last day that a place may say it is full until."""
    return (today + places.A_DAY).isoformat(), (today + LONGEST_FULL).isoformat()


def read_form(form: Mapping[str, object], today: date) -> Said:
    """What a form says. Raises Mistake, whose message tells the keeper what to put in."""
    do = next((one for one in DOES if one == form.get("do")), None)
    if do is None:
        raise Mistake("Please press one of the buttons below.")
    if do == "full":
        return Said("full", _until(str(form.get("until") or form.get("day") or ""), today))
    text = str(form.get("text", "")).strip() if do == "changed" else ""
    if do == "changed" and not text:
        raise Mistake("Please write in a few words what has changed.")
    return Said(do, text=text)


def _until(text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Mistake("Please pick the day until which it is full.") from None
    if not may_be_full_until(day, today):
        raise Mistake("Please pick a day after today and within a year.")
    return day
