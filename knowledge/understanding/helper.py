"""Helpers: somebody who types for the person beside them, whose own affairs tell of nobody; and one's own carers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.understanding.model import Concept

_SERVED = r"(?:customer|client|patient|visitor|reader|borrower|service user|resident|tenant|neighbour|young person)"
_SOMEBODY = rf"(?:{_SERVED}|man|woman|lady|gentleman|gent|guy|bloke|lad|girl|person|fella|chap|mother|mum|father|dad)"
_DOING = r"(?:here |sat |sitting |just |currently |typing |writing |working |filling this in |doing this )*"
_WITH = re.compile(
    rf"\bi(?:'m|m| am)\s+{_DOING}(?:with|helping|beside|next to)\s+"
    rf"(?:an?|the|this|one of (?:our|my)|my(?= {_SERVED}))\s+(?:\w+ )?{_SOMEBODY}s?\b"
    r"(?:\s+(?:here|now|today|at the moment|who))*"
    rf"|\b(?:typing|writing|filling (?:this|it) in|doing this|asking|here)(?: this)? (?:for|with|on behalf of) "
    rf"(?:an?|my|this|the) (?:\w+ )?{_SOMEBODY}\b"
    rf"|\b(?:got|have|there is|there's) (?:an?|this) (?:\w+ )?{_SOMEBODY} "
    r"(?:sat |sitting |stood |waiting )?(?:here|with me|in front of me|beside me|next to me)\b"
    rf"|\bthis (?={_SOMEBODY} (?:here )?(?:wants?|needs?|is|has|likes?|would|can'?t|says?|used to|was)\b)"
    r"|\bi(?:'m|m| am) (?=(?:his|her|their) (?:\w+ )?(?:worker|carer|navigator|coach|adviser|nurse|keyworker)\b)",
    re.IGNORECASE,
)
"""Beside whom somebody types; what stands there tells nothing of anybody."""
_WORKER = (
    r"(?:librarian|advocate|navigator|(?:link|support|key|social|youth|outreach|peer) ?worker|keyworker|volunteer"
    r"|nurse|gp|doctor"
    r"|teacher|coach|advis[eo]r|manager|carer|neighbour|friend|receptionist|caseworker)"
)
_ONLY = r"(?:only|just)?\s*"
_AS = (
    r"(?:\bi(?:'m|m| am)\s+|\b(?:my name'?s?(?: is)?|this is|it'?s|i(?:'m|m| am))"
    r" (?-i:[A-Z])[\w'-]+,? (?:i(?:'m|m| am) |from )?)"
)
"""How somebody begins to say what they are, with or without their name: "I'm Bev, a librarian"."""
_OF_THEMSELVES = re.compile(
    rf"{_AS}(?:only |just |also )?(?:an?|the|his|her|their)\s+(?:\w+ )?{_WORKER}\b(?:,? that'?s me\b)?"
    r"[^,.;!?]*?(?=$|[,.;!?]|\band (?:he|she|they)\b)"
    rf"|\b(?:his|her|their) (?:\w+ )?{_WORKER}\b"
    r"|\bi (?:work|volunteer|help out|help|run|manage)\b(?: \w+)? (?:at|for|in|with|here|the) ?"
    r"[^,.;!?]*?(?=$|[,.;!?]|\b(?:and|but) (?:he|she|they|this|i've|i have|got)\b)"
    rf"|\b(?:i|we)(?:'ve|ve| have)?\s+{_ONLY}(?:got|have)?\s*{_ONLY}(?:an?|a few|\w+) (?:minutes?|mins?)\b[^,.;!?]*"
    r"|\bi (?:think|guess|believe|reckon)\b(?= (?:he|she|they)\b)",
    re.IGNORECASE,
)


_TOLD_OF = r"(?:,? (?:who|he|she|he'?s|she'?s|his|her|aged? \d|\d{2})\b)"
_HELPED = (
    r"(?:him|her|them|someone|somebody|(?:mr|mrs|ms|miss|dr) \w+|(?-i:[A-Z])\w+"
    rf"|(?!people\b|others\b|out\b|with\b|at\b|in\b)[a-z]{{3,}}(?={_TOLD_OF}))"
)
_BESIDE = r"(?:with me|beside me|next to me|in front of me|by me)"
_WITH_THEM = re.compile(
    r"\b(?:typing|writing|answering|filling (?:this|it) in|doing this|asking|speaking|sat|sitting)(?: this| it| here)* "
    rf"(?:for|with|on behalf of|next to|beside) {_HELPED}\b|\bhelping {_HELPED}\b(?: (?:with this|to type|here|today))*"
    rf"|\b(?:i have|i'?ve(?: got)?|i got|got|have) {_HELPED} (?:sat |sitting |here )*(?:{_BESIDE}|here)\b"
    rf"|\b{_HELPED}(?:'s| is|s)? (?:sat |sitting |here |right )*{_BESIDE}\b",
    re.IGNORECASE,
)
"""The same of somebody who is named or known; believed where the writer says besides what their own work is."""
_BY_TRADE = re.compile(
    rf"{_AS}(?:only |just |also )?(?:an?|the|his|her|their)\s+(?:\w+ )?{_WORKER}\b"
    r"|\bi (?:work|volunteer|help out) (?:at|for|in|here)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    rf"\bi(?:'m|m| am)\s+(?:only |just |also )?(?:an?|the|his|her|their)\s+(?P<role>(?:\w+ )?{_WORKER})\b",
    re.IGNORECASE,
)
_NOT_THEM = re.compile(
    rf"\bi(?:'m|m| am) the (?:\w+ )?{_WORKER},? (?:that'?s me|it'?s me|that is me|me)\b|"
    rf"\b(?:mr|mrs|ms|miss|dr)\.? \w+(?:'s| is)(?:n'?t| not) (?:an?|the) (?:\w+ )?{_WORKER}\b[^.;!?]*|"
    rf"\b(?:the )?(?:\w+ )?{_WORKER}(?: bit| part)?(?: is|'s)? me\b[^.,;!?]*"
    rf"|\bi(?:'m|m| am) the (?:\w+ )?{_WORKER},? not (?:him|her|them)\b"
    rf"|\b(?:it'?s|it is) me (?:who|that)(?:'s| is) the (?:\w+ )?{_WORKER}\b"
    rf"|\b(?:he|she)(?:'s| is)(?:n'?t| not) (?:an?|the) (?:\w+ )?{_WORKER}\b[ ,.;]*(?:i am|that'?s me|it'?s me)\b",
    re.IGNORECASE,
)
_BY_THE_WAY = re.compile(
    r"\b(?:i should (?:say|have said)|i forgot to say|by the way|btw|just so (?:you|u) know|to be clear|hello|hi|hey"
    r"|good (?:morning|afternoon|evening)|no|yes|sorry|ok|okay|and|but|also|oh|please|not (?:him|her|them))\b",
    re.IGNORECASE,
)
_TYPES_FOR = re.compile(
    r"\b(?:i(?:'m|m| am)|me) (?:just |only )?(?:the one )?(?:typing|writing (?:this|it)|filling"
    r" (?:this|it) in|doing the typing)"
    r"(?: this| it| here)* (?:for|on behalf of) (?:him|her|them|(?:mr|mrs|ms|miss)\.? \w+)\b",
    re.IGNORECASE,
)
"""So does nobody who writes of themselves."""
_IS_IT_TOLD = re.compile(
    r"^\W*(?:(?:and|but|so|ok)\W+)*(?:does|do|will|is|did|have|has|are)\b.*\b(?:say|says|said|know|mention\w*|tell|told|written"
    r"|put|in (?:it|there|the letter))\b",
    re.IGNORECASE,
)


def helps(text: str) -> bool:
    """Whether somebody says that they write for a person beside them."""
    with_them = _WITH_THEM.search(text) and _BY_TRADE.search(text)
    return bool(with_them or any(shape.search(text) for shape in (_WITH, _NOT_THEM, _TYPES_FOR)))


_HELPING_TRADE = re.compile(
    rf"{_AS}(?:an?|the)\s+(?:\w+ )?"
    r"(?:librarian|navigator|advocate|(?:link|support|key|social|youth|outreach|peer) ?worker|caseworker)\b"
    r"|\bi (?:work|volunteer) (?:at|for|in) (?:the |a )?\w*\s?(?:library|surgery|foodbank|food bank|hospice)\b",
    re.IGNORECASE,
)


def is_by_trade(text: str) -> bool:
    """Whether the writer's work is to help others; they may write of themselves all the same."""
    return bool(_HELPING_TRADE.search(text))


