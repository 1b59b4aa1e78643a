"""The private word in the gateway: read before the dialogue, kept from it, and safety still comes first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.wiring import Bot
from tests.bot.bot_harness import Talk


@dataclass
class State:
    step: str | None = None
    locked: bool = False
    met: bool = False


@dataclass
class Kept:
    """One person's word, in plain; introductions scrambles it."""

    state: State | None = None
    word: str = "blue heron"
    tried: list[str] = field(default_factory=list)

    def word_state(self, person_id: str) -> State | None:
        return self.state

    def set_word(self, person_id: str, word: str) -> bool:
        self.word, self.state = word, None
        return len(word) >= 4

    def give_word(self, person_id: str, word: str) -> str:
        self.tried.append(word)
        if word != self.word:
            return "wrong" if len(self.tried) < 3 else "paused"
        self.state = None
        return "right"


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
async def talk(rebuild: Callable[..., Bot], kept: Kept) -> Any:
    bot = rebuild(words=kept)
    yield Talk(bot)
    await bot.close()


async def test_a_word_that_is_set_never_reaches_the_dialogue_or_the_records(talk: Talk, kept: Kept, stub: Any) -> None:
    await talk.say("hello")
    kept.state = State(step="setting")
    [answer] = await talk.say("purple kettle")
    assert kept.word == "purple kettle"
    assert "scramble" in answer["text"]
    assert "purple" not in str(stub.asked)
    assert "purple" not in str(talk.bot.store.history.export(talk.person))


async def test_somebody_locked_out_is_greeted_neutrally_and_nothing_is_recalled(
    talk: Talk, kept: Kept, stub: Any
) -> None:
    await talk.say("hello")
    asked = len(stub.asked)
    kept.state = State(locked=True, met=True)
    [first] = await talk.say("what happened with my letter")
    assert "type your private word" in first["text"]
    assert kept.tried == []
    kept.state = State(locked=True)
    [menu] = await talk.say("ask_status", kind="command")
    assert "type your private word" in menu["text"]
    assert "not it" in (await talk.say("red kite"))[0]["text"]
    assert len(stub.asked) == asked
    assert "Good to have you back" in (await talk.say("blue heron"))[0]["text"]
    assert stub.asked[-1]["intent"] == "event_resume"


async def test_three_wrong_tries_pause(talk: Talk, kept: Kept) -> None:
    await talk.say("hello")
    kept.state = State(locked=True)
    answers = [(await talk.say(f"guess {n}"))[0]["text"] for n in range(3)]
    assert "an hour" in answers[-1]


async def test_danger_and_stop_are_heard_though_locked_out(talk: Talk, kept: Kept) -> None:
    await talk.say("hello")
    kept.state = State(locked=True)
    assert "999" in str(await talk.say("I will kill myself"))
    assert "Stopped" in str(await talk.say("stop"))
    assert kept.tried == []


async def test_a_choice_that_was_offered_is_no_try(talk: Talk, kept: Kept, stub: Any) -> None:
    from tests.bot.stub_rasa import reply, turn_of

    stub.answer = lambda body: turn_of(reply("Type it.", "Leave it"))
    await talk.say("hello")
    kept.state = State(step="asked")
    await talk.say("leave it")
    assert kept.tried == []
    assert stub.asked[-1]["entities"] == {"answer": "leave it"}


async def test_behind_a_locked_word_a_caption_is_read_for_danger_and_for_nothing_else(talk: Talk, kept: Kept) -> None:
    await talk.say("hello")
    kept.state = State(locked=True)
    [line] = await talk.say("our garden", media="photo")
    assert "999" not in line["text"]
    assert kept.tried == []
    said = await talk.say("i want to kill myself", media="photo")
    assert any("999" in message["text"] for message in said)
