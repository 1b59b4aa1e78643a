"""A ``say`` that gives the response's name, with what it was given: words are for the conversation scripts."""

from __future__ import annotations


def say(name: str, /, **values: object) -> str:
    given = " ".join(str(value) for value in values.values())
    return f"{name.removeprefix('utter_')}({given})"
