"""Whether a concept is said, denied, or past, and whether it is said of the person at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language.phrases import Found
from knowledge.language.words import Token
from knowledge.understanding.books import books
from knowledge.understanding.model import Polarity
from knowledge.understanding.week import TIMES, names_a_part

_NEW_CLAUSE = frozenset(
    "but although though however because so then while whereas instead just only yet otherwise apart since unless if "
    "which except now cause also plus where when".split()
)
_NEW_SUBJECT = frozenset(
    "i we he she they my it there that you your would am have want love like enjoy need look use was got can could "
    "prefer good interested happy more give put let find send "
    "show too rather hope yes no not never hate do did is are only used been".split()
)
_BARE_BEFORE = frozenset("actually no but just really maybe sorry wait so and well".split())
_NOS = frozenset(("not", "no", "never", "hate", "without"))
_LIST_WORDS = frozenset(("or", "nor", "and"))
LASTING = ("health.heart_lungs", "health.musculoskeletal", "health.epilepsy", "health.diabetes", "health.sight")
_OF_OTHERS_TOO = ("constraint.childcare", "constraint.caring", "constraint.housing", "identity.lone_parent", "support.")
_PREPOSITIONS = frozenset("with for of to from and after without by like about than".split())
_OF_WHOM = frozenset("who that has is was with need get have suffer got be and he she".split())


@dataclass(frozen=True)
class Scope:
    """The cues of one message, by name, and where its clauses begin."""

    message: Sequence[Token]
    cues: dict[str, list[Found]]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, message: Sequence[Token]) -> Scope:
        cues: dict[str, list[Found]] = {}
        for cue in books().scope.find(message):
            cues.setdefault(cue.label, []).append(cue)
        starts = [i for i in range(len(message)) if i == 0 or _begins_clause(message, i)]
        return cls(message, cues, tuple(starts))

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The first word of the clause that holds ``start`` and the word after its last."""
        first = max(s for s in self.starts if s <= start)
        last = min((s for s in self.starts if s >= end), default=len(self.message))
        return first, last

    def inside(self, name: str, start: int, end: int) -> list[Found]:
        return [cue for cue in self.cues.get(name, ()) if cue.start >= start and cue.end <= end]

    def polarity(self, concept: Found, code: str, others: Sequence[Found]) -> Polarity:
        """``others`` are the concepts of the same group, which a list of nouns may join to this one."""
        first, last = self.clause(concept.start, concept.end)
        if self._denied(concept, code, first, others):
            return "yes" if code in _SAID_BY_DENIAL and not self.inside("unbothered", first, last) else "no"
        if code.startswith("interest.") or code in _PAST_SUPPORT:
            return "past" if self._past_work(concept, first, last) else "yes"
        if code.startswith(("health.", "constraint.")):
            return "past" if self._past_state(concept, code, first) else "yes"
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

    def _says_no(self, concept: Found) -> bool:
        """Whether the words themselves turn something down: "can't do mornings"."""
        return any(token.word in _NOS for token in self.message[concept.start : concept.end])

    def _denied(self, concept: Found, code: str, first: int, others: Sequence[Found]) -> bool:
        after = self.sentence_end(concept.end)
        wished = code.startswith(("interest.", "stage.", "support.")) or (code in TIMES and not self._says_no(concept))
        if wished and self._passes_over_no(concept):
            return True
        for cue in self.inside("no_after" if wished else "fine_after", concept.end, min(after, concept.end + 8)):
            if names_a_part(self.message[concept.end : cue.start]):
                continue
            if cue.start - concept.end <= 1 and not self.inside("yes_after", concept.end, cue.start):
                return True
            if self._only_list(concept.end, cue.start):
                return True
        for cue in self.inside("yes_after", concept.end, after):
            near = cue.start == concept.end or (
                cue.start == concept.end + 1
                and cue.mask.bit_count() == 1
                and not self._pause_between(concept.end, cue.start + 1)
            )
            joined = near and not (self.message[cue.start].pause and cue.end - cue.start > 1)
            if wished and joined and not self.inside("no_before", concept.end, cue.end):
                return False
        return self._denied_before(concept, code, first, others)

    def _denied_before(self, concept: Found, code: str, first: int, others: Sequence[Found]) -> bool:
        lifted = 0 if code.startswith("interest.") else self._unable(first, concept.start)
        for cue in self.inside("not_denied", first, concept.end):
            lifted |= cue.mask
        cues = self.inside("no_before", first, concept.start)
        if code.startswith("interest."):
            cues = sorted([*cues, *self.inside("dislike_before", first, concept.start)], key=lambda c: c.start)
        verbs = [c for c in cues if not c.mask & lifted]
        nouns = [c for c in self.inside("noun_no", first, concept.start) if not c.mask & lifted]
        if nouns and (not verbs or nouns[-1].end >= verbs[-1].end):
            return self._noun_denied(concept, nouns[-1], others)
        if not verbs:
            return False
        cue = verbs[-1]
        if self._put_right(cue, concept):
            return False
        return not any(yes.start >= cue.end and not yes.mask & cue.mask for yes in self._yes_between(cue, concept))

    def _passes_over_no(self, concept: Found) -> bool:
        """Whether the denial stands in a gap of the phrase itself, as in "need no counsellor"."""
        gaps = (i for i in range(concept.start, concept.end) if not concept.mask >> i & 1)
        return any(self.message[i].word in {"no", "not", "never"} for i in gaps)

    def _put_right(self, cue: Found, concept: Found) -> bool:
        """A bare "not" before one noun ends at the comma, where no list goes on: "not a job, volunteering"."""
        bare = self._words(cue) == ["not"] and (cue.start == 0 or self.message[cue.start - 1].word in _BARE_BEFORE)
        at_comma = concept.start > cue.end and self.message[concept.start].pause == ","
        return bare and at_comma and not self._listed(cue.end, concept.end)

    def _unable(self, start: int, end: int) -> int:
        """The "not" of "cannot": who cannot do a thing may well want help with it, so it denies interests alone."""
        unable = [i for i in range(max(start, 1), end) if self.message[i].word == "not"]
        return sum(1 << i for i in unable if self.message[i - 1].word in {"can", "could"})

    def _yes_between(self, cue: Found, concept: Found) -> list[Found]:
        """What takes a denial back, unless it is the denied verb itself: "not like X" against "not X, like Y"."""
        return [
            yes
            for yes in self.inside("yes_cue", cue.end, concept.start)
            if yes.start > cue.end + 1 or self._pause_between(cue.end, yes.end)
        ]

    def _noun_denied(self, concept: Found, cue: Found, others: Sequence[Found]) -> bool:
        between = [o for o in others if cue.end <= o.start and o.end <= concept.start]
        if not between:
            gap = concept.start - cue.end
            return gap <= 4 and not self._pause_between(cue.end, concept.start + 1)
        return self._only_list(between[-1].end, concept.start) and self._listed(between[0].start, concept.end)

    def _listed(self, start: int, end: int) -> bool:
        """A list of denied nouns goes on where "or", "nor" or "and" says so, at its end too."""
        stop = min(self.sentence_end(end), end + 6)
        return any(self.message[i].word in _LIST_WORDS for i in range(start, stop))

    def _only_list(self, start: int, end: int) -> bool:
        if start == end:
            return end < len(self.message) and self.message[end].pause == ","
        words = self.message[start:end]
        joined = any(w.word in _LIST_WORDS or w.pause for w in words)
        return joined and len(words) <= 6 and not any(w.word in _NEW_SUBJECT for w in words)

    def _past_work(self, concept: Found, first: int, last: int) -> bool:
        for cue in reversed(self.inside("past_before", first, concept.end)):
            after = cue.end + (self.message[cue.end].stem in _LIKINGS if cue.end < concept.start else 0)
            if not self.inside("present", after, concept.start + 1) and not self._lifted_past(cue, first):
                return True
        if any(cue.start - concept.end <= 3 for cue in self.inside("past_after", concept.end, last + 4)):
            return not self.inside("present", first, concept.start)
        return self._past_form(concept) and not self.inside("present", first, concept.start)

    def _lifted_past(self, cue: Found, first: int) -> bool:
        """Whether it is a wish: "would like experience in X", "want to have studied X"."""
        return any(c.end <= cue.start + 1 and c.start >= first for c in self.cues.get("present", ())) and any(
            t.stem in {"want", "like", "need", "look", "hope", "would", "get"} for t in self.message[first : cue.start]
        )

    def _past_form(self, concept: Found) -> bool:
        used = [self.message[i] for i in range(concept.start, concept.end) if concept.mask >> i & 1]
        return any(t.word.endswith("ed") and t.stem != t.word and t.word not in _STATES for t in used)

    def _past_state(self, concept: Found, code: str, first: int) -> bool:
        sentence = self.sentence_end(concept.end)
        if self.inside("still", first, sentence) and not self.inside("strong_past_after", concept.end, sentence):
            return False
        after = self.inside("strong_past_after", concept.end, min(sentence, concept.end + 10))
        if after and not (code in LASTING and all("ago" in self._words(c) for c in after)):
            return not self.inside("self", concept.end, after[0].start) or after[0].start - concept.end <= 6
        before = self.inside("strong_past_before", first, concept.start)
        certain = [c for c in before if self.message[c.start].word in {"used", "use", "recovered", "previously"}]
        return any(concept.start - c.end <= 3 and not self._pause_between(c.end, concept.start + 1) for c in certain)

    def _words(self, cue: Found) -> list[str]:
        return [t.word for t in self.message[cue.start : cue.end]]

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

    def sentence_start(self, at: int) -> int:
        return max(i for i in range(at + 1) if i == 0 or self.message[i].pause == ".")

    def sentence_end(self, at: int) -> int:
        return next((i for i in range(at, len(self.message)) if self.message[i].pause == "."), len(self.message))

    def _pause_between(self, start: int, end: int) -> bool:
        return any(self.message[i].pause for i in range(start, min(end, len(self.message))))


