"""What a helper writes of somebody is read as that person would say it, and given back as it was written."""

from __future__ import annotations

import pytest

from introductions.told_of import as_they_say, as_told


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("he likes dominoes", "i like dominoes"),
        ("she's shy and she misses her sister", "i'm shy and i miss my sister"),
        ("they have a bad back", "i have a bad back"),
        ("he watches birds", "i watch birds"),
        ("she was a nurse", "i was a nurse"),
        ("i like dominoes", "i like dominoes"),
        ("dominoes, he likes", "dominoes, he likes"),
    ],
)
def test_it_is_read_in_the_first_person(written: str, read: str) -> None:
    assert as_they_say(written) == read


def test_words_of_it_are_given_back_as_they_stood() -> None:
    assert as_told("i am shy", "she is shy") == "she is shy"
    assert as_told("my sister", "she misses her sister") == "her sister"
    assert as_told("dominoes", "i like dominoes") == "dominoes"
