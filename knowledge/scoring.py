"""What makes a service fit: what the person hopes for (``liking``: what they like). Every point has its reason.

What the person asks for outranks what is inferred, and a stage weighs but never excludes. Points are plain weights,
set so that one interest in the person's own words and one kind of support they asked for stand about level.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from knowledge.aspects import Wants
from knowledge.availability import stays_in
from knowledge.crafts import (
    OF_ONE_THING,
    OF_TRADES,
    TEACHING,
    could_teach,
    is_of_others,
    looks_for_a_job,
    looks_for_teachers,
    of_a_trade,
    of_their_craft,
)
from knowledge.experience import BASIC_SUPPORT, BASICS, spared
from knowledge.listing import Service
from knowledge.musts import COMPANY
from knowledge.part import Part, Tally
from knowledge.profile import Said
from knowledge.reasons import Reason

ASKED, FURTHER_ASKED, SECOND_PLACE = 30.0, 10.0, 0.85
ANOTHER_THING, THE_THING_ITSELF = 0.5, 14.0
GIVES = 24.0
"""For who would like to do for others what a place looks for somebody to do."""
STAGE, SUGGESTED, SUGGESTED_IN_WORK = 12.0, 12.0, 20.0
FOR_WHO_HAS_WORK, MAY_HAVE_WORK, OF_ANOTHER_TRADE, UNASKED_HELP = 0.6, 0.8, 0.8, 0.5
FOR_WHO_CAN_TEACH = 0.7
PARTLY_UNWANTED, TIRED_OF, STAYS_IN, A_FIRM_FOR_A_JOB = 0.6, 0.75, 0.5, 0.6

_GIVEN_BY = frozenset({"support.work_experience", "support.training"})
_HELP = frozenset({"support.financial_advice", "support.broader_welfare"})

_NEEDS: Mapping[str, tuple[tuple[str, float, str], ...]] = {
    "constraint.housing": (("support.broader_welfare", 16.0, "hous|home|tenan|rent"),),
    "constraint.debt": (("support.financial_advice", 18.0, "debt|money|bill|arrear"),),
    "constraint.benefits_worry": (("support.financial_advice", 14.0, "benefit"),),
    "constraint.english": (("support.training", 14.0, "english|esol"),),
    "constraint.literacy": (("support.training", 10.0, "read|writ|english"),),
    "constraint.offline": (("support.information_technology", 8.0, ""),),
    "constraint.no_experience": (("support.work_experience", 8.0, ""), ("support.training", 5.0, "")),
    "constraint.confidence": (("support.coaching_mentoring", 6.0, ""), ("support.social_engagement", 6.0, "")),
    "constraint.documents": (("support.broader_welfare", 6.0, "document|paper|id"),),
}
"""What a circumstance makes useful unasked: the support, its points, and words the listing has to use."""

_OWN_FIRM = "support.business_enterprise"
_IN_WORK, _KEEPS_A_JOB, _LEARNS = "stage.in_work", "support.in_work_support", "support.training"
_OPENERS: Mapping[str, tuple[str, ...]] = {
    "stage.distant": ("support.social_engagement", "support.psychological_support"),
    "stage.nearer": ("support.coaching_mentoring", "support.training", "support.work_experience"),
    "stage.ready": ("support.job_brokering", "support.employability_skills"),
    "stage.in_work": ("support.in_work_support",),
}


def wanted(said: Wants, service: Service, text: str) -> Part:
    """Hoped-for support, stages, needs that circumstances make, and what the experienced are spared.

    ``text`` holds the service's name, summary and description in lower case.
    """
    tally = Tally()
    offered = service.support
    if offered and said.unwanted.issuperset(offered):
        return Part(excluded="unwanted")
    _asked(tally, said, service, text)
    if said.gives and _GIVEN_BY & set(offered) and TEACHING in service.interests and of_their_craft(said, service):
        tally.add(GIVES, Reason("hope", "gives", f"to {said.gives}", "about"))
    _stages(tally, said, service)
    _circumstances(tally, said, service, text)
    if said.goes_out and stays_in(service) and not any(reason.code == "hope" for reason in tally.reasons):
        tally.warn(STAYS_IN, Reason("at_home", COMPANY, field="formats"))
    asked = {entry.code for entry in said.asked}
    tally.factor *= _less_likely(tally, said, service, asked)
    return spared(tally, said, service, asked)


def _less_likely(tally: Tally, said: Wants, service: Service, asked: set[str]) -> float:
    """What makes it less of a fit than its kind of support alone, all together."""
    offered, theirs = service.support, set(service.interests)
    met_by = {reason.code for reason in tally.reasons} & {"hope", "need"}
    has_work = _KEEPS_A_JOB in asked or dict(said.stages).get(_IN_WORK)
    keeps = offered[:1] == (_KEEPS_A_JOB,)
    able = could_teach(said, service) and of_their_craft(said, service)
    other = is_of_others(said, service) and of_a_trade(said, offered) and (keeps or "hope" not in met_by)
    found = (
        (keeps and not has_work, FOR_WHO_HAS_WORK if said.stage_said or said.asked else MAY_HAVE_WORK),
        (offered[:1] and offered[0] in _HELP and not met_by and not said.things & theirs, UNASKED_HELP),
        (looks_for_teachers(service) and not able, FOR_WHO_CAN_TEACH),
        (other, OF_ANOTHER_TRADE),
        (offered[:1] == (_OWN_FIRM,) and looks_for_a_job(said), A_FIRM_FOR_A_JOB),
        (said.unwanted & set(offered), PARTLY_UNWANTED),
        (offered[:1] and offered[0] in said.tired_of - asked, TIRED_OF),
    )
    return math.prod(factor for holds, factor in found if holds)


def _asked(tally: Tally, said: Wants, service: Service, text: str) -> None:
    """Who would like to learn hair is not served by learning the piano, nor for warehouse work by a hotel's jobs."""
    offered = service.support
    english = said.learns_english and _ENGLISH.search(text) is not None
    other = bool(said.things) and is_of_others(said, service) and not english
    for entry in (*said.asked, *said.job):
        if entry.code in offered and not _misses(said, entry, service, text):
            worth = ASKED if not tally.reasons else FURTHER_ASKED
            worth *= 1.0 if entry.code == offered[0] else SECOND_PLACE
            worth *= ANOTHER_THING if other and entry.code in OF_TRADES else 1.0
            worth += THE_THING_ITSELF if english and entry.code == _LEARNS else 0.0
            tally.add(worth, Reason("hope", entry.code, entry.words, "support"))


