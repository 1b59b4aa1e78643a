"""Which line of a letter is meant by a few words, and which part of it: by its name, by its words, by what it means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from introductions.fields import FIELDS
from introductions.model import DraftField
from introductions.telling import OWN
from introductions.templates import phrases
from introductions.units import units
from knowledge.language.stems import stem
from knowledge.understanding import understand

_CALLED: Mapping[str, str] = {
    "enjoy": "enjoys", "work": "worked", "job": "worked",
    "hope": "hopes", "help": "helps", "need": "helps", "time": "times", "times": "times", "language": "language",
    "health": "health", "word": OWN, "own": OWN, "trade": "worked", "hobby": "enjoys", "interest": "enjoys",
    "day": "times", "come": "who_comes",
}  # fmt: skip
"""The one word, as a stem, by which a line is called."""
_SAME: Mapping[str, str] = {"stage.ready": "support.job_brokering"}
"""Wishes that a letter words alike."""
_LITTLE = frozenset(
    "i im ive id my me a an the this that these those it is am are be was of in on at to for with from about and or "
    "not no dont any some one all what who how why want wanna would like love say said put line part bit thing word "
    "more too just please have get there here he hes she shes his her has they where says so far suit suits really "
    "anything something actually now still".split()
)
_ALIKE, _LONG = 85, 3


def line_meant(fields: Mapping[str, DraftField], words: str) -> str | None:
    """The line that is called so, or says so, of those that are in the letter."""
    line = called(words)
    if line in lines_shown(fields):
        return line
    told = telling_parts(words)
    best = max(lines_shown(fields), key=lambda field: _said_in(fields[field].text, told), default=None)
    return best if best and told and _said_in(fields[best].text, told) * 2 >= len(told) else None


def _said_in(line: str, told: Sequence[str]) -> int:
    theirs = telling_parts(line)
    return sum(one in theirs for one in told)


def lines_shown(fields: Mapping[str, DraftField]) -> list[str]:
    return [field for field in FIELDS if fields[field].on and field not in ("reply_way", "name")]


def parts_meant(
    fields: Mapping[str, DraftField], words: str, shown: Sequence[str], *, loosely: bool = False
) -> list[tuple[str, str]]:
    """The parts that are named best, each with its line: by their very words, by what they name, by what it means.
    ``loosely``: by any word of theirs, where none of these finds one.
    """
    for means in (_quoted, _by_words, _by_meaning, *([_by_a_word] if loosely else [])):
        scored = [(means(part, words), field, part) for field in shown for part in units(fields[field].text)]
        best = max((score for score, *_ in scored), default=0)
        if best > 0:
            return [(field, part) for score, field, part in scored if score == best]
    return []


def is_job_hoped_for(fields: Mapping[str, DraftField], words: str) -> bool:
    """Whether "the job bit" is what the letter says of a job, where it hopes for one, and not their work so far."""
    said = telling_parts(words) == ["job"] and not re.search(r"\bline\b", words, re.IGNORECASE)
    return said and fields["hopes"].on and "job" in telling_parts(fields["hopes"].text)


def called(words: str) -> str | None:
    """The line that is meant by what it is called: "the times", "my health"."""
    if _WOULD_LIKE.search(words):
        return "hopes"
    if _LIKES.match(words):
        return "enjoys"
    if _AT_WORK.search(words):
        return "at_work"
    if _A_THING.match(words):
        return None
    lines = {_CALLED.get(part) for part in telling_parts(words) if part not in _WHICH}
    return lines.pop() if len(lines) == 1 else None


_WHICH = frozenset("short long longer first last second top bottom whole other same".split())
_A_THING = re.compile(
    r"^\W*(?:(?:that |i |we |want |wanted |need |about )*(?:an?|some|any) \w+|jobs?\W*$)", re.IGNORECASE
)
"""What a line says, and not what it is called: "a job that suits", "i want a job"."""
_AT_WORK = re.compile(
    r"^\W*(?:the |my |what (?:would|will) help )?at work(?: (?:line|bit|part|one))?\W*$", re.IGNORECASE
)
_WOULD_LIKE = re.compile(r"^\W*(?:the |what )?i(?: would|'?d) like\W*$", re.IGNORECASE)
_LIKES = re.compile(r"^\W*(?:the |my |what )?(?:i )?lik(?:e|es|ing|ings)(?: (?:line|bit|part))?\W*$", re.IGNORECASE)


def _quoted(part: str, words: str) -> float:
    """Their very words, or a part of what they quote of it."""
    bare, said = plain(part), plain(words)
    if bare and bare == said:
        return 2.0
    return float(len(said.split()) > 1 and bare != "" and (bare in said or said in bare))


def plain(words: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", words.casefold()))


def _by_words(part: str, words: str) -> float:
    """How much of what they name stands in the part."""
    told, theirs = telling_parts(words), telling_parts(part)
    alike = [
        any(one == other or (len(one) > _LONG and fuzz.ratio(one, other) >= _ALIKE) for other in theirs) for one in told
    ]
    share = sum(alike) / len(told) if told else 0
    return share if share * 2 >= 1 else 0


def _by_a_word(part: str, words: str) -> float:
    theirs = telling_parts(part)
    return float(sum(one in theirs for one in set(telling_parts(words))))


def shares_a_word(fields: Mapping[str, DraftField], words: str) -> str | None:
    """The line that holds a telling word of theirs, where they may mean it; None where none does."""
    shown = lines_shown(fields)
    best = max(shown, key=lambda field: _by_a_word(fields[field].text, words), default=None)
    return best if best and _by_a_word(fields[best].text, words) else None


def _by_meaning(part: str, words: str) -> float:
    """As "i want work" means the part "a job that suits"."""
    codes = {_SAME.get(concept.code, concept.code) for concept in understand(words).concepts}
    theirs = {_SAME.get(concept.code, concept.code) for concept in understand(part).concepts}
    things = {code for code in theirs if code.startswith("interest.")}  # a tailor is more than beauty and fashion
    return float(
        bool(codes & theirs and things <= codes)
        or part in {wordings.get(code) for wordings in _wordings() for code in codes}
    )


def _wordings() -> list[Mapping[str, str]]:
    return [phrases()[name] for name in ("enjoys", "hopes", "hopes_if_offered", "helps", "helps_hinting", "times")]


def telling_parts(words: str) -> list[str]:
    """The stems of the words that say something."""
    parts = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", words.casefold())
    parts = [re.sub(r"['’]s$", "s", part) for part in parts]
    return [stem(part) for part in parts if part.replace("'", "").replace("’", "") not in _LITTLE]
