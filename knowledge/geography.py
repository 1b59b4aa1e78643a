"""Where a person may live, and whether an area or a district that a listing names takes them in.

Only what a person said is used: the start of a postcode or the name of an area. Distances are never worked out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from knowledge.yaml_files import read_yaml

Inside = Literal["yes", "no", "part", "unknown"]
"""``part``: what was told leaves it open (half of a district, a neighbourhood beside this one)."""

_DATA = Path(__file__).parent / "data" / "areas.yaml"
_OUTWARD = r"[A-Z]{1,2}\d[A-Z\d]?"


@dataclass(frozen=True)
class Gazetteer:
    """Districts by borough and by neighbourhood, all names in lower case."""

    boroughs: Mapping[str, frozenset[str]]
    neighbourhoods: Mapping[str, frozenset[str]]
    everywhere: frozenset[str]
    districts: frozenset[str]


@dataclass(frozen=True)
class Where:
    """``districts``: every district the person may live in, empty when unknown. ``told``: they said something."""

    told: bool
    words: str = ""
    sector: str | None = None
    districts: frozenset[str] = frozenset()
    area: str | None = None
    borough: str | None = None


@cache
def gazetteer() -> Gazetteer:
    data = read_yaml(_DATA)
    boroughs = {name: frozenset(codes) for name, codes in data["boroughs"].items()}
    neighbourhoods = {name: frozenset(codes) for name, codes in data["neighbourhoods"].items()}
    known = frozenset().union(*boroughs.values(), *neighbourhoods.values())
    return Gazetteer(boroughs, neighbourhoods, frozenset(data["everywhere"]), known)


def where(postcode: str | None, area: str | None, default: str = "Lambeth") -> Where:
    """Read a postcode's start and an area's name; ``default`` is the borough taken for granted when neither decides."""
    places = gazetteer()
    district, sector = _postcode(postcode or "")
    name = _name(area or "")
    told = district is not None or name in places.neighbourhoods
    districts = frozenset({district}) if district else places.neighbourhoods.get(name, frozenset())
    borough = name if name in places.boroughs else _name(default)
    if districts and borough in places.boroughs and not districts & places.boroughs[borough]:
        borough = ""
    return Where(
        told=told,
        words=district or (area or "") if told else "",
        sector=sector,
        districts=districts,
        area=name if name in places.neighbourhoods else None,
        borough=borough or None,
    )


def in_districts(person: Where, named: tuple[str, ...]) -> Inside:
    """Whether a person lives in one of the districts ("SE5") or sectors ("SE5 8") of a listing."""
    if not person.districts:
        return "unknown"
    whole = {code for code in named if " " not in code}
    if person.districts <= whole or (person.sector and person.sector in named):
        return "yes"
    touched = whole | {code.split()[0] for code in named if " " in code}
    if not person.districts & touched:
        return "no"
    if person.sector and not person.districts & whole:
        return "no"
    return "part"


def in_area(person: Where, named: str) -> Inside:
    """Whether a person lives in one borough or neighbourhood that a listing names; a strange name decides nothing."""
    places = gazetteer()
    name = _name(named)
    if name in places.everywhere:
        return "yes"
    if name in places.boroughs:
        return _in_borough(person, name)
    if name not in places.neighbourhoods:
        return "unknown"
    if person.area == name:
        return "yes"
    if not person.districts:
        return "unknown"
    return "part" if person.districts & places.neighbourhoods[name] else "no"


def in_areas(person: Where, named: tuple[str, ...]) -> Inside:
    """The best answer over several names, since any one of them opens the door."""
    answers = {in_area(person, name) for name in named}
    ranked: tuple[Inside, ...] = ("yes", "part", "unknown")
    return next((answer for answer in ranked if answer in answers), "no")


def _in_borough(person: Where, name: str) -> Inside:
    if person.borough == name:
        return "yes"
    if not person.districts:
        return "no" if person.borough else "unknown"
    if not person.districts & gazetteer().boroughs[name]:
        return "no"
    return "part"


def _postcode(text: str) -> tuple[str | None, str | None]:
    """The district and, where told, the sector: "se5 8ab" gives ("SE5", "SE5 8"), and so does "SE58AB"."""
    outward, _, inward = re.sub(r"[^A-Z0-9 ]", "", text.upper()).strip().partition(" ")
    if not inward and outward not in gazetteer().districts:
        outward, inward = _unspaced(outward)
    if not re.fullmatch(_OUTWARD, outward):
        return None, None
    return outward, f"{outward} {inward.strip()[0]}" if re.match(r"\s*\d", inward) else None


def _unspaced(packed: str) -> tuple[str, str]:
    """A whole postcode ends in three characters; a district of ours followed by one digit is a sector."""
    if re.fullmatch(_OUTWARD + r"\d[A-Z]{2}", packed):
        return packed[:-3], packed[-3:]
    if packed[:-1] in gazetteer().districts and packed[-1].isdigit():
        return packed[:-1], packed[-1]
    return packed, ""


def _name(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())
