"""Who can help at once: by kind of danger, age, area and hour. A line that is closed at that hour is never given.

The table is data, ``data/contacts.yaml``, with the month in which it was checked. The words around a number are copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from knowledge.geography import in_areas, where
from knowledge.yaml_files import read_yaml

_DATA = Path(__file__).parent / "data" / "contacts.yaml"
_LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Opening:
    """Days from Monday 0 to Sunday 6; times "HH:MM" in London, open from the first until just before the second."""

    days: tuple[int, ...]
    opens: str
    closes: str


@dataclass(frozen=True)
class Contact:
    """One line. ``words`` names its copy, ``utter_contact_<words>``; ``number`` is "" where it is reached otherwise.

    ``hours`` is empty when it is open at any hour; ``sure`` is False where its hours are to be checked first.
    ``min_age`` and ``max_age`` are inside the range. ``kinds`` gives the order of usefulness, 1 first.
    """

    words: str
    name: str
    number: str
    kinds: Mapping[str, int]
    hours: tuple[Opening, ...]
    areas: tuple[str, ...]
    min_age: int
    max_age: int | None
    sure: bool
    checked: date
    source: str

    def open_at(self, at: datetime) -> bool:
        local = at.astimezone(_LONDON)
        clock = f"{local:%H:%M}"
        return not self.hours or any(
            local.weekday() in opening.days and opening.opens <= clock < opening.closes for opening in self.hours
        )

    def admits(self, age: int | None) -> bool:
        """Whether it is for that age; where the age is not known, its copy says whom it is for."""
        return age is None or (self.min_age <= age and (self.max_age is None or age <= self.max_age))

    def serves(self, area: str) -> bool:
        return not self.areas or in_areas(where(None, area, default=""), self.areas) in ("yes", "part")


def contacts_for(kinds: Iterable[str], *, age: int | None, area: str, at: datetime) -> tuple[Contact, ...]:
    """Open lines for any of the kinds, each once, the most useful first; never empty for a kind of the table.

    ``age`` None is not known: lines for some ages only come after those for all. ``area`` is a borough or
    neighbourhood. Raises ValueError for a time without a zone, and KeyError for an unknown kind.
    """
    if at.tzinfo is None:
        raise ValueError("The time of day decides which lines are open; give a time with its zone.")
    wanted = tuple(dict.fromkeys(kinds))
    unknown = sorted(set(wanted) - all_kinds())
    if unknown:
        raise KeyError(f"No contacts are listed for the kind {', '.join(unknown)}; add it to data/contacts.yaml.")
    fitting = [
        contact
        for contact in all_contacts()
        if contact.kinds.keys() & set(wanted) and contact.admits(age) and contact.serves(area) and contact.open_at(at)
    ]
    return tuple(sorted(fitting, key=lambda contact: _place(contact, wanted, age)))


def _place(contact: Contact, wanted: tuple[str, ...], age: int | None) -> tuple[bool, int, int]:
    doubtful = age is None and contact.max_age is not None
    ranks = [(contact.kinds[kind], order) for order, kind in enumerate(wanted) if kind in contact.kinds]
    rank, order = min(ranks)
    young_first = age is not None and contact.max_age is not None
    return (doubtful, rank * 2 - young_first, order)


@cache
def all_contacts() -> tuple[Contact, ...]:
    data = read_yaml(_DATA)
    return tuple(_read(entry, data) for entry in data["contacts"])


def all_kinds() -> frozenset[str]:
    return frozenset(kind for contact in all_contacts() for kind in contact.kinds)


def _read(entry: Mapping[str, Any], data: Mapping[str, Any]) -> Contact:
    ages = entry.get("ages", {})
    hours = entry.get("hours", {})
    return Contact(
        words=entry["words"],
        name=entry["name"],
        number=entry["number"],
        kinds=dict(entry["kinds"]),
        hours=tuple(Opening(tuple(data["days"][days]), opens, closes) for days, (opens, closes) in hours.items()),
        areas=tuple(entry.get("areas", ())),
        min_age=ages.get("min", 0),
        max_age=ages.get("max"),
        sure=entry.get("sure", True),
        checked=data["checked"],
        source=data["source"],
    )
