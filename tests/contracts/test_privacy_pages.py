"""The privacy notice and the impact assessment say what the tables, the letter and the retention times are."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot import privacy_pages
from nwd.settings import ROOT


@pytest.mark.parametrize("name", privacy_pages.PAGES)
def test_a_page_says_what_the_code_does(name: str) -> None:
    text = (Path(ROOT) / name).read_text(encoding="utf-8")
    assert text == privacy_pages.page(text), "run: .venv/bin/python -m bot.privacy_pages"


def test_every_table_has_its_words_and_no_words_are_of_nothing() -> None:
    assert privacy_pages.missing() == {"no words": [], "no table": []}


def test_a_retention_that_changes_changes_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    before = privacy_pages.retention()
    monkeypatch.setattr(privacy_pages, "TIMES", {**privacy_pages.TIMES, "said": timedelta(days=7)})
    assert "| what we said to them | 7 days |" in privacy_pages.retention()
    assert "| what we said to them | 90 days |" in before


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (timedelta(days=365), "12 months"),
        (timedelta(days=90), "90 days"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(minutes=55), "55 minutes"),
    ],
)
def test_times_are_said_whole(time: timedelta, words: str) -> None:
    assert privacy_pages.in_words(time) == words
