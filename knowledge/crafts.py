"""Which trades and crafts a service is in, against those of a person."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.aspects import Wants
from knowledge.listing import Service

TEACHING = "interest.teaching"
"""Who would teach or mentor is met by who looks for that, never by who teaches or mentors in the same words."""
_OF_ANY_CRAFT = frozenset((TEACHING, "interest.counselling_peer", "interest.community", "interest.children"))
OF_ONE_THING = frozenset({"support.training", "support.work_experience", "support.business_enterprise"})
"""Kinds of support that are always in something: nobody learns, or tries out, nothing in particular."""
OF_TRADES = OF_ONE_THING | {"support.job_brokering"}
_OWN_FIRM = "support.business_enterprise"


def looks_for_a_job(said: Wants) -> bool:
    """Whether a job is looked for, and a firm of their own is not."""
    asked = {entry.code for entry in (*said.asked, *said.job)}
    return "support.job_brokering" in asked and _OWN_FIRM not in asked and "interest.own_business" not in said.things


def looks_for_teachers(service: Service) -> bool:
    return service.support[:1] == ("support.work_experience",) and TEACHING in service.interests


def could_teach(said: Wants, service: Service) -> bool:
    """Whether they have done what is taught there, know a lot, or would like to teach; to like it is not enough."""
    knows = any(entry.code == "constraint.overqualified" for entry in said.circumstances)
    return bool(said.gives) or knows or TEACHING in said.things or bool(said.done & set(service.interests))


def of_their_craft(said: Wants, service: Service) -> bool:
    """Whether what is taught there is theirs, or anything: a plasterer teaches no printing."""
    crafts = set(service.interests) - _OF_ANY_CRAFT
    return not crafts or bool(crafts & (said.things | said.done))


def is_another_craft(codes: Iterable[str], service: Service) -> bool:
    """Whether it is in crafts of its own, and somebody with ``codes`` named others."""
    crafts, theirs = set(service.interests) - _OF_ANY_CRAFT, {one for one in codes if one.startswith("interest.")}
    return bool(crafts) and bool(theirs - _OF_ANY_CRAFT) and not crafts & theirs


def is_of_others(said: Wants, service: Service) -> bool:
    """Whether it is in things, or for trades, that are none of theirs."""
    return bool(service.interests) and not said.things & set(service.interests)


def of_a_trade(said: Wants, offered: tuple[str, ...]) -> bool:
    """Whether its trades matter to them: those of people in work always, those it is in where they have named any."""
    return offered[:1] == ("support.in_work_support",) or (bool(said.things) and bool(OF_TRADES & set(offered[:1])))