_SAID_BY_DENIAL = frozenset(
    ("constraint.noise_crowds", "constraint.no_groups", "constraint.cost", "constraint.own_home")
)
"""Denying their nouns says them: "not in a crowd", "no bus fare"; their own denials are phrases of their own."""
_LIKINGS = frozenset(("like", "love", "enjoy"))
"""Straight behind words of the past they belong to it: "used to like fishing"."""
_PAST_SUPPORT = ("support.psychological_support", "support.work_experience")
_VERBS = frozenset(
    "is are was were keep keeps kept make makes made has have had do does did am need needs go goes went get gets got "
    "give gives gave help helps feel feels set sets set scare scares work works stop stops take takes start "
    "starts".split()
)
_STATES = frozenset(
    "moped bed interested employed bored educated disabled tired experienced advanced based supported need".split()
)


def _begins_clause(message: Sequence[Token], at: int) -> bool:
    token = message[at]
    before = message[at - 1].word if at else ""
    if token.pause == "." or (token.word in _NEW_CLAUSE and before not in {"anything", "everything"}):
        return True
    subject = token.word in _NEW_SUBJECT
    if token.pause == "," and subject:
        return True
    if at and (token.pause or before == "and") and _has_verb(message, at):
        return True
    if before == "and":
        return token.word in {"i", "my", "he", "she", "we", "am", "have", "love", "want", "would", "it", "no", "need"}
    return token.word == "i" and at > 1 and before not in {"that", "if", "when", "what", "things", "and"}


def _has_verb(message: Sequence[Token], at: int) -> bool:
    """Whether the words from here to the next pause, four at most, hold a verb after their first word."""
    for index in range(at + 1, min(at + 4, len(message))):
        if message[index].pause:
            return False
        if message[index].word in _VERBS:
            return True
    return False
