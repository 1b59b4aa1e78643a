"""How well a service meets what somebody likes, or did before. Every point comes with its reason."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.aspects import Likes
from knowledge.crafts import TEACHING, is_another_craft
from knowledge.listing import Service
from knowledge.own_words import Vocabulary
from knowledge.part import Part, Tally
from knowledge.profile import Said
from knowledge.reasons import Reason

_Hit = tuple[tuple[str, float], ...]
"""The person's words that a service has, each with its strength from 0 to 1."""
INTEREST, OF_ITS_PEOPLE, FURTHER_INTEREST, MOST_INTERESTS = 30.0, 20.0, 8.0, 3
STRENGTH, AGAIN_FROM_THE_START = 24.0, 0.6
SAME_WORDS, FREE_WORDS = 16.0, 12.0
PARTLY_UNWANTED = 0.6
TAUGHT_IN_ANOTHER = 0.35
"""For who would teach what they know, where something else is taught: a plasterer has no Spanish to swap."""

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


def likes(said: Likes, vocabulary: Vocabulary) -> Callable[[Service, int], Part]:
    """Interests by code and by the person's own words: of each service, by its place in the vocabulary."""
    spoken = {entry.words for entry in (*said.now, *said.before) if entry.words}
    by_words = vocabulary.find(sorted(spoken))
    by_free = vocabulary.find(said.free, free=True)
    met = {words for hits in by_words.values() for words, _ in hits}
    alike = vocabulary.alike(sorted(spoken - met))
    return lambda service, at: _liked(said, service, (by_words.get(at, ()), alike.get(at, ()), by_free.get(at, ())))


def _liked(said: Likes, service: Service, hits: tuple[_Hit, _Hit, _Hit]) -> Part:
    """``hits`` are what the service says in their words, in others for the same thing, and in words of no code."""
    tally = Tally()
    own = frozenset(service.interests)
    found, alike, free = dict(hits[0]), dict(hits[1]), hits[2]
    does = does_things(service)
    strength = STRENGTH * (AGAIN_FROM_THE_START if service.support[:1] == ("support.training",) else 1.0)
    other = is_another_craft((entry.code for entry in (*said.now, *said.before)), service)
    for entry in said.now:
        worth = INTEREST if does else OF_ITS_PEOPLE
        worth *= TAUGHT_IN_ANOTHER if other and entry.code == TEACHING else 1.0
        _one_interest(tally, entry, worth, own, (found.get(entry.words, 0.0), alike.get(entry.words, 0.0)), "interest")
    for entry in said.before if does else ():
        _one_interest(
            tally, entry, strength, own, (found.get(entry.words, 0.0), alike.get(entry.words, 0.0)), "strength"
        )
    unwanted = own & said.unwanted
    if unwanted and unwanted == own:
        return Part(excluded="unwanted")
    if unwanted:
        tally.factor *= PARTLY_UNWANTED
        return tally.part()
    for word, strength in sorted(free, key=lambda pair: (-pair[1], pair[0]))[:1]:
        tally.add(FREE_WORDS * strength, Reason("own_words", "text", word, "summary"))
    return tally.part()


def does_things(service: Service) -> bool:
    """Whether its interests are what people do or learn there; else they are what its people do elsewhere: the cleaners
    whom a bench on rights is for. What somebody used to do counts only for the first.
    """
    first = service.support[:1]
    return bool(_DOES & set(first)) or (bool(_TALKS & set(first)) and bool(_DOES & set(service.support)))


def _one_interest(
    tally: Tally, entry: Said, worth: float, own: frozenset[str], said: tuple[float, float], code: str
) -> None:
    """``said``: how well the person's words, and others for the same thing, are met in what the service says of itself,
    each 0 to 1.
    """
    if any(reason.because == entry.code for reason in tally.reasons):
        return
    if entry.code in own and len(tally.reasons) < MOST_INTERESTS:
        points = worth if not tally.reasons else FURTHER_INTEREST
        tally.add(points + SAME_WORDS * max(said), Reason(code, entry.code, entry.words, "interests"))
    elif said[0] and entry.code != TEACHING:
        tally.add(SAME_WORDS * said[0], Reason("own_words", entry.code, entry.words, "summary"))
