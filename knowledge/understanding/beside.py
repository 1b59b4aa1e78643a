"""A helper who is known: the clauses in which they speak of themselves, and what those tell of who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.understanding.helper import without_helper

_THEY = r"(?:he|she)(?:'?s|'?d|'ll)?|they(?:'?re|'?ve|'?d|'ll)?"
_TIME = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mornings?|afternoons?|evenings?|weekends?|weekdays?)"
_SUITS = r"(?:is|are|was|suits?|works?|would|for)"
_BOUNDARY = re.compile(
    rf"[.;!?\n]+|,(?!\s*(?:(?:and|or)\s+)?{_TIME}\b(?!\s+{_SUITS}\b))"
    r"|\b(?:but|so|because|cos|coz|though|while|whereas)\b"
    rf"|\b(?:and|when|if|as|that)\b(?=\s+(?:(?:{_THEY}|his|her)\b|{_TIME}\s+{_SUITS}\b))"
    r"|\band\b(?=\s+(?:i|i'?m|i'll)\b)|\s(?=it'?s (?:only |just )?me\b)",
    re.IGNORECASE,
)
_OF_WORK = r"(?:shifts?|hours?|lunch|break|day off|days off|rota|work|job|boss|desk|diary|turn|library|office|surgery)"
_FIRST = re.compile(
    r"\bit'?s (?:only |just )?(?:me\b|when i\b)|\b(?:i|i'?m|i'?ve|i'd|i'll)\b"
    r"|\b(?:id|ill)(?= (?:be|bring|come|do|drive|go|have|help|join|like|meet|sit|stay|take|walk|wait)\b)"
    rf"|\bmy(?= (?:\w+ )?{_OF_WORK}\b)|\bme(?= who\b)",
    re.IGNORECASE,
)
_ONLY_THINKS = re.compile(
    r"\bi(?:'ve| have)? (?:think|thought|guess|reckon|believe|know|see|hear|heard|gather|suppose|asked|told)\b"
    r"(?: (?:him|her|them)\b)?",
    re.IGNORECASE,
)
_FOR_ME = re.compile(
    rf"\b(?:is|are|'s)?\s*(?:\w+\s+){{1,2}}for me\b,?\s*(?:but|and|though)\s+(?:(?:{_THEY})\s+)?"
    r"(?=(?:\w+\s+){1,3}(?:for|with) (?:him|her|them)\b)",
    re.IGNORECASE,
)
"""What of "mornings are bad for me but fine for him" is the helper's."""
_OF_ME = re.compile(r"\b(?:for|with|suits?) me\b", re.IGNORECASE)
_OWN_HOURS = re.compile(
    r"\bi (?:finish|knock off|clock (?:on|off|out)|get off|work (?:till|until|to|til|from)|close up|lock up)\b"
    r"|\bi(?:'m|m| am) (?:off|on|working)(?: shift| duty| work)? "
    rf"(?:then\b|till\b|until\b|at \d|from \d|on (?:a |the )?{_TIME}|every\b|{_TIME})"
    rf"|\bi(?:'m|m| am) (?:off|on (?:shift|duty|call))\W*$|\bi have the (?:hour|time|morning|afternoon)\b"
    rf"|\bmy (?:\w+ )?(?:shifts?|lunch|break|day off|days off|rota)\b|\bit'?s (?:only |just )?me (?:who|that)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:(?:he|she)(?:'?s|'?d|'ll)?|him|his|hers?)\b", re.IGNORECASE)
_KIN = re.compile(
    r"\b(?:my|his|her|our|an?) (?:\w+ )?(?:son|daughter|husband|wife|partner|mum|mom|mother|dad|father|brother|sister"
    r"|nan|gran\w*|friend|mate|boyfriend|girlfriend|child|baby|kid|niece|nephew|boss|uncle|aunt\w*|cousin)s?\b",
    re.IGNORECASE,
)
"""Beside one of these "he" and "she" may be that one."""
_SAYS = re.compile(
    r"\b(?:says?|said|saying|answers|answered|words(?: are)?|(?:told|tells) me|wants to say)\b[\s:,\"'“]*"
    r"(?:(?:that|yes|no|yeah|ok)[\s,:]+)*(?=i\b|i'|im\b|my\b)",
    re.IGNORECASE,
)
"""Behind it are the person's own words."""
_NOUN = r"\w+(?: (?!(?:and|but|not|so|here|with|he|she)\b)\w+)?"
_A_ROLE = re.compile(
    rf"\b(?:i(?:'m|m| am))\s+(?:only |just |also )?(?:his|her|their)\s+(?P<his>{_NOUN})"
    rf"|\b(?:i(?:'m|m| am))\s+(?:only |just |also )?the\s+(?P<the>{_NOUN})"
    r"(?=\W*(?:$|[,.;!?]|\b(?:and|but|not|so|here)\b))",
    re.IGNORECASE,
)
_NOT_THE_PERSON = re.compile(r"^[\s,]*(?:and )?not (?:him|her|them|(?-i:[A-Z])\w+)\b", re.IGNORECASE)


_NAMED_FROM = re.compile(
    r"\b(?:my name(?:'?s| is)|i(?:'m|m| am)) (?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?,? from (?:the )?\w+"
    r"(?:,? (?:and )?not (?:him|her|them|(?-i:[A-Z])\w+))?",
    re.IGNORECASE,
)
_OWN_NAME = re.compile(_NAMED_FROM.pattern + r"|\bmy name(?:'?s| is) [\w'-]+", re.IGNORECASE)
"""A helper's own name, where they say what they are."""


