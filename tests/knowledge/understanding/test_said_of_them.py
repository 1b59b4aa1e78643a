"""What is heard in words that tell no such thing of somebody, and how it is put right."""

import pytest

from knowledge.understanding import understand
from knowledge.understanding.letter_reading import read_beside_letter
from knowledge.understanding.misheard import taken_off


@pytest.mark.parametrize(
    ("text", "code", "polarity"),
    [
        (
            "I was a tailor in my country and now I am at home only, my papers are in process",
            "constraint.own_home",
            None,
        ),
        ("am at home only, no work", "constraint.own_home", None),
        ("I am at home because I have nobody, I can go out", "constraint.own_home", "no"),
        ("I cannot leave the house", "constraint.own_home", "yes"),
        ("i can only work at home", "constraint.own_home", "yes"),
        ("I have two children, the small one has asthma", "health.heart_lungs", None),
        ("the small one has asthma and i have diabetes", "health.diabetes", "yes"),
        ("my chest is bad, asthma", "health.heart_lungs", "yes"),
        ("I have two girls, the small one she is nine, I was a tailor", "identity.woman", None),
        ("i am 38 and i have fibro and a little boy", "identity.woman", None),
        ("im on my own since the kids left. i like bingo", "constraint.childcare", None),
        ("the kids left me with the grandkids, two under five", "constraint.childcare", "yes"),
        ("Evenings are the worst. I am in Streatham", "constraint.evenings_weekends", None),
        ("evenings are best", "constraint.evenings_weekends", "yes"),
        ("Afternoon only, morning is school", "constraint.daytime_only", None),
        ("I like history, and my allotment was hers really. My wife died", "interest.gardening_nature", "no"),
        ("I would like an hour of something just for me, maybe painting", "stage.ready", None),
        ("i would like a job, maybe painting", "stage.ready", "yes"),
        ("i want something quiet, not loads of people", "support.social_engagement", None),
        ("mi nah sew good yuh know", "interest.arts_crafts", None),
        ("im not good at sewing", "interest.arts_crafts", None),
        ("i dont like sewing", "interest.arts_crafts", "no"),
        ("Hair and fashion is not correct, I am a tailor only", "interest.beauty_fashion", "no"),
    ],
)
def test_what_is_told_of_them(text: str, code: str, polarity: str | None) -> None:
    assert {one.code: one.polarity for one in understand(text).concepts}.get(code) == polarity


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("I work in Waterloo", []),
        ("I am working as cleaning supervisor in offices in Waterloo 9 years", []),
        ("i live in brixton and work in waterloo", ["Brixton"]),
        ("i live and work in brixton", ["Brixton"]),
        ("i want to work in Brixton", ["Brixton"]),
    ],
)
def test_where_they_work_is_no_home(text: str, areas: list[str]) -> None:
    assert [one.value for one in understand(text).values if one.field == "area"] == areas


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No please, the asthma is of my son, not me. I only have diabetes", "the asthma"),
        ("Hair and fashion is not correct, I am a tailor only", "Hair and fashion"),
        ("Please, I am not needing to be at home, I am at home because I have nobody", "needing to be at home"),
        ("the flat is my brother's, not mine", None),
    ],
)
def test_what_was_misheard_is_named(text: str, words: str | None) -> None:
    assert taken_off(text, asked=False) == words


def test_one_no_takes_no_other_s_place() -> None:
    said = read_beside_letter("Not hair, not beauty")
    assert [(one.kind, one.edit.words) for one in said if one.edit] == [("out", "hair"), ("out", "beauty")]
