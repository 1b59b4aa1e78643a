"""A place that was named in a few words, among those shown: "Fair Shift" where the card says Fair Shift Advice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from actions.deps import Deps

MOST_WORDS, ALIKE, MOST_OF = 7, 85, 0.7
"""Most words of a name, the RapidFuzz ratio of two words that are one, and the share that has to be the name's."""
_LITTLE = frozenset("the a an of and at in to for please one tell me more about introduce yes i want like with".split())


def named_place(deps: Deps, person_id: str, text: str) -> str | None:
    """The service shown last of those that ``text`` names and hardly says more; None where it names none."""
    words = [word for word in _words(text) if word not in _LITTLE]
    if not 0 < len(words) <= MOST_WORDS or "?" in text:
        return None
    directory = deps.directory()
    offered = [offer.service_id for offer in deps.introductions.offers(person_id)]
    best, found = 0, None
    for service_id in offered:
        service = directory.services.get(service_id)
        if service is None:
            continue
        for name in (directory.provider_of(service).name, service.name):
            hits = _hits(words, _words(name))
            if hits >= best and hits >= max(MOST_OF * len(words), min(2, len(_words(name)))):
                best, found = hits, service_id
    return found


def _hits(words: Sequence[str], name: Sequence[str]) -> int:
    return sum(
        any(word == other or (len(word) > 3 and fuzz.ratio(word, other) >= ALIKE) for other in name) for word in words
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold().replace("'", ""))
