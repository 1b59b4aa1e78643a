"""Where a conversation stands, judged from what is kept: which form is open, and what is still to be asked."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from introductions.asked import MOST_QUESTIONS
from introductions.model import Fact
from introductions.progress import next_questions, open_form
from knowledge.asking import AskNext

AT = datetime(2026, 11, 3, tzinfo=UTC)
OFFER, DRAFT = cast("Any", object()), cast("Any", object())


def fact(field: str, value: str) -> Fact:
    return Fact("f", field, value, None, "yes", value, "t1", AT)


def person(keep: str = "agreed", band: str = "adult") -> Any:
    return SimpleNamespace(keep=keep, age_band=band)


@pytest.mark.parametrize(
    ("who", "facts", "offers", "draft", "form"),
    [
        (person(keep="none"), [], [], None, "welcome_form"),
        (person(band="under_16"), [], [], DRAFT, None),
        (person(), [], [], DRAFT, "introduction_form"),
        (person(), [], [], None, "find_support_form"),
        (person(), [], [OFFER], None, None),
        (person(), [fact("reopened", "times")], [OFFER], None, "find_support_form"),
    ],
)
def test_the_form_that_is_open(who: Any, facts: list[Fact], offers: list[Any], draft: Any, form: str | None) -> None:
    assert open_form(who, facts, offers, draft) == form


def asks(facts: list[Fact], question: str | None, offers: list[Any] | None = None) -> list[str]:
    following = AskNext(question, "changes_places") if question else None
    return next_questions(facts, lambda: following, offers or [])


STORY = fact("story", "given")


@pytest.mark.parametrize(
    ("facts", "question", "asked"),
    [
        ([], "hopes", ["story"]),
        ([STORY], "hopes", ["hopes"]),
        ([STORY], None, []),
        ([STORY], "heritage", ["alone"]),
        ([STORY, fact("alone", "alone")], "heritage", ["heritage"]),
        ([STORY, fact("alone", "with_someone")], "heritage", []),
        ([fact(name, "skipped") for name in ("story", "hopes", "hard", "times", "place", "health")], "age", []),
        ([STORY, fact("reopened", "times")], "hopes", ["times"]),
    ],
)
def test_what_is_asked_next(facts: list[Fact], question: str | None, asked: list[str]) -> None:
    assert asks(facts, question) == asked


def test_nothing_private_is_begun_with_the_last_question() -> None:
    told = [fact(name, "skipped") for name in ("story", "hopes", "hard", "times", "place")]
    assert len(told) == MOST_QUESTIONS - 1
    assert asks(told, "heritage") == []


def test_once_places_were_shown_only_what_was_opened_again_is_asked() -> None:
    assert asks([STORY], "hopes", [OFFER]) == []
