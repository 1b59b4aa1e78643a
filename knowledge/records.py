"""Listings as plain records (dictionaries of JSON values) and back.

One shape serves the sample's YAML, the database document and every exchange format: the field names of
``knowledge.listing``, empty fields left out, dates as ISO text, weekly times as "Thu 11:00-13:00". Reading never
fails on a field: what cannot be read is left at its default and noted. Codes may come without their group ("anxiety"
among the specialisms); they are written in full.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from knowledge.language.weekdays import DAYS
from knowledge.listing import Eligibility, Place, Provider, Service, Slot
from knowledge.typology import typology

Record = dict[str, Any]
Note = Callable[[str, str], None]
"""Takes a field's name and what was wrong with it, in words for whoever keeps the directory."""

CODE_GROUPS: Mapping[str, tuple[str, ...]] = {
    "support": ("support",),
    "stages": ("stage",),
    "interests": ("interest",),
    "specialism": ("health",),
    "conditions": ("health",),
    "adapts": ("constraint",),
    "cannot_meet": ("constraint",),
    "groups": ("identity", "constraint"),
}
"""Fields that hold codes, with the typology's groups those come from; the first is assumed where none is written."""

_TIME = re.compile(r"(?P<day>[A-Za-z]{3})[a-z]* (?P<start>\d\d:\d\d) ?- ?(?P<end>\d\d:\d\d)")
_UNSTORABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}

L = TypeVar("L", Provider, Service)


class UnreadableError(ValueError):
    """One value that its field cannot take. Never leaves this module."""


def provider_from(record: Mapping[str, Any], note: Note) -> Provider | None:
    """None, noted under "id" or "name", for a record without either."""
    return _listing(Provider, record, note)


def service_from(record: Mapping[str, Any], note: Note) -> Service | None:
    """None, noted, for a record without id, name or provider."""
    return _listing(Service, record, note)


def record_of(listing: Any, *, public: bool = False) -> Record:
    """A listing, place or eligibility as a record. ``public`` leaves out what is never exported: a private place's
    address, and fields that are marked private.
    """
    record: Record = {}
    for item in fields_of(type(listing)):
        value = getattr(listing, item.name)
        if value == _default(item):
            continue
        if public and item.metadata.get("private"):
            continue
        if public and isinstance(listing, Place) and item.name == "address" and listing.private:
            continue
        record[item.name] = _plain(value, public)
    return record


def fields_of(kind: type[Any]) -> list[dataclasses.Field[Any]]:
    """The fields that records carry: all but what is worked out."""
    return [item for item in dataclasses.fields(kind) if not item.metadata.get("derived")]


def plain_text(value: object) -> str:
    """White space collapsed, so that a trailing space never makes a second tag of one.

    Control characters and halves of characters go, since databases refuse a whole document for one of them.
    """
    return " ".join(_UNSTORABLE.sub("", str(value)).split())


