"""While Rasa is away: danger and stop are answered at once, whatever is late, and news that is late holds up nobody."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.contract import Inbound
from bot.gateway import order
from bot.wiring import IN_FLIGHT, Bot
from nwd.clock import FrozenClock
from tests.bot.bot_harness import Talk
from tests.bot.stub_rasa import StubRasa

LATER = timedelta(minutes=2)


async def _rasa_is_back(talk: Talk, stub: StubRasa, clock: FrozenClock) -> list[str]:
    """What is late is tried again; what is said then."""
    stub.status = 200
    clock.move(LATER)
    await talk.bot.gateway.sweep()
    await talk.bot.gateway.idle()
    return [message["text"] for message in talk.messages()]


async def _late(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    stub.status = 503
    assert "I'm slow today" in (await talk.say("i like sewing"))[0]["text"]


async def test_danger_passes_a_message_that_waits_for_rasa(talk: Talk, stub: StubRasa, clock: FrozenClock) -> None:
    await _late(talk, stub)
    said = await talk.say("i want to kill myself")
    assert "999" in said[-1]["text"] + said[0]["text"]
    assert await _rasa_is_back(talk, stub, clock) == []  # the rest waits until they are fine
    assert (await talk.say("i'm fine"))[-1]["text"] == "You said: i like sewing"


async def test_stop_passes_too_and_nothing_is_answered_after_it(talk: Talk, stub: StubRasa, clock: FrozenClock) -> None:
    await _late(talk, stub)
    assert "Stopped" in (await talk.say("stop"))[0]["text"]
    assert await _rasa_is_back(talk, stub, clock) == []


async def test_a_message_that_waits_still_waits_behind_the_one_before_it(talk: Talk, stub: StubRasa) -> None:
    await _late(talk, stub)
    assert await talk.say("and cooking") == []


async def test_news_that_is_late_does_not_hold_up_what_a_person_writes(
    talk: Talk, stub: StubRasa, clock: FrozenClock
) -> None:
    await talk.say("hello")
    stub.status = 503
    talk.bot.store.claims.claim_event(talk.person, "news:1", "news", {})
    await talk.bot.gateway.sweep()
    await talk.bot.gateway.idle()
    assert talk.messages() == []
    assert "I'm slow today" in (await talk.say("i like sewing"))[0]["text"]
    assert await _rasa_is_back(talk, stub, clock) == ["You said: event_news", "You said: i like sewing"]


async def test_danger_behind_a_late_message_is_found_after_a_restart(
    talk: Talk, stub: StubRasa, rebuild: Callable[..., Bot]
) -> None:
    await _late(talk, stub)
    talk.bot.store.claims.claim(Inbound("web", "ada:9", "ada", text="i want to kill myself"))
    after = rebuild()
    await after.gateway.start()
    await after.gateway.idle()
    assert any("999" in message["text"] for message in talk.messages())
    await after.close()


def queue(talk: Talk, *words: str, kind: str = "text", **more: Any) -> None:
    """Claimed while nothing runs, as by another process."""
    for text in words:
        talk.count += 1
        claim = Inbound("web", f"ada:{talk.count}", "ada", kind, text=text, **more)  # type: ignore[arg-type]
        talk.bot.store.claims.claim(claim)


async def run(talk: Talk) -> str:
    await talk.bot.gateway.start()
    await talk.bot.gateway.idle()
    return "\n".join(message["text"] for message in talk.messages())


async def test_however_much_news_waits_a_person_who_said_stop_is_answered(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    await talk.say("stop")
    for number in range(25):
        talk.bot.store.claims.claim_event(talk.person, f"news:{number}", "news", {})
    assert next(m["text"] for m in await talk.say("i am back")) == "You said: i am back"


async def test_danger_is_seen_behind_however_many_messages(talk: Talk, stub: StubRasa) -> None:
    await _late(talk, stub)
    queue(talk, *(f"more {number}" for number in range(30)), "i want to kill myself")
    assert "999" in await run(talk)


async def test_at_most_twenty_texts_are_read_as_one(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    queue(talk, *(f"more {number}" for number in range(25)))
    await run(talk)
    assert [len(body["text"].splitlines()) for body in stub.asked[1:]] == [20, 5]


@pytest.mark.parametrize("kind", ["media", "edit"])
async def test_danger_in_a_caption_or_a_correction_passes_an_outage(talk: Talk, stub: StubRasa, kind: str) -> None:
    await _late(talk, stub)
    assert any("999" in m["text"] for m in await talk.say("i want to kill myself", kind=kind))


async def test_what_was_written_before_words_of_danger_waits_until_they_are_over(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    queue(talk, "i like sewing", "i want to kill myself")
    assert "999" in await run(talk)
    assert (await run(talk), [body["text"] for body in stub.asked]) == ("", ["hello"])
    assert talk.bot.store.turns.waiting() == []
    await talk.say("i'm fine")
    assert [body["text"] or body["intent"] for body in stub.asked] == ["hello", "event_resume", "i like sewing"]


async def test_nothing_that_waited_before_stop_is_answered_after_it(talk: Talk, stub: StubRasa) -> None:
    await _late(talk, stub)
    queue(talk, "and cooking", "stop")
    assert "Stopped" in await run(talk)
    stub.status = 200
    assert await run(talk) == ""


async def test_danger_passes_a_turn_that_died_halfway(talk: Talk, stub: StubRasa, clock: FrozenClock) -> None:
    await talk.say("hello")
    queue(talk, "i like sewing")
    store = talk.bot.store
    assert store.turns.begin(talk.person, talk.bot.gateway._choose)
    clock.move(LATER)
    queue(talk, "i want to kill myself")
    assert "999" in await run(talk)
    assert [body["text"] for body in stub.asked] == ["hello"]


async def hanging(talk: Talk, stub: StubRasa, text: str = "i like sewing") -> None:
    await talk.say("hello")
    stub.gate, stub.reached = asyncio.Event(), asyncio.Event()
    await talk.send(text)
    await stub.reached.wait()


async def heard(talk: Talk, words: str) -> str:
    """What was said once ``words`` are in it; nothing else ends the wait but a limit that no machine needs."""
    said = ""
    async with asyncio.timeout(30):
        while words not in said:
            await asyncio.sleep(0.01)
            said += "\n".join(message["text"] for message in talk.messages())
    return said


async def test_danger_passes_a_turn_that_hangs_in_rasa(talk: Talk, stub: StubRasa, clock: FrozenClock) -> None:
    await hanging(talk, stub)
    await talk.send("i want to kill myself")
    said = await heard(talk, "999")
    assert "slow today" not in said
    await talk.bot.gateway.idle()
    assert stub.gate
    stub.gate.set()
    clock.move(LATER)
    said = "\n".join(message["text"] for message in await talk.say("i'm fine"))
    assert "You said: i like sewing" in said
    assert set(stub.runs.values()) == {1}


async def test_stop_passes_a_turn_that_hangs_in_rasa(talk: Talk, stub: StubRasa) -> None:
    await hanging(talk, stub)
    await talk.send("stop")
    await heard(talk, "Stopped")


async def test_danger_passes_a_turn_that_waits_for_a_place_with_rasa(talk: Talk, stub: StubRasa) -> None:
    stub.gate = asyncio.Event()
    others = [Talk(talk.bot, f"other-{number}") for number in range(IN_FLIGHT)]
    for other in others:
        await other.send("hello")
    for _ in range(3000):
        if len(stub.asked) == IN_FLIGHT:
            break
        await asyncio.sleep(0.01)
    await talk.send("hello")
    await talk.send("i want to kill myself")
    await heard(talk, "999")
    assert len(stub.asked) == IN_FLIGHT
    stub.gate.set()
    await talk.bot.gateway.idle()


async def test_danger_that_another_process_claimed_passes_too(
    talk: Talk, stub: StubRasa, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order, "LOOK_AGAIN_SECONDS", 0.05)
    await hanging(talk, stub)
    queue(talk, "i want to kill myself")
    await heard(talk, "999")


async def test_what_is_not_urgent_lets_a_turn_go_on(talk: Talk, stub: StubRasa) -> None:
    await hanging(talk, stub)
    await talk.send("and cooking")
    await asyncio.sleep(0.05)
    assert stub.gate
    stub.gate.set()
    await talk.bot.gateway.idle()
    assert [body["text"] for body in stub.asked] == ["hello", "i like sewing", "and cooking"]


async def test_danger_is_looked_for_before_the_store_takes_its_lock(
    rebuild: Callable[..., Bot], monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = rebuild()
    inside, looked = threading.local(), list[bool]()
    stock, write = bot.gateway._is_urgent._is_crisis, bot.store.turns._db.write

    def is_crisis(text: str) -> bool:
        looked.append(getattr(inside, "lock", False))
        return stock(text)

    @contextmanager
    def locked() -> Iterator[Any]:
        with write() as connection:
            inside.lock = True
            yield connection
        inside.lock = False

    monkeypatch.setattr(bot.gateway._is_urgent, "_is_crisis", is_crisis)
    monkeypatch.setattr(bot.store.turns._db, "write", locked)
    await Talk(bot).say("a long message")
    assert looked == [False]
    await bot.close()
