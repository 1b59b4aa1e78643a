"""Plays the scripts of this folder through real Rasa."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path

from bot.channels.contract import RefusedError, SendError
from bot.channels.email import Mail, Mailer, NotTakenError
from bot.incidents import open_incident
from tests.conversations.coverage import Coverage
from tests.conversations.script import Line, Script, read
from tests.conversations.stage import Said, Stage, Visitor

SCRIPTS = sorted(Path(__file__).parent.glob("scripts/*.chat"))
MOST_SKIPS = 8
UNITS = {"hour": "hours", "day": "days", "week": "weeks"}


def played(stage: Stage, path: Path, coverage: Coverage) -> None:
    """One script to its end, and what came of it undone for the next."""
    try:
        with coverage.of(stage):
            play(stage, read(path))
        coverage.played.add(path)
    finally:
        stage.go_on()


def play(stage: Stage, script: Script) -> None:
    visitor, said = stage.person(), Said()
    with a_clock_of_its_own(stage):
        for place, line in enumerate(script.lines):
            said = step(stage, visitor, line, said)
            if line.mark == "=":
                said = visitor.hear(expected(script.lines[place + 1 :]))


@contextmanager
def a_clock_of_its_own(stage: Stage) -> Iterator[None]:
    """Afterwards the clock goes on from where it was, so that no script sees listings that others let grow old."""
    offset = stage.app.house.offset
    assert offset is not None
    before = offset.read()
    try:
        yield
    finally:
        stage.move_clock(before - offset.read())


def step(stage: Stage, visitor: Visitor, line: Line, said: Said) -> Said:
    where = f"line {line.number}: {line.words!r}; it said {said.text!r} {list(said.buttons)}"
    if line.mark == ">":
        tapped = re.fullmatch(r"\[(.+)\]", line.words)
        return visitor.tap(tapped[1]) if tapped else visitor.say(line.words)
    if line.mark == "<":
        assert line.words.casefold() in said.text.casefold(), where
    elif line.mark == "!":
        title = line.words.strip("[]")
        assert (title not in said.buttons) if title != line.words else title.casefold() not in said.text.casefold(), (
            where
        )
    elif line.mark == "?":
        assert line.words.strip("[]") in said.buttons, where
    elif line.mark == "@":
        move_clock(stage, line.words)
    elif line.mark == "~":
        return skip(visitor, said, line.words.removeprefix("skip").removeprefix(" to ").strip() or None)
    elif line.mark == "*":
        intent, *carried = line.words.split()
        return visitor.mean(intent, dict(pair.split("=") for pair in carried))
    elif line.mark == "=":
        provider(stage, visitor, line.words)
    return said


def skip(visitor: Visitor, said: Said, to: str | None) -> Said:
    for _ in range(MOST_SKIPS):
        if (to is not None and to.casefold() in said.text.casefold()) or (
            to is None and not {"Skip", "Not sure"} & said.buttons.keys()
        ):
            return said
        said = visitor.tap("Skip" if "Skip" in said.buttons else "Not sure")
    raise AssertionError(f"{MOST_SKIPS} questions and more; the last was {said.text!r}")


def expected(lines: Sequence[Line]) -> list[str]:
    """The words that must come next, up to the person's own next move."""
    return [line.words for line in takewhile(lambda line: line.mark in "<!?", lines) if line.mark == "<"]


def move_clock(stage: Stage, words: str) -> None:
    amount, unit = words.split()
    stage.move_clock(timedelta(**{UNITS[unit.rstrip("s")]: int(amount)}))


