"""Hide on Telegram, the whole way: what can be deleted is gone from the screen, whatever the network does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from bot.channels.pace import Pace
from bot.channels.telegram_part import TelegramPart
from bot.wiring import Bot
from nwd.clock import FrozenClock
from tests.bot.stub_rasa import StubRasa, reply, turn_of
from tests.doubles.bad_days import Rate
from tests.doubles.telegram_api import RefusalError, TelegramDouble

ADA = 1001
Live = Callable[[], Awaitable[None]]


def hiding(body: dict[str, Any]) -> dict[str, Any]:
    if body["text"] == "hide":
        return turn_of(reply("Hidden.", data={"after": "hide"}))
    return turn_of(reply(f"You said: {body['text'] or body['intent']}"))


def on_screen(double: TelegramDouble) -> list[str]:
    """What Ada still sees of ours; of hers only that it is there."""
    ours = {message["message_id"]: message["text"] for message in double.sent}
    return [ours.get(one, "(hers)") for one in sorted(double.screens[ADA])]


async def says(double: TelegramDouble, live: Live, text: str) -> None:
    double.writes(ADA, text=text)
    await live()


async def test_hide_leaves_one_line(double: TelegramDouble, live: Live, stub: StubRasa) -> None:
    stub.answer = hiding
    for text in ("hello", "my secret", "hide"):
        await says(double, live, text)
    assert on_screen(double) == ["Hidden."]


async def test_hide_is_tried_again_after_a_slow_moment(
    double: TelegramDouble, live: Live, stub: StubRasa, clock: FrozenClock
) -> None:
    stub.answer = hiding
    double.fails["deleteMessages"] = 2
    for text in ("hello", "hide"):
        await says(double, live, text)
    assert "You said: hello" in on_screen(double)
    for _ in range(3):
        clock.move(timedelta(minutes=1))
        await live()
    assert on_screen(double) == ["Hidden."]


async def test_what_still_waited_when_they_hid_is_deleted_too(
    double: TelegramDouble, live: Live, stub: StubRasa, clock: FrozenClock
) -> None:
    stub.answer = hiding
    double.refusals.append(RefusalError(502, "Bad Gateway"))
    await says(double, live, "my secret")
    assert double.texts(ADA) == []
    await says(double, live, "hide")
    for _ in range(3):
        clock.move(timedelta(minutes=1))
        await live()
    assert double.texts(ADA) == ["You said: my secret", "Hidden."]
    assert on_screen(double) == ["Hidden."]


async def test_what_is_older_than_two_days_keeps_nothing_else_on_the_screen(
    double: TelegramDouble, live: Live, stub: StubRasa, clock: FrozenClock
) -> None:
    stub.answer = hiding
    await says(double, live, "long ago")
    clock.move(timedelta(hours=46))
    await says(double, live, "hello")
    double.fails["deleteMessages"] = 1
    await says(double, live, "hide")
    clock.move(timedelta(hours=3))  # by the time it goes, the first ones are too old
    await live()
    assert on_screen(double) == ["(hers)", "You said: long ago", "Hidden."]


async def test_more_than_a_hundred_are_deleted(
    double: TelegramDouble, live: Live, stub: StubRasa, part: TelegramPart
) -> None:
    double.in_all = double.in_chat = Rate(1000, 1000)
    part.channel._in_all = part.channel._in_chat = Pace(1000)
    stub.answer = lambda body: hiding(body) if body["text"] == "hide" else turn_of(*[reply(f"{n}") for n in range(6)])
    for n in range(20):
        await says(double, live, f"hello {n}")
    await says(double, live, "hide")
    assert on_screen(double) == ["Hidden."]


async def test_a_server_that_cannot_delete_is_asked_once(
    double: TelegramDouble, live: Live, stub: StubRasa, bot: Bot, clock: FrozenClock
) -> None:
    stub.answer = hiding
    double.unknown.add("deleteMessages")
    for text in ("hello", "hide"):
        await says(double, live, text)
    clock.move(timedelta(hours=1))
    await live()
    assert double.calls.count("deleteMessages") == 1
    assert bot.store.turns.counts()["outbox_waiting"] == 0
