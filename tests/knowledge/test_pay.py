"""Who gives their time pays nothing for it: a card names no price there, only what is paid for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.cards import cost, price
from bot.copy import Copy
from bot.web import places
from knowledge.listing import Service

UNPAID = Service("till", "books", "The till", support=("support.work_experience",), free=True)
CLASS = replace(UNPAID, support=("support.training",))


def say(name: str, /, **values: object) -> str:
    return Copy().text(name, **values)


@pytest.mark.parametrize(
    ("service", "words", "on_card", "on_page", "when_asked"),
    [
        (UNPAID, "Free", "", "", "Free."),
        (UNPAID, "Free, lunch and fares paid.", *("Lunch and fares paid.",) * 2, "Free. Lunch and fares paid."),
        (UNPAID, "Free, with bus fares paid.", *("Bus fares paid.",) * 2, "Free. Bus fares paid."),
        (replace(UNPAID, summary="Paid shifts."), "Free", "You are paid for it.", "Free", "You are paid for it."),
        (replace(UNPAID, free=False), "£5 a day.", "Cost: £5 a day.", "£5 a day.", "Cost: £5 a day."),
        (CLASS, "Free, with soup.", "Free.", "Free", "Free."),
        (replace(CLASS, outcomes=("volunteering",)), "Free, fares paid.", *("Fares paid.",) * 2, "Free. Fares paid."),
        (CLASS, "Free for ten weeks.", *("Free for ten weeks.",) * 3),
    ],
)  # fmt: skip
def test_what_it_costs(service: Service, words: str, on_card: str, on_page: str, when_asked: str) -> None:
    listed = replace(service, cost=words)
    assert (cost(say, listed), places.cost(listed), price(say, listed)) == (on_card, on_page, when_asked)
