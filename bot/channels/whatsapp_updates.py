"""From a WhatsApp webhook's batch to channel-neutral inbounds and delivery reports. Bad input raises nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import structlog

from bot.channels.contract import Inbound, SendError
from bot.channels.whatsapp_api import error_of

log = structlog.get_logger()

NAME = "whatsapp"
_MEDIA = {"audio": "voice", "image": "photo", "video": "photo", "sticker": "sticker", "location": "location"}
_MEDIA |= {"document": "file"}
# What needs no answer: a changed number is someone new once they write; a message taken back was read already.
_SILENT = frozenset({"system", "revoke", "request_welcome", "ephemeral"})
_THUMB = "👍"
LONGEST_TIMESTAMP = 11
_ID = re.compile(r"[\x21-\x7e]{1,200}")
_USER = re.compile(r"[A-Za-z0-9.]{1,140}")
Raw = Mapping[str, Any]


@dataclass(frozen=True)
class Report:
    """What became of message ``n``: it arrived, or ``error`` says what to do. ``channel_id`` is WhatsApp's id of it."""

    n: int
    channel_id: str
    error: SendError | None


@dataclass(frozen=True)
class Preference:
    """Someone told WhatsApp itself that we are not to write first, or may again."""

    sender: str
    out: bool


@dataclass(frozen=True)
class Batch:
    said: tuple[Inbound, ...]
    reports: tuple[Report, ...]
    preferences: tuple[Preference, ...]


def batch_of(update: Raw, phone_id: str) -> Batch:
    """Every entry, change and message of one webhook call, in its order, of our own phone number."""
    said: list[Inbound] = []
    reports: list[Report] = []
    preferences: list[Preference] = []
    for value in _values(update, phone_id):
        contacts = _list(value, "contacts")
        said += filter(None, (_safely(_inbound, message, contacts) for message in _list(value, "messages")))
        reports += filter(None, (_safely(_report, status, contacts) for status in _list(value, "statuses")))
        preferences += filter(None, (_safely(_preference, wish, contacts) for wish in _list(value, "user_preferences")))
    return Batch(tuple(said), tuple(reports), tuple(preferences))


def _values(update: Raw, phone_id: str) -> Iterator[Raw]:
    for entry in _list(update, "entry"):
        for change in _list(entry, "changes"):
            value = change.get("value")
            if isinstance(value, dict) and _ours(value, phone_id):
                yield value


def _ours(value: Raw, phone_id: str) -> bool:
    about = value.get("metadata")
    return isinstance(about, dict) and str(about.get("phone_number_id")) == phone_id


def _list(holder: Raw, name: str) -> list[dict[str, Any]]:
    found = holder.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _safely(read: Any, raw: Raw, contacts: list[dict[str, Any]]) -> Any:
    """One message of another shape holds up no other; it would be no better when sent again."""
    try:
        return read(raw, contacts)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        log.warning("whatsapp_update_unreadable", error=type(error).__name__)
        return None


def _inbound(message: Raw, contacts: list[dict[str, Any]]) -> Inbound | None:
    kind = message["type"]
    if kind in _SILENT or "group_id" in message:
        return None
    key = _matching(_ID, message["id"])
    said = _of_kind(kind, message, key, _sender(message, contacts))
    return replace(said, at=_at(message.get("timestamp"))) if said else None


def _of_kind(kind: str, message: Raw, key: str, sender: str) -> Inbound | None:
    if kind == "text":
        return Inbound(NAME, key, sender, text=_text(message["text"]["body"]))
    if kind == "button":  # the reply button of a template
        return Inbound(NAME, key, sender, text=_text(message["button"]["text"]))
    if kind == "reaction":
        is_yes = str(message["reaction"].get("emoji") or "").startswith(_THUMB)
        return Inbound(NAME, key, sender, text=_THUMB) if is_yes else None
    if kind == "edit":
        return _edited(message["edit"], key, sender)
    pressed = message["interactive"] if kind == "interactive" else {}
    reply = pressed.get("button_reply") or pressed.get("list_reply")
    if reply:
        return Inbound(NAME, key, sender, "button", button=_text(reply["id"]))
    media = message.get(kind)
    caption = media.get("caption") if isinstance(media, dict) else None
    return Inbound(NAME, key, sender, "media", text=_text(caption or ""), media=_MEDIA.get(kind, "other"))


def _edited(edit: Raw, key: str, sender: str) -> Inbound | None:
    """A message put right; of a picture's caption too."""
    new = edit["message"]
    part = new.get(new["type"]) or {}
    text = _text(part.get("body") or part.get("caption") or "")
    return Inbound(NAME, key, sender, "edit", text=text) if text else None


def _sender(message: Raw, contacts: list[dict[str, Any]]) -> str:
    """The business-scoped user id; the phone number only of someone who has none. Raises ValueError."""
    named = message.get("from_user_id")
    phone = message.get("from")
    if not named:
        same = [c for c in contacts if phone and c.get("wa_id") == phone] or (contacts if len(contacts) == 1 else [])
        named = next((c["user_id"] for c in same if c.get("user_id")), None)
    return _matching(_USER, named or phone)


def _report(status: Raw, _contacts: list[dict[str, Any]]) -> Report | None:
    """None for what says nothing new, and for messages that carry no number of ours."""
    tracker, state = str(status.get("biz_opaque_callback_data") or ""), status["status"]
    if not tracker.isdecimal() or tracker == "0" or len(tracker) > 18 or state == "sent":
        return None
    errors = _list(status, "errors")
    error = error_of(errors[0] if errors else {}) if state == "failed" else None
    return Report(int(tracker), _matching(_ID, status["id"]), error)


def _preference(wish: Raw, contacts: list[dict[str, Any]]) -> Preference | None:
    if wish.get("value") not in ("stop", "resume"):
        return None
    sender = _sender({"from": wish.get("wa_id"), "from_user_id": wish.get("user_id")}, contacts)
    return Preference(sender, out=wish["value"] == "stop")


def _at(timestamp: object) -> datetime | None:
    """Whole seconds since 1970, as text; None for anything else."""
    text = str(timestamp)
    return datetime.fromtimestamp(int(text), UTC) if text.isdecimal() and len(text) <= LONGEST_TIMESTAMP else None


def _matching(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("an id of another shape")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
