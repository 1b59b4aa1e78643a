from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette

from bot.channels.telegram_in import TelegramIn
from bot.channels.telegram_part import TelegramPart
from bot.copy import Copy
from bot.sentences import split
from bot.store import StoreBusyError
from bot.store.tables import outbox
from bot.wiring import Bot
from nwd.clock import FrozenClock
from tests.bot.stub_rasa import StubRasa, reply, turn_of
from tests.doubles.bad_days import BadDays
from tests.doubles.telegram_api import RefusalError, TelegramDouble

ADA = 1001


async def test_a_server_with_six_methods_carries_a_conversation(
    double: TelegramDouble, live: Callable[[], Awaitable[None]], stub: StubRasa, incoming: TelegramIn
) -> None:
    stub.answer = lambda body: turn_of(reply(f"{body['text'] or body['intent']}?", "Some company", "Get out a bit"))
    await incoming._begin()
    double.writes(ADA, text="/start door_library", entities=[{"type": "bot_command", "offset": 0, "length": 6}])
    await live()
    double.presses(ADA, double.sent[-1], "Get out a bit")
    await live()
    double.writes(ADA, text="1")
    await live()
    assert double.texts(ADA) == ["first_words?", "Get out a bit?", "Some company?"]
    assert stub.asked[0]["intent"] == "first_words"
    assert stub.asked[1]["entities"] == {"answer": "get out a bit"}
    await asyncio.gather(*incoming._niceties)
    (marked,) = double.marked
    titles = [b["text"] for row in marked["reply_markup"]["inline_keyboard"] for b in row]
    assert titles == ["Some company", "✓ Get out a bit"]


async def test_updates_delivered_twice_are_answered_once(
    double: TelegramDouble, live: Callable[[], Awaitable[None]]
) -> None:
    double.twice = True
    double.writes(ADA, text="hello")
    await live()
    await live()
    assert double.texts(ADA) == ["You said: hello"]


async def test_updates_that_come_crossed_are_read_in_their_order(
    double: TelegramDouble, live: Callable[[], Awaitable[None]]
) -> None:
    double.bad = BadDays(crossed=1.0)
    double.writes(ADA, text="i used to")
    double.writes(ADA, text="sing")
    await live()
    assert double.texts(ADA) == ["You said: i used to\nsing"]


