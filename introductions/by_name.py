"""A place that was shown before, meant by a few words: its name, something of its card, or when it was shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from introductions.choosing import choose
from introductions.model import Offer
from knowledge.directory import Directory

MOST_WORDS, ALIKE, MOST_OF = 7, 85, 0.7
"""Most words of a name, the RapidFuzz ratio of two words that are one, and the share that has to be the name's."""
_LITTLE = frozenset("the a an of and at in to for please one tell me more about introduce yes i want like with".split())
_BACK = frozenset(
    "the a an of and at in to please one go back bak again see show me that place once more time can i you".split()
)


def named_place(directory: Directory, offers: Sequence[Offer], text: str) -> str | None:
    """The service shown last of those that ``text`` names and hardly says more; None where it names none."""
    return _named(directory, offers, text, _LITTLE)


def only_named(directory: Directory, offers: Sequence[Offer], text: str) -> str | None:
    """As ``named_place``, where nothing is wished of the place but to see it."""
    return _named(directory, offers, text, _BACK)


def _named(directory: Directory, offers: Sequence[Offer], text: str, little: frozenset[str]) -> str | None:
    words = [word for word in _words(text) if word not in little]
    if not 0 < len(words) <= MOST_WORDS or "?" in text:
        return None
    best, found = 0, None
    for offer in offers:
        service = directory.services.get(offer.service_id)
        if service is None:
            continue
        for name in (directory.provider_of(service).name, service.name):
            hits = _hits(words, _words(name))
            if hits >= best and hits >= max(MOST_OF * len(words), min(2, len(_words(name)))):
                best, found = hits, offer.service_id
    return found


def shown_before(directory: Directory, offers: Sequence[Offer], text: str) -> list[str]:
    """The services meant by "the first ones again", "the ones before" or "the piano one"; empty where none is clear."""
    showings = _showings(offers)
    group = next((at for shape, at in _GROUPS if shape.search(text)), None)
    if group is not None and showings:
        return showings[max(group, -len(showings))] if group < len(showings) else []
    named = only_named(directory, offers, text)
    if named:
        return [named]
    services = dict.fromkeys(offer.service_id for offer in offers if offer.service_id in directory.services)
    cards = {_card(directory, service_id): service_id for service_id in services}
    found = choose(_WHEN.sub(" ", text), cards) if cards else None
    return [found] if found else _called(directory, list(services), text)


def _called(directory: Directory, services: Sequence[str], text: str) -> list[str]:
    """All that a place of that name does, of what was shown: "the college"; empty where two places may be meant."""
    words = [word for word in _words(text) if word not in _BACK]
    named = [one for one in services if words and _hits(words, _provider_words(directory, one)) == len(words)]
    return named if len({directory.services[one].provider_id for one in named}) == 1 else []


def _provider_words(directory: Directory, service_id: str) -> list[str]:
    return _words(directory.provider_of(directory.services[service_id]).name)


def _showings(offers: Sequence[Offer]) -> list[list[str]]:
    """What was shown together, in the order of showing; the same places shown anew count once."""
    by_turn: dict[str, list[str]] = {}
    for offer in offers:
        by_turn.setdefault(offer.turn, []).append(offer.service_id)
    return [list(one) for one in dict.fromkeys(tuple(shown) for shown in by_turn.values())]


_MANY = r"(?:ones|lot|places|three|3|cards|list)"
_GROUPS = (
    (re.compile(rf"\b(?:first|1st|original)\s+{_MANY}\b", re.IGNORECASE), 0),
    (re.compile(rf"\b(?:second|2nd)\s+{_MANY}\b", re.IGNORECASE), 1),
    (re.compile(rf"\b(?:third|3rd)\s+{_MANY}\b", re.IGNORECASE), 2),
    (re.compile(rf"\b(?:last|previous|earlier|old)\s+{_MANY}\b|\bones\b.*\bbefore\b", re.IGNORECASE), -2),
)
_WHEN = re.compile(r"\b(?:go|come|get|back|bak|again|see|show|shown|before|earlier|place|was|had)\b", re.IGNORECASE)


def _card(directory: Directory, service_id: str) -> str:
    service = directory.services[service_id]
    return f"{directory.provider_of(service).name} {service.name} {service.summary}"


def _hits(words: Sequence[str], name: Sequence[str]) -> int:
    return sum(
        any(word == other or (len(word) > 3 and fuzz.ratio(word, other) >= ALIKE) for other in name) for word in words
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold().replace("'", ""))
