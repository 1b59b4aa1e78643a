"""Which parts of a message ask something, by their form alone: how they begin, or a "?" at their end.

A question is a question whatever facts stand in it; what stands before or after it may still tell something.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST_QUESTION = 24
_AUX = (
    r"(?:is|isn'?t|are|aren'?t|am|was|has|hasn'?t|have|haven'?t|does|doesn'?t|dose|do|don'?t|did|didn'?t|can|can'?t"
    r"|could|"
    r"will|won'?t|would|wouldn'?t|should|must|may|might)"
)
_SUBJECT = (
    r"(?:i|we|you|u|ya|yous|he|she|it|they|dey|there|their|that|this|these|those|people|ppl|peeps|everyone|every1"
    r"|everybody"
    r"|anyone|anybody|someone|somebody|some1|no ?one|any|all|my|the|a|an|one|(?-i:[A-Z])[\w&']+)"
)
_WH = (
    r"(?:what|wot|wat|whats|what'?s|wots|which|where|wheres|where'?s|when|whens|when'?s|who|whos|who'?s|whose|how"
    r"|hows|how'?s|why)"
)
_BEFORE = (
    r"(?:ok|okay|oki|k|and|n|but|so|um|uh|er|erm|oh|ah|hi|hiya|hello|please|pls|plz|sorry|soz|also|just|thanks"
    r"|thank you|ta"
    r"|well|nice|good|great|right|yes|yeah|no|nah|wait|hmm+|only|then|actually|again|cos|because|like|look|listen"
    r"|mate|love"
    r"|question|quick question|(?:you|u|it|card) (?:said|says|say)(?: that)?|i mean|i ment|i meant|i asked"
    r"|i(?:'?m| am| was)? (?:only |just )?asking(?: you)?(?: if| whether)?|still"
    r"|(?:s?he|mum|dad)\s+(?:asks?|says?|wants to know)(?:\s+again)?|(?:my \w+\s+)asks"
    r"|(?:can|could|will) (?:you|u) (?:please )?(?:tell me|say|check)(?: if| whether)?|tell me(?: if| whether)?"
    r"|(?:do|does|would) (?:you|u|anyone) (?:happen to )?know(?: if| whether)?|dunno if|not sure if|i wonder(?: if"
    r"| whether)?"
    r"|(?:i )?(?:just )?(?:want|wanted|need|would like|wanna|like) to (?:know|ask)(?: if| whether)?"
    r"|(?:just |was |im |i'?m )*wondering(?: if| whether)?|any idea(?: if| whether)?)"
)
OPENS = (
    r"^\W*(?:(?:i(?:'?d)?|im|i'm|was|am)\s+(?=(?:just\s+)?(?:want|would|need|like|wonder|wanna|ask)))?"
    rf"(?:{_BEFORE}\W+)*"
)
_INVERTED = rf"(?:{_AUX}\s+{_SUBJECT}\b)"
_INDIRECT = re.compile(
    rf"^\W*(?:{_BEFORE}\W+)*?(?:i(?:'?d)?\s+|just\s+|am\s+|i'?m\s+)*(?:(?:want|wanted|need|like|wanna) to (?:know"
    rf"|ask)|wonder(?:ing)?|any idea|know|tell me|not sure"
    r"|dunno|check) (?:if|whether)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    OPENS + rf"(?:{_INVERTED}|(?:got|any)\s+(?!more\b|other)\w+\s*\?|(?:is|are)\s+\w+"
    rf"|how i (?:get|go|find)\b|{_WH}\s+{_AUX}\b|(?:what|wot|wat|which|wich|how|whose)\s+\w+"
    r"|(?:what|wot|where|when|who|how)'?s\b|who (?:else|goes|comes|runs|teaches|meets)\b|(?:when|where) (?:about"
    r"|to)\b)",
    re.IGNORECASE,
)
_NO_QUESTION = re.compile(
    OPENS
    + rf"(?:(?!how i (?:get|go|find)\b){_WH}\s+(?:i|we|he|she|my)\b|when\s+(?:it|its|it'?s|the|that)\b|who is\s+(?:a"
    rf"|my)\b|that\s+is\b"
    r"|(?:do|don'?t|will|may|might)\s+(?:the|that|this|any|all|a|one|it|not)\b(?!.*\?))",
    re.IGNORECASE,
)
_TAGGED = re.compile(
    r"\w.*\b(?:is|isn'?t|are|aren'?t|does|doesn'?t|do|don'?t|can|can'?t|will|won'?t)\s+(?:it|they|there|that)\s*[.!]*$",
    re.IGNORECASE,
)
"""As in "you said it was free, is it". Who asks "am i" of themselves tells what they are not."""
_SENTENCES = re.compile(r"(?<=[?!])\s*|(?<=[a-z0-9)]\.)\s+|\n+", re.IGNORECASE)
_LINKS = re.compile(
    rf"\s*(?:[,;:]|\band\b|\bn\b|&|\bor\b|\bbut\b|\bcos\b|\bso\b|\bthen\b|\btho\b"
    rf"|-)\s+(?=(?:{_BEFORE}\W+)*(?:{_INVERTED}|{_WH}\s+\w))",
    re.IGNORECASE,
)
_MIDWAY = re.compile(rf"(?<=\w)\s+(?={_AUX}\s+(?:i|you|u|ya|it|they|there|that|ppl|people)\s+\w)", re.IGNORECASE)
_HOLDS_ON = re.compile(
    rf"(?:\b(?:{_WH}|{_AUX}|that|than|as|so|only|all|it|i|you|u|we|they|he|she|there|which|people|not|never"
    r"|always|if|whether|to|and|or|but|much|many|long|far|time|day|days|kind|sort|of|anything|something"
    r"|anywhere|somewhere)|\b(?:how|what|which)\s+\w+)$",
    re.IGNORECASE,
)  # fmt: skip


class Piece(NamedTuple):
    """A part of a message, where it begins there, and whether it asks."""

    text: str
    start: int
    asks: bool


def pieces(text: str) -> list[Piece]:
    """Every part of the message in its order; two questions are two of them."""
    found: list[Piece] = []
    for sentence, start in _cut(text, 0, _SENTENCES):
        clauses = [one for clause, at in _cut(sentence, start, _LINKS) for one in _midway(clause, at)]
        last = len(clauses) - 1
        found += [Piece(clause, at, asks(clause, marked=n == last)) for n, (clause, at) in enumerate(clauses)]
    return found


def asked_in(text: str) -> list[str]:
    """The questions of one message, each by itself."""
    return [piece.text for piece in pieces(text) if piece.asks]


def asks(clause: str, *, marked: bool = True) -> bool:
    """Whether one clause asks; a "?" counts where its own end is ``marked`` by it."""
    if len(clause.split()) > LONGEST_QUESTION:
        return False
    if marked and clause.rstrip(" )\"'").endswith("?"):
        return True
    plain = clause.replace("’", "'")
    if _INDIRECT.match(plain) or _TAGGED.search(plain):
        return True
    return _BEGINS.match(plain) is not None and _NO_QUESTION.match(plain) is None


def without_opening(clause: str) -> str:
    """The question itself, without what leads up to it: "ok just wondering whether it is free" asks "it is free"."""
    rest = re.sub(OPENS, "", clause.replace("’", "'"), count=1, flags=re.IGNORECASE)
    return rest if re.search(r"\w", rest) else clause


def _cut(text: str, start: int, where: re.Pattern[str]) -> list[tuple[str, int]]:
    """The parts between the cuts, with where each begins; parts without a word are none."""
    parts, at = [], 0
    for cut in where.finditer(text):
        parts.append((at, cut.start()))
        at = cut.end()
    parts.append((at, len(text)))
    return [(text[a:b].strip(), start + a) for a, b in parts if re.search(r"\w", text[a:b])]


def _midway(clause: str, start: int) -> list[tuple[str, int]]:
    """A question that follows other words with nothing between: "i meant at the sewing thing do you have to talk"."""
    for cut in _MIDWAY.finditer(clause):
        before = clause[: cut.start()]
        if _BEGINS.match(before) is None and _HOLDS_ON.search(before) is None and re.match(OPENS + "$", before) is None:
            rest = clause[cut.end() :]
            return [(before, start), (rest, start + cut.end())]
    return [(clause, start)]
