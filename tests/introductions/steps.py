"""The usual steps of a story, so that a test says only what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import count

from introductions import Introductions
from introductions.model import Draft, Heard, Introduction, Outgoing
from nwd.clock import FrozenClock

MARCIA = "0b7c1d5e-3f6a-4a53-9b9e-5d1f0c2a7e11"
SEWS = Heard("concept", "interest.arts_crafts", "interest.arts_crafts", "past", "sewing")
COMPANY = Heard("concept", "support.social_engagement", "support.social_engagement", "yes", "some company")
BAD_DAYS = Heard("concept", "constraint.good_bad_days", "constraint.good_bad_days", "yes", "on bad days I can't")
ANXIETY = Heard("concept", "health.anxiety", "health.anxiety", "yes", "anxiety")


@dataclass(frozen=True)
class Settings:
    operator: str = "Lantern Neighbours"
    base_url: str = "https://nwd.example"
    mail_from: str = "No Wrong Door <hello@nwd.example>"
    coordinator: str | None = "coordinator@nwd.example"
    safeguarding_contact: str | None = "Jo Lead <lead@nwd.example>"
    quiet_hours: tuple[time, time] = (time(21), time(9))


def token_of(mail: Outgoing) -> str:
    found = re.search(r"/i/(\S+)", mail.text)
    assert found, f"the mail {mail.kind} carries no link"
    return found[1]


@dataclass
class Story:
    room: Introductions
    clock: FrozenClock
    keys: count[int] = field(default_factory=count)

    def key(self) -> str:
        return f"turn-{next(self.keys)}:action"

    def known(self, person: str = MARCIA, heard: Sequence[Heard] = (SEWS, COMPANY, BAD_DAYS, ANXIETY)) -> str:
        """Somebody who agreed to being kept, gave a name and told a few things."""
        self.room.ensure_person(person)
        self.room.set_keep(person, "agreed", channel="web", how="tap", wording="v1", key=self.key())
        self.room.set_chosen_name(person, "Marcia", self.key())
        self.may_write(person)
        if heard:
            self.room.remember(person, heard, turn=self.key(), key=self.key())
        return person

    def may_write(self, person: str = MARCIA, *, agreed: bool = True) -> None:
        """Somebody says whether we may write first."""
        self.room.set_messages(person, agreed, channel="web", how="tap", wording="v1", key=self.key())

    def drafted(self, service: str = "circle", person: str = MARCIA) -> Draft:
        return self.room.draft(self.known(person), service, key=self.key())

    def agreed(self, service: str = "circle", person: str = MARCIA) -> Introduction:
        draft = self.drafted(service, person)
        return self.room.agree(draft.id, draft.version, how="tap", channel="web", wording="v1", key=self.key())

    def post(self, at: datetime | None = None) -> list[Outgoing]:
        """Send everything that is due; returns what went."""
        sent = self.room.due_letters(at or self.clock.now(), 50)
        for mail in sent:
            self.room.letter_sent(mail.id)
        return sent

    def sent(self, service: str = "circle", person: str = MARCIA) -> tuple[Introduction, str]:
        """An introduction whose letter went, and the provider's token."""
        introduction = self.agreed(service, person)
        [letter] = self.post()
        return self.room.introduction(introduction.id), token_of(letter)

    def state(self, introduction: Introduction) -> str:
        return str(self.room.introduction(introduction.id).state)

    def news(self) -> list[str]:
        """Names of the news since last asked, each taken as told."""
        pending = self.room.pending_news(100)
        for one in pending:
            self.room.news_done(one.id)
        return [one.name for one in pending]

    def pass_time(self, **delta: float) -> None:
        """Move the clock, then let the clocks strike and the mail go."""
        self.clock.move(timedelta(**delta))
        self.room.tick(self.clock.now())
        self.post()
