"""The day in which we may write, what waits when it is over, and who is told so."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.channels.whatsapp import load_template
from bot.wiring import Bot
from nwd.clock import FrozenClock
from tests.bot.stub_rasa import StubRasa, reply, turn_of
from tests.bot.whatsapp.people import ADA, Post
from tests.doubles.whatsapp_api import (
    GraphError,
    WhatsAppDouble,
)


def news(bot: Bot, person: str, name: str) -> None:
    bot.store.claims.claim_event(person, f"news:{name}", "news", {"news": name})


async def told(bot: Bot) -> None:
    await bot.gateway.sweep()
    await bot.gateway.idle()
    while await bot.sender.run_once():
        pass


async def test_after_a_day_news_waits_and_one_word_that_names_nothing_goes_to_who_agreed(
    double: WhatsAppDouble, post: Post, bot: Bot, clock: FrozenClock, agreed: set[str], stub: StubRasa
) -> None:
    await post(double.writes(ADA, "hello"))
    person = bot.store.claims.conversation_of("whatsapp", ADA)
    assert person
    agreed.add(person)
    clock.move(timedelta(days=2))
    stub.answer = lambda body: turn_of(reply(f"{body['entities']['news']} from Thread & Kettle"))
    for name in ("first", "second"):
        news(bot, person, name)
        await told(bot)
    assert double.texts(ADA)[1:] == [f"template {load_template().name}"]
    stub.answer = lambda body: turn_of(reply("Hello again."))
    await post(double.writes(ADA, "hi"))
    assert double.texts(ADA)[2:] == ["first from Thread & Kettle", "second from Thread & Kettle", "Hello again."]


async def test_who_did_not_agree_hears_it_when_they_write(
    double: WhatsAppDouble, post: Post, bot: Bot, clock: FrozenClock
) -> None:
    await post(double.writes(ADA, "hello"))
    person = bot.store.claims.conversation_of("whatsapp", ADA)
    assert person
    clock.move(timedelta(days=2))
    news(bot, person, "n")
    await told(bot)
    assert len(double.sent) == 1
    assert bot.store.delivery.is_unreached(person)
    await post(double.writes(ADA, "hi"))
    assert double.texts(ADA)[1:] == ["You said: event_news", "You said: hi"]
    assert not bot.store.delivery.is_unreached(person)


async def test_no_template_goes_in_the_quiet_hours(
    double: WhatsAppDouble, post: Post, bot: Bot, clock: FrozenClock, agreed: set[str], quiet: dict[str, datetime]
) -> None:
    await post(double.writes(ADA, "hello"))
    person = bot.store.claims.conversation_of("whatsapp", ADA)
    assert person
    agreed.add(person)
    clock.move(timedelta(days=2))
    quiet["until"] = clock.now() + timedelta(hours=3)
    news(bot, person, "n")
    await told(bot)
    assert len(double.sent) == 1
    clock.move(timedelta(hours=3, seconds=1))
    await told(bot)
    assert double.texts(ADA)[1:] == [f"template {load_template().name}"]


async def test_when_meta_says_that_the_day_is_over_the_message_waits(
    double: WhatsAppDouble, post: Post, bot: Bot
) -> None:
    double.refusals.append(GraphError(131047, "Re-engagement message"))
    await post(double.writes(ADA, "hello"))
    assert (double.texts(ADA), bot.store.delivery.dead()) == ([], [])
    await post(double.writes(ADA, "still there?"))
    assert double.texts(ADA) == ["You said: hello", "You said: still there?"]


async def test_who_opts_out_is_written_to_only_after_they_write(
    double: WhatsAppDouble, post: Post, bot: Bot, stub: StubRasa
) -> None:
    value = double.writes(ADA, "hello")
    await post(value)
    person = bot.store.claims.conversation_of("whatsapp", ADA)
    assert person
    wish = {"user_id": ADA, "detail": "d", "category": "marketing_messages", "timestamp": 1}
    without = {key: part for key, part in value.items() if key != "messages"}
    await post(without | {"user_preferences": [wish | {"value": "stop"}]})
    news(bot, person, "n")
    await told(bot)
    assert len(double.sent) == 1
    await post(without | {"user_preferences": [wish | {"value": "resume"}]})
    await told(bot)
    assert double.texts(ADA)[1:] == ["You said: event_news"]


async def test_who_writes_in_the_quiet_hours_is_answered_and_hears_what_waited(
    double: WhatsAppDouble, post: Post, bot: Bot, clock: FrozenClock, agreed: set[str], quiet: dict[str, datetime]
) -> None:
    await post(double.writes(ADA, "hello"))
    person = bot.store.claims.conversation_of("whatsapp", ADA)
    assert person
    agreed.add(person)
    clock.move(timedelta(days=2))
    quiet["until"] = clock.now() + timedelta(hours=8)
    news(bot, person, "n")
    await told(bot)
    assert len(double.sent) == 1
    await post(double.writes(ADA, "i want to kill myself"))
    said = double.texts(ADA)[1:]
    assert said[0] == "You said: event_news"
    assert "999" in said[1]


@pytest.fixture
async def who_agreed(double: WhatsAppDouble, post: Post, bot: Bot, agreed: set[str]) -> str:
    """Ada, who wrote once and may be written to."""
    await post(double.writes(ADA, "hello"))
    person = bot.store.claims.conversation_of("whatsapp", ADA)
    assert person
    agreed.add(person)
    return person


@pytest.mark.parametrize(("code", "status"), [(132001, 404), (132015, 400), (131049, 400), (131050, 400)])
async def test_a_template_that_is_refused_does_not_take_the_news_with_it(
    double: WhatsAppDouble, post: Post, bot: Bot, clock: FrozenClock, who_agreed: str, code: int, status: int
) -> None:
    clock.move(timedelta(days=2))
    double.refusals.append(GraphError(code, "template", status))
    news(bot, who_agreed, "n")
    with capture_logs() as logs:
        await told(bot)
    assert [entry["log_level"] for entry in logs if entry["event"] == "template_refused"] == ["error"]
    assert bot.store.delivery.dead() == []
    assert bot.store.delivery.is_unreached(who_agreed)
    await post(double.writes(ADA, "hi"))
    assert double.texts(ADA)[1:] == ["You said: event_news", "You said: hi"]


async def test_when_meta_says_that_the_day_is_over_who_agreed_is_told_that_something_waits(
    double: WhatsAppDouble, bot: Bot, who_agreed: str
) -> None:
    del double.last_written[ADA]  # by Meta's clock
    news(bot, who_agreed, "n")
    await told(bot)
    assert double.texts(ADA)[1:] == [f"template {load_template().name}"]
    assert bot.store.delivery.is_unreached(who_agreed)


async def test_when_meta_says_so_later_who_agreed_is_told_too_and_once(
    double: WhatsAppDouble, post: Post, bot: Bot, who_agreed: str
) -> None:
    failed = double.statuses(double.sent[0], "failed", code=131047)
    await post(failed, failed)
    await post(failed)
    assert double.texts(ADA)[1:] == [f"template {load_template().name}"]
    await post(double.writes(ADA, "hi"))
    assert double.texts(ADA)[2:] == ["You said: hello", "You said: hi"]


async def test_when_they_wrote_before_meta_said_so_it_simply_goes(
    double: WhatsAppDouble, post: Post, bot: Bot, clock: FrozenClock, who_agreed: str
) -> None:
    clock.move(timedelta(seconds=5))
    await post(double.writes(ADA, "hi"), double.statuses(double.sent[0], "failed", code=131047))
    assert sorted(double.texts(ADA)[1:]) == ["You said: hello", "You said: hi"]


async def test_the_day_counts_from_when_they_wrote_not_from_when_we_heard(
    double: WhatsAppDouble, post: Post, bot: Bot, clock: FrozenClock, who_agreed: str
) -> None:
    late = double.writes(ADA, "hi")
    clock.move(timedelta(hours=20))
    await post(late)
    clock.move(timedelta(hours=5))
    asked = len(double.asked)
    news(bot, who_agreed, "n")
    await told(bot)
    assert [body["type"] for body in double.asked[asked:]] == ["template"]  # no try that Meta would refuse


async def test_an_older_message_that_comes_late_does_not_shorten_the_day(
    double: WhatsAppDouble, post: Post, bot: Bot, clock: FrozenClock, who_agreed: str
) -> None:
    late = double.writes(ADA, "first")
    clock.move(timedelta(hours=20))
    await post(double.writes(ADA, "second"))
    await post(late)
    clock.move(timedelta(hours=5))
    news(bot, who_agreed, "n")
    await told(bot)
    assert double.texts(ADA)[-1] == "You said: event_news"
