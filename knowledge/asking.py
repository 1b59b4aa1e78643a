"""The next question: the one whose answer would most change what can be offered, in the fixed order of groups.

Likes come first, then hopes, what makes it hard, health, and last what a good place requires. Within a group the
question wins whose plausible answers would replace most of the places shown. Where none would, asking ends. Sensitive
questions are put only when a place that would otherwise be shown requires the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.availability import TIME_CONSTRAINTS
from knowledge.board import Board
from knowledge.hypotheses import codes_of, if_answered
from knowledge.profile import Profile
from knowledge.rating import Rating
from knowledge.shortlist import shortlist

GROUPS: tuple[tuple[str, ...], ...] = (("interests",), ("hopes",), ("hard", "times", "place"), ("health",))
"""The story comes before them all, as the first question, while nothing at all is known."""

_RECORD = "record"
WORTH_ASKING = 1 / 15
"""Least average share of the shown places that an answer has to replace: below it a question tires for nothing."""


@dataclass(frozen=True)
class AskNext:
    """``question`` is a slot; ``why``: ``nothing_known``, ``changes_places`` or a listing's field that requires it."""

    question: str
    why: str


@dataclass(frozen=True)
class Asking:
    """Measures questions against one board; ``shown`` are the ratings of what would be shown now."""

    board: Board
    profile: Profile
    turns: Mapping[str, int]
    limit: int
    ratings: Sequence[Rating]
    shown: Sequence[Rating]

    def next(self) -> AskNext | None:
        if self._open("story") and self._change("story") >= WORTH_ASKING:
            return AskNext("story", "nothing_known")
        for group in GROUPS:
            change, slot = self._most([slot for slot in group if self._open(slot)])
            if change >= WORTH_ASKING:
                return AskNext(slot, "changes_places")
        return self._required()

    def _open(self, slot: str) -> bool:
        if slot in self.profile.answered or _KNOWN[slot](self.profile, self.board):
            return False
        return slot != "interests" or not (self._liking_met() or _fears_for_a_job(self.profile))

    def _liking_met(self) -> bool:
        """Whether words that no code caught have found a place: asking what they like would be asking again."""
        return any(reason.code == "own_words" for rating in self.shown for reason in rating.reasons)

    def _required(self) -> AskNext | None:
        wanted: dict[str, str] = {}
        for rating in self._worthy():
            for unknown in rating.verdict.unknown:
                if unknown.slot and unknown.slot not in self.profile.answered and not self._insults(unknown.slot):
                    wanted.setdefault(unknown.slot, unknown.requirement)
        change, slot = self._most(list(wanted))
        return AskNext(slot, wanted[slot]) if change > 0 else None

    def _insults(self, slot: str) -> bool:
        """Who fears for the job they have is not asked about the police."""
        return slot == _RECORD and "stage.in_work" in self.profile.codes and _fears_for_a_job(self.profile)

    def _most(self, slots: Sequence[str]) -> tuple[float, str]:
        """The question that changes most, the earlier of two that change as much; ``(0.0, "")`` for none."""
        return max(((self._change(slot), slot) for slot in slots), key=lambda pair: pair[0], default=(0.0, ""))

    def _worthy(self) -> list[Rating]:
        """Places worth a sensitive question, best first: they would come before all that can be shown without it.

        Where fewer can be shown than a turn has room for, any place that fits is worth it.
        """
        least = max((rating.score for rating in self.shown), default=0.0) if len(self.shown) >= self.limit else 0.0
        fitting = [rating for rating in self.ratings if rating.fits and rating.excluded is None]
        worthy = [rating for rating in fitting if rating.verdict.unknown and rating.promise >= least]
        return sorted(worthy, key=lambda rating: (-rating.promise, rating.service.id))

    def _change(self, slot: str) -> float:
        """The average share of the places shown that an answer would replace, over the plausible answers."""
        now = {rating.service.id for rating in self.shown}
        answers = if_answered(slot, self.profile, self.board.index.directory)
        shown = [self._shown(answer) for answer in answers]
        changes = [max(len(now - then), len(then - now)) / self.limit for then in shown]
        return sum(changes) / len(changes) if changes else 0.0

    def _shown(self, profile: Profile) -> set[str]:
        entries = shortlist(profile, self.board.rate_fitting(profile), self.turns, self.limit)
        return {entry.rating.service.id for entry in entries}


def _fears_for_a_job(profile: Profile) -> bool:
    """Who has a job to keep is not asked first what they enjoy."""
    return "support.in_work_support" in profile.codes


def _has_interest(profile: Profile, _: Board) -> bool:
    return any(said.code.startswith("interest.") for said in (*profile.concepts, *profile.past))


def _has_hope(profile: Profile, _: Board) -> bool:
    return bool(profile.of("support")) or bool(profile.codes & {"stage.ready", "stage.in_work"})


def _has_hard(profile: Profile, _: Board) -> bool:
    return bool(profile.codes & {code for codes in codes_of("hard").values() for code in codes})


def _has_times(profile: Profile, _: Board) -> bool:
    """Who turns evenings down has told when they are free, too."""
    return bool(profile.times or profile.days or (profile.codes | set(profile.not_)) & TIME_CONSTRAINTS)


_KNOWN: Mapping[str, Callable[[Profile, Board], bool]] = {
    "story": lambda profile, _: not profile.told_nothing,
    "interests": _has_interest,
    "hopes": _has_hope,
    "hard": _has_hard,
    "times": _has_times,
    "place": lambda profile, board: board.facts(profile).where.told,
    "health": lambda profile, board: board.facts(profile).health_known,
}
