"""A provider's link: unguessable, signed, with an end, kept only as a keyed hash where it is looked up."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

from introductions.errors import LinkError
from nwd.cipher import Cipher

LIFE = timedelta(days=180)
"""Long enough for the last follow-up, three months after a first meeting that itself took weeks."""

FRESH = timedelta(days=7)
"""How long a link that was made for a draft may wait for the yes."""


def new_token(cipher: Cipher, now: datetime, life: timedelta = LIFE) -> str:
    """128 random bits and the end of the link, signed: 22 + 8 + 22 URL-safe characters and two marks between."""
    until = int((now + life).timestamp())
    return cipher.sign(f"{secrets.token_urlsafe(16)}.{until:x}")


def token_end(cipher: Cipher, token: str) -> datetime:
    """When the link ends. Raises LinkError ``forged`` if we never made it; nothing is looked up for that."""
    signed = cipher.unsign(token) if token.isascii() and len(token) < 100 else None
    if signed is None:
        raise LinkError("forged")
    return datetime.fromtimestamp(int(signed.rpartition(".")[2], 16), UTC)


def is_broken(cipher: Cipher, token: str) -> bool:
    """Never one of ours, or no longer whole; nothing is looked up for that."""
    try:
        token_end(cipher, token)
    except LinkError:
        return True
    return False


def is_stale(cipher: Cipher, token: str, now: datetime) -> bool:
    """Made so long ago that the days a letter waited would be missing at the end of the link's life."""
    return token_end(cipher, token) - LIFE + FRESH < now


def checked(cipher: Cipher, token: str, now: datetime) -> str:
    """The keyed hash to look the link up by. Raises LinkError ``forged`` or ``expired``, judged at ``now``."""
    if token_end(cipher, token) <= now:
        raise LinkError("expired")
    return cipher.digest(token)
