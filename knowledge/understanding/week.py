"""Times of the week that something else takes.

"Mornings school run" tells of a time that does not suit, though it names one; "after the school run" and "mornings
while the kids are at school" tell of one that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from knowledge.language.phrases import Found, PhraseBook, split_phrases, strongest
from knowledge.language.usage import DATA, language
from knowledge.language.weekdays import days_named
from knowledge.language.words import Token, tokens
from knowledge.understanding.amounts import to_the_hour
from knowledge.understanding.model import Concept, Polarity
from knowledge.yaml_files import read_yaml

_MORNINGS, _DAYTIME, _LATE = "constraint.not_mornings", "constraint.daytime_only", "constraint.evenings_weekends"
TIMES = frozenset((_MORNINGS, _DAYTIME, _LATE))
_MEANT: Mapping[str, tuple[str, Polarity]] = {
    "mornings": (_MORNINGS, "yes"),
    "afternoons": (_MORNINGS, "no"),
    "evenings": (_LATE, "no"),
    "weekends": (_LATE, "no"),
}
"""What a part of the week says where something takes it."""
_SPLITS = frozenset("but so then because cause though although however therefore otherwise".split())
_SUBJECTS = frozenset("i my we he she they then".split())
_NOON = 12
_NEAR = 3
"""Words between one that opens a time and what would fill it."""
MANY_DAYS = 4
"""Of so many days a part is taken each day; of fewer, those days are taken and the part of the others is free."""


class Taken(NamedTuple):
    """A part of the week that something else takes, and the place of both in the text.

    ``each_day``: not only on a few days that are named beside it; of those, ``days`` tells.
    """

    part: str
    start: int
    end: int
    each_day: bool


def taken(text: str) -> list[Taken]:
    """As in "mornings school run", "i work evenings", "carers come in the morning"."""
    found = []
    for breath in _breaths(tokens(text)):
        filled = filling(breath)
        named = 0 if filled is None else len(days_named(text[breath[0].start : breath[-1].end]))
        if filled is None:
            continue
        for one in strongest(_books().parts.find(breath)):
            first, last = min(one.start, filled.start), max(one.end, filled.end)
            each_day = not 0 < named < MANY_DAYS
            found.append(Taken(one.label, breath[first].start, breath[last - 1].end, each_day))
    return [*found, *_excepted(text)]


def works_then(words: str) -> bool:
    """Whether it is work of theirs that takes a part of the week: "i work mornings", "my shift is in the morning"."""
    return _WORK.search(words) is not None


_WORK = re.compile(
    r"\b(?:i(?:'?m| am)? work(?:ing)?|(?:at|in|to|for|my) work|shifts?|(?:my |a |have \w+ )?job)\b", re.IGNORECASE
)
_EXCEPT = re.compile(
    r"\b(?:any\w*(?: time| day| part| of (?:them|those))?|all(?: of (?:them|those))?|every\w*|whenever|either"
    r"|the rest)\s+"
    r"(?:of the day\s+)?(?:is |are )?(?:fine |ok |okay |good )*"
    r"(?:but|bar|except|excepting|apart from|other than|not|besides)"
    r"(?: for)?\s+(?:in |on |at )?(?:the |a )?(?P<part>\w+)(?: ones?)?",
    re.IGNORECASE,
)
_NOT_THE_ONE = re.compile(
    r"^\W*(?:no|nah|sorry|please|just|but)?\W*(?:not|never|anything but|can'?t do|cant make)\s+"
    r"(?:in |on |at )?(?:the |an? )?"
    r"(?P<part>\w+)(?: ones?| times?| slots?)?(?: please| pls| thanks| sorry)?\W*$",
    re.IGNORECASE,
)
"""The whole of a message turns one part down, and takes no other: "not the evening one"."""


def _excepted(text: str) -> Iterator[Taken]:
    """As in "any but the evening"."""
    for found in (*_EXCEPT.finditer(text), *_NOT_THE_ONE.finditer(text)):
        for one in strongest(_books().parts.find(tokens(found["part"])))[:1]:
            yield Taken(one.label, found.start(), found.end(), each_day=True)


def names_a_part(words: Sequence[Token]) -> bool:
    """Whether a part of the week is named among the words."""
    return bool(_books().parts.find(words))


def opens(breath: Sequence[Token]) -> bool:
    """Whether it is said of the time that is spoken of in one breath that it suits."""
    return any(not _is_denied(breath, one) for one in _books().opens.find(breath))


def filling(breath: Sequence[Token]) -> Found | None:
    """What fills the time that is spoken of in one breath, if nothing there opens it."""
    if opens(breath):
        return None
    frees = [one.end for one in _books().frees.find(breath)]
    fills = strongest(_books().takes.find(breath))
    return next((one for one in fills if not any(0 <= one.start - end <= _NEAR for end in frees)), None)


def _is_denied(breath: Sequence[Token], cue: Found) -> bool:
    beside = [*breath[max(0, cue.start - 2) : cue.start], *breath[cue.end : cue.end + 1]]
    return any(token.word in {"not", "never", "no"} for token in beside)


def without_taken(text: str, said: Sequence[Concept], listed: Sequence[Concept]) -> list[Concept]:
    """``said``, with times that something takes heard as times that do not suit; others named beside them count."""
    gone = taken(text)
    said = _left_over(text, _without_either(text, _without_late(text, said)))
    if not gone:
        return _of_one_mind(said)
    codes = {concept.code for concept in said}
    beside = [one for one in listed if one.code in TIMES and one.code not in codes]
    kept = [one for one in (*said, *beside) if not any(_heard_as(one, part) for part in gone)]
    for one in gone:
        code, polarity = _MEANT[one.part]
        if one.each_day:
            kept = [c for c in kept if (c.code, c.polarity) != (code, polarity)]
            kept.append(Concept(code, polarity, one.start, one.end, text[one.start : one.end]))
    return sorted(_of_one_mind(kept), key=lambda c: (c.start, c.end, c.code, c.polarity))


def _without_late(text: str, said: Sequence[Concept]) -> list[Concept]:
    """Who is never free after two wants the day: the hour in it is none that suits."""
    late = [found for found in _NEVER_AFTER.finditer(text) if to_the_hour(found["hour"], found["mark"]) >= _NOON]
    kept = [c for c in said if c.code not in TIMES or not any(f.start() <= c.start < f.end() for f in late)]
    if late and all(c.code != _DAYTIME for c in kept):
        start, end = late[0].start("said"), late[0].end()
        kept.append(Concept(_DAYTIME, "yes", start, end, text[start:end]))
    return kept


_NEVER_AFTER = re.compile(
    r"\b(?P<said>(?:never|not(?:hing)?|no|none|nowt|can'?t|cannot|can not|won'?t|don'?t)\b"
    r"(?:\s+(?!but|if|and|so|til)\w+){0,4}?\s*"
    r"\b(?:after|past|later than)\s+(?:about |around |like )?"
    r"(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine)(?:[:.]\d\d)?\s*(?P<mark>[ap]\.?m\b)?)"
    r"(?=\s*(?:$|[.,;!?\n]|(?:o'?clock|and|but|because|cos|as|on|or|so|in|the|i|please|pls)\b))",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"\bmornings?\s*(?:or|and|n|&|/|,)\s*(?:the )?(?:afternoons?|evenings?)\b"
    r"|\bafternoons?\s*(?:or|/)\s*(?:the )?mornings?\b",
    re.IGNORECASE,
)


_NOT_BOTHERED = re.compile(
    r"\b(?:(?:not|aint|ain'?t) (?:bothered|fussed)|don'?t (?:mind|care)|either|whatever|whichever|all the same)\b",
    re.IGNORECASE,
)


def _without_either(text: str, said: Sequence[Concept]) -> list[Concept]:
    """Who names mornings beside another part of the day turns none of them down; who does not mind, wants neither."""
    either = [found.span() for found in _EITHER.finditer(text)]
    within = [one for one in said if any(start <= one.start and one.end <= end for start, end in either)]
    gone = TIMES if _NOT_BOTHERED.search(text) else {_MORNINGS}
    return [one for one in said if one not in within or one.code not in gone or one.polarity != "yes"]


def _of_one_mind(said: Sequence[Concept]) -> list[Concept]:
    """Evenings and weekends share a code: "weekends, evenings no good" says yes to it, by the words for weekends."""
    wanted = {one.code for one in said if one.code in TIMES and one.polarity == "yes"}
    return [one for one in said if one.polarity != "no" or one.code not in wanted]


_NOTHING = re.compile(
    r"\b(?:nothing|not|never|can'?t|cannot|don'?t|won'?t)\b(?:(?! but | except )[\w\s']){0,20}$", re.IGNORECASE
)


def _left_over(text: str, said: Sequence[Concept]) -> list[Concept]:
    """What "nothing before 1pm" and "can't do afternoons" leave, which is not the time that they name."""

    def meant(one: Concept) -> Concept:
        words, turned = one.words.casefold(), _NOTHING.search(text[: one.start].replace("’", "'"))
        if turned and one.code == _DAYTIME and words.startswith("before "):
            return Concept(_MORNINGS, "yes", turned.start(), one.end, text[turned.start() : one.end])
        return replace(one, polarity="no") if turned and one.code == _MORNINGS and words in _AFTERNOON else one

    return [meant(one) for one in said]


_AFTERNOON = frozenset({"afternoon", "afternoons"})


def _heard_as(said: Concept, gone: Taken) -> bool:
    return said.code in TIMES and gone.start <= said.start < gone.end


def _breaths(message: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The pieces of a message in which one thing is said of one time."""
    first = 0
    for at, token in enumerate(message):
        joins = token.word == "and" and at + 1 < len(message) and message[at + 1].word in _SUBJECTS
        if at > first and (token.pause or token.word in _SPLITS or joins):
            yield message[first:at]
            first = at
    if message:
        yield message[first:]


@dataclass(frozen=True)
class _Books:
    parts: PhraseBook
    takes: PhraseBook
    frees: PhraseBook
    opens: PhraseBook


@lru_cache(maxsize=1)
def _books() -> _Books:
    """Spelling is not taught their words: how everything else is read stays as it is."""
    data = read_yaml(DATA / "week.yaml")

    def book(name: str) -> PhraseBook:
        return PhraseBook([(name, phrase) for phrase in split_phrases(data[name])], language().groups)

    parts = [(part, phrase) for part, block in data["parts"].items() for phrase in split_phrases(block)]
    return _Books(PhraseBook(parts, language().groups), book("takes"), book("frees"), book("opens"))
