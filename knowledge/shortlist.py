"""From ratings to what is shown: what fits, in order, with benefits advice drawn forward where somebody is afraid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.benefits import WORRY, advises_on_benefits
from knowledge.fair_turns import Candidate, choose, in_order
from knowledge.pay import A_JOB, TRYING_IT, is_work
from knowledge.profile import Profile
from knowledge.rating import Rating
from knowledge.reasons import Reason
from knowledge.skilled import fields, is_unlike_them
from knowledge.understanding.giving import TEACHING, gives

READY = "stage.ready"


@dataclass(frozen=True)
class Shown:
    """A rating with a reason that rests on what else is shown."""

    rating: Rating
    further: tuple[Reason, ...] = ()
    after: bool = False
    """Whether it comes after all others whatever its score."""


def candidates(ratings: Iterable[Rating], profile: Profile) -> list[Candidate]:
    """Only what fits: no reason about a liking, a hope or a need means no match. Work in another trade than a skilled
    person's, lessons for beginners in theirs, and work for who turned a job down, come after all else.
    """
    mine, no_work = fields(profile), _turns_work_down(profile)
    return [
        Candidate(
            rating.service.id,
            rating.service.name,
            rating.score,
            rating.service.like_group,
            rating.basic or is_unlike_them(profile, mine, rating.service) or (no_work and is_work(rating.service)),
            _kind(rating),
        )
        for rating in ratings
        if rating.excluded is None and rating.fits and rating.score > 0
    ]


def _turns_work_down(profile: Profile) -> bool:
    """Who is not ready for a job, and asks for no volunteering either, nor would teach."""
    asked = profile.codes & {READY, A_JOB, TRYING_IT, TEACHING}
    return READY in profile.not_ and not asked and not gives(profile.text)


def _kind(rating: Rating) -> str:
    """A provider with what it does there: one kind of support in the same things."""
    return " ".join((rating.provider.id, *rating.service.support[:1], *sorted(rating.service.interests)))


def shortlist(profile: Profile, ratings: Sequence[Rating], turns: Mapping[str, int], limit: int) -> list[Shown]:
    by_id = {rating.service.id: rating for rating in ratings}
    ordered = in_order(candidates(ratings, profile), turns)
    shown = [Shown(by_id[one.service_id], after=one.basic) for one in choose(ordered, limit)]
    if WORRY not in profile.codes or not any(_touches(entry.rating) for entry in shown):
        return shown
    return _advice_first(shown, ratings, turns, limit)


def _advice_first(shown: list[Shown], ratings: Sequence[Rating], turns: Mapping[str, int], limit: int) -> list[Shown]:
    """Where a step may touch benefits, advice on benefits comes before it, even if it had no other reason."""
    open_advice = {
        rating.service.id: rating
        for rating in ratings
        if rating.excluded is None and advises_on_benefits(rating.service)
    }
    ordered = in_order([Candidate(key, entry.service.name, entry.score) for key, entry in open_advice.items()], turns)
    if not ordered:
        return shown
    reason = Reason("benefits_first", WORRY, field="support")
    advice = Shown(open_advice[ordered[0].service_id], (reason,))
    others = [entry for entry in shown if entry.rating.service.id != advice.rating.service.id]
    return [advice, *others][:limit]


def _touches(rating: Rating) -> bool:
    return rating.service.touches_benefits and not advises_on_benefits(rating.service)
