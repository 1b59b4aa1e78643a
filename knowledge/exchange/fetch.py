"""Fetching a feed over HTTP, within bounds, record by record.

A live feed's list holds shallow records, so that each service is fetched by itself. A record that cannot be fetched is
withheld, never taken from the list: a shallow copy would wipe out what an earlier import knew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import httpx

from knowledge.exchange.oruk_read import records_in
from knowledge.exchange.report import Feed, FeedError

PAGES = 200
RECORDS = 5_000
BYTES = 5_000_000
"""Of one answer."""
FAILURES = 25
"""Records in a row that fail before the rest is given up: the server is down, not one record."""
SECONDS = 20.0


class FetchError(Exception):
    """One address did not give a JSON document. Holds no body."""


@dataclass(frozen=True)
class Fetched:
    records: list[Any]
    feed: Feed
    """Holds only what could not be fetched."""


def fetch_text(url: str, client: httpx.Client | None = None) -> str:
    """One document, for the formats that are one file. Raises ``FeedError``."""
    try:
        return _get(client or _client(), url).decode("utf-8", errors="replace")
    except FetchError as error:
        raise FeedError(f"Check the address and try again: {error}") from None


def fetch_services(url: str, client: httpx.Client | None = None) -> Fetched:
    """Every service of a list at ``url``, or the one service there. Raises ``FeedError`` when the first page fails."""
    http = client or _client()
    fetched = Fetched([], Feed())
    failures = 0
    for number, shallow in enumerate(_listed(http, url, fetched.feed), start=1):
        if number > RECORDS or failures >= FAILURES:
            reason = f"more than {RECORDS:,} records" if number > RECORDS else f"{FAILURES} records in a row failed"
            fetched.feed.withhold("feed", "", f"The rest was not read: {reason}")
            break
        identity = shallow.get("id") if isinstance(shallow, Mapping) else None
        if not identity or ("organization" in shallow and len(shallow) > _SHALLOW):
            fetched.records.append(shallow)
            continue
        try:
            fetched.records.append(_json(http, _beside(url, str(identity))))
            failures = 0
        except FetchError as error:
            failures += 1
            fetched.feed.withhold(str(identity), "", f"could not be fetched: {error}; what is known of it stays")
    return fetched


_SHALLOW = 12
"""A record with its organization and more fields than this is whole."""


def _client() -> httpx.Client:
    return httpx.Client(timeout=SECONDS, follow_redirects=True, max_redirects=5)


def _listed(http: httpx.Client, url: str, feed: Feed) -> Iterator[Any]:
    page, pages = 1, 1
    while page <= min(pages, PAGES):
        try:
            document = _json(http, url if page == 1 else str(httpx.URL(url).copy_merge_params({"page": str(page)})))
        except FetchError as error:
            if page == 1:
                raise FeedError(f"Check the address and try again: {error}") from None
            feed.withhold(f"page {page}", "", f"could not be fetched: {error}; what is known of its services stays")
            document = {"contents": []}
        if page == 1:
            pages = _pages(document)
        yield from records_in(document)
        page += 1
    if pages > PAGES:
        feed.withhold("feed", "", f"has {pages:,} pages; {PAGES} were read")


def _pages(document: Any) -> int:
    value = document.get("total_pages", document.get("totalPages", 1)) if isinstance(document, Mapping) else 1
    return value if isinstance(value, int) and value > 0 else 1


def _beside(url: str, identity: str) -> str:
    """The address of one service: the list's own, with the id after it."""
    address = urlsplit(url)
    return urlunsplit(address._replace(path=f"{address.path.rstrip('/')}/{quote(identity, safe='')}", query=""))


def _json(http: httpx.Client, url: str) -> Any:
    try:
        return json.loads(_get(http, url))
    except (ValueError, RecursionError):
        raise FetchError("the answer is not JSON") from None


def _get(http: httpx.Client, url: str) -> bytes:
    """The body of a 200, at most ``BYTES`` of it, read as it comes so that a huge answer never fills the memory."""
    try:
        with http.stream("GET", url, headers={"Accept": "application/json"}) as answer:
            if answer.status_code != httpx.codes.OK:
                raise FetchError(f"status {answer.status_code}")
            body = bytearray()
            for chunk in answer.iter_bytes():
                body += chunk
                if len(body) > BYTES:
                    raise FetchError(f"the answer is larger than {BYTES:,} bytes")
            return bytes(body)
    except httpx.HTTPError as error:
        raise FetchError(type(error).__name__) from None