def _plain(value: Any, public: bool) -> Any:
    if isinstance(value, Slot):
        return f"{DAYS[value.day]} {value.start}-{value.end}"
    if dataclasses.is_dataclass(value):
        return record_of(value, public=public)
    if isinstance(value, tuple):
        return [_plain(item, public) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _default(item: dataclasses.Field[Any]) -> Any:
    if item.default_factory is not dataclasses.MISSING:
        return item.default_factory()
    return item.default


def _listing(kind: type[L], record: Mapping[str, Any], note: Note) -> L | None:
    values = _values(kind, record, note)
    needed = [f.name for f in dataclasses.fields(kind) if f.default is f.default_factory is dataclasses.MISSING]
    missing = [name for name in needed if not values.get(name)]
    for name in missing:
        note(name, "is missing, and no listing stands without it")
    return None if missing else kind(**values)


def _values(kind: type[Any], record: Mapping[str, Any], note: Note) -> dict[str, Any]:
    """The readable fields of one record, by name."""
    hints, values = _HINTS[kind], {}
    for name, raw in record.items():
        if name not in hints:
            note(str(name), "is not a field of a listing; it was left out")
            continue
        try:
            values[name] = _read(hints[name], raw, name, note)
        except UnreadableError as problem:
            note(name, str(problem))
    return values


_HINTS: Mapping[type[Any], Mapping[str, Any]] = {
    kind: {item.name: get_type_hints(kind)[item.name] for item in fields_of(kind)}
    for kind in (Provider, Service, Eligibility, Place)
}


def _read(hint: Any, raw: Any, name: str, note: Note) -> Any:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return None if raw is None or raw == "" else _read(args[0], raw, name, note)
    if origin is tuple:
        return _read_many(args[0], raw, name, note)
    if origin is Literal:
        if raw not in args:
            raise UnreadableError(f"is none of {', '.join(args)}; the usual one was taken")
        return raw
    if hint is Slot:
        return _read_slot(raw)
    if hint in _HINTS:
        return _read_part(hint, raw, name, note)
    return _READERS[hint](raw)


def _read_many(hint: Any, raw: Any, name: str, note: Note) -> tuple[Any, ...]:
    """Each item by itself, so that one bad code or time does not lose the others; doubles are dropped."""
    items = raw if isinstance(raw, (list, tuple)) else [] if raw is None else [raw]
    found: dict[Any, None] = {}
    for item in items:
        try:
            value = _read(hint, item, name, note)
            found[_code(value, name) if name in CODE_GROUPS else value] = None
        except UnreadableError as problem:
            note(name, str(problem))
    return tuple(value for value in found if value != "")


def _read_part(kind: type[Any], raw: Any, name: str, note: Note) -> Any:
    if not isinstance(raw, Mapping):
        raise UnreadableError("holds no fields; it was left out")
    values = _values(kind, raw, lambda field, problem: note(f"{name}.{field}", problem))
    if kind is Place and not values.get("name"):
        values["name"] = values.get("area") or values.get("district") or "Place"
    return kind(**values)


def _read_slot(raw: Any) -> Slot:
    found = _TIME.fullmatch(plain_text(raw))
    if not found or found["day"].title() not in DAYS or not found["start"] < found["end"] < "24:00":
        raise UnreadableError('holds a time that is not written like "Thu 11:00-13:00"; that time was left out')
    return Slot(DAYS.index(found["day"].title()), found["start"], found["end"])


def _code(value: str, name: str) -> str:
    groups = CODE_GROUPS[name]
    code = value if "." in value else f"{groups[0]}.{value}"
    if code not in typology().codes or code.split(".")[0] not in groups:
        raise UnreadableError(f"holds the unknown code {value!r}; that code was left out")
    return code


def _read_bool(raw: Any) -> bool:
    if isinstance(raw, bool):
        return raw
    if (truth := _TRUTH.get(str(raw).strip().lower())) is None:
        raise UnreadableError("is neither yes nor no; it was left out")
    return truth


def _read_int(raw: Any) -> int:
    try:
        number = int(str(raw).strip())
    except ValueError:
        raise UnreadableError("is not a whole number; it was left out") from None
    if number < 0:
        raise UnreadableError("is below zero; it was read as not known")
    return number


def _read_date(raw: Any) -> date:
    if isinstance(raw, date):
        return raw.date() if isinstance(raw, datetime) else raw
    try:
        return date.fromisoformat(str(raw).strip()[:10])
    except ValueError:
        raise UnreadableError('is not a date like "2027-03-31"; it was left out') from None


def _read_text(raw: Any) -> str:
    if isinstance(raw, (Mapping, list, tuple)):
        raise UnreadableError("holds more than one text; it was left out")
    return "" if raw is None else plain_text(raw)


_READERS: Mapping[Any, Callable[[Any], Any]] = {
    str: _read_text,
    bool: _read_bool,
    int: _read_int,
    date: _read_date,
}
