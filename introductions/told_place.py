"""Whether a place was told something of somebody through us."""

from __future__ import annotations

from introductions.letter_answers import (
    asks_of_private_things,
    is_about,
    line_about,
    names_one_trouble,
    private_lines,
    tells_private,
)
from introductions.model import ToldPlace


def line_told(told: ToldPlace, words: str) -> str:
    """The line of the letter that says it, else the words passed on since; empty where neither does."""
    line = line_about(told.fields, told.page_text, words) if told.fields else ""
    return line or next((one for one in told.words if is_about(one, words)), "")


def lines_told(told: ToldPlace, words: str) -> list[str]:
    """As ``line_told``; of "my condition" every line of the letter on such things, and every message passed on. Of a
    trouble that is named, "drinking", no line on another one.
    """
    if line := line_told(told, words):
        return [line]
    if not asks_of_private_things(words) or names_one_trouble(words):
        return []
    lines = private_lines(told.fields, told.page_text) if told.fields else []
    return [*lines, *(one for one in told.words if tells_private(one))]
