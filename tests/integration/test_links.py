"""A provider's link over HTTP: a fetch changes nothing; what is forged, spent or over says so and changes nothing."""

from __future__ import annotations

import re
import time
from datetime import timedelta

import httpx
import pytest

from tests.bot.loopback import LOOPBACK
from tests.integration.installation import PATIENCE, Installation, Person, poll
from tests.integration.steps import introduced, letter_path, until_past

pytestmark = pytest.mark.rasa
SEEN_WITHIN = 1.0
"""Seconds after which the app looks at the clock's offset again."""
HELLO = {"do": "hello", "contact": "Ade", "first_step": "a cup of tea", "when": "Thursday at 11"}


class Provider:
    """Somebody with a link and a browser."""

    def __init__(self, installation: Installation, path: str) -> None:
        self._installation, self.path = installation, path

    def fetch(self) -> httpx.Response:
        return httpx.get(self._installation.url + self.path, timeout=PATIENCE, **LOOPBACK)

    def post(self, **form: str) -> httpx.Response:
        """Post the form that the page itself gives."""
        found = re.search(r'name="form" value="([^"]+)"', self.fetch().text)
        data = {"form": found[1] if found else "", **form}
        return httpx.post(self._installation.url + self.path, data=data, timeout=PATIENCE, **LOOPBACK)


def states(installation: Installation, person: Person) -> list[object]:
    with installation.house() as house:
        return [house.introductions.show_introduction(i.id) for i in house.introductions.of_person(person.id)]


def test_a_fetch_changes_nothing_and_shows_nobody(installation: Installation) -> None:
    person = introduced(installation)
    provider = Provider(installation, letter_path(installation, person))
    before = states(installation, person)
    page = provider.fetch()
    assert page.status_code == 200
    assert "Marcia" not in page.text
    assert states(installation, person) == before


def test_a_forged_link_says_so_and_changes_nothing(installation: Installation) -> None:
    person = introduced(installation)
    path = letter_path(installation, person)
    before = states(installation, person)
    for forged in (path[:-1] + ("A" if path[-1] != "A" else "B"), "/i/nonsense", "/i/" + "x" * 500, "/i/ä.ö"):
        answer = Provider(installation, forged).post(**HELLO)
        assert answer.status_code == 404, forged
        assert "not one of ours" in answer.text
        assert "Marcia" not in answer.text
    assert states(installation, person) == before


def test_an_answer_counts_once_and_a_second_one_is_told_so(installation: Installation) -> None:
    person = introduced(installation)
    provider = Provider(installation, letter_path(installation, person))
    assert "Marcia" in provider.post(do="open").text
    assert provider.post(**HELLO).status_code == 200
    person.hears("Ade")
    before, heard = states(installation, person), len(person.heard)
    assert provider.post(**HELLO).status_code == 200, "the same answer, pressed twice, is thanked for and counts once"
    assert states(installation, person) == before
    again = provider.post(**(HELLO | {"contact": "Bea"}))
    assert again.status_code == 409
    assert "nothing was sent" in again.text
    assert states(installation, person) == before
    assert len(person.heard) == heard


def test_an_answer_before_the_letter_was_opened_changes_nothing(installation: Installation) -> None:
    person = introduced(installation)
    provider = Provider(installation, letter_path(installation, person))
    before = states(installation, person)
    answer = provider.post(**HELLO)
    assert "A letter for you" in answer.text
    assert states(installation, person) == before


def test_a_link_that_somebody_disowned_is_dead(installation: Installation) -> None:
    person = introduced(installation)
    provider = Provider(installation, letter_path(installation, person))
    provider.post(do="open")
    provider.post(do="not_me")
    before = states(installation, person)
    answer = provider.post(**HELLO)
    assert answer.status_code == 410
    assert "Marcia" not in answer.text
    assert states(installation, person) == before


def test_a_link_ends_with_its_time(installation: Installation) -> None:
    person = introduced(installation)
    provider = Provider(installation, letter_path(installation, person))
    with installation.house() as house:
        house.move_clock(timedelta(days=200))
        try:
            # Until the app sees the clock's offset the letter is merely unopened.
            answer = poll(lambda: (said := provider.post(**HELLO)).status_code == 410 and said, "the link ends")
            assert "This link has ended" in answer.text
            assert "Marcia" not in answer.text
            assert not any(i.contact for i in house.introductions.of_person(person.id))
        finally:
            house.move_clock(timedelta(days=-200))
            until_past(time.monotonic() + 2 * SEEN_WITHIN)  # whoever comes next finds the app in our time again