_ENGLISH = re.compile(r"\b(?:english|esol)\b", re.IGNORECASE)


def _misses(said: Wants, entry: Said, service: Service, text: str) -> bool:
    """Whether it gives the kind of support that was asked, and not what was meant by it: a kitchen is no English class,
    and nobody gets out by what comes to their home.
    """
    if entry.code == _LEARNS:
        return said.learns_english and _ENGLISH.search(text) is None
    return entry.code == COMPANY and said.goes_out and stays_in(service)


def _stages(tally: Tally, said: Wants, service: Service) -> None:
    weights = dict(said.stages)
    tally.points += STAGE * sum(weights.get(code, 0.0) for code in service.stages)
    if said.asked or not said.stage_said or any(reason.code == "hope" for reason in tally.reasons):
        return
    for stage, weight in said.stages:
        if weight and stage in service.stages and set(_OPENERS[stage]) & set(service.support):
            name = stage.replace("stage.", "stage_")
            worth = SUGGESTED_IN_WORK if stage == _IN_WORK else SUGGESTED
            worth *= BASICS if service.support[0] in BASIC_SUPPORT else 1.0
            if said.things and service.support[0] in OF_ONE_THING and is_of_others(said, service):
                worth *= ANOTHER_THING
            tally.add(worth * weight, Reason(name, stage, "", "stages"))
            return


def _circumstances(tally: Tally, said: Wants, service: Service, text: str) -> None:
    met = {reason.because for reason in tally.reasons}
    for entry in said.circumstances:
        for support, points, words in _NEEDS.get(entry.code, ()):
            if support in service.support and support not in met and (not words or re.search(words, text)):
                tally.add(points, Reason("need", entry.code, entry.words, "support"))
                break
