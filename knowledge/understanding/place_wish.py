"""What somebody wants of a place that they name, and the words that point at one: "the dog one", "for the singing"."""

from __future__ import annotations

import re
from typing import Literal

from knowledge.understanding.asides import addressed
from knowledge.understanding.objections import asks_what_for
from knowledge.understanding.question_form import asked_in
from knowledge.understanding.visited import told_visit

Wish = Literal["introduce", "more", "ask", "see", "visited", "decline"]
"""To be introduced, to be told more, an answer, or to see its card; ``see`` is never heard from words, only meant."""
_NO = r"(?:do(?:n'?t| not)|never|not|no|won'?t)"
_INTRODUCE = re.compile(
    r"\b(?:introduc\w*|put me in touch|connect me|sign me up|book me (?:in|on)|put me down)\b", re.IGNORECASE
)
_BEGINS = re.compile(
    r"\W*(?:(?:ok|okay|yes|yeah|alright|please|then|so)\W+)*introduce (?:me|us|him|her)\b", re.IGNORECASE
)
_DECLINES = re.compile(rf"\b{_NO}\s+(?:to\s+)?(?:want|like|fancy|introduc\w*|be introduced|go)\b", re.IGNORECASE)
_WANTED = re.compile(
    r"\b(?:want|wanted|wanna|prefer|choose|chose|pick|picked|take|join|try|meant?|said|go (?:with|for|to)"
    r"|(?:letter|intro) (?:to|for)|would like|'?d like|in touch with)\s+(?:the\s+|that\s+)?$",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:is the one|the one (?:i|he|she) wants?|go with|it is)\b"
    r"|\b(?:i|he|she|we)(?:'?s|'?ve| has| have)? (?:decided|chosen|picked|made up)\b"
    r"|\b(?:then|pls)\W*$|\bthen\b\W+(?:he|she|i|yes)\b",
    re.IGNORECASE,
)
"""Said of a place that is named: "shelfmark then, hes decided"."""
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n")
_MORE = re.compile(
    r"\b(?:(?:tell|show) (?:me|us) (?:some |a bit |a little )?more|more (?:info|information|details|about)"
    r"|(?:know|hear|learn) (?:a bit |a little |some )?more|more please"
    r"|what (?:happens|do (?:they|you) do) (?:there|at))\b",
    re.IGNORECASE,
)
_WHAT_IS = re.compile(
    r"\b(?:what(?:'?s| is| are| about)|tell me (?:about|of)|about)\s+(?:the\s+|this\s+)?$", re.IGNORECASE
)
_ASKS = re.compile(
    r"\?|^\W*(?:(?:ok|and|but|so)\W+)*(?:is|are|do|does|can|could|will|would|has|have|how|what|when|where|who)\b",
    re.IGNORECASE,
)
_OTHER_BUSINESS = re.compile(
    r"\b(?:complain\w*|withdraw|take (?:it|that|this|my \w+|the \w+) back|take back|cancel|stop|delete|forget|benefits?"
    r"|work coach|answered|replied|any (?:news|reply)|heard (?:back|from))\b",
    re.IGNORECASE,
)
_WHY_SHOWN = re.compile(
    r"^\W*(?:(?:ok|okay|and|but|so|hm+|wait|sorry|please|hey|oi)\W+)*(?:why|how come|what makes)\b.*"
    r"\b(?:th(?:is|at|ese|ose|em)|it|ones?|places?|first|second|third|last|here|for me"
    r"|show\w*|suggest\w*|pick\w*|recommend\w*|choo?se\w*|chosen?|match\w*|fits?|suits?)\b",
    re.IGNORECASE,
)
_WHY_ASKED = re.compile(r"\b(?:ask\w*|questions?|need|want(?:ed|ing)? to know|matters?|tell)\b", re.IGNORECASE)


def asks_why_shown(text: str) -> bool:
    """Whether a why is about a place and not about what we ask: "why is the first one for me?"."""
    return bool(_WHY_SHOWN.search(text)) and not _WHY_ASKED.search(text)


_NOT_SOONER = re.compile(
    r"\b(?:why|how come)\b.{0,12}?\b(?:did|do|was|were|are|have|could)(?:n'?t| not| you not| u not)\b"
    r".{0,40}?\b(?:first|before|earlier|sooner|straight away|start|begin with|already|go|then)\b",
    re.IGNORECASE,
)


