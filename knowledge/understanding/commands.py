"""What whole messages mean to our own dialogue: the words for its buttons, some of them only beside one question."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from knowledge.language.phrases import Found, PhraseBook, split_phrases
from knowledge.language.usage import DATA, language
from knowledge.language.words import tokens
from knowledge.understanding.after_sending import asks_of_address, asks_of_meeting, asks_what_now
from knowledge.understanding.agreeing import agrees
from knowledge.understanding.allowed import asks_rights_at_work
from knowledge.understanding.arranging import arranges, brings_or_needs_somebody, cannot_face_it
from knowledge.understanding.asides import (
    addressed,
    asks_how_to_know,
    beside_someone,
    for_another,
    means_another_place,
    near_day,
    only_for_themselves,
    speaks_to,
    wants_other_words,
)
from knowledge.understanding.asked_of_place import asks_anything_of_place, asks_several_of_place, questions
from knowledge.understanding.beside import helper_comes
from knowledge.understanding.books import books
from knowledge.understanding.coming import asks_who_may_come
from knowledge.understanding.contact import asks_to_be_rung, contact
from knowledge.understanding.early_names import early_name
from knowledge.understanding.edits import changes_before_it_goes
from knowledge.understanding.kind_asked import asks_for_kind
from knowledge.understanding.kind_wish import kind_question, wished_kind
from knowledge.understanding.last_word import last_word
from knowledge.understanding.leaving import gives_no_number, keeps_it_as_it_was, lets_be, would_change_it
from knowledge.understanding.letter_changes import CHANGES
from knowledge.understanding.letter_reading import is_of_the_letter, read_beside_letter
from knowledge.understanding.misheard import not_me, swapped, taken_off
from knowledge.understanding.names import asks_of_name, names
from knowledge.understanding.negative_questions import asked_plainly
from knowledge.understanding.not_alone import asked_to_come, going_alone_only, wants_company
from knowledge.understanding.of_place import asks_of_place, asks_price, asks_whether_there_is
from knowledge.understanding.place_wish import (
    asks_for_one,
    asks_why_shown,
    picks_another,
    wants_introduction,
    wants_more,
)
from knowledge.understanding.plain_questions import (
    asks_if_for_them,
    asks_if_they_sign,
    fed_up_of_waiting,
    feels_unwanted,
    is_a_story,
    keeps_private,
    plain_question,
)
from knowledge.understanding.question_form import asks, pieces
from knowledge.understanding.relayed import asks_where_answers_come, goes_on_elsewhere
from knowledge.understanding.reminding import asks_for_reminder, asks_of_reminder
from knowledge.understanding.ringing import asks_of_ringing, gives_number_to_ring
from knowledge.understanding.second_hearing import feared
from knowledge.understanding.sending import on_sending, sends
from knowledge.understanding.taking_back import taken_back, takes_it_back
from knowledge.understanding.told_whom import told_whom
from knowledge.understanding.verdicts import turns_all_down
from knowledge.understanding.visit_questions import (
    asked_of_letter,
    asked_of_visit,
    asks_if_changed,
    asks_if_still_on,
    asks_to_go_again,
    asks_what_if,
    asks_what_will_be_told,
)
from knowledge.understanding.visited import came_of_it, told_call, told_visit
from knowledge.understanding.when_it_is import asks_of_their_visit
from knowledge.yaml_files import read_yaml

ANYWHERE, UNASKED, AS_READ, AND_MORE = "anywhere", "unasked", "as_read", "..."


def command(text: str, asked: str | None) -> str | None:
    """The dialogue's intent that the whole message stands for, or None; words for the question asked come first."""
    text = asked_plainly(text, unasked=asked is None)
    if asked is None and (wished := _unasked(text)):
        return wished
    if asked in (*_TO_A_PLACE, "answer_text", "answer_decision") and taken_back(text):
        return "withdraw"
    if asked and (left := _left_or_sent(text, asked)):
        return left
    if asked in (None, *_TO_A_PLACE) and arranges(text):
        return _by_shape(text, asked)
    message = [replace(token, pause="") for token in tokens(text)]
    said = [one.label.split() for one in _commands().find(message) if one.start == 0 and _all(one, len(message))]
    for where in (asked or UNASKED, ANYWHERE):
        named = sorted(intent for intent, slot, *_ in said if slot == where)
        if named:
            return None if AS_READ in named else _paused(asked) if named[0] == "pause" else named[0]
    return _by_shape(text, asked)


