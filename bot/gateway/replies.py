"""From Rasa's replies to messages out."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bot.rasa_client import Reply
from bot.store.model import Said, SaidButton, Status

ASKS_A_PERSON = frozenset({"ask_human"})


def messages_of(replies: Iterable[Reply], *, is_notice: bool, left_out: Collection[str] = ()) -> tuple[Said, ...]:
    """Messages in order. A reply whose data says ``join: next`` stands in front of the next text, as one message.
    ``left_out``: intents whose buttons are not offered here.

    Replies with nothing to say are left out; of an unprompted turn every plain text is a notice.
    """
    messages: list[Said] = []
    front: list[str] = []
    for reply in replies:
        text = reply.text.strip()
        if reply.data.get("join") == "next":
            front += [text] if text else []
            continue
        if not text and not reply.buttons:
            continue
        kind = "notice" if is_notice and reply.kind == "text" else reply.kind
        buttons = tuple(SaidButton(b.title, b.intent, b.entities) for b in reply.buttons if b.intent not in left_out)
        messages.append(Said(" ".join([*front, text]), buttons, kind))
        front = []
    if front:
        messages.append(Said(" ".join(front), (), "notice" if is_notice else "text"))
    return tuple(messages)


def after(replies: Iterable[Reply]) -> Status | None:
    """The status that the dialogue asks for (data ``after``): ``erase`` everything, or ``stop`` until they write."""
    asked = [reply.data.get("after") for reply in replies]
    return "erased" if "erase" in asked else "stopped" if "stop" in asked else None


def hides(replies: Iterable[Reply]) -> bool:
    """Whether the dialogue asks to empty the screen."""
    return any(reply.data.get("after") == "hide" for reply in replies)
