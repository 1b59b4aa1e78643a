"""Plain words about a letter, and the line that they change."""

from __future__ import annotations

import pytest

from introductions.fields import FIELDS
from introductions.model import DraftField
from introductions.rewording import Change, change
from knowledge.understanding.edits import edit
from knowledge.understanding.letter_reading import read_beside_letter

LINES = {
    "name": "Pat",
    "enjoys": "sewing, gardening and being outdoors",
    "hopes": "some company, a job that suits",
    "times": "mornings",
    "reply_way": "through this chat",
}
FIELDS_SHOWN = {name: DraftField(bool(LINES.get(name)), LINES.get(name, "")) for name in FIELDS}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Why does it say sewing? Say: I was a policy analyst for 9 years",
            [Change("enjoys", "gardening and being outdoors"), Change("worked", "policy analyst for 9 years")],
        ),
        ("i didnt say company. can u take that out", Change("hopes", "a job that suits")),
        (
            "no! take out the times. put work so far: cleaner 11 years",
            [Change("times", None), Change("worked", "cleaner 11 years")],
        ),
        ("take mornings out and put just tuesdays", Change("times", "Tuesdays")),
        ("that mornings isnt a time that suits me", Change("times", "")),
        ("My name is Mrs Lowe, not Pat", Change("name", "Mrs Lowe")),
        ("its mrs lowe not pat", Change("name", "mrs lowe")),
        ("take my name out put D", Change("name", "D")),
        ("take my name out", Change("name", None)),
        ("dont say i want job", Change("hopes", "some company")),
        ("dont say i want work", Change("hopes", "some company")),
        ("take the gardning out", Change("enjoys", "sewing")),
        ("dont mention the outdoors", Change("enjoys", "sewing")),
        ("take sewing out and put knitting", Change("enjoys", "knitting, gardening and being outdoors")),
        ("afternoons not mornings", Change("times", "afternoons")),
        ("leave out the times", Change("times", None)),
        ("take out my own words", None),
        ("leave out what i hope for", Change("hopes", None)),
        ("take out the unicorns", None),
        ("and put in what I hope for", Change("hopes", "some company, a job that suits")),
        ("mi no wan job", Change("hopes", "some company")),
        (
            "put: mornings are bad. after ten, two hours at most",
            [Change("times", "mornings are bad, after ten"), Change("helps", "two hours at most")],
        ),
        ("dont say anything about my back", None),
        ("take out what you said", None),
        ("add: i will be late", Change("own", "i will be late")),
    ],
)
def test_what_a_wish_changes(text: str, made: Change | list[Change] | None) -> None:
    wish = edit(text)
    assert wish is not None
    assert change(FIELDS_SHOWN, wish) == ([made] if isinstance(made, Change) else made or [])


def test_a_name_that_reads_like_a_sentence_is_none() -> None:
    assert edit("my name is what you would call a funny old story") is None


def test_a_line_that_is_left_out_has_nothing_to_take_out() -> None:
    fields = FIELDS_SHOWN | {"hopes": DraftField(on=False, text="a job that suits", sensitive=True)}
    wish = edit("dont say i want job")
    assert wish is not None
    assert change(fields, wish) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("why does it say any time, just put mornings", "mornings"),
        ("add: i can do wednesdays", "Wednesdays"),
        ("add: evenings only", "evenings only"),
    ],
)
def test_a_time_that_is_named_takes_the_place_of_any_time(text: str, times: str) -> None:
    wish = edit(text)
    assert wish is not None
    assert change(FIELDS_SHOWN | {"times": DraftField(on=True, text="any time")}, wish) == [Change("times", times)]


def test_what_they_wrote_on_health_is_gone_once_it_is_taken_out() -> None:
    fields = FIELDS_SHOWN | {"health": DraftField(on=True, text="sore back", sensitive=True)}
    wish = edit("no! take out health. put work so far: cleaner 11 years")
    assert wish is not None
    assert change(fields, wish) == [Change("health", ""), Change("worked", "cleaner 11 years")]


