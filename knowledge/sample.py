"""The sample directory: invented providers and services that look like a real borough.

The files under ``sample/`` give dates as days from today ("checked_days_ago", "starts_in_days"), so that the sample
never goes stale by itself. Services name their provider's places by key ("at") and take its keeper. Letter addresses
end in ``.example``, which no mail can reach; every provider is marked ``sample`` and shown as invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from knowledge.directory import Directory
from knowledge.listing import Provider, Service
from knowledge.records import Record, provider_from, service_from
from knowledge.yaml_files import read_yaml

FOLDER = Path(__file__).parent / "sample"
SAMPLE_DAY = date(2026, 11, 22)
"""The day the sample was written; callers with a clock pass their own."""

_AGO, _AHEAD = "_days_ago", "_in_days"


class SampleError(ValueError):
    """A file of the sample is wrong. The message names listing and field."""


@lru_cache(maxsize=2)
def load_sample(today: date = SAMPLE_DAY) -> Directory:
    """Read once for a day. Raises ``SampleError`` at the first field that does not read: nothing is quietly dropped."""
    providers, services = _files()
    read = [_provider(record) for record in providers.values()]
    return Directory.of(read, [_service(record, providers, today) for record in services])


@lru_cache(maxsize=1)
def _files() -> tuple[dict[str, Record], tuple[Record, ...]]:
    documents = [read_yaml(path) for path in sorted(FOLDER.glob("*.yaml"))]
    providers = {record["id"]: record for document in documents for record in document.get("providers", ())}
    return providers, tuple(record for document in documents for record in document.get("services", ()))


def _provider(record: Record) -> Provider:
    fields = {key: value for key, value in record.items() if key not in ("places", "keeper", "keeper_email")}
    address, website = f"letters@{record['id']}.example", f"https://{record['id']}.example"
    fields = {"letter_email": address, "website": website, **fields, "sample": True}
    provider = provider_from(fields, _refuse(record["id"]))
    assert provider is not None  # _refuse raised otherwise
    return provider


def _service(record: Record, providers: Mapping[str, Record], today: date) -> Service:
    if record["provider"] not in providers:
        raise SampleError(f"{record['id']}: add its provider {record['provider']!r} or correct the name")
    home = providers[record["provider"]]
    fields = {_absolute_name(key): _absolute(key, value, today) for key, value in record.items()}
    keys = fields.pop("at", ())
    fields |= {
        "provider_id": fields.pop("provider"),
        "places": [home["places"][key] for key in keys],
        "keeper": home["keeper"],
        "keeper_email": home.get("keeper_email", ""),
    }
    service = service_from(fields, _refuse(record["id"]))
    assert service is not None  # _refuse raised otherwise
    return service


def _absolute_name(key: str) -> str:
    return key.removesuffix(_AGO).removesuffix(_AHEAD)


def _absolute(key: str, value: Any, today: date) -> Any:
    if key.endswith(_AGO):
        return today - timedelta(days=value)
    return today + timedelta(days=value) if key.endswith(_AHEAD) else value


def _refuse(listing: str) -> Any:
    def note(field: str, problem: str) -> None:
        raise SampleError(f"{listing}: {field} {problem}")

    return note
