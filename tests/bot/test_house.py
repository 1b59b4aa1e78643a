"""What every process opens, on the embedded database."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.house import open_engine_of, open_house, prepare
from nwd.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,
        data_dir=tmp_path,
        database_url=f"sqlite:///{tmp_path / 'nwd.db'}",
        secret_key="a secret of the tests that is long enough",
    )


def test_directory_and_clock_are_read_while_a_write_goes_on(settings: Settings) -> None:
    prepare(settings)
    house = open_house(settings)
    other = open_engine_of(settings)
    with other.begin():
        assert house.directory().services
        assert house.clock.now()
    house.engine.dispose()
    other.dispose()
