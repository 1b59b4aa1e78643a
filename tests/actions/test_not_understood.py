"""Whoever is not understood several times running hears something else each time, with a way on."""

from __future__ import annotations

from itertools import pairwise

import pytest

from actions.help import OF_LETTERS, OF_PLACES, OFFERABLE, Clarify, NotUnderstood
from tests.actions.conftest import Run, Said
from tests.introductions.steps import MARCIA, Story

WELCOME = ("welcome_form", "agreed")
STORY = ("find_support_form", "story")
NOWHERE = ("", "")


def missed(said: Said) -> int:
    return next(int(event["value"]) for event in said.events if event.get("name") == "missed")


@pytest.mark.parametrize(("form", "slot"), [WELCOME, STORY, NOWHERE])
def test_gibberish_again_and_again_never_meets_the_same_words_twice_running(
    run: Run, story: Story, form: str, slot: str
) -> None:
    story.known()
    count, heard = 0, list[Said]()
    for turn in range(6):
        heard.append(run(NotUnderstood, turn=f"t{turn}", form=form, requested_slot=slot, missed=count))
        count = missed(heard[-1])
    first = [said.names[0] for said in heard]
    assert len(set(first[:3])) == 3
    assert all(one != other for one, other in pairwise(first))
    assert first.count(first[0]) == 1
    assert all(said.names[1:] == ([f"utter_simpler_{slot}"] if slot else []) for said in heard)


def test_what_stays_unclear_is_asked_about_only_once(run: Run, story: Story) -> None:
    story.known()
    likely = ["ask_human", "skip"]
    first = run(Clarify, turn="t1", form="find_support_form", requested_slot="story", likely=likely)
    assert first.names == ["utter_clarify"]
    again = run(
        Clarify, turn="t2", form="find_support_form", requested_slot="story", likely=likely, missed=missed(first)
    )
    assert again.names == ["utter_not_understood_again", "utter_simpler_story"]


@pytest.mark.parametrize("name", [*OFFERABLE, *OF_LETTERS, *OF_PLACES])
def test_each_meaning_in_doubt_is_offered_in_words_of_its_own(run: Run, story: Story, name: str) -> None:
    story.agreed()
    story.room.offer(MARCIA, ["circle"], turn="t0", key=story.key())
    other = "ask_human" if name != "ask_human" else "skip"
    said = run(Clarify, turn="t1", form="find_support_form", requested_slot="story", likely=[name, other])
    assert said.names == ["utter_clarify"]
    assert said.buttons == [name, other, "carry_on"]
    titles = [button["title"] for button in said.messages[0]["buttons"]]
    assert len({title for title in titles if title and not title.startswith("utter_")}) == 3