async def test_the_offset_rises_only_after_the_claims_are_committed(
    double: TelegramDouble, incoming: TelegramIn, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise StoreBusyError("locked")

    number = double.writes(ADA, text="hello")
    monkeypatch.setattr(bot.store.claims, "claim_all", locked)
    with pytest.raises(StoreBusyError):
        await incoming.poll_once(0)
    monkeypatch.undo()
    await incoming.poll_once(0)
    assert double.confirmed < number
    await incoming.poll_once(0)
    assert double.confirmed == number
    await bot.gateway.idle()


async def test_being_told_to_slow_down_delays_one_chat_and_no_other(
    double: TelegramDouble, live: Callable[[], Awaitable[None]], clock: FrozenClock
) -> None:
    double.refusals.append(RefusalError(429, "Too Many Requests: retry after 7", retry_after=7))
    double.writes(ADA, text="hello")
    await live()
    double.writes(2002, text="hi")
    await live()
    assert double.texts(ADA) == []
    assert double.texts(2002) == ["You said: hi"]
    clock.move(timedelta(seconds=6))
    await live()
    assert double.texts(ADA) == []
    clock.move(timedelta(seconds=2))
    await live()
    assert double.texts(ADA) == ["You said: hello"]


async def test_a_server_error_is_tried_again_and_order_is_kept(
    double: TelegramDouble, live: Callable[[], Awaitable[None]], stub: StubRasa, clock: FrozenClock
) -> None:
    stub.answer = lambda _: turn_of(reply("one"), reply("two"))
    double.refusals.append(RefusalError(502, "Bad Gateway"))
    double.writes(ADA, text="hello")
    await live()
    assert double.texts(ADA) == []
    clock.move(timedelta(minutes=1))
    await live()
    assert double.texts(ADA) == ["one", "two"]


async def test_who_blocked_us_gets_it_when_they_write_again(
    double: TelegramDouble, live: Callable[[], Awaitable[None]], bot: Bot
) -> None:
    double.blocked.add(ADA)
    double.writes(ADA, text="hello")
    await live()
    person = bot.store.claims.conversation_of("telegram", str(ADA))
    assert person
    assert bot.store.delivery.dead() == []
    assert bot.store.delivery.is_unreached(person)
    bot.store.claims.claim_event(person, "news:n", "news", {"news": "n"})
    await bot.gateway.sweep()
    await live()
    assert double.texts(ADA) == []
    double.blocked.clear()
    double.writes(ADA, text="back")
    await live()
    assert double.texts(ADA) == ["You said: hello", "You said: event_news", "You said: back"]
    assert not bot.store.delivery.is_unreached(person)


async def test_who_writes_to_somebody_that_blocked_us_learns_it_however_old_the_block_is(
    double: TelegramDouble, live: Callable[[], Awaitable[None]], bot: Bot, engine: Engine
) -> None:
    double.blocked.add(ADA)
    double.writes(ADA, text="hello")
    await live()
    person = bot.store.claims.conversation_of("telegram", str(ADA))
    assert person
    with engine.begin() as connection:
        connection.execute(outbox.delete())
    assert bot.store.delivery.is_unreached(person)


async def test_an_update_that_cannot_be_read_holds_up_no_other(
    double: TelegramDouble, live: Callable[[], Awaitable[None]]
) -> None:
    double.brings(message={"message_id": "not a number", "chat": 7, "date": "yesterday"})
    double.writes(ADA, text="hello")
    await live()
    assert double.texts(ADA) == ["You said: hello"]


async def test_an_update_may_lack_what_we_do_not_use(
    double: TelegramDouble, live: Callable[[], Awaitable[None]], stub: StubRasa
) -> None:
    stub.answer = lambda body: turn_of(reply(f"{body['text'] or body['intent']}?", "Some company"))
    double.brings(message={"message_id": 1, "chat": {"id": ADA}, "from": {"id": ADA}, "text": "hello"})
    await live()
    data = double.sent[-1]["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    double.brings(callback_query={"id": "q", "from": {"id": ADA}, "data": data})
    await live()
    assert double.texts(ADA) == ["hello?", "Some company?"]


async def test_a_message_whose_answer_cannot_be_read_went_and_goes_once(
    double: TelegramDouble, live: Callable[[], Awaitable[None]], bot: Bot, clock: FrozenClock
) -> None:
    double.terse = True
    double.writes(ADA, text="hello")
    await live()
    clock.move(timedelta(hours=1))
    await live()
    assert double.texts(ADA) == ["You said: hello"]
    assert bot.store.delivery.dead() == []


async def test_polling_ends_a_webhook_that_stands_in_its_way_and_does_not_hammer(
    double: TelegramDouble, incoming: TelegramIn
) -> None:
    double.webhook, double.fails["deleteWebhook"], double.waits = True, 1, False
    stopping = asyncio.Event()
    polling = asyncio.create_task(incoming.poll(stopping))
    while double.webhook or double.calls.count("getUpdates") < 2:
        async with asyncio.timeout(20):
            await double.called.wait()
        double.called.clear()
    asked = double.calls.count("getUpdates")
    await asyncio.sleep(0.5)
    stopping.set()
    await polling
    assert double.calls.count("getUpdates") - asked <= 3


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}}, "voice note"),
        ({"photo": [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}]}, "picture"),
        ({"location": {"latitude": 51.46, "longitude": -0.11}}, "map pin"),
        ({"document": {"file_id": "f", "file_unique_id": "u"}}, "open files"),
        ({"contact": {"phone_number": "07700900001", "first_name": "Ada"}}, "that kind"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "that kind"),
    ],
)
async def test_what_is_not_text_gets_a_kind_line(
    double: TelegramDouble, live: Callable[[], Awaitable[None]], sent: dict[str, object], words: str
) -> None:
    double.writes(ADA, **sent)
    await live()
    assert words in double.texts(ADA)[0]


async def test_a_thumbs_up_is_a_yes(
    double: TelegramDouble, live: Callable[[], Awaitable[None]], stub: StubRasa
) -> None:
    double.writes(ADA, text="hello")
    await live()
    thumb = [{"type": "emoji", "emoji": "👍"}]
    chat = {"id": ADA, "type": "private"}
    double.brings(
        message_reaction={"chat": chat, "message_id": 5, "date": 1, "old_reaction": [], "new_reaction": thumb}
    )
    await live()
    assert stub.asked[-1]["intent"] == "affirm"


