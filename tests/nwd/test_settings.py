"""Settings: read once, every wrong one named at once, no value shown."""

from __future__ import annotations

import os
import stat
from datetime import time
from pathlib import Path

import pydantic
import pytest

from nwd.errors import SettingsError
from nwd.settings import REQUIRED_IN_PRODUCTION, load

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


def test_every_wrong_setting_is_named_in_one_message_without_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {
        "NWD_PORT": "70000",
        "NWD_SECRET_KEY": "short-secret",
        "NWD_QUIET_HOURS": "late",
        "NWD_TELEGRAM_MODE": "owl",
    }
    given(monkeypatch, wrong)
    with pytest.raises(SettingsError) as refused:
        load()
    assert all(name in str(refused.value) for name in wrong)
    assert not any(value in str(refused.value) for value in wrong.values())


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
    ],
    ids=[
        "open to others",
        "a moved clock",
        "no https",
        "a webhook without its secret",
        "a secret that Telegram refuses",
        "half of WhatsApp",
        "an old key",
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
