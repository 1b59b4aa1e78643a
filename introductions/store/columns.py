"""Column types: encrypted text, UTC times, codes by value; and how an engine learns which cipher is its own."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import DateTime, Dialect, Engine, Text
from sqlalchemy.types import TypeDecorator

from nwd.cipher import Cipher

_CIPHERS: WeakKeyDictionary[Dialect, Cipher] = WeakKeyDictionary()


def bind_cipher(engine: Engine, cipher: Cipher) -> None:
    """From now on ``engine`` writes and reads encrypted columns with ``cipher``."""
    _CIPHERS[engine.dialect] = cipher


def _cipher(dialect: Dialect) -> Cipher:
    try:
        return _CIPHERS[dialect]
    except KeyError:
        raise RuntimeError("this engine has no cipher: call bind_cipher(engine, cipher) first") from None


class Encrypted(TypeDecorator[str]):
    """Text that identifies or describes a person: encrypted in its column, plain in Python."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else _cipher(dialect).encrypt(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else _cipher(dialect).decrypt(value)


class EncryptedJson(TypeDecorator[Any]):
    """A JSON value, encrypted whole."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else _cipher(dialect).encrypt(json.dumps(value, ensure_ascii=False))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(_cipher(dialect).decrypt(value))


class Utc(TypeDecorator[datetime]):
    """An aware datetime, stored and given back in UTC; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
