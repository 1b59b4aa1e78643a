"""Logs hold ids and places, never what a person wrote."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
import structlog

from nwd import logs

WORDS = "my mum died and i cannot sleep"


@pytest.fixture(autouse=True)
def configured() -> Iterator[None]:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = before
    structlog.reset_defaults()


def logged(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    assert out == ""
    return err


@pytest.mark.parametrize("as_json", [False, True])
def test_only_known_fields_are_written(capsys: pytest.CaptureFixture[str], *, as_json: bool) -> None:
    logs.configure(json=as_json)
    structlog.get_logger().info("turn_done", turn="t1", text=WORDS, person=WORDS, payload={"a": WORDS})
    line = logged(capsys)
    assert "turn_done" in line
    assert "t1" in line
    assert WORDS not in line


def test_of_an_exception_its_class_and_place_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(json=True)
    try:
        raise ValueError(WORDS)
    except ValueError:
        structlog.get_logger().exception("turn_broke", turn="t1")
    line = logged(capsys)
    assert "ValueError at " in line
    assert __name__ in line
    assert WORDS not in line


def test_a_librarys_line_keeps_its_name_and_loses_its_details(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    logging.getLogger("httpx").warning("request body: %s", WORDS)
    try:
        raise RuntimeError(WORDS)
    except RuntimeError:
        logging.getLogger("asyncio").exception("broke on %s", WORDS)
    written = logged(capsys)
    assert "httpx" in written
    assert "RuntimeError" in written
    assert WORDS not in written


def test_a_librarys_line_that_was_put_together_before_is_not_written_out(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    logging.getLogger("telegram").warning(f"update: {WORDS}")  # noqa: G004
    assert WORDS not in logged(capsys)


def test_what_the_server_says_of_itself_is_kept_whatever_it_set_up_before(capsys: pytest.CaptureFixture[str]) -> None:
    server = logging.getLogger("uvicorn")
    server.addHandler(logging.StreamHandler())
    server.propagate = False
    logs.configure()
    logging.getLogger("uvicorn.error").error("[Errno 98] address already in use (%s)", "127.0.0.1")
    assert "address already in use (127.0.0.1)" in logged(capsys)
