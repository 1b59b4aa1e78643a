"""What commands say while something takes its time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nwd.commands.output import waited_for


@pytest.mark.parametrize(("every", "says"), [(0.001, True), (600.0, False)])
def test_what_takes_its_time_says_that_it_goes_on(
    every: float, says: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert waited_for([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, every=every) == 3
    assert ("still at it" in capsys.readouterr().err) == says