def asks_why_not_sooner(text: str) -> bool:
    """As in "why didnt you show me them on the first go"."""
    return _NOT_SOONER.search(text.replace("’", "'")) is not None


def wants_introduction(text: str) -> bool:
    """Whether an introduction is asked for in so many words."""
    return bool(_INTRODUCE.search(text)) and not _DECLINES.search(text)


def asks_for_one(text: str) -> bool:
    """Whether it begins with the wish itself: "ok introduce me. but my english is little"."""
    return _BEGINS.match(text) is not None and not _DECLINES.search(text)


def wants_more(text: str) -> bool:
    """As in "the second one sounds right. tell me more"; who also asks to be introduced wants that."""
    return bool(_MORE.search(text)) and not _INTRODUCE.search(text)


def asks_something(text: str) -> bool:
    return _ASKS.search(text) is not None or bool(asked_in(text))


def wish_of_place(text: str, before: str) -> Wish | None:
    """The wish of a message that names a place; ``before`` is what stands in front of the name.

    None where its words are about something else, as a letter to take back, or wish for nothing in particular.
    """
    if wants_introduction(text):
        return "introduce"
    if told_visit(text, named=True):
        return "visited"
    if asks_what_for(text, before):
        return "decline"
    if _OTHER_BUSINESS.search(text) or _DECLINES.search(text):
        return None
    if _MORE.search(text) or _WHAT_IS.search(before):
        return "more"
    if _DECIDED.search(text) and not asks_something(_SENTENCES.split(text.strip())[-1]):
        return "introduce"
    if _WANTED.search(before):
        return "introduce"
    return "ask" if asks_something(text) and addressed(text) is None else None


_ONE = re.compile(
    r"(?:\b(?:the|that|this)\s+|^\W*)((?:[\w'&-]+\s+){1,3}?)one\b"
    r"|\b(?:the|that|this)\s+((?:[\w'&-]+\s+){1,2}?)(?:thing|group|class|club)\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\b(?:for|at|about|with|to|like|want)\s+(?:the|that)\s+([\w'&-]+(?:\s+[\w'&-]+)?)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:number\s+(one|two|three|1|2|3)|(first|second|third|last|1st|2nd|3rd)"
    r"(?=\s*(?:$|[.,!?;]|one\b|please\b|place\b|sounds\b|looks\b)))",
    re.IGNORECASE,
)
_NO_POINT = frozenset(
    "the that this first second third last 1st 2nd 3rd other another which any some no not wrong right next each every "
    "new good best same only one i is want like number ok yes and or go with which was previous house home flat door "
    "phone".split()
)


def pointing(text: str) -> str:
    """The words by which a place that was shown is pointed at, its number among them; empty where none are."""
    ones = [one or other for one, other in _ONE.findall(text)]
    found = [*ones, *_OF_THE.findall(text)]
    words = [word for one in found for word in one.split() if word.casefold() not in _NO_POINT]
    numbers = [word for found in _NUMBERED.findall(text) for word in found if word]
    return " ".join([*words, *(f"number {word}" for word in numbers)])


_NO_CLAUSE = re.compile(
    r"\b(?:not|isn'?t|wasn'?t|never|wrong|do(?:n'?t| not) want|didn'?t|neither)\b|\b(?:no thats|no that's)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[.,;!?\n]+|\bbut\b", re.IGNORECASE)
_I_WANT = re.compile(r"\bi (?:want(?:ed)?|meant?|said|chose|picked|like)\s+(?!to\b|you\b|it\b|that\b)\w", re.IGNORECASE)


def picks_another(text: str) -> str:
    """The words for the place that is meant instead: "no not the back one. the fair shift one"; empty where none is."""
    clauses = [one.strip() for one in _CLAUSES.split(text.replace("\u2019", "'")) if one.strip()]
    meant = [one for one in clauses if not _NO_CLAUSE.search(one)]
    if len(meant) == len(clauses):
        return ""
    return next((one for one in meant if pointing(one) or _I_WANT.search(one)), "")


_POINTS = re.compile(
    r"\b(?:the\s+|that\s+)?(?:(?:first|second|third|last|1st|2nd|3rd|next|other)\s+(?:one|place)"
    r"|number\s+(?:one|two|three|[123]))\b",
    re.IGNORECASE,
)


def without_pointing(text: str) -> str:
    """The words without those by which a place is pointed at: "who runs the first one" asks "who runs"."""
    return _POINTS.sub("it", text)
