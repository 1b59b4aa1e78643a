"""One person, two phones: a code told in one chat and typed in the other."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.channels.contract import Inbound
from bot.gateway.codes import code_of, is_code, made_from
from bot.store.joining import CODES_AN_HOUR, START, TRIES, TRIES_OF_START
from bot.store.model import Position, Turn, Waiting
from bot.store.tables import address, conversation
from bot.wiring import Bot
from nwd.clock import FrozenClock
from tests.bot.bot_harness import Talk


def issue(bot: Bot, talk: Talk, turn: str = "turn-1") -> str:
    code = bot.store.joining.issue(talk.person, turn)
    assert code
    return code


async def settle(bot: Bot) -> None:
    """Let what was queued for another conversation run too."""
    await bot.gateway.sweep()
    await bot.gateway.idle()


async def two_phones(bot: Bot, clock: FrozenClock) -> tuple[Talk, Talk]:
    first, second = Talk(bot, "ada"), Talk(bot, "adas-phone")
    await first.say("hello")
    clock.move(timedelta(minutes=1))
    await second.say("hello")
    return first, second


def texts(messages: list[dict[str, Any]]) -> str:
    return "\n".join(m["text"] for m in messages)


async def test_a_typed_code_moves_the_newer_chat_into_the_older(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    older, newer = first.person, second.person
    answer = texts(await second.say(issue(bot, first)))
    assert "now one" in answer
    assert first.person == second.person == older
    assert newer != older


async def test_the_older_chat_wins_whichever_of_them_asked(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    older = first.person
    await first.say(issue(bot, second))
    assert first.person == second.person == older


async def test_the_dialogue_hears_of_it_in_the_chat_where_the_code_was_typed(
    bot: Bot, clock: FrozenClock, stub: Any
) -> None:
    first, second = await two_phones(bot, clock)
    older, newer = first.person, second.person
    await second.say(issue(bot, first))
    await settle(bot)
    asked = stub.asked[-1]
    assert (asked["conversation"], asked["intent"]) == (older, "event_joined")
    assert asked["entities"] == {"joined": newer}
    assert "event_joined" in texts(second.messages())


async def test_both_histories_stand_in_one_line(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    await first.say("I like sewing")
    await second.say("mornings are best")
    await second.say(issue(bot, first))
    said = [entry.text for entry in bot.store.history.both_sides(first.person)]
    assert "I like sewing" in said
    assert "mornings are best" in said


async def test_what_was_said_before_comes_to_no_phone_anew(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    await first.say("I like sewing")
    await second.say(issue(bot, first))
    await second.say("and mornings")
    theirs, own = (_texts_at(bot, first.person, talk.sender) for talk in (first, second))
    assert ("You said: I like sewing" in theirs, "You said: I like sewing" in own) == (True, False)
    assert "You said: and mornings" in theirs
    assert "You said: and mornings" in own


def _texts_at(bot: Bot, person: str, sender: str) -> list[str]:
    return [str(row[3].get("text", "")) for row in bot.store.messages.after(person, 0, at=("web", sender))]


async def test_the_chat_that_asked_is_told_that_its_code_was_used(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    first.messages()
    await second.say(issue(bot, first))
    assert "Your other phone has joined" in texts(first.messages())


async def test_a_code_works_once(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    third = Talk(bot, "someone-else")
    await third.say("hello")
    code = issue(bot, first)
    await second.say(code)
    assert "not one of mine" in texts(await third.say(code))
    assert third.person != first.person


async def test_a_code_is_dead_after_ten_minutes(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    code = issue(bot, first)
    clock.move(timedelta(minutes=11))
    assert "not one of mine" in texts(await second.say(code))
    assert second.person != first.person


async def test_a_code_typed_where_it_was_asked_for_joins_nothing_and_stays_good(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    code = issue(bot, first)
    assert "in your other chat" in texts(await first.say(code))
    await second.say(code)
    assert second.person == first.person


async def test_after_five_wrong_codes_even_a_right_one_waits(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    code = issue(bot, first)
    for number in range(TRIES):
        await second.say(made_from(f"guess {number}"))
    assert "Wait ten minutes" in texts(await second.say(code))
    assert second.person != first.person
    clock.move(timedelta(minutes=11))
    await second.say(issue(bot, first, "turn-2"))
    assert second.person == first.person


async def test_codes_are_not_given_out_without_end(bot: Bot, clock: FrozenClock) -> None:
    first, _ = await two_phones(bot, clock)
    given_out = [bot.store.joining.issue(first.person, f"turn-{n}") for n in range(CODES_AN_HOUR + 1)]
    assert all(given_out[:-1])
    assert given_out[-1] is None
    assert bot.store.joining.issue(first.person, "turn-0") == given_out[0]  # a retried turn says the same


async def test_a_link_asks_before_it_joins(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    code = issue(bot, first)
    [asked] = await second.say("greet", kind="command", data={"door": code})
    assert second.person != first.person
    await second.press(asked, "Yes, join them")
    assert second.person == first.person


async def test_someone_who_never_wrote_joins_with_their_first_tap(bot: Bot, clock: FrozenClock) -> None:
    first = Talk(bot, "ada")
    await first.say("hello")
    second = Talk(bot, "adas-phone")
    [asked] = await second.say("greet", kind="command", data={"door": issue(bot, first)})
    await second.press(asked, "Yes, join them")
    assert second.person == first.person


async def test_what_was_sent_meanwhile_is_answered_in_the_joined_chat(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    code = issue(bot, first)
    await second.send(code)
    await second.send("and I like music")
    await bot.gateway.idle()
    await settle(bot)
    assert "You said: and I like music" in texts(second.messages())


async def test_two_chats_that_type_each_other_s_code_at_once_end_as_one(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    codes = issue(bot, first), issue(bot, second, "turn-2")
    await first.send(codes[1])
    await second.send(codes[0])
    await bot.gateway.idle()
    for _ in range(60):
        clock.move(timedelta(seconds=0.05))  # the waits of the two differ by chance, and each turn is short
        await settle(bot)
    assert first.person == second.person
    with bot.store.joining._db.read() as connection:
        open_ones = connection.scalars(select(conversation.c.id).where(conversation.c.status != "erased")).all()
    assert open_ones == [first.person]


async def test_nothing_of_the_left_conversation_is_kept(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    left = second.person
    await second.say(issue(bot, first))
    clock.move(timedelta(minutes=5))
    assert left in bot.store.erasure.erased_people()
    bot.store.erasure.erase(left)
    with bot.store.joining._db.read() as connection:
        assert connection.execute(select(address).where(address.c.person_id == left)).first() is None
    assert second.person == first.person


@pytest.mark.parametrize(
    "text", ["hello", "please", "create", "SE5 9RT", "CR4 3HE", "EC1 7HN", "123456", "", "no 1 knows"]
)
def test_ordinary_answers_are_no_codes(text: str) -> None:
    assert code_of(text) is None


@given(st.text())
def test_every_code_is_read_however_it_is_written(secret: str) -> None:
    code = made_from(secret.encode(errors="replace").hex())
    assert is_code(code)
    assert code_of(f" {code[:3].lower()} {code[3:].lower()} ") == code


async def test_codes_cross_channels(bot: Bot, clock: FrozenClock) -> None:
    first = Talk(bot, "ada")
    await first.say("hello")
    code = issue(bot, first)
    await bot.gateway.claim(Inbound("terminal", "t:1", "ada-at-home", "text", text=code))
    await bot.gateway.idle()
    assert bot.store.claims.conversation_of("terminal", "ada-at-home") == first.person


@pytest.mark.parametrize("answer", ["aged 47", "7 March", "Tue 4pm", "4th Mar", "36 year", "k7m4pq"])
async def test_an_answer_with_a_codes_letters_is_the_dialogues_and_locks_nothing(
    bot: Bot, clock: FrozenClock, stub: Any, answer: str
) -> None:
    first, second = await two_phones(bot, clock)
    for _ in range(TRIES + 1):
        await second.say(answer)
        assert stub.asked[-1]["text"] == answer
    await second.say(issue(bot, first))
    assert second.person == first.person


async def test_a_right_code_joins_however_it_is_written(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    code = issue(bot, first)
    await second.say(f"{code[:3]} {code[3:]}".lower())
    assert second.person == first.person


async def test_however_many_strangers_guess_a_code_of_somebody_elses_works(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    code = issue(bot, first)
    guesses = [made_from(f"guess {number}") for number in range(200)]
    for number, guess in enumerate(guess for guess in guesses if guess[:START] != code[:START]):
        bot.store.joining.look(typed_from(second, 1000 + number), guess)
    await second.say(code)
    assert second.person == first.person


async def test_a_code_dies_after_a_few_wrong_tries_that_begin_as_it_does(bot: Bot, clock: FrozenClock) -> None:
    first, second = await two_phones(bot, clock)
    code = issue(bot, first)
    ends = (f"{a}{b}4C" for a in "ACDEFG" for b in "34679")
    guesses = [code[:START] + end for end in ends if code[:START] + end != code]
    for number, guess in enumerate(guesses[:TRIES_OF_START]):
        is_sure = number % 2 == 0
        assert bot.store.joining.look(typed_from(second, 1000 + number), guess, is_sure=is_sure)[0] == "unknown"
    await second.say(code)
    assert second.person != first.person


def typed_from(talk: Talk, place: int) -> Turn:
    """A turn of somebody at another address."""
    position = Position(talk.person, "open", None, None, "en")
    return Turn("turn", position, (Waiting(1, "text", "x", place, datetime(2026, 11, 2, tzinfo=UTC)),))


async def test_what_was_being_claimed_while_two_chats_became_one_is_answered_in_the_one(
    bot: Bot, clock: FrozenClock, stub: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = await two_phones(bot, clock)
    newer, reached, go = second.person, threading.Event(), threading.Event()
    stock = bot.store.claims._insert

    def slow(connection: Any, said: Inbound, *where: Any) -> Any:
        if said.text == "one more":
            reached.set()
            assert go.wait(30)
        return stock(connection, said, *where)

    bot.store.claims.claim(Inbound("web", "adas-phone:98", "adas-phone", text=issue(bot, first)))
    monkeypatch.setattr(bot.store.claims, "_insert", slow)
    last = Inbound("web", "adas-phone:99", "adas-phone", text="one more")
    claiming = asyncio.create_task(asyncio.to_thread(bot.store.claims.claim, last))
    assert await asyncio.to_thread(reached.wait, 30)
    bot.gateway.poke(newer)
    await bot.gateway.idle()  # the join waits for the claim, and gives up until it is there
    go.set()
    await claiming
    for _ in range(3):
        await settle(bot)
    assert (newer != first.person, second.person) == (True, first.person)
    assert ("one more", first.person) in [(body["text"], body["conversation"]) for body in stub.asked]
