"""What somebody does not like is said back, and places that are called so, or stand in such a house, are left out."""

from __future__ import annotations

from collections.abc import Sequence

from introductions.model import Fact
from introductions.naming import is_name, telling_words
from knowledge.language.stems import stem
from knowledge.listing import Provider, Service

_SHORTEST = 4
"""Letters of a word that names a thing."""


def turned_down(facts: Sequence[Fact]) -> list[str]:
    """Names of things, in their own words: "churches"."""
    return [one.words for one in facts if _is_liking(one) and one.polarity == "no" and is_name(one.words)]


def is_turned_down(words: Sequence[str], service: Service, provider: Provider) -> bool:
    """Whether all the words of one of the things are theirs: who wants no charity shop may still go above a shop."""
    where = " ".join(f"{place.near} {place.area}" for place in service.places)
    theirs = set(map(stem, telling_words(f"{service.name} {service.summary} {provider.name} {provider.about} {where}")))
    named = ({stem(word) for word in telling_words(one) if len(word) >= _SHORTEST} for one in words)
    return any(one and one <= theirs for one in named)


def _is_liking(fact: Fact) -> bool:
    return (fact.code or "").startswith("interest.")
