"""What somebody says beside their letter and marks as meant for us alone: "just between us i hate it there"."""

from __future__ import annotations

import re
from typing import NamedTuple

_THIS = r"(?:(?:and |but )?(?:this|that|it|which|the last)(?: bit| part| one)?(?:'?s|s| is| was)?\s+)?"
_ANY = r"(?:the letter|my letter|them|her|him|they|anyone|anybody|it)"
_MARK = re.compile(
    rf"\b{_THIS}(?:"
    r"(?:(?:just|only|strictly)\s+)(?:for (?:you|u|us)|between)\b(?:\s+(?:us|you|u|me|two|and|n|&|ourselves|alone"
    r"|only)\b)*"
    r"|between (?:us(?! and\b)|you (?:and|n|&) me|u (?:and|n|&) me|me (?:and|n|&) (?:you|u)|ourselves"
    r"|you me and\b[\w ]{0,20})"
    r"|off the record|in confidence|confidential(?:ly)?"
    rf"|not (?:for|to go (?:in|to)|to be (?:in|put in)) {_ANY}\b"
    r"|(?:keep|leave) (?:this|that|it) (?:bit |part |one )?(?:to yourself|to yourselves|between us|out of (?:it"
    r"|the letter))"
    rf"|(?:don'?t|do not|dnt) (?:tell|show|let) {_ANY} (?:this|that|know)(?: (?:this|that))?(?: (?:bit|part|one))?"
    r"|(?:don'?t|do not|dnt) put (?:this|that) (?:bit |part )?in(?: (?:it|the letter))?"
    r")\b(?:\s+(?:though|tho|please|pls|ok|mind|only|alone|but))*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(?<=[.!?;\n])\s+|\s+[-–—]+\s+|(?<=\))\s*|\s*(?=\()", re.IGNORECASE)
_ASKS = re.compile(
    r"^\W*(?:(?:and|but|so|then|please|pls|ok|no|yes|also|just|(?:can|could) (?:you|u))\b\W*)*"
    r"(?:put|add|say|write|mention|include|take|leave|change|swap|remove|tell (?:them|her|him)|make)\b(?! (?:this"
    r"|that)\b)",
    re.IGNORECASE,
)
_LAST_CLAUSE = re.compile(
    r"^(?P<first>.+?)\s*(?:,|\band\b|\bbut\b)\s+(?P<last>(?:i|i'm|im|my|he|she|they|we|it|its)\b.*)$", re.IGNORECASE
)
_EDGES = " ,;:-–—()"
_JOINS = re.compile(
    r"^(?:(?:but|and|though|tho|cos|because)\b[\s,:]*)+|[\s,:]*\b(?:but|and|though|tho)$", re.IGNORECASE
)
_LEAST = 2
"""Words that say something."""


class Heard(NamedTuple):
    """``text`` is what is left for the letter; ``ours``: what is not."""

    text: str
    ours: tuple[str, ...] = ()


def without_ours(text: str) -> Heard:
    """All of it is left where nothing is marked so."""
    if not _MARK.search(text):
        return Heard(text)
    kept, ours = list[str](), list[str]()
    points_on = False
    for part in filter(str.strip, _PARTS.split(text)):
        mark = _MARK.search(part)
        if mark is None:
            (ours if points_on and not _ASKS.match(part) else kept).append(part)
            points_on = False
            continue
        before, after = _bare(part[: mark.start()]), _bare(part[mark.end() :])
        if _ASKS.match(after):
            ours += [before] if before else _last_said(kept)
            kept.append(after)
        elif len(after.split()) >= _LEAST:
            ours.append(after)
            kept += [before] if before else []
        elif before:
            asked, said = _last_clause(before)
            kept += [asked] if asked else []
            ours.append(said)
        else:
            points_on = not (last := _last_said(kept))
            ours += last
    if not any(map(_bare, ours)):
        return Heard(text)
    return Heard(" ".join(kept).strip(_EDGES), tuple(filter(None, map(_bare, ours))))


def _last_said(kept: list[str]) -> list[str]:
    """What stood before "that's just for you", unless it was asked for."""
    return [kept.pop()] if kept and not _ASKS.match(kept[-1]) else []


def _last_clause(words: str) -> tuple[str, str]:
    """Of "put in i bake and i hate my sister", what is to go in and what is not."""
    found = _LAST_CLAUSE.match(words) if _ASKS.match(words) else None
    return (_bare(found["first"]), found["last"]) if found else ("", words)


def _bare(words: str) -> str:
    return _JOINS.sub("", _JOINS.sub("", words.strip(_EDGES))).strip(_EDGES)
