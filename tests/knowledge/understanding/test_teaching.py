"""Messages composed for teaching: labels stay with their words, whatever is done to the text."""

from __future__ import annotations

import random
from typing import Any

import pytest

from scripts.teach.joined import Composer, joined, placed
from scripts.teach.thumbs import typed

CHEF = placed(
    {
        "text": "used to be a chef, hate retail",
        "concepts": [
            {"code": "interest.cooking_food", "polarity": "past", "words": "chef"},
            {"code": "interest.retail", "polarity": "no", "words": "retail"},
        ],
        "intent": "inform",
        "crisis": "none",
        "crisis_kinds": [],
    }
)
PAIN = placed(
    {
        "text": "Back gone again",
        "concepts": [{"code": "health.musculoskeletal", "polarity": "yes", "words": "Back gone"}],
        "intent": "inform",
        "crisis": "none",
        "crisis_kinds": [],
    }
)
HELP = placed(
    {
        "text": "he is hurting me now",
        "concepts": [],
        "intent": "crisis",
        "crisis": "act",
        "crisis_kinds": ["violence"],
    }
)
SEEDS = range(20)


def said(row: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(c["code"], c["polarity"], row["text"][c["start"] : c["end"]]) for c in row["concepts"]]


@pytest.mark.parametrize("seed", SEEDS)
def test_joined_messages_say_what_both_said_in_the_same_words(seed: int) -> None:
    both = joined(CHEF, PAIN, random.Random(seed))
    assert both is not None
    assert said(both) == said(CHEF) + said(PAIN)
    assert (both["intent"], both["crisis"]) == ("inform", "none")


def test_danger_beside_anything_is_still_danger() -> None:
    both = joined(PAIN, HELP, random.Random(1))
    assert both is not None
    assert (both["intent"], both["crisis"], both["crisis_kinds"]) == ("crisis", "act", ["violence"])


@pytest.mark.parametrize("seed", SEEDS)
def test_other_things_in_the_same_places_keep_their_polarity(seed: int) -> None:
    composer = Composer([CHEF, PAIN], [("interest.music", "guitar"), ("interest.animals", "dogs")], seed)
    (row,) = composer.varied([CHEF])
    known = {"interest.cooking_food": "chef", "interest.retail": "retail"}
    known |= {"interest.music": "guitar", "interest.animals": "dogs"}
    assert [polarity for _, polarity, _ in said(row)] == ["past", "no"]
    assert all(known[code] == words for code, _, words in said(row))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_typed_letter_knows_where_it_was_written(seed: int) -> None:
    text = "I don't think I'm ready for the office, because of my anxiety"
    letters = typed(text, random.Random(seed))
    places = [place for _, place in letters]
    assert all(0 <= place < len(text) for place in places)
    assert "".join(letter for letter, place in letters if text[place] == letter)
