"""Settings that come as files, one a setting, as Docker mounts secrets."""

from __future__ import annotations

from pathlib import Path

import pytest

from nwd.errors import SettingsError
from nwd.settings import load

KEY = "a secret key of the tests that is long enough"


def test_a_file_gives_a_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NWD_SECRET_KEY", raising=False)
    monkeypatch.setenv("NWD_SECRETS_DIR", str(tmp_path))
    monkeypatch.setenv("NWD_DATA_DIR", str(tmp_path / "var"))
    (tmp_path / "nwd_secret_key").write_text(f"{KEY}\n")
    assert load().secret_key.get_secret_value() == KEY


def test_the_environment_comes_before_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NWD_SECRETS_DIR", str(tmp_path))
    monkeypatch.setenv("NWD_DATA_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("NWD_SECRET_KEY", KEY[::-1])
    (tmp_path / "nwd_secret_key").write_text(KEY)
    assert load().secret_key.get_secret_value() == KEY[::-1]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NWD_SECRETS_DIR", str(tmp_path / "nowhere"))
    with pytest.raises(SettingsError, match="NWD_SECRETS_DIR"):
        load()
