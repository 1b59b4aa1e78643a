"""What is wrong with settings that can be read: what they say, and what they say together. No value is ever quoted."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pydantic import SecretStr

from nwd.clock import SystemClock, parse_offset
from nwd.errors import SettingsError

if TYPE_CHECKING:
    from nwd.settings import Settings

LOOPBACK = ("127.0.0.1", "localhost", "::1")
REQUIRED_IN_PRODUCTION = {
    "operator": "the name of who runs this",
    "operator_kind": "charity, council, nhs or other",
    "secret_key": "at least 32 characters, kept safe",
    "public_url": "https://… as people reach it",
    "smtp_url": "smtps://user:password@host:465",
    "mail_from": "the sender of letters",
    "safeguarding_contact": "a named lead with an address",
    "safeguarding_cover": "who covers for the lead",
}
SMTP = ("smtp", "smtp+starttls", "smtps")
POSTGRESQL = ("postgresql", "postgresql+psycopg")
_ADDRESS = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")
_SENDER = re.compile(rf"{_ADDRESS.pattern}|[^<>\r\n]*<{_ADDRESS.pattern}>")
_TELEGRAM_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_TELEGRAM_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")


def is_url(text: str, *schemes: str, needs_host: bool = True) -> bool:
    """An address with one of ``schemes``, a host, and a port that can be one."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    has_host = bool(parts.hostname) or not needs_host
    return parts.scheme in schemes and has_host and not re.search(r"\s", text)


def _is_web(text: str) -> bool:
    return is_url(text, "http", "https")


def _is_database(text: str) -> bool:
    if text.startswith("sqlite:///"):
        return len(text) > len("sqlite:///")
    return is_url(text, *POSTGRESQL, needs_host=False) and len(urlsplit(text).path) > 1  # a socket has no host


def _is_offset(text: str) -> bool:
    try:
        parse_offset(text, SystemClock().now())
    except SettingsError:
        return False
    return True


FORMATS: dict[str, tuple[Callable[[str], object], str]] = {
    "database_url": (_is_database, "write postgresql://user:password@host/name, or sqlite:/// and the path of a file"),
    "public_url": (_is_web, "write https:// and the name that people type"),
    "rasa_url": (_is_web, "write http://host:port, where Rasa listens"),
    "actions_url": (_is_web, "write http://host:port/actions/webhook, where Rasa calls the app"),
    "smtp_url": (lambda url: is_url(url, *SMTP), "write smtp://, smtp+starttls:// or smtps:// and a host"),
    "mail_from": (_SENDER.fullmatch, "write name@host, or Name <name@host>"),
    "mailbox_url": (lambda url: is_url(url, "imaps"), "write imaps://user:password@host/INBOX"),
    "mail_token": (lambda token: len(token) >= 16, "use at least 16 characters"),
    "telegram_token": (_TELEGRAM_TOKEN.fullmatch, "write what BotFather gave, digits:letters"),
    "telegram_secret": (_TELEGRAM_SECRET.fullmatch, "use 1 to 256 letters, digits, _ or -"),
    "telegram_api_url": (_is_web, "write http://host:port, or leave it out"),
    "whatsapp_api_url": (_is_web, "write http://host:port, or leave it out"),
    "clock": (_is_offset, "write an offset such as +14d, or an instant such as 2026-11-02T09:00"),
}
"""Whether a setting that is given can be one, and what to write in its place."""
WHATSAPP = ("token", "phone_id", "app_secret", "verify_token")


def wrong_of(settings: Settings, unread: Collection[str] = ()) -> dict[str, str]:
    """By field name, what to do about it; empty if all is well. ``unread`` fields only stand in for what was given."""
    wrong = {name: hint for name, (fits, hint) in FORMATS.items() if (text := _text(settings, name)) and not fits(text)}
    if "env" not in unread:
        wrong = _anywhere(settings) | ({} if settings.is_local else _in_production(settings)) | wrong
    return {name: what for name, what in wrong.items() if name not in unread}


def _text(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    return value.get_secret_value() if isinstance(value, SecretStr) else value or ""


def _in_production(settings: Settings) -> dict[str, str]:
    given = settings.model_fields_set
    wrong = {name: f"missing ({hint})" for name, hint in REQUIRED_IN_PRODUCTION.items() if name not in given}
    if settings.clock:
        wrong["clock"] = "only a local installation may move the clock"
    if settings.public_url and not settings.public_url.startswith("https://"):
        wrong["public_url"] = "must begin with https://"
    if settings.safeguarding_contact and not _ADDRESS.search(settings.safeguarding_contact):
        wrong["safeguarding_contact"] = "write the lead's name and a mail address, such as Ada Lead, ada@host"
    return wrong


def _anywhere(settings: Settings) -> dict[str, str]:
    wrong = {}
    if settings.is_local and settings.host not in LOOPBACK:
        wrong["host"] = "a local installation listens on 127.0.0.1 only; set NWD_ENV=production to serve others"
    if settings.data_dir.exists() and not settings.data_dir.is_dir():
        wrong["data_dir"] = "this is no folder"
    if settings.telegram_token and settings.telegram_mode == "webhook" and not settings.telegram_secret:
        wrong["telegram_secret"] = "needed for NWD_TELEGRAM_MODE=webhook"  # noqa: S105 - a hint
    whatsapp = {f"whatsapp_{name}" for name in WHATSAPP}
    given = {name for name in whatsapp if getattr(settings, name)}
    return wrong | {name: "missing, WhatsApp needs all four" for name in whatsapp - given if given}
