"""Whether what is said is over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.language.phrases import Found
from knowledge.understanding.clauses import Clauses
from knowledge.understanding.model import Concept

LASTING = ("health.heart_lungs", "health.musculoskeletal", "health.epilepsy", "health.diabetes", "health.sight")
_LIKINGS = frozenset(("like", "love", "enjoy"))
"""Straight behind words of the past they belong to it: "used to like fishing"."""
_STATES = frozenset(
    "moped bed interested employed bored educated disabled tired experienced advanced based supported need".split()
)


def is_past_work(clauses: Clauses, concept: Found, first: int, last: int) -> bool:
    for cue in reversed(clauses.inside("past_before", first, concept.end)):
        after = cue.end + (clauses.message[cue.end].stem in _LIKINGS if cue.end < concept.start else 0)
        if not clauses.inside("present", after, concept.start + 1) and not _lifted_past(clauses, cue, first):
            return True
    if any(cue.start - concept.end <= 3 for cue in clauses.inside("past_after", concept.end, last + 4)):
        return not clauses.inside("present", first, concept.start)
    return _past_form(clauses, concept) and not clauses.inside("present", first, concept.start)


def _lifted_past(clauses: Clauses, cue: Found, first: int) -> bool:
    """Whether it is a wish: "would like experience in X", "want to have studied X"."""
    return any(c.end <= cue.start + 1 and c.start >= first for c in clauses.cues.get("present", ())) and any(
        t.stem in {"want", "like", "need", "look", "hope", "would", "get"} for t in clauses.message[first : cue.start]
    )


def _past_form(clauses: Clauses, concept: Found) -> bool:
    used = [clauses.message[i] for i in range(concept.start, concept.end) if concept.mask >> i & 1]
    return any(t.word.endswith("ed") and t.stem != t.word and t.word not in _STATES for t in used)


def is_past_state(clauses: Clauses, concept: Found, code: str, first: int) -> bool:
    sentence = clauses.sentence_end(concept.end)
    if clauses.inside("still", first, sentence) and not clauses.inside("strong_past_after", concept.end, sentence):
        return False
    after = clauses.inside("strong_past_after", concept.end, min(sentence, concept.end + 10))
    if after and not (code in LASTING and all("ago" in clauses.words(c) for c in after)):
        return not clauses.inside("self", concept.end, after[0].start) or after[0].start - concept.end <= 6
    before = clauses.inside("strong_past_before", first, concept.start)
    certain = [c for c in before if clauses.message[c.start].word in {"used", "use", "recovered", "previously"}]
    return any(concept.start - c.end <= 3 and not clauses.pause_between(c.end, concept.start + 1) for c in certain)


def once_before(text: str, said: Sequence[Concept]) -> list[Concept]:
    """What a sentence tells that opens so was liked once: "before I sing in choir"; "before I cook, I wash" tells of
    no such time.
    """
    spans = [found.span() for found in _BEFORE.finditer(text) if not _GOES_ON.search(found["rest"])]
    turned = [
        replace(one, polarity="past")
        if one.polarity == "yes" and one.code.startswith("interest.") and _within(one, spans)
        else one
        for one in said
    ]
    return list({(one.code, one.polarity): one for one in reversed(turned)}.values())[::-1] if spans else list(said)


def _within(one: Concept, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= one.start < end for start, end in spans)


_BEFORE = re.compile(
    r"(?:^|(?<=[.!?;\n\u2026]))\s*(?:(?:but|and|because|cos)\s+)?(?:before|b4),?\s+(?:i|we|me|mi)\s+(?P<rest>[^.!?;\n]*)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?<!\band )(?<!\bbut )\b(?:i|i'm|im|i'd|we|you|u|they|can|could|is|are|what|how|where|who|please)\b|\?",
    re.IGNORECASE,
)
