from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conversations.coverage import Coverage
from tests.conversations.playing import SCRIPTS
from tests.conversations.stage import Stage, opened


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One Rasa and one app for all scripts; each script is somebody else."""
    with opened(tmp_path_factory.mktemp("conversations")) as ready:
        yield ready


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return Coverage()


@pytest.fixture(scope="module")
def together(
    request: pytest.FixtureRequest, coverage: Coverage, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Coverage:
    """What all scripts cover, for whichever of their files is done last; the others leave theirs for it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "coverage"
    folder.mkdir(exist_ok=True)
    coverage.leave(folder / request.path.stem)
    whole = Coverage.left_in(folder)
    if whole.played != set(SCRIPTS):
        pytest.skip("says something only once every script was played to its end")
    return whole