def _unasked(text: str) -> str | None:
    """What is wished where no question of ours is open, before the lists of whole messages."""
    if asks_for_kind(text):
        return "show_kind"
    if kind_question(text):
        return "find_place"
    if turns_all_down(text):
        return "none_will_do"
    if taken_back(text) or takes_it_back(text):
        return "withdraw"
    return None if plain_question(text) else _of_their_letter(text)


def _paused(asked: str | None) -> str | None:
    """Beside a letter it waits too; to a place "not today" is an answer."""
    if asked in _WORDS_TO_PASS_ON:
        return None
    return "sleep_on_it" if asked == "letter_decision" else "pause"


def _of_their_letter(text: str) -> str | None:
    """What is said of a letter that went, before anything that the same words may ask of a place that was shown."""
    if asks_of_ringing(text):
        return "ask_ringing"
    if asks_of_reminder(text):
        return "remind_me"
    if asks_of_their_visit(text) or (asks_what_if(text) and not addressed(text)):
        return "ask_visit"
    if cannot_face_it(text):
        return "second_thoughts"
    if came_of_it(text):
        return "outcome_next"
    if told_call(text):
        return "met_yes"
    return "give_contact" if gives_number_to_ring(text) and not addressed(text) else None


def _left_or_sent(text: str, asked: str) -> str | None:
    """What somebody says who was asked to write something, or whether it may go, and writes nothing to pass on."""
    if asked in _DECIDED:
        decided = None if text.strip(" .!").casefold() == "skip" else on_sending(text)
        return None if decided is None else "affirm" if decided == "send" else "deny"
    if asked == "letter_decision":
        if would_change_it(text):
            return "letter_change"
        return "affirm" if on_sending(text, letter=True) == "send" else None
    if asked == "phone":
        return "skip" if gives_no_number(text) else None
    left = keeps_it_as_it_was(text) if asked == "new_line" else asked in _LEFT and lets_be(text)
    return "skip" if left else None


_DECIDED = frozenset(("message_decision", "answer_decision"))
_LEFT = frozenset("complaint_text complaint_words reminder_words reminder_day".split())
_LETTER = frozenset(("letter_decision", "chosen_name"))
_WORDS_TO_PASS_ON = frozenset(
    "answer_text answer_decision message_text message_decision new_line complaint_text complaint_words "
    "reminder_words reminder_day".split()
)
_TO_A_PLACE = ("message_text", "message_decision")
_ASKS_WHO = frozenset("agreed young agreed_young chosen_name phone safe_time".split())
_WELCOME = frozenset("agreed young agreed_young".split())
_FIRST_WORDS = _WELCOME | {"story"}


_NAMED_AT = (None, *"story interests hopes hard times place health age gender".split())
"""Where a name alone is nothing but theirs: beside "is anyone with you?" it may be who is there."""
_GO_ON = {"chosen_name": "want_introduction", "new_line": "skip", "letter_decision": "affirm"}
"""What a go-ahead means where the letter is asked about: it is no name and no line of it."""


_NAMES_SENDING = re.compile(r"\b(?:send|post)\b", re.IGNORECASE)
"""Where no letter waits, "yes send it" is of the place that was spoken of, or of a letter that went already."""


def _go_ahead(text: str) -> str | None:
    if agrees(text):
        return "agree"
    return "want_introduction" if _NAMES_SENDING.search(text) and sends(text) else None


def _by_shape(text: str, asked: str | None) -> str | None:
    """Wishes that no list of whole messages holds: a change to the letter, words for a place, something misheard."""
    if beside_someone(text):
        return "beside_someone"
    if asked in _WORDS_TO_PASS_ON:
        return _GO_ON[asked] if asked in _GO_ON and sends(text) else _said_anew(text, asked)
    if asked is None and (agreed := _go_ahead(text)):
        return agreed
    if asked == "chosen_name" and (of_no_name := _of_no_name(text)):
        return of_no_name
    if of_the_chat := _of_the_chat(text, asked):
        return of_the_chat
    if of_others := _of_company(text, asked) or (asked is None and _to_or_of_a_place(text)):
        return of_others
    beside = _at_any_point(text, asked)
    if beside or asked in _FIRST_WORDS:
        return beside
    of_it = _of_the_letter(text) if asked == "letter_decision" else None
    of_it = of_it or _of_places(text, asked)
    if of_it:
        return of_it
    if asked in _LETTER or _changes_the_letter(text, asked):
        return _beside_letter(text, asked)
    return _of_what_is_known(text, asked)


