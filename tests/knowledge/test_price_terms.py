"""What a price hangs on, for who has a benefit, or work, or neither."""

from __future__ import annotations

import pytest

from knowledge.price_terms import Terms, benefit_named, terms, works
from knowledge.understanding.of_place import asks_price


@pytest.mark.parametrize(
    ("cost", "benefit", "hangs_on"),
    [
        ("£120, or free if you are not working.", "PIP", "by_work"),
        ("Free if you are out of work, else £380.", "ESA", "by_work"),
        ("Free if you get PIP.", "PIP", "named"),
        ("Free on benefits, else £5.", "benefits", "named"),
        ("Free on benefits, else £5.", "PIP", "by_other"),
        ("£45, or free on a low income.", "Universal Credit", "by_other"),
        ("£4 for paper.", "PIP", "same"),
        ("Free, soup included.", "PIP", "free"),
        ("", "PIP", "free"),
    ],
)
def test_a_price_hangs_on_what_its_words_say(cost: str, benefit: str, hangs_on: Terms) -> None:
    assert terms(cost, benefit) == hangs_on


@pytest.mark.parametrize(
    ("told", "has_work"),
    [
        (["im not working"], False),
        (["i lost my job"], False),
        (["i work in a shop"], True),
        (["i work in a shop", "im unemployed now"], False),
        (["my boss shouts"], True),
        (["id love to teach"], None),
        ([], None),
    ],
)
def test_whether_somebody_works_is_what_they_told_last(told: list[str], has_work: bool | None) -> None:
    assert works(told) is has_work


@pytest.mark.parametrize(
    ("text", "name"), [("£120 on pip?", "PIP"), ("im on UC", "Universal Credit"), ("how much", "")]
)
def test_a_benefit_is_called_as_it_is_called(text: str, name: str) -> None:
    assert benefit_named(text) == name


@pytest.mark.parametrize(
    "text",
    ["£120 on PIP?", "is it free on pip", "do i pay if im on uc", "120 quid? im on benefits", "how much on esa?"],
)
def test_a_price_is_asked_for_who_is_on_a_benefit(text: str) -> None:
    assert asks_price(text)


@pytest.mark.parametrize(
    "text",
    [
        "will i lose £120 pip?",
        "my rent is £120 what do i do?",
        "do they pay £12?",
        "is my pip safe",
        "i got £50 for food",
    ],
)
def test_other_money_is_no_price(text: str) -> None:
    assert not asks_price(text)
