"""When a visit is, as it stands now: never the old day where another was agreed, nor alone where one was asked for."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from actions.visit_words import short_when, when_words
from introductions.model import Visit
from tests.actions.saying import say

THURSDAY, FRIDAY = date(2026, 11, 5), date(2026, 11, 6)


@pytest.mark.parametrize(
    ("visit", "whole", "short"),
    [
        (Visit(THURSDAY), "Thursday at 11.", "Thursday at 11"),
        (Visit(FRIDAY, words="friday is fine"), "when_moved(Friday 6 November friday is fine)", "Friday 6 November"),
        (
            Visit(FRIDAY, words="friday at 2"),
            "when_moved(when_at(Friday 6 November 2) friday at 2)",
            "when_at(Friday 6 November 2)",
        ),
        (
            Visit(THURSDAY, (FRIDAY,), "person", "can i come friday"),
            "when_you_asked(Friday 6 November Thursday at 11.)",
            "when_unsettled()",
        ),
        (
            Visit(THURSDAY, (FRIDAY,), "provider", "friday instead?"),
            "when_they_ask(Friday 6 November Thursday at 11.)",
            "when_unsettled()",
        ),
        (Visit(None, words="not that day"), "when_open(not that day Thursday at 11.)", "when_unsettled()"),
    ],
)
def test_when_it_is_stands_as_it_was_talked_of_last(visit: Visit, whole: str, short: str) -> None:
    one = cast("Any", SimpleNamespace(visit=visit, when="Thursday at 11"))
    assert (when_words(say, one), short_when(say, one)) == (whole, short)