def _of_no_name(text: str) -> str | None:
    """What is said where a name was asked for, and is none: why, a go-ahead, or that another place is meant."""
    if sends(text):
        return _GO_ON["chosen_name"]
    if asks_of_name(text):
        return "ask_why"
    return "want_introduction" if picks_another(text) else None


def _of_the_chat(text: str, asked: str | None) -> str | None:
    """Where answers come, how the talk goes on on another phone, and who rings whom."""
    if asked in (None, *_LETTER) and asks_of_ringing(text):
        return "ask_ringing"
    if asked in (*_NAMED_AT, *_WELCOME) and early_name(text):
        return "inform" if asked in _WELCOME else "tell_name"
    if asks_where_answers_come(text):
        return "what_next"
    return "join_phone" if goes_on_elsewhere(text) else None


def _of_company(text: str, asked: str | None) -> str | None:
    """Who would rather not walk in alone asks for company; beside a question of ours words of it are its answer, and a
    question of several things is of a place.
    """
    if plain_question(text) or speaks_to(text) or len(questions(text)) > 1:
        return None
    if asked == "letter_decision" and _of_the_letter(text):
        return None
    if wants_company(text) or (asked in (None, *_LETTER) and going_alone_only(text)):
        return "wants_company"
    return None


def _to_or_of_a_place(text: str) -> str | None:
    """Words for a place, several questions about one, or words on a visit; what happens now is asked of us."""
    if speaks_to(text):
        return "say_to_place"
    if asks_what_now(text):
        return None
    if asks_several_of_place(text) and not wants_introduction(text):
        return "about_place"
    if arranges(text) and not _asks_of_visit(text) and not asks_who_may_come(text):
        return "about_place" if asks(text) else "inform"
    return None


def _said_anew(text: str, asked: str | None) -> str | None:
    """Where words for a place are shown before they go: other words for it, or the wish to say them anew."""
    if asked == "message_decision" and asks_of_ringing(text):
        return "ask_ringing"
    if asked == "message_decision" and asked_to_come(text):
        return "wants_company"
    if asked == "message_decision" and (asks_of_meeting(text) or asked_of_visit(text) not in (None, "again")):
        return "ask_visit"
    if asked == "message_decision" and (addressed(text) or wants_other_words(text)):
        return "say_to_place"
    if asked in _TO_A_PLACE and means_another_place(text):
        return "say_to_place"
    if asked in _TO_A_PLACE and (arranges(text) or brings_or_needs_somebody(text)):
        return "inform"
    return "answer_provider" if asked == "answer_decision" and wants_other_words(text) else None


def _of_the_letter(text: str) -> str | None:
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


def _of_what_is_known(text: str, asked: str | None) -> str | None:
    if asked is None and (changes_before_it_goes(text) or addressed(text)):
        return "withdraw" if changes_before_it_goes(text) else "say_to_place"
    if asks_of_address(text):
        return "ask_my_address"
    if asked_of_letter(text) is not None:
        return "ask_letter_sent"
    if asked is None and _asks_of_visit(text):
        return "ask_visit"
    if asked is None and (visit := told_visit(text)):
        return "met_yes" if visit.went else "met_no"
    return _of_waiting(text, asked) or _at_last(text, asked)


def _asks_of_visit(text: str) -> bool:
    return (
        asks_of_their_visit(text)
        or asks_to_go_again(text)
        or asks_if_still_on(text)
        or asks_if_changed(text)
        or asks_of_meeting(text)
    )


