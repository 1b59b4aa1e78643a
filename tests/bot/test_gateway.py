from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.channels.contract import Inbound
from bot.wiring import Bot
from bot.worker import erase_tracker_and_rows
from nwd.clock import FrozenClock
from tests.bot.bot_harness import Talk
from tests.bot.stub_rasa import StubRasa, echo, reply, turn_of

ROWS = ("inbound", "turn", "button", "outbox")


def asked(stub: StubRasa) -> list[str]:
    return [body["text"] or body["intent"] for body in stub.asked]


def asking(body: dict[str, Any]) -> dict[str, Any]:
    """A question with two buttons, until it is answered; then the next one."""
    if body["intent"] == "inform":
        return turn_of(reply("Which part are you in?"), form="find_support_form", slot="place")
    return turn_of(
        reply("What would you like?", "Some company", "Get out a bit"), form="find_support_form", slot="hopes"
    )


async def test_a_message_is_answered_through_rasa(talk: Talk, stub: StubRasa) -> None:
    assert [m["text"] for m in await talk.say("hello")] == ["You said: hello"]
    assert stub.asked[0]["conversation"] == talk.person


async def test_the_same_message_claimed_many_times_at_once_is_answered_once(bot: Bot, stub: StubRasa) -> None:
    same = Inbound("web", "ada:1", "ada", text="hello")
    claims = await asyncio.gather(*(bot.gateway.claim(same) for _ in range(20)))
    await bot.gateway.idle()
    assert Counter(claim.is_new for claim in claims) == {True: 1, False: 19}
    assert len({claim.conversation for claim in claims}) == 1
    assert asked(stub) == ["hello"]


async def test_fifty_people_at_once_are_each_answered_in_their_own_order(bot: Bot, stub: StubRasa) -> None:
    people = [Talk(bot, f"person-{number}") for number in range(50)]

    async def speak(person: Talk) -> None:
        for word in ("one", "two", "three"):
            await person.send(word)

    await asyncio.gather(*(speak(person) for person in people))
    await bot.gateway.idle()
    for person in people:
        said = " ".join(m["text"].removeprefix("You said: ") for m in person.messages())
        assert said.split() == ["one", "two", "three"]
    assert 1 < stub.most_at_once <= 8


async def test_texts_that_arrive_while_a_turn_runs_become_one_next_turn(talk: Talk, stub: StubRasa) -> None:
    stub.gate = asyncio.Event()
    await talk.send("i like sewing")
    await stub.reached.wait()
    await talk.send("and cooking")
    await talk.send("mornings are bad")
    stub.gate.set()
    await talk.bot.gateway.idle()
    assert asked(stub) == ["i like sewing", "and cooking\nmornings are bad"]


async def test_buttons_are_never_joined(talk: Talk, stub: StubRasa) -> None:
    stub.answer = asking
    stub.gate = asyncio.Event()
    await talk.send("hello")
    await stub.reached.wait()
    for words in ("well", "some company", "last"):
        await talk.send(words)
    stub.gate.set()
    await talk.bot.gateway.idle()
    assert asked(stub) == ["hello", "well", "Some company", "last"]


async def test_stop_words_and_crisis_words_are_never_joined_and_pass_what_waits(talk: Talk, stub: StubRasa) -> None:
    stub.answer = asking
    await talk.say("hello")
    for number, words in enumerate(("well", "he hits me", "stop", "last")):
        talk.bot.store.claims.claim(Inbound("web", f"ada:queued-{number}", "ada", text=words))
    await talk.bot.gateway.sweep()
    await talk.bot.gateway.idle()
    texts = [m["text"] for m in talk.messages()]
    assert asked(stub) == ["hello", "last"]
    assert texts[0].startswith("I'm sorry. No one has the right")
    assert "Stopped. I won't write unless you do." in texts


async def test_a_button_sends_its_intent_and_entities_as_data(talk: Talk, stub: StubRasa) -> None:
    stub.answer = asking
    question = (await talk.say("hello"))[-1]
    await talk.press(question, "Get out a bit")
    pressed = stub.asked[-1]
    assert (pressed["intent"], pressed["entities"], pressed["text"]) == (
        "inform",
        {"answer": "get out a bit"},
        "Get out a bit",
    )
    assert pressed["asked"] == "hopes"


