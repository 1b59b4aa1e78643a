"""A question about a place: "is it step free?", "is there a lift", "can i do it from home". It tells of no need."""

from __future__ import annotations

import re

from knowledge.language.words import tokens
from knowledge.understanding.coming import asks_to_bring_a_child
from knowledge.understanding.concepts import listed_concepts
from knowledge.understanding.scope import Scope

COST, CHILDREN = "constraint.cost", "constraint.childcare"
_NOISE = "constraint.noise_crowds"
"""By its own words alone: a quiet place may have flashing lights."""
PAY = "pay"
"""Whether what is done there is paid."""
_ASKS_PAY = re.compile(
    r"\b(?:they|dem|it|place|shop|that|this|the \w+)\b.{0,12}\bpay(?:s|ing)?\s+"
    r"(?:me|us|you|people|anything|a wage|for it)\b"
    r"|\b(?:is|are|would|will|do|get|getting|be)\s+(?:it|this|that|they|i|we|the \w+)\s+(?:be\s+|get\s+)?paid\b"
    r"|\b(?:is it|is this|is that)\s+(?:\w+\s+)?(?:unpaid|voluntary|a paid job|paid work)\b"
    r"|\bdo they pay\b|\bhow much do they pay\b",
    re.IGNORECASE,
)
SIZE = "size"
"""How many people come: no constraint of anybody's, and a question all the same."""
TOPICS = (
    "constraint.step_free",
    _NOISE,
    "constraint.women_only",
    "constraint.men_only",
    "constraint.no_groups",
    "constraint.own_home",
    CHILDREN,
    COST,
)
"""What a listing can tell of, the first of several named: "is it free for people who cannot do stairs"."""
LONGEST, _BARE = 14, 3
LEAD = r"^\W*(?:(?:ok|okay|and|but|so|um|er|oh|hi|please|sorry|also|just|thanks|well|nice|looks good)\W+)*"
_ASKS = re.compile(
    LEAD + r"(?:(?:is|are|has|have|does|do|can|could|will|would|got)\s+(?:it|there|they|that|this|these|those|the|i|we"
    r"|all|[A-Z][\w&']+)\b|what about\b)",
    re.IGNORECASE,
)
_ASKS_PRICE = re.compile(
    LEAD + r"(?:how much\W*$|how much\s+(?:is|are|does|do|would|will|to|for)\b"
    r"|what(?:'?s| is| are)?\s+(?:it|that|this|they|does|do|the|is)\b.*\b(?:costs?|prices?|charges?|(?:i|we) pay)\b"
    r"|(?:is|are|does|do|will|would|can)\b.{0,20}\b(?:(?<!step )(?<!step-)free|cost|charged?|fees?)\b"
    r"|(?:do|would|will|should|must)\s+(?:i|we)\b.{0,20}\bpay\b|(?:any|is there an?y?) (?:cost|charge|fee)s?\b)",
    re.IGNORECASE,
)
_ASKS_SIZE = re.compile(
    r"\bhow (?:many|big)\b.{0,20}\b(?:people|others?|of (?:us|them|you)|women|men|group|class)\b"
    r"(?!.{0,20}\b(?:you|u) (?:help|know|see|have)\b)"
    r"|\b(?:will|would) there be (?:(?:any|many|lots of|a lot of|loads of|other|more|some|too many) )*"
    r"(?:people|others|strangers|folks?)\b(?! (?:who|that|like) )",
    re.IGNORECASE,
)
_ASKS_WHETHER = re.compile(
    LEAD
    + r"(?:is there|are there|(?:do|does|have|has) (?:they|it|this|that|the place|this place) (?:have|do|got|offer|run)"
    r"|(?:do|does) (?:they|it) )\b",
    re.IGNORECASE,
)
_ASKS_KNOWING = re.compile(
    LEAD
    + r"(?:do|does|will|would|can|are|is|have|has)\s+(?:it|they|there|anyone|anybody|someone|people|staff|the \w+)\b"
    r".{0,25}\b(?:know|knows|understand|understands|get|used to|experience|experienced|trained|training)\b",
    re.IGNORECASE,
)
_KNOWS_OUGHT = re.compile(
    r"(?<=\bknow )(?:anything|any ?thin|something|owt|much|a thing|a lot|a bit|the first thing)(?= (?:about|of)\b)",
    re.IGNORECASE,
)
"""As in "do they know anything about depression": nothing else is looked for."""
_OF_ME = re.compile(r"\b(?:i|i'?m|im|i'?ve|my)\b", re.IGNORECASE)
_OTHER_MONEY = re.compile(
    r"\b(?:(?<!cost )any(?:thing|where)|some(?:thing|where)|places|others?|my|benefits?|pip|uc|esa|wages?|rent|bills?"
    r"|lose|earn|(?:they|it|you) pay|free (?:on|at|to|time|days?))\b",
    re.IGNORECASE,
)
_ON_A_BENEFIT = re.compile(
    r"\b(?:(?:if|when|while|as|cos|because|for|and)\s+)?(?:(?:i'?m|i am|im|people|ppl|someone|those)\s+)?(?:not\s+)?"
    r"(?:on|getting|claiming|with)\s+(?:my\s+|the\s+)?"
    r"(?:pip|uc|universal credit|esa|dla|jsa|benefits?|the dole|pension credit|carer'?s allowance)\b",
    re.IGNORECASE,
)
"""Of whom a price is asked; it is no other money."""
_A_SUM = re.compile(r"£\s?\d[\d,.]*|\b\d[\d,.]*\s?(?:pounds?|quid)\b", re.IGNORECASE)
_OWN_SUM = re.compile(
    r"\b(?:(?:they|it|you) pay|rent|wages?|earn\w*|lose|lost|owe\w*|debts?|bills?|arrears|paid|pays|get"
    r"|got|take|took|sanction\w*|spend\w*"
    r"|benefits? (?:is|are|was)|pip (?:is|was))\b",
    re.IGNORECASE,
)
_LOOKS_FURTHER = re.compile(
    r"\b(?:(?<!cost )any(?:thing|where)|some(?:thing|where)|places|others?|else|you|u|help|a place"
    r"|(?:there an?|any) (?:place|other|group|course|class|club|job)s?|lose|benefits?|pip|uc|wages?)\b",
    re.IGNORECASE,
)
_OWN_NEED = re.compile(r"\b(?:my|i (?:need|want|am|have|use|cant|can't|cannot)|i'?m|i'?ve)\b", re.IGNORECASE)
_MORE = (
    (r"step[- ]?free|lifts?|stairs?|steps|ramps?|wheelchairs?|flat access|accessible|disabled access", TOPICS[0]),
    (r"quiet|noise|noisy|loud|crowds?|crowded|busy|packed|calm|shouting", _NOISE),
    (r"mixed|men there|men go|only women", "constraint.women_only"),
    (r"one to one|one 2 one|1 to 1|121|a group", "constraint.no_groups"),
    (r"online|from home|on zoom|in person", "constraint.own_home"),
    (r"creche|kids|children|baby|buggy|pram", CHILDREN),
    (r"cost|costs|price|free|(?:i|we) pay", COST),
)


