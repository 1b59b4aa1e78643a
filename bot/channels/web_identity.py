"""Who a web request comes from: a signed cookie, and proof that a posted form is ours."""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from nwd.cipher import Cipher

COOKIE = "nwd_person"
YEAR_SECONDS = 365 * 24 * 3600
_KEY = re.compile(r"^[a-z]{1,16}:[A-Za-z0-9_+@.=-]{1,80}$")


@dataclass(frozen=True)
class Person:
    """An address: the channel and the sender on it."""

    channel: str
    sender: str

    @property
    def key(self) -> str:
        return f"{self.channel}:{self.sender}"


def parse_key(key: str) -> Person | None:
    """``terminal:word`` as a person; a bare word means the terminal's. None for what cannot be a key."""
    key = key if ":" in key else f"terminal:{key}"
    channel, _, sender = key.partition(":")
    return Person(channel, sender) if _KEY.match(key) else None


@dataclass(frozen=True)
class Identities:
    """``any_channel`` lets a signed key of another channel in; only a local installation has it."""

    cipher: Cipher
    any_channel: bool
    secure: bool
    public_host: str | None

    def of(self, request: Request) -> Person | None:
        """Who this request is from; None before a first visit, and for a cookie that was altered."""
        return self.read(request.cookies.get(COOKIE))

    def read(self, signed: str | None) -> Person | None:
        key = self.cipher.unsign(signed) if signed else None
        person = parse_key(key) if key else None
        if person and (self.any_channel or person.channel in ("web", "terminal")):
            return person
        return None

    def new(self) -> Person:
        return Person("web", secrets.token_urlsafe(16))

    def signed(self, person: Person) -> str:
        """The cookie's value. The terminal signs its own, with the same secret key."""
        return self.cipher.sign(person.key)

    def give(self, response: Response, person: Person) -> None:
        response.set_cookie(
            COOKIE,
            self.signed(person),
            max_age=YEAR_SECONDS,
            httponly=True,
            samesite="lax",
            secure=self.secure,
            path="/",
        )

    def form_key(self, person: Person) -> str:
        """What a form carries to prove that it came from our page."""
        return self.cipher.sign(f"form-{self.cipher.digest(person.key)[:16]}")

    def is_our_form(self, person: Person, key: str) -> bool:
        return hmac.compare_digest(self.form_key(person).encode(), key.encode())

    def is_from_elsewhere(self, request: Request) -> bool:
        """Whether a browser says that another site made this request."""
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return True
        origin = request.headers.get("origin", "null")
        if origin == "null":  # pages that send no referrer send no origin either
            return False
        return urlsplit(origin).netloc not in (request.headers.get("host", ""), self.public_host)
