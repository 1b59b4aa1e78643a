"""How a letter's lines read: as its person says them, or as a helper tells them."""

from __future__ import annotations

import pytest

from introductions.fields import FIELDS
from introductions.model import DraftField
from introductions.voice import Voice, said, standing

NOTHING = DraftField(on=False, text="")


@pytest.mark.parametrize(
    ("field", "text", "mine", "theirs"),
    [
        ("enjoys", "gardening, football", "I enjoy gardening and football.", "Ray enjoys gardening and football."),
        ("enjoys", "sewing (used to)", "I used to enjoy sewing.", "Ray used to enjoy sewing."),
        (
            "enjoys",
            "sewing (used to), bingo",
            "I enjoy bingo. I used to enjoy sewing.",
            "Ray enjoys bingo. Ray used to enjoy sewing.",
        ),
        (
            "enjoys",
            "roses, and a quiet patch of my own",
            "I enjoy roses, and a quiet patch of my own.",
            "Ray enjoys roses, and a quiet patch of my own.",
        ),
        (
            "enjoys",
            "sewing. I was a dinner lady. I loved the children",
            "I enjoy sewing. I was a dinner lady. I loved the children.",
            'Ray enjoys sewing. In Ray\'s words: "I was a dinner lady. I loved the children."',
        ),
        (
            "worked",
            "Plasterer, thirty three years. My body's done but my head isn't",
            "My work so far: Plasterer, thirty three years. My body's done but my head isn't.",
            "Work so far: Plasterer, thirty three years. In Ray's words: \"My body's done but my head isn't.\"",
        ),
        (
            "hopes",
            "A route into paid teaching, by day.",
            "I would like a route into paid teaching, by day.",
            "Ray would like a route into paid teaching, by day.",
        ),
        (
            "hopes",
            "some company, a job",
            "I would like some company and a job.",
            "Ray would like some company and a job.",
        ),
        (
            "at_work",
            "fewer hours, someone to talk to my boss",
            "At work I would like fewer hours, someone to talk to my boss.",
            "At work Ray would like fewer hours, someone to talk to their boss.",
        ),
        ("own", "im new and ive no car", "I'm new and I've no car.", "In Ray's words: \"I'm new and I've no car.\""),
        ("worked", "driving the 159 bus", "My work so far: driving the 159 bus.", "Work so far: driving the 159 bus."),
        (
            "who_comes",
            "their mum comes along the first time",
            "My mum comes along the first time.",
            "Their mum comes along the first time.",
        ),
        (
            "own",
            "i get tired. i'm slow on stairs",
            "I get tired. I'm slow on stairs.",
            "In Ray's words: \"I get tired. I'm slow on stairs.\"",
        ),
    ],
)
def test_one_person_speaks(field: str, text: str, mine: str, theirs: str) -> None:
    fields = dict.fromkeys(FIELDS, NOTHING) | {field: DraftField(on=True, text=text)}
    voices: tuple[tuple[Voice, str], ...] = (("me", mine), ("them", theirs))
    for voice, line in voices:
        assert said(fields, "Ray", voice)[field] == line
        assert standing(text, f"Ray would like to meet you.\n{line}\nThe last.") == line
