"""Whether a place was told something of somebody through us."""

from __future__ import annotations

from introductions.letter_answers import is_about, line_about
from introductions.model import ToldPlace


def line_told(told: ToldPlace, words: str) -> str:
    """The line of the letter that says it, else the words passed on since; empty where neither does."""
    line = line_about(told.fields, told.page_text, words) if told.fields else ""
    return line or next((one for one in told.words if is_about(one, words)), "")
