"""From Telegram's updates to channel-neutral inbounds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from telegram import CallbackQuery, Message, MessageReactionUpdated, ReactionTypeEmoji, Update

from bot.channels.contract import Inbound

NAME = "telegram"
# What we ask Telegram for; the rest never reaches us.
ALLOWED = ["message", "edited_message", "callback_query", "message_reaction"]
# A command is a tap, not words: each has its intent. /stop is the stop word itself.
COMMANDS: Mapping[str, str] = {
    "start": "greet",
    "help": "ask_more",
    "again": "repeat",
    "simpler": "simpler",
    "person": "ask_human",
    "what": "ask_privacy",
    "delete": "delete_data",
}
_MEDIA = {
    "voice": "voice",
    "audio": "voice",
    "video_note": "voice",
    "photo": "photo",
    "video": "photo",
    "animation": "photo",
    "sticker": "sticker",
    "location": "location",
    "venue": "location",
    "document": "file",
}
_OTHER = ("contact", "dice", "poll", "game", "story", "checklist", "paid_media", "live_photo", "invoice", "giveaway")
_THUMB = "👍"
_UNUSED: Mapping[str, Mapping[str, Any]] = {
    "message": {"date": 0},
    "edited_message": {"date": 0},
    "callback_query": {"chat_instance": ""},
    "message_reaction": {"date": 0},
}


def inbound_of(update: Update) -> Inbound | None:
    """What a person did in their own chat with us; None for what needs no answer (groups, other bots)."""
    key = f"update:{update.update_id}"
    if update.callback_query:
        return _pressed(update.callback_query, key)
    if update.message_reaction:
        return _reacted(update.message_reaction, key)
    message = update.message or update.edited_message
    if message is None or message.chat.type != "private" or (message.from_user and message.from_user.is_bot):
        return None
    return _written(message, f"{key}:{message.message_id}", is_edit=update.edited_message is not None)


def completed(raw: Mapping[str, Any]) -> dict[str, Any]:
    """An update as the library reads it. It stops at fields that we do not use, and other servers leave some out."""
    update = dict(raw)
    for name in ("message", "edited_message", "callback_query", "message_reaction"):
        if isinstance(update.get(name), dict):
            update[name] = _completed(update[name], _UNUSED[name])
    return update


def _completed(raw: Mapping[str, Any], unused: Mapping[str, Any]) -> dict[str, Any]:
    whole = {**unused, **raw}
    if isinstance(whole.get("from"), dict):
        whole["from"] = {"is_bot": False, "first_name": "", **whole["from"]}
    if isinstance(whole.get("chat"), dict):
        whole["chat"] = {"type": "private", **whole["chat"]}
    if isinstance(whole.get("message"), dict):
        whole["message"] = _completed(whole["message"], _UNUSED["message"])
    return whole


def answered_by(update: Update) -> str:
    """The id of the message that a message answers; empty where it answers none."""
    answered = update.message.reply_to_message if update.message else None
    return str(answered.message_id) if answered else ""


def group_of(update: Update) -> int | None:
    """The group that a message came from, if it came from one."""
    message = update.message
    return message.chat.id if message and message.chat.type in ("group", "supergroup") else None


def _written(message: Message, key: str, *, is_edit: bool) -> Inbound | None:
    """None for what nobody wrote: a pinned message, a timer, a live location on its way."""
    sender = str(message.chat.id)
    if is_edit:
        text = message.text or message.caption
        return Inbound(NAME, key, sender, "edit", text=text, data={"edited": message.message_id}) if text else None
    if message.text is None:
        media = _media(message)
        return Inbound(NAME, key, sender, "media", text=message.caption or "", media=media) if media else None
    word, _, rest = message.text.partition(" ")
    command = word.removeprefix("/").partition("@")[0].lower() if word.startswith("/") else ""
    if command == "stop":
        return Inbound(NAME, key, sender, text="stop")
    if command in COMMANDS:
        door = {"door": rest.strip()} if command == "start" and rest.strip() else {}
        return Inbound(NAME, key, sender, "command", text=COMMANDS[command], data=door)
    return Inbound(NAME, key, sender, text=message.text)


def _pressed(query: CallbackQuery, key: str) -> Inbound | None:
    """In a person's own chat with us, whose id is theirs; of a message that is too old the chat is left out."""
    message = query.message
    if query.inline_message_id or (message and message.chat.type != "private"):
        return None
    sender = message.chat.id if message else query.from_user.id
    return Inbound(NAME, key, str(sender), "button", button=query.data or "")


def _reacted(reaction: MessageReactionUpdated, key: str) -> Inbound | None:
    """A thumbs-up on any of our messages is the word itself; other reactions need no answer."""
    if reaction.chat.type != "private":
        return None
    emoji = [r.emoji for r in reaction.new_reaction if isinstance(r, ReactionTypeEmoji)]
    before = [r.emoji for r in reaction.old_reaction if isinstance(r, ReactionTypeEmoji)]
    if not any(e.startswith(_THUMB) for e in emoji) or any(e.startswith(_THUMB) for e in before):
        return None
    return Inbound(NAME, key, str(reaction.chat.id), text=_THUMB)


def _media(message: Message) -> str | None:
    """None for a service message."""
    known = next((kind for name, kind in _MEDIA.items() if getattr(message, name, None)), None)
    return known or ("other" if any(getattr(message, name, None) for name in _OTHER) else None)