_NAMES_A_GROUP = re.compile(
    r"^\W*(?:any|an?|the|some|have|got)?\s*(?!(?:which|what|first|second|third|this|that|small|big|a)\b)[a-z]{3,}\s+"
    r"(?:class(?:es)?|lessons?|courses?|clubs?|choir)\s*\?\W*$",
    re.IGNORECASE,
)
"""As in "english class?"."""


def asks_price(text: str) -> bool:
    """Whether a price is asked, of us or of places: it has an answer before any place was shown, too."""
    few, plain = len(text.split()) <= LONGEST, _ON_A_BENEFIT.sub(" ", text)
    return few and (_asks_of_a_sum(text) or (bool(_ASKS_PRICE.match(plain)) and not _OTHER_MONEY.search(plain)))


def sums_named(text: str) -> list[str]:
    """The sums of money in it, by their figures."""
    return re.findall(r"\d[\d,.]*\d|\d", " ".join(_A_SUM.findall(text)))


def _asks_of_a_sum(text: str) -> bool:
    """As in "£120 on PIP?", of a price that was shown."""
    return _A_SUM.search(text) is not None and "?" in text and not _OWN_SUM.search(text)


def asks_of_place(text: str) -> str | None:
    """What a question about a place is about, a constraint's code, a condition that they may know of, or ``SIZE``;
    None for any other message.
    """
    text = _KNOWS_OUGHT.sub("", text)
    if len(text.split()) <= LONGEST and _ASKS_PAY.search(text) and text.rstrip().endswith("?"):
        return PAY
    if asks_price(text):
        return COST
    if asks_to_bring_a_child(text):
        return CHILDREN
    if len(text.split()) <= LONGEST and _ASKS_SIZE.search(text):
        return SIZE
    if len(text.split()) > LONGEST or _LOOKS_FURTHER.search(text) or _OWN_NEED.search(text):
        return None
    if _ASKS_KNOWING.match(text) and not _OF_ME.search(text):
        heard = listed_concepts(text, Scope.of(tokens(text)))
        return next((one.code for one in heard if one.code.startswith("health.")), None)
    bare = len(text.split()) <= _BARE and text.rstrip().endswith("?")
    if not bare and not _ASKS.match(text):
        return None
    named = {code for words, code in _MORE if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)}
    named |= {one.code for one in listed_concepts(text, Scope.of(tokens(text)))} - {_NOISE}
    return next((code for code in TOPICS if code in named), None)


_WANTS_PEOPLE = re.compile(
    LEAD
    + r"(?:do|does|would|will) (?:they|it)\s+(?:\w+\s+)?(?:want|need|take|accept|like|mind|look for|let|make|know)\b",
    re.IGNORECASE,
)
"""As in "do they want people who can teach": whom a place is for, and no thing to do."""


def asks_whether_there_is(text: str) -> bool:
    """Whether something to do is asked for: "do they have singing?", "is there a choir?"."""
    if len(text.split()) <= _BARE + 1 and _NAMES_A_GROUP.search(text):
        return True
    if (
        len(text.split()) > LONGEST
        or not _ASKS_WHETHER.match(text)
        or _OWN_NEED.search(text)
        or _WANTS_PEOPLE.match(text)
    ):
        return False
    return any(one.code.startswith("interest.") for one in listed_concepts(text, Scope.of(tokens(text))))


def words_for(code: str, text: str) -> str:
    """The words of a question that name what it asks about: "a stroke"; empty where none do."""
    named = (one.words for one in listed_concepts(text, Scope.of(tokens(text))) if one.code == code)
    return next(named, "")
