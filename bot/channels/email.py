"""Email out: stored bytes to an SMTP server, or kept where the local page shows them."""

from __future__ import annotations

import smtplib
import ssl
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from hashlib import sha256
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from bot.channels.contract import RefusedError, SendError

SECONDS = 20
_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
# Replies that say "never": anything else may go later.
_PERMANENT = range(500, 600)


class Mail(Protocol):
    """A mail as introductions stored it."""

    @property
    def introduction_id(self) -> str | None: ...
    @property
    def message_id(self) -> str: ...
    @property
    def to(self) -> str: ...
    @property
    def reply_to(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def html(self) -> str: ...
    @property
    def written_at(self) -> datetime | None: ...


class NotTakenError(SendError):
    """The server surely does not have the mail; it may be handed over later."""


class Mailer(Protocol):
    def send(self, mail: Mail) -> None:
        """Hand a mail over. Blocks. Raises RefusedError for one that no server will take, NotTakenError for one that
        may go later, and SendError where nobody knows whether it went.
        """


@dataclass(frozen=True)
class KeptLocally:
    """Where no SMTP server is set: the mail stays in the table it came from, which the local page shows as an inbox.

    A mail that outlives its introduction (a request to delete) is in no table once it went: the latest are kept here.
    """

    unbound: deque[Any] = field(default_factory=lambda: deque(maxlen=200))

    def send(self, mail: Mail) -> None:
        """Nothing leaves this machine."""
        if mail.introduction_id is None and all(mail.message_id != kept.message_id for kept in self.unbound):
            self.unbound.append(mail)


@dataclass(frozen=True)
class Smtp:
    """``url``: smtp://host:port, smtp+starttls://user:password@host:port, or smtps://… (TLS from the start)."""

    url: str
    mail_from: str

    def send(self, mail: Mail) -> None:
        try:
            server = self._connect()
        except (smtplib.SMTPException, OSError) as error:
            raise NotTakenError(type(error).__name__) from error
        try:
            with server:
                server.send_message(message_of(mail, self.mail_from))
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
            if _code_of(error) in _PERMANENT:
                raise RefusedError(f"refused with {_code_of(error)}") from error
            raise NotTakenError(f"put off with {_code_of(error)}") from error
        except (smtplib.SMTPException, OSError) as error:
            raise SendError(type(error).__name__) from error

    def _connect(self) -> smtplib.SMTP:
        parts = urlsplit(self.url)
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        if parts.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=SECONDS, context=ssl.create_default_context())
        else:
            server = smtplib.SMTP(host, port, timeout=SECONDS)
        if parts.scheme == "smtp+starttls":
            server.starttls(context=ssl.create_default_context())
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))
        return server


def mailer_for(smtp_url: str | None, mail_from: str) -> Mailer:
    """Raises ValueError for a URL whose scheme is none of ours."""
    if not smtp_url:
        return KeptLocally()
    if urlsplit(smtp_url).scheme not in _PORTS or not urlsplit(smtp_url).hostname:
        raise ValueError("NWD_SMTP_URL: write smtp://, smtp+starttls:// or smtps:// and a host")
    return Smtp(smtp_url, mail_from)


def message_of(mail: Mail, mail_from: str) -> EmailMessage:
    """The stored texts as one message: the same mail is the same bytes at every try.

    No List-Unsubscribe: each mail is one letter about one person, and is turned away on its page. DKIM is the relay's.
    """
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = mail_from, mail.to, mail.subject
    message["Message-ID"] = mail.message_id
    if mail.written_at:
        message["Date"] = mail.written_at
    message["Auto-Submitted"] = "auto-generated"
    if mail.reply_to:
        message["Reply-To"] = mail.reply_to
    message.set_content(mail.text)
    if mail.html:
        message.add_alternative(mail.html, subtype="html")
        message.set_boundary(f"=={sha256(mail.message_id.encode()).hexdigest()[:32]}==")
    return message


def _code_of(error: smtplib.SMTPException) -> int:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return min((code for code, _ in error.recipients.values()), default=0)
    return error.smtp_code if isinstance(error, smtplib.SMTPResponseException) else 0
