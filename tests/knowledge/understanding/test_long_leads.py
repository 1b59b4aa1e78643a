"""However many small words stand in front, a message beside a letter is read: no shape runs away on them."""

from __future__ import annotations

import multiprocessing

import pytest

from knowledge.understanding.letter_reading import read_beside_letter

_LONGEST_WAIT = 60
"""Seconds; a shape that runs away takes years."""


@pytest.mark.parametrize("lead", ["no ", "and ", "ok so yes and ", "oh no, "])
def test_no_lead_of_small_words_runs_away(lead: str) -> None:
    process = multiprocessing.get_context("spawn").Process(
        target=read_beside_letter, args=(lead * 25 + "thats not me",)
    )
    process.start()
    process.join(_LONGEST_WAIT)
    ended = process.exitcode
    process.kill()
    assert ended == 0
