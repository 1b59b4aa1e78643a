"""A place's letters on Telegram: the deep link, the letter, the answer, "stop"; beside people's own conversations."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from bot.channels.email import KeptLocally
from bot.channels.telegram_in import TelegramIn
from bot.channels.telegram_part import TelegramPart, open_telegram
from bot.copy import Copy
from bot.gateway.provider_chats import ProviderChats
from bot.store.engine import READ_ONLY
from bot.wiring import Bot
from bot.worker import Worker
from introductions import Introductions
from introductions.service import as_places_say, open_introductions
from knowledge.directory import Directory
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from tests.bot.loopback import served
from tests.bot.stub_rasa import StubRasa
from tests.doubles.telegram_api import TOKEN, TelegramDouble
from tests.introductions.places import DIRECTORY
from tests.introductions.steps import MARCIA, Settings, Story, token_of

ADE, ADA = 1001, 2002
SECOND = MARCIA.replace("0b7c", "0b7d")


@pytest.fixture
def double() -> TelegramDouble:
    return TelegramDouble()


@pytest.fixture
async def part(double: TelegramDouble) -> AsyncIterator[TelegramPart]:
    async with served(double.app()) as url:
        part = open_telegram(TOKEN, url, Copy())
        yield part
        await part.channel.close()


@pytest.fixture
async def bot(rebuild: Callable[..., Bot], part: TelegramPart) -> AsyncIterator[Bot]:
    bot = rebuild(channels={"telegram": part.channel})
    yield bot
    await bot.close()


@pytest.fixture
def listed(engine: Engine, clock: FrozenClock) -> Callable[[], Directory]:
    """The sewing circle has a keeper, who was never asked about it."""
    kept = [replace(one, keeper="Ade" if one.id == "circle" else "") for one in DIRECTORY.services.values()]
    written = Directory.of(DIRECTORY.providers.values(), kept)
    reading = engine.execution_options(**READ_ONLY)
    return lambda: as_places_say(reading, written, clock.now())


@pytest.fixture
def room(engine: Engine, clock: FrozenClock, cipher: Cipher, listed: Callable[[], Directory]) -> Introductions:
    return open_introductions(engine, listed, clock, cipher, Settings())


@pytest.fixture
def story(room: Introductions, clock: FrozenClock) -> Story:
    return Story(room, clock)


@pytest.fixture
def live(bot: Bot, part: TelegramPart, room: Introductions) -> Callable[[], Awaitable[TelegramIn]]:
    incoming = part.incoming(bot.gateway, ProviderChats(room, bot.store, bot.threads, bot.notifier))
    worker = Worker(bot, room, KeptLocally())

    async def live() -> TelegramIn:
        """Fetch what came, answer it, send what is due."""
        await incoming.poll_once(0)
        await bot.gateway.idle()
        while await bot.sender.run_once() + await worker.send_letters():
            pass
        return incoming

    return live


def code(room: Introductions, story: Story) -> str:
    _, token = story.sent()
    room.open_link(token)
    return room.chat_code(token)


async def test_a_place_lives_in_its_chat(
    double: TelegramDouble,
    live: Callable[[], Awaitable[TelegramIn]],
    room: Introductions,
    story: Story,
    stub: StubRasa,
) -> None:
    double.twice = True
    double.writes(ADE, text=f"/start {code(room, story)}")
    await live()
    assert [text.split(".")[0] for text in double.texts(ADE)] == ["This chat now belongs to your place"]
    introduction = story.agreed(person=SECOND)
    await live()
    letter = double.sent[-1]
    assert introduction.short in letter["text"]
    assert room.introduction(introduction.id).state == "sent"
    story.news()
    double.writes(ADE, text="Thursday at 11. Ask for Ade.", reply_to_message=letter)
    await live()
    assert double.texts(ADE)[-1] == f"Passed on. Reference {introduction.short}."
    [news] = [one for one in room.pending_news() if one.name == "relayed"]
    assert (news.introduction_id, news.data["text"]) == (introduction.id, "Thursday at 11. Ask for Ade.")
    double.writes(ADE, voice={"file_id": "v", "file_unique_id": "u", "duration": 2})
    await live()
    assert "words only" in double.texts(ADE)[-1]
    double.writes(ADE, text="/stop")
    await live()
    assert "by email again" in double.texts(ADE)[-1]
    assert stub.asked == []
    assert len(double.texts(ADE)) == 5


async def test_a_person_s_own_chat_never_becomes_a_place_s(
    double: TelegramDouble, live: Callable[[], Awaitable[TelegramIn]], room: Introductions, story: Story, bot: Bot
) -> None:
    double.writes(ADA, text="hello")
    await live()
    double.writes(ADA, text=f"/start {code(room, story)}")
    incoming = await live()
    for nicety in list(incoming._niceties):
        await nicety
    assert double.texts(ADA)[0] == "You said: hello"
    assert "talk of your own" in double.texts(ADA)[1]
    assert not room.is_on_chat("kettle")
    double.writes(ADA, text="and sewing")
    await live()
    assert double.texts(ADA)[2] == "You said: and sewing"
    assert bot.store.claims.conversation_of("telegram", str(ADE)) is None


async def test_a_used_link_opens_no_conversation(
    double: TelegramDouble, live: Callable[[], Awaitable[TelegramIn]], room: Introductions, story: Story, bot: Bot
) -> None:
    link = f"/start {code(room, story)}"
    double.writes(ADE, text=link)
    await live()
    double.writes(ADA, text=link)
    incoming = await live()
    for nicety in list(incoming._niceties):
        await nicety
    assert "used already" in double.texts(ADA)[0]
    assert bot.store.claims.conversation_of("telegram", str(ADA)) is None


async def test_a_place_that_blocked_us_gets_its_letter_by_mail(
    double: TelegramDouble, live: Callable[[], Awaitable[TelegramIn]], room: Introductions, story: Story
) -> None:
    double.writes(ADE, text=f"/start {code(room, story)}")
    await live()
    double.blocked.add(ADE)
    introduction = story.agreed(person=SECOND)
    await live()
    [letter] = [one for one in room.sent_letters() if one.introduction_id == introduction.id]
    assert (letter.to, token_of(letter) != "") == ("hello@kettle.example", True)
    assert room.introduction(introduction.id).state == "sent"


async def test_a_keeper_answers_with_a_button_or_in_words(
    double: TelegramDouble,
    live: Callable[[], Awaitable[TelegramIn]],
    room: Introductions,
    story: Story,
    listed: Callable[[], Directory],
    clock: FrozenClock,
) -> None:
    double.twice = True
    double.writes(ADE, text=f"/start {code(room, story)}")
    await live()
    room.ask_keepers()
    await live()
    letter = double.sent[-1]
    buttons = [row[0] for row in letter["reply_markup"]["inline_keyboard"]]
    assert [button["text"] for button in buttons] == ["Yes, still right", "Something changed"]
    assert all(len(button["callback_data"]) <= 64 for button in buttons)
    double.presses(ADE, letter, "Something changed")
    await live()
    assert "What has changed?" in double.texts(ADE)[-1]
    story.news()
    double.writes(ADE, text="It is on Tuesdays now.")
    await live()
    assert listed().services["circle"].doubt == "changed"
    assert story.news() == []
    double.presses(ADE, letter, "Yes, still right")
    await live()
    double.writes(ADE, text="Yes, sorry, all right.", reply_to_message=letter)
    await live()
    assert (listed().services["circle"].doubt, listed().services["circle"].checked) == ("", clock.now().date())
    assert "That is kept" in double.texts(ADE)[-1]
    double.writes(ADE, text="Ask for Ade.")
    await live()
    assert story.news() == ["relayed"]


async def test_another_place_s_button_changes_nothing(
    double: TelegramDouble, live: Callable[[], Awaitable[TelegramIn]], room: Introductions, story: Story,
    listed: Callable[[], Directory],
) -> None:  # fmt: skip
    double.writes(ADE, text=f"/start {code(room, story)}")
    room.ask_keepers()
    await live()
    for button in ("k:yes:" + "0" * 32, "k:yes:x", "k:closed:" + "0" * 32):
        forged = {**double.sent[-1], "reply_markup": {"inline_keyboard": [[{"text": "Yes", "callback_data": button}]]}}
        double.presses(ADE, forged, "Yes")
        await live()
    assert listed().services["circle"].checked is None


async def test_a_place_s_answer_at_night_wakes_nobody_on_telegram(
    double: TelegramDouble,
    live: Callable[[], Awaitable[TelegramIn]],
    room: Introductions,
    story: Story,
    bot: Bot,
    clock: FrozenClock,
) -> None:
    worker = Worker(bot, room, KeptLocally())

    async def heard() -> int:
        await worker.queue_news()
        await live()
        return len(double.texts(ADA))

    double.writes(ADA, text="hello")
    await live()
    person = bot.store.claims.conversation_of("telegram", str(ADA))
    assert person
    _, token = story.sent(person=person)
    before = await heard()
    assert before == 2  # the answer, and that the letter went
    clock.set(datetime(2026, 11, 4, 2, 30, tzinfo=UTC))
    room.say_hello(token, "Ade", "Come in", "Thursday")
    assert await heard() == before
    clock.set(datetime(2026, 11, 4, 9, 0, tzinfo=UTC))
    assert await heard() == before + 1
