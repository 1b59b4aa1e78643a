"""Records in our own field names, from YAML, CSV or the extension of an Open Referral record, made into a feed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from knowledge.exchange.report import Feed
from knowledge.listing import Provider, Service
from knowledge.records import provider_from, service_from

ID_LENGTH = 120
"""Longest id that the database takes."""
NAME_LENGTH = 300
EMAIL_LENGTH = 320


def read_records(providers: Any, services: Any) -> Feed:
    """Anything in the lists that is no record is withheld, and said."""
    feed = Feed()
    for number, record in enumerate(_list(providers), start=1):
        add_provider(feed, record, f"provider {number}")
    for number, record in enumerate(_list(services), start=1):
        add_service(feed, record, f"service {number}")
    return feed


def add_provider(feed: Feed, record: Any, place: str) -> Provider | None:
    """``place`` names a record that has no id of its own in the problems."""
    provider = _add(feed, record, place, provider_from)
    if isinstance(provider, Provider):
        feed.providers[provider.id] = provider
        return provider
    return None


def add_service(feed: Feed, record: Any, place: str) -> Service | None:
    service = _add(feed, record, place, service_from)
    if isinstance(service, Service):
        feed.services[service.id] = service
        return service
    return None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _add(
    feed: Feed, record: Any, place: str, read: Callable[..., Provider | Service | None]
) -> Provider | Service | None:
    if not isinstance(record, Mapping):
        feed.withhold(place, "", "is not a record of fields; it was left out")
        return None
    name = str(record.get("id") or place)
    if len(name) > ID_LENGTH:
        feed.withhold(name[:ID_LENGTH], "id", f"is longer than {ID_LENGTH} characters; the record was left out")
        return None
    found: list[tuple[str, str]] = []
    listing = read(record, lambda field, problem: found.append((field, problem)))
    if listing is None:
        feed.withhold(name, *found[-1])
        return None
    for field, problem in found:
        feed.note(name, field, problem)
    return _fitted(listing, feed)


def _fitted(listing: Provider | Service, feed: Feed) -> Provider | Service:
    """Names and addresses within the database's columns, so that one record never stops a whole feed."""
    if len(listing.name) > NAME_LENGTH:
        feed.note(listing.id, "name", f"is longer than {NAME_LENGTH} characters; it was cut")
        listing = replace(listing, name=listing.name[: NAME_LENGTH - 1] + "…")
    too_long = f"is longer than {EMAIL_LENGTH} characters; it was left out"
    if isinstance(listing, Provider):
        if len(listing.letter_email) > EMAIL_LENGTH:
            feed.note(listing.id, "letter_email", too_long)
            return replace(listing, letter_email="")
    elif len(listing.keeper_email) > EMAIL_LENGTH:
        feed.note(listing.id, "keeper_email", too_long)
        return replace(listing, keeper_email="")
    return listing
