"""What a profile would be if a question were answered: one profile for each plausible answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from knowledge.directory import Directory
from knowledge.geography import gazetteer
from knowledge.heritage import plausible
from knowledge.profile import Profile, Said
from knowledge.yaml_files import read_yaml

_ANSWERS = Path(__file__).parent / "data" / "answers.yaml"
_MOST_DISTRICTS = 8

Given = Callable[[Profile, Directory], Iterator[Profile]]


def if_answered(slot: str, profile: Profile, directory: Directory) -> list[Profile]:
    """One profile for each plausible answer to the question of ``slot``; raises KeyError for an unknown question."""
    return list(_QUESTIONS[slot](profile, directory))


@cache
def codes_of(slot: str) -> Mapping[str, tuple[str, ...]]:
    """The codes that each option of a question gives, for options that give any."""
    options = read_yaml(_ANSWERS).get(slot, {})
    return {answer: tuple(option["codes"]) for answer, option in options.items() if option.get("codes")}


def _options(slot: str) -> Given:
    def given(profile: Profile, _: Directory) -> Iterator[Profile]:
        for answer, codes in codes_of(slot).items():
            known = replace(profile, concepts=(*profile.concepts, *(Said(code) for code in codes)))
            yield replace(known, times=(*known.times, answer)) if slot == "times" else known

    return given


def _story(profile: Profile, directory: Directory) -> Iterator[Profile]:
    yield from _QUESTIONS["interests"](profile, directory)
    yield from _QUESTIONS["hopes"](profile, directory)


def _place(profile: Profile, directory: Directory) -> Iterator[Profile]:
    """The districts that listings name most often, those of the borough first."""
    named: Counter[str] = Counter()
    for service in directory.services.values():
        named.update({district.split(" ")[0] for district in service.eligibility.districts})
        named.update({place.district.split(" ")[0] for place in service.places if place.district})
    known = gazetteer().districts
    common = sorted((district for district in named if district in known), key=lambda code: (-named[code], code))
    for district in common[:_MOST_DISTRICTS]:
        yield replace(profile, postcode=district)


def _values(field: str, values: Iterable[object]) -> Given:
    chosen = tuple(values)

    def given(profile: Profile, _: Directory) -> Iterator[Profile]:
        for value in chosen:
            yield replace(profile, **{field: value})  # type: ignore[arg-type]

    return given


def _heritage(profile: Profile, _: Directory) -> Iterator[Profile]:
    for words in plausible():
        yield replace(profile, heritage=words)


def _settling(slot: str) -> Given:
    """Questions of which an answer also says what a person is not."""

    def given(profile: Profile, _: Directory) -> Iterator[Profile]:
        answered = replace(profile, answered=profile.answered | {slot})
        yield answered
        for codes in codes_of(slot).values():
            yield replace(answered, concepts=(*answered.concepts, *(Said(code) for code in codes)))

    return given


_QUESTIONS: Mapping[str, Given] = {
    "story": _story,
    "interests": _options("interests"),
    "hopes": _options("hopes"),
    "hard": _options("hard"),
    "times": _options("times"),
    "place": _place,
    "health": _values("health", ("body", "mind", "none")),
    "age": _values("age_band", ("18_24", "25_49", "50_plus")),
    "heritage": _heritage,
    "gender": _values("gender", ("woman", "man")),
    "diagnosis": _values("diagnosis", (True, False)),
    "work_right": _values("right_to_work", (True, False)),
    "circumstance": _settling("circumstance"),
    "record": _settling("record"),
}
