"""Rank and years beside a trade, in the words that were said; years of something else are none of them."""

from __future__ import annotations

import pytest

from knowledge.understanding.trade_standing import with_standing


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("I am a chartered accountant, 22 years", "accountant", "chartered accountant for 22 years"),
        ("18 years a dental nurse", "dental nurse", "dental nurse for 18 years"),
        ("i was head chef at a hotel for 12 years", "chef", "head chef for 12 years"),
        ("nine years i been a teaching assistant", "teaching assistant", "teaching assistant for nine years"),
        ("senior social worker, over twenty years", "social worker", "senior social worker for over twenty years"),
        ("worked as a picker 11 yrs", "picker", "picker for 11 years"),
        ("Plasterer. Thirty three years man and boy", "Plasterer", "Plasterer for thirty three years"),
        ("i was a nurse. 10 years i've been ill", "nurse", "nurse"),
        ("trainee electrician", "electrician", "trainee electrician"),
        ("im 45 years old, a plumber", "plumber", "plumber"),
        ("i was a cook, 3 years ago i had a stroke", "cook", "cook"),
        ("cleaner, signed off 2 years", "cleaner", "cleaner"),
        ("i am a nurse with two kids, 4 years and 6 years", "nurse", "nurse"),
        ("I am a surveyor (chartered), 22 years in", "surveyor", "chartered surveyor for 22 years"),
        ("i was a surveyor, chartered, 22 years", "surveyor", "chartered surveyor for 22 years"),
        ("been a chartered building surveyor 22 years", "surveyor", "chartered building surveyor for 22 years"),
        ("22 years as a chartered surveyor", "surveyor", "chartered surveyor for 22 years"),
        ("worked in payroll as a clerk for nine years", "payroll", "payroll for nine years"),
        ("warehouse worker with a bad back, 11 years at it", "warehouse", "warehouse for 11 years"),
        ("i was a surveyor, retired now", "surveyor", "retired surveyor"),
        ("22 years in surveying, chartered", "surveying", "surveying for 22 years"),
        ("i was a surveyor, chartered flights scare me", "surveyor", "surveyor"),
        ("a depressed accountant", "accountant", "accountant"),
    ],
)
def test_a_trade_with_what_was_said_of_it(text: str, words: str, told: str) -> None:
    assert with_standing(text, words) == told
