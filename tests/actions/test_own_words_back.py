"""What somebody told is said back in their own words where those name a thing, else in ours."""

from __future__ import annotations

import pytest

from actions.wording import listed, worded
from bot.copy import Copy
from introductions.model import Heard

FRAMES = ("I'll work round {}", "They can work around {}", "It can help with {}")
NO_OBJECT = ("not ", "no ", "new to ", "to ")
"""What no sentence of ours can take behind "work round"."""
IN_LISTS_OF_THEIR_OWN = {
    "utter_said_constraint_not_mornings", "utter_said_constraint_no_experience",
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "words", "said"),
    [
        ("health.heart_lungs", "a stroke", "a stroke"),
        ("health.heart_lungs", "heart attack", "a heart attack"),
        ("health.heart_lungs", "had it in my lungs", "your heart or lungs"),
        ("health.musculoskeletal", "my back", "back or joint pain"),
        ("health.musculoskeletal", "back", "your back"),
        ("health.musculoskeletal", "rheumatoid arthritis", "rheumatoid arthritis"),
        ("health.depression", "breakdown", "a breakdown"),
        ("health.depression", "depressed", "low mood"),
        ("health.anxiety", "anxious", "anxiety"),
        ("health.anxiety", "always worried", "anxiety"),
        ("health.chronic_pain", "tramadol", "pain"),
        ("health.fatigue", "always tired", "being worn out"),
        ("health.neurodivergence", "ADHD", "ADHD"),
        ("health.epilepsy", "MS diagnosed", "MS"),
        ("health.epilepsy", "have ms", "MS"),
        ("health.psychosis", "hear voices", "hearing or seeing things"),
        ("health.epilepsy", "parkinsons", "Parkinson's"),
        ("health.fatigue", "have ME", "ME"),
        ("health.heart_lungs", "got copd", "COPD"),
        ("health.other", "i have crohns", "Crohn's"),
        ("health.other", "got lupus", "lupus"),
        ("interest.music", "the piano", "piano"),
        ("interest.teaching", "teach", "teaching"),
        ("interest.arts_crafts", "Knit", "knitting"),
        ("interest.music", "play guitar", "playing guitar"),
        ("constraint.daytime_only", "Tuesday mornings", "tuesday mornings"),
    ],
)
def test_own_words_stand_where_they_name_a_thing(code: str, words: str, said: str) -> None:
    assert worded(Copy().text, code, words) == said


def test_things_of_one_kind_are_said_together() -> None:
    art, music = "interest.arts_crafts", "interest.music"
    told = [Heard("concept", art, art, "yes", "sewing"), Heard("concept", music, music, "yes", "piano")]
    told += [Heard("liked", f"{art} {name}", None, "yes", name) for name in ("sewing", "knitting", "pottery")]
    assert listed(Copy().text, told, ("interest.",)) == ["sewing, knitting and pottery", "piano"]
    assert listed(Copy().text, [*told, Heard("concept", art, art, "no", "art")], ("interest.",))[0] == "sewing"


def test_what_is_in_the_way_fits_behind_work_round() -> None:
    """Run with ``-s`` to read each in its sentences."""
    names = sorted(n for n in Copy().names if n.startswith(("utter_said_constraint_", "utter_said_health_")))
    for name in names:
        print(*(frame.format(Copy().text(name)) for frame in FRAMES), sep=". ")
    assert [n for n in set(names) - IN_LISTS_OF_THEIR_OWN if Copy().text(n).startswith(NO_OBJECT)] == []
