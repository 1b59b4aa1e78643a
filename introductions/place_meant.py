"""A place of the directory that a message names or points at, shown or not, and what is wished of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from introductions.choosing import ORDINALS, alike, best_by_words
from introductions.model import Offer
from knowledge.directory import Directory
from knowledge.language.english import english_words
from knowledge.understanding.objections import without_mocking
from knowledge.understanding.place_wish import Wish, asks_something, pointing, wants_introduction, wish_of_place

_LITTLE = frozenset("the a an and of at in to for s on by with".split())
_RARE = 20000
"""The rank among English words from which a word by itself may be a place's name: "plantain", never "kitchen"."""
_FULL, _PART, _WORD = 3, 2, 1
_REJECTS = re.compile(
    r"\b(?:not|no to|isn'?t|wasn'?t|never|instead of|rather than|other than|except|wrong|don'?t want|neither)"
    r"\s+(?:the\s+|that\s+|want\s+|said\s+)*$",
    re.IGNORECASE,
)
_CORRECTS = re.compile(r"\b(?:no+|nah|nope|wrong|not|neither|none|instead|i said|i meant?)\b", re.IGNORECASE)
_PLAIN = frozenset(
    "one ones please pls go back bak again see show me that this is its it no nah nope wrong not neither none instead "
    "i said say mean meant what wait yes ok okay oh sorry but just want thanks place them those these".split()
)
"""Words beside a name that say no more than that it is meant."""


class Meant(NamedTuple):
    """``services``: one where it is clear which is meant, several where it has to be asked. No wish where none is
    told; ``corrects`` where another place is said to be wrong.
    """

    services: tuple[str, ...]
    wish: Wish | None
    corrects: bool = False


class _Hit(NamedTuple):
    services: tuple[str, ...]
    start: int
    end: int
    strength: int
    words: int


class _Word(NamedTuple):
    word: str
    start: int
    end: int


def place_meant(directory: Directory, offers: Sequence[Offer], text: str) -> Meant | None:
    """None where no place is named, or where more is said than that one is meant and nothing is wished of it."""
    words = _words(text)
    hits = list(_hits(directory, {offer.service_id for offer in offers}, words))
    named = [hit for hit in hits if not _REJECTS.search(text[: hit.start])]
    if not named:
        return _pointed(directory, offers, text)
    best = _best(named)
    wish = wish_of_place(text, text[: min(hit.start for hit in best)])
    if wish is None and (not _PLAIN.issuperset(_beside(words, hits)) or all(hit.strength == _WORD for hit in best)):
        return None
    outside = _outside(text, hits)
    corrects = len(hits) > len(named) or bool(_CORRECTS.search(outside))
    return Meant(tuple(_narrowed(_common(best), offers)), wish, corrects)


def named_in(directory: Directory, offers: Sequence[Offer], text: str) -> str | None:
    """The one place that was shown and is called by its name, whatever else is said or asked: "fair shift, will my boss
    find out?".
    """
    shown = {offer.service_id for offer in offers}
    hits = [hit for hit in _hits(directory, shown, _words(text)) if hit.strength > _WORD]
    named = [hit for hit in _best(hits) if not _REJECTS.search(text[: hit.start])]
    found = [one for one in _common(named) if one in shown] if named else []
    return found[0] if len(found) == 1 and len(named) == len(hits) else None


def _hits(directory: Directory, shown: set[str], words: Sequence[_Word]) -> Iterator[_Hit]:
    for provider in directory.providers.values():
        theirs = tuple(one.id for one in directory.services_of(provider.id))
        hit = _found(words, provider.name, theirs, is_known=True) if theirs else None
        if hit:
            yield hit
    for service in directory.services.values():
        hit = _found(words, service.name, (service.id,), is_known=service.id in shown)
        if hit:
            yield hit


def _found(words: Sequence[_Word], name: str, services: tuple[str, ...], *, is_known: bool) -> _Hit | None:
    """The longest run of words of the name, in its order. Part of it is enough where it is how the name begins, or
    has a word that hardly anything else has.
    """
    parts = [one.word for one in _words(name) if one.word not in _LITTLE]
    runs = [(at, *_run(words, at, parts)) for at in range(len(words)) if words[at].word not in _LITTLE]
    start, matched, last = max(runs, key=lambda run: len(run[1]), default=(0, [], 0))
    rare = any(_is_rare(parts[one]) for one in matched)
    if not matched:
        return None
    if len(matched) == len(parts) and (len(parts) > 1 or rare):
        strength = _FULL
    elif len(matched) > 1 and (matched == list(range(len(matched))) or rare or is_known):
        strength = _PART
    elif rare and is_known:
        strength = _WORD
    else:
        return None
    return _Hit(services, words[start].start, words[last].end, strength, len(matched))


def _run(words: Sequence[_Word], at: int, parts: Sequence[str]) -> tuple[list[int], int]:
    """Which parts of a name stand there one after the other, and where the last of them stands."""
    matched, last = list[int](), at
    for place in range(at, len(words)):
        if words[place].word in _LITTLE:
            continue
        first = matched[-1] + 1 if matched else 0
        found = next((i for i in range(first, len(parts)) if _is_part(words, place, parts, i)), None)
        if found is None:
            break
        matched.append(found)
        last = place
    return matched, last


_NEARLY, _LONG_ENOUGH = 70, 5
"""RapidFuzz ratio from which a longer word with the same first letter is a part of a name whose next or last part
stands beside it: "muddy coller". Shorter words are too like others."""


