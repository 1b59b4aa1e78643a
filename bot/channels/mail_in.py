"""Reads one mail that came in: a provider's answer, a letter that came back, or something that only machines write."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import getaddresses
from html.parser import HTMLParser
from typing import Literal, Protocol, cast

import structlog

from nwd.errors import NwdError

log = structlog.get_logger()

LARGEST = 256 * 1024
"""Bytes that are read of a mail. Words come before attachments, and an answer has a thousand characters at most."""
REPLY_HEADERS = ("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")
"""Where the signed address that was answered may stand."""
_BLOCKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3"})
_QUOTES = frozenset({"blockquote", "style", "script", "head", "title"})

Taken = Literal["reply", "not_passed", "bounce", "machine", "unknown"]


class Room(Protocol):
    """The introductions room, as far as mail reaches it."""

    def introduction_of_reply(self, address: str) -> str | None: ...
    def mail_reply(self, introduction_id: str, text: str, key: str, sender: str = "") -> bool: ...
    def letter_bounced(self, message_id: str) -> None: ...


@dataclass(frozen=True)
class MailIn:
    """What is done with a mail. Blocks. The log holds ids only: no address, no subject, no word."""

    room: Room

    def take(self, raw: bytes) -> Taken:
        """Safe to repeat: an answer passes once for its Message-ID. Raises what the store raises."""
        taken, introduction = self._take(raw)
        log.info("mail_taken", kind=taken, introduction=introduction)
        return taken

    def _take(self, raw: bytes) -> tuple[Taken, str | None]:
        mail = parsed(raw[:LARGEST])
        if mail.get_content_type() == "multipart/report" or mail.get("Return-Path", "").strip() == "<>":
            returned = bounced(mail)
            for message_id in returned:
                self.room.letter_bounced(message_id)
            return ("bounce" if returned else "machine"), None
        introduction = self._named(mail)
        if introduction is None:
            return "unknown", None
        if is_automatic(mail):
            return "machine", introduction
        try:
            key = str(mail.get("Message-ID", "")).strip()
            passed = self.room.mail_reply(introduction, words(mail), key, sender(mail))
        except NwdError as error:
            if error.retry:
                raise
            return "unknown", introduction
        return ("reply" if passed else "not_passed"), introduction

    def _named(self, mail: EmailMessage) -> str | None:
        named = (self.room.introduction_of_reply(address) for address in addresses(mail))
        return next((introduction for introduction in named if introduction), None)


def parsed(raw: bytes) -> EmailMessage:
    """Any bytes at all make a message; what is broken in it is left out."""
    return message_from_bytes(raw, policy=policy.default)


def addresses(mail: EmailMessage) -> list[str]:
    found = [str(value) for name in REPLY_HEADERS for value in mail.get_all(name, [])]
    return [address for _, address in getaddresses(found) if address]


def sender(mail: EmailMessage) -> str:
    """Who says that they wrote it; empty where nobody does."""
    found = getaddresses([str(value) for value in mail.get_all("From", [])])
    return found[0][1] if found else ""


def is_automatic(mail: EmailMessage) -> bool:
    """Out-of-office notes and the like (RFC 3834, and what older programs write)."""
    submitted = str(mail.get("Auto-Submitted", "no")).partition(";")[0].strip().lower()
    precedence = str(mail.get("Precedence", "")).strip().lower()
    is_old = any(mail.get(name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress"))
    return submitted != "no" or precedence in ("bulk", "list", "junk", "auto_reply") or is_old


def bounced(mail: EmailMessage) -> list[str]:
    """Message ids of ours that a delivery status (RFC 3464) says have failed for good; a delay is no failure."""
    parts = list(mail.walk())
    status = [part for part in parts if part.get_content_type() == "message/delivery-status"]
    said = [str(block.get("Action", "")).strip().lower() for part in status for block in _blocks(part)]
    if "failed" not in said:
        return []
    returned = [part for part in parts if part.get_content_type() in ("message/rfc822", "text/rfc822-headers")]
    ids = [_returned_id(part) for part in returned]
    return [one for one in ids if one]


def _blocks(part: Message) -> list[Message]:
    """The header blocks of a delivery status, which the parser keeps as messages of their own."""
    payload = part.get_payload()
    return [block for block in payload if isinstance(block, Message)] if isinstance(payload, list) else []


def _returned_id(part: Message) -> str:
    payload = part.get_payload()
    if isinstance(payload, list) and payload and isinstance(payload[0], Message):
        return str(payload[0].get("Message-ID", "")).strip()
    found = re.search(r"^Message-ID:\s*(<[^<>\s]+>)", str(payload), re.IGNORECASE | re.MULTILINE)
    return found[1] if found else ""


def words(mail: EmailMessage) -> str:
    """The text that somebody wrote, with the quoted letter that may follow it; empty when there is none."""
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    text = _content(part)
    return text if part.get_content_type() == "text/plain" else plain(text)


def _content(part: Message) -> str:
    try:
        return str(cast("EmailMessage", part).get_content())
    except (LookupError, MessageError, ValueError):  # an unknown character set
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def plain(html: str) -> str:
    """The text of a simple HTML mail, without what it quotes."""
    reader = _Text()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._inside = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._inside += tag in _QUOTES
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._inside = max(0, self._inside - (tag in _QUOTES))

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.pieces.append(data.replace("\n", " "))