def of_the_person(text: str) -> str:
    """Blanks for what a known helper says of themselves, each letter that is left in its place."""
    named = _OWN_NAME if roles(text) else _NAMED_FROM
    left = without_helper(_without_roles(named.sub(_blank, text)))
    left = _FOR_ME.sub(_blank, left) if _PERSON.search(text) else left
    beside = (_PERSON.search(left) is not None or _OWN_HOURS.search(left) is not None) and not _KIN.search(text)
    says = _SAYS.search(left)
    for start, end in _clauses(left):
        if says and says.start() <= start:
            break
        left = _blanked(left, start, min(end, says.start()) if says else end, beside=beside)
    return left


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for mark in _BOUNDARY.finditer(text):
        yield at, mark.start()
        at = mark.end()
    yield at, len(text)


def _blanked(text: str, start: int, end: int, *, beside: bool) -> str:
    """Without the helper's part of one clause: in words of their hours, or where those stand or "he" or "she" does."""
    clause = _ONLY_THINKS.sub(_blank, text[start:end])
    first = _FIRST.search(clause)
    if first and (beside or _OWN_HOURS.search(clause)):
        they = re.compile(rf"\b(?:{_THEY})\b", re.IGNORECASE).search(clause, first.end())
        last = they.start() if they else len(clause)
        clause = clause[: first.start()] + " " * (last - first.start()) + clause[last:]
    elif beside and _OF_ME.search(clause):
        clause = " " * len(clause)
    return text[:start] + clause + text[end:]


def _without_roles(text: str) -> str:
    role = _A_ROLE.search(text)
    if role is None:
        return text
    behind = _NOT_THE_PERSON.match(text[role.end() :])
    end = role.end() + (behind.end() if behind else 0)
    return _without_roles(text[: role.start()] + " " * (end - role.start()) + text[end:])


def roles(text: str) -> list[str]:
    """What the helper says that they are, to whom: "the librarian" tells "librarian"."""
    return [str(found["his"] or found["the"]) for found in _A_ROLE.finditer(text)]


_LITTLE = re.compile(
    r"\b(?:and|but|so|or|then|that|also|because|cos|no|yes|ok|okay|oh|well|sorry|please|just|only|though|if|when|as"
    r"|it'?s|is|are)\b",
    re.IGNORECASE,
)


def tells_only_of_helper(text: str) -> bool:
    """Whether nothing is left where a known helper has spoken of themselves."""
    left = of_the_person(text)
    return left != text and not re.search(r"\w", _LITTLE.sub("", left))


def tidy(left: str) -> str:
    """What is left as it is read on: no gaps, and no "and" that joins nothing."""
    words = re.sub(r"\s+", " ", left)
    words = re.sub(r"(?:\s*\b(?:and|but|so|because|cos|then|that)\b)+\s*(?=[,.;!?]|$)", "", words, flags=re.IGNORECASE)
    words = re.sub(r"(?:\s*,)+\s*(?=[,.;!?]|$)", "", re.sub(r"\s+([,.;!?])", r"\1", words))
    return re.sub(r"([,;])\s*(?=[,;])", "", words).strip(" ,;")


_COMES = re.compile(
    r"(?<!can )(?<!could )(?<!may )(?<!shall )(?<!should )"
    r"\b(?:i|i'll|ill|i'm|im|i'd)\s+(?:(?:will|can|could|would|shall|am|going to|gonna|happy to|able to|like to|also)"
    r"\s+)*"
    r"(?:(?:come|go|coming|going|walk|walking|sit in|be there|join|accompany|be)\b[^,.;!?]*?"
    r"\b(?:with (?:him|her|them|(?-i:[A-Z])\w+)|along|too|as well)\b"
    r"|(?:walk|take|bring|drive|accompany|taking|bringing|join)\s+(?:him|her|them|(?-i:[A-Z])\w+)\b[^,.;!?]*?"
    rf"\b(?:there|along|over|round|down|to (?:it|the|them|you|see)|the first|first|on (?:an? |the )?{_TIME}))",
    re.IGNORECASE,
)


_WANTED = re.compile(
    r"\b(?:he|she|they)(?:'?d| would|'?s)? (?:likes?|wants?|asked|needs?|prefers?|love) me to (?:come|go|be there)\b",
    re.IGNORECASE,
)


def helper_comes(text: str) -> bool:
    """Whether a helper says that they come along: "i will come with him", "i can walk her there on a wednesday"."""
    return _COMES.search(text) is not None or _WANTED.search(text) is not None


_SHE = re.compile(r"\b(?:she(?:'?s|'?d|'ll)?|hers?|lady|woman|girl)\b", re.IGNORECASE)
_HE = re.compile(r"\b(?:he(?:'?s|'?d|'ll)?|him|his|gentleman|gent|man|guy|bloke|lad|chap|fella)\b", re.IGNORECASE)


def gender_told(text: str) -> str | None:
    """The code of it where a helper says "she" or "a man"; None where that may be somebody else."""
    she, he = _SHE.search(text), _HE.search(text)
    if (she is None) == (he is None) or _KIN.search(text):
        return None
    return "identity.woman" if she else "identity.man"


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