def tells_only_trade(text: str) -> bool:
    """Whether nothing but such work is told, so that nobody knows yet whose it is: "Hello, I'm a librarian"."""
    return is_by_trade(text) and not re.search(r"\w", _BY_THE_WAY.sub("", _HELPING_TRADE.sub("", text)))


def about_them(text: str) -> str:
    """The text with blanks for what a helper says of themselves, each letter that is left in its place."""
    if not helps(text):
        return text
    named = without_helper(_WITH.sub(_blank, _NOT_THEM.sub(_blank, text)))
    return _WITH_THEM.sub(_blank, named) if _BY_TRADE.search(text) or _TYPES_FOR.search(text) else named


def without_helper(text: str) -> str:
    """As ``about_them``, where it is known already that a helper writes."""
    return _OF_THEMSELVES.sub(_blank, text)


def only_of_helper(text: str) -> bool:
    """Whether a helper has told nothing yet of the person beside them: "I'm with a customer"."""
    left = about_them(text)
    return left != text and not re.search(r"\w", _BY_THE_WAY.sub("", left))


def asks_if_told(text: str) -> bool:
    """Whether a helper asks if the places hear of them: "does it say I'm the librarian helping him?"."""
    return helps(text) and bool(_IS_IT_TOLD.match(text))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


_CARING = "constraint.caring"
_BEING_ONE = re.compile(
    r"\b(?:i'?m|am|be|being|been|as|was|full[ -]time|unpaid|young|family)(?: (?:an?|the))?\s*$", re.IGNORECASE
)
_COMES = re.compile(
    r"(?:my |the |a )?carers?(?:'s| is| has| have|'ve)?\s+(?:been|gone|left|come|comes|came|coming|calls?"
    r"|visits?|here|due)\b",
    re.IGNORECASE,
)
_FOR_KIN = re.compile(
    r"\b(?:mum|mom|mother|dad|father|husband|wife|partner|son|daughter|brother|sister|nan|gran\w*|him|her|them)\b",
    re.IGNORECASE,
)


def without_own_carers(text: str, said: Sequence[Concept]) -> list[Concept]:
    """Who has carers coming cares for nobody by that: "I have a carer in the morning"."""
    return [one for one in said if one.code != _CARING or not _is_their_own(text, one)]


def _is_their_own(text: str, one: Concept) -> bool:
    bare = one.words.casefold() in ("carer", "carers", "my carer", "my carers", "a carer", "the carer", "the carers")
    comes = _COMES.match(text[one.start :].replace("’", "'"))
    return (bare or comes is not None) and not _BEING_ONE.search(text[: one.start]) and not _FOR_KIN.search(text)


def role_of(text: str) -> str | None:
    """What a helper says that they are: "librarian" of "im a librarian, im typing for a man"; no name."""
    found = _ROLE.search(text)
    return found["role"].casefold() if found else None
