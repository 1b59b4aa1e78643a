"""What people, providers, mail servers and time may do, as the rules of a state machine."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import Engine, text

from introductions import open_introductions
from introductions.calendar import london_date
from introductions.errors import IntroductionError
from introductions.model import Introduction, News, Outgoing
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from tests.introductions.conftest import TUESDAY
from tests.introductions.places import DIRECTORY
from tests.introductions.steps import MARCIA, Settings, Story, token_of

HURT = MARCIA.replace("0b7c", "4a3d")
"""Somebody else, who complains."""
BEGINNINGS: dict[str, tuple[str, ...]] = {
    "known": (),
    "agreed": ("agrees",),
    "not_agreed": ("agrees", "consent"),
    "taken_back": ("agrees", "goes", "person"),
    "sent": ("agrees", "goes"),
    "silent": ("agrees", "goes", "silence"),
    "question": ("agrees", "goes", "ask"),
    "on_hold": ("agrees", "goes", "not_yet"),
    "declined": ("agrees", "goes", "not_for_us"),
    "accepted": ("agrees", "goes", "say_hello"),
    "contact_made": ("agrees", "goes", "say_hello", "contact_made"),
    "met": ("agrees", "goes", "say_hello", "person_met"),
    "going": ("agrees", "goes", "say_hello", "person_met", "outcome"),
}
"""What has happened before a life begins, so that short lives reach far."""
WORDS: dict[str, list[Any]] = {
    "say_hello": ["Ade", "Come in", "Thursday"],
    "ask": ["Which day?"],
    "not_for_us": ["full", None],
    "also": ["Mend Shed"],
    "follow_up_tap": ["came"],
}
BY_PROVIDER = (
    "open_link say_hello say_hello ask not_yet not_for_us not_meant_for_me also finished cannot_reach write_to_person "
    "stop_writing follow_up_tap"
).split()
BY_PERSON = (
    "answer_question leave_question say_to_provider stop_relay contact_made no_contact person_met outcome "
    "did_not_work_out"
).split()
SAID: dict[str, list[Any]] = {
    "answer_question": ["words"],
    "say_to_provider": ["words"],
    "outcome": [{"feeling": "welcome", "going": "yes"}],
}


class Lives(RuleBasedStateMachine):
    """One person, any number of letters. ``left`` is what reached a mail server; ``agreed`` what was shown."""

    def __init__(self, engine: Engine, start: str) -> None:
        super().__init__()
        self.start = start
        self.engine, self.clock = engine, FrozenClock(TUESDAY)
        self.room = open_introductions(engine, lambda: DIRECTORY, self.clock, Cipher(["x" * 40]), Settings())
        self.story = Story(self.room, self.clock, count())
        self.left: list[Outgoing] = []
        self.agreed: dict[str, tuple[str, str, str]] = {}
        self.taken_back_at: dict[str, int] = {}
        self.not_agreed: set[str] = set()
        self.erased: set[str] = set()
        self.heard: list[News] = []
        self.tokens: list[str] = []
        self.tried: set[str] = set()
        self.newest = ""

    @initialize()
    def a_story_has_begun(self) -> None:
        self.story.known()
        for step in BEGINNINGS[self.start]:
            if step == "agrees":
                self.the_person_agrees("circle", helps=True, stale=False)
            elif step == "goes":
                self.the_worker_sends("sent")
            elif step == "silence":
                self.time_passes(24 * 15)
            elif step in ("consent", "person"):
                self.it_is_over(step)
            elif step in BY_PROVIDER:
                self.the_provider_acts(step)
            else:
                self.the_person_acts(step)

    def letters(self) -> list[Introduction]:
        return self.room.of_person(MARCIA)

    def story_so_far(self) -> list[Any]:
        with self.engine.connect() as connection:
            events = connection.execute(text("SELECT introduction_id, kind, after FROM introduction_event ORDER BY id"))
            states = connection.execute(text("SELECT id, state, changed_at, round FROM introduction ORDER BY id"))
            return [*events, *states]

    @contextlib.contextmanager
    def refusals(self) -> Iterator[None]:
        """An impossible change is refused, and changes nothing."""
        before = self.story_so_far()
        try:
            yield
        except IntroductionError:
            assert self.story_so_far() == before

    @rule(
        service=st.sampled_from(["circle", "skills"]), helps=st.booleans(), stale=st.sampled_from([False, False, True])
    )
    def the_person_agrees(self, service: str, *, helps: bool, stale: bool) -> None:
        with self.refusals():
            draft = self.room.draft(MARCIA, service, key=self.story.key())
            shown = self.room.switch_field(draft.id, "helps", helps, self.story.key())
            version = shown.version - 1 if stale else shown.version
            one = self.room.agree(draft.id, version, how="tap", channel="web", wording="v1", key=self.story.key())
            assert not stale
            self.newest = one.id
            self.agreed[one.id] = (shown.mail_subject, shown.mail_text, shown.mail_html)

    @rule(how=st.sampled_from([*["not"] * 8, "person", "coordinator", "consent", "erased"]))
    def it_is_over(self, how: str) -> None:
        """Seldom enough that lives last."""
        if how in ("person", "coordinator") and self.newest:
            with self.refusals():
                self.room.withdraw(self.newest, by=how, reason="", key=self.story.key())  # type: ignore[arg-type]
                self.taken_back_at.setdefault(self.newest, len(self.left))
        elif how == "consent" and self.newest and self.newest not in self.not_agreed:
            self.nothing_but_the_consent_is_gone()
        elif how == "erased":
            self.erased |= {one.id for one in self.letters()}
            self.room.erase(MARCIA)
            self.newest, self.tokens = "", []
            self.story.known()

    def nothing_but_the_consent_is_gone(self) -> None:
        """Somebody's hand in the database: the state does not know of it."""
        same = "person_id, purpose, fields, texts, sha256s, wording, channel, how, at"
        copied = f"INSERT INTO consent (id, withdraws, {same}) SELECT id || '-', id, {same} FROM consent "
        where = "WHERE introduction_id = :id AND withdraws IS NULL AND id NOT IN (SELECT withdraws FROM consent WHERE "
        with self.engine.begin() as connection:
            connection.execute(text(copied + where + "withdraws IS NOT NULL)"), {"id": self.newest})
        self.not_agreed.add(self.newest)

    @precondition(lambda self: self.newest)
    @rule(action=st.sampled_from(BY_PERSON))
    def the_person_acts(self, action: str) -> None:
        with self.refusals():
            getattr(self.room, action)(self.newest, *SAID.get(action, []), self.story.key())

    @precondition(lambda self: self.tokens)
    @rule(action=st.sampled_from(BY_PROVIDER))
    def the_provider_acts(self, action: str) -> None:
        words = dict(WORDS)
        words["not_yet"] = [london_date(self.clock.now()) + timedelta(days=9)]
        words["write_to_person"] = [f"words at {self.clock.now()}"]
        with self.refusals():
            getattr(self.room, action)(self.tokens[-1], *words.get(action, []))

    @rule(fate=st.sampled_from(["sent", "sent", "sent", "dies", "retry", "refused"]))
    def the_worker_sends(self, fate: str) -> None:
        for mail in self.room.due_letters(self.clock.now(), 1):
            if fate in ("sent", "dies"):
                self.left.append(mail)
                self.may_go(mail)
                self.tokens += [token_of(mail)] if mail.kind == "introduction" else []
            if fate == "sent":
                self.room.letter_sent(mail.id)
            elif fate != "dies":
                later = self.clock.now() + timedelta(minutes=5)
                self.room.letter_failed(mail.id, "451", later if fate == "retry" else None, refused=True)

    def may_go(self, mail: Outgoing) -> None:
        """At the moment it leaves, nobody has taken back what it rests on."""
        if mail.kind not in ("withdrawn", "please_delete"):
            assert mail.introduction_id not in self.not_agreed | self.taken_back_at.keys() | self.erased
        if mail.kind == "introduction" and mail.message_id not in self.tried:
            paused = {one["service_id"] for one in self.room.paused_services()}
            assert self.room.introduction(str(mail.introduction_id)).service_id not in paused
        self.tried.add(mail.message_id)

    @rule(what=st.sampled_from([*["nothing"] * 5, "hurt", "resume", "resume", "keep"]))
    def somebody_is_hurt_and_the_lead_decides(self, what: str) -> None:
        with self.refusals():
            if what == "hurt":
                self.room.ensure_person(HURT)
                number = self.room.complain(HURT, "", self.story.key())
                self.room.complain_of_harm(HURT, number, "circle", self.story.key())
            elif what == "resume":
                self.room.resume_service("circle", by="jo")
        if what == "keep":
            self.room.pause_service("circle", by="jo")

    @precondition(lambda self: self.left)
    @rule()
    def a_letter_comes_back(self) -> None:
        self.room.letter_bounced(self.left[-1].message_id)

    @rule(hours=st.sampled_from([1, 15, 24, 72, 24 * 15, 24 * 95]))
    def time_passes(self, hours: int) -> None:
        self.clock.move(timedelta(hours=hours))
        self.room.tick(self.clock.now())

    @rule()
    def the_person_hears(self) -> None:
        for news in self.room.pending_news(500):
            self.heard.append(news)
            self.room.news_done(news.id)

    @rule()
    def the_person_speaks_of_danger(self) -> None:
        self.room.wait_after_crisis(MARCIA, self.clock.now() + timedelta(days=1))

    @rule()
    def the_person_lets_them_go(self) -> None:
        self.room.let_letters_go(MARCIA, self.story.key())
