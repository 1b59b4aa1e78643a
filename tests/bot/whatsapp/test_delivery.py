"""Refusals that pass, refusals that do not, and what Meta reports later."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select
from structlog.testing import capture_logs

from bot.gateway.sender import MOST_ATTEMPTS
from bot.store.message_ids import kept
from bot.store.tables import inbound, outbox
from bot.wiring import Bot
from nwd.clock import FrozenClock
from tests.bot.whatsapp.people import ADA, BEN, Post
from tests.doubles.whatsapp_api import (
    GraphError,
    WhatsAppDouble,
)


async def test_too_fast_for_one_person_delays_that_person_and_no_other(
    double: WhatsAppDouble, post: Post, clock: FrozenClock
) -> None:
    double.refusals.append(GraphError(131056, "pair rate limit hit"))
    await post(double.writes(ADA, "hello"))
    await post(double.writes(BEN, "hi"))
    assert (double.texts(ADA), double.texts(BEN)) == ([], ["You said: hi"])
    clock.move(timedelta(seconds=7))
    await post()
    assert double.texts(ADA) == ["You said: hello"]


@pytest.mark.parametrize(("code", "status"), [(130429, 429), (80007, 400), (131016, 503), (4, 400), (190, 401)])
async def test_what_passes_is_tried_again(
    double: WhatsAppDouble, post: Post, clock: FrozenClock, code: int, status: int
) -> None:
    double.refusals.append(GraphError(code, "later", status))
    await post(double.writes(ADA, "hello"))
    assert double.texts(ADA) == []
    clock.move(timedelta(minutes=1))
    await post()
    assert double.texts(ADA) == ["You said: hello"]


async def test_what_will_never_go_is_a_dead_letter_that_can_be_sent_again(
    double: WhatsAppDouble, post: Post, bot: Bot
) -> None:
    double.refusals.append(GraphError(131026, "Message undeliverable"))
    await post(double.writes(ADA, "hello"))
    (letter,) = bot.store.delivery.dead()
    assert bot.store.delivery.resend(letter.n)
    await post()
    assert double.texts(ADA) == ["You said: hello"]


async def test_a_failure_that_is_reported_later_makes_a_dead_letter(
    double: WhatsAppDouble, post: Post, bot: Bot
) -> None:
    await post(double.writes(ADA, "hello"))
    await post(double.statuses(double.sent[0], "failed", code=131026))
    (letter,) = bot.store.delivery.dead()
    assert letter.channel_id == kept(bot.outside.cipher, double.sent[0]["id"])
    assert bot.store.delivery.is_unreached(letter.conversation)
    await post(double.statuses(double.sent[0], "delivered", "sent"))
    assert bot.store.delivery.dead() == []
    assert not bot.store.delivery.is_unreached(letter.conversation)


async def test_no_id_that_holds_a_number_is_kept(double: WhatsAppDouble, post: Post, engine: Engine) -> None:
    await post(double.writes(BEN, "hello"))
    assert BEN.encode() in base64.b64decode(double.sent[0]["id"].removeprefix("wamid."))
    with engine.connect() as connection:
        ids = [*connection.scalars(select(outbox.c.external_id)), *connection.scalars(select(inbound.c.external_id))]
    assert [one for one in ids if one and "wamid" in one] == []
    assert double.sent[0]["id"] not in ids


async def test_reports_out_of_order_and_twice_change_nothing(double: WhatsAppDouble, post: Post, bot: Bot) -> None:
    await post(double.writes(ADA, "hello"))
    await post(*[double.statuses(double.sent[0], state) for state in ("read", "delivered", "sent", "read", "played")])
    stranger = double.sent[0] | {"biz_opaque_callback_data": "999999", "id": "wamid.unknown"}
    await post(double.statuses(stranger, "failed", code=131026))
    assert bot.store.delivery.dead() == []
    assert double.texts(ADA) == ["You said: hello"]


async def test_a_throttling_that_is_reported_later_sends_once_more(
    double: WhatsAppDouble, post: Post, clock: FrozenClock
) -> None:
    await post(double.writes(ADA, "hello"))
    failed = double.statuses(double.sent[0], "failed", code=131056)
    await post(failed, failed)
    clock.move(timedelta(minutes=2))
    await post(failed)
    assert double.texts(ADA) == ["You said: hello"] * 2


ACCOUNT = [(131042, 400), (131031, 403), (368, 403), (10, 403), (200, 403), (131005, 403), (133010, 400), (190, 400)]


@pytest.mark.parametrize(("code", "status"), ACCOUNT)
async def test_what_is_wrong_with_our_account_kills_no_message_and_is_told_loudly(
    double: WhatsAppDouble, post: Post, bot: Bot, clock: FrozenClock, code: int, status: int
) -> None:
    double.refusals.append(GraphError(code, "account", status))
    with capture_logs() as logs:
        await post(double.writes(ADA, "hello"))
    (told,) = [entry for entry in logs if entry["event"] == "not_sent"]
    assert (told["log_level"], told["reason"]) == ("error", f"code {code}")
    clock.move(timedelta(minutes=2))
    await post()
    assert (double.texts(ADA), bot.store.delivery.dead()) == (["You said: hello"], [])


async def test_what_waits_for_our_account_waits_as_long_as_that_takes(
    double: WhatsAppDouble, post: Post, bot: Bot, engine: Engine, clock: FrozenClock
) -> None:
    double.refusals.append(GraphError(131042, "account"))
    await post(double.writes(ADA, "hello"))
    with engine.begin() as connection:
        connection.execute(outbox.update().values(attempts=MOST_ATTEMPTS))
    double.refusals.append(GraphError(131042, "account"))
    for _ in range(2):
        clock.move(timedelta(minutes=2))
        await post()
    assert double.texts(ADA) == ["You said: hello"]


async def test_a_fault_of_our_account_that_is_reported_later_sends_once_more(
    double: WhatsAppDouble, post: Post, clock: FrozenClock
) -> None:
    await post(double.writes(ADA, "hello"))
    with capture_logs() as logs:
        await post(double.statuses(double.sent[0], "failed", code=131042))
    assert [entry["log_level"] for entry in logs if entry["event"] == "not_delivered"] == ["error"]
    clock.move(timedelta(minutes=2))
    await post()
    assert double.texts(ADA) == ["You said: hello"] * 2
