"""Where a newcomer on the local page is sent next, and that everything that happens has its plain words."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import cast

import httpx
import pytest
from jinja2 import Environment, FileSystemLoader

from bot.web.hint import hint
from bot.web.pages import HERE
from introductions.clocks import Dates, upcoming
from introductions.states import State
from tests.bot.web.house import House
from tests.bot.web.test_page_letter import HELLO, introduction, post
from tests.bot.web.test_page_local import person_of

WORDS = (
    Environment(autoescape=True, loader=FileSystemLoader(HERE / "templates")).get_template("local_words.html").module
)
STORE = Path(__file__).parents[3] / "introductions" / "store"


def words(name: str) -> dict[str, str]:
    return cast("dict[str, str]", getattr(WORDS, name))


def next_of(house: House) -> tuple[str, str]:
    found = hint(house.room.person("person-1"), house.room.of_person("person-1"), house.clock.now())
    assert found.step in words("next")
    return found.part, found.step


def test_before_anything_the_phone_is_next(house: House) -> None:
    assert hint(None, [], house.clock.now()).step == "begin"
    house.room.ensure_person("person-1")
    assert next_of(house) == ("resident", "talk")


def test_each_step_of_an_introduction_says_who_is_next(client: httpx.Client, house: House) -> None:
    token = house.introduce()
    assert next_of(house) == ("place", "arrived")
    post(client, token, "open")
    assert next_of(house) == ("place", "answer")
    post(client, token, "ask", text="Do you sew by hand?")
    assert next_of(house) == ("resident", "question")
    house.room.answer_question(introduction(house).id, "Yes", "k1")
    assert next_of(house) == ("place", "written")
    post(client, token, "not_yet", from_date="2026-11-09")
    assert next_of(house) == ("system", "held")
    house.clock.move(timedelta(days=7))
    house.room.tick()
    assert next_of(house) == ("place", "written")
    post(client, token, "hello", **HELLO)
    assert next_of(house) == ("resident", "accepted")
    house.room.say_to_provider(introduction(house).id, "Thank you", "k2")
    assert next_of(house) == ("place", "written")
    post(client, token, "write", text="See you")
    assert next_of(house) == ("resident", "heard")
    post(client, token, "came")
    assert next_of(house) == ("resident", "in_touch")
    house.room.person_met(introduction(house).id, "k3")
    assert next_of(house) == ("system", "met")
    house.room.withdraw(introduction(house).id, by="person", reason="", key="k4")
    assert next_of(house) == ("place", "taken_back")


def test_the_clock_moves_to_what_comes_next(client: httpx.Client, house: House) -> None:
    house.introduce(person_of(client, house))
    page = client.get("/local/system").text
    assert "the place is reminded, gently" in page
    client.post("/local/clock", data={"by": "next"})
    house.room.tick()
    assert "We reminded the place, once." in client.get("/local/system").text
    house.post()
    subjects = re.findall(r"<li><a [^>]+><b>(.*?)</b>", client.get("/local/inbox").text)
    assert [subject.partition(":")[0] for subject in subjects] == [
        "Someone is still hoping to hear from you",
        "Someone would like to meet you",
    ]


@pytest.mark.parametrize("state", list(State))
def test_every_state_and_every_clock_has_its_words(house: House, state: State) -> None:
    now = house.clock.now()
    dates = Dates(state, now, now, None, 1, now.date(), now, ())
    assert [s.name for s in upcoming(dates, frozenset()) if s.name not in words("strike")] == []
    assert state in words("state") or state in (State.DRAFT, State.DISCARDED)


def test_every_event_has_its_words() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in STORE.glob("*.py"))
    noted = set(re.findall(r'_note\(\s*session, row, "(\w+)"', source))
    moved = set(re.findall(r'_move\(\s*session, row, State\.\w+, "(\w+)"', source))
    assert {"seen", "reminded", "agreed", "accepted"} <= noted | moved
    assert (noted | moved) - set(words("event")) == set()
