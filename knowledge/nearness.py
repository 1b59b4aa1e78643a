"""How near a place is to where somebody lives, as far as postcode districts can tell: never in miles or minutes.

Two districts are taken to meet where one neighbourhood of ``data/areas.yaml`` lies in both, as Tulse Hill does in SW2
and SE27; a name that spreads over more than three, as Clapham's, tells nothing. Source: that table, which says its own.
Of who may live in one of several districts ("Brixton") only what holds for each of them is said.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from knowledge.geography import Where, gazetteer
from knowledge.listing import Place, Service

Nearness = Literal["here", "next", "there"]
"""In their part of town, in one that meets it, or elsewhere."""
_RANKS: tuple[Nearness, ...] = ("here", "next", "there")
_WIDE = 3


def nearness(home: Where, place: Place) -> Nearness | None:
    """None where either is not known."""
    district = place.district.split(" ")[0]
    if not home.told or not (district or place.area):
        return None
    if home.area is not None and place.area.lower() == home.area:
        return "here"
    if len(home.districts) == 1 and district in home.districts:
        return "here"
    near = bool(home.districts) and all(district == one or district in _meeting(one) for one in home.districts)
    return "next" if near else "there"


def nearest(home: Where | None, service: Service) -> tuple[Place | None, Nearness | None]:
    """The place of a service to tell of: the nearest one whose address is no secret, else the first."""
    shown = [place for place in service.places if not place.private]
    if not shown:
        return None, None
    found = [(nearness(home, place) if home is not None else None, place) for place in shown]
    known = [(how, place) for how, place in found if how is not None]
    if not known:
        return shown[0], None
    how, place = min(known, key=lambda pair: _RANKS.index(pair[0]))
    return place, how


@cache
def _meeting(district: str) -> frozenset[str]:
    named = [codes for codes in gazetteer().neighbourhoods.values() if district in codes and len(codes) <= _WIDE]
    return frozenset().union(*named) - {district}
