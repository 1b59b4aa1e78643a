"""Plain values in a message: where, how old, how many hours, which days, which language, what name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from knowledge.heritage import names_a_people
from knowledge.language.stems import stem
from knowledge.language.usage import DATA
from knowledge.language.words import Token
from knowledge.understanding.days import days
from knowledge.understanding.early_names import name_with_age
from knowledge.understanding.model import Value
from knowledge.understanding.names import names
from knowledge.yaml_files import read_yaml

_DISTRICT = re.compile(r"\b(S\s?[EW]|CR|E|EC|N|NW|WC|W|BR|DA|TW|KT|SM)\s?(\d{1,2})(?:\s?\d[A-Z]{2})?\b", re.IGNORECASE)
_LONE_LETTER = re.compile(r"^[ENW]\d", re.IGNORECASE)
_AGE = (
    re.compile(
        r"\b(?:i'?\s?a?m|im|aged?|i turned|turned|just turned|i be)\s+(?:now\s+|only\s+|nearly\s+)?(\d{2})\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:my )?age(?: is|'s|:)?\s+(?:now\s+|only\s+)?(\d{2})\b", re.IGNORECASE),
    re.compile(r"\b(\d{2})\s?(?:years?|yrs?|yr)[\s-]*(?:old|of age)\b", re.IGNORECASE),
    re.compile(r"\b(\d{2})\s?(?:yo|y/o|f|m)\b", re.IGNORECASE),
    re.compile(r"(?:^|,|\bi'?m \w+ (?:and|an|n|&))\s*(\d{2})(?=\s*(?:,|$|\.(?!\d)))", re.IGNORECASE),
    re.compile(r"^\s*(\d{2})(?=\s+[a-z])", re.IGNORECASE),
    re.compile(r"[.,;]\s*(\d{2})\s*\W*$"),
    re.compile(r"\bat (\d{2}) (?:i|nobody|no one|who|it)\b", re.IGNORECASE),
)
_PLAIN_AGES = 4
"""How many of these, the first ones, tell of an age under 16 too; elsewhere a number so small is an hour or a count."""
_OF_ANOTHER = re.compile(r"\b(?:have|has|got|with|my|her|his|our|their)(?:\s+(?:an?|own))?\s+$", re.IGNORECASE)
"""A 15 year old whom the writer has is not the writer."""
_NOT_AGE = re.compile(
    r"^\s*(?:odd|or|to|plus|more|times|mins|quid|pounds?|p\b|days?|nights?|jobs?|kids|hours?|hrs?|yrs?|miles|minutes|%"
    r"|weeks?|months?|years?(?! (?:old|of age))|stone|kg|st\b)",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"\b(\d{1,2})(?:\s?(?:-|to|or)\s?(\d{1,2}))?\s?(?:hours?|hrs?|h)\b(?!\s*(?:ago|old|later|away))", re.IGNORECASE
)
_NUMBER = re.compile(r"(?<!\w)(\d{1,3})(?!\w)")


def values(text: str, message: Sequence[Token], asked: str | None) -> list[Value]:
    """Each value once, in order; ages between 10 and 99, hours up to 60 a week."""
    found = [
        *_districts(text),
        *_areas(text, message, asked),
        *_ages(text, asked),
        *_hours(text, asked),
        *days(text, asked),
        *_languages(text, message, asked),
        *(list(names(text, asked)) or _opening_name(text, asked)),
    ]
    seen: dict[tuple[str, str], Value] = {}
    for value in sorted(found, key=lambda v: v.start):
        seen.setdefault((value.field, value.value), value)
    return list(seen.values())


def _opening_name(text: str, asked: str | None) -> list[Value]:
    name = name_with_age(text) if asked in (None, "story") else None
    at = text.find(name) if name else 0
    return [Value("name", name, at, at + len(name), name)] if name else []


def _districts(text: str) -> Iterator[Value]:
    for match in _DISTRICT.finditer(text):
        if _NOT_THERE.search(text[: match.start()]):
            continue
        if _BEHIND_A_NUMBER.search(text[: match.start()]) and match.group()[:2] == "n ":  # "school run 9 n 3"
            continue
        letters = match.group(1).replace(" ", "").upper()
        if _LONE_LETTER.match(match.group()) and not match.group()[0].isupper():
            continue
        words = match.group()
        yield Value("district", f"{letters}{int(match.group(2))}", match.start(), match.end(), words)


def _areas(text: str, message: Sequence[Token], asked: str | None) -> Iterator[Value]:
    known = _places()
    for index in range(len(message)):
        for width in (4, 3, 2, 1):
            span = message[index : index + width]
            area = known.get(" ".join(token.word for token in span)) if len(span) == width else None
            if area:
                start, end = span[0].start, span[-1].end
                going = asked is not None and _ASKS_TO_GO.search(text[:start])
                if not going and not _is_no_place(text[:start], text[end:]):
                    yield Value("area", area, start, end, text[start:end])
                break


_NOT_THERE = re.compile(
    r"\b(?:not|never|(?:don'?t|do not) live|(?:moved|gone) (?:out of|away from|from)|left)\s+(?:(?:in|at|from)\s+)?$",
    re.IGNORECASE,
)
_ASKS_TO_GO = re.compile(
    r"\b(?:do|would|will|must|should)\s+(?:i|we|she|he)\s+(?:(?:have|need|got)\s+to\s+)?(?:go|travel|get|come)\s+"
    r"(?:all the way\s+)?(?:in|up|down|over)?\s*to\s+$",
    re.IGNORECASE,
)
"""In front of where somebody would rather not have to go: "do i have to go to brixton"."""
_BEHIND_A_NUMBER = re.compile(r"\d\s+$")
_ONE_OF = re.compile(r"\ban?\s+$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:$|[.,;!?&]|\d|(?:and|but|for|in|by|till?|until|before|once|then)\b)", re.IGNORECASE)


_AT_WORK = re.compile(
    r"(?:^|[.,;!?\n]|\b(?:and|but|because|cos|while)\b)"
    r"(?:(?!\b(?:live|living|stay|staying|want|looking|look|find|like|love|hope|near|home|house|flat|need|seek\w*|and|but)\b)"
    r"[^.,;!?\n])*"
    r"\b(?:work|works|working|worked|employed|my job is|office|offices|my shop|shifts?)\b"
    r"(?:(?!\b(?:live|living|stay|staying|and|but)\b)[^.,;!?\n]){0,40}\b(?:in|at|inna|around|by)\s+$",
    re.IGNORECASE,
)
"""Where somebody works tells of no home."""
_ONCE_THERE = re.compile(
    r"\b(?:used to|back when|years ago|when i was (?:young|a (?:child|kid|boy|girl)))\b"
    r"(?:(?!\b(?:now|but)\b)[^.;!?\n]){0,60}"
    r"\b(?:in|at|round|inna|from)\s+$",
    re.IGNORECASE,
)
"""Where something was once tells not where somebody is: "i used to keep pigeons in Peckham"."""
_CANNOT_GO = re.compile(
    r"\b(?:can(?:'?t|not| not)|could(?:n'?t| not)|won'?t|never|not|too far to|a long way to|unable to)\b"
    r"(?:(?!\b(?:live|living|stay|but|leave)\b)[^.,;!?\n]){0,25}"
    r"\b(?:get|go|going|travel|make it|walk|come|far|way)(?: all the way)?(?: (?:out|over|down|up|as far))?"
    r" (?:to|as)\s+$",
    re.IGNORECASE,
)
"""Where they cannot get to tells of no home: "I couldn't get to Norwood on my own"."""
_LIVES_TOO = re.compile(r"\b(?:live|living|stay|home)\s+(?:and|&|n)\s+\w+\s+(?:in|at|around)\s+$", re.IGNORECASE)


def _is_no_place(before: str, after: str) -> bool:
    """As in "not brixton", and in "i was a bricky": nobody is a place."""
    if _ONCE_THERE.search(before):
        return True
    at_work = _AT_WORK.search(before) and not _LIVES_TOO.search(before)
    if _CANNOT_GO.search(before.replace("’", "'")):
        return True
    return bool(_NOT_THERE.search(before) or at_work or (_ONE_OF.search(before) and _ENDS.match(after)))


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    """Typed name, in our plain words, to the area's own name."""
    areas = read_yaml(DATA / "places.yaml")["areas"]
    return {typed.strip(): area for area, forms in areas.items() for typed in (area.lower(), *forms.split(" / "))}


