"""Settings: read once, every wrong one named at once, no value shown."""

from __future__ import annotations

import os
import re
import stat
from datetime import time
from pathlib import Path

import pydantic
import pytest

from nwd.errors import SettingsError
from nwd.settings import load
from nwd.settings_checks import FORMATS, REQUIRED_IN_PRODUCTION
from tests.command import nwd

KEY = "a secret key of the tests that is long enough"
PRODUCTION = {
    "NWD_ENV": "production",
    "NWD_OPERATOR": "Lantern Neighbours",
    "NWD_OPERATOR_KIND": "charity",
    "NWD_SECRET_KEY": KEY,
    "NWD_PUBLIC_URL": "https://door.example",
    "NWD_SMTP_URL": "smtps://u:p@mail.example:465",
    "NWD_MAIL_FROM": "hello@door.example",
    "NWD_SAFEGUARDING_CONTACT": "Ada, ada@door.example",
    "NWD_SAFEGUARDING_COVER": "Bo, bo@door.example",
}


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing set, no ``.env``, an empty data folder."""
    for name in [name for name in os.environ if name.startswith("NWD_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NWD_DATA_DIR", str(tmp_path / "var"))
    return tmp_path


def given(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def test_nothing_set_is_a_local_installation_that_needs_nothing_else(bare: Path) -> None:
    settings = load()
    assert settings.is_local
    assert settings.host == "127.0.0.1"
    assert settings.database_url == f"sqlite:///{bare / 'var' / 'nwd.db'}"
    assert settings.actions_url == f"http://127.0.0.1:{settings.port}/actions/webhook"
    assert settings.quiet_hours == (time(21), time(9))


def test_secrets_that_are_left_out_are_made_once_for_their_owner_alone(bare: Path) -> None:
    first, second = load(), load()
    assert first.secret_key == second.secret_key
    assert first.rasa_token == second.rasa_token
    assert first.secret_key != first.rasa_token
    for name in ("secret.key", "rasa.token"):
        assert stat.S_IMODE((bare / "var" / name).stat().st_mode) == 0o600


WRONG = {
    "NWD_PORT": "70000",
    "NWD_SECRET_KEY": "hunter2-short",
    "NWD_QUIET_HOURS": "hunter2-late",
    "NWD_TELEGRAM_MODE": "owl",
    "NWD_DATABASE_URL": "hunter2:foo",
    "NWD_PUBLIC_URL": "hunter2.example",
    "NWD_RASA_URL": "hunter2",
    "NWD_ACTIONS_URL": "http://:80/hunter2",
    "NWD_SMTP_URL": "http://u:hunter2@mail.example",
    "NWD_MAIL_FROM": "hunter2notanaddress",
    "NWD_MAILBOX_URL": "imap://u:hunter2@mail.example",
    "NWD_MAIL_TOKEN": "hunter2",
    "NWD_TELEGRAM_TOKEN": "hunter2",
    "NWD_TELEGRAM_SECRET": "hunter2 words",
    "NWD_TELEGRAM_API_URL": "ftp://hunter2",
    "NWD_WHATSAPP_API_URL": "http://host:hunter2/",
    "NWD_WHATSAPP_TOKEN": "hunter2",
    "NWD_CLOCK": "banana",
}
COMMANDS = ("run", "serve", "worker", "rasa", "doctor", "chat", "db upgrade", "desk list")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_names_every_wrong_setting_at_once_and_starts_nothing(bare: Path, command: str) -> None:
    said = nwd(*command.split(), NWD_DATA_DIR=str(bare / "none"), **WRONG)
    missing = {f"NWD_WHATSAPP_{name}" for name in ("PHONE_ID", "APP_SECRET", "VERIFY_TOKEN")}
    assert (said.returncode, said.stdout) == (2, "")
    assert {word.rstrip(":") for word in said.stderr.split() if re.fullmatch("NWD_[A-Z_]+:", word)} == missing | (
        WRONG.keys() - {"NWD_WHATSAPP_TOKEN"}
    )
    assert "hunter2" not in said.stderr
    assert not (bare / "none").exists()


def test_every_setting_whose_form_is_checked_stands_in_that_table() -> None:
    assert {f"NWD_{name.upper()}" for name in FORMATS} <= WRONG.keys()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NWD_DATABASE_URL", "postgresql://u:p@db.example/nwd"),
        ("NWD_DATABASE_URL", "postgresql+psycopg://u:p%40@db.example:5432/nwd"),
        ("NWD_DATABASE_URL", "postgresql:///nwd?host=/run/postgresql"),
        ("NWD_DATABASE_URL", "sqlite:///var/nwd.db"),
        ("NWD_DATABASE_URL", "sqlite:////srv/nwd.db"),
        ("NWD_RASA_URL", "http://rasa:5005"),
        ("NWD_RASA_URL", "http://[::1]:5005/"),
        ("NWD_SMTP_URL", "smtp://localhost:1025"),
        ("NWD_SMTP_URL", "smtp+starttls://u%40h:p@mail.example:587"),
        ("NWD_MAIL_FROM", "Lantern Neighbours <hello@door.example>"),
        ("NWD_MAIL_FROM", "hello@localhost"),
        ("NWD_MAILBOX_URL", "imaps://u:p@mail.example"),
        ("NWD_CLOCK", "2026-11-02T09:00"),
    ],
)
def test_what_can_be_used_is_taken(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    given(monkeypatch, {name: value})
    load()


def test_a_data_folder_that_cannot_be_one_is_named(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare / "file").touch()
    for place in ("file", "file/in/it"):
        monkeypatch.setenv("NWD_DATA_DIR", str(bare / place))
        with pytest.raises(SettingsError, match="NWD_DATA_DIR"):
            load()


def test_where_it_is_unknown_whether_this_is_local_nothing_is_said_of_either(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, {"NWD_ENV": "prod", "NWD_HOST": "0.0.0.0", "NWD_CLOCK": "banana"})
    with pytest.raises(SettingsError) as refused:
        load()
    assert re.findall("NWD_[A-Z_]+", str(refused.value)) == ["NWD_CLOCK", "NWD_ENV"]


def test_settings_cannot_be_changed_and_never_print_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, {"NWD_SECRET_KEY": KEY, "NWD_SMTP_URL": "smtp://u:hunter2@mail.example"})
    settings = load()
    with pytest.raises(pydantic.ValidationError):
        settings.port = 1  # type: ignore[misc]
    assert KEY not in repr(settings)
    assert "hunter2" not in repr(settings)


@pytest.mark.parametrize("name", sorted(REQUIRED_IN_PRODUCTION))
def test_production_names_what_is_missing(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    variable = f"NWD_{name.upper()}"
    given(monkeypatch, {k: v for k, v in PRODUCTION.items() if k != variable})
    with pytest.raises(SettingsError, match=variable):
        load()


def test_production_starts_when_all_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, PRODUCTION | {"NWD_HOST": "0.0.0.0"})
    assert not load().is_local


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"NWD_HOST": "0.0.0.0"}, "NWD_HOST"),
        (PRODUCTION | {"NWD_CLOCK": "+1d"}, "NWD_CLOCK"),
        (PRODUCTION | {"NWD_PUBLIC_URL": "http://door.example"}, "NWD_PUBLIC_URL"),
        ({"NWD_TELEGRAM_TOKEN": "1:a", "NWD_TELEGRAM_MODE": "webhook"}, "NWD_TELEGRAM_SECRET"),
        ({"NWD_TELEGRAM_SECRET": "two words"}, "NWD_TELEGRAM_SECRET"),
        ({"NWD_WHATSAPP_TOKEN": "t"}, "NWD_WHATSAPP_PHONE_ID"),
        ({"NWD_SECRET_KEY": f"{KEY},short"}, "NWD_SECRET_KEY"),
        (PRODUCTION | {"NWD_SAFEGUARDING_CONTACT": "Ada"}, "NWD_SAFEGUARDING_CONTACT"),
    ],
    ids=[
        "open to others",
        "a moved clock",
        "no https",
        "a webhook without its secret",
        "a secret that Telegram refuses",
        "half of WhatsApp",
        "an old key",
        "a lead whom no mail reaches",
    ],
)
def test_settings_that_do_not_go_together_are_refused(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], named: str
) -> None:
    given(monkeypatch, values)
    with pytest.raises(SettingsError, match=named):
        load()


def test_keys_are_rotated_as_new_and_old(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, {"NWD_SECRET_KEY": f"{KEY[::-1]},{KEY}"})
    assert load().secrets == [KEY[::-1], KEY]


def test_a_file_named_env_gives_settings(bare: Path) -> None:
    (bare / ".env").write_text("NWD_OPERATOR=Harbour House\nNWD_PORT=8099\n")
    assert (load().operator, load().port) == ("Harbour House", 8099)
