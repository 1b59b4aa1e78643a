"""Danger, read by the gateway before all else. The stub's Rasa is never asked before the person carries on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.copy import FOLDER, Copy
from bot.gateway.safety import URGENCY
from bot.wiring import Bot
from knowledge.contacts import all_contacts
from knowledge.yaml_files import read_yaml
from nwd.clock import FrozenClock
from tests.bot.bot_harness import Talk
from tests.bot.stub_rasa import StubRasa, reply, turn_of


def titles(message: dict[str, list[list[str]]]) -> list[str]:
    return [title for _, title in message["buttons"]]


async def test_plain_words_of_danger_bring_numbers_and_a_person_at_once_without_rasa(
    talk: Talk, stub: StubRasa
) -> None:
    stub.status = 503
    first, offer = await talk.say("I want to kill myself")
    assert "999" in first["text"]
    assert titles(offer) == ["A person"]
    assert stub.asked == []


async def test_the_next_message_gets_one_line_and_then_things_go_on(talk: Talk, stub: StubRasa) -> None:
    await talk.say("I want to kill myself")
    (line,) = await talk.say("i like sewing")
    assert titles(line) == ["A person", "Carry on"]
    assert stub.asked == []
    await talk.press(line, "Carry on")
    assert stub.asked[-1]["text"] == "i like sewing"
    await talk.say("and music")
    assert stub.asked[-1]["text"] == "and music"


async def test_after_no_im_fine_the_numbers_come_once_more_and_things_go_on(talk: Talk, stub: StubRasa) -> None:
    await talk.say("I want to kill myself")
    again, resumed = await talk.say("No, I'm fine")
    assert "999" in again["text"]
    assert resumed["text"] == "You said: event_resume"
    (said,) = await talk.say("no im fine")
    assert said["text"] == "You said: no im fine"


async def test_the_letters_of_a_code_are_no_words_of_danger(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    said, *_ = await talk.say("7RAGT7")
    assert said["text"] == Copy().text("utter_code_unknown")


async def test_a_doubt_about_a_wish_of_theirs_is_none(talk: Talk, stub: StubRasa) -> None:
    await talk.say("can i leave if its too much")
    assert stub.asked[-1]["text"] == "can i leave if its too much"
    (asked,) = await talk.say("it is all too much")
    assert titles(asked) == ["I'm safe", "I'm not safe"]


async def test_a_doubt_that_was_answered_is_not_kept_in_mind(talk: Talk, stub: StubRasa) -> None:
    await talk.say("it is all too much")
    await talk.say("I'm safe")
    (said,) = await talk.say("i am tired of myself")  # after danger the table would ask
    assert said["text"] == "You said: i am tired of myself"


async def test_who_passes_over_the_question_with_a_wish_has_it_met(talk: Talk, stub: StubRasa) -> None:
    await talk.say("it is all too much")
    numbers, _ = await talk.say("what if i panic there")
    assert "999" in numbers["text"]
    assert stub.asked[-1]["text"].endswith("what if i panic there")


async def test_no_to_a_person_is_no_word_on_being_safe(talk: Talk, stub: StubRasa) -> None:
    await talk.say("I want to kill myself")
    (asked,) = await talk.say("no")
    assert titles(asked) == ["I'm safe", "I'm not safe"]
    first, _ = await talk.say("i have tablets here")
    assert "999" in first["text"]
    assert stub.asked == []


async def test_for_a_day_words_are_heard_with_the_danger_in_mind(
    talk: Talk, stub: StubRasa, clock: FrozenClock
) -> None:
    await talk.say("I want to kill myself")
    await talk.say("no im fine")
    await talk.say("i like sewing")
    assert stub.asked[-1]["text"] == "i like sewing"
    (question, *_) = await talk.say("i have tablets here")
    assert titles(question) == ["I'm safe", "I'm not safe"]
    await talk.press(question, "I'm safe")
    clock.move(timedelta(hours=25))
    await talk.say("i have tablets here")
    assert stub.asked[-1]["text"] == "i have tablets here"


@pytest.mark.parametrize("words", ["I'm not safe", "not safe", "no im not safe"])
async def test_not_safe_is_danger_whatever_was_asked(talk: Talk, stub: StubRasa, words: str) -> None:
    first, offer = await talk.say(words)
    assert "999" in first["text"]
    assert titles(offer) == ["A person"]
    assert stub.asked == []


async def test_the_numbers_come_once_more_though_rasa_is_away(talk: Talk, stub: StubRasa) -> None:
    await talk.say("I want to kill myself")
    stub.status = 503
    (again,) = await talk.say("No, I'm fine")
    assert "999" in again["text"]


async def test_violence_is_never_mentioned_again(talk: Talk, stub: StubRasa) -> None:
    first, _ = await talk.say("he hits me")
    assert "Is it safe to write here?" in first["text"]
    (resumed,) = await talk.say("no im fine")
    assert resumed["text"] == "You said: event_resume"


async def test_doubtful_words_are_asked_about_first(talk: Talk, stub: StubRasa) -> None:
    (question,) = await talk.say("it all feels pointless")
    assert titles(question) == ["I'm safe", "I'm not safe"]
    first, _ = await talk.press(question, "I'm not safe")
    assert "999" in first["text"]
    assert stub.asked == []


@pytest.mark.parametrize(
    ("words", "safe"), [("yes", True), ("I’m safe", True), ("1", True), ("no", False), ("2", False)]
)
async def test_the_safety_question_is_read_by_the_gateway(talk: Talk, stub: StubRasa, words: str, safe: bool) -> None:
    await talk.say("it all feels pointless")
    await talk.say(words)
    assert [body["intent"] for body in stub.asked] == (["first_words"] if safe else [])


async def test_a_tap_never_raises_an_alarm(talk: Talk, stub: StubRasa) -> None:
    stub.answer = lambda _: turn_of(reply("What is hard?", "It all feels pointless"))
    question = (await talk.say("hello"))[-1]
    await talk.press(question, "It all feels pointless")
    assert stub.asked[-1]["intent"] == "inform"


async def test_a_person_can_be_asked_for_from_the_crisis_message(talk: Talk, stub: StubRasa) -> None:
    _, offer = await talk.say("I want to kill myself")
    await talk.press(offer, "A person")
    assert stub.asked[-1]["intent"] == "ask_human"


async def test_news_waits_until_the_conversation_goes_on(talk: Talk, bot: Bot, stub: StubRasa) -> None:
    await talk.say("I want to kill myself")
    bot.store.claims.claim_event(talk.person, "news:1", "news", {"news": "1"})
    await bot.gateway.sweep()
    await bot.gateway.idle()
    assert stub.asked == []
    await talk.say("no im fine")
    assert [body["intent"] for body in stub.asked] == ["event_resume", "event_news"]


async def test_danger_in_a_caption_is_seen(talk: Talk) -> None:
    first = (await talk.say("I want to kill myself", media="photo"))[0]
    assert "999" in first["text"]


async def test_stop_inside_words_of_danger_is_not_a_stop_word(talk: Talk) -> None:
    first = (await talk.say("stop he hits me"))[0]
    assert "999" in first["text"]


@pytest.mark.parametrize("kind", URGENCY)
def test_every_kind_of_danger_has_its_words(kind: str) -> None:
    assert Copy().text(f"utter_crisis_{kind}")


@pytest.mark.parametrize("contact", all_contacts(), ids=lambda contact: contact.words)
def test_every_contact_has_its_line_with_its_own_number(contact: object) -> None:
    line = Copy().text(f"utter_contact_{contact.words}", name=contact.name, number=contact.number)  # type: ignore[attr-defined]
    assert contact.number in line  # type: ignore[attr-defined]


def test_no_response_of_the_gateway_is_written_twice() -> None:
    names = [name for path in FOLDER.glob("*.yml") for name in read_yaml(path)["responses"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("form", "kept"), [("complain_form", ["he hits me there"]), ("find_support_form", [])])
async def test_words_of_danger_about_a_complaint_are_kept_with_it(
    rebuild: Callable[..., Bot], stub: StubRasa, form: str, kept: list[str]
) -> None:
    heard: list[str] = []
    talk = Talk(rebuild(on_complaint=lambda _person, _turn, words: heard.append(words)))
    stub.answer = lambda _: turn_of(reply("Tell me what happened"), form=form, slot="complaint_text")
    await talk.say("i want to complain")
    await talk.say("he hits me there")
    await talk.say("no im fine")
    assert heard == kept
    await talk.bot.close()
