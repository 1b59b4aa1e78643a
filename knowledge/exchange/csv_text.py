"""The directory as one table for a spreadsheet: a row a service, its provider's columns beside it.

Lists are joined by "; " (as JSON where an item holds a semicolon itself), parts of the eligibility are columns of
their own ("eligibility.min_age"), places are JSON. Cells that a spreadsheet would take for a formula begin with an
apostrophe, which reading takes off again.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from knowledge.directory import Directory
from knowledge.exchange.own_records import read_records
from knowledge.exchange.report import Feed, FeedError
from knowledge.listing import Eligibility, Provider, Service
from knowledge.records import Record, fields_of, record_of

_PROVIDER, _ELIGIBILITY = "provider.", "eligibility."
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""First signs of a formula, and the apostrophe that guards against them."""
_JOIN = "; "


def _lists(kind: type[Any]) -> frozenset[str]:
    return frozenset(f.name for f in dataclasses.fields(kind) if str(f.type).startswith("tuple"))


_SERVICE_LISTS, _PROVIDER_LISTS, _ELIGIBILITY_LISTS = _lists(Service), _lists(Provider), _lists(Eligibility)

COLUMNS = (
    *(f.name for f in fields_of(Service) if f.name != "eligibility"),
    *(_ELIGIBILITY + f.name for f in dataclasses.fields(Eligibility)),
    *(_PROVIDER + f.name for f in dataclasses.fields(Provider)),
)


def write_csv(directory: Directory) -> str:
    """A provider without services has a row of its own, with the service's columns empty."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    for service in directory.services.values():
        table.writerow(_row(service, directory.provider_of(service)))
    for provider in directory.providers.values():
        if not directory.services_of(provider.id):
            table.writerow(_row(None, provider))
    return out.getvalue()


def read_csv_feed(text: str) -> Feed:
    """Raises ``FeedError`` where neither a service's nor a provider's id column is there."""
    table = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    if not {"id", _PROVIDER + "id"} & set(table.fieldnames or ()):
        raise FeedError('Give the table a first row of column names with "id" or "provider.id": neither is there.')
    providers: dict[str, Record] = {}
    services: list[Record] = []
    for row in table:
        service, provider = _records(row)
        if provider:
            providers.setdefault(str(provider.get("id")), {}).update(provider)
        if service:
            services.append(service)
    return read_records(list(providers.values()), services)


def _row(service: Service | None, provider: Provider) -> dict[str, str]:
    fields = record_of(service, public=True) if service else {}
    fields |= {_ELIGIBILITY + name: value for name, value in fields.pop("eligibility", {}).items()}
    fields |= {_PROVIDER + name: value for name, value in record_of(provider, public=True).items()}
    return {name: _safe(_cell(name, value)) for name, value in fields.items()}


def _cell(name: str, value: Any) -> str:
    if name == "places":
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        plain = [str(item) for item in value]
        return json.dumps(value, ensure_ascii=False) if _needs_json(plain) else _JOIN.join(plain)
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _needs_json(items: list[str]) -> bool:
    return items[0].startswith("[") or any(_JOIN.strip() in item for item in items)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _records(row: Mapping[str | None, Any]) -> tuple[Record, Record]:
    service: Record = {}
    provider: Record = {}
    eligibility: Record = {}
    for name, cell in _cells(row):
        if name.startswith(_PROVIDER):
            _put(provider, name.removeprefix(_PROVIDER), cell, _PROVIDER_LISTS)
        elif name.startswith(_ELIGIBILITY):
            _put(eligibility, name.removeprefix(_ELIGIBILITY), cell, _ELIGIBILITY_LISTS)
        else:
            _put(service, name, cell, _SERVICE_LISTS)
    if service and eligibility:
        service["eligibility"] = eligibility
    if service and provider:
        service.setdefault("provider_id", provider.get("id"))
    return service, provider


def _cells(row: Mapping[str | None, Any]) -> Iterator[tuple[str, str]]:
    """Cells that hold something, under a column that has a name."""
    for name, cell in row.items():
        if name and isinstance(cell, str) and (cell := cell.strip()):
            yield name.strip(), cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _put(record: Record, name: str, cell: str, lists: frozenset[str]) -> None:
    if name == "places":
        record[name] = _places(cell)
    else:
        record[name] = _list(cell) if name in lists else cell


def _list(cell: str) -> list[Any]:
    if cell.startswith("["):
        try:
            return list(json.loads(cell))
        except ValueError:
            pass  # somebody's own text that happens to begin with a bracket
    return [part.strip() for part in cell.split(_JOIN.strip())]


def _places(cell: str) -> Any:
    """Places written by hand, without JSON, are taken as names."""
    try:
        return json.loads(cell)
    except ValueError:
        return [{"name": part.strip()} for part in cell.split(_JOIN.strip())]
