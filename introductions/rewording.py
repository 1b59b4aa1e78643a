"""A change to a letter, asked for in plain words: which line it is about, and how that line reads then."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from introductions.fields import FIELDS, touches
from introductions.model import DraftField
from introductions.naming import is_sentence
from introductions.sorting import Piece, sort
from introductions.telling import OWN
from introductions.templates import phrases
from knowledge.language.stems import stem
from knowledge.understanding import understand
from knowledge.understanding.edits import Edit
from knowledge.understanding.names import may_be_a_name

_CALLED: Mapping[str, str] = {
    "enjoy": "enjoys", "work": "worked", "job": "worked",
    "hope": "hopes", "help": "helps", "need": "helps", "time": "times", "times": "times", "language": "language",
    "health": "health", "word": OWN, "own": OWN,
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
_FOR_GOOD = (OWN, "health")
"""Lines that only they wrote: taken out, they are offered no more."""
_OPEN = frozenset((str(phrases()["times"]["times.any_time"]),))
"""What a time that is named takes the place of."""


Means = Callable[[str, str], bool]


class Change(NamedTuple):
    """``text`` becomes the line of ``field``; None leaves the line out as it stands."""

    field: str
    text: str | None


def change(fields: Mapping[str, DraftField], wish: Edit, *, told_of: bool = False) -> list[Change]:
    """None of them where the letter has no such words, or what is to be a name reads like a sentence.

    ``told_of``: a helper writes, whose words about the person stay theirs.
    """
    name = fields["name"].text
    if wish.of_name or (name and wish.words.casefold() == name.casefold()):
        return _named(wish.words if wish.adds else wish.puts)
    if wish.adds:
        return _added(fields, wish, told_of=told_of)
    return _without(fields, wish)


def _added(fields: Mapping[str, DraftField], wish: Edit, *, told_of: bool) -> list[Change]:
    """Words that are about no line go in only where they were plainly meant for the letter; a name is no such words."""
    pieces = sort(wish.words, told_of=told_of)
    is_of_none = any(piece.field == OWN for piece in pieces)
    if is_of_none and wish.name_like and len(pieces) == 1:
        return _named(wish.words) if may_be_a_name(wish.words) else []
    return [] if is_of_none and wish.loosely else _put(fields, pieces)


def written(fields: Mapping[str, DraftField], field: str, words: str, *, told_of: bool = False) -> list[Change]:
    """A line that somebody writes themselves: it takes the place of what stood there, as far as it is about that; what
    is plainly about another line goes there.
    """
    if field in ("name", "health", "reply_way", OWN):
        return [Change(field, words)]
    pieces = sort(words, home=field, told_of=told_of)
    here = [piece._replace(alone=True) if piece.field == field else piece for piece in pieces]
    return _put(fields, here)


def _named(new: str) -> list[Change]:
    new = new.rstrip(" .") if len(new.split()) == 1 and len(new) > len("D.") else new
    return [] if is_sentence(new) else [Change("name", new or None)]


def _put(fields: Mapping[str, DraftField], pieces: Sequence[Piece]) -> list[Change]:
    """Each piece behind what its line says already, or in its place."""
    changes: list[Change] = []
    for field, text, alone in pieces:
        if field == "name":
            changes += _named(text)
            continue
        before = (
            fields[field].text
            if fields[field].on and not (alone or field == "who_comes") and fields[field].text not in _OPEN
            else ""
        )
        if text.casefold() in [part.casefold() for part in _parts(field, before)]:
            changes.append(Change(field, before))
            continue
        mark = ". " if field == OWN else ", "
        changes.append(Change(field, f"{before.rstrip('.')}{mark}{text}" if before else text))
    return changes


def _without(fields: Mapping[str, DraftField], wish: Edit) -> list[Change]:
    shown = [field for field in FIELDS if fields[field].on and field not in ("reply_way", "name")]
    line = called(wish.words)
    if line in shown and line:
        return _in_place_of(fields, line, "" if line in _FOR_GOOD else None, sort(wish.puts, home=line))
    if line == "health":
        return [Change(field, None) for field in shown if _is_of_health(fields, field)]
    for means in (_by_words, _by_meaning):
        for field in shown:
            parts = _parts(field, fields[field].text)
            meant = [part for part in parts if means(part, wish.words)]
            if meant:
                return _exchanged(fields, field, parts, meant, wish.puts)
    return _put(fields, sort(wish.puts)) if line and wish.puts else []


def _is_of_health(fields: Mapping[str, DraftField], field: str) -> bool:
    return fields[field].sensitive and touches(field, fields[field].text) == "health"


def called(words: str) -> str | None:
    """The line that is meant by what it is called: "the times", "my health"."""
    lines = {_CALLED.get(part) for part in telling_parts(words)}
    return lines.pop() if len(lines) == 1 else None


def _exchanged(
    fields: Mapping[str, DraftField], field: str, parts: Sequence[str], meant: Sequence[str], puts: str
) -> list[Change]:
    """The line without the parts that are meant; what is put for them stands there, or in the line it is about."""
    pieces = sort(puts)
    if not is_sentence(puts):
        pieces = [piece._replace(field=field) if piece.field == OWN else piece for piece in pieces]
    here = ", ".join(piece.text for piece in pieces if piece.field == field)
    left = [here if part == meant[0] else part for part in parts if part == meant[0] or part not in meant]
    others = [piece for piece in pieces if piece.field != field]
    return _in_place_of(fields, field, ", ".join(filter(None, left)), others)


def _in_place_of(
    fields: Mapping[str, DraftField], field: str, text: str | None, pieces: Sequence[Piece]
) -> list[Change]:
    emptied = fields if text else {**fields, field: DraftField(on=False, text="")}
    put = _put(emptied, pieces)
    return put if any(one.field == field for one in put) else [Change(field, text), *put]


def _parts(field: str, line: str) -> list[str]:
    marks = r"\.\s|[,;]" if field == OWN else r"[,;]"
    return [part.strip() for part in re.split(marks, line)]


def _by_words(part: str, words: str) -> bool:
    return any(
        one == other or (len(one) > _LONG and fuzz.ratio(one, other) >= _ALIKE)
        for one in telling_parts(words)
        for other in telling_parts(part)
    )


def _by_meaning(part: str, words: str) -> bool:
    """As "i want work" means the part "a job that suits"."""
    codes = {_SAME.get(concept.code, concept.code) for concept in understand(words).concepts}
    theirs = {_SAME.get(concept.code, concept.code) for concept in understand(part).concepts}
    return bool(codes & theirs) or part in {wordings.get(code) for wordings in _wordings() for code in codes}


def _wordings() -> list[Mapping[str, str]]:
    return [phrases()[name] for name in ("enjoys", "hopes", "hopes_if_offered", "helps", "helps_hinting", "times")]


def telling_parts(words: str) -> list[str]:
    """The stems of the words that say something."""
    parts = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", words.casefold())
    return [stem(part) for part in parts if part.replace("'", "").replace("’", "") not in _LITTLE]
