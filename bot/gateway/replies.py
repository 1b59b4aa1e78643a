"""From Rasa's replies to messages out."""

from __future__ import annotations

from collections.abc import Iterable

from bot.copy import ASKS_A_PERSON, WITHOUT_PERSON
from bot.rasa_client import Reply
from bot.store.model import Said, SaidButton, Status


def messages_of(replies: Iterable[Reply], *, is_notice: bool, offers_person: bool = True) -> tuple[Said, ...]:
    """Messages in order. A reply whose data says ``join: next`` stands in front of the next text, as one message.
    Where nobody sits (``offers_person``), no button asks for a person, and a reply's ``without_person`` is its text.

    Replies with nothing to say are left out; of an unprompted turn every plain text is a notice.
    """

    def offered(intent: str) -> bool:
        return offers_person or intent not in ASKS_A_PERSON

    messages: list[Said] = []
    front: list[str] = []
    for reply in replies:
        text = reply.text.strip()
        if not offers_person:
            text = str(reply.data.get(WITHOUT_PERSON) or text).strip()
        if reply.data.get("join") == "next":
            front += [text] if text else []
            continue
        if not text and not reply.buttons:
            continue
        kind = "notice" if is_notice and reply.kind == "text" else reply.kind
        buttons = tuple(SaidButton(b.title, b.intent, b.entities) for b in reply.buttons if offered(b.intent))
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
