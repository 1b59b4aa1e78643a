"""What people read outside the dialogue's copy, letters and pages, is held to the same manner: docs/copy.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.copy import Copy
from knowledge.yaml_files import read_yaml
from tests.contracts.manner import ARI, READING_AGE, of_the_system, readability, too_long, words

ROOT = Path(__file__).resolve().parents[2]
LETTERS = ROOT / "introductions" / "letters"
COPY = ROOT / "bot" / "dialogues" / "copy"
FILES = [
    *sorted(LETTERS.glob("*.txt")),
    LETTERS / "phrases.yml",
    *sorted((ROOT / "bot" / "web" / "templates").glob("*.html")),
]
_INLINE = "b|i|em|strong|span|code"
DENIES = re.compile(
    r"\b(?:not|isn't|no part of|nothing to do with|independent of|separate from)[ ,]+(?:\w+[ ,]+){0,3}council\b",
    re.IGNORECASE,
)


def text_of(path: Path) -> str:
    """What stands there for a reader, a line for each thing; what is filled in counts as one word."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".yml":
        return "\n".join(_strings(read_yaml(path)))
    raw = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", raw, flags=re.DOTALL)
    raw = re.sub(r"\{\{.*?\}\}", "Word", raw, flags=re.DOTALL)
    if path.suffix == ".html":
        raw = re.sub(rf"</?(?:{_INLINE})\b[^>]*>", "", raw)
        raw = re.sub(r"<[^>]+>", "\n", raw)
    return raw


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_its_manner_is_that_of_the_copy(path: Path) -> None:
    text = text_of(path)
    assert of_the_system(text) == []
    assert too_long(text) == []
    assert "!" not in text


@pytest.mark.parametrize("path", [p for p in FILES if "subject" not in p.name], ids=lambda p: p.name)
def test_it_reads_at_about_age_nine(path: Path, record_property: Callable[[str, object], None]) -> None:
    lines = [line for line in text_of(path).splitlines() if words(line)]
    if lines:
        score = readability(lines)
        record_property(ARI, round(score, 2))
        assert score <= READING_AGE


@pytest.mark.parametrize("path", [*FILES, *sorted(COPY.glob("*.yml"))], ids=lambda p: p.name)
def test_an_operator_that_is_the_council_never_says_not_the_council(path: Path) -> None:
    """The same lines serve an operator of any kind, so none of them may say it."""
    assert DENIES.findall(text_of(path).replace("{operator_kind}", "the council")) == []


def test_whoever_asks_hears_that_the_council_runs_it() -> None:
    copy = Copy()
    kind = copy.text("utter_operator_kind_council")
    more = copy.text("utter_promises_more", operator="Harbour Borough", operator_kind=kind)
    assert "I am run by Harbour Borough, the council." in more
