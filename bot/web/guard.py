"""Who may post here: our own pages only, and nobody who keeps trying links that are not ours."""

from __future__ import annotations

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from starlette.requests import Request

from nwd.cipher import Cipher
from nwd.clock import Clock
from nwd.settings import Settings

TRIES, WINDOW = 20, timedelta(minutes=10)
_CLIENTS_KEPT = 10_000
FORM_LIFE = timedelta(hours=12)


def from_elsewhere(request: Request, settings: Settings) -> bool:
    """Whether a browser says that another site made this post.

    Forms on our ``no-referrer`` pages send the Origin ``null``, which says nothing either way.
    """
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = request.headers.get("origin", "null")
    if origin in ("null", settings.base_url):
        return False
    return urlsplit(origin).netloc != request.headers.get("host", "")


class BadTries:
    """Counts bad links per client address, in this process, for ten minutes; nothing is written down."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._tries: OrderedDict[str, deque[datetime]] = OrderedDict()

    def note(self, request: Request) -> None:
        client = _client(request)
        self._tries.setdefault(client, deque(maxlen=TRIES)).append(self._clock.now())
        self._tries.move_to_end(client)
        if len(self._tries) > _CLIENTS_KEPT:
            self._tries.popitem(last=False)

    def too_many(self, request: Request) -> bool:
        tries = self._tries.get(_client(request), deque())
        return len(tries) == TRIES and self._clock.now() - tries[0] < WINDOW


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


class FormKeys:
    """The value in a letter's form: it says that our own page made this form, for this link, not long ago."""

    def __init__(self, cipher: Cipher, clock: Clock) -> None:
        self._cipher = cipher
        self._clock = clock

    def make(self, token: str) -> str:
        return self._cipher.sign(f"{self._subject(token)}.{int(self._clock.now().timestamp()):x}")

    def fits(self, token: str, value: str) -> bool:
        signed = self._cipher.unsign(value) if value.isascii() else None
        subject, _, made = (signed or "").rpartition(".")
        if not signed or subject != self._subject(token):
            return False
        age = self._clock.now().timestamp() - int(made, 16)
        return -60 <= age <= FORM_LIFE.total_seconds()

    def _subject(self, token: str) -> str:
        return self._cipher.digest(f"form:{token}")[:24]
