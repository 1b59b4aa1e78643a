"""What is said to a place, or asked of one, and the company somebody wants there."""

from __future__ import annotations

import re

from knowledge.understanding.after_sending import asks_what_now
from knowledge.understanding.arranging import arranges
from knowledge.understanding.asides import speaks_to
from knowledge.understanding.asked_of_place import asks_several_of_place, questions
from knowledge.understanding.coming import asks_who_may_come
from knowledge.understanding.commands.asked import LETTER
from knowledge.understanding.commands.sent_letters import asks_of_visit
from knowledge.understanding.commands.waiting_letters import of_the_letter
from knowledge.understanding.kind_wish import wished_kind
from knowledge.understanding.names import names
from knowledge.understanding.not_alone import going_alone_only, wants_company
from knowledge.understanding.of_place import asks_of_place, asks_whether_there_is
from knowledge.understanding.place_wish import asks_for_one, asks_why_shown, wants_introduction, wants_more
from knowledge.understanding.plain_questions import plain_question
from knowledge.understanding.question_form import asks


def of_company(text: str, asked: str | None) -> str | None:
    """Who would rather not walk in alone asks for company; beside a question of ours words of it are its answer, and a
    question of several things is of a place.
    """
    if plain_question(text) or speaks_to(text) or len(questions(text)) > 1:
        return None
    if asked == "letter_decision" and of_the_letter(text):
        return None
    if wants_company(text) or (asked in (None, *LETTER) and going_alone_only(text)):
        return "wants_company"
    return None


def to_or_of_a_place(text: str) -> str | None:
    """Words for a place, several questions about one, or words on a visit; what happens now is asked of us."""
    if speaks_to(text):
        return "say_to_place"
    if asks_what_now(text):
        return None
    if asks_several_of_place(text) and not wants_introduction(text):
        return "about_place"
    if arranges(text) and not asks_of_visit(text) and not asks_who_may_come(text):
        return "about_place" if asks(text) else "inform"
    return None


def of_places(text: str, asked: str | None) -> str | None:
    """What is asked of places beside other words. Who tells a name, as they were asked, has answered."""
    if asked == "chosen_name" and next(names(text, asked), None):
        return None
    near = asked is None or asked in LETTER
    if near and (asks_of_place(text) or asks_why_shown(text) or _asks_all_of_place(text)):
        return "about_place"
    if asks_who_may_come(text) and not wants_introduction(text):
        return "who_may_come"
    if near and wants_more(text):
        return "tell_more"
    if asked is None and asks_for_one(text):
        return "want_introduction"
    if asked is not None or _POINTS_THERE.search(text):
        return None
    return "find_place" if asks_whether_there_is(text) or wished_kind(text) else None


_POINTS_THERE = re.compile(r"\bthey\b.*\bthere\W*$", re.IGNORECASE)
"""As in "do they give food there?": of a place that is spoken of."""


def _asks_all_of_place(text: str) -> bool:
    asked = questions(text)
    return bool(asked) and all(map(asks_of_place, asked))
