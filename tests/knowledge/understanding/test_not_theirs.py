"""What was somebody else's, or can be borne no more, is nobody's liking; hours and days are told as they were said."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand


@pytest.mark.parametrize(
    ("text", "code", "polarity"),
    [
        (
            "my husband died. desmond had an allotment and its gone to weeds, i cant face it",
            "interest.gardening_nature",
            None,
        ),
        ("the allotment was his not mine, i cant go there", "interest.gardening_nature", "no"),
        ("my dad loved fishing, i never did", "interest.gardening_nature", None),
        ("my husband did the garden", "interest.gardening_nature", None),
        ("i used to go fishing with my dad", "interest.gardening_nature", "past"),
        ("my husbands allotment is a mess but i like growing things", "interest.gardening_nature", "yes"),
        ("my brother likes football and so do i", "interest.sport_fitness", "yes"),
        ("my wife and i did ballroom dancing", "interest.sport_fitness", "past"),
        ("she likes cooking", "interest.cooking_food", "yes"),
        ("her kids are grown. she likes cooking", "interest.gardening_nature", None),
        ("i was a dinner lady and i loved it, all them kids", "constraint.childcare", None),
        ("the house is too quiet now the children are gone", "constraint.childcare", None),
        ("i have kids, all day", "constraint.childcare", "yes"),
        ("with the kids i can only do mornings", "constraint.childcare", "yes"),
        ("some days i dont speak to nobody", "constraint.good_bad_days", None),
        ("some days i cant get up", "constraint.good_bad_days", "yes"),
        ("she takes her grandson to school, only ladies", "support.training", None),
    ],
)
def test_whose_it_is(text: str, code: str, polarity: str | None) -> None:
    said = {one.code: one.polarity for one in understand(text, "story").concepts}
    assert said.get(code) == polarity


def test_a_wish_to_teach_has_no_odd_word_for_a_name() -> None:
    heard = understand("id show a young un how to do a ceiling proper", "hopes").concepts
    assert [one.words for one in heard if one.code == "interest.teaching"] == ["show a young un how"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("mornings. im finished by 2 most days", "mornings until 2"),
        ("mornings are best, i fade after about two", "mornings until two"),
        ("mornings till 1 then school run", "mornings until 1"),
        ("mornings", "mornings"),
    ],
)
def test_mornings_keep_their_end(text: str, words: str) -> None:
    read = understand(text, "times")
    assert [one.words for one in read.concepts if one.code == "constraint.daytime_only"] == [words]
    assert all(one.code != "constraint.not_mornings" for one in read.concepts)


@pytest.mark.parametrize(
    ("text", "weekend"),
    [
        ("Tuesdays and Sundays are my days off", False),
        ("tuesdays or saturday", False),
        ("saturdays and sundays", True),
        ("weekends", True),
    ],
)
def test_a_day_off_is_no_weekend(text: str, *, weekend: bool) -> None:
    read = understand(text, "times")
    assert any(one.code == "constraint.evenings_weekends" for one in read.concepts) is weekend
    assert (read.answer == "weekends") is weekend
