"""Updates in the shapes that Telegram and Meta document, as files: the libraries read them, and so do we.

Nobody in them exists.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest
from pywa.client import WhatsApp as Client
from pywa.types.base_update import RawUpdate
from pywa.types.callback import CallbackButton, CallbackSelection
from pywa.types.message import Message
from pywa.types.message_status import MessageStatus
from telegram import Bot, Update

from bot.channels.telegram_updates import group_of
from bot.channels.telegram_updates import inbound_of as from_telegram
from bot.channels.whatsapp_updates import Batch, batch_of

DATA = Path(__file__).resolve().parents[1] / "data"
PHONE_ID = "106540352242922"
ADA, BEN = "GB.13491208655302741918", "GB.24602319766413852029"
BUTTON = "q7Jd0mB2xK9sTz1w"
Read = tuple[str, str, str | None, str | None]

# What each file is to us: kind, text, button, media; None for what needs no answer.
WHATSAPP: dict[str, Read | None] = {
    "text": ("text", "hello, is anyone there?", None, None),
    "text_without_a_phone_number": ("text", "hello", None, None),
    "reply_button": ("button", "", BUTTON, None),
    "list_row": ("button", "", BUTTON, None),
    "template_button": ("text", "Show it", None, None),
    "voice": ("media", "", None, "voice"),
    "image_with_words": ("media", "my garden", None, "photo"),
    "video": ("media", "", None, "photo"),
    "document": ("media", "", None, "file"),
    "sticker": ("media", "", None, "sticker"),
    "location": ("media", "", None, "location"),
    "contacts": ("media", "", None, "other"),
    "thumbs_up": ("text", "👍", None, None),
    "thumb_taken_away": None,
    "order": ("media", "", None, "other"),
    "unsupported": ("media", "", None, "other"),
    "edited": ("edit", "afternoons, I meant", None, None),
    "changed_user_id": None,
}
TELEGRAM: dict[str, Read | None] = {
    "text": ("text", "hello, is anyone there?", None, None),
    "start_with_a_door": ("command", "greet", None, None),
    "pressed_button": ("button", "", BUTTON, None),
    "edited": ("edit", "afternoons, I meant", None, None),
    "voice": ("media", "", None, "voice"),
    "photo_with_words": ("media", "my garden", None, "photo"),
    "document": ("media", "", None, "file"),
    "sticker": ("media", "", None, "sticker"),
    "location": ("media", "", None, "location"),
    "contact": ("media", "", None, "other"),
    "poll": ("media", "", None, "other"),
    "dice": ("media", "", None, "other"),
    "thumbs_up": ("text", "👍", None, None),
    "caption_edited": ("edit", "my mother's garden", None, None),
    "live_location_moved": None,
    "picture_changed": None,
    "pinned": None,
    "timer_changed": None,
    "write_access_allowed": None,
    "group": None,
    "blocked_us": None,
}


def load(channel: str, name: str) -> dict[str, Any]:
    return dict(json.loads((DATA / channel / f"{name}.json").read_text(encoding="utf-8")))


def on_whatsapp(name: str) -> Batch:
    return batch_of(load("whatsapp", name), PHONE_ID)


@pytest.mark.parametrize(("name", "expected"), WHATSAPP.items(), ids=WHATSAPP)
def test_a_whatsapp_update_is_read(name: str, expected: Read | None) -> None:
    read = [(said.kind, said.text, said.button, said.media) for said in on_whatsapp(name).said]
    assert read == ([expected] if expected else [])


@pytest.mark.parametrize(("name", "expected"), TELEGRAM.items(), ids=TELEGRAM)
def test_a_telegram_update_is_read_through_its_library(
    name: str, expected: Read | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # as the app sets it
    update = Update.de_json(load("telegram", name), Bot("42:token"))
    said = from_telegram(update)
    assert ((said.kind, said.text, said.button, said.media) if said else None) == expected
    assert (said.sender if said else "7001001") == "7001001"
    assert (group_of(update) is not None) == (name == "group")


def test_every_file_is_read_by_a_test() -> None:
    for channel, known in (("whatsapp", WHATSAPP), ("telegram", TELEGRAM)):
        files = {path.stem for path in (DATA / channel).glob("*.json")}
        assert {name for name in files if not name.startswith("status_")} == set(known)


LIBRARY = {
    name: {"reply_button": CallbackButton, "template_button": CallbackButton, "list_row": CallbackSelection}.get(
        name, Message
    )
    for name in WHATSAPP
    if name not in ("edited", "changed_user_id")
}


@pytest.mark.parametrize(("name", "kind"), LIBRARY.items(), ids=LIBRARY)
def test_pywa_reads_the_same_person_words_and_button(name: str, kind: Any) -> None:
    theirs = kind.from_update(Client(phone_id=PHONE_ID, token="t", filter_updates=False), load("whatsapp", name))
    assert theirs.from_user.bsuid == (BEN if name == "text_without_a_phone_number" else ADA)
    for said in on_whatsapp(name).said:
        assert said.sender == theirs.from_user.bsuid
        assert said.external_id == theirs.id
        if said.kind == "button":
            assert said.button == theirs.data
        elif said.kind == "text" and said.text != "👍" and kind is Message:
            assert said.text == theirs.text
        elif said.media and said.text:
            assert said.text == theirs.caption


@pytest.mark.parametrize("state", ["sent", "delivered", "read", "failed", "too_fast"])
def test_pywa_reads_the_same_report(state: str) -> None:
    client = Client(phone_id=PHONE_ID, token="t", filter_updates=False)
    theirs = MessageStatus.from_update(client, cast("RawUpdate", load("whatsapp", f"status_{state}")))
    reports = on_whatsapp(f"status_{state}").reports
    if state == "sent":
        assert reports == ()
        return
    (ours,) = reports
    assert (ours.channel_id, str(ours.n)) == (theirs.id, theirs.tracker)
    assert (ours.error is None) == (theirs.error is None)
    if ours.error and theirs.error:
        assert str(ours.error) == f"code {theirs.error.code}"
        assert ours.error.retry == (state == "too_fast")