async def test_a_title_or_a_number_typed_is_a_press(talk: Talk, stub: StubRasa) -> None:
    stub.answer = asking
    await talk.say("hello")
    await talk.say(" some COMPANY. ")
    assert stub.asked[-1]["entities"] == {"answer": "some company"}
    await talk.say("start")
    await talk.say("2")
    assert stub.asked[-1]["entities"] == {"answer": "get out a bit"}


async def test_a_number_that_was_not_offered_or_that_the_question_expects_is_text(talk: Talk, stub: StubRasa) -> None:
    stub.answer = lambda _: turn_of(
        reply("How old are you?", "16 or 17", "18 to 24"), form="find_support_form", slot="age"
    )
    await talk.say("hello")
    await talk.say("2")
    assert (stub.asked[-1]["intent"], stub.asked[-1]["text"]) == (None, "2")
    stub.answer = asking
    await talk.say("ok")
    await talk.say("3")
    assert (stub.asked[-1]["intent"], stub.asked[-1]["text"]) == (None, "3")


async def test_a_title_that_several_cards_share_is_left_to_the_dialogue(talk: Talk, stub: StubRasa) -> None:
    cards = [
        reply("Thread & Kettle", "Introduce me", kind="options"),
        reply("Good Soil", "Introduce me", kind="options"),
    ]
    stub.answer = lambda _: turn_of(*cards)
    await talk.say("hello")
    await talk.say("introduce me")
    assert stub.asked[-1]["intent"] is None
    await talk.say("2")
    assert stub.asked[-1]["intent"] == "inform"


async def test_an_old_button_is_answered_kindly_and_the_question_returns(talk: Talk, stub: StubRasa) -> None:
    stub.answer = asking
    question = (await talk.say("hello"))[-1]
    await talk.press(question, "Some company")
    messages = await talk.press(question, "Get out a bit")
    assert messages[0]["text"].startswith("That button is from an earlier question")
    assert stub.asked[-1]["intent"] == "event_resume"


async def test_a_double_tap_says_nothing_twice(talk: Talk, stub: StubRasa) -> None:
    stub.answer = asking
    question = (await talk.say("hello"))[-1]
    button = question["buttons"][0][0]
    await talk.send(button=button)
    messages = await talk.say(button=button)
    assert [m["text"] for m in messages] == ["Which part are you in?"]
    assert asked(stub) == ["hello", "Some company"]


async def test_someone_elses_button_does_nothing(bot: Bot, talk: Talk, stub: StubRasa) -> None:
    stub.answer = asking
    question = (await talk.say("hello"))[-1]
    stranger = Talk(bot, "stranger")
    messages = await stranger.say(button=question["buttons"][0][0])
    assert messages[0]["text"].startswith("That button is from an earlier question")


async def test_the_first_words_of_someone_new_are_met_with_the_hello(talk: Talk, stub: StubRasa) -> None:
    await talk.say("i like sewing")
    await talk.say("and cooking")
    assert [(body["intent"], body["text"]) for body in stub.asked] == [
        ("first_words", "i like sewing"),
        (None, "and cooking"),
    ]


async def test_a_first_message_without_words_is_met_with_the_hello_too(talk: Talk, stub: StubRasa) -> None:
    messages = await talk.say(media="sticker")
    assert "stickers" in messages[0]["text"]
    assert asked(stub) == ["first_words"]


