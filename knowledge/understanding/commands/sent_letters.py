"""What is said once a letter went: of the visit, of what happens now, of what came of it."""

from __future__ import annotations

from knowledge.language.words import tokens
from knowledge.understanding.after_sending import asks_of_address, asks_of_meeting, asks_what_now
from knowledge.understanding.arranging import cannot_face_it, not_going
from knowledge.understanding.asides import addressed, asks_how_to_know, near_day
from knowledge.understanding.commands.any_question import freely
from knowledge.understanding.commands.asked import LETTER
from knowledge.understanding.edits import changes_before_it_goes
from knowledge.understanding.how_it_goes import asks_how_it_goes, asks_how_long_to_reply
from knowledge.understanding.misheard import not_me, swapped, taken_off
from knowledge.understanding.no_room import speaks_of_full
from knowledge.understanding.plain_questions import fed_up_of_waiting, feels_unwanted
from knowledge.understanding.reminding import asks_of_reminder
from knowledge.understanding.ringing import asks_of_ringing, gives_number_to_ring
from knowledge.understanding.second_hearing import feared
from knowledge.understanding.taking_back import asks_to_change_it
from knowledge.understanding.visit_questions import (
    asked_of_letter,
    asks_if_changed,
    asks_if_still_on,
    asks_to_go_again,
    asks_to_see_it,
    asks_what_if,
)
from knowledge.understanding.visited import came_of_it, told_call, told_visit
from knowledge.understanding.what_to_say import asks_what_to_say
from knowledge.understanding.when_it_is import asks_of_their_visit


def while_waiting(text: str) -> str | None:
    """What is asked between a letter and the first visit: what to say there, how it stands, how long they take."""
    if asks_what_to_say(text):
        return "ask_what_to_say"
    if asks_how_it_goes(text):
        return "ask_status"
    return "what_next" if asks_how_long_to_reply(text) else None


def of_their_letter(text: str) -> str | None:
    """What is said of a letter that went, before anything that the same words may ask of a place that was shown."""
    if asks_of_ringing(text):
        return "ask_ringing"
    if asks_of_reminder(text):
        return "remind_me"
    if asks_of_their_visit(text) or (asks_what_if(text) and not addressed(text)):
        return "ask_visit"
    if cannot_face_it(text) or not_going(text) or asks_to_change_it(text):
        return "second_thoughts"
    if speaks_of_full(text):
        return "ask_full"
    if came_of_it(text):
        return "outcome_next"
    if told_call(text):
        return "met_yes"
    return "give_contact" if gives_number_to_ring(text) and not addressed(text) else None


def asks_of_visit(text: str) -> bool:
    return (
        asks_of_their_visit(text)
        or asks_to_go_again(text)
        or asks_if_still_on(text)
        or asks_if_changed(text)
        or asks_of_meeting(text)
    )


def of_what_is_known(text: str, asked: str | None) -> str | None:
    if asked is None and (changes_before_it_goes(text) or addressed(text)):
        return "withdraw" if changes_before_it_goes(text) else "say_to_place"
    if asks_of_address(text):
        return "ask_my_address"
    if asked_of_letter(text) is not None or (asked is None and asks_to_see_it(text)):
        return "ask_letter_sent"
    if asked is None and asks_of_visit(text):
        return "ask_visit"
    if asked is None and (visit := told_visit(text)):
        return "met_yes" if visit.went else "met_no"
    return _of_waiting(text, asked) or _at_last(text, asked)


def _of_waiting(text: str, asked: str | None) -> str | None:
    if asks_how_to_know(text):
        return "what_next"
    if near_day(text):
        return "near_day"
    if asked is None and asks_what_now(text):
        return "what_next"
    if (asked is None or asked in LETTER) and (fear := feared(tokens(text))):
        return fear
    if asked is None and feels_unwanted(text):
        return "unwanted"
    return "fed_up" if fed_up_of_waiting(text) else None


def _at_last(text: str, asked: str | None) -> str | None:
    if taken_off(text, asked=asked is not None) or not_me(text, asked) or (asked is None and swapped(text)):
        return "put_right"
    return freely(text) if asked is None else None
