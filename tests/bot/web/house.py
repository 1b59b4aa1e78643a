"""The pages on real parts: gateway, introductions, the sample directory, and a scripted Rasa."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn
from sqlalchemy import Engine
from starlette.applications import Starlette

from bot.channels.web import WebChannel
from bot.channels.web_chat import WebChat
from bot.channels.web_identity import Identities
from bot.copy import Copy
from bot.store.engine import READ_ONLY
from bot.web import Deps, refusal, routes
from bot.web.deps import Local
from bot.wiring import Bot
from introductions import Introductions
from introductions.model import Heard
from knowledge.directory import Directory
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from nwd.settings import Settings
from tests.bot.stub_rasa import StubRasa, reply, turn_of

COPY = Copy()
PLANTED = {
    "name": "Zephyrine",
    "enjoys": "wobblequilting and tea with Ondine",
    "hopes": "some company, in a small room",
    "helps": "somewhere quiet with a back door",
    "times": "Thursdays after the school run",
}
"""A letter's lines; each holds a word found nowhere else."""


def line(name: str, **values: object) -> dict[str, Any]:
    """A response of the dialogue's own copy, as Rasa's channel would give it."""
    said = COPY.line(name, **values)
    buttons = [{"title": b.title, "intent": b.intent, "entities": dict(b.entities)} for b in said.buttons]
    return {"response": name, "text": said.text, "buttons": buttons, "kind": said.kind, "data": {}}


def card(provider: str, service: str, text: str) -> dict[str, Any]:
    return reply(f"{provider}: {service}.\n{text}", "Introduce me", "Tell me more", "Not for me", kind="options")


def first_conversation(body: dict[str, Any]) -> dict[str, Any]:
    """Hello, the yes, what one likes, then two places."""
    text, answer = (body["text"] or "").lower(), (body["entities"] or {}).get("answer")
    if answer == "agree":
        return turn_of(
            line("utter_agreed"),
            reply("Tell me a bit about you, any way you like.", "I'd rather tap answers"),
            form="find_support_form",
            slot="story",
        )
    if "sew" in text:
        return turn_of(
            reply("Sewing, a few people, Brixton. Here are two places that could suit you.", "Change something"),
            card(
                "Thread & Kettle",
                "Thursday sewing circle",
                "You said you like sewing. Six people at most. Thursdays 11 to 1, Brixton. Free.",
            ),
            card(
                "Mend and Make Stockwell",
                "Repair evenings",
                "You mend things side by side. Tuesdays, Stockwell. Free.",
            ),
        )
    return turn_of(
        line("utter_hello", area="Lambeth", operator="Lantern Neighbours"),
        line("utter_ask_agreed"),
        form="welcome_form",
        slot="agreed",
    )


@dataclass
class House:
    settings: Settings
    clock: FrozenClock
    cipher: Cipher
    directory: Directory
    room: Introductions
    bot: Bot
    stub: StubRasa
    said: Callable[[], Directory]
    """The directory with what places and keepers say."""
    telegram_name: str | None = None

    @property
    def channel(self) -> WebChannel:
        identities = Identities(self.cipher, any_channel=True, secure=False, public_host=None)
        return WebChannel(self.bot.gateway, self.bot.store, self.bot.threads, self.bot.notifier, identities, COPY)

    def app(self) -> Starlette:
        channel = self.channel
        deps = Deps(
            settings=self.settings,
            clock=self.clock,
            cipher=self.cipher,
            directory=self.said,
            letters=self.room,
            chat=WebChat(channel),
            local=Local(self.clock.move, self.post),
            unreached=self.bot.store.delivery.is_unreached,
            telegram_name=lambda: self.telegram_name,
        )

        @asynccontextmanager
        async def life(_app: Starlette) -> AsyncIterator[None]:
            yield
            await self.bot.close()

        kind = {404: refusal(self.settings)}
        return Starlette(routes=[*routes(deps), *channel.routes()], lifespan=life, exception_handlers=kind)

    def post(self) -> None:
        """The worker's part: every letter whose time has come goes."""
        for letter in self.room.due_letters():
            self.room.letter_sent(letter.id)

    def ask_keepers(self) -> dict[str, str]:
        """Every letter to a keeper that is due goes; gives its link's token by its subject."""
        self.room.ask_keepers()
        self.post()
        asked = [letter for letter in self.room.sent_letters() if letter.kind == "listing_check"]
        return {letter.subject: letter.text.partition("/k/")[2].split()[0] for letter in asked}

    def introduce(self, person: str = "person-1", *, long: bool = False) -> str:
        """Agree to a letter with PLANTED lines, send it, and give the link's token."""
        self.room.ensure_person(person)
        self.room.set_keep(person, "agreed", channel="web", how="tap", wording="test", key="keep")
        heard = Heard("concept", "interest.arts_crafts", "interest.arts_crafts", "yes", "sewing")
        self.room.remember(person, [heard], turn="t1", key="facts")
        draft = self.room.draft(person, "thread-kettle-circle", key="draft")
        for field, text in PLANTED.items():
            words = " ".join([text, *(f"{field}{n}" for n in range(16 if field != "name" else 0))]) if long else text
            draft = self.room.edit_line(draft.id, field, words, key=f"edit-{field}")
        self.room.agree(draft.id, draft.version, how="tap", channel="web", wording="test", key="agree")
        self.post()
        return self.token(person)

    def token(self, person: str) -> str:
        """The link in the first letter that went for the person. Raises IndexError before one went."""
        mine = {one.id for one in self.room.of_person(person)}
        sent = [letter for letter in self.room.sent_letters() if letter.introduction_id in mine]
        found = re.search(r"/i/(\S+)", sent[-1].text)
        assert found
        return found[1]


def build(settings: Settings, engine: Engine, clock: FrozenClock, cipher: Cipher, bot: Bot, stub: StubRasa) -> House:
    from introductions.service import as_places_say, open_introductions
    from knowledge.sample import load_sample

    directory = load_sample()
    stub.answer = first_conversation
    reading = engine.execution_options(**READ_ONLY)  # as a house does: in the middle of its own writes too

    def said() -> Directory:
        return as_places_say(reading, directory, clock.now())

    room = open_introductions(engine, said, clock, cipher, settings)
    return House(settings, clock, cipher, directory, room, bot, stub, said)


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """The app on a free loopback port; gives its address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, log_config=None, ws="none", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        until = time.monotonic() + 10
        while not server.started and time.monotonic() < until:
            threading.Event().wait(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=10)