def _is_part(words: Sequence[_Word], place: int, parts: Sequence[str], i: int) -> bool:
    word, part = words[place].word, parts[i]
    if alike(word, part, whole=True):
        return True
    if min(len(word), len(part)) < _LONG_ENOUGH or word[0] != part[0] or fuzz.ratio(word, part) < _NEARLY:
        return False
    told = [one.word for one in words if one.word not in _LITTLE or one is words[place]]
    at = sum(one.word not in _LITTLE for one in words[:place])
    beside = ((at - 1, i - 1), (at + 1, i + 1))
    return any(0 <= w < len(told) and 0 <= p < len(parts) and alike(told[w], parts[p], whole=True) for w, p in beside)


def _is_rare(word: str) -> bool:
    return len(word) > 3 and english_words().get(word, _RARE) >= _RARE


def _best(hits: Sequence[_Hit]) -> list[_Hit]:
    """Without those that lie in a longer or a surer one."""
    return [
        hit
        for hit in hits
        if not any(
            (other.strength, other.words) > (hit.strength, hit.words)
            and hit.start < other.end
            and other.start < hit.end
            for other in hits
        )
    ]


def _common(hits: Sequence[_Hit]) -> list[str]:
    """A place and a service of it mean that service; two places mean either."""
    both = set(hits[0].services).intersection(*(hit.services for hit in hits))
    named = list(dict.fromkeys(one for hit in hits for one in hit.services))
    return [one for one in named if one in both] or named


def _narrowed(services: Sequence[str], offers: Sequence[Offer]) -> list[str]:
    """The one of them that was shown, in the last showing or ever."""
    latest = {offer.service_id for offer in offers if offer.turn == offers[-1].turn}
    for shown in (latest, {offer.service_id for offer in offers}):
        among = [one for one in services if one in shown]
        if among:
            return among
    return list(services)


def _pointed(directory: Directory, offers: Sequence[Offer], text: str) -> Meant | None:
    """A place by words of its card, of the last showing before any other: "go with the dog one"."""
    told = pointing(text) or without_mocking(text)
    wish: Wish | None = "introduce" if wants_introduction(text) else wish_of_place(text, _before_pointing(text))
    if told and wish is None and not asks_something(text):
        return _bare(directory, offers, text)
    if not told:
        return _bare(directory, offers, text) if wish is None and not asks_something(text) else None
    latest = [offer.service_id for offer in offers if offer.turn == offers[-1].turn]
    for among in (latest, [offer.service_id for offer in offers]):
        cards = {one: _card(directory, one) for one in dict.fromkeys(among) if one in directory.services}
        found = best_by_words(told, cards, alike_too=_THE_ONE.search(text) is not None)
        if found:
            return Meant(tuple(found), wish or "ask")
    return None


def _bare(directory: Directory, offers: Sequence[Offer], text: str) -> Meant | None:
    """Nothing but the words of one card, or who is met there: "the bench one! with Joan", "the one where Joan is"."""
    words = [one.word for one in _words(text) if one.word not in _LITTLE and one.word not in _PLAIN]
    if any(word in ORDINALS for word in words):
        return None
    latest = [offer.service_id for offer in offers if offer.turn == offers[-1].turn]
    if not words or len(words) > _FEW_TOLD or not _ONE.search(text):
        return None
    for among in (latest, [offer.service_id for offer in offers]):
        cards = {one: _card_whole(directory, one) for one in dict.fromkeys(among) if one in directory.services}
        having = [one for one, card in cards.items() if all(any(alike(w, c.word) for c in card) for w in words)]
        if len(having) == 1:
            return Meant((having[0],), None)
    return None


_FEW_TOLD = 4
_ONE = re.compile(
    r"\b(?:one|place|thing|group)\b|^\W*(?:the|that)\s+[\w'’]+(?:\s+[\w'’]+)?\W*$|\bwith\b", re.IGNORECASE
)


def _card_whole(directory: Directory, service_id: str) -> list[_Word]:
    service = directory.services[service_id]
    return _words(f"{_card(directory, service_id)} {service.contact_name} {service.first_visit}")


_THE_ONE = re.compile(r"\b(?:the|that) [\w'-]+ (?:one|place|group|class|club)\b", re.IGNORECASE)


def _before_pointing(text: str) -> str:
    return re.split(r"\b(?:the|that|this)\b", text, maxsplit=1)[0]


def _card(directory: Directory, service_id: str) -> str:
    service = directory.services[service_id]
    return f"{directory.provider_of(service).name} {service.name} {service.summary}"


def _beside(words: Sequence[_Word], hits: Iterable[_Hit]) -> list[str]:
    spans = [(hit.start, hit.end) for hit in hits]
    return [one.word for one in words if not any(a <= one.start < b for a, b in spans) and one.word not in _LITTLE]


def _outside(text: str, hits: Iterable[_Hit]) -> str:
    for hit in sorted(hits, key=lambda one: -one.start):
        text = f"{text[: hit.start]} {text[hit.end :]}" if hit.end <= len(text) else text
    return text


def _words(text: str) -> list[_Word]:
    return [
        _Word(re.sub(r"['’]", "", one[0]), one.start(), one.end())
        for one in re.finditer(r"[a-z0-9]+(?:['’][a-z0-9]+)*", text.casefold())
    ]