async def test_an_edited_message_is_a_correction(
    double: TelegramDouble, live: Callable[[], Awaitable[None]], stub: StubRasa
) -> None:
    stub.answer = lambda _: turn_of(reply("Which part?"), form="find_support_form", slot="place")
    double.writes(ADA, text="mornings")
    await live()
    chat = {"id": ADA, "type": "private"}
    double.brings(edited_message={"message_id": 1, "date": 1, "edit_date": 2, "chat": chat, "text": "afternoons"})
    await live()
    assert (stub.asked[-1]["text"], stub.asked[-1]["asked"]) == ("afternoons", None)


async def test_typing_goes_on_after_a_slow_moment(double: TelegramDouble, part: TelegramPart) -> None:
    double.fails["sendChatAction"] = 1
    for _ in range(2):
        await part.channel.type(str(ADA))
    assert double.calls.count("sendChatAction") == 2
    double.unknown.add("sendChatAction")
    for _ in range(2):
        await part.channel.type(str(ADA))
    assert double.calls.count("sendChatAction") == 3


async def test_a_group_gets_one_polite_no(
    double: TelegramDouble, live: Callable[[], Awaitable[None]], stub: StubRasa, incoming: TelegramIn
) -> None:
    for _ in range(2):
        double.writes(-55, text="hello all", chat={"id": -55, "type": "group", "title": "A group"})
        await live()
        await asyncio.gather(*incoming._niceties)
    assert len(double.texts(-55)) == 1
    assert stub.asked == []


async def test_a_webhook_needs_the_secret_and_is_answered_after_the_claim(
    part: TelegramPart, bot: Bot, stub: StubRasa
) -> None:
    incoming = TelegramIn(part.bot, part.channel, bot.gateway, Copy(), secret="a-secret")
    update = {
        "update_id": 5,
        "message": {"message_id": 1, "date": 1, "chat": {"id": ADA, "type": "private"}, "text": "hi"},
    }
    transport = httpx.ASGITransport(Starlette(routes=[incoming.route()]))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        right = {"X-Telegram-Bot-Api-Secret-Token": "a-secret"}
        assert (await client.post("/telegram/webhook", json=update)).status_code == 403
        wrong = {"X-Telegram-Bot-Api-Secret-Token": "guess"}
        assert (await client.post("/telegram/webhook", json=update, headers=wrong)).status_code == 403
        unreadable = b'{"update_id": 4, "message": {"message_id": "x", "chat": 7}}'
        hostile = ((b"{", 400), (b"[" * 9999, 400), (b"{}", 400), (b'{"update_id": {}}', 400), (unreadable, 200))
        for body, status in (*hostile, (b'{"a": "' + b"a" * 5_000_000 + b'"}', 413)):
            assert (await client.post("/telegram/webhook", content=body, headers=right)).status_code == status
        for _ in range(2):
            assert (await client.post("/telegram/webhook", json=update, headers=right)).status_code == 200
    await bot.gateway.idle()
    assert [body["text"] for body in stub.asked] == ["hi"]


async def test_a_webhook_is_set_however_often_it_takes(double: TelegramDouble, part: TelegramPart, bot: Bot) -> None:
    part = replace(part, secret="a-secret", webhook_url="https://nwd.example/telegram/webhook")
    double.fails["setWebhook"] = 1
    running = asyncio.create_task(part.run(part.incoming(bot.gateway), asyncio.Event()))
    async with asyncio.timeout(20):
        await running
    asked = double.webhook_set
    assert (asked["url"], asked["secret_token"]) == ("https://nwd.example/telegram/webhook", "a-secret")
    assert "callback_query" in asked["allowed_updates"]


def test_long_text_is_split_at_sentences_and_nothing_is_lost() -> None:
    text = " ".join(f"This is sentence number {n}." for n in range(500))
    parts = split(text, 4096)
    assert all(len(part) <= 4096 and part.endswith(".") for part in parts)
    assert " ".join(parts) == text
    assert "".join(split("x" * 9000, 4096)) == "x" * 9000


async def test_polling_ends_when_told(incoming: TelegramIn, double: TelegramDouble, bot: Bot) -> None:
    stopping = asyncio.Event()
    polling = asyncio.create_task(incoming.poll(stopping))
    double.writes(ADA, text="hello")
    with bot.notifier.listen(f"telegram:{ADA}") as claimed:
        assert await claimed.wait(5)
    stopping.set()
    double.writes(ADA, text="again")
    await polling
    assert "deleteWebhook" in double.calls
    await bot.gateway.idle()
