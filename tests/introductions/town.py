"""Many people and providers, each with a fate of their own, lived through day by day beside two workers."""

from __future__ import annotations

import email
import re
from collections import defaultdict
from datetime import timedelta
from email.message import EmailMessage
from email.policy import default
from random import Random
from typing import Any

from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from introductions import Introductions
from introductions.calendar import london_date
from introductions.store.tables import OutgoingRow
from nwd.clock import FrozenClock
from tests.introductions.fates import FATES
from tests.introductions.post_office import PostOffice
from tests.introductions.steps import MARCIA, Story

LINK = re.compile(r"/i/(\S+)")
BY_PROVIDER: dict[str, tuple[Any, ...]] = {
    "say_hello": ("Ade", "Come in", "Thursday"),
    "ask": ("Can you come on Thursdays?",),
    "not_for_us": ("full", "shed"),
    "not_meant_for_me": (),
    "write_to_person": ("The door is green",),
    "follow_up_tap": ("came",),
    "also": ("Mend Shed",),
    "finished": (),
}
BY_PERSON: dict[str, tuple[Any, ...]] = {
    "answer_question": ("Yes, I can",),
    "leave_question": (),
    "contact_made": (),
    "person_met": (),
    "say_to_provider": ("See you there",),
}


class Town:
    def __init__(self, room: Introductions, clock: FrozenClock, engine: Engine, office: PostOffice) -> None:
        self.room, self.clock, self.engine, self.office = room, clock, engine, office
        self.random = Random(office.seed)
        self.told: dict[str, list[str]] = defaultdict(list)
        self.fates: dict[str, str] = {}
        self.first: dict[str, EmailMessage] = {}
        """The first letter of every introduction of which it was taken."""
        self._read = 0

    def begin(self, people: int) -> None:
        story = Story(self.room, self.clock)
        for number in range(people):
            person = MARCIA.replace("0b7c1d5e", f"{number:08x}")
            introduction = story.agreed("circle" if number % 2 else "skills", person)
            self.fates[introduction.id] = list(FATES)[number % len(FATES)]

    def work(self, *, kills: int) -> None:
        """The workers do what is due now; until ``kills`` have been, one sometimes dies whatever it is at."""
        dies = ("one", self.random.randint(1, 30)) if self.random.random() < 0.3 and self.killed < kills else None
        self.office.workers.until_idle(self.clock.now(), dies)

    @property
    def killed(self) -> int:
        """How many died at no particular moment; the others while the mail server had a letter in hand."""
        return self.office.workers.deaths - self.office.kills

    def hear(self) -> None:
        for news in self.room.pending_news(1000):
            about = str(news.introduction_id)
            self.told[about].append(news.name)
            self.room.news_done(news.id)
            if news.name == "follow_up" and FATES[self.fates[about]].going:
                self.room.outcome(about, {"feeling": "welcome", "going": "yes"}, f"{news.id}:outcome")

    def live(self, day: int) -> None:
        """What providers and people do on this day."""
        self._read_mail()
        for about, fate in self.fates.items():
            for _, action in (step for step in FATES[fate].steps if step[0] == day):
                self.act(about, action)

    def act(self, about: str, action: str) -> None:
        key = f"{about}:{action}"
        if action == "withdraw":
            self.room.withdraw(about, by="person", reason="", key=key)
        elif action == "lose_consent":
            self._lose_consent(about)
        elif action == "bounce":
            self.room.letter_bounced(str(self.first[about]["Message-ID"]))
        elif action in BY_PERSON:
            getattr(self.room, action)(about, *BY_PERSON[action], key)
        else:
            token = LINK.search(plain(self.first[about]))
            assert token
            self.room.open_link(token[1])
            hold = (london_date(self.clock.now()) + timedelta(days=10),)
            getattr(self.room, action)(token[1], *BY_PROVIDER.get(action, hold))

    def _lose_consent(self, about: str) -> None:
        """Somebody's hand in the database: only the consent is gone, and no state knows of it."""
        same = "person_id, purpose, fields, texts, sha256s, wording, channel, how, at"
        copied = f"INSERT INTO consent (id, withdraws, {same}) SELECT id || '-', id, {same} FROM consent "
        with self.engine.begin() as connection:
            connection.execute(text(copied + "WHERE introduction_id = :id"), {"id": about})

    def _read_mail(self) -> None:
        """What came since the last time."""
        with Session(self.engine) as session:
            first = select(OutgoingRow.message_id, OutgoingRow.introduction_id).filter_by(kind="introduction")
            letters = {message_id: str(about) for message_id, about in session.execute(first)}
        came = list(self.office.taken.items())[self._read :]
        self._read += len(came)
        for message_id, copies in came:
            if message_id in letters:
                assert letters[message_id] not in self.first, "a first letter went under two message ids"
                self.first[letters[message_id]] = parsed(copies[0])


def parsed(raw: bytes) -> EmailMessage:
    return email.message_from_bytes(raw, policy=default)


def plain(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body
    return str(body.get_content())
