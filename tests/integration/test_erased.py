"""A marked life, exported and then erased by the command: nothing is left in any store but the stub of its letter."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text

from bot.store.engine import open_engine
from nwd import running
from nwd.cipher import Cipher, CipherError
from nwd.settings import ROOT
from tests.integration.installation import Installation, opened, poll
from tests.integration.steps import introduced, letter_path
from tests.postgres import binaries, postgres

pytestmark = pytest.mark.rasa

NAME = "Quendoline"
MARKS = (NAME, "marblewick", "07700 900462")
STUB = {"erased_introduction", "outgoing"}


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """An installation on SQLite's files, or one whose app and Rasa both keep everything on a PostgreSQL server."""
    if request.param == "sqlite":
        yield request.getfixturevalue("installation")
        return
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL's server programs are not installed: apt-get install postgresql")
    with postgres(programs) as url, opened(tmp_path, url) as ready:
        yield ready


def test_the_copy_holds_all_and_after_erasure_nothing_is_left(either: Installation) -> None:
    installation = either
    person = introduced(installation, story="i sew marblewick banners, ring me on 07700 900462", name=NAME)
    letter_path(installation, person)
    who = person.id
    copy = json.loads(command(installation, "person", "export", person.key, "--json"))
    told = json.dumps(copy)
    assert all(mark in told for mark in MARKS)
    assert copy["dialogue"]
    assert copy["consent"]
    held = found(installation, who)
    assert {"person", "fact", "conversation", "address", "tracker", "introduction"} <= held.keys()
    sender = person.key.partition(":")[2]
    assert all(found(installation, mark) for mark in (*MARKS, sender))  # so the search below would find them
    introduction = copy["introduction"][0]["id"]

    command(installation, "person", "erase", person.key)
    poll(lambda: "tracker" not in found(installation, who), "the tracker is erased")
    assert found(installation, who).keys() <= set()
    assert found(installation, introduction).keys() <= STUB
    assert all(found(installation, mark) == {} for mark in (*MARKS, sender))
    files = [path for folder in folders(installation) for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 1
    assert [path for path in files if in_clear(path, sender)] == []


def test_a_key_that_nobody_has_is_a_usage_error(installation: Installation) -> None:
    done = run(installation, "person", "export", "terminal:nobody-at-all", "--json")
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


def in_clear(path: Path, sender: str) -> bool:
    content = path.read_bytes().lower()
    return any(mark.lower().encode() in content for mark in (*MARKS, MARKS[2].replace(" ", ""), sender))


def databases(installation: Installation) -> list[str]:
    """On SQLite Rasa's trackers are in a file of their own."""
    url = installation.settings.database_url
    return [url, f"sqlite:///{installation.folder / 'tracker.db'}"] if url.startswith("sqlite") else [url]


def folders(installation: Installation) -> list[Path]:
    """Where files are kept: the installation's own, and those of the PostgreSQL server with its write-ahead log."""
    url = installation.settings.database_url
    if url.startswith("sqlite"):
        return [installation.folder]
    engine = open_engine(url, busy_seconds=15)
    with engine.connect() as connection:
        server = connection.execute(text("SHOW data_directory")).scalar_one()
    engine.dispose()
    return [installation.folder, Path(server)]


def found(installation: Installation, words: str) -> dict[str, int]:
    """In which tables ``words`` stand, opened with the installation's key, and in how many rows."""
    cipher = Cipher(installation.settings.secrets)
    counts: dict[str, int] = {}
    for url in databases(installation):
        engine = open_engine(url, busy_seconds=15)
        with engine.connect() as connection:
            for table in inspect(connection).get_table_names():
                rows = connection.execute(text(f'SELECT * FROM "{table}"')).all()
                hits = sum(any(words in read(cipher, value) for value in row) for row in rows)
                counts |= {table: hits} if hits else {}
        engine.dispose()
    return counts


def read(cipher: Cipher, value: Any) -> str:
    try:
        return cipher.decrypt(value) if isinstance(value, str) and value.startswith("gAAAA") else str(value)
    except CipherError:
        return str(value)


def run(installation: Installation, *words: str) -> subprocess.CompletedProcess[str]:
    env = running.environment(installation.settings)
    code = [sys.executable, "-m", "nwd.cli", *words]
    return subprocess.run(code, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)


def command(installation: Installation, *words: str) -> str:
    done = run(installation, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout
