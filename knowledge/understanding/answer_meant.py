"""The option of the open question that a message means, once all that may stand against it is heard."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.language.phrases import Found
from knowledge.language.words import Token
from knowledge.understanding.answers import answer
from knowledge.understanding.books import books
from knowledge.understanding.model import Concept, Value
from knowledge.understanding.no_job import turned_down_at
from knowledge.understanding.picked import (
    is_part_of_another,
    is_said_to_be_none,
    is_unheard,
    mornings_until,
    of_times,
    without_weekend,
)
from knowledge.understanding.scope import Scope
from knowledge.understanding.sensing import Hint
from knowledge.understanding.turned_round import is_turned_round

_WEEKEND, _MOST_OF_THE_WEEK = frozenset(("Sat", "Sun")), 5
Picked = tuple[str, Found]
"""An option, and the words that pick it."""


def meant(
    text: str,
    scope: Scope,
    asked: str | None,
    listed: Sequence[Concept],
    said: Sequence[Concept],
    hints: Sequence[Hint],
) -> Picked | None:
    """``listed`` is what the word lists find, ``said`` what is believed of it with the network's ``hints``."""
    picked, message = answer(scope, asked), scope.message
    if picked is None or asked is None or is_part_of_another(text, message, asked, picked, listed):
        return None
    meaning = of_times(text, message, picked, said) if asked == "times" else picked
    if meaning is None or is_said_to_be_none(text, message, asked, meaning, said):
        return None
    if is_turned_round(text, meaning[0]) or _is_work_turned_down(text, asked, meaning[0]):
        return None
    return None if is_unheard(message, asked, meaning[0], hints) else meaning


def _is_work_turned_down(text: str, asked: str | None, option: str) -> bool:
    return asked == "hopes" and option == "job" and turned_down_at(text, asked) is not None


def is_of_others(asked: str, option: str, before: Sequence[Concept], said: Sequence[Concept]) -> bool:
    """Whether all that an answer stands for was told of somebody else."""
    codes = {code for code, _ in books().answer_codes.get((asked, option), ())} & {one.code for one in before}
    return bool(codes) and codes.isdisjoint(one.code for one in said if one.polarity != "no")


def of_the_week(
    text: str,
    message: Sequence[Token],
    asked: str | None,
    picked: Picked | None,
    said: list[Concept],
    found: Sequence[Value],
) -> tuple[Picked | None, list[Concept]]:
    """Mornings that end at an hour, and a day of the weekend among others of the week."""
    if asked == "times":
        picked, said = mornings_until(text, message, picked, said)
    days = {day for value in found if value.field == "days" for day in value.value.split()}
    if days - _WEEKEND and len(days) < _MOST_OF_THE_WEEK:
        picked, said = without_weekend(text, message, picked, said)
    return picked, said
