"""Open Referral UK and HSDS, version 3 and the older version 1, read with patience.

Real feeds rarely hold to their schema, so nothing here refuses a feed: each field is put right or left out, each
time said. Records that we exported ourselves carry our own fields under ``EXTENSION`` and come back whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from knowledge.exchange.clean import SUMMARY_WORDS, ages_of, email_of, shortened, summary_of, tags_of, words_of
from knowledge.exchange.oruk_parts import (
    Json,
    areas_of,
    cost_of,
    formats_of,
    languages_of,
    parts,
    places_of,
    times_of,
    times_words_of,
)
from knowledge.exchange.own_records import add_provider, add_service
from knowledge.exchange.report import Feed, FeedError
from knowledge.exchange.tags import codes_of
from knowledge.records import Record, plain_text

EXTENSION = "no_wrong_door"

_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("jobcentre", ("jobcentre", "job centre")),
    ("dwp", ("dwp", "department for work and pensions")),
    ("council", ("council", "london borough")),
    ("nhs", ("nhs", "hospital trust", "health centre")),
    ("college", ("college", "university")),
    ("housing", ("housing association", "homes")),
    ("faith", ("church", "mosque", "temple", "synagogue", "gurdwara", "chapel")),
    ("charity", ("charity", "trust", "foundation")),
)
"""Words in a provider's name that tell its kind. The first two matter most: nothing about anybody goes to those."""

_CODE_FIELDS = {
    "support": "support",
    "stage": "stages",
    "interest": "interests",
    "health": "specialism",
    "constraint": "adapts",
}


def records_in(document: Any) -> list[Any]:
    """The service records of a page, a list or one record. Raises ``FeedError`` where there is none of these."""
    if isinstance(document, list):
        return document
    if isinstance(document, Mapping):
        for name in ("contents", "content", "services"):
            if isinstance(document.get(name), list):
                return list(document[name])
        if "id" in document and "name" in document:
            return [document]
    raise FeedError('Give a page of services (a list under "contents" or "content") or one service: neither is there.')


def records_in_text(text: str) -> list[Any]:
    """Raises ``FeedError`` where the text is not JSON of such a shape."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise FeedError("Correct the JSON: it does not parse.") from None
    return records_in(document)


def read_services(records: Iterable[Any]) -> Feed:
    feed = Feed()
    for number, record in enumerate(records, start=1):
        name = f"service {number}"
        if isinstance(record, Mapping):
            _read_service(feed, record, plain_text(record.get("id") or name))
        else:
            feed.withhold(name, "", "is not a record of fields; it was left out")
    return feed


def _read_service(feed: Feed, record: Json, name: str) -> None:
    organization = next(iter(parts(record, "organization")), {})
    own, own_provider = record.get(EXTENSION), organization.get(EXTENSION)
    if isinstance(own, Mapping) and isinstance(own_provider, Mapping):
        if own_provider.get("id") not in feed.providers:
            add_provider(feed, own_provider, name)
        add_service(feed, own, name)
        return
    if provider_id := _provider(feed, record, organization, name):
        add_service(feed, _service(feed, record, provider_id, name), name)


def _provider(feed: Feed, record: Json, organization: Json, name: str) -> str | None:
    """The id of the record's provider, read from its first record; None where the record names none."""
    identity = plain_text(organization.get("id") or record.get("organization_id") or "")
    if not identity:
        feed.withhold(name, "organization", "is missing; a service without a provider cannot be introduced to")
        return None
    if identity in feed.providers:
        return identity

    def warn(field: str, problem: str) -> None:
        feed.note(identity, field, problem)

    title = words_of(organization.get("name"), "name", warn)
    contact = next((c.get("email") for c in parts(record, "contacts") if c.get("email")), None)
    add_provider(
        feed,
        {
            "id": identity,
            "name": title,
            "about": shortened(words_of(organization.get("description"), "description", warn), "description", warn),
            "kind": _kind(title, warn),
            "website": plain_text(organization.get("website") or organization.get("url") or record.get("url") or ""),
            "letter_email": email_of(organization.get("email") or record.get("email") or contact or "", "email", warn),
        },
        identity,
    )
    return identity if identity in feed.providers else None


def _kind(title: str, warn: Any) -> str:
    words = f" {title.casefold()} "
    for kind, names in _KINDS:
        if any(f" {name}" in words for name in names):
            return kind
    warn("kind", "is not in the feed; it was taken for a community group")
    return "community"


def _service(feed: Feed, record: Json, provider_id: str, name: str) -> Record:
    def warn(field: str, problem: str) -> None:
        feed.note(name, field, problem)

    about = words_of(record.get("description"), "description", warn)
    summary = summary_of(about)
    if summary.endswith("…"):
        warn("summary", f"was made of the first {SUMMARY_WORDS} words of the description")
    return {
        "id": plain_text(record.get("id") or ""),
        "provider_id": provider_id,
        "name": words_of(record.get("name"), "name", warn),
        "summary": summary,
        "about": shortened(about, "description", warn),
        "eligibility": _eligibility(record, warn),
        "places": places_of(record, warn),
        "times": times_of(record, warn),
        "times_words": times_words_of(record, warn),
        "languages": languages_of(record, warn),
        "formats": formats_of(record),
        "contact_name": next((plain_text(c.get("name") or "") for c in parts(record, "contacts")), ""),
        "capacity": "open" if plain_text(record.get("status") or "active").casefold() == "active" else "closed",
        "checked": record.get("assured_date") or None,
        **cost_of(record, warn),
        **_codes(record, warn),
    }


def _eligibility(record: Json, warn: Any) -> Record:
    old = next(iter(parts(record, "eligibilitys", "eligibilities", "eligibility")), {})
    low, high = record.get("minimum_age", old.get("minimum_age")), record.get("maximum_age", old.get("maximum_age"))
    least, most = ages_of(low, high, warn)
    return {"min_age": least, "max_age": most, "areas": areas_of(record, warn)}


def _codes(record: Json, warn: Any) -> Record:
    links = parts(record, "attributes", "service_taxonomys")
    terms = [term for link in links for term in parts(link, "taxonomy_term", "taxonomy")]
    names = [term.get("code") if "." in str(term.get("code")) else term.get("name") for term in terms]
    tags = tags_of(names, "attributes", warn)
    codes, unknown = codes_of(tags)
    if unknown:
        warn("attributes", f"{len(unknown)} of {len(tags)} tags stand for nothing here; they were left out")
    fields: Record = {}
    for code in codes:
        if field := _CODE_FIELDS.get(code.split(".")[0]):
            fields.setdefault(field, []).append(code)
    return fields
