"""Whether what is said is denied."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.language.phrases import Found
from knowledge.understanding.clauses import Clauses
from knowledge.understanding.week import TIMES, names_a_part

_BARE_BEFORE = frozenset("actually no but just really maybe sorry wait so and well".split())
_NOS = frozenset(("not", "no", "never", "hate", "without"))


def is_denied(clauses: Clauses, concept: Found, code: str, first: int, others: Sequence[Found]) -> bool:
    """``first`` is where the clause begins; ``others`` are the concepts of the same group."""
    after = clauses.sentence_end(concept.end)
    wished = code.startswith(("interest.", "stage.", "support.")) or (code in TIMES and not _says_no(clauses, concept))
    if wished and _passes_over_no(clauses, concept):
        return True
    for cue in clauses.inside("no_after" if wished else "fine_after", concept.end, min(after, concept.end + 8)):
        if names_a_part(clauses.message[concept.end : cue.start]):
            continue
        if cue.start - concept.end <= 1 and not clauses.inside("yes_after", concept.end, cue.start):
            return True
        if clauses.is_only_list(concept.end, cue.start):
            return True
    for cue in clauses.inside("yes_after", concept.end, after):
        near = cue.start == concept.end or (
            cue.start == concept.end + 1
            and cue.mask.bit_count() == 1
            and not clauses.pause_between(concept.end, cue.start + 1)
        )
        joined = near and not (clauses.message[cue.start].pause and cue.end - cue.start > 1)
        if wished and joined and not clauses.inside("no_before", concept.end, cue.end):
            return False
    return _denied_before(clauses, concept, code, first, others)


def _denied_before(clauses: Clauses, concept: Found, code: str, first: int, others: Sequence[Found]) -> bool:
    lifted = 0 if code.startswith("interest.") else _unable(clauses, first, concept.start)
    for cue in clauses.inside("not_denied", first, concept.end):
        lifted |= cue.mask
    cues = clauses.inside("no_before", first, concept.start)
    if code.startswith("interest."):
        cues = sorted([*cues, *clauses.inside("dislike_before", first, concept.start)], key=lambda c: c.start)
    verbs = [c for c in cues if not c.mask & lifted]
    nouns = [c for c in clauses.inside("noun_no", first, concept.start) if not c.mask & lifted]
    if nouns and (not verbs or nouns[-1].end >= verbs[-1].end):
        return _nounis_denied(clauses, concept, nouns[-1], others)
    if not verbs:
        return False
    cue = verbs[-1]
    if _put_right(clauses, cue, concept):
        return False
    return not any(yes.start >= cue.end and not yes.mask & cue.mask for yes in _yes_between(clauses, cue, concept))


def _passes_over_no(clauses: Clauses, concept: Found) -> bool:
    """Whether the denial stands in a gap of the phrase itself, as in "need no counsellor"."""
    gaps = (i for i in range(concept.start, concept.end) if not concept.mask >> i & 1)
    return any(clauses.message[i].word in {"no", "not", "never"} for i in gaps)


def _put_right(clauses: Clauses, cue: Found, concept: Found) -> bool:
    """A bare "not" before one noun ends at the comma, where no list goes on: "not a job, volunteering"."""
    bare = clauses.words(cue) == ["not"] and (cue.start == 0 or clauses.message[cue.start - 1].word in _BARE_BEFORE)
    at_comma = concept.start > cue.end and clauses.message[concept.start].pause == ","
    return bare and at_comma and not clauses.is_listed(cue.end, concept.end)


def _unable(clauses: Clauses, start: int, end: int) -> int:
    """The "not" of "cannot": who cannot do a thing may well want help with it, so it denies interests alone."""
    unable = [i for i in range(max(start, 1), end) if clauses.message[i].word == "not"]
    return sum(1 << i for i in unable if clauses.message[i - 1].word in {"can", "could"})


def _yes_between(clauses: Clauses, cue: Found, concept: Found) -> list[Found]:
    """What takes a denial back, unless it is the denied verb itself: "not like X" against "not X, like Y"."""
    return [
        yes
        for yes in clauses.inside("yes_cue", cue.end, concept.start)
        if yes.start > cue.end + 1 or clauses.pause_between(cue.end, yes.end)
    ]


def _nounis_denied(clauses: Clauses, concept: Found, cue: Found, others: Sequence[Found]) -> bool:
    between = [o for o in others if cue.end <= o.start and o.end <= concept.start]
    if not between:
        gap = concept.start - cue.end
        return gap <= 4 and not clauses.pause_between(cue.end, concept.start + 1)
    return clauses.is_only_list(between[-1].end, concept.start) and clauses.is_listed(between[0].start, concept.end)


def _says_no(clauses: Clauses, concept: Found) -> bool:
    """Whether the words themselves turn something down: "can't do mornings"."""
    return any(token.word in _NOS for token in clauses.message[concept.start : concept.end])