async def test_a_slash_means_nothing(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    await talk.say('/inform{"x":1}')
    assert (stub.asked[-1]["intent"], stub.asked[-1]["text"]) == (None, '/inform{"x":1}')


async def test_messages_without_words_get_a_kind_line_and_the_question_returns(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    for nothing in ("", "   ", "🌻🌻", "\x00\x07", "..."):
        messages = await talk.say(nothing)
        assert messages[0]["text"].startswith("I can only read words")
    assert set(asked(stub)[1:]) == {"event_resume"}


async def test_a_thumbs_up_means_yes(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    await talk.say("👍🏾")
    assert stub.asked[-1]["intent"] == "affirm"


async def test_a_very_long_message_is_read_up_to_a_limit_and_the_person_is_told(talk: Talk, stub: StubRasa) -> None:
    messages = await talk.say(" ".join(f"sewing and cooking {number}" for number in range(600)))
    assert messages[0]["text"].startswith("Thank you for writing so much")
    assert 3900 < len(stub.asked[-1]["text"]) <= 4000


async def test_danger_at_the_end_of_a_very_long_message_is_seen(talk: Talk, stub: StubRasa) -> None:
    messages = await talk.say(" ".join(f"sewing {number}" for number in range(1200)) + " i want to kill myself")
    assert "999" in messages[0]["text"]
    assert stub.asked == []


async def test_what_cannot_be_read_gets_its_own_line(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    for media, words in {
        "voice": "voice note",
        "photo": "picture",
        "location": "map pin",
        "hologram": "that kind",
    }.items():
        messages = await talk.say(media=media)
        assert words in messages[0]["text"]
    assert set(asked(stub)[1:]) == {"event_resume"}


async def test_an_edited_message_is_read_without_the_open_question(talk: Talk, stub: StubRasa) -> None:
    stub.answer = asking
    await talk.say("hello")
    await talk.say("no, afternoons", kind="edit")
    assert (stub.asked[-1]["text"], stub.asked[-1]["asked"]) == ("no, afternoons", None)


async def test_a_reply_may_stand_in_front_of_the_next(talk: Talk, stub: StubRasa) -> None:
    front = reply("Cooking, mornings. Got it.", data={"join": "next"})
    stub.answer = lambda _: turn_of(front, reply("Which part are you in?", "Skip"))
    messages = await talk.say("cooking, not mornings")
    assert [m["text"] for m in messages] == ["Cooking, mornings. Got it. Which part are you in?"]
    assert [title for _, title in messages[0]["buttons"]] == ["Skip"]


async def test_rasa_away_is_told_once_and_answered_later(talk: Talk, stub: StubRasa, clock: FrozenClock) -> None:
    stub.status = 503
    assert [m["text"][:14] for m in await talk.say("hello")] == ["I'm slow today"]
    for _ in range(3):
        clock.move(timedelta(minutes=2))
        await talk.bot.gateway.sweep()
        assert await talk.say("are you there?") == []
    stub.status = 200
    clock.move(timedelta(minutes=2))
    await talk.bot.gateway.sweep()
    await talk.bot.gateway.idle()
    assert next(m["text"] for m in talk.messages()) == "You said: hello"
    assert len({body["turn"] for body in stub.asked if body["text"] == "hello"}) == 1


async def test_a_slow_rasa_is_an_outage_and_its_turn_is_not_run_again(
    talk: Talk, stub: StubRasa, clock: FrozenClock, bot: Bot
) -> None:
    stub.gate = asyncio.Event()
    bot.outside.rasa._http.timeout = 0.05
    await talk.send("hello")
    stub_task = asyncio.create_task(bot.gateway.idle())
    await asyncio.wait([stub_task], timeout=0.01)
    stub.gate.set()
    await stub_task
    clock.move(timedelta(minutes=2))
    await bot.gateway.sweep()
    await bot.gateway.idle()
    assert [m["text"] for m in talk.messages()][-1] == "You said: hello"
    assert set(stub.runs.values()) == {1}


async def test_an_action_that_failed_lets_no_success_line_out(
    bot: Bot, talk: Talk, stub: StubRasa, clock: FrozenClock
) -> None:
    def fails(body: dict[str, Any]) -> dict[str, Any]:
        bot.failed_actions.add(body["turn"])
        return turn_of(reply("It's gone, just now."))

    stub.answer = fails
    assert [m["text"][:14] for m in await talk.say("send it")] == ["I'm slow today"]


async def test_empty_replies_are_a_fault_and_a_turn_that_keeps_failing_is_given_up(
    talk: Talk, stub: StubRasa, clock: FrozenClock
) -> None:
    stub.answer = lambda _: turn_of()
    texts = [m["text"] for m in await talk.say("hello")]
    for _ in range(6):
        clock.move(timedelta(minutes=2))
        await talk.bot.gateway.sweep()
        await talk.bot.gateway.idle()
        texts += [m["text"] for m in talk.messages()]
    assert [text[:14] for text in texts] == ["I'm slow today", "Sorry, I got s"]
    stub.answer = lambda _: turn_of(reply("Here I am."))
    assert [m["text"] for m in await talk.say("again")] == ["Here I am."]


async def test_stop_is_silence_until_they_write(talk: Talk, stub: StubRasa, bot: Bot) -> None:
    await talk.say("hello")
    stopped = await talk.say("Stop, please!")
    assert [title for _, title in stopped[0]["buttons"]] == ["Delete everything", "Carry on"]
    bot.store.claims.claim_event(talk.person, "news:1", "news", {"news": "1"})
    await bot.gateway.sweep()
    await bot.gateway.idle()
    assert talk.messages() == []
    await talk.press(stopped[0], "Carry on")
    assert asked(stub) == ["hello", "Carry on", "event_news"]


async def test_news_comes_once_in_the_persons_order_as_a_notice(talk: Talk, bot: Bot, stub: StubRasa) -> None:
    await talk.say("hello")
    for _ in range(2):
        bot.store.claims.claim_event(talk.person, "news:7", "news", {"news": "7"})
    await bot.gateway.sweep()
    await bot.gateway.idle()
    assert [m["kind"] for m in talk.messages()] == ["notice"]
    assert (stub.asked[-1]["intent"], stub.asked[-1]["entities"]) == ("event_news", {"news": "7"})


async def test_a_deleted_person_leaves_only_the_goodbye_and_comes_back_as_someone_new(
    talk: Talk, bot: Bot, stub: StubRasa
) -> None:
    await talk.say("hello")
    before = talk.person
    stub.answer = lambda _: turn_of(reply("It's all gone.", data={"after": "erase"}))
    await talk.say("delete everything, yes")
    assert [row[3].get("text") for row in bot.store.messages.after(before, 0)] == ["It's all gone.", None]
    stub.answer = lambda _: turn_of(reply("Hello."))
    await talk.say("hi")
    assert talk.person != before
    assert stub.asked[-1]["intent"] == "first_words"


@pytest.mark.parametrize("comes_back", [False, True])
async def test_the_tracker_and_the_last_rows_of_a_deleted_person_go_soon(
    talk: Talk, bot: Bot, stub: StubRasa, clock: FrozenClock, comes_back: bool
) -> None:
    stub.answer = lambda _: turn_of(reply("It's all gone.", data={"after": "erase"}))
    await talk.say("delete everything, yes")
    before = talk.person
    if comes_back:
        stub.answer = echo
        await talk.say("hi")
    clock.move(timedelta(minutes=3))
    assert bot.store.erasure.erased_people() == [before]
    assert await erase_tracker_and_rows(bot, before)
    assert stub.erased == [before]
    with bot.outside.engine.connect() as connection:
        for table in (
            "conversation where id",
            "address where person_id",
            *(f"{t} where conversation_id" for t in ROWS),
        ):
            assert connection.execute(text(f"select count(*) from {table} = :p"), {"p": before}).scalar() == 0


async def test_words_are_blanked_after_an_hour_and_crisis_words_after_thirty_days(
    talk: Talk, bot: Bot, clock: FrozenClock
) -> None:
    await talk.say("i like sewing")
    await talk.say("i want to kill myself")

    def kept() -> list[str]:
        return [e.text for e in bot.store.history.both_sides(talk.person) if e.by == "person"]

    assert kept() == ["i like sewing", "i want to kill myself"]
    clock.move(timedelta(minutes=59))
    bot.store.erasure.forget_words()
    assert kept() == ["", "i want to kill myself"]
    clock.move(timedelta(days=30))
    bot.store.erasure.forget_words()
    assert kept() == ["", ""]


async def test_nothing_a_person_wrote_stands_readable_in_the_database(talk: Talk, bot: Bot) -> None:
    await talk.say("my name is Marcia and I sew")
    with bot.outside.engine.connect() as connection:
        for table in ("address", "conversation", "inbound", "turn", "button", "outbox"):
            for row in connection.execute(text(f"select * from {table}")):
                assert "Marcia" not in str(row)
                assert "'ada'" not in str(row)


async def test_where_no_question_is_open_the_kind_line_stands_alone(talk: Talk, stub: StubRasa) -> None:
    await talk.say("hello")
    stopped = (await talk.say("stop"))[0]
    stub.answer = lambda _: turn_of()
    assert [m["text"][:9] for m in await talk.press(stopped, "Carry on")] == ["I'm here."]
    assert [m["text"][:15] for m in await talk.say("🌻")] == ["I can only read"]
