"""A change to a letter, asked for in plain words: which line it is about, and how that line reads then."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz

from introductions.fields import FIELDS
from introductions.model import DraftField
from introductions.naming import is_sentence
from introductions.templates import phrases
from knowledge.language.stems import stem
from knowledge.understanding import understand
from knowledge.understanding.edits import Edit
from knowledge.understanding.trades import trade

_LINES = (("health.", "health"), ("constraint.", "helps"), ("interest.", "enjoys"))
"""The line that an addition belongs to, by what it speaks of; whatever else is said is a hope, or what it is about."""
_TIMES = frozenset({"constraint.daytime_only", "constraint.evenings_weekends", "constraint.not_mornings"})
_CALLED: Mapping[str, str] = {
    "enjoy": "enjoys", "work": "worked", "job": "worked",
    "hope": "hopes", "help": "helps", "time": "times", "times": "times", "language": "language",
    "health": "health",
}  # fmt: skip
"""The one word, as a stem, by which a line is called."""
_SAME: Mapping[str, str] = {"stage.ready": "support.job_brokering"}
"""Wishes that a letter words alike."""
_LITTLE = frozenset(
    "i im ive id my me a an the this that these those it is am are be was of in on at to for with from about and or "
    "not no dont any some one all what who how why want wanna would like love say said put line part bit thing word "
    "more too just please have get there here".split()
)
_ALIKE, _LONG = 85, 3


Means = Callable[[str, str], bool]


class Change(NamedTuple):
    """``text`` becomes the line of ``field``; None leaves the line out as it stands."""

    field: str
    text: str | None


def change(fields: Mapping[str, DraftField], wish: Edit) -> Change | None:
    """None where the letter has no such words, or what is to be a name reads like a sentence."""
    name = fields["name"].text
    if wish.of_name or (name and wish.words.casefold() == name.casefold()):
        return _named(wish)
    if wish.adds:
        line = line_of(wish.words)
        before = fields[line].text if fields[line].on else ""
        return Change(line, f"{before}; {wish.words}" if before else wish.words)
    return _without(fields, wish)


def _named(wish: Edit) -> Change | None:
    new = wish.words if wish.adds else wish.puts
    return None if is_sentence(new) else Change("name", new or None)


def _without(fields: Mapping[str, DraftField], wish: Edit) -> Change | None:
    told = _telling(wish.words)
    shown = [field for field in FIELDS if fields[field].on and field not in ("reply_way", "name")]
    called = _CALLED.get(told[0]) if len(told) == 1 else None
    if called in shown:
        return Change(called, wish.puts or None)
    for means in (_by_words, _by_meaning):
        for field in shown:
            text = _left(fields[field].text, wish, means)
            if text is not None:
                return Change(field, text)
    return None


def _left(line: str, wish: Edit, means: Means) -> str | None:
    """The line without the parts that are meant, what is put for them at the first one's place; None where none is."""
    parts = [part.strip() for part in re.split(r"[,;]", line)]
    meant = [part for part in parts if means(part, wish.words)]
    if not meant:
        return None
    left = [wish.puts if part == meant[0] else part for part in parts if part == meant[0] or part not in meant]
    return ", ".join(filter(None, left))


def _by_words(part: str, words: str) -> bool:
    return any(
        one == other or (len(one) > _LONG and fuzz.ratio(one, other) >= _ALIKE)
        for one in _telling(words)
        for other in _telling(part)
    )


def _by_meaning(part: str, words: str) -> bool:
    """As "i want work" means the part "a job that suits"."""
    codes = {_SAME.get(concept.code, concept.code) for concept in understand(words).concepts}
    theirs = {_SAME.get(concept.code, concept.code) for concept in understand(part).concepts}
    return bool(codes & theirs) or part in {wordings.get(code) for wordings in _wordings() for code in codes}


def _wordings() -> list[Mapping[str, str]]:
    return [phrases()[name] for name in ("enjoys", "hopes", "hopes_if_offered", "helps", "helps_hinting", "times")]


def _telling(words: str) -> list[str]:
    parts = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", words.casefold())
    return [stem(part) for part in parts if part.replace("'", "").replace("’", "") not in _LITTLE]


def line_of(words: str) -> str:
    """The line of the letter that something new belongs to."""
    concepts = understand(words).concepts
    codes = [concept.code for concept in concepts]
    if any(concept.code.startswith("interest.") and trade(words, concept.words) for concept in concepts):
        return "worked"
    if codes and all(code in _TIMES for code in codes):
        return "times"
    return next(
        (line for group, line in _LINES if any(c.startswith(group) and c not in _TIMES for c in codes)), "hopes"
    )
