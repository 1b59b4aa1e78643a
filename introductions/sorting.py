"""What somebody writes for their letter, sorted into the lines that it is about; the rest stands in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from introductions.health_words import names_health
from introductions.naming import is_sentence
from introductions.telling import OWN, line_of, says_only, stands_whole, third_person
from introductions.told_of import as_they_say, as_told
from introductions.units import capital, ended, speaks
from knowledge.understanding import understand


class Piece(NamedTuple):
    """``alone``: it takes the place of what the line said."""

    field: str
    text: str
    alone: bool = False


_LABELS = {
    "name": r"(?:my )?name", "health": r"(?:about |on )?(?:my |the )?health",
    "worked": r"(?:my )?(?:work(?: so far)?|jobs?|trade)", "times": r"(?:my |best )?times?(?: that suit(?: me)?)?",
    "hopes": r"(?:my |i |what i )?hopes?(?: for)?", "enjoys": r"(?:i |what i )?(?:likes?|enjoys?)|likings|interests",
    "at_work": r"(?:what )?(?:would help )?at work",
    "helps": r"(?:what )?(?:would |will )?helps?(?: me)?|(?:my |i )?needs?", "language": r"(?:my )?languages?",
    "who_comes": r"who comes(?: along| with me)?", "reply_way": r"how to (?:say hello|reply)",
    OWN: r"(?:in )?(?:my|his|her|their)(?: own)? words",
}  # fmt: skip
"""What people call each line, before a colon."""
_LABEL = re.compile(
    r"(?:^|[.,;!?\n]\s*|\b(?:put|add|say|write|and|also|in)\s+)(?:"
    + "|".join(rf"(?P<{field}>{words})" for field, words in _LABELS.items())
    + r")\s*[:=]\s*",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?:(?<=[.!?])|;)\s+|\n+")
_END = re.compile(r"[.;!?]+(?:\s+|$)|\n+")
_PARTS = re.compile(
    r",(?!\s*(?:and\s+)?(?:she|he|they)\b)\s*(?:and\s+)?|\s+and\s+(?=(?:also\s+)?(?:say|put|add|write|i|i'm|im)\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:and|also|then|please|pls|oh|ok|but|no(?=\s*[,!]))\b[\s!,]*)*"
    r"(?:(?:say|put|add|write|mention)\b\s*)?(?:(?:in|that|down)\b\s*)*",
    re.IGNORECASE,
)


def sort(words: str, home: str | None = None, *, told_of: bool = False, dictated: bool = False) -> list[Piece]:
    """Each line once, in the order told. ``home`` is the line that they chose to write, where nothing else is named.
    ``told_of``: where a helper tells of the person, no line speaks as "i". ``dictated``: no sentence is divided.
    """
    found: dict[str, list[Piece]] = {}
    for piece in under_health(list(_pieces(words, home, told_of=told_of, dictated=dictated))):
        found.setdefault(piece.field, []).append(piece)
    return [
        Piece(field, _line([one.text for one in several], own=field in _WHOLE), any(p.alone for p in several))
        for field, several in found.items()
    ]


def under_health(pieces: Sequence[Piece]) -> list[Piece]:
    """What tells of their health stands in its line and under its yes, with the own words that are said with it; needs
    are agreed to as health is.
    """
    pieces = [Piece("helps", one.text) if _is_need_of_health(one) else one for one in pieces]
    told = [names_health(one.text) and one.field not in _AGREED_AS_HEALTH for one in pieces]
    own = any(one.field == OWN and ill for one, ill in zip(pieces, told, strict=True))
    return [
        Piece(_HEALTH, one.text) if ill or (own and one.field == OWN) else one
        for one, ill in zip(pieces, told, strict=True)
    ]


def _is_need_of_health(one: Piece) -> bool:
    """What they ask for is what would help, whatever it hints at: "can i go home if i panic"."""
    return one.field == OWN and _ASKS_FOR.match(one.text) is not None and names_health(one.text)


_ASKS_FOR = re.compile(
    r"^\W*(?:(?:and|an|also|so|but|to)\s+)*(?:ask (?:them )?if\b|(?:please )?(?:can|could|may|might) (?:i|we|you"
    r"|they)\b|is it (?:ok|okay|fine|all ?right)\b"
    r"|please\b|would (?:it|you|they)\b|i(?:'d| would) (?:like|want|need) to (?:come|go|sit|leave|stop|start|step"
    r"|bring|have)\b)",
    re.IGNORECASE,
)
_HEALTH = "health"
_WHOLE = (OWN, _HEALTH)
_AGREED_AS_HEALTH = (_HEALTH, "helps", "name")


def _line(texts: list[str], *, own: bool) -> str:
    """One behind the other: things in a list, a sentence as one."""
    line = texts[0]
    for text in texts[1:]:
        if own or speaks(text) or speaks(line):
            line = f"{ended(line)} {capital(text)}"
        else:
            line = f"{line.rstrip(' .')}, {text}"
    return line


def _pieces(words: str, home: str | None, *, told_of: bool, dictated: bool) -> Iterator[Piece]:
    for field, text in _labelled(words):
        if field:
            yield Piece(field, third_person(field, text), alone=True)
            continue
        for told in filter(None, map(str.strip, _SENTENCES.split(text))):
            sentence = as_they_say(told) if told_of else told
            if home and stands_whole(home, sentence):
                yield Piece(home, capital(told if told_of else sentence))
                continue
            pieces = _as_said(sentence, _joined(list(_sorted(sentence, home)), sentence))
            if home is None and _is_one(sentence, pieces, dictated=dictated):
                yield Piece(OWN, told.strip(" ,") if told_of else sentence.strip(" ,"))
                continue
            for piece in pieces:
                yield piece._replace(text=as_told(piece.text, told)) if told_of else piece


def _is_one(sentence: str, pieces: Sequence[Piece], *, dictated: bool) -> bool:
    """Whether it would be torn: "i had an allotment and i miss it" stands as it is said."""
    fields = {piece.field for piece in pieces}
    if len(fields) < 2 or not speaks(sentence) or _ASKS_AGAIN.search(sentence):
        return False
    if not dictated and OWN in fields and len(_health_apart(sentence, None)) > 1:
        return False
    return dictated or (OWN in fields and fields <= _OF_THEIR_LIFE and _SECOND.search(sentence) is not None)


_OF_THEIR_LIFE = frozenset({OWN, "enjoys", "worked", "hopes", "at_work", "helps"})
_ASKS_AGAIN = re.compile(r"\b(?:and|,)\s*(?:also\s+)?(?:say|put|add|write)\b", re.IGNORECASE)
_SECOND = re.compile(
    r"(?:,|\b(?:and|n|but|so|because|cos|coz|since|till|until|when|which))\s+(?:(?:now|then|really|still|always)\s+)?"
    r"(?:i|i'm|im|i've|ive|i'd|it|it's|its|my|he|she|we|they|that)\b",
    re.IGNORECASE,
)
"""A second clause."""


def _labelled(words: str) -> Iterator[tuple[str, str]]:
    """What stands behind a line's name and a colon, as far as the sentence goes; the rest without a name."""
    at = 0
    for label in _LABEL.finditer(words):
        if label.start() < at:
            continue
        yield "", words[at : label.start()].strip(" ,")
        following = _LABEL.search(words, label.end())
        end = _END.search(words, label.end(), following.start() if following else len(words))
        at = end.end() if end else following.start() if following else len(words)
        said = words[label.end() : end.start() if end else at].strip(" ,.")
        yield str(label.lastgroup), said
    yield "", words[at:].strip(" ,")


