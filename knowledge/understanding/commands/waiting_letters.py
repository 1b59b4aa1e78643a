"""What is said to a letter that waits for a yes, and to words that wait to be passed on."""

from __future__ import annotations

import re

from knowledge.understanding.after_sending import asks_of_meeting
from knowledge.understanding.agreeing import agrees, assents_and_consents
from knowledge.understanding.arranging import arranges, brings_or_needs_somebody, not_going
from knowledge.understanding.asides import addressed, means_another_place, wants_other_words
from knowledge.understanding.beside import helper_comes
from knowledge.understanding.commands.any_question import freely
from knowledge.understanding.commands.asked import DECIDED, LEFT, TO_A_PLACE
from knowledge.understanding.held_from_them import part_left_out
from knowledge.understanding.last_word import last_word
from knowledge.understanding.leaving import gives_no_number, keeps_it_as_it_was, lets_be, would_change_it
from knowledge.understanding.letter_changes import CHANGES
from knowledge.understanding.letter_reading import is_of_the_letter, read_beside_letter
from knowledge.understanding.not_alone import asked_to_come
from knowledge.understanding.ringing import asks_of_ringing, wants_no_call
from knowledge.understanding.sending import on_sending
from knowledge.understanding.unsaid import unsays_itself, was_for_us
from knowledge.understanding.visit_questions import asked_of_visit


def left_or_sent(text: str, asked: str) -> str | None:
    """What somebody says who was asked to write something, or whether it may go, and writes nothing to pass on."""
    if asked in DECIDED and (was_for_us(text) or unsays_itself(text)):
        return "deny"
    if asked in DECIDED and part_left_out(text):
        return "inform"
    if asked in DECIDED:
        decided = None if text.strip(" .!").casefold() == "skip" else on_sending(text)
        return None if decided is None else "affirm" if decided == "send" else "deny"
    if asked == "letter_decision":
        if would_change_it(text):
            return "letter_change"
        return "affirm" if assents_and_consents(text) or on_sending(text, letter=True) == "send" else None
    if asked == "phone":
        return "skip" if gives_no_number(text) else None
    left = keeps_it_as_it_was(text) if asked == "new_line" else asked in LEFT and lets_be(text)
    return "skip" if left else None


def said_anew(text: str, asked: str | None) -> str | None:
    """Where words for a place are shown before they go: other words for it, or the wish to say them anew."""
    if asked == "message_decision" and asks_of_ringing(text):
        return "ask_ringing"
    if asked == "message_decision" and not_going(text):
        return "second_thoughts"
    if asked == "message_decision" and asked_to_come(text):
        return "wants_company"
    if asked == "message_decision" and (asks_of_meeting(text) or asked_of_visit(text) not in (None, "again")):
        return "ask_visit"
    if asked == "message_decision" and (addressed(text) or wants_other_words(text)):
        return "say_to_place"
    if asked in TO_A_PLACE and means_another_place(text):
        return "say_to_place"
    if asked in TO_A_PLACE and (arranges(text) or brings_or_needs_somebody(text)):
        return "inform"
    return "answer_provider" if asked == "answer_decision" and wants_other_words(text) else None


GO_ON = {"chosen_name": "want_introduction", "new_line": "skip", "letter_decision": "affirm"}
"""What a go-ahead means where the letter is asked about: it is no name and no line of it."""


def of_the_letter(text: str) -> str | None:
    """A change to it, a remark on it or a question about it; a no that the same message takes back; a helper who comes
    along; a yes in other words than those of consent; a wish to wait.
    """
    if last_word(text) == "send":
        return "affirm"
    said = read_beside_letter(text)
    if is_of_the_letter(said) or (helper_comes(text) and "?" not in text):
        return "letter_edit"
    kinds = {one.kind for one in said}
    if "later" in kinds:
        return "sleep_on_it"
    ends_so = bool(said) and said[-1].kind == "yes" and kinds <= {"yes", "other"}
    return "affirm" if ends_so and not agrees(text) else None


def changes_the_letter(text: str, asked: str | None) -> bool:
    """Beside another question a letter is meant where it is named."""
    named = asked in _BESIDE_A_LETTER and _NAMED.search(text) is not None
    return named and any(one.kind in CHANGES for one in read_beside_letter(text))


_NAMED = re.compile(r"\b(?:the|my|this|that) letter\b", re.IGNORECASE)

_BESIDE_A_LETTER = frozenset("chosen_name phone safe_time complaint_harm complaint_service".split())


def beside_letter(text: str, asked: str | None) -> str | None:
    if changes_the_letter(text, asked):
        return "letter_edit"
    if asked == "letter_decision" and wants_no_call(text):
        return "ask_ringing"
    return freely(text) if asked == "letter_decision" else None
