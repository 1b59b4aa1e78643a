from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conversations.stage import Stage, opened


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One Rasa and one app for all scripts; each script is somebody else."""
    with opened(tmp_path_factory.mktemp("conversations")) as ready:
        yield ready
