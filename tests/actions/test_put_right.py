"""Anything said back may be taken off the list in plain words, whatever kind of thing it is."""

from __future__ import annotations

import pytest

from actions.base import projected
from actions.put_right import PutRight
from introductions import Introductions
from introductions.model import Heard
from introductions.questions import telling
from introductions.reading import Reading
from knowledge.understanding import understand
from knowledge.understanding.commands import command
from tests.actions.conftest import Run
from tests.introductions.steps import MARCIA, Story

TOLD = (
    Heard("concept", "interest.cooking_food", "interest.cooking_food", "yes", "cooking"),
    Heard("hopes", "company", None, "yes", "company"),
    Heard("concept", "support.social_engagement", "support.social_engagement", "yes", "company"),
    Heard("concept", "stage.distant", "stage.distant", "yes", "company"),
    Heard("concept", "constraint.own_home", "constraint.own_home", "yes", "cant leave the house"),
    Heard("concept", "constraint.no_groups", "constraint.no_groups", "yes", "big groups scare me"),
    Heard("concept", "constraint.childcare", "constraint.childcare", "yes", "the kids"),
    Heard("concept", "health.anxiety", "health.anxiety", "yes", "anxiety"),
    Heard("concept", "health.epilepsy", "health.epilepsy", "yes", "fits"),
    Heard("times", "mornings", None, "yes", "mornings"),
    Heard("concept", "constraint.daytime_only", "constraint.daytime_only", "yes", "mornings"),
    Heard("district", "SW9", None, "yes", "SW9"),
    Heard("area", "Brixton", None, "yes", "brixton"),
)
THINGS = {
    "needing to be at home": ("constraint.own_home", "needing to be at home", "i need to be at home"),
    "groups": ("constraint.no_groups", "big groups", "i dont like groups"),
    "children": ("constraint.childcare", "looking after children", "i have kids"),
    "a condition": ("health.anxiety", "anxiety", "i have anxiety"),
    "another": ("health.epilepsy", "fits", "i get fits"),
    "a time": ("constraint.daytime_only", "mornings", "mornings"),
    "a liking": ("interest.cooking_food", "cooking", "i like cooking"),
    "a wish": ("support.social_engagement", "some company", "i want company"),
}
WAYS = ("take off {name}", "take {name} off", "take out {name} please", "{name} is wrong", "the {name} bit is wrong",
        "get rid of {name}", "i never said {name}", "i didnt say {name}", "you've got {name} wrong",
        "{name} isnt right", "i never said {said}")  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("thing", THINGS)
def test_whatever_was_said_back_goes_in_plain_words(
    thing: str, way: str, run: Run, story: Story, room: Introductions
) -> None:
    code, name, said = THINGS[thing]
    text = way.format(name=name, said=said)
    story.known(heard=TOLD)
    assert command(text, None) == "put_right"
    room.save_words(MARCIA, "t1", text)
    assert run(PutRight).names == ["utter_taken_off"]
    left = {fact.code for fact in room.facts(MARCIA)}
    assert code not in left
    assert {code for code, _, _ in THINGS.values()} - {code} <= left


def test_a_wish_that_was_picked_goes_with_all_that_it_stood_for(run: Run, story: Story, room: Introductions) -> None:
    story.known(heard=TOLD)
    room.save_words(MARCIA, "t1", "take off some company")
    run(PutRight)
    assert not [fact for fact in room.facts(MARCIA) if fact.field == "hopes" or fact.code == "stage.distant"]


@pytest.mark.parametrize("text", ["brixton is wrong", "take off brixton", "i never said brixton"])
def test_where_somebody_is_goes_too(text: str, run: Run, story: Story, room: Introductions) -> None:
    story.known(heard=TOLD)
    room.save_words(MARCIA, "t1", text)
    assert run(PutRight).names == ["utter_taken_off"]
    assert "area" not in {fact.field for fact in room.facts(MARCIA)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("no i can go out", "constraint.own_home"),
        ("I can travel", "constraint.own_home"),
        ("not at home, i want to get out", "constraint.own_home"),
        ("i dont need to be at home", "constraint.own_home"),
        ("i'm not housebound", "constraint.own_home"),
        ("groups are fine", "constraint.no_groups"),
        ("i dont have kids", "constraint.childcare"),
        ("i havent got anxiety", "health.anxiety"),
    ],
)
def test_who_says_that_it_is_no_trouble_of_theirs_is_heard(
    text: str, code: str, story: Story, room: Introductions
) -> None:
    story.known(heard=TOLD)
    read = understand(text)
    assert read.intent in ("inform", "correct")
    room.remember(MARCIA, telling(Reading.of(read), None).heard, turn="t1", key="t1:told")
    assert code not in {fact.code for fact in room.facts(MARCIA) if fact.polarity == "yes"}


@pytest.mark.parametrize("text", ["that's wrong, i dont have fits", "i dont have fits. take that off", "no fits"])
def test_a_denial_takes_off_what_it_denies_and_nothing_else(
    text: str, run: Run, story: Story, room: Introductions
) -> None:
    story.known(heard=TOLD)
    room.save_words(MARCIA, "t1", text)
    run(PutRight)
    assert "health.epilepsy" not in {fact.code for fact in room.facts(MARCIA)}
    assert len([fact for fact in room.facts(MARCIA) if fact.code]) == len([one for one in TOLD if one.code]) - 1


def test_what_is_not_on_the_list_is_asked_about(run: Run, story: Story, room: Introductions) -> None:
    story.known(heard=TOLD)
    room.save_words(MARCIA, "t1", "the shopping is wrong")
    assert run(PutRight).names == ["utter_which_misheard"]


@pytest.mark.parametrize(
    "text",
    ["delete everything", "delete my chat", "get rid of my debts", "something is wrong", "that is right", "lose weight",
     "i want to get rid of pain", "the letter is wrong", "you said it was free but i cant see that"],
)  # fmt: skip
def test_other_things_are_not_taken_for_it(text: str) -> None:
    assert command(text, None) != "put_right"


def test_slots_follow(run: Run, story: Story, room: Introductions) -> None:
    story.known(heard=TOLD)
    room.save_words(MARCIA, "t1", "take off mornings")
    said = run(PutRight)
    assert said.slots["times"] is None
    assert projected(room.facts(MARCIA))
