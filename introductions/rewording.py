"""A change to a letter, asked for in plain words: which line it is about, and how that line reads then."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from introductions.fields import of_health, switched
from introductions.health_words import names_health
from introductions.keeping_only import kept_only
from introductions.lines_in_order import come_back, moved
from introductions.model import DraftField
from introductions.naming import MOST_WORDS, is_sentence
from introductions.part_meant import called, is_job_hoped_for, lines_shown, parts_meant, plain, telling_parts
from introductions.private_words import tells_private
from introductions.sorting import Piece, sort, under_health
from introductions.telling import OWN, line_of
from introductions.templates import phrases
from introductions.units import capital, joined, speaks, units, without
from knowledge.language.words import tokens
from knowledge.understanding.concepts import listed_concepts
from knowledge.understanding.edits import Edit
from knowledge.understanding.letter_words import LINE
from knowledge.understanding.names import may_be_a_name
from knowledge.understanding.scope import Scope

MORE = "more"
"""No line by itself: what is written comes in beside what stands there."""
FREE = "free"
"""No line was picked: a sentence stands whole as their own words, a few words go where they belong."""
_THINGS = ("enjoys", "worked", "hopes")
"""Lists of things: a thing that is put for another is one of the same."""
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
    if wish.of_name or (name and wish.words.casefold() == name.casefold()) or _OF_NAME.fullmatch(wish.words):
        return _named(wish.words if wish.adds else wish.puts)
    if wish.adds and wish.line == "times":
        return [Change("times", wish.words)]
    if wish.at:
        return [Change(*one) for one in moved(fields, wish.words, first=wish.at == "first").items()]
    if wish.back and (again := come_back(fields, wish.words)):
        return [Change(*one) for one in again.items()]
    if wish.anew:
        return _anew(fields, wish)
    if wish.only:
        return _only(fields, wish.words)
    if wish.adds:
        return _added(fields, wish, told_of=told_of)
    return _without(fields, wish)


_OF_NAME = re.compile(r"(?:my|the)? ?(?:full|whole|real|first|last|own)? ?name", re.IGNORECASE)


def _only(fields: Mapping[str, DraftField], words: str) -> list[Change]:
    kept = kept_only(fields, words, called, lambda one: parts_meant(fields, one, lines_shown(fields)))
    return [Change(field, "" if text is None and field in _FOR_GOOD else text) for field, text in (kept or {}).items()]


def _anew(fields: Mapping[str, DraftField], wish: Edit) -> list[Change]:
    """Words for what says much the same already, as they read it: all of that line's parts that they say again go."""
    new = set(telling_parts(wish.words))
    meant = {
        field: [one for one in units(fields[field].text) if _shared(one, new) >= _MOST] for field in lines_shown(fields)
    }
    said = {field: sum(len(new & set(telling_parts(one))) for one in parts) for field, parts in meant.items()}
    best = max(said, key=said.__getitem__, default=OWN)
    if said.get(best, 0) * 3 < len(new) or not said.get(best):
        return _put(fields, sort(wish.words))
    if best not in ("health", "helps") and names_health(wish.words):
        return [Change(best, without(fields[best].text, meant[best])), *_put(fields, [Piece("health", wish.words)])]
    return [Change(best, without(fields[best].text, meant[best], wish.words))]


def _shared(part: str, new: set[str]) -> float:
    theirs = set(telling_parts(part))
    return len(theirs & new) / len(theirs) if theirs else 0


_MOST = 0.5


def _added(fields: Mapping[str, DraftField], wish: Edit, *, told_of: bool) -> list[Change]:
    """Words that are about no line go in only where they were plainly meant for the letter; a name is no such words."""
    if line := _called_only(fields, wish.words):
        return [Change(line, switched(fields[line], on=True).text)]
    pieces = under_health([Piece(OWN, wish.words)]) if wish.line == OWN else sort(wish.words, told_of=told_of)
    is_of_none = any(piece.field == OWN for piece in pieces)
    if wish.name_like and len(pieces) == 1 and (is_of_none or _looks_like_a_name(wish.words)):
        return _named(wish.words) if may_be_a_name(wish.words) else []
    return [] if is_of_none and wish.loosely else _put(fields, pieces)


def _called_only(fields: Mapping[str, DraftField], words: str) -> str | None:
    """The line that is to come in as it stands, where they only say what it is called: "add what I hope for"."""
    line = called(words) if _NAMES_A_LINE.fullmatch(words.strip(" .!?")) else None
    return line if line and fields[line].text else None


_NAMES_A_LINE = re.compile(LINE, re.IGNORECASE)


def _looks_like_a_name(words: str) -> bool:
    """A capital, and no word of our lists: "Bev"."""
    return words[:1].isupper() and may_be_a_name(words) and not listed_concepts(words, Scope.of(tokens(words)))


def written(fields: Mapping[str, DraftField], field: str, words: str, *, told_of: bool = False) -> list[Change]:
    """A line that somebody writes themselves: it takes the place of what stood there, as far as it is about that; what
    is plainly about another line goes there.
    """
    if field == FREE and (is_sentence(words) or speaks(words)):
        return _put(fields, under_health([Piece(OWN, words)]))
    if field in (MORE, FREE):
        return change(fields, Edit(adds=True, words=words), told_of=told_of)
    if field == OWN and names_health(words):
        return [Change(OWN, ""), *_put(fields, [Piece("health", words)])]
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
        if _holds(field, before, text):
            changes.append(Change(field, before))
            continue
        if field in _LISTS and (less := [part for part in units(before) if _is_more_of(text, part)]):
            changes.append(Change(field, without(before, less, text)))
            continue
        if (
            field == "worked"
            and speaks(text)
            and (again := [part for part in units(before) if _says_again(text, part)])
        ):
            changes.append(Change(field, without(before, again, text)))
            continue
        if before and field == OWN and not before.endswith((".", "!", "?")):
            before = f"{before}."
        changes.append(Change(field, f"{before} {capital(text)}" if before and field == OWN else joined(before, text)))
    return changes


