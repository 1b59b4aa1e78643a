"""Importing a directory: read, put right, compare with what is there, write what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

import httpx

from knowledge.directory import Directory
from knowledge.exchange.conformance import conformance
from knowledge.exchange.csv_text import read_csv_feed, write_csv
from knowledge.exchange.fetch import Fetched, fetch_services, fetch_text
from knowledge.exchange.oruk_read import read_services, records_in_text
from knowledge.exchange.oruk_write import write_oruk
from knowledge.exchange.report import Feed, FeedError, Report
from knowledge.exchange.yaml_text import read_yaml_feed, write_yaml
from knowledge.listing import Place, Provider, Service
from knowledge.store import DirectoryStore

Format = Literal["oruk", "hsds", "csv", "yaml"]

_TEXTS: Mapping[Format, Callable[[str], Feed]] = {"csv": read_csv_feed, "yaml": read_yaml_feed}
"""Readers of formats that are one text; the others are Open Referral."""
_WRITERS: Mapping[Format, Callable[[Directory], str]] = {
    "oruk": write_oruk,
    "hsds": write_oruk,
    "csv": write_csv,
    "yaml": write_yaml,
}
_ENDINGS: Mapping[str, Format] = {".json": "oruk", ".csv": "csv", ".yaml": "yaml", ".yml": "yaml"}
LARGEST_FILE = 100_000_000
"""Bytes."""


def export_directory(directory: Directory, format: str) -> str:  # noqa: A002 - the command line's own word
    """Raises ``FeedError`` for a format that is none of ours."""
    return _WRITERS[_format(format, "")](directory)


def import_directory(
    source: str,
    store: DirectoryStore,
    *,
    format: str | None = None,  # noqa: A002 - the command line's own word
    dry_run: bool = False,
    conform: bool = False,
    client: httpx.Client | None = None,
) -> Report:
    """``source`` is a path or an http(s) address; without ``format`` its ending tells, and an address is Open Referral.

    Nothing is deleted. ``conform`` adds what an Open Referral feed breaks of its own standard, which changes nothing of
    what is taken. Raises ``FeedError`` when nothing can be read at all.
    """
    feed = _read(source, _format(format, source), client, conform=conform)
    known = store.load()
    feed = _with_known_provider(feed, known)
    providers = {p.id: _merged(p, known) for p in feed.providers.values()}
    services = {s.id: _with_what_is_never_exported(s, known.services.get(s.id)) for s in feed.services.values()}
    before: dict[str, Provider | Service] = {**_keyed("p", known.providers), **_keyed("s", known.services)}
    after: dict[str, Provider | Service] = {**_keyed("p", providers), **_keyed("s", services)}
    changed = {key for key, listing in after.items() if before.get(key) != listing}
    if not dry_run:
        store.upsert(
            [p for p in providers.values() if f"p {p.id}" in changed],
            [s for s in services.values() if f"s {s.id}" in changed],
        )
    added = len(changed - before.keys())
    return Report(added, len(changed) - added, len(after) - len(changed), feed.withheld, tuple(feed.problems))


def _keyed(kind: str, listings: Mapping[str, Provider] | Mapping[str, Service]) -> dict[str, Provider | Service]:
    return {f"{kind} {identity}": listing for identity, listing in listings.items()}


def _format(name: str | None, source: str) -> Format:
    if name is None:
        ending = Path(urlsplit(source).path).suffix.casefold()
        return _ENDINGS.get(ending, "oruk")
    for known in get_args(Format):
        if name == known:
            return known  # type: ignore[no-any-return]
    raise FeedError(f"Name one of the formats {', '.join(get_args(Format))}.")


def _read(source: str, form: Format, client: httpx.Client | None, *, conform: bool) -> Feed:
    remote = source.startswith(("http://", "https://"))
    if form in _TEXTS:
        return _TEXTS[form](fetch_text(source, client) if remote else _file(Path(source)))
    fetched = fetch_services(source, client) if remote else Fetched(records_in_text(_file(Path(source))), Feed())
    feed = read_services(fetched.records)
    feed.withheld += fetched.feed.withheld
    feed.problems.extend(fetched.feed.problems)
    if conform:
        feed.problems.extend(conformance(fetched.records))
    return feed


def _file(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FeedError(f"Split the file: it is larger than {LARGEST_FILE:,} bytes.")
        return path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        raise FeedError("Check the path: the file cannot be read.") from None


def _with_known_provider(feed: Feed, known: Directory) -> Feed:
    """Withholds services whose provider is neither in the feed nor in the directory."""
    kept = Feed(feed.providers, {}, list(feed.problems), feed.withheld)
    for service in feed.services.values():
        if service.provider_id in feed.providers or service.provider_id in known.providers:
            kept.services[service.id] = service
        else:
            kept.withhold(service.id, "provider_id", f"names the unknown provider {service.provider_id!r}")
    return kept


def _merged(provider: Provider, known: Directory) -> Provider:
    """An address for letters that a feed leaves empty does not undo one that we have."""
    before = known.providers.get(provider.id)
    if before is None or provider.letter_email:
        return provider
    return replace(provider, letter_email=before.letter_email)


def _with_what_is_never_exported(service: Service, before: Service | None) -> Service:
    """Exports leave out private addresses and the keeper's own, so that what comes back without them keeps them. A new
    keeper does not take over the address of the last.
    """
    if before is None:
        return service
    known = {place.name: place.address for place in before.places if place.private}
    places = tuple(_kept(place, known) for place in service.places)
    same_keeper = service.keeper == before.keeper
    address = service.keeper_email or (before.keeper_email if same_keeper else "")
    return replace(service, places=places, keeper_email=address)


def _kept(place: Place, known: Mapping[str, str | None]) -> Place:
    return replace(place, address=known.get(place.name)) if place.private and not place.address else place
