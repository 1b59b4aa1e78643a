"""WhatsApp, against a loopback Cloud API that refuses what the real one refuses."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.copy import Copy
from bot.store import StoreBusyError
from bot.wiring import Bot
from nwd.clock import FrozenClock
from tests.bot.stub_rasa import StubRasa, reply, turn_of
from tests.bot.whatsapp.people import ADA, BEN, Post
from tests.doubles.whatsapp_api import (
    GraphError,
    WhatsAppDouble,
    titles_of,
)


async def test_every_message_of_every_change_of_every_entry_is_answered(
    double: WhatsAppDouble, post: Post, stub: StubRasa
) -> None:
    people = [f"GB.100{n}" for n in range(5)]
    values = [double.writes(user, f"hello from {user}") for user in people]
    values[0]["messages"] += double.writes("GB.2000", "hello from GB.2000")["messages"]
    values[0]["contacts"].append({"user_id": "GB.2000"})
    await post(*values)
    assert {user: double.texts(user) for user in (*people, "GB.2000")} == {
        user: [f"You said: hello from {user}"] for user in (*people, "GB.2000")
    }


async def test_a_batch_delivered_twice_is_answered_once(double: WhatsAppDouble, post: Post) -> None:
    value = double.writes(ADA, "hello")
    await post(value, value)
    await post(value)
    assert double.texts(ADA) == ["You said: hello"]


async def test_nothing_is_confirmed_before_it_is_claimed(
    double: WhatsAppDouble, post: Post, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise StoreBusyError("locked")

    value = double.writes(ADA, "hello")
    monkeypatch.setattr(bot.store.claims, "claim_all", locked)
    await post(value, status=503)
    monkeypatch.undo()
    await post(value)
    assert double.texts(ADA) == ["You said: hello"]


async def test_a_person_without_a_phone_number_is_known_by_their_user_id(
    double: WhatsAppDouble, post: Post, bot: Bot
) -> None:
    await post(double.writes(ADA, "hello"))
    assert bot.store.claims.conversation_of("whatsapp", ADA)
    assert double.sent[0]["recipient"] == ADA
    assert "to" not in double.sent[0]
    await post(double.writes("GB.ABCdef123", "hello"))  # ids may hold letters
    assert double.sent[1]["recipient"] == "GB.ABCdef123"


async def test_a_person_with_both_stays_the_same_when_the_number_is_hidden(
    double: WhatsAppDouble, post: Post, bot: Bot
) -> None:
    value = double.writes(BEN, "hello")
    value["contacts"][0]["user_id"] = "GB.77"
    await post(value)
    double.last_written["GB.77"] = double.now()
    await post(double.writes("GB.77", "again"))
    assert bot.store.claims.conversation_of("whatsapp", BEN) is None
    assert double.texts("GB.77")[-1] == "You said: again"


async def test_up_to_three_short_options_are_buttons_and_more_are_a_numbered_list(
    double: WhatsAppDouble, post: Post, stub: StubRasa
) -> None:
    stub.answer = lambda _: turn_of(reply("Shall we?", "Yes", "Not now"))
    await post(double.writes(ADA, "hello"))
    assert titles_of(double.sent[-1]) == ["Yes", "Not now"]
    assert double.sent[-1]["interactive"]["type"] == "button"
    stub.answer = lambda _: turn_of(reply("Which?", *"abcde"))
    await post(double.presses(ADA, double.sent[-1], "Not now"))
    assert stub.asked[-1]["entities"] == {"answer": "not now"}
    assert titles_of(double.sent[-1]) == ["1. a", "2. b", "3. c", "4. d", "5. e"]
    await post(double.presses(ADA, double.sent[-1], "d"))
    assert stub.asked[-1]["entities"] == {"answer": "d"}


@pytest.mark.parametrize("typed", ["2", "not now", "2. Not now", "NOT NOW."])
async def test_numbers_and_titles_may_be_typed(double: WhatsAppDouble, post: Post, stub: StubRasa, typed: str) -> None:
    stub.answer = lambda _: turn_of(reply("Shall we?", "Yes", "Not now"))
    await post(double.writes(ADA, "hello"))
    await post(double.writes(ADA, typed))
    assert stub.asked[-1]["entities"] == {"answer": "not now"}


def cards(count: int, length: int = 60) -> dict[str, Any]:
    """A turn that offers places, as the dialogue does."""
    offered = [
        reply(f"Place {n}: Sewing.\n{'x' * length}", "Introduce me", "Tell me more", "Not for me", kind="options")
        for n in range(1, count + 1)
    ]
    return turn_of(
        reply("Here is what I heard."), *offered, reply("Take your time.", "Show others", "Change something")
    )


async def test_the_cards_of_a_turn_come_as_one_message_and_say_which_is_which(
    double: WhatsAppDouble, post: Post, stub: StubRasa
) -> None:
    stub.answer = lambda _: cards(2)
    await post(double.writes(ADA, "hello"))
    (message,) = double.to(ADA)
    assert "Here is what I heard." in double.texts(ADA)[0]
    rows = message["interactive"]["action"]["sections"][0]["rows"]
    assert [r["title"] for r in rows][3:] == [
        "4. Introduce me", "5. Tell me more", "6. Not for me", "7. Show others", "8. Change something",
    ]  # fmt: skip
    assert rows[3]["description"] == "Place 2: Sewing"
    assert "description" not in rows[6]


async def test_more_than_ten_options_go_on_in_a_second_message_and_numbers_run_on(
    double: WhatsAppDouble, post: Post, stub: StubRasa
) -> None:
    stub.answer = lambda _: cards(3, length=500)
    await post(double.writes(ADA, "hello"))
    text, first, second = double.to(ADA)
    assert "Place 3: Sewing." in text["text"]["body"]
    assert len(titles_of(first)) == 9
    assert titles_of(second) == ["Show others", "Change something"]
    stub.answer = lambda _: turn_of(reply("Fine."))
    await post(double.writes(ADA, "10"))
    assert stub.asked[-1]["text"] == "Show others"


async def test_a_long_text_goes_in_parts_and_each_part_once(
    double: WhatsAppDouble, post: Post, stub: StubRasa, clock: FrozenClock
) -> None:
    text = " ".join(f"This is sentence {n}." for n in range(500))
    stub.answer = lambda _: turn_of(reply(text, "Yes"))
    double.refusals.extend([GraphError(131016, "Service unavailable", 503)])
    await post(double.writes(ADA, "hello"))
    for _ in range(5):
        clock.move(timedelta(minutes=1))
        await post()
    *parts, choose = double.texts(ADA)
    assert " ".join(parts) == text
    assert choose == Copy().text("utter_tap_or_type")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"type": "audio", "audio": {"id": "1", "voice": True}}, "voice note"),
        ({"type": "image", "image": {"id": "1"}}, "picture"),
        ({"type": "video", "video": {"id": "1"}}, "picture"),
        ({"type": "sticker", "sticker": {"id": "1"}}, "stickers"),
        ({"type": "location", "location": {"latitude": 51.4, "longitude": -0.1}}, "map pin"),
        ({"type": "document", "document": {"id": "1"}}, "open files"),
        ({"type": "contacts", "contacts": [{"name": {"formatted_name": "A"}}]}, "that kind"),
        ({"type": "order", "order": {"catalog_id": "1", "product_items": []}}, "that kind"),
        ({"type": "unsupported", "errors": [{"code": 131051, "title": "t", "message": "m"}]}, "that kind"),
        ({"type": "something_of_next_year"}, "that kind"),
    ],
)
async def test_what_is_not_text_gets_a_kind_line(
    double: WhatsAppDouble, post: Post, sent: dict[str, Any], words: str
) -> None:
    await post(double.brings(ADA, **sent))
    assert words in double.texts(ADA)[0]


async def test_a_thumbs_up_is_a_yes_and_other_reactions_are_nothing(
    double: WhatsAppDouble, post: Post, stub: StubRasa
) -> None:
    await post(double.writes(ADA, "hello"))
    for emoji in ("😮", "", "👍🏾"):
        await post(double.brings(ADA, type="reaction", reaction={"message_id": "wamid.x", "emoji": emoji}))
    assert [body["intent"] for body in stub.asked] == ["first_words", "affirm"] or len(stub.asked) == 2


async def test_an_edited_message_is_a_correction(double: WhatsAppDouble, post: Post, stub: StubRasa) -> None:
    stub.answer = lambda _: turn_of(reply("When?"), form="find_support_form", slot="times")
    await post(double.writes(ADA, "mornings"))
    message = {"type": "text", "text": {"body": "afternoons"}}
    await post(double.brings(ADA, type="edit", edit={"original_message_id": "wamid.in1", "message": message}))
    assert (stub.asked[-1]["text"], stub.asked[-1]["asked"]) == ("afternoons", None)


async def test_a_changed_number_or_a_message_of_another_number_is_no_message(
    double: WhatsAppDouble, post: Post, stub: StubRasa
) -> None:
    changed = {"body": "changed", "type": "user_changed_user_id", "user_id": "GB.2", "previous_user_id": ADA}
    other = double.writes(ADA, "for someone else")
    other["metadata"]["phone_number_id"] = "1"
    await post(double.brings(ADA, type="system", system=changed), other)
    assert stub.asked == []
