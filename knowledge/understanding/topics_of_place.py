"""What one question asks of a place that our needs have no code for: when, where, for whom, for which parts of town."""

from __future__ import annotations

import re

from knowledge.language.words import tokens
from knowledge.understanding.drinking import asks_of_drink
from knowledge.understanding.model import Value
from knowledge.understanding.of_place import COST, asks_of_place, asks_price
from knowledge.understanding.question_form import without_opening
from knowledge.understanding.values import values

TIMES, WAY, AREA, WHO, HOME, STEPS = "times", "way", "area", "who", "constraint.own_home", "constraint.step_free"
LASTS = "lasts"
"""For how long it goes on, and how long it takes."""
DRINK = "drink"
"""Whether people drink there, or may not."""
RUN_BY = "run_by"
"""What kind of place it is, and whom it answers to."""
_YOU = r"(?:you|u|ya|yous|one)"
_ANYBODY = re.compile(
    rf"\b(?:(?P<do>do|does|dose|should|must|would)\s+{_YOU}\s+"
    r"(?=(?:have to|hav to|has to|need|get|got to|just|sit|wear|bring)\b(?!\s+(?:my|me|to know)\b))"
    rf"|(?P<can>can|could)\s+{_YOU}\s+"
    r"(?=(?:just|do it|go|join|sit|wear|walk|park|turn up|drop in|still|miss|eat|drink|smoke|bring)\b)"
    rf"|(?P<are>are)\s+{_YOU}\s+(?=(?:allowed|made|supposed|expected|meant)\b)"
    rf"|(?P<when>if|when|where|that)\s+{_YOU}\s+(?=\w)|\b(?P<bare>{_YOU})\s+(?=(?:can|have to|need to|got to)\b))",
    re.IGNORECASE,
)
_DAYS = r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sat|sun)(?:days?|s)?"
_OF_TIMES = re.compile(
    r"\b(?:mornings?|morns|afternoons?|evenings?|eves|nights?|weekends?|weekdays?|daytimes?|day times?|(?:in|during"
    r"|by) the day"
    r"|school (?:hours|run|time)|after (?:school|work|lunch|\d+)|before (?:lunch|\d+)|term ?time"
    r"|(?:what|wot|wat|which|any other|other|different) (?:times?|days?|hours?)|when(?:'?s)?|how often"
    r"|\d{1,2} ?(?:am|pm)|o'?clock|(?:every|each)(?: other| single| second)? (?:week|day|month|fortnight)"
    r"|weekly|fortnightly|monthly|(?:once|twice) (?:a|every) (?:week|fortnight|month)|(?:one|1)[- ]?off"
    rf"|times?|hours|{_DAYS})\b",
    re.IGNORECASE,
)
_OF_LASTS = re.compile(
    r"\b(?:how long(?! (?:do|did|will|would|have) (?:you|u)\b)(?! (?:is|does|would|will)[^.?!]*\b(?:get"
    r"|walk|bus|train|journey|way|wait\w*|reply|answer|hear)\b)"
    r"|how many (?:weeks|sessions|classes|lessons|months|visits|talks|meetings|hours)|(?:un)?till? when"
    r"|(?:go|goes|going|carry|carries|carrying|run|runs|running|keep going) on (?:for ?ever|all year|after|past|until)"
    r"|(?:does|will|when'?s?(?: does| will| is)?) (?:it|that|this|the \w+) (?:ever )?(?:end|ends|finish|stop|run out)"
    r"|(?:is|was) (?:it|that|this) (?:for ?ever|ongoing|on ?going|all year(?: round)?|a short course))\b",
    re.IGNORECASE,
)
_OF_WAY = re.compile(
    r"\b(?:where(?:'?s)?|get there|how far|far|walk(?:ing|able)? (?:to|from|distance|there)|(?:can|could) i walk"
    r"|near(?:er|est|by)?"
    r"|close to|bus(?:es)?|tube|train|station|address|postcode|find (?:it|the place|them)|directions)\b",
    re.IGNORECASE,
)
_OF_AREA = re.compile(
    r"\b(?:my (?:area|bit|part|end|postcode)|(?:where|if) i live|live (?:in|near|round)|local people|from (?:outside"
    r"|other areas)"
    r"|(?:which|what) (?:areas?|parts?|postcodes?))\b",
    re.IGNORECASE,
)
_OF_WHO = re.compile(
    r"\bwho(?:'?s| is| are| r)? (?:it|this|that|they)?\s*(?:all )?(?:for|aimed at)\b"
    r"|\b(?:do|does|dose|did|will|would)\s+(?:it|they|dey)\s+(?:only |just |even )?(?:want|take|need|accept|welcome"
    r"|look for|like)\s+"
    r"(?:on )?(?:people|ppl|anyone|anybody|any1|someone|somebody|men|women|blokes?|folks?|beginners|old\w*|young\w*"
    r"|all sorts|me\b)"
    r"|\b(?:is|are)\s+(?:it|this|that|they|the \w+(?: \w+)?)\s+(?:just |only |really |all |more )*for\s+(?!free"
    r"|me to|how long|long)\w+"
    r"|\b(?:what|which|wot) (?:kind|sort|type)s? of (?:people|ppl|person|folks?|women|men|crowd)\b"
    r"|\b(?:people|ppl|someone|somebody) (?:like me|my (?:own )?age)\b|\bam i too (?:old|young)\b|\bdo i qualify\b"
    r"|\bam i (?:allowed|able) (?:to go|to come|to join|in|there)\b|\bcan i (?:still|even) (?:go|come|join)\b"
    r"|\b(?:would|will) they (?:take|have|want|let) (?:me|us)\b|\b(?:beginners?|a novice|new to it|never done (?:it"
    r"|that))\b",
    re.IGNORECASE,
)
_OF_RUN_BY = re.compile(
    r"\bwho(?:'?s| is| are)?\s+(?:(?:actually|really|even)\s+)?(?:runs?|running|owns?|funds?|funding|behind"
    r"|in charge of|organis\w+|pays for|pay for|set up|sets up)\s+"
    r"(?!(?:the|this|that|your|their)\s+(?:\w+\s+)?(?:class|group|session|course|walk|workshop|club|lesson|choir)\b)"
    r"|\bwho (?:are|r) (?:they|these people|those people|dey)\b"
    r"|\b(?:what|which) (?:kind|sort|type) of (?:place|organi[sz]ation|outfit|charity|company)\b"
    r"|\b(?:is|are) (?:it|this|that|they) (?:an? |part of (?:the )?|run by (?:the |an? )?|really )*"
    r"(?:charity|council|nhs|church|government|gov|jobcentre|job centre|dwp|private|company|business|religious)\b",
    re.IGNORECASE,
)
_OF_HOME = re.compile(
    r"\b(?:from home|at home|online|on line|on (?:a |the )?(?:screen|zoom|computer|phone)|by (?:video|phone)|video"
    r"|zoom|remote(?:ly)?|(?:over|down|via) the phone|(?:do|does|offers?) (?:it |things )?(?:tele)?phone\b"
    r"(?! ?number)|phone calls?"
    r"|leave (?:the|my) (?:house|home|flat)|have to go (?:out|there|in)|go (?:there )?in person|come to (?:me"
    r"|my (?:house|home|flat|place)))\b"
    r"|\b(?:have|has|got|need) to (?:go|travel|get|come)(?: \w+){0,3} to\b",
    re.IGNORECASE,
)
_OF_STEPS = re.compile(r"\b(?:up ?stairs|down ?stairs|ground floor|what floor|which floor|basement)\b", re.IGNORECASE)
_OF_COST = re.compile(
    r"\b(?:need|bring|have|want|take) (?:any |some |my |lots of )?(?:money|cash)\b|\bafford\b|\bcharg(?:e|ed)\b"
    r"|\bpay (?:for|anything|owt|any)\b|\bcost(?:s|ing)?\b|\bhow much(?! (?:do|does|will|would) (?:they|it|i) pay)\b"
    r"|\bbuy\b|\bfor free\b|\bit(?: i|'| wa)?s free\b"
    r"|\bwhich\b.*\bfree\b|\b(?:is|are) (?:it|this|that|they|all) free\b",
    re.IGNORECASE,
)
_WIDER = (
    (RUN_BY, _OF_RUN_BY),
    (COST, _OF_COST), (STEPS, _OF_STEPS), (WHO, _OF_WHO), (HOME, _OF_HOME), (AREA, _OF_AREA),
    (WAY, _OF_WAY), (LASTS, _OF_LASTS), (TIMES, _OF_TIMES),
)  # fmt: skip
_DEMANDS = re.compile(
    r"\b(?:do|does|must|should|will|would|have|can|am|are|is)\s+(?:i|we|people|ppl|they|everyone|it)\s+(?:\w+\s+)?"
    r"(?:have to|hav to|has to|need|got to|gotta|expected|supposed|made|make|asked?|expect|forced?|push)\b"
    r"|\bmust i\b|\bwhat do they (?:want|expect|ask)\b|\bwhat is expected\b",
    re.IGNORECASE,
)
_KIND = re.compile(r"\b(?:what|wot|wat|which)(?:'?s)? (?:kind|sort|type|breed|make|size)s? of\b", re.IGNORECASE)
_EACH_WEEK = re.compile(
    r"\b(?:every|each)(?: other| single| second)? (?:week|fortnight|month)|\b(?:weekly|fortnightly"
    r"|monthly|how often|(?:once|twice)"
    r" (?:a|every) (?:week|fortnight|month)|(?:one|1)[- ]?off)\b",
    re.IGNORECASE,
)
_HOW_FAR = re.compile(r"\b(?:walk\w*|how far|far|near\w*|close to|get there|how long .*\bget)\b", re.IGNORECASE)
_TAKEN = re.compile(r"\b(?:cover\w*|live|living|from|take|my (?:area|end|part|bit|postcode)|local)\b", re.IGNORECASE)
_WHICH = re.compile(
    r"\b(?:(?:what|who) (?:was|is|were) (?:the|that|those|they) (?:ones?|places?)"
    r"|(?:which|wich|what|wot|wat)\s+(?:one|ones|1|of (?:them|these|those|em)|places?)|(?:which|wich) (?:is"
    r"|are))\b",
    re.IGNORECASE,
)
_TO_ANYBODY = re.compile(
    r"\b(make|makes|ask|asks|let|lets|expect|expects|teach|show|give|charge|judge|push|force)\s+(off "
    r"|of |from )?"
    r"(?:you|u|ya)\b(?=\s+(?!my|me|to know)|\W*$)",
    re.IGNORECASE,
)
_TURNED = (
    (re.compile(r"^\W*(?:it'?s|it is|it was)\b", re.IGNORECASE), "is it"),
    (re.compile(r"^\W*(?:they'?re|they are)\b", re.IGNORECASE), "are they"),
    (re.compile(r"^\W*there(?:'?s| is| are)\b", re.IGNORECASE), "is there"),
)
"""What is asked in the form of a statement: "just wondering if its only women"."""