_LISTS = (*_THINGS, "at_work", "helps", "times")


def _is_more_of(text: str, part: str) -> bool:
    """Whether it says the part again with something to it: "evenings after 6" where "evenings" stood."""
    return f" {plain(part)} " in f" {plain(text)} " and not speaks(text)


def _says_again(text: str, part: str) -> bool:
    told = set(telling_parts(part))
    return bool(told) and told <= set(telling_parts(text))


def _holds(field: str, before: str, text: str) -> bool:
    if field == "language":
        return text.casefold() in before.casefold()
    return text.casefold().strip(" .") in [part.casefold().strip(" .") for part in units(before)]


def _without(fields: Mapping[str, DraftField], wish: Edit) -> list[Change]:
    words, shown = wish.words, lines_shown(fields)
    if at := _AT_A_LINE.search(words):
        line = called(at["line"])
        if line in shown and words[: at.start()].strip():
            words, shown = words[: at.start()], [line]
    if wish.line and (named := called(wish.line)) in shown and named:
        shown = [named]
    is_theirs = bool(wish.puts) and words.casefold().startswith("my ")
    line = None if is_job_hoped_for(fields, words) and not is_theirs else called(words)
    if line in shown and line:
        return _in_place_of(fields, line, "" if line in _FOR_GOOD else None, sort(wish.puts, home=line))
    if line and wish.puts:
        return _put(fields, sort(wish.puts, home=line))
    if line == "health":
        return [Change(field, None) for field in of_health(fields) if field in shown]
    found = parts_meant(fields, words, shown, loosely=wish.pointed)
    lines = list(dict.fromkeys(field for field, _ in found))
    return [
        made
        for field in (lines if _EVERY.match(words) and not wish.puts else lines[:1])
        for made in _exchanged(fields, field, [part for other, part in found if other == field], wish)
    ]


_EVERY = re.compile(r"^(?:any|every|all|both)(?:thing|where|one)?\b", re.IGNORECASE)
"""Wherever it stands: "anything with Roy in"."""


_AT_A_LINE = re.compile(
    r"\s+(?:from|in|out of|off|of|under)\s+(?:the |my )?(?P<line>[\w ]{2,25}?)(?: (?:line|bit|part))?\W*$",
    re.IGNORECASE,
)


def _exchanged(fields: Mapping[str, DraftField], field: str, meant: Sequence[str], wish: Edit) -> list[Change]:
    """The line without the parts that are meant; what is put for them stands there, or in the line it is about."""
    puts, line = wish.puts, fields[field].text
    if len(meant) == 1 and (inside := _inside(meant[0], wish.words, puts)):
        if names_health(inside) and field not in ("health", "helps"):
            return _in_place_of(fields, field, without(line, meant), [Piece("health", inside)])
        return [Change(field, without(line, meant, inside))]
    pieces = sort(puts, dictated=True)
    pieces = _of_work(field, puts) if [one.field for one in pieces] == [OWN] else pieces
    if not is_sentence(puts) or field in (OWN, "health"):
        stays = (OWN, *_THINGS) if field in _THINGS and len(puts.split()) <= MOST_WORDS else (OWN,)
        pieces = [piece._replace(field=field) if piece.field in stays else piece for piece in pieces]
    here = ", ".join(piece.text for piece in pieces if piece.field == field)
    others = [piece for piece in pieces if piece.field != field]
    return _in_place_of(fields, field, without(line, meant, here), others)


def _of_work(field: str, puts: str) -> list[Piece]:
    """A sentence on their work, put for a thing of theirs, stands with their work as the thing did."""
    if field not in _THINGS or not is_sentence(puts) or line_of(puts) != "worked" or tells_private("worked", puts):
        return [Piece(OWN, puts)]
    return [Piece("worked", puts)]


def _inside(part: str, words: str, puts: str) -> str:
    """The part with some words of it exchanged: "joiner 25 years" of "joiner 30 years"; empty where all of it goes."""
    old = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", re.sub(r"^(?:an?|the|my)\s+", "", words, flags=re.IGNORECASE))
    if not (puts and old) or speaks(puts) or plain(part) == plain(words):
        return ""
    if puts.isdigit() and old[0].isdigit():
        old = old[:1]
    found = re.search(r"\b" + r"\W{1,3}".join(map(re.escape, old)) + r"\b", part, re.IGNORECASE)
    if found is None or not re.search(r"\w", part[: found.start()] + part[found.end() :]):
        return ""
    new = re.sub(r"^(?:an?|the)\s+", "", puts, flags=re.IGNORECASE) if found.start() == 0 else puts
    return re.sub(r"\b(\w+) \1\b", r"\1", part[: found.start()] + new + part[found.end() :])


def _in_place_of(
    fields: Mapping[str, DraftField], field: str, text: str | None, pieces: Sequence[Piece]
) -> list[Change]:
    emptied = fields if text else {**fields, field: DraftField(on=False, text="")}
    put = _put(emptied, pieces)
    return put if any(one.field == field for one in put) else [Change(field, text), *put]
