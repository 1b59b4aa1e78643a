"""Mail that comes in: a provider's answer, a letter that came back, what machines write; by IMAP and by push."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog
from sqlalchemy import Engine
from starlette.applications import Starlette

from bot.app import build_app
from bot.channels.mail_in import LARGEST, MailIn, Taken, parsed, plain, words
from bot.channels.mailbox import Mailbox, MailPart, mail_part
from bot.gateway.threads import Threads
from bot.house import prepare
from introductions import Introductions, open_introductions
from introductions.model import Outgoing
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from tests.bot.imap_double import Folder, imap
from tests.conversations.stage import settings_for
from tests.introductions.places import DIRECTORY
from tests.introductions.steps import Settings, Story

RECORDED = Path(__file__).parents[1] / "data" / "mail"
TOKEN = "a token for pushing mail"


@pytest.fixture
def room(engine: Engine, clock: FrozenClock, cipher: Cipher) -> Introductions:
    return open_introductions(engine, lambda: DIRECTORY, clock, cipher, Settings())


@pytest.fixture
def story(room: Introductions, clock: FrozenClock) -> Story:
    return Story(room, clock)


@pytest.fixture
def letter(story: Story) -> Outgoing:
    """A letter that went; its news is told."""
    story.agreed()
    [letter] = story.post()
    story.news()
    return letter


@pytest.fixture
def threads() -> Iterator[Threads]:
    threads = Threads()
    yield threads
    threads.close()


def recorded(name: str, letter: Outgoing) -> bytes:
    text = (RECORDED / f"{name}.eml").read_text(encoding="utf-8")
    text = text.replace("REPLY_TO", letter.reply_to).replace("MESSAGE_ID", letter.message_id)
    return text.replace("\n", "\r\n").encode()


def told(room: Introductions) -> list[tuple[str, Any]]:
    return [(news.name, news.data.get("text")) for news in room.pending_news(9)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("reply_phone", "We’d love to have you. I’ll be at the door on Thursday.\n\nAde"),
        ("reply_office", "Come in on Thursday.\nBring nothing.\nAde"),
    ],
)
def test_an_answer_reaches_the_person_without_the_quoted_letter_and_once(
    room: Introductions, story: Story, letter: Outgoing, name: str, text: str
) -> None:
    for _ in range(2):
        assert MailIn(room).take(recorded(name, letter)) == "reply"
    assert told(room) == [("relayed", text)]


def test_an_answer_that_came_twice_passes_once_even_when_the_person_wrote_in_between(
    room: Introductions, letter: Outgoing
) -> None:
    MailIn(room).take(recorded("reply_phone", letter))
    room.say_to_provider(letter.introduction_id or "", "Thank you", "k1")
    MailIn(room).take(recorded("reply_phone", letter))
    assert [name for name, _ in told(room)] == ["relayed"]


@pytest.mark.parametrize("name", ["bounce", "bounce_whole"])
def test_a_letter_that_came_back_has_failed_and_the_person_is_told(
    room: Introductions, story: Story, letter: Outgoing, name: str
) -> None:
    for _ in range(2):
        assert MailIn(room).take(recorded(name, letter)) == "bounce"
    assert story.news() == ["introduction_failed"]


@pytest.mark.parametrize(
    ("name", "taken"), [("delay", "machine"), ("out_of_office", "machine"), ("not_ours", "unknown")]
)
def test_what_machines_write_and_what_is_not_ours_reaches_nobody(
    room: Introductions, story: Story, letter: Outgoing, name: str, taken: str
) -> None:
    assert MailIn(room).take(recorded(name, letter)) == taken
    assert story.news() == []
    assert room.introduction(letter.introduction_id or "").state == "sent"


def test_an_address_with_an_altered_mark_reaches_nobody(room: Introductions, letter: Outgoing) -> None:
    local, _, domain = letter.reply_to.partition("@")
    altered = local[:-1] + ("0" if local[-1] != "0" else "1") + "@" + domain
    raw = recorded("reply_phone", letter).replace(letter.reply_to.encode(), altered.encode())
    assert MailIn(room).take(raw) == "unknown"
    assert told(room) == []


def test_what_our_own_coordinator_writes_is_passed_on_to_nobody(room: Introductions, letter: Outgoing) -> None:
    raw = recorded("reply_phone", letter).replace(b"From: Ade <ade@kettle.example>", b"From: coordinator@nwd.example")
    assert MailIn(room).take(raw) == "unknown"
    assert told(room) == []


def test_an_answer_after_everything_was_erased_reaches_nobody(
    room: Introductions, story: Story, letter: Outgoing
) -> None:
    room.erase(room.introduction(letter.introduction_id or "").person_id)
    assert MailIn(room).take(recorded("reply_phone", letter)) == "unknown"


@pytest.mark.parametrize(
    "raw", [b"", b"\0\xff\xfe", b"To: =?x?q?=\r\n\r\nhi", b"Content-Type: multipart/mixed\r\n\r\n"]
)
def test_any_bytes_at_all_are_a_mail_that_is_not_ours(room: Introductions, raw: bytes) -> None:
    assert MailIn(room).take(raw) == "unknown"


def test_words_in_an_unknown_character_set_are_still_read() -> None:
    raw = b'Content-Type: text/plain; charset="klingon"\r\n\r\nCome in\r\n'
    assert words(parsed(raw)).strip() == "Come in"
    assert words(parsed(b"Content-Type: image/png\r\n\r\nxx")) == ""


def test_a_mail_s_text_leaves_out_what_it_quotes_and_how_it_is_drawn() -> None:
    assert plain("<style>p{}</style><p>One</p><p>two &amp; three</p><blockquote>old</blockquote>") == "One\ntwo & three"


def test_the_log_holds_no_word_and_no_address(room: Introductions, letter: Outgoing) -> None:
    with structlog.testing.capture_logs() as logs:
        for name in ("reply_phone", "bounce", "out_of_office", "not_ours"):
            MailIn(room).take(recorded(name, letter))
    written = repr(logs)
    assert letter.introduction_id
    assert letter.introduction_id in written
    assert [word for word in ("love", "Ade", "kettle", "Marcia", "Buttons", "@") if word in written] == []


@pytest.fixture
def folder() -> Folder:
    return Folder()


@pytest.fixture
def mailbox(folder: Folder, tmp_path: Path) -> Iterator[Mailbox]:
    with imap(folder, tmp_path) as (url, context):
        yield Mailbox(url, context)


def test_the_mailbox_is_emptied_of_ours_and_keeps_the_rest_read(
    room: Introductions, story: Story, letter: Outgoing, folder: Folder, mailbox: Mailbox
) -> None:
    for name in ("reply_phone", "not_ours", "out_of_office"):
        folder.add(recorded(name, letter))
    assert mailbox.empty(MailIn(room).take) == 3
    assert list(folder.mails) == [2]
    assert folder.unread == []
    assert story.news() == ["relayed"]
    assert mailbox.empty(MailIn(room).take) == 0


def test_of_a_large_mail_only_the_beginning_is_read(
    room: Introductions, letter: Outgoing, folder: Folder, mailbox: Mailbox
) -> None:
    folder.add(
        recorded("out_of_office", letter).replace(b"Auto-Submitted: auto-replied (vacation)\r\n", b"") + b"x" * 10**6
    )
    seen: list[int] = []

    def noted(raw: bytes) -> Taken:
        seen.append(len(raw))
        return MailIn(room).take(raw)

    mailbox.empty(noted)
    assert seen == [LARGEST]
    assert room.due_letters()[0].kind == "not_passed"


async def test_a_mail_that_could_not_be_taken_stays_unread_for_the_next_round(
    room: Introductions, letter: Outgoing, folder: Folder, mailbox: Mailbox, threads: Threads, monkeypatch: Any
) -> None:
    folder.add(recorded("reply_phone", letter))
    part = MailPart(MailIn(room), threads, mailbox)
    with monkeypatch.context() as broken:
        broken.setattr(room, "mail_reply", _busy)
        assert await part.poll(mailbox) == 0
    assert folder.unread == [1]
    assert await part.poll(mailbox) == 1
    assert [name for name, _ in told(room)] == ["relayed"]


def _busy(*_: Any) -> bool:
    raise TimeoutError("the store is busy")


async def test_a_server_that_is_not_who_it_says_hears_no_password(
    room: Introductions, folder: Folder, mailbox: Mailbox, threads: Threads
) -> None:
    stranger = Mailbox(mailbox.url, ssl.create_default_context())
    assert await MailPart(MailIn(room), threads, stranger).poll(stranger) == 0
    assert folder.logins == []


async def test_reading_goes_on_until_told_to_stop(
    room: Introductions, letter: Outgoing, folder: Folder, mailbox: Mailbox, threads: Threads
) -> None:
    folder.add(recorded("reply_phone", letter))
    stopping = asyncio.Event()
    running = asyncio.create_task(MailPart(MailIn(room), threads, mailbox).run(stopping))
    async with asyncio.timeout(10):
        while folder.mails:  # noqa: ASYNC110 - the double is no coroutine and tells nobody
            await asyncio.sleep(0)
    stopping.set()
    await running
    assert [name for name, _ in told(room)] == ["relayed"]


@pytest.fixture
async def push(room: Introductions, threads: Threads) -> Any:
    part = mail_part(MailIn(room), threads, mailbox_url=None, token=TOKEN)
    transport = httpx.ASGITransport(Starlette(routes=part.routes()))
    headers = {"Authorization": f"Bearer {TOKEN}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://nwd", headers=headers) as client:
        yield client


async def test_a_mail_that_is_pushed_is_taken_like_one_in_the_mailbox(
    room: Introductions, letter: Outgoing, push: httpx.AsyncClient
) -> None:
    answer = await push.post("/mail/incoming", content=recorded("reply_phone", letter))
    assert answer.json() == {"taken": "reply"}
    assert [name for name, _ in told(room)] == ["relayed"]


@pytest.mark.parametrize("given", ["", "Bearer ", f"Bearer {TOKEN}x", TOKEN])
async def test_without_the_token_nothing_is_taken(
    room: Introductions, letter: Outgoing, push: httpx.AsyncClient, given: str
) -> None:
    answer = await push.post(
        "/mail/incoming", content=recorded("reply_phone", letter), headers={"Authorization": given}
    )
    assert answer.status_code == 401
    assert told(room) == []


async def test_a_push_that_cannot_be_taken_now_is_asked_for_again(
    room: Introductions, letter: Outgoing, push: httpx.AsyncClient, monkeypatch: Any
) -> None:
    assert (await push.post("/mail/incoming", content=b" ")).status_code == 400
    monkeypatch.setattr(room, "mail_reply", _busy)
    assert (await push.post("/mail/incoming", content=recorded("reply_phone", letter))).status_code == 503


def test_without_a_token_there_is_no_door_and_a_mailbox_needs_tls(room: Introductions, threads: Threads) -> None:
    assert mail_part(MailIn(room), threads, mailbox_url=None, token=None).routes() == []
    for wrong in ("imap://host/INBOX", "imaps:///INBOX", "host"):
        with pytest.raises(ValueError, match="imaps://"):
            mail_part(MailIn(room), threads, mailbox_url=wrong, token=None)


async def test_the_app_has_the_door_for_mail_once_its_token_is_set(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, mail_token=TOKEN)
    prepare(settings)
    app = build_app(settings)
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=settings.base_url)
    async with app.router.lifespan_context(app), client:
        body = (RECORDED / "not_ours.eml").read_bytes()
        assert (await client.post("/mail/incoming", content=body)).status_code == 401
        answer = await client.post("/mail/incoming", content=body, headers={"Authorization": f"Bearer {TOKEN}"})
        assert answer.json() == {"taken": "unknown"}
