"""Threats that a place writes, and everyday words that look like them: the examples beside the phrases."""

from __future__ import annotations

import pytest

from knowledge.language.usage import DATA
from knowledge.understanding.threats import threatens
from knowledge.yaml_files import read_yaml

EXAMPLES = read_yaml(DATA / "threats.yaml")


@pytest.mark.parametrize("text", EXAMPLES["positive"])
def test_a_threat_is_seen(text: str) -> None:
    assert threatens(text)
    assert threatens(f"Hello. {text.upper()}!!")


@pytest.mark.parametrize("text", EXAMPLES["negative"])
def test_everyday_words_are_no_threat(text: str) -> None:
    assert not threatens(text)
    assert not threatens(f"Good morning, {text[0].lower()}{text[1:]}. Best wishes, Ade")


def test_words_across_lines_are_read_together() -> None:
    assert threatens("I will kill\nyou")
