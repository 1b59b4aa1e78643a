"""Which facts of a message are told, where it asks us for something as well."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.language.phrases import Found
from knowledge.language.words import Token
from knowledge.understanding.heard import Heard
from knowledge.understanding.model import Concept

_TELLING = frozenset(("inform", "correct", "crisis", "affirm", "deny", "unsure", "skip", "greet", "thank", "goodbye"))
_TOLD_ANYWHERE = ("health.", "constraint.english", "constraint.literacy", "constraint.no_phone_calls", "identity.")
_TOLD_OF_PLACES = ("constraint.", "interest.")
_PLAINLY, _SURELY = 0.4, 0.9
_HOW_IT_STANDS = "ask_status"
"""Where the whole message is that wish, its words tell nothing: "status" is nobody's leave to stay."""
_OTHERS = "more_options"
"""Where the words of the wish tell nothing: "show me others" asks for no company."""


def told(heard: Heard, intent: str) -> list[Concept]:
    """Facts in a sentence that asks us for something are told only as far as the network hears them plainly: not in
    "would I lose my PIP if I volunteered?".
    """
    if intent in _TELLING:
        return list(heard.concepts)
    rules = [rule for rule in heard.rules if rule.label == intent]
    if intent == _HOW_IT_STANDS and any(rule.mask.bit_count() == len(heard.message) for rule in rules):
        return []
    asking = _asking(heard.text, heard.message, rules)
    wish = [(heard.message[one.start].start, heard.message[one.end - 1].end) for one in rules if intent == _OTHERS]
    kept = _TOLD_ANYWHERE + (_TOLD_OF_PLACES if intent == "decline_match" else ())
    plain = {hint.code for hint in heard.sensed.hints if hint.chance > _PLAINLY}
    plain -= {"constraint.benefits_worry"} if intent == "ask_benefits" else set()
    if intent == _OTHERS:
        plain -= {
            hint.code for hint in heard.sensed.hints if hint.code.startswith("support.") and hint.chance < _SURELY
        }
    return [
        c
        for c in heard.concepts
        if not any(a <= c.start and c.end <= b for a, b in wish)
        and (c.code in plain or c.code.startswith(kept) or not any(a <= c.start < b for a, b in asking))
    ]


def _asking(text: str, message: Sequence[Token], rules: Sequence[Found]) -> list[tuple[int, int]]:
    """Places in the text of the sentences that the rules stand in; the whole text when no rule spoke."""
    if not message:
        return []
    spans = []
    for rule in rules:
        first = max(i for i in range(rule.start + 1) if i == 0 or message[i].pause == ".")
        last = next((i for i in range(rule.end, len(message)) if message[i].pause == "."), len(message))
        spans.append((message[first].start, message[last - 1].end))
    return spans or _questions(message[0].start, text) or [(0, message[-1].end)]


def _questions(first: int, text: str) -> list[tuple[int, int]]:
    """The sentences that end in a question mark, or begin as a question does."""
    return [
        (max(first, one.start()), one.end())
        for one in _SENTENCE.finditer(text)
        if one.group().endswith("?") or _BEGINS.match(one.group())
    ]


_SENTENCE = re.compile(r"[^.!?]+[.!?]?")
_BEGINS = re.compile(
    r"\W*(?:(?:and|but|so|ok|also)\s+)?"
    r"(?:will|would|do|does|did|can|could|should|is|are|am i|what|who|why|how|when|where)\b",
    re.IGNORECASE,
)
