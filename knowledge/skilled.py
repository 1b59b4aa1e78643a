"""Who brings a trade that takes years to learn, and which places have work at that level in it."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.listing import Service
from knowledge.own_words import named, speaks_of
from knowledge.profile import Profile, Said
from knowledge.understanding.learnt import is_learnt

EXPERIENCED = "constraint.overqualified"
_OF_A_TRADE = frozenset(
    f"support.{key}" for key in ("training", "work_experience", "business_enterprise", "job_brokering")
)
_TRAINS, _KEEPING = "support.training", "support.in_work_support"
_JOB, _COMPANY = frozenset(("stage.ready", "support.job_brokering")), "support.social_engagement"
_OWN_FIRM = frozenset(("support.business_enterprise", "interest.own_business"))
_TEACHING = "interest.teaching"
"""Who would like to hand on what they know is shown where it is handed on, of whatever trade."""
_AT_WORK = frozenset(("stage.in_work", _KEEPING))
_WORK = frozenset(("support.job_brokering", "support.work_experience"))


def fields_of(said: Iterable[Said]) -> frozenset[str]:
    """The interests, now or before, that are a trade they have learnt; all of them where they bring long experience."""
    told = list(said)
    experienced = any(one.code == EXPERIENCED for one in told)
    liked = [one for one in told if one.code.startswith("interest.")]
    return frozenset(one.code for one in liked if experienced or is_learnt(one.words))


def fields(profile: Profile) -> frozenset[str]:
    return fields_of((*profile.concepts, *profile.past))


def is_unlike_them(profile: Profile, mine: frozenset[str], service: Service) -> bool:
    """Whether it is for work or learning in trades that are not theirs, or teaches theirs to others than the
    experienced, or how to begin a firm to who spoke of none; of who looks for a job, whether it is help for people who
    have one, or their trade as a pastime or a first taste.
    """
    theirs, first = set(service.interests), set(service.support[:1])
    if _KEEPING in first and "stage.ready" in profile.codes and not _AT_WORK & profile.codes:
        return True
    if mine & theirs and _OWN_FIRM & first and not _OWN_FIRM & profile.codes:
        return True
    if (
        mine & theirs
        and _JOB & profile.codes
        and _COMPANY not in profile.codes
        and (not _OF_A_TRADE & first or "stage.ready" not in service.stages)
    ):
        return True
    if mine & theirs:
        teaches = _TRAINS in service.support and first <= {_TRAINS, "support.work_experience"}
        return teaches and _TRAINS not in profile.codes and EXPERIENCED not in service.adapts
    if _TEACHING in theirs & profile.codes or _asked_by_name(profile, service):
        return False
    return bool(mine) and bool(theirs) and bool(_OF_A_TRADE & first)


def _asked_by_name(profile: Profile, service: Service) -> bool:
    """Whether its own words name what they would like, a board for who spoke of a trustee's seat, or what they are by
    trade: "surveyors" among those whom small charities look for.
    """
    liked = (one for one in profile.concepts if one.words and one.code in service.interests)
    trades = (
        one for one in (*profile.concepts, *profile.past) if is_learnt(one.words) and one.code.startswith("interest.")
    )
    return any(speaks_of(service, one.words) for one in liked) or any(named(service, one.words) for one in trades)


def is_at_their_level(mine: frozenset[str], service: Service) -> bool:
    """Whether it has work in a trade of theirs and says that it is for the experienced."""
    return bool(mine & set(service.interests)) and EXPERIENCED in service.adapts and bool(_WORK & set(service.support))
