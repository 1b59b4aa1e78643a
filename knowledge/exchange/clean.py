"""Putting right what real feeds get wrong: markup in texts, texts without end, empty addresses, ages of -1."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

from knowledge.records import plain_text

ABOUT_LENGTH = 1_500
"""Characters kept of a description. One real feed holds one of 145,411."""
SUMMARY_WORDS = 30
OLDEST = 120
"""A "maximum age" from here on means that there is none."""

Warn = Callable[[str, str], None]

_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]{2,}")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SILENT = frozenset({"script", "style", "head", "title"})


class _Words(HTMLParser):
    """Keeps the text between tags; every tag becomes a space, so that list items do not run together."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        self._silent += tag in _SILENT
        self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def words_of(value: Any, field: str, warn: Warn) -> str:
    """Plain text without markup. An ampersand or "a < b" alone is no markup and is not warned of."""
    text = "" if value is None else str(value)
    if re.search(r"</?[a-zA-Z][^>]*>|&[a-zA-Z#0-9]{2,8};", text):
        reader = _Words()
        reader.feed(text)
        reader.close()
        warn(field, "held markup, which was taken out")
        text = "".join(reader.parts)
    return re.sub(r" +([.,;:!?])", r"\1", plain_text(text))


def shortened(text: str, field: str, warn: Warn, limit: int = ABOUT_LENGTH) -> str:
    """Cut at the last sentence that fits, or else at a word; never silently."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    end = max((found.start() for found in _SENTENCE.finditer(kept)), default=0)
    cut = kept[:end] if end > limit // 2 else kept.rsplit(" ", 1)[0] + "…"
    warn(field, f"held {len(text):,} characters; the first {len(cut):,} were kept")
    return cut


def summary_of(about: str) -> str:
    """The first sentence, cut to 30 words with an ellipsis where it is longer."""
    words = _SENTENCE.split(about, maxsplit=1)[0].split()
    return " ".join(words[:SUMMARY_WORDS]) + ("…" if len(words) > SUMMARY_WORDS else "")


def email_of(value: Any, field: str, warn: Warn) -> str:
    """Empty for what is no address; a feed that says nothing of one is not warned of."""
    text = plain_text(value or "").removeprefix("mailto:")
    if value is not None and not text:
        warn(field, "is empty; no introduction can be sent there")
    elif text and not _EMAIL.fullmatch(text):
        warn(field, "is not an email address; it was left out")
        return ""
    return text


def ages_of(low: Any, high: Any, warn: Warn) -> tuple[int | None, int | None]:
    """Both ages inside the range; None is no limit."""
    least, most = _age(low, "minimum_age", warn), _age(high, "maximum_age", warn)
    if most is not None and most >= OLDEST:
        most = None
    if least is not None and most is not None and least > most:
        warn("maximum_age", "is below the minimum age; both were left out")
        return None, None
    return least or None, most


def _age(value: Any, field: str, warn: Warn) -> int | None:
    if value is None or value == "":
        return None
    try:
        age = int(float(value))
    except (TypeError, ValueError, OverflowError):
        warn(field, "is not a number; it was left out")
        return None
    if age < 0:
        warn(field, f"is {age}; it was read as no limit")
        return None
    return age


def tags_of(values: list[Any], field: str, warn: Warn) -> tuple[str, ...]:
    """Names once each, whatever spaces and capitals they came with."""
    found: dict[str, str] = {}
    for value in values:
        if tag := plain_text(value or ""):
            if tag != str(value) or tag.casefold() in found:
                warn(field, "held a tag twice or with spaces around it; it was taken once")
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())
