"""Replies by mail: a mailbox read over IMAP with TLS, and a door for mail systems that push."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import imaplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.mail_in import LARGEST, MailIn, Taken
from bot.gateway.threads import Threads

log = structlog.get_logger()

SECONDS = 20
"""How long the mail server may take to answer anything."""
POLL_SECONDS = 30.0
AT_ONCE = 50
OURS: frozenset[Taken] = frozenset({"reply", "not_passed", "bounce", "machine"})
"""What is deleted from the mailbox once it is done; the rest stays there, read, for a person."""


@dataclass(frozen=True)
class Mailbox:
    """``url``: imaps://user:password@host:993/INBOX, a mailbox that holds nothing else."""

    url: str
    context: ssl.SSLContext | None = None

    def empty(self, take: Callable[[bytes], Taken]) -> int:
        """Take every unread mail; gives how many. One that could not be taken stays unread for the next time.

        Raises OSError and imaplib.IMAP4.error when the mailbox cannot be read.
        """
        with self._opened() as server:
            _, found = server.uid("SEARCH", "UNSEEN")
            waiting = found[0].split()[:AT_ONCE] if found and found[0] else []
            for uid in waiting:
                taken = take(_fetched(server, uid.decode()))
                flags = r"(\Seen \Deleted)" if taken in OURS else r"(\Seen)"
                server.uid("STORE", uid.decode(), "+FLAGS", flags)
            server.expunge()
        return len(waiting)

    @contextmanager
    def _opened(self) -> Iterator[imaplib.IMAP4_SSL]:
        parts = urlsplit(self.url)
        context = self.context or ssl.create_default_context()
        server = imaplib.IMAP4_SSL(parts.hostname or "", parts.port or 993, ssl_context=context, timeout=SECONDS)
        try:
            server.login(unquote(parts.username or ""), unquote(parts.password or ""))
            status, _ = server.select(unquote(parts.path.strip("/")) or "INBOX")
            if status != "OK":
                raise imaplib.IMAP4.error("no such mailbox")
            yield server
        finally:
            server.logout()


def _fetched(server: imaplib.IMAP4_SSL, uid: str) -> bytes:
    """The first LARGEST bytes of a mail, which stays unread."""
    _, answer = server.uid("FETCH", uid, f"(BODY.PEEK[]<0.{LARGEST}>)")
    return next((bytes(part[1]) for part in answer if isinstance(part, tuple)), b"")


@dataclass(frozen=True)
class MailPart:
    """Mail in, whole: the composition root mounts its routes and the worker runs it."""

    mail_in: MailIn
    threads: Threads
    mailbox: Mailbox | None = None
    token: str = ""

    def routes(self) -> list[Route]:
        return [Route("/mail/incoming", self.push, methods=["POST"])] if self.token else []

    async def push(self, request: Request) -> Response:
        """One raw mail (RFC 822). 200 says what became of it; 503 that it is to be sent again."""
        expected = f"Bearer {self.token}".encode()
        if not hmac.compare_digest(request.headers.get("authorization", "").encode(), expected):
            return JSONResponse({"error": "token"}, 401)
        raw = await _first_bytes(request)
        if not raw.strip():
            return JSONResponse({"error": "send the raw mail as the body"}, 400)
        try:
            taken = await self.threads.run(self.mail_in.take, raw)
        except Exception as error:  # noqa: BLE001 - whatever failed, the sender keeps the mail and tries again
            log.warning("mail_not_taken", error=type(error).__name__)
            return JSONResponse({"error": "busy"}, 503, {"Retry-After": "30"})
        return JSONResponse({"taken": taken})

    async def run(self, stopping: asyncio.Event) -> None:
        """Read the mailbox, if there is one, every POLL_SECONDS until ``stopping`` is set."""
        while self.mailbox and not stopping.is_set():
            await self.poll(self.mailbox)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(POLL_SECONDS):
                    await stopping.wait()

    async def poll(self, mailbox: Mailbox) -> int:
        """Read the mailbox once; gives how many mails were taken."""
        try:
            return await asyncio.to_thread(mailbox.empty, self.mail_in.take)
        except Exception as error:  # noqa: BLE001 - the next round tries again; a server's words may quote an address
            log.warning("mailbox_not_read", error=type(error).__name__)
            return 0


async def _first_bytes(request: Request) -> bytes:
    """What is read of a mail; the rest of a large one is let go by."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk[: LARGEST - len(body)]
    return bytes(body)


def mail_part(mail_in: MailIn, threads: Threads, *, mailbox_url: str | None, token: str | None) -> MailPart:
    """Raises ValueError for a mailbox that is not reached over TLS."""
    if mailbox_url and (urlsplit(mailbox_url).scheme != "imaps" or not urlsplit(mailbox_url).hostname):
        raise ValueError("NWD_MAILBOX_URL: write imaps://user:password@host/INBOX")
    return MailPart(mail_in, threads, Mailbox(mailbox_url) if mailbox_url else None, token or "")
