"""What the other rooms hear of danger: after the person has the numbers, and again until they heard it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest

from bot.channels.contract import Said
from bot.gateway.runner import FAULTS_ALLOWED
from bot.gateway.safety import Crises
from bot.wiring import Bot
from nwd.clock import FrozenClock
from tests.bot.bot_harness import Talk
from tests.bot.stub_rasa import StubRasa, reply, turn_of

MINUTE = timedelta(minutes=1)


class Deaf:
    """Hears nothing for a while."""

    def __init__(self, times: int) -> None:
        self.times, self.tried, self.heard = times, 0, list[tuple[str, tuple[str, ...]]]()

    def __call__(self, person: str, turn: str, kinds: Sequence[str]) -> None:
        self.tried += 1
        if self.tried <= self.times:
            raise RuntimeError("the room is locked")
        self.heard.append((person, tuple(kinds)))


async def test_the_numbers_go_though_nobody_hears_the_alarm_and_it_is_raised_until_somebody_does(
    rebuild: Callable[..., Bot], clock: FrozenClock
) -> None:
    deaf = Deaf(7)
    bot = rebuild(on_crisis=deaf)
    talk = Talk(bot)
    first, _ = await talk.say("I want to kill myself")
    assert "999" in first["text"]
    assert (deaf.tried, await bot.alarms.raise_all(), deaf.tried) == (1, 0, 1)  # it rests
    for _ in range(8):
        clock.move(MINUTE)
        await bot.alarms.raise_all()
    assert deaf.heard == [(talk.person, ("suicide",))]
    assert talk.messages() == []
    await bot.close()


async def test_an_alarm_outlives_its_process(rebuild: Callable[..., Bot]) -> None:
    before, deaf = rebuild(on_crisis=Deaf(1)), Deaf(0)
    talk = Talk(before)
    await talk.say("he hits me")
    after = rebuild(on_crisis=deaf)
    assert await after.alarms.raise_all() == 1
    assert deaf.heard == [(talk.person, ("violence",))]
    assert await after.alarms.raise_all() == 0
    await before.close()
    await after.close()


async def test_a_complaint_in_words_of_danger_is_kept_though_it_is_not_heard_at_once(
    rebuild: Callable[..., Bot], stub: StubRasa, clock: FrozenClock
) -> None:
    complaints: list[str] = []
    fails = iter([True])

    def complains(_person: str, _turn: str, words: str) -> None:
        if next(fails, False):
            raise RuntimeError("the room is locked")
        complaints.append(words)

    bot = rebuild(on_complaint=complains)
    talk = Talk(bot)
    stub.answer = lambda _: turn_of(reply("What happened?"), form="complain_form", slot="complaint_text")
    await talk.say("hello")
    (question,) = await talk.say("there it all felt pointless")
    assert question["text"]
    clock.move(MINUTE)
    assert (await bot.alarms.raise_all(), complaints) == (1, ["there it all felt pointless"])
    await bot.close()


async def test_words_of_danger_are_never_given_up(
    talk: Talk, bot: Bot, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> tuple[Said, ...]:
        raise RuntimeError("the contacts cannot be read")

    monkeypatch.setattr(Crises, "act", breaks)
    await talk.say("I want to kill myself")
    for _ in range(FAULTS_ALLOWED * 2):
        clock.move(MINUTE)
        await bot.gateway.sweep()
        await bot.gateway.idle()
    assert talk.messages() == []
    monkeypatch.undo()
    clock.move(MINUTE)
    await bot.gateway.sweep()
    await bot.gateway.idle()
    assert "999" in talk.messages()[0]["text"]
