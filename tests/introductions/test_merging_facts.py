from __future__ import annotations

from datetime import UTC, datetime

import pytest

from introductions.facts import merge
from introductions.model import Fact, Heard

NOW = datetime(2026, 11, 3, tzinfo=UTC)


def fact(field: str, value: str, code: str | None = None, polarity: str = "yes", words: str = "") -> Fact:
    return Fact(f"{field}.{value}.{polarity}", field, value, code, polarity, words, "t", NOW)  # type: ignore[arg-type]


def concept(code: str, polarity: str = "yes", words: str = "") -> Heard:
    return Heard("concept", code, code, polarity, words)  # type: ignore[arg-type]


def test_something_new_is_new() -> None:
    merged = merge([], [concept("interest.music"), Heard("district", "SE5")])
    assert (len(merged.new), merged.superseded, merged.contradictions) == (2, (), ())


def test_the_same_again_is_not_new() -> None:
    held = [fact("concept", "interest.music", "interest.music", words="singing")]
    assert merge(held, [concept("interest.music")]).new == ()


def test_words_are_taken_where_there_were_none() -> None:
    held = [fact("concept", "interest.music", "interest.music")]
    merged = merge(held, [concept("interest.music", words="singing")])
    assert [one.words for one in merged.new] == ["singing"]
    assert merged.contradictions == ()


def test_a_later_value_takes_the_place_of_an_earlier_one_and_is_reported() -> None:
    merged = merge([fact("district", "SE5")], [Heard("district", "SW9")])
    assert [(before.value, merged.new[index].value) for before, index in merged.superseded] == [("SE5", "SW9")]
    assert [(c.before.value, c.now.value) for c in merged.contradictions] == [("SE5", "SW9")]


@pytest.mark.parametrize(
    ("before", "now", "reported"), [("yes", "no", 1), ("no", "yes", 1), ("past", "yes", 0), ("yes", "past", 0)]
)
def test_yes_against_no_is_a_contradiction_and_used_to_is_not(before: str, now: str, reported: int) -> None:
    held = [fact("concept", "interest.music", "interest.music", before)]
    merged = merge(held, [concept("interest.music", now)])
    assert len(merged.contradictions) == reported
    assert len(merged.superseded) == 1


def test_several_languages_stand_beside_each_other() -> None:
    merged = merge([fact("language", "pt")], [Heard("language", "es")])
    assert (len(merged.new), merged.superseded) == (1, ())


def test_inside_one_message_the_last_statement_counts() -> None:
    merged = merge([], [Heard("district", "SE5"), Heard("district", "SW9")])
    assert [one.value for one in merged.new] == ["SW9"]
