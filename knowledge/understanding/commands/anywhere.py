"""What is said of the chat, of who is meant and of oneself at any point."""

from __future__ import annotations

import re

from knowledge.understanding.after_sending import asks_if_silent
from knowledge.understanding.agreeing import agrees
from knowledge.understanding.allowed import asks_rights_at_work, beside_rights
from knowledge.understanding.asides import for_another, only_for_themselves
from knowledge.understanding.asked_of_place import questions
from knowledge.understanding.asked_of_us import OF_A_LETTER, asked_of_us, asks_what_is_held
from knowledge.understanding.call_times import call_times
from knowledge.understanding.commands.asked import ASKS_WHO, FIRST_WORDS, LETTER, NAMED_AT, WELCOME
from knowledge.understanding.commands.waiting_letters import GO_ON, of_the_letter
from knowledge.understanding.contact import asks_to_be_rung, contact
from knowledge.understanding.early_names import early_name
from knowledge.understanding.names import asks_of_name
from knowledge.understanding.of_place import asks_price
from knowledge.understanding.place_wish import picks_another
from knowledge.understanding.plain_questions import (
    asks_if_for_them,
    asks_if_they_sign,
    is_a_story,
    keeps_private,
    plain_question,
)
from knowledge.understanding.question_form import pieces
from knowledge.understanding.reading import understand
from knowledge.understanding.relayed import asks_where_answers_come, goes_on_elsewhere
from knowledge.understanding.reminding import asks_for_reminder
from knowledge.understanding.ringing import asks_if_given, asks_of_ringing, wants_no_call
from knowledge.understanding.sending import sends
from knowledge.understanding.shared_screen import leaves_a_shared_screen
from knowledge.understanding.told_whom import told_whom
from knowledge.understanding.visit_questions import asks_what_will_be_told


def of_the_chat(text: str, asked: str | None) -> str | None:
    """Where answers come, how the talk goes on on another phone, and who rings whom."""
    if of_us := _of_us(text, asked):
        return of_us
    if asked not in (*ASKS_WHO, *LETTER) and any(one.denied for one in call_times(text)):
        return "inform"
    if asked is None and wants_no_call(text) and len(pieces(text)) == 1:
        return "ask_ringing"
    if asks_if_given(text) or (asked in (None, *LETTER) and asks_of_ringing(text)):
        return "ask_ringing"
    if asked in (*NAMED_AT, *WELCOME) and early_name(text):
        return "inform" if asked in WELCOME else "tell_name"
    if asks_where_answers_come(text) or (asks_if_silent(text)):
        return "what_next"
    if asked not in FIRST_WORDS and leaves_a_shared_screen(text):
        return "leave_screen"
    return "join_phone" if goes_on_elsewhere(text) else None


def of_no_name(text: str) -> str | None:
    """What is said where a name was asked for, and is none: why, a go-ahead, or that another place is meant."""
    if sends(text):
        return GO_ON["chosen_name"]
    if asks_of_name(text):
        return "ask_why"
    return "want_introduction" if picks_another(text) else None


def at_any_point(text: str, asked: str | None) -> str | None:
    """Before the first words are told, too."""
    if asks_what_will_be_told(text) and not (asked == "letter_decision" and of_the_letter(text)):
        return "ask_letter_sent"
    if for_another(text, kin=asked in WELCOME):
        return "for_someone_else"
    if asked not in FIRST_WORDS and only_for_themselves(text):
        return "for_me"
    if asks_for_reminder(text):
        return "remind_me"
    if _answers_beside_rights(text, asked):
        return "inform"
    if whom := told_whom(text):
        return "inform" if asked in FIRST_WORDS and is_a_story(text) else _TOLD[whom]
    asks_plainly = None if asked == "story" and is_a_story(text) else plain_question(text)
    if asks_plainly or (asked is not None and asked not in LETTER and asks_if_for_them(text)):
        return asks_plainly or "ask_for_them"
    if asks_price(text) or asks_if_they_sign(text) or (_only_asks(text) and any(map(asks_price, questions(text)))):
        return "about_place"
    if asked not in LETTER and keeps_private(text):
        return "ask_privacy"
    gives = asked not in ASKS_WHO and contact(text) and not asks_to_be_rung(text, beside_letter=asked in LETTER)
    return "give_contact" if gives else None


_MAY_BE_ANSWERED = frozenset("interests hopes hard times place health".split())


def _answers_beside_rights(text: str, asked: str | None) -> bool:
    """Whether a story, or an answer to ours, stands beside what is asked of their rights; both are met in one go."""
    if asked == "story":
        return is_a_story(text) and asks_rights_at_work(text)
    rest = beside_rights(text) if asked in _MAY_BE_ANSWERED else ""
    if not rest:
        return False
    read = understand(rest, asked=asked)
    return bool(read.answer or read.values)


def _of_us(text: str, asked: str | None) -> str | None:
    """What is asked of us is answered by who we are; beside a yes to our keeping words the yes comes first."""
    if asks_what_is_held(text):
        return "what_you_hold"
    kind = asked_of_us(text)
    if kind == "keep":
        return "ask_who" if asked not in (*WELCOME, *LETTER) else None
    if kind is None or (asked in FIRST_WORDS and is_a_story(text)):
        return None
    if asked in WELCOME and any(map(agrees, _SENTENCE.split(text))):
        return None
    if kind == "said_no":
        return "ask_status" if asked is None else None
    return "what_next" if kind in OF_A_LETTER else "ask_who"


_SENTENCE = re.compile(r"(?<=[.!?;\n])\s+")

_TOLD = {"work": "ask_told_work", "jobcentre": "ask_told_jobcentre"} | dict.fromkeys(
    ("council", "doctor", "family", "others", "health"), "ask_told_others"
)


def _only_asks(text: str) -> bool:
    """Whether it tells nothing besides its questions."""
    return all(piece.asks for piece in pieces(text))