def _sorted(sentence: str, home: str | None) -> Iterator[Piece]:
    """The parts between commas; a few words that say nothing by themselves go on with what stood before them."""
    before: Piece | None = None
    parts = (one for part in _PARTS.split(sentence) for one in _health_apart(part, home))
    for part in filter(None, (_LEAD.sub("", one).strip() for one in parts)):
        said, field = _to_line(part, home)
        goes_on = before is not None and before.field in (home, "enjoys", "worked", OWN)
        if field is None and goes_on and before is not None and not is_sentence(said):
            field = before.field
        field = field or home or OWN
        before = Piece(field, third_person(field, said), field == "times" and says_only(said))
        yield before


_AND_THEN = re.compile(
    r"\s+(?:and|n|an|&|but|so|cos|because|with|plus)\s+(?=(?:it'?s|its|i'?m|im|i|i'?ve|ive|my|now|got|have|a bad"
    r"|bad)\b)",
    re.IGNORECASE,
)
_OF_OTHER_LINES = ("worked", "times", "enjoys")


def _health_apart(part: str, home: str | None) -> list[str]:
    """Where a clause tells of their health beside one that is of another line, each by itself."""
    clauses = _AND_THEN.split(part) if home is None and names_health(part) else [part]
    lines = [None if names_health(one) else line_of(one) for one in clauses]
    if len(clauses) > 1 and all(
        names_health(one) or line in _OF_OTHER_LINES for one, line in zip(clauses, lines, strict=True)
    ):
        return clauses if any(lines) else [part]
    return [part]


_PLEASE = re.compile(r"[\s,]+(?:please|pls|plz)\W*$", re.IGNORECASE)


def _to_line(part: str, home: str | None) -> tuple[str, str | None]:
    """A part and its line; the "please" of somebody who asks us is none of it, that of a need is."""
    bare = _PLEASE.sub("", part)
    field = line_of(bare, home) if bare and bare != part else None
    says = field != "enjoys" or bool(understand(bare).concepts)
    if field and field not in ("helps", home) and says:
        return bare, field
    return part, line_of(part, home)


_BETWEEN = re.compile(r",?\s+and\s+|,\s*")


def _as_said(sentence: str, pieces: list[Piece]) -> list[Piece]:
    """Parts that all belong to one line stand as they were joined: "roses, and a quiet patch of my own"."""
    if len({piece.field for piece in pieces}) != 1 or len(pieces) == 1:
        return pieces
    whole = sentence[max(0, sentence.find(pieces[0].text)) :].strip(" .,;")
    if _BETWEEN.sub("|", whole) != _BETWEEN.sub("|", "|".join(piece.text for piece in pieces)):
        return pieces
    return [Piece(pieces[0].field, whole, any(piece.alone for piece in pieces))]


def _joined(pieces: list[Piece], sentence: str) -> list[Piece]:
    """Own words that follow each other in a sentence stay one, as it joins them."""
    whole: list[Piece] = []
    for piece in pieces:
        if whole and whole[-1].field == piece.field == OWN:
            before = whole.pop().text
            start = sentence.find(before)
            end = sentence.find(piece.text, start + len(before))
            between = sentence[start + len(before) : end] if start >= 0 and end >= 0 else ", "
            whole.append(Piece(OWN, f"{before}{between}{piece.text}"))
        else:
            whole.append(piece)
    return whole
