"""Words typed for somebody at a place: which of this person's introductions they are for, and what is to be said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from actions.deps import Deps
from introductions.model import Introduction
from introductions.states import ENDED, RELAYING
from knowledge.understanding.asides import Addressed, addressed

_THEM = frozenset({"her", "him", "them"})
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


def words_for(deps: Deps, one: Introduction, text: str, *, typed_to: bool) -> str:
    """What is to be passed on of ``text``: all of it, or what stood after the name."""
    said = addressed(text) if typed_to else None
    if said is None:
        return text
    words, names = said.words, _names(deps, one)
    while said.who.casefold() not in _THEM and (first := _NAME.match(words)) and first["name"].casefold() in names:
        words = words[first.end() :]
    return words


def _names(deps: Deps, one: Introduction) -> frozenset[str]:
    directory = deps.directory()
    provider, service = directory.providers.get(one.provider_id), directory.services.get(one.service_id)
    named = (one.contact or "", provider.name if provider else "", service.name if service else "")
    return frozenset(word for name in named for word in _words(name))


def _words(name: str) -> list[str]:
    return [
        word for word in re.findall(r"[a-z0-9']+", name.casefold()) if word not in ("the", "and", "of", "at", "for")
    ]


def _among(word: str, names: frozenset[str]) -> bool:
    return any(word == name or (len(word) > 3 and fuzz.ratio(word, name) >= _ALIKE) for name in names)
