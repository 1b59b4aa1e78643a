"""The command as somebody starts it: settings that cannot be used, a second start, the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.store.trackers import Trackers
from nwd import running
from nwd.settings import ROOT
from tests.integration.installation import PATIENCE, Installation, poll, settings_for

WRONG = {"NWD_PORT": "70000", "NWD_SECRET_KEY": "too-short-to-be-kept", "NWD_QUIET_HOURS": "late", "NWD_ENV": "moon"}


def nwd(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith("NWD_")} | settings
    command = [sys.executable, "-m", "nwd.cli", *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=PATIENCE, check=False)


@pytest.mark.parametrize("part", ["run", "serve", "worker", "rasa", "chat", "doctor"])
def test_every_wrong_setting_is_named_at_the_start_in_one_line(tmp_path: Path, part: str) -> None:
    done = nwd(part, NWD_DATA_DIR=str(tmp_path), **WRONG)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert all(name in line for name in WRONG)
    assert not any(value in line for value in WRONG.values())


def test_production_refuses_to_start_without_what_it_needs(tmp_path: Path) -> None:
    done = nwd("serve", NWD_DATA_DIR=str(tmp_path), NWD_ENV="production")
    assert done.returncode == 2
    needed = "OPERATOR SECRET_KEY PUBLIC_URL SMTP_URL MAIL_FROM SAFEGUARDING_CONTACT SAFEGUARDING_COVER".split()
    assert all(f"NWD_{name}" in done.stderr for name in needed)
    assert len(done.stderr.splitlines()) == 1


def test_a_database_that_is_not_there_is_an_error_of_one_line(tmp_path: Path) -> None:
    done = nwd("db", "check", NWD_DATA_DIR=str(tmp_path), NWD_DATABASE_URL=f"sqlite:///{tmp_path}/nowhere/nwd.db")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "OperationalError" in line
    assert "nwd doctor" in line


@pytest.mark.rasa
def test_run_starts_says_where_is_found_by_commands_and_ends_when_told(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, f"sqlite:///{tmp_path / 'nwd.db'}")
    own = running.environment(settings)
    del own["NWD_RASA_URL"]  # so Rasa takes a free port, as on a newcomer's machine
    env = {name: value for name, value in own.items() if name.startswith("NWD_")}
    command = [sys.executable, "-m", "nwd.cli", "run"]
    with subprocess.Popen(command, cwd=ROOT, env=own, stderr=subprocess.PIPE, text=True) as process:
        try:
            found = poll(lambda: running.find_running(settings), "it runs", running.START_SECONDS)
            second = nwd("run", **env)
            assert second.returncode == 0
            assert found.url in second.stderr
            erased_beside_it(Installation(settings), env)
        finally:
            process.send_signal(signal.SIGTERM)
            _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert f"Open {found.url}" in said
    assert not running.answers(f"{found.url}/healthz")
    assert not (tmp_path / "run.json").exists()


def erased_beside_it(installation: Installation, env: dict[str, str]) -> None:
    """What a command erases is gone when it says so, the dialogue's tracker too."""
    person = installation.person()
    person.say("hi")
    with installation.house() as house:
        trackers = Trackers.beside(house.engine, house.cipher)
        who = person.id
        assert trackers.events(who)
        done = nwd("person", "erase", person.key, **env)
        assert (done.returncode, done.stderr.strip()) == (0, "Erased.")
        assert not trackers.events(who)
