"""What whole messages mean to our own dialogue: the words for its buttons, some of them only beside one question."""

from __future__ import annotations

import re

from knowledge.language.patois import in_plain_english
from knowledge.understanding.agreeing import agrees
from knowledge.understanding.arranging import arranges
from knowledge.understanding.asides import beside_someone, speaks_to
from knowledge.understanding.asked_of_papers import asks_of_papers, language_asked
from knowledge.understanding.asked_of_us import beside_who
from knowledge.understanding.commands.anywhere import at_any_point, of_no_name, of_the_chat
from knowledge.understanding.commands.asked import FIRST_WORDS, LETTER, TO_A_PLACE, WELCOME, WORDS_TO_PASS_ON
from knowledge.understanding.commands.listed import AS_READ, listed
from knowledge.understanding.commands.places import of_company, of_places, to_or_of_a_place
from knowledge.understanding.commands.sent_letters import of_their_letter, of_what_is_known, while_waiting
from knowledge.understanding.commands.single import at_once, of_a_place
from knowledge.understanding.commands.waiting_letters import (
    GO_ON,
    beside_letter,
    changes_the_letter,
    left_or_sent,
    of_the_letter,
    said_anew,
)
from knowledge.understanding.drinking import asks_of_drink
from knowledge.understanding.goodbyes import says_goodbye
from knowledge.understanding.hard_moments import hard_moment
from knowledge.understanding.kind_asked import asks_for_kind
from knowledge.understanding.kind_wish import kind_question
from knowledge.understanding.negative_questions import asked_plainly
from knowledge.understanding.plain_questions import plain_question
from knowledge.understanding.question_form import asked_in
from knowledge.understanding.reached_at_home import ways_wished
from knowledge.understanding.reading import understand
from knowledge.understanding.refused_thing import scorned
from knowledge.understanding.seen_again import seen_again
from knowledge.understanding.sending import sends
from knowledge.understanding.taking_back import taken_back, takes_it_back
from knowledge.understanding.unsaid import unsays_itself
from knowledge.understanding.verdicts import turns_all_down
from knowledge.understanding.writing_first import lets_us_write


def command(text: str, asked: str | None) -> str | None:
    """The dialogue's intent that the whole message stands for, or None; words for the question asked come first."""
    text = asked_plainly(in_plain_english(text), unasked=asked is None)
    if rest := beside_who(text):
        return command(rest, asked) or understand(rest, asked=asked).intent
    if first := _before_all_else(text, asked):
        return first
    if asked is None and (wished := _unasked(text)):
        return wished
    if asked == "reminder_day" and (wish := command(text, None)) in _OTHER_WISHES:
        return wish
    if aside := at_once(text, asked):
        return aside
    if asked in (*TO_A_PLACE, "answer_text", "answer_decision") and taken_back(text):
        return "withdraw"
    if asked and (left := left_or_sent(text, asked)):
        return left
    if asked in (None, *TO_A_PLACE) and arranges(text):
        return _by_shape(text, asked)
    if whole := listed(text, asked):
        return None if whole == AS_READ else _paused(asked) if whole == "pause" else whole
    return _by_shape(text, asked)


def _before_all_else(text: str, asked: str | None) -> str | None:
    """What is felt at a hard moment, and a goodbye, whatever is open."""
    if moment := hard_moment(text, asked):
        return moment
    return "goodbye" if says_goodbye(text) and asked not in WELCOME else None


_OTHER_WISHES = frozenset(
    "want_introduction show_kind find_place ask_status ask_visit about_place tell_more show_place what_next"
    " say_to_place ask_what_to_say more_options ask_letter_sent withdraw goodbye".split()
)
"""What names no day, where one is asked: it is done, and the day is let go."""


def _unasked(text: str) -> str | None:
    """What is wished where no question of ours is open, before the lists of whole messages."""
    if of_waiting := while_waiting(text):
        return of_waiting
    if asks_of_papers(text) and not of_their_letter(text):
        return "about_place"
    if seen_again(text):
        return "show_place"
    if looked_for := _looked_for(text):
        return looked_for
    if turns_all_down(text):
        return "none_will_do"
    if scorned(text):
        return "inform"
    if taken_back(text) or takes_it_back(text):
        return "withdraw"
    if lets_us_write(text):
        return "messages_yes"
    if speaks_to(text) and unsays_itself(text):
        return "deny"
    return None if plain_question(text) else of_their_letter(text)


def _looked_for(text: str) -> str | None:
    if any(map(asks_of_drink, asked_in(text))):
        return "about_place"
    if asks_for_kind(text) or ways_wished(text):
        return "show_kind"
    return "find_place" if language_asked(text) or kind_question(text) else None


def _paused(asked: str | None) -> str | None:
    """Beside a letter it waits too; to a place "not today" is an answer."""
    if asked in WORDS_TO_PASS_ON:
        return None
    return "sleep_on_it" if asked == "letter_decision" else "pause"


_NAMES_SENDING = re.compile(r"\b(?:send|post)\b", re.IGNORECASE)
"""Where no letter waits, "yes send it" is of the place that was spoken of, or of a letter that went already."""


def _go_ahead(text: str) -> str | None:
    if agrees(text):
        return "agree"
    return "want_introduction" if _NAMES_SENDING.search(text) and sends(text) else None


def _by_shape(text: str, asked: str | None) -> str | None:
    return _nearest(text, asked) or of_a_place(text, asked)


def _nearest(text: str, asked: str | None) -> str | None:
    """Wishes that no list of whole messages holds: a change to the letter, words for a place, something misheard."""
    if beside_someone(text):
        return "beside_someone"
    if asked in WORDS_TO_PASS_ON:
        return GO_ON[asked] if asked in GO_ON and sends(text) else said_anew(text, asked)
    if asked is None and (agreed := _go_ahead(text)):
        return agreed
    if asked == "chosen_name" and (no_name := of_no_name(text)):
        return no_name
    if of_chat := of_the_chat(text, asked):
        return of_chat
    if of_others := of_company(text, asked) or (asked is None and to_or_of_a_place(text)):
        return of_others
    beside = at_any_point(text, asked)
    if beside or asked in FIRST_WORDS:
        return beside
    of_it = of_the_letter(text) if asked == "letter_decision" else None
    of_it = of_it or of_places(text, asked)
    if of_it:
        return of_it
    if asked in LETTER or changes_the_letter(text, asked):
        return beside_letter(text, asked)
    return of_what_is_known(text, asked)
