"""Whether a concept is said, denied, or past, and whether it is said of the person at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language.phrases import Found
from knowledge.language.words import Token
from knowledge.understanding.books import books
from knowledge.understanding.clauses import Clauses, begins_clause
from knowledge.understanding.denials import is_denied
from knowledge.understanding.model import Polarity
from knowledge.understanding.past import is_past_state, is_past_work
from knowledge.understanding.week import TIMES

_OF_OTHERS_TOO = ("constraint.childcare", "constraint.caring", "constraint.housing", "identity.lone_parent", "support.")
_PREPOSITIONS = frozenset("with for of to from and after without by like about than".split())
_OF_WHOM = frozenset("who that has is was with need get have suffer got be and he she".split())


@dataclass(frozen=True)
class Scope(Clauses):
    """What one message says of each concept in it."""

    @classmethod
    def of(cls, message: Sequence[Token]) -> Scope:
        cues: dict[str, list[Found]] = {}
        for cue in books().scope.find(message):
            cues.setdefault(cue.label, []).append(cue)
        starts = [i for i in range(len(message)) if i == 0 or begins_clause(message, i)]
        return cls(message, cues, tuple(starts))

    def polarity(self, concept: Found, code: str, others: Sequence[Found]) -> Polarity:
        """``others`` are the concepts of the same group, which a list of nouns may join to this one."""
        first, last = self.clause(concept.start, concept.end)
        if is_denied(self, concept, code, first, others):
            return "yes" if code in _SAID_BY_DENIAL and not self.inside("unbothered", first, last) else "no"
        if code.startswith("interest.") or code in _PAST_SUPPORT:
            return "past" if is_past_work(self, concept, first, last) else "yes"
        if code.startswith(("health.", "constraint.")):
            return "past" if is_past_state(self, concept, code, first) else "yes"
        return "yes"

    def sides(self, concept: Found, code: str, polarity: Polarity) -> list[Polarity]:
        """The polarity, and with it the other half of "was a nurse, never again": work that is past and refused."""
        if not code.startswith("interest.") or polarity == "yes":
            return [polarity]
        if polarity == "no":
            done = self.inside("done_before", self.sentence_start(concept.start), len(self.message))
            return ["no", "past"] if any(cue.start - concept.end <= 12 for cue in done) else ["no"]
        over = self.inside("never_again", concept.end, min(len(self.message), concept.end + 14))
        return ["past", "no"] if over else ["past"]

    def asked_near(self, concept: Found, cue: str) -> bool:
        """Whether a cue stands in the sentence of a short phrase; a long phrase, and one alone, need none.

        Nor does a time that is an item of a list: "cooking, mornings, SE5".
        """
        if (concept.mask.bit_count() > 2 and cue != "seek") or len(self.message) <= 5:
            return True
        if cue == "when_free" and self._stands_alone(concept):
            return True
        return bool(self.inside(cue, self.sentence_start(concept.start), self.sentence_end(concept.end)))

    def _stands_alone(self, concept: Found) -> bool:
        ends = concept.end == len(self.message) or bool(self.message[concept.end].pause)
        return ends and bool(self.message[concept.start].pause)  # at the head, "morning" greets

    def refused(self, concept: Found) -> bool:
        """Whether a denied thing is turned down, not merely lacked: "no GCSEs" refuses no training."""
        if len(self.message) <= 5:
            return True
        first, last = self.clause(concept.start, concept.end)
        return bool(self.inside("wish", first, last) or self.inside("dislike_before", first, last))

    def of_another(self, concept: Found, code: str) -> bool:
        """Whether the concept is said of someone else: "my son has autism"."""
        if code.startswith(_OF_OTHERS_TOO):
            return False
        first = self.clause(concept.start, concept.end)[0] if code in TIMES else self.sentence_start(concept.start)
        others = self._subjects(first, concept.start)
        inner = self.inside("other", concept.start, concept.end)
        if inner and code.startswith("health."):
            return True
        if not others:
            return self._pronoun_goes_back(concept, first)
        latest = others[-1]
        return not self.inside("self", latest.end, concept.start)

    def _subjects(self, first: int, before: int) -> list[Found]:
        named = self.inside("other", first, before)
        longest = [c for c in named if not any(c.mask != o.mask and c.mask & o.mask == c.mask for o in named)]
        return [c for c in longest if self._is_subject(c)]

    def _is_subject(self, cue: Found) -> bool:
        before = self.message[cue.start - 1].word if cue.start else ""
        after = self.message[cue.end].stem if cue.end < len(self.message) else ""
        pause = self.message[cue.end].pause if cue.end < len(self.message) else "."
        if before in _PREPOSITIONS or (cue.start > 1 and self.message[cue.start - 1].stem in {"have", "miss", "lose"}):
            return after in _OF_WHOM and not pause
        return after not in {"die", "pass", "and", "say", "tell", "think"}

    def _pronoun_goes_back(self, concept: Found, first: int) -> bool:
        pronouns = self.inside("other_pronoun", first, concept.start)
        if not pronouns or self.inside("self", pronouns[-1].end, concept.start):
            return False
        return bool(self.inside("other", 0, pronouns[-1].start))


_SAID_BY_DENIAL = frozenset(
    ("constraint.noise_crowds", "constraint.no_groups", "constraint.cost", "constraint.own_home")
)
"""Denying their nouns says them: "not in a crowd", "no bus fare"; their own denials are phrases of their own."""
_PAST_SUPPORT = ("support.psychological_support", "support.work_experience")