def _ages(text: str, asked: str | None) -> Iterator[Value]:
    for pattern in _AGE:
        for match in pattern.finditer(text):
            youngest = 10 if pattern in _AGE[:_PLAIN_AGES] else 16
            of_another = _OF_ANOTHER.search(text[: match.start()]) is not None
            if int(match.group(1)) >= youngest and not of_another and not _NOT_AGE.match(text[match.end() :]):
                yield Value("age", match.group(1), match.start(1), match.end(1), match.group())
    if asked == "age":
        bare = _NUMBER.search(text)
        if bare and 10 <= int(bare.group(1)) <= 110:
            yield Value("age", bare.group(1), bare.start(), bare.end(), bare.group())


def _hours(text: str, asked: str | None) -> Iterator[Value]:
    for match in _HOURS.finditer(text):
        hours = match.group(2) or match.group(1)
        if 0 < int(hours) <= 60:
            yield Value("hours", hours, match.start(), match.end(), match.group())
    if asked == "hours":
        bare = _NUMBER.search(text)
        if bare and 0 < int(bare.group(1)) <= 60:
            yield Value("hours", bare.group(1), bare.start(), bare.end(), bare.group())


def _languages(text: str, message: Sequence[Token], asked: str | None) -> Iterator[Value]:
    """A word that names a people as well is a language only where the talk is of one: "somali" may be who I am."""
    known = _language_names()
    spoken = asked == "language" or any(token.stem in _SPOKEN for token in message)
    for token in message:
        code = known.get(token.word)
        theirs = asked == "letter_decision" and _ASKS_WHO_SPEAKS.search(text[: token.start])
        if code and (spoken or not names_a_people(token.word)) and not theirs and not _is_no_tongue(text, token):
            yield Value("language", code, token.start, token.end, text[token.start : token.end])


