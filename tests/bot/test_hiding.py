"""An empty screen: on the page at once, on Telegram by deleting what can be deleted."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.channels.contract import Inbound
from bot.store.hiding import channel_id_of
from bot.wiring import Bot
from nwd.clock import FrozenClock
from tests.bot.bot_harness import Talk
from tests.bot.stub_rasa import reply, turn_of


def hiding(body: dict[str, Any]) -> dict[str, Any]:
    if body["text"] == "hide":
        return turn_of(reply("Hidden.", data={"after": "hide"}))
    return turn_of(reply(f"You said: {body['text'] or body['intent']}"))


async def test_the_page_shows_nothing_from_before_and_the_record_stays(bot: Bot, talk: Talk, stub: Any) -> None:
    stub.answer = hiding
    await talk.say("hello")
    await talk.say("my secret")
    await talk.say("hide")
    assert [entry.text for entry in bot.store.history.both_sides(talk.person)] == ["Hidden."]
    assert [payload["text"] for *_, kind, payload in bot.store.messages.after(talk.person, 0) if kind == "text"] == [
        "Hidden."
    ]
    assert "my secret" in str(bot.store.history.export(talk.person))
    await talk.say("hello again")
    assert "hello again" in str(bot.store.history.both_sides(talk.person))


async def test_on_telegram_both_sides_last_two_days_are_deleted(bot: Bot, clock: FrozenClock, stub: Any) -> None:
    stub.answer = hiding

    async def says(number: int, text: str) -> None:
        await bot.gateway.claim(Inbound("telegram", f"update:{number}:{number + 500}", "42", text=text))
        await bot.gateway.idle()
        for message in bot.store.delivery.due():
            bot.store.delivery.sent(message.n, f"{number + 900}")

    await says(1, "an old one")
    clock.move(timedelta(hours=48))
    await says(2, "hello")
    await bot.gateway.claim(Inbound("telegram", "update:3:503", "42", text="hide"))
    await bot.gateway.idle()
    [first] = bot.store.delivery.due()
    assert first.text == "Hidden."
    bot.store.delivery.sent(first.n, "903")
    [order] = bot.store.delivery.due()
    assert set(order.delete) == {"502", "503", "902"}
    assert order.to == "42"


def test_a_claim_says_what_telegram_calls_the_message() -> None:
    assert channel_id_of("update:17:4711") == "4711"
    assert channel_id_of("update:17") is None
    assert channel_id_of("ada:1:2") is None
