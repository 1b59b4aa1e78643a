"""Every script of this folder, played through real Rasa."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import takewhile
from pathlib import Path

import pytest

from tests.conversations.script import Line, Script, read
from tests.conversations.stage import Said, Stage, Visitor

pytestmark = pytest.mark.rasa
SCRIPTS = sorted(Path(__file__).parent.glob("scripts/*.chat"))
MOST_SKIPS = 8
UNITS = {"hour": "hours", "day": "days", "week": "weeks"}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_conversation_goes_as_written(stage: Stage, path: Path) -> None:
    try:
        play(stage, read(path))
    finally:
        stage.go_on()


def play(stage: Stage, script: Script) -> None:
    visitor, said = stage.person(), Said()
    for place, line in enumerate(script.lines):
        said = step(stage, visitor, line, said)
        if line.mark == "=":
            said = visitor.hear(expected(script.lines[place + 1 :]))


def step(stage: Stage, visitor: Visitor, line: Line, said: Said) -> Said:
    where = f"line {line.number}: {line.words!r}; it said {said.text!r} {list(said.buttons)}"
    if line.mark == ">":
        tapped = re.fullmatch(r"\[(.+)\]", line.words)
        return visitor.tap(tapped[1]) if tapped else visitor.say(line.words)
    if line.mark == "<":
        assert line.words.casefold() in said.text.casefold(), where
    elif line.mark == "!":
        assert line.words.casefold() not in said.text.casefold(), where
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
    stage.app.house.move_clock(timedelta(**{UNITS[unit.rstrip("s")]: int(amount)}))


def provider(stage: Stage, visitor: Visitor, words: str) -> None:
    """The provider of the person's newest letter answers on its page; ``sent`` only waits for the letter to go,
    ``news`` for whatever comes.
    """
    people = stage.app.house.introductions
    if words == "news":
        return
    stage.wait(20, lambda: people.of_person(visitor.id)[0].sent_at is not None)
    newest = people.of_person(visitor.id)[0].id
    letter = next(mail for mail in people.sent_letters() if mail.introduction_id == newest)
    token = letter.text.partition("/i/")[2].split()[0]
    kind, _, rest = words.partition(" ")
    parts = [part.strip() for part in rest.split("|")]
    today = stage.app.house.clock.now().date()
    answers: dict[str, Callable[[], object]] = {
        "sent": lambda: None,
        "hello": lambda: people.say_hello(token, *parts),
        "ask": lambda: people.ask(token, parts[0]),
        "no": lambda: people.not_for_us(token, *parts),
        "wait": lambda: people.not_yet(token, today + timedelta(days=int(parts[0]))),
        "wrong": lambda: people.not_meant_for_me(token),
    }
    if kind != "sent":
        people.open_link(token)
    answers[kind]()