_SPOKEN = frozenset(
    map(stem, "speak spoke speaking language tongue talk write read understand english translate interpreter fluent "
        "mother native learn teach please".split())
)  # fmt: skip


_ASKS_WHO_SPEAKS = re.compile(
    r"\b(?:do|does|is there|are there|can|will)\s+(?:any(?:one|body)|some(?:one|body)|they|the staff|people)\b"
    r"[^.;!?,]*$",
    re.IGNORECASE,
)
"""Beside a letter that is asked of the place, and tells the place nothing: "does anybody there speak Somali"."""
_NOT_SPOKEN = re.compile(
    r"\b(?:no|not|nor|never|nothing|don'?t|dont|can'?t|cant|cannot|isn'?t|without|hate|dislike)\b"
    r"(?:(?!\b(?:only|but|just|i|so|because|well|good)\b)[^.;!?,])*$",
    re.IGNORECASE,
)
_LEARNT = re.compile(
    r"\b(?:learn|study|improve|practi[sc]e|brush up)\w*\s+(?:(?:some|my|a bit of|a little)\s+)?$", re.IGNORECASE
)
_OF_IT = re.compile(
    r"\s+(?:food|cooking|danc\w+|guitar|music|films?|class(?:es)?|lessons?|courses?"
    r"|cafes?|shops?|restaurants?|church|mosque)\b",
    re.IGNORECASE,
)


def _is_no_tongue(text: str, token: Token) -> bool:
    """Whether the name of a language says of nobody that they speak it: "nothing to do with Spanish"."""
    before, after = text[: token.start], text[token.end :]
    return bool(_NOT_SPOKEN.search(before) or _LEARNT.search(before) or _OF_IT.match(after))


@lru_cache(maxsize=1)
def _language_names() -> dict[str, str]:
    tags = read_yaml(DATA / "places.yaml")["languages"]
    return {name: code for code, names in tags.items() for name in names.split()}
