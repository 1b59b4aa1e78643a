"""However long its runs of blanks, of a mark or of the same words, a message is read in a moment, as it was meant."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children, get_context

import pytest

from bot.gateway.reading import LONGEST_READ, calm, read
from introductions.reading import Reading
from knowledge.understanding import understand
from knowledge.understanding.commands import command
from knowledge.understanding.letter_reading import read_beside_letter

_LONGEST_WAIT = 60
"""Seconds; a shape that runs away takes far longer."""


def heard(raw: str) -> None:
    text = read(raw).text
    Reading.of(understand(text, "letter_decision"))
    command(text, "letter_decision")
    read_beside_letter(text)


@pytest.fixture(scope="module")
def apart() -> Iterator[ProcessPoolExecutor]:
    """A process of its own, which can be ended whatever it does."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        yield pool


@pytest.mark.parametrize(
    "raw",
    [
        "take out" + " " * 10_000 + "sewing",
        "i like sewing " + "and " * 5_000,
        "no\n \u2003\n" * 3_000 + "ok",
        "can i " * 3_000,
        "put in " * 2_500,
        "i never said " + ", " * 8_000,
        "a" * 15_000,
        "- " * 8_000 + "send it",
        "it says i never i dont i am not " * 600,
    ],
)
def test_nothing_runs_away(apart: ProcessPoolExecutor, raw: str) -> None:
    reading = apart.submit(heard, raw)
    try:
        reading.result(_LONGEST_WAIT)
    finally:
        if not reading.done():
            for process in active_children():
                process.kill()


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("i  like\t sewing\u00a0\u2003and  bingo", "i like sewing and bingo"),
        ("one\n\n\n \n\ntwo", "one\n\ntwo"),
        ("no no no no im ok", "no no no no im ok"),
        ("help me please help me please", "help me please help me please"),
        ("ring 07700 900123", "ring 07700 900123"),
        ("wait........ what", "wait........ what"),
        ("haha" * 3, "hahahahahaha"),
    ],
)
def test_what_people_write_stays_as_it_is(raw: str, left: str) -> None:
    assert calm(raw) == left


def test_words_of_danger_are_heard_behind_any_run_of_others() -> None:
    assert calm("x " * 9_000 + "i want to die").endswith("i want to die")
    assert len(calm("x " * 9_000)) < LONGEST_READ
