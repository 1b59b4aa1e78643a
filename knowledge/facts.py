"""A profile cut into parts that can be compared and hashed, so that what did not change is not worked out again.

``Facts`` is what eligibility reads. The other parts, each what one rule of ``scoring`` reads, stand in ``aspects``.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.availability import Closely
from knowledge.geography import Where, where
from knowledge.musts import closely, liked_home, liked_times, only_days
from knowledge.profile import Profile


@dataclass(frozen=True)
class Facts:
    """Hard facts of one person. ``constraints``, ``identities`` and ``conditions`` are codes said with "yes".

    A time that only suits best is no hard fact and is not among the ``constraints``.
    """

    ages: tuple[int, int] | None
    age_known: bool
    minor: bool
    where: Where
    gender: str | None
    heritage: str | None
    conditions: frozenset[str]
    health: str | None
    health_known: bool
    diagnosis: bool | None
    right_to_work: bool | None
    identities: frozenset[str]
    constraints: frozenset[str]
    denied: frozenset[str]
    languages: tuple[str, ...]
    dislikes: frozenset[str]
    attending: frozenset[str]
    settled: frozenset[str]
    """Slots that were answered and not skipped, so that what was not named there is a "no"."""
    answered: frozenset[str]
    only_days: frozenset[int] = frozenset()
    """Days that are a must, from Monday 0."""
    closely: Closely = ()


def facts_of(profile: Profile, area: str) -> Facts:
    """``area`` is the borough taken for granted when the person named none."""
    codes = profile.codes
    ages = profile.ages
    return Facts(
        ages=ages,
        age_known=profile.age_known or "age" in profile.answered,
        minor=ages is not None and ages[1] < 18,
        where=where(profile.postcode, profile.area, area),
        gender=_gender(profile, codes),
        heritage=_heritage(profile),
        conditions=frozenset(said.code for said in profile.of("health")),
        health=profile.health,
        health_known=bool(profile.of("health") or profile.health) or "health" in profile.answered,
        diagnosis=profile.diagnosis,
        right_to_work=_right_to_work(profile, codes),
        identities=frozenset(said.code for said in profile.of("identity")),
        constraints=frozenset(said.code for said in profile.of("constraint"))
        - liked_times(profile)
        - liked_home(profile),
        denied=frozenset(profile.not_),
        languages=profile.languages,
        dislikes=profile.dislikes,
        attending=profile.attending,
        settled=profile.answered - profile.skipped,
        answered=profile.answered,
        only_days=only_days(profile),
        closely=closely(profile),
    )


def _gender(profile: Profile, codes: frozenset[str]) -> str | None:
    if profile.gender:
        return profile.gender
    for name in ("woman", "man"):
        if f"identity.{name}" in codes:
            return name
    return None


def _heritage(profile: Profile) -> str | None:
    """The words kept of somebody's own description; a bare code without words says nothing to match on."""
    if profile.heritage:
        return profile.heritage
    words = [said.words for said in profile.concepts if said.code == "identity.ethnicity" and said.words]
    return " ".join(words) or None


def _right_to_work(profile: Profile, codes: frozenset[str]) -> bool | None:
    """The code of the typology stands for a limit, so that denying the limit is having the right."""
    if profile.right_to_work is not None:
        return profile.right_to_work
    if "constraint.right_to_work" in codes:
        return False
    return True if "constraint.right_to_work" in profile.not_ else None