def provider(stage: Stage, visitor: Visitor, words: str) -> None:
    """The provider of the person's newest letter answers on its page; ``sent`` only waits for the letter to go,
    ``news`` for whatever comes. What happens around a letter needs no letter that has gone.
    """
    people = stage.app.house.introductions
    kind, _, rest = words.partition(" ")
    parts = [part.strip() for part in rest.split("|")]
    around: dict[str, Callable[[], object]] = {
        "news": lambda: None,
        "mail": lambda: mail_fails(stage, visitor, parts[0]),
        "until": lambda: move_clock_until(stage, visitor, parts[0]),
        "again": lambda: press_again(visitor, parts[0].strip("[]")),
        "code": lambda: (visitor if parts[0] == "here" else stage.person()).say(CODE.findall(visitor.last.text)[-1]),
        "pause": lambda: somebody_was_scared(stage, visitor),
        "stays": lambda: people.pause_service(meant(stage, visitor), by="test"),
        "taken": lambda: people.withdraw(people.of_person(visitor.id)[0].id, by="coordinator", reason="", key="test"),
    }
    if kind in around:
        around[kind]()
        return
    stage.wait(20, lambda: people.of_person(visitor.id)[0].sent_at is not None)
    newest = people.of_person(visitor.id)[0]
    letter = next(mail for mail in people.sent_letters(1000) if mail.introduction_id == newest.id)
    token = letter.text.partition("/i/")[2].split()[0]
    today = stage.app.house.clock.now().date()
    without_opening: dict[str, Callable[[], object]] = {
        "sent": lambda: None,
        "bounce": lambda: people.letter_bounced(letter.message_id),
        "answers": lambda: people.mail_reply(newest.id, parts[0], key=uuid.uuid4().hex),
        "leak": lambda: leak(stage, newest.provider_id),
    }
    answers: dict[str, Callable[[], object]] = {
        "hello": lambda: people.say_hello(token, *parts),
        "ask": lambda: people.ask(token, parts[0]),
        "no": lambda: people.not_for_us(token, *parts),
        "wait": lambda: people.not_yet(token, today + timedelta(days=int(parts[0]))),
        "wrong": lambda: people.not_meant_for_me(token),
        "also": lambda: people.also(token, parts[0]),
        "finished": lambda: people.finished(token),
        "unreached": lambda: people.cannot_reach(token),
        "writes": lambda: people.write_to_person(token, parts[0]),
        "silent": lambda: people.stop_writing(token),
    }
    if kind in answers:
        people.open_link(token)
    (without_opening | answers)[kind]()


CODE = re.compile(r"\b[A-Z0-9]{6}\b")


def move_clock_until(stage: Stage, visitor: Visitor, name: str) -> None:
    """To just after the clock of that name strikes for the person's newest letter, whatever day that is; the mail of
    that moment has gone or failed.
    """
    house = stage.app.house
    newest = house.introductions.of_person(visitor.id)[0].id

    def coming() -> dict[str, datetime]:
        return dict(reversed(house.introductions.next_strikes(newest)))

    def mail_waits() -> bool:
        return any(due <= house.clock.now() for _, due in house.introductions.waiting_mail(newest))

    at = coming()[name]
    stage.move_clock(at - house.clock.now() + timedelta(minutes=1))
    stage.wait(20, lambda: coming().get(name) != at and not mail_waits())


def press_again(visitor: Visitor, title: str) -> None:
    """A button that stands further up in the chat, the first of that title."""
    shown, buttons = Visitor(visitor.stage, visitor.key), dict[str, str]()
    while title not in buttons:
        buttons |= shown.read().buttons
    visitor.last.buttons[title] = buttons[title]
    visitor.tap(title)


FAILURES: dict[str, type[SendError]] = {"off": NotTakenError, "lost": SendError, "refused": RefusedError}


def mail_fails(stage: Stage, visitor: Visitor, how: str) -> None:
    stage.app.worker.mailer = Failing(stage, visitor.id, FAILURES[how], stage.app.worker.mailer)


@dataclass
class Failing:
    """The mail server puts a person's next mail off, is lost in the middle of it, or refuses it; once."""

    stage: Stage
    person: str
    error: type[SendError]
    usual: Mailer

    def send(self, mail: Mail) -> None:
        of = mail.introduction_id
        if of is None or self.stage.app.house.introductions.introduction(of).person_id != self.person:
            return self.usual.send(mail)
        self.stage.app.worker.mailer = self.usual
        raise self.error("of the test")


def meant(stage: Stage, visitor: Visitor) -> str:
    """The service of the person's newest letter, or of the first place that they were shown."""
    people = stage.app.house.introductions
    written = [one.service_id for one in people.of_person(visitor.id)]
    return (written or [people.offers(visitor.id)[0].service_id])[0]


def somebody_was_scared(stage: Stage, visitor: Visitor) -> None:
    """Somebody else complains of what happened to them there, so nothing new goes there until it is decided."""
    people, other = stage.app.house.introductions, uuid.uuid4().hex
    people.ensure_person(other)
    people.complain_of_harm(other, people.complain(other, "", "c"), meant(stage, visitor), "h")
    stage.app.house.forget_directory()


def leak(stage: Stage, provider_id: str) -> None:
    """Letters at the place were read by somebody else since yesterday; what its people are told is approved."""
    house = stage.app.house
    incident = open_incident(house, provider_id, house.clock.now() - timedelta(days=1), by="test")
    house.introductions.approve_incident(incident["id"], by="test")
    house.introductions.close_incident(incident["id"])