def test_a_need_that_was_not_agreed_to_does_not_come_in_with_one_that_is_written() -> None:
    fields = FIELDS_SHOWN | {"helps": DraftField(on=False, text="somewhere quiet", sensitive=True)}
    wish = edit("add: short words please")
    assert wish is not None
    assert change(fields, wish) == [Change("helps", "short words please")]


OWN_LINES = {
    "enjoys": "sewing, football",
    "worked": "plasterer",
    "hopes": "some company, a job that suits",
    "helps": "a few hours at a time",
    "times": "mornings, husband, Tuesdays",
    "language": "Portuguese is easiest",
    "own": "ive had 2 sickness warnings and its crohns, im on nights so ring me afternoon not morning",
}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("take out husband from the times", [Change("times", "mornings, Tuesdays")]),
        ("still husband in times", [Change("times", "mornings, Tuesdays")]),
        ("the work line should just say plasterer, 33 years", [Change("worked", "plasterer, 33 years")]),
        (
            "where it says i enjoy, change it to: I was a dinner lady. I loved it",
            [Change("enjoys", "I was a dinner lady. I loved it")],
        ),
        (
            "take out the warnings bit",
            [Change("own", "its crohns, im on nights so ring me afternoon not morning")],
        ),
        (
            "it should say: I have Crohn's and work nights. Message me in the afternoon, not the morning",
            [Change("own", "ive had 2 sickness warnings"),
             Change("health", "I have Crohn's and work nights. Message me in the afternoon, not the morning")],
        ),
        (('take out "ring me afternoon not'
         ' morning"'), [Change("own", "ive had 2 sickness warnings and its crohns, im on nights")]),
        ("swap the job bit to volunteering", [Change("hopes", "some company, volunteering")]),
        ("change plasterer for builder", [Change("worked", "builder")]),
        ("put in mornings after 10", [Change("times", "mornings after 10, husband, Tuesdays")]),
        ("only keep sewing", [Change("enjoys", "sewing")]),
        (
            "just my name and the football",
            [
                Change("enjoys", "football"),
                *(Change(field, None) for field in ("worked", "hopes", "helps", "times", "language")),
                Change("own", ""),
            ],
        ),
        ("put in that i had an alotment 30 year and i miss it",
         [Change("own", f"{OWN_LINES['own']}. I had an alotment 30 year and i miss it")]),
        (
            'instead of "some company" say "i have been out of work two years and i want to get back."',
            [
                Change("hopes", "a job that suits"),
                Change("own", f"{OWN_LINES['own']}. I have been out of work two years and i want to get back."),
            ],
        ),
        (
            "change sickness warnings to letters",
            [Change("own", OWN_LINES["own"].replace("sickness warnings", "letters"))],
        ),
        ("put in i speak portuguese", [Change("language", "Portuguese is easiest")]),
        ("put in warehouse picker for 9 years and its my back",
         [Change("worked", "plasterer, warehouse picker for 9 years"), Change("health", "its my back")]),
        ("an ask if i can go home if i panic",
         [Change("helps", "a few hours at a time. Please can you tell me if i can go home if i panic?")]),
        ("say is callaloo i used to grow", [Change("own", f"{OWN_LINES['own']}. I used to grow callaloo")]),
        ("put: I can't do Thursdays", [Change("times", "mornings, husband, Tuesdays. I can't do Thursdays")]),
        ("my name is not 'Show others'", [Change("name", None)]),
        ("change sewing to I spent thirty years as a plasterer, and have chaired a site board",
         [Change("enjoys", "football"),
          Change("worked", "I spent thirty years as a plasterer, and have chaired a site board")]),
        ("my husband is dead. take that line out", [Change("times", "mornings, Tuesdays")]),
        ("i wont be at the football any more since march. take that out", [Change("enjoys", "sewing")]),
    ],
)  # fmt: skip
def test_the_words_that_are_meant_and_no_others(text: str, made: list[Change]) -> None:
    fields = {name: DraftField(bool(OWN_LINES.get(name)), OWN_LINES.get(name, "")) for name in FIELDS}
    wish = read_beside_letter(text)[-1].edit
    assert wish is not None
    assert change(fields, wish) == made
