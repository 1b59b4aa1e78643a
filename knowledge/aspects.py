"""The parts of a profile that scoring reads, each small and hashable.

A hypothetical answer changes one part only, so the others need not be worked out again (``board``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.availability import TIME_CONSTRAINTS, Wished
from knowledge.facts import Facts
from knowledge.geography import Where
from knowledge.language.weekdays import DAYS
from knowledge.language.written_in_english import writes_english
from knowledge.musts import closely, goes_out, liked_times
from knowledge.own_words import free_words
from knowledge.profile import CODED_AGES, LOOSE_BANDS, Profile, Said
from knowledge.understanding.giving import gives

STAGES = ("stage.distant", "stage.nearer", "stage.ready", "stage.in_work")

SUGGESTED_STAGE: Mapping[str, str] = {
    "support.social_engagement": "stage.distant",
    "support.psychological_support": "stage.distant",
    "support.coaching_mentoring": "stage.nearer",
    "support.training": "stage.nearer",
    "support.information_technology": "stage.nearer",
    "support.work_experience": "stage.nearer",
    "support.business_enterprise": "stage.nearer",
    "support.employability_skills": "stage.ready",
    "support.job_brokering": "stage.ready",
    "support.in_work_support": "stage.in_work",
}
"""Where each kind of support stands along Figure 1 of the Lambeth study; money and welfare stand everywhere."""

_SAID_WEIGHT, _SUGGESTED_WEIGHT = 1.0, 0.5


@dataclass(frozen=True)
class Likes:
    """``before`` is what they used to do: a strength, and often still a liking. ``free``: words that no code caught."""

    now: tuple[Said, ...]
    before: tuple[Said, ...]
    unwanted: frozenset[str]
    free: tuple[str, ...]


@dataclass(frozen=True)
class Wants:
    """``asked`` kinds of support, ``tired_of`` those they had before, and weights of stages that sum to 1 or are ()."""

    asked: tuple[Said, ...]
    stages: tuple[tuple[str, float], ...]
    stage_said: bool
    unwanted: frozenset[str]
    tired_of: frozenset[str]
    circumstances: tuple[Said, ...]
    things: frozenset[str]
    """Their interests, or else those of before: what they would like to learn or to do, where they would like to."""
    done: frozenset[str] = frozenset()
    """Interests of before."""
    gives: str = ""
    """What they would like to do for others: "mentor", "teach"."""
    learns_english: bool = False
    """Whether English is what they would like to learn."""
    goes_out: bool = False
    """Whether they would like to get out, and have not said that they cannot."""
    job: tuple[Said, ...] = ()
    """Work that somebody is ready for, where no more was heard of it: it stands beside what was asked."""


@dataclass(frozen=True)
class Practical:
    """What a good place works around: constraints in the order of telling, times, place and languages."""

    constraints: tuple[Said, ...]
    week: Wished
    where: Where
    languages: tuple[str, ...]
    goes_out: bool = False
    """As in ``Wants``: what comes to their home is nothing to tell them as a good point."""
    english: bool = False
    """They write English, well or not: where their own tongue is not spoken is nothing to warn them of."""


@dataclass(frozen=True)
class Belonging:
    """What people say of themselves that makes a place theirs: health, community, groups, age."""

    conditions: tuple[Said, ...]
    before: frozenset[str]
    """Conditions they had once."""
    health: str | None
    identities: tuple[Said, ...]
    community: tuple[Said, ...]
    heritage: str | None
    gender: str | None
    ages: tuple[int, int] | None


@dataclass(frozen=True)
class Aspects:
    likes: Likes
    wants: Wants
    practical: Practical
    belonging: Belonging


_COMMUNITY = frozenset({"constraint.own_community", "constraint.women_only", "constraint.men_only"})


def aspects_of(profile: Profile, facts: Facts) -> Aspects:
    constraints = profile.of("constraint")
    unwanted = frozenset(profile.not_)
    taken = [said.words for said in (*profile.concepts, *profile.past)]
    written = writes_english(profile.text)
    return Aspects(
        likes=Likes(
            now=profile.of("interest"),
            before=_used_to(profile),
            unwanted=unwanted,
            free=free_words(profile.text, taken),
        ),
        wants=_wants(profile, constraints, unwanted),
        practical=Practical(constraints, _week(profile), facts.where, profile.languages, goes_out(profile), written),
        belonging=Belonging(
            conditions=profile.of("health"),
            before=frozenset(said.code for said in profile.past if said.code.startswith("health.")),
            health=profile.health,
            identities=profile.of("identity"),
            community=tuple(said for said in constraints if said.code in _COMMUNITY),
            heritage=facts.heritage,
            gender=facts.gender,
            ages=facts.ages if _age_told(profile) else None,
        ),
    )


_AGE_WORDS = re.compile(
    r"\d|\b(?:i'?m|i am|my age|teens?|twenties|thirties|fift\w+|sixt\w+|sevent\w+)\b", re.IGNORECASE
)


def _age_told(profile: Profile) -> bool:
    """Whether the age is known from what they said of themselves, and not from words about other people."""
    if profile.age is not None or (profile.age_band and profile.age_band not in LOOSE_BANDS):
        return True
    return any(
        said.code in CODED_AGES and (not said.words or _AGE_WORDS.search(said.words)) for said in profile.concepts
    )


def _used_to(profile: Profile) -> tuple[Said, ...]:
    """What they used to do, unless they would not do it again."""
    return tuple(said for said in profile.past if said.code.startswith("interest.") and said.code not in profile.not_)


def _week(profile: Profile) -> Wished:
    denied = frozenset(profile.not_) & TIME_CONSTRAINTS - profile.codes
    days = frozenset(DAYS.index(day) for day in profile.days)
    return Wished(profile.times, liked_times(profile), denied, days, closely(profile))


def stage_weights(profile: Profile) -> dict[str, float]:
    """Weights over the four stages that sum to 1; even when nothing was said of what the person wants.

    Only what people say they want or feel able for counts: never a condition, a benefit or a gap.
    """
    weights = dict.fromkeys(STAGES, 0.0)
    for said in profile.of("stage"):
        weights[said.code] = _SAID_WEIGHT
    for said in profile.of("support"):
        stage = SUGGESTED_STAGE.get(said.code)
        if stage is not None:
            weights[stage] = max(weights[stage], _SUGGESTED_WEIGHT)
    for code in profile.not_:
        if code in weights:
            weights[code] = 0.0
    total = sum(weights.values())
    return {code: round(weight / total, 3) if total else 1 / len(STAGES) for code, weight in weights.items()}


_LEARNS_ENGLISH = re.compile(
    r"\b(?:learn\w*|improv\w*|stud(?:y|ying)|practi[cs]\w*|better|more)\b.{0,15}\b(?:english|esol)\b"
    r"|\b(?:english|esol) (?:class\w*|lessons?|courses?)\b",
    re.IGNORECASE,
)


_JOB, _KEEPING = "support.job_brokering", "support.in_work_support"


def _a_job(profile: Profile) -> Iterator[Said]:
    """Who is ready for work, and was heard to say no more of it, would like a job: "i want kitchen work"."""
    if {_JOB, _KEEPING, "stage.in_work"} & profile.codes or _JOB in profile.not_:
        return
    yield from (Said(_JOB, said.words) for said in profile.concepts if said.code == "stage.ready")


def _wants(profile: Profile, constraints: tuple[Said, ...], unwanted: frozenset[str]) -> Wants:
    asked = profile.of("support")
    stage_said = bool(profile.of("stage"))
    weighted = tuple(stage_weights(profile).items()) if stage_said or asked else ()
    return Wants(
        asked=asked,
        stages=weighted,
        stage_said=stage_said,
        unwanted=unwanted,
        tired_of=frozenset(said.code for said in profile.past if said.code.startswith("support.")),
        circumstances=constraints,
        things=frozenset(said.code for said in profile.of("interest") or _used_to(profile)),
        done=frozenset(said.code for said in _used_to(profile)),
        learns_english=_LEARNS_ENGLISH.search(profile.text) is not None,
        gives=gives(profile.text),
        goes_out=goes_out(profile),
        job=tuple(_a_job(profile)),
    )
