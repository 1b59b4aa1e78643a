"""Marked words in a conversation that goes wrong in every way stand nowhere in clear but on the person's screen."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from tests.bot.loopback import LOOPBACK
from tests.integration.installation import PATIENCE, Installation, Person
from tests.integration.steps import OUTAGE, introduced, letter_path, locked

pytestmark = pytest.mark.rasa

NAME = "Xanthippolyta"
NUMBER = "07700 900461"
SENTENCE = "my quixotterly zebrafinch hums while i sew"
SPELLINGS = [NAME, NUMBER, NUMBER.replace(" ", ""), "quixotterly", "zebrafinch"]
RAW = [coded for word in SPELLINGS for coded in (word.lower().encode(), word.lower().encode("utf-16-le"))]


def test_what_a_person_says_is_in_no_log_file_database_or_metric(installation: Installation) -> None:
    person = introduced(installation, story=f"i sew a lot, {SENTENCE}, ring me on {NUMBER}", name=NAME)
    letter_path(installation, person)
    _go_wrong(installation, person)
    assert NAME in person.text
    metrics = httpx.get(f"{installation.url}/metrics", timeout=PATIENCE, **LOOPBACK)
    assert metrics.status_code == 200
    places = {"metrics": metrics.content, **_files(installation.folder)}
    assert {"app.log", "rasa.log", "nwd.db", "tracker.db"} <= places.keys()
    marks = [*RAW, person.key.partition(":")[2].encode()]  # who writes is known by a keyed hash
    assert [name for name, content in places.items() if any(mark in content.lower() for mark in marks)] == []


def _go_wrong(installation: Installation, person: Person) -> None:
    """Each fault while a marked message is on its way."""
    with installation.rasa_hanging():
        message = person.send(text=SENTENCE)
        person.hears(OUTAGE)
    person.until(lambda: person.ended.count(message) == 2, "the answer")
    with locked(installation):
        assert person.post(text=SENTENCE).status_code == 503
    for place in ("action", "rasa: action"):
        installation.kill_at(place)
        message = person.send_once(text=f"{SENTENCE}, {NAME}")
        installation.died()
        installation.start()
        person.answer_to(person.send(message, text=f"{SENTENCE}, {NAME}"))
    person.say(f'/intent{{"{NAME}":"{NUMBER}"}}')
    installation.post({"id": "x", "text": [NAME], "button": SENTENCE})
    person.say(f"i want to kill myself, {NAME} {NUMBER}")


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
