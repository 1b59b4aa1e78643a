"""Mail out, to a real SMTP server on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import Engine

from bot.channels.email import KeptLocally, NotTakenError, Smtp, mailer_for
from bot.wiring import Bot
from bot.worker import Worker
from introductions import Introductions, open_introductions
from introductions.model import Outgoing
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from nwd.running import free_port
from tests.introductions.places import DIRECTORY
from tests.introductions.steps import Settings, Story

FROM = Settings().mail_from


class Server:
    """Keeps what it takes; answers the next mails with ``answers`` first, each then taken or not as that says."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []
        self.envelopes: list[tuple[str, list[str]]] = []
        self.answers: list[str] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.mails.append(envelope.original_content)
        self.envelopes.append((envelope.mail_from, envelope.rcpt_tos))
        return self.answers.pop(0) if self.answers else "250 taken"


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def smtp(server: Server) -> Iterator[Smtp]:
    port = free_port()
    controller = Controller(server, hostname="127.0.0.1", port=port)
    controller.start()
    yield Smtp(f"smtp://127.0.0.1:{port}", FROM)
    controller.stop()


@pytest.fixture
def room(engine: Engine, clock: FrozenClock, cipher: Cipher) -> Introductions:
    return open_introductions(engine, lambda: DIRECTORY, clock, cipher, Settings())


@pytest.fixture
def story(room: Introductions, clock: FrozenClock) -> Story:
    return Story(room, clock)


async def test_a_letter_goes_with_its_headers_as_text_and_html(
    bot: Bot, room: Introductions, story: Story, smtp: Smtp, server: Server, clock: FrozenClock
) -> None:
    story.agreed()
    written = clock.now()
    clock.move(timedelta(hours=1))
    assert await Worker(bot, room, smtp).send_letters() == 1
    [letter] = room.sent_letters()
    mail = message_from_bytes(server.mails[0], policy=policy.default)
    assert {
        name: str(mail[name]) for name in ("From", "To", "Reply-To", "Message-ID", "Auto-Submitted", "Subject")
    } == {
        "From": FROM,
        "To": "hello@kettle.example",
        "Reply-To": letter.reply_to,
        "Message-ID": letter.message_id,
        "Auto-Submitted": "auto-generated",
        "Subject": letter.subject,
    }
    assert mail["Date"].datetime == written
    assert mail["List-Unsubscribe"] is None
    assert server.envelopes == [("hello@nwd.example", ["hello@kettle.example"])]
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text
    assert html
    assert text.get_content().strip().replace("\r\n", "\n") == letter.text
    assert "<a href=" in html.get_content()


async def test_a_retry_carries_the_same_bytes_and_message_id(
    bot: Bot, room: Introductions, story: Story, smtp: Smtp, server: Server, clock: FrozenClock
) -> None:
    story.agreed()
    server.answers = ["451 busy"]
    worker = Worker(bot, room, smtp)
    assert await worker.send_letters() == 0
    clock.move(timedelta(hours=2))
    assert await worker.send_letters() == 1
    assert len(server.mails) == 2
    assert server.mails[0] == server.mails[1]
    assert story.news() == ["introduction_sent"]


async def test_a_letter_that_is_refused_for_good_is_given_up_and_the_person_is_told(
    bot: Bot, room: Introductions, story: Story, smtp: Smtp, server: Server
) -> None:
    story.agreed()
    server.answers = ["550 no such user"]
    assert await Worker(bot, room, smtp).send_letters() == 1  # the desk hears that the address is wrong
    assert story.news() == ["introduction_failed"]


def test_a_server_that_is_away_is_tried_again(story: Story) -> None:
    story.agreed()
    [letter] = story.post()
    with pytest.raises(NotTakenError):
        Smtp("smtp://127.0.0.1:1", FROM).send(letter)


async def test_a_letter_taken_back_while_the_server_was_away_is_never_heard_of(
    bot: Bot, room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction = story.agreed()
    assert await Worker(bot, room, Smtp("smtp://127.0.0.1:1", FROM)).send_letters() == 0
    room.withdraw(introduction.id, by="person", reason="", key="t:withdraw")
    clock.move(timedelta(hours=2))
    assert room.due_letters(clock.now()) == []


@pytest.mark.parametrize("url", ["http://host", "smtp://", "host"])
def test_a_url_that_is_no_mail_server_is_named(url: str) -> None:
    with pytest.raises(ValueError, match="NWD_SMTP_URL"):
        mailer_for(url, FROM)


def test_kept_locally_a_mail_of_nobody_s_introduction_stays_to_be_seen_once() -> None:
    kept = KeptLocally()
    about = Outgoing("1", "i", "reminder", "<1@nwd.example>", "to@place.example", "", "S", "T", "H", 1)
    unbound = replace(about, introduction_id=None, kind="please_delete", message_id="<2@nwd.example>")
    for mail in (about, unbound, unbound):
        kept.send(mail)
    assert list(kept.unbound) == [unbound]
