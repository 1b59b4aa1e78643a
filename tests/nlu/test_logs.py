"""Nothing that Rasa logs may quote a person, whatever it puts into its lines."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.nlu.harness import ROOT

PLANTED = "Winifred on 07700 900123"
BEGIN = """import logging, warnings, structlog
from nlu import logs
logs.configure()
library = logging.getLogger('rasa.core')
"""


def logged(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    "code",
    [
        f"library.error('heard %s', {PLANTED!r})",
        f"library.error('heard ' + {PLANTED!r})",
        f"try:\n  raise ValueError({PLANTED!r})\nexcept ValueError:\n  library.exception({PLANTED!r})",
        f"structlog.get_logger().debug('processor.message.parse', parse_data_text={PLANTED!r})",
        f"structlog.get_logger().error('interpolator', response={PLANTED!r})",
        f"warnings.simplefilter('always')\nwarnings.warn({PLANTED!r})",
        f"library.info({PLANTED!r})",
    ],
    ids=["arguments", "message", "exception", "debug", "structured", "warning", "info"],
)
def test_a_line_of_a_library_never_quotes(code: str) -> None:
    assert "Winifred" not in logged(code)


def test_an_error_of_a_library_still_tells_where_to_look() -> None:
    said = logged("try:\n  raise ValueError('x')\nexcept ValueError:\n  library.exception('y')")
    assert said.startswith("error rasa.core line 8")
    assert "[ValueError at <string>:6]" in said


def test_our_own_lines_come_through() -> None:
    assert (
        logged("logging.getLogger('nlu.channel').info('turn failed turn=%s', 't1')")
        == "info nlu.channel turn failed turn=t1\n"
    )
