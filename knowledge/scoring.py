"""What makes a service fit: what the person likes and what they hope for. Every point comes with its reason.

What the person asks for outranks what is inferred, and a stage weighs but never excludes. Points are plain weights,
set so that one interest in the person's own words and one kind of support they asked for stand about level.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from knowledge.aspects import Likes, Wants
from knowledge.availability import stays_in
from knowledge.experience import BASIC_SUPPORT, BASICS, spared
from knowledge.listing import Service
from knowledge.musts import COMPANY
from knowledge.own_words import Hits, Vocabulary
from knowledge.part import Part, Tally
from knowledge.profile import Said
from knowledge.reasons import Reason

INTEREST, OF_ITS_PEOPLE, FURTHER_INTEREST, MOST_INTERESTS = 30.0, 20.0, 8.0, 3
STRENGTH, AGAIN_FROM_THE_START = 24.0, 0.6
SAME_WORDS, FREE_WORDS = 16.0, 12.0
ASKED, FURTHER_ASKED, SECOND_PLACE = 30.0, 10.0, 0.85
ANOTHER_THING, THE_THING_ITSELF = 0.5, 14.0
GIVES = 24.0
"""For who would like to do for others what a place looks for somebody to do."""
STAGE, SUGGESTED, SUGGESTED_IN_WORK = 12.0, 12.0, 20.0
FOR_WHO_HAS_WORK, MAY_HAVE_WORK, OF_ANOTHER_TRADE, UNASKED_HELP = 0.6, 0.8, 0.8, 0.5
FOR_WHO_CAN_TEACH = 0.7
PARTLY_UNWANTED, TIRED_OF, STAYS_IN = 0.6, 0.75, 0.5

_DOES = frozenset(
    f"support.{key}"
    for key in (
        "social_engagement",
        "training",
        "work_experience",
        "business_enterprise",
        "job_brokering",
        "information_technology",
    )
)
_TALKS = frozenset({"support.coaching_mentoring", "support.psychological_support"})
_OF_ONE_THING = frozenset({"support.training", "support.work_experience", "support.business_enterprise"})
"""Kinds of support that are always in something: nobody learns, or tries out, nothing in particular."""
_OF_TRADES = _OF_ONE_THING | {"support.job_brokering"}
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

_TEACHING = "interest.teaching"
"""Who would teach or mentor is met by who looks for that, never by who teaches or mentors in the same words."""
_OF_ANY_CRAFT = frozenset((_TEACHING, "interest.counselling_peer", "interest.community", "interest.children"))
_IN_WORK, _KEEPS_A_JOB, _LEARNS = "stage.in_work", "support.in_work_support", "support.training"
_OPENERS: Mapping[str, tuple[str, ...]] = {
    "stage.distant": ("support.social_engagement", "support.psychological_support"),
    "stage.nearer": ("support.coaching_mentoring", "support.training", "support.work_experience"),
    "stage.ready": ("support.job_brokering", "support.employability_skills"),
    "stage.in_work": ("support.in_work_support",),
}


def likes(said: Likes, vocabulary: Vocabulary) -> Callable[[Service, int], Part]:
    """Interests by code and by the person's own words: of each service, by its place in the vocabulary."""
    spoken = {entry.words for entry in (*said.now, *said.before) if entry.words}
    by_words = vocabulary.find(sorted(spoken))
    by_free = vocabulary.find(said.free, free=True)
    return lambda service, at: _liked(said, service, at, by_words, by_free)


def _liked(said: Likes, service: Service, at: int, by_words: Hits, by_free: Hits) -> Part:
    tally = Tally()
    own = frozenset(service.interests)
    found = dict(by_words.get(at, ()))
    does = does_things(service)
    strength = STRENGTH * (AGAIN_FROM_THE_START if service.support[:1] == ("support.training",) else 1.0)
    for entry in said.now:
        worth = INTEREST if does else OF_ITS_PEOPLE
        _one_interest(tally, entry, worth, own, found.get(entry.words, 0.0), "interest")
    for entry in said.before if does else ():
        _one_interest(tally, entry, strength, own, found.get(entry.words, 0.0), "strength")
    unwanted = own & said.unwanted
    if unwanted and unwanted == own:
        return Part(excluded="unwanted")
    if unwanted:
        tally.factor *= PARTLY_UNWANTED
        return tally.part()
    for word, strength in sorted(by_free.get(at, ()), key=lambda pair: (-pair[1], pair[0]))[:1]:
        tally.add(FREE_WORDS * strength, Reason("own_words", "text", word, "summary"))
    return tally.part()


def does_things(service: Service) -> bool:
    """Whether its interests are what people do or learn there; else they are what its people do elsewhere: the cleaners
    whom a bench on rights is for. What somebody used to do counts only for the first.
    """
    first = service.support[:1]
    return bool(_DOES & set(first)) or (bool(_TALKS & set(first)) and bool(_DOES & set(service.support)))