def _of_waiting(text: str, asked: str | None) -> str | None:
    if asks_how_to_know(text):
        return "what_next"
    if near_day(text):
        return "near_day"
    if asked is None and asks_what_now(text):
        return "what_next"
    if (asked is None or asked in _LETTER) and (fear := feared(tokens(text))):
        return fear
    if asked is None and feels_unwanted(text):
        return "unwanted"
    return "fed_up" if fed_up_of_waiting(text) else None


def _at_last(text: str, asked: str | None) -> str | None:
    if taken_off(text, asked=asked is not None) or not_me(text, asked) or (asked is None and swapped(text)):
        return "put_right"
    return _freely(text) if asked is None else None


def _changes_the_letter(text: str, asked: str | None) -> bool:
    """Beside another question a letter is meant where it is named."""
    named = asked in _BESIDE_A_LETTER and _NAMED.search(text) is not None
    return named and any(one.kind in CHANGES for one in read_beside_letter(text))


_NAMED = re.compile(r"\b(?:the|my|this|that) letter\b", re.IGNORECASE)
_BESIDE_A_LETTER = frozenset("chosen_name phone safe_time complaint_harm complaint_service".split())


def _beside_letter(text: str, asked: str | None) -> str | None:
    if _changes_the_letter(text, asked):
        return "letter_edit"
    return _freely(text) if asked == "letter_decision" else None


def _freely(text: str) -> str | None:
    return "about_place" if asks_anything_of_place(text) and not _is_ruled(text) else None


def _is_ruled(text: str) -> bool:
    """Whether the whole message is one of the wishes that our rules know: "can i talk to a person"."""
    message = tokens(text)
    return any(rule.mask.bit_count() == len(message) for rule in books().rules.find(message))


def _of_places(text: str, asked: str | None) -> str | None:
    """What is asked of places beside other words. Who tells a name, as they were asked, has answered."""
    if asked == "chosen_name" and next(names(text, asked), None):
        return None
    near = asked is None or asked in _LETTER
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


def _at_any_point(text: str, asked: str | None) -> str | None:
    """Before the first words are told, too."""
    if asks_what_will_be_told(text) and not (asked == "letter_decision" and _of_the_letter(text)):
        return "ask_letter_sent"
    if for_another(text, kin=asked in _WELCOME):
        return "for_someone_else"
    if asked not in _FIRST_WORDS and only_for_themselves(text):
        return "for_me"
    if asks_for_reminder(text):
        return "remind_me"
    if asked == "story" and is_a_story(text) and asks_rights_at_work(text):
        return "inform"
    if whom := told_whom(text):
        return "inform" if asked in _FIRST_WORDS and is_a_story(text) else _TOLD[whom]
    asks_plainly = None if asked == "story" and is_a_story(text) else plain_question(text)
    if asks_plainly or (asked is not None and asked not in _LETTER and asks_if_for_them(text)):
        return asks_plainly or "ask_for_them"
    if asks_price(text) or asks_if_they_sign(text) or (_only_asks(text) and any(map(asks_price, questions(text)))):
        return "about_place"
    if asked not in _LETTER and keeps_private(text):
        return "ask_privacy"
    gives = asked not in _ASKS_WHO and contact(text) and not asks_to_be_rung(text, beside_letter=asked in _LETTER)
    return "give_contact" if gives else None


_TOLD = {"work": "ask_told_work", "jobcentre": "ask_told_jobcentre"} | dict.fromkeys(
    ("council", "doctor", "family", "others", "health"), "ask_told_others"
)


def _only_asks(text: str) -> bool:
    """Whether it tells nothing besides its questions."""
    return all(piece.asks for piece in pieces(text))


def _all(found: Found, words: int) -> bool:
    return found.label.endswith(AND_MORE) or found.mask.bit_count() == words


@lru_cache(maxsize=1)
def _commands() -> PhraseBook:
    """A phrase that ends in "..." may be followed by more words."""
    table = read_yaml(DATA / "intents" / "commands.yaml")
    phrases = [
        (
            f"{intent} {slot} {AND_MORE if phrase.endswith(AND_MORE) else ''}".strip(),
            phrase.removesuffix(AND_MORE).strip(),
        )
        for slot, intents in table.items()
        for intent, block in intents.items()
        for phrase in split_phrases(block)
    ]
    book = PhraseBook(phrases, language().groups)
    language().learn(book.words)
    return book
