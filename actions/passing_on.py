"""Words typed for somebody at a place: which of this person's introductions they are for, and what is to be said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from rapidfuzz import fuzz

from actions.deps import Deps
from introductions.model import Introduction
from introductions.service import Introductions
from introductions.states import ENDED, RELAYING
from knowledge.understanding.arranging import asks_for_another_day
from knowledge.understanding.asides import Addressed, addressed, means_another_place
from knowledge.understanding.framing import framed
from knowledge.understanding.held_from_them import part_left_out, without_part, without_secrets

_THEM = frozenset({"her", "him", "them", "em", "'em"})
_NAME = re.compile(r"(?:(?:at|from|in|and|the|of)\s+)?(?P<name>[\w'&-]+)\s*", re.IGNORECASE)
_ALIKE = 85
"""RapidFuzz ratio (0 to 100) from which a word counts as one of a name."""


def meant(deps: Deps, mine: Sequence[Introduction], said: Addressed) -> Introduction | None:
    """The introduction whose place or person was named; of "her" and "them" the newest that words can pass to."""
    live = [one for one in mine if one.state not in ENDED]
    if said.who.casefold() in _THEM:
        return next((one for one in live if one.state in RELAYING and one.contact), None) or next(
            (one for one in live if one.state in RELAYING), None
        )
    wanted = _words(said.who)
    scored = [(sum(_among(word, _names(deps, one)) for word in wanted), one) for one in live]
    best = max((score for score, _ in scored), default=0)
    return next((one for score, one in scored if score == best), None) if best else None


def meant_ended(deps: Deps, mine: Sequence[Introduction], said: Addressed) -> Introduction | None:
    """The newest whose place was named and whose letter has come to its end."""
    wanted = _words(said.who)
    over = (one for one in mine if one.state in ENDED)
    return next((one for one in over if any(_among(word, _names(deps, one)) for word in wanted)), None)


def shown_words(people: Introductions, words: str, less: Sequence[str] | None) -> str:
    """Less what they said since is to stay out; ``less`` are the turns in which they did."""
    for turn in less or ():
        part = part_left_out(people.words_of(turn) or "")
        words = without_part(words, part) if part else words
    return words


def words_for(deps: Deps, one: Introduction, text: str, *, typed_to: bool) -> str:
    """What is to be passed on of ``text``: all of it, or what stood after the name."""
    other = means_another_place(text) if typed_to else None
    if other is not None and meant(deps, [one], other) is not None:
        return other.words
    said = addressed(text) if typed_to else None
    if said is None:
        return without_secrets(framed(text))
    names = _names(deps, one)
    words = _behind_the_name(said, text, names) or said.words
    while said.who.casefold() not in _THEM and (first := _NAME.match(words)) and first["name"].casefold() in names:
        words = words[first.end() :]
    if words and said.before and asks_for_another_day(said.before):
        words = f"{said.before}, {words}"
    return without_secrets(words)


def _behind_the_name(said: Addressed, text: str, names: frozenset[str]) -> str:
    """Where the words follow a long name without a stop: "thread and kettle thank you, ill come"; else empty."""
    parts = said.who.split()
    named = list(takewhile(lambda part: part.casefold() in names | _JOINING, parts))
    if not named or len(named) == len(parts) or said.who not in text:
        return ""
    behind = text[text.index(said.who) :].split(maxsplit=len(named))
    return behind[-1].strip()


_JOINING = frozenset({"and", "&", "the", "of", "at", "for"})


def _names(deps: Deps, one: Introduction) -> frozenset[str]:
    directory = deps.directory()
    provider, service = directory.providers.get(one.provider_id), directory.services.get(one.service_id)
    named = (one.contact or "", provider.name if provider else "", service.name if service else "")
    return frozenset(word for name in named for word in _words(name))


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[a-z0-9']+", name.casefold()) if word not in _JOINING]


def _among(word: str, names: frozenset[str]) -> bool:
    return any(word == name or (len(word) > 3 and fuzz.ratio(word, name) >= _ALIKE) for name in names)