def of_anybody(question: str) -> str:
    """A "you" that means whoever goes there, as "i": "do you have to talk", never "do you know"."""
    for shape, asked in _TURNED:
        question = shape.sub(asked, question)
    question = _TO_ANYBODY.sub(lambda found: f"{found[1]} {found[2] or ''}me", question)
    return _ANYBODY.sub(
        lambda found: f"{found['do'] or found['can'] or found['are'] or found['when'] or ''} i ".lstrip(), question
    )


def topics(question: str) -> list[str]:
    """Everything one question asks of a place: codes of needs, and topics of this module; empty where its own words
    alone may answer.
    """
    if asks_of_drink(question):
        return [DRINK]
    first = asks_of_place(of_anybody(without_opening(question))) or (COST if asks_price(question) else None)
    return list(dict.fromkeys([*([first] if first else []), *wider_topics(question)]))


def wider_topics(question: str) -> list[str]:
    if asks_of_drink(question):
        return [DRINK]
    plain = of_anybody(without_opening(question))
    found = [code for code, shape in _WIDER if shape.search(plain)]
    return list(dict.fromkeys([*found, *([AREA] if areas_named(question) else [])]))


def areas_named(question: str) -> list[str]:
    """The parts of town, or the beginnings of postcodes, that a question names."""
    return [one.value for one in _places(question)]


def _places(text: str) -> list[Value]:
    return [one for one in values(text, tokens(text), None) if one.field in ("area", "district")]


def asks_a_demand(question: str) -> bool:
    """Whether it asks what one has to do there: "do you have to talk to people"."""
    return _DEMANDS.search(of_anybody(question)) is not None


def asks_what_kind(question: str) -> bool:
    """As in "what kind of dogs": what is named is there, and the listing may say no more of it."""
    return _KIND.search(question) is not None


def asks_if_each_week(question: str) -> bool:
    """As in "is it every week", "is it a one off"."""
    return _EACH_WEEK.search(question) is not None


def asks_how_far(question: str) -> bool:
    """Distances are never worked out, and that is said."""
    return _HOW_FAR.search(question) is not None


def asks_who_is_taken(question: str) -> bool:
    """Whether it is of where those live who may come, and not of where it is: "do they cover SW2"."""
    return _TAKEN.search(question) is not None


def asks_which(text: str) -> bool:
    """Whether it is asked for which of the places something holds: "which one can i do from home"."""
    return _WHICH.search(text) is not None