def _one_interest(tally: Tally, entry: Said, worth: float, own: frozenset[str], strength: float, code: str) -> None:
    """``strength``: how well the person's words are met in what the service says of itself, 0 to 1."""
    if any(reason.because == entry.code for reason in tally.reasons):
        return
    if entry.code in own and len(tally.reasons) < MOST_INTERESTS:
        points = worth if not tally.reasons else FURTHER_INTEREST
        tally.add(points + SAME_WORDS * strength, Reason(code, entry.code, entry.words, "interests"))
    elif strength and entry.code != _TEACHING:
        tally.add(SAME_WORDS * strength, Reason("own_words", entry.code, entry.words, "summary"))


def wanted(said: Wants, service: Service, text: str) -> Part:
    """Hoped-for support, stages, needs that circumstances make, and what the experienced are spared.

    ``text`` holds the service's name, summary and description in lower case.
    """
    tally = Tally()
    offered = service.support
    if offered and said.unwanted.issuperset(offered):
        return Part(excluded="unwanted")
    _asked(tally, said, service, text)
    if said.gives and _GIVEN_BY & set(offered) and _TEACHING in service.interests and _of_their_craft(said, service):
        tally.add(GIVES, Reason("hope", "gives", f"to {said.gives}", "about"))
    _stages(tally, said, service)
    _circumstances(tally, said, service, text)
    if said.goes_out and stays_in(service) and not any(reason.code == "hope" for reason in tally.reasons):
        tally.warn(STAYS_IN, Reason("at_home", COMPANY, field="formats"))
    asked = {entry.code for entry in said.asked}
    met_by = {reason.code for reason in tally.reasons} & {"hope", "need"}
    keeps_a_job = _KEEPS_A_JOB in asked or dict(said.stages).get(_IN_WORK)
    if offered[:1] == (_KEEPS_A_JOB,) and not keeps_a_job:
        tally.factor *= FOR_WHO_HAS_WORK if said.stage_said or said.asked else MAY_HAVE_WORK
    if offered and offered[0] in _HELP and not met_by and not said.things & set(service.interests):
        tally.factor *= UNASKED_HELP
    if _looks_for_teachers(service) and not (_could_teach(said, service) and _of_their_craft(said, service)):
        tally.factor *= FOR_WHO_CAN_TEACH
    keeps = offered[:1] == (_KEEPS_A_JOB,)
    if _is_of_others(said, service) and _of_a_trade(said, offered) and (keeps or "hope" not in met_by):
        tally.factor *= OF_ANOTHER_TRADE
    if said.unwanted & set(offered):
        tally.factor *= PARTLY_UNWANTED
    if offered and offered[0] in said.tired_of - asked:
        tally.factor *= TIRED_OF
    return spared(tally, said, service, asked)


def _asked(tally: Tally, said: Wants, service: Service, text: str) -> None:
    """Who would like to learn hair is not served by learning the piano, nor for warehouse work by a hotel's jobs."""
    offered = service.support
    english = said.learns_english and _ENGLISH.search(text) is not None
    other = bool(said.things) and _is_of_others(said, service) and not english
    for entry in said.asked:
        if entry.code in offered and not _misses(said, entry, service, text):
            worth = ASKED if not tally.reasons else FURTHER_ASKED
            worth *= 1.0 if entry.code == offered[0] else SECOND_PLACE
            worth *= ANOTHER_THING if other and entry.code in _OF_TRADES else 1.0
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


def _looks_for_teachers(service: Service) -> bool:
    return service.support[:1] == ("support.work_experience",) and _TEACHING in service.interests


def _could_teach(said: Wants, service: Service) -> bool:
    """Whether they have done what is taught there, know a lot, or would like to teach; to like it is not enough."""
    knows = any(entry.code == "constraint.overqualified" for entry in said.circumstances)
    return bool(said.gives) or knows or _TEACHING in said.things or bool(said.done & set(service.interests))


def _of_their_craft(said: Wants, service: Service) -> bool:
    """Whether what is taught there is theirs, or anything: a plasterer teaches no printing."""
    crafts = set(service.interests) - _OF_ANY_CRAFT
    return not crafts or bool(crafts & (said.things | said.done))


def _is_of_others(said: Wants, service: Service) -> bool:
    """Whether it is in things, or for trades, that are none of theirs."""
    return bool(service.interests) and not said.things & set(service.interests)


def _of_a_trade(said: Wants, offered: tuple[str, ...]) -> bool:
    """Whether its trades matter to them: those of people in work always, those it is in where they have named any."""
    return offered[:1] == ("support.in_work_support",) or (bool(said.things) and bool(_OF_TRADES & set(offered[:1])))


def _stages(tally: Tally, said: Wants, service: Service) -> None:
    weights = dict(said.stages)
    tally.points += STAGE * sum(weights.get(code, 0.0) for code in service.stages)
    if said.asked or not said.stage_said:
        return
    for stage, weight in said.stages:
        if weight and stage in service.stages and set(_OPENERS[stage]) & set(service.support):
            name = stage.replace("stage.", "stage_")
            worth = SUGGESTED_IN_WORK if stage == _IN_WORK else SUGGESTED
            worth *= BASICS if service.support[0] in BASIC_SUPPORT else 1.0
            if said.things and service.support[0] in _OF_ONE_THING and _is_of_others(said, service):
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
