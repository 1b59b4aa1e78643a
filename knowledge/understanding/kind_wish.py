"""What a place is looked for by: "anywhere with dominoes", "is there a chess place", "got any knitting?".

Who looks for a place that works round something ("somewhere with a lift"), or for help of a kind, tells of that
instead, and is no case for this.
"""

from __future__ import annotations

import re

from knowledge.language.words import tokens
from knowledge.understanding.concepts import listed_concepts
from knowledge.understanding.negative_questions import asked_plainly
from knowledge.understanding.of_place import asks_of_place
from knowledge.understanding.question_form import pieces
from knowledge.understanding.scope import Scope
from knowledge.understanding.turned_round import NONE_IS

_LEAD = (
    r"^\W*(?:(?:ok|okay|and|but|so|um|er|oh|hi|hello|please|sorry|also|just|thanks|well|hm+|no|nah|yes|then|maybe"
    r"|actually)\W+)*"
)
_YOU_HAVE = r"(?:do|can|could|would|have|did)\s+(?:you|u|ya)(?:\s+(?:have|know(?:\s+of)?|got|find|do|offer|show me))"
_ASKS = (
    rf"(?:(?:is|are|r)\s+there|{_YOU_HAVE}?|(?:have\s+)?got|u got|know(?:\s+of)?|show me|find me"
    r"|(?:i'?m |im |i am )?looking for|what about|how about|i (?:want|fancy|need)"
    r"|i(?:'?d| would) (?:want|like|love|prefer)|any chance of|where can i (?:find|go for|do|play))"
)
_ANYWHERE = (
    r"(?:any|some)\s*(?:where|thing|one|body)(?:\s+else)?|(?:another|any other|any|some|a|one|other)\s+"
    r"(?:places?|ones?|groups?|clubs?|class(?:es)?|spots?)|places|one|any"
)
_DO = r"(?:do |play |try |learn |go )"
_HAVING = (
    r"(?:with|for|involving|about|like|that (?:has|does|do|have|is)|which (?:has|does)|doing|on"
    r"|to (?:do|play|try|learn|go for)|i (?:can|could) (?:do|play|try)|they (?:do|play|have)"
    rf"|where (?:i|you|we|they|people) (?:can |could |do |have )?{_DO}?)"
)
_OF_A_KIND = r"(?:places?|clubs?|groups?|class(?:es)?|lessons?|sessions?|circles?|teams?|caf[eé]s?|spots?|ones?)"
_TAIL = (
    r"(?:\s+(?:please|pls|then|now|instead|though|too|at all|going|there|(?:a)?round here|near (?:me|here|by)|nearby"
    r"|(?:near|in|around|round|by)\s+\w+(?:\s\w+)?|close by|locally|or (?:something|anything|similar)))*"
)
_END = rf"{_TAIL}\W*$"
_SHAPES = (
    re.compile(rf"{_LEAD}(?:{_ASKS}\s+)?(?:{_ANYWHERE})\s+{_HAVING}\s+(?P<thing>.+?){_END}", re.IGNORECASE),
    re.compile(rf"{_LEAD}{_ASKS}\s+(?:(?:an?|any|some|the)\b)?\s*(?P<thing>.+?)\s+{_OF_A_KIND}{_END}", re.IGNORECASE),
)
_BARE = re.compile(
    rf"{_LEAD}(?:{_YOU_HAVE}|(?:have\s+)?got|(?:is|are) there)\s+(?:any|some)?\s*(?P<thing>.+?){_END}", re.IGNORECASE
)
"""Only of a liking: "do you have sewing", not "is there parking", which asks about a place."""
_ARTICLES = re.compile(
    r"^(?:(?:an?|any|some|the|more|bit of|a bit of|lots of|proper|good|nice|little)\s+)+", re.IGNORECASE
)
_NO_THING = re.compile(
    r"\b(?:i|me|my|you|your|u|it|that|this|them|they|he|she|his|her|him|us|we|is|are|was|do|does|to|no|not"
    r"|without|less"
    r"|fewer|more|better|else|other|others|different|new|near(?:er|est)?|close(?:r|st)?|cheap(?:er)?|free"
    r"|quiet(?:er)?"
    r"|small(?:er)?|people|person|someone|men|women|kids|children|time|times|days?|mornings?|evenings?|weekends?|news"
    r"|answers?|repl(?:y|ies)|letters?|questions?|places?|one|ones|thing|things|job|jobs|work|paid|pay|money"
    r"|benefits?"
    r"|information|details|data|doctor|gp|parking|address|number|email|phone|name)\b",
    re.IGNORECASE,
)
LONGEST, MOST_WORDS = 14, 4


def wished_kind(text: str) -> str:
    """The thing that a place is looked for by, in their own words; empty where none is."""
    text = asked_plainly(text)
    if len(text.split()) > LONGEST:
        return ""
    found = (thing for shape in _SHAPES if (match := shape.match(text)) and (thing := _thing(match["thing"])))
    bare = _BARE.match(text)
    thing = _thing(bare["thing"]) if bare else ""
    return next(found, thing if thing and _likings(thing) else "")


