"""A letter's lines as one person would say them: in the first person, or in the third where a helper writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

from introductions.by_kind import is_pastime
from introductions.health_words import names_health
from introductions.model import DraftField, Fact
from introductions.needs_said import helping
from introductions.templates import phrases
from introductions.units import capital, ended, sentences, speaks
from knowledge.heritage import names_a_people
from knowledge.language.english import english_words

Voice = Literal["me", "them"]
HELPED = "typed_by"
"""The field of the fact that a helper writes for the person beside them."""
_ORDER = ("enjoys", "worked", "hopes", "at_work", "helps", "times", "language", "who_comes", "own", "health")
_MY: Sequence[tuple[str, str]] = (
    (r"\bof their own\b", "of my own"),
    (r"\bof theirs\b", "of mine"),
    (r"^their\b", "my"),
    (r"\bfor them$", "for me"),
)


def voice_of(facts: Sequence[Fact]) -> Voice:
    """Whose words the letter is in."""
    return "them" if any(fact.field == HELPED for fact in facts) else "me"


def said(fields: Mapping[str, DraftField], name: str, voice: Voice) -> dict[str, str]:
    """Each line that is on, by its field, in the letter's order."""
    told = {field: fields[field] for field in _ORDER if fields[field].on and fields[field].text}
    return {field: _line(field, line, name, voice) for field, line in told.items()}


def _line(field: str, line: DraftField, name: str, voice: Voice) -> str:
    shapes = phrases()["lines"][voice]
    bare = _NO_MARK.sub(r"I'\1", re.sub(r"\bi\b(?!\.e)", "I", line.text.strip()))
    text = bare if voice == "them" else _as_mine(bare)
    if field == "own":
        text = ended(" ".join(map(capital, sentences(text))))
        field = field if voice == "me" or _IN_OWN_WORDS.search(text) else "told"
    elif field == "health" and (voice == "me" or not _IN_OWN_WORDS.search(text)):
        return " ".join(_of_health(text, str(shapes["health" if voice == "me" else "told_health"])))
    elif field == "who_comes":
        text = ended(capital(text))
    elif field in _LISTS:
        return " ".join(_told(field, text, line, name, voice))
    return str(shapes[field].format(name=name, text=text))


_NO_MARK = re.compile(r"\b[Ii](m|ve)\b(?!')")
"""As people type "I'm" and "I've"; other words without their mark may be words of their own ("ill")."""
_LISTS = ("enjoys", "worked", "hopes", "at_work", "helps", "times", "language")


def _of_health(text: str, named: str) -> Iterator[str]:
    """Sentences as they were written; what is no sentence behind the line's name."""
    for speaking, several in groupby(sentences(text), key=_stands):
        words = list(several)
        yield (
            " ".join(ended(capital(one)) for one in words)
            if speaking
            else named.format(text=", ".join(one.rstrip(" .") for one in words))
        )


def _stands(sentence: str) -> bool:
    """Whether it is a sentence, or says nothing of health: "bus driver on shifts" beside what does."""
    return speaks(sentence) or _OPENS.match(sentence) is not None or not names_health(sentence)


_OPENS = re.compile(r"(?:i|i['’]?m|i['’]?ve|we|she|he|they)\s+\w", re.IGNORECASE)


def _told(field: str, text: str, line: DraftField, name: str, voice: Voice) -> Iterator[str]:
    """Things behind the line's name, and the sentences that its person wrote as sentences of their own."""
    shapes = phrases()["lines"][voice]
    ours = _as_mine(line.told or "").casefold()
    for own, several in groupby(
        sentences(text), key=lambda one: speaks(one) and one.casefold().strip(" .") not in ours
    ):
        if own:
            words = " ".join(ended(capital(one)) for one in several)
            theirs = voice == "them" and _IN_OWN_WORDS.search(words)
            yield str(shapes["own"].format(name=name, text=words)) if theirs else words
            continue
        things = ", ".join(one.strip(" .") for one in several)
        if field == "enjoys":
            yield _likings(line, things, name, shapes)
        else:
            things = helping(things) if field == "helps" else things
            things = _of_them(things) if field == "at_work" and voice == "them" else things
            things = _flowing(things, line) if field in ("hopes", "worked", "at_work") else things
            yield str(shapes[field].format(name=name, text=_small(things) if field == "hopes" else things))


def _of_them(things: str) -> str:
    """Their own words as a helper would write them: "someone to talk to their boss"."""
    return re.sub(r"\bmy\b", "their", re.sub(r"\bme\b", "them", things))


def _small(text: str) -> str:
    """As it goes on behind "I would like": a capital that stood at the head of what they wrote is none there."""
    first, _, rest = text.partition(" ")
    plain = first[:1].isupper() and first[1:].islower() and first.casefold() in english_words()
    is_name = names_a_people(first.casefold()) or first.casefold().rstrip("s") in _DAYS
    return text if not (plain or first == "A") or is_name else f"{first.casefold()} {rest}".strip()


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday english".split())


_IN_OWN_WORDS = re.compile(r"\b(?:i|i'?m|i'?ve|my|me|mine|myself)\b", re.IGNORECASE)
"""Where a helper writes, only such words are the person's own; the others were told of them."""


def _likings(line: DraftField, text: str, name: str, shapes: Mapping[str, str]) -> str:
    """What they enjoy, and in a sentence of its own what they used to."""
    ending = str(phrases()["used_to"]).format(words="")
    parts = [part.strip() for part in text.split(",")]
    once = [part.removesuffix(ending).strip() for part in parts if part.endswith(ending)]
    now = ", ".join(part for part in parts if not part.endswith(ending))
    sentences = [shapes["enjoys"].format(name=name, text=_small(_flowing(now, line)))] if now else []
    sentences += [shapes["enjoyed"].format(name=name, text=_flowing(", ".join(once), line))] if once else []
    return " ".join(sentences)


def _flowing(text: str, line: DraftField) -> str:
    """A list of things as it is said: "sewing, bingo and football"; what they wrote otherwise stands as written."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    ours = (line.told or "") if line.told is not None else ""
    if len(parts) < 2 or any(re.search(r"\band\b", part) for part in parts):
        return text
    if not all(
        part.casefold() in ours.casefold() or is_pastime(part) or part.startswith(("a ", "some ", "to "))
        for part in parts
    ):
        return text
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _as_mine(text: str) -> str:
    for shape, words in _MY:
        text = re.sub(shape, words, text, flags=re.IGNORECASE)
    return text


def standing(text: str, page_text: str) -> str:
    """The line of the page that says a field's ``text``, a sentence before a group's name; empty where none does."""
    first = re.split(r",|[.!?] ", text)[0]
    first = _NO_MARK.sub(r"I'\1", first)
    words = re.sub(r"^their\s+|\s*\(used to\)|\bof theirs?.*$", "", first).strip(" .").casefold()
    lines = [line for line in page_text.splitlines() if words and words in line.casefold()]
    return next((line for line in lines if line.endswith(".")), next(iter(lines), ""))