_IS_THERE = re.compile(
    rf"{_LEAD}(?:is|are)(?:n't)?\s+there\s+(?:not\s+)?(?:no|any|an?|some|nothing|anything|something|anyone|anybody"
    r"|someone|somebody|nobody|no one|anywhere|somewhere|nowhere)\b",
    re.IGNORECASE,
)
_OF_ONE_SHOWN = re.compile(
    r"\bthere\W*$|\b(?:at|in|with|for) (?:it|that|this|them|(?:the|that) \w+ (?:one|place))\b"
    r"|\b(?:somewhere|anywhere|a place|space|room) (?:i can |to |for (?:my|the|a) )"
    r"(?:park|leave|lock|smoke|vape|sit|rest|lie|pray|wash|change|eat|charge|put|store|wait|car|bike|scooter"
    r"|pram|buggy)\b",
    re.IGNORECASE,
)
_HELP = (
    "interest.",
    *(f"support.{one}" for one in ("in_work", "training", "work_exp", "business", "job", "financial", "broader")),
)
_MOST_ASKED = 24


def kind_question(text: str) -> str:
    """The one question of a message that asks whether there is a place of a kind, or help of one; empty where none
    does, or where something is asked of a place besides.
    """
    missed = next((one["thing"] or one["what"] for one in NONE_IS.finditer(text)), "")
    if missed and _likings(missed):
        return missed
    asked = [piece.text for piece in pieces(text) if piece.asks]
    others = [one for one in asked if _ANOTHER.match(one) or _asks_for_a_class(one)]
    if others and len(asked) == 1:
        return others[0]
    kinds = [one for one in asked if _asks_whether(one)]
    besides = any(asks_of_place(one) for one in asked)
    return kinds[0] if len(kinds) == 1 and not besides else ""


_ONE = r"(?:place|one|advis[eo]r|person|group|class|course|club|charity|centre|service|organisation)s?"
_ANOTHER = re.compile(
    rf"{_LEAD}(?:(?:what|which|any|some|an|is there|are there|have you|do you (?:have|know)|show me|i need"
    rf"|i want|got)\s+)+"
    rf"(?:an?|any|some)?\s*(?:an)?other {_ONE} (?:for|with|about|on|to help|that (?:does|do|help)|who (?:does"
    rf"|do|help|know)s?)\b",
    re.IGNORECASE,
)
"""Another of the kind that is named, as the first is full: "what other place for the benefits?"."""
_CLASS = re.compile(
    rf"{_LEAD}(?:an?|any|some)?\s*(?:(?!the\b|that\b|this\b|in\b|at\b|their\b|your\b|my\b|is\b|are\b|do\b"
    rf"|does\b|what\b"
    r"|which\b|how\b|when\b|where\b|who\b|can\b|will\b|there\b|for\b|about\b)\w+\s+){1,3}?(?:class(?:es)?"
    r"|courses?|lessons?)\b"
    r"(?!\s+(?:start|cost|is|are|was|have|has|do|does|time|size|full))",
    re.IGNORECASE,
)


def _asks_for_a_class(question: str) -> bool:
    """As in "English class for beginners where they take children?"; not "how big is the class?"."""
    found = _CLASS.match(question) if len(question.split()) <= _MOST_ASKED else None
    heard = listed_concepts(found.group(), Scope.of(tokens(found.group()))) if found else ()
    return any(one.code.startswith(_HELP) for one in heard)


def _asks_whether(question: str) -> bool:
    few = len(question.split()) <= _MOST_ASKED
    if not few or not _IS_THERE.match(question.replace("’", "'")) or _OF_ONE_SHOWN.search(question):
        return False
    heard = listed_concepts(question, Scope.of(tokens(question)))
    return _WHO_HELPS.search(question) is not None or any(one.code.startswith(_HELP) for one in heard)


_WHO_HELPS = re.compile(
    r"\b(?:rights?|debts?|benefits?|money|housing|legal|law|employment|union|careers?|welfare|tax)\s+"
    r"(?:person|people|advis[eo]rs?|workers?|experts?|lawyers?|service|advice|bod|lot)\b",
    re.IGNORECASE,
)
"""Who is asked for by what they know, and is nobody of ours."""


def kinds_of(thing: str) -> list[str]:
    """The codes of the likings that our lists know it for."""
    return _likings(thing) or []


def _thing(words: str) -> str:
    thing = _ARTICLES.sub("", words.strip(" ?.!,"))
    if not 0 < len(thing.split()) <= MOST_WORDS or _NO_THING.search(thing) or re.search(r"[^\w\s&'’-]", thing):
        return ""
    return "" if _likings(thing) is None else thing


def _likings(thing: str) -> list[str] | None:
    """The codes of what is liked; None where it is something else, as a need or help of a kind."""
    codes = [one.code for one in listed_concepts(thing, Scope.of(tokens(thing)))]
    return codes if all(code.startswith("interest.") for code in codes) else None
