"""Typed answers that are presses: a button's exact title, or its number where a number can mean nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Protocol

from bot.gateway.offered import answered
from bot.gateway.words import plain, says
from bot.rasa_client import RasaInput
from bot.store.model import Position, StoredButton
from introductions.choosing import choose
from introductions.place_meant import Meant
from knowledge.understanding.commands import command
from knowledge.understanding.edits import edit
from knowledge.understanding.of_place import asks_of_place
from knowledge.understanding.place_wish import wants_introduction
from knowledge.understanding.question_form import asked_in
from knowledge.understanding.taking_back import taken_back
from knowledge.understanding.visited import told_visit

# Questions that a number may answer by itself; there "2" is an answer, never the second button.
NUMBER_SLOTS = frozenset({"age", "place", "hours", "phone"})
# What cannot be undone is asked about first, by a message that offers to do it and to leave it.
_ASKED_FIRST = frozenset({"delete_confirmed", "start_again_confirmed", "withdraw_confirmed"})
# What cannot be undone and is not asked about first: where such a button is typed, its action asks.
_TAKES_BACK = "withdraw"
PRESSED_BY = "pressed_by"
_ORDINALS = {
    f"{the}{word}{one}": number
    for number, word in enumerate(("first", "second", "third"), start=1)
    for the in ("", "the ")
    for one in ("", " one")
}
# "the second" means a button where all that is offered are things of one kind, such as places.
_NUMBERED = re.compile(r"^\d+\s+")
_YES_TO = re.compile(
    r"^(?:(?:yes|yeah|yep|yh|ok|okay|please|pls|sure|go on|just)\s+)+|(?:\s+(?:please|pls|then|now))+$"
)
"""Beside the title of what we asked about: "yes take it back please"."""
_TOLD_BY_NUMBER = re.compile(r"(?:number|no|nr|num|option|answer) ?(\d\d?)(?: please)?")


def typed_press(text: str, position: Position) -> StoredButton | None:
    """The offered button that the whole message names. None when it names none, or more than one.

    One that takes a letter back says that it was typed: the number may have been meant for another question.
    """
    button = _typed(text, position)
    if button is None or button.intent != _TAKES_BACK:
        return button
    how = "number" if plain(text).isdecimal() else "title"
    return replace(button, entities={**button.entities, PRESSED_BY: how})


def _typed(text: str, position: Position) -> StoredButton | None:
    said = plain(text)
    if not said:
        return None
    if said.isdecimal() and len(said) <= 2:
        return _by_number(int(said), position)
    if position.slot and (told := _TOLD_BY_NUMBER.fullmatch(said)):
        return _by_number(int(told[1]), position)
    number, _, title = said.partition(" ")
    if number.isdecimal() and len(number) <= 2:  # a list's row as it stands there: its number, then its title
        row = _by_number(int(number), position)
        if row and plain(row.title) == title:
            return row
    if said in _ORDINALS and len({button.intent for button in position.offer}) == 1:
        return _by_number(_ORDINALS[said], position)
    named = [b for b in position.offer if said in (plain(b.title), _NUMBERED.sub("", plain(b.title)))]
    if len(named) == 1:
        return named[0]
    return _by_yes_or_no(said, position) or _which_letter(text, position) or answered(text, position)


def _by_yes_or_no(said: str, position: Position) -> StoredButton | None:
    """Where we asked "shall I?", a plain yes or no is the button that does it or the one that leaves it be."""
    offered = {button.intent: button for button in position.offer}
    does = [button for intent, button in offered.items() if intent in _ASKED_FIRST]
    if len(does) != 1:
        return None
    if says(said, "do_it") or _YES_TO.sub("", said) == plain(does[0].title):
        return does[0]
    return offered.get("carry_on") if says(said, "leave_it") else None


def _which_letter(text: str, position: Position) -> StoredButton | None:
    """Where we asked which letter is to come back, a name or a part of one: "the two hats one"."""
    letters = {button.title: button for button in position.offer if button.intent == _TAKES_BACK}
    few = len(letters) > 1 and len(letters) == len(position.offer) and len(text.split()) <= _FEW
    return choose(text, letters) if few else None


_FEW = 6


def _by_number(number: int, position: Position) -> StoredButton | None:
    if position.slot in NUMBER_SLOTS or not 1 <= number <= len(position.offer):
        return None
    return position.offer[number - 1]


SHOW_PLACE, INTRODUCE, TELL_MORE, ASK_VISIT = "show_place", "want_introduction", "tell_more", "ask_visit"
LETTER_SLOTS = frozenset({"chosen_name", "letter_decision"})
"""Inside a letter another place that is named is the one to write to."""
_QUESTIONS_FORM = "find_support_form"
_MEANS = {"introduce": INTRODUCE, "more": TELL_MORE, "decline": "decline_match"}
_WHERE = re.compile(r"\b(?:where|address|what time|when|what day|how do i get)\b", re.IGNORECASE)


class PlaceNamed(Protocol):
    """The places that a text of this person names or points at, with what is wished of them. Blocks."""

    def __call__(self, person: str, text: str, /) -> Meant | None: ...


def no_place(_person: str, _text: str, /) -> Meant | None:
    """Where nobody knows which places there are."""
    return None


def may_name(text: str, position: Position) -> bool:
    """Whether a place may be named here: where nothing is asked or a letter is written; else only to be introduced. Who
    names one whose letter is to come back wishes nothing of it.
    """
    if taken_back(text):
        return False
    if position.slot in LETTER_SLOTS:
        return edit(text) is None or wants_introduction(text)
    return position.slot is None or (position.form == _QUESTIONS_FORM and wants_introduction(text))


def press_of(meant: Meant, text: str, position: Position) -> RasaInput | None:
    """What naming a place presses: what is wished of it; with its bare name its button where we asked which one,
    a letter to it where one is written, else whatever shows its card. The words are read besides.
    """
    asked = [button for button in position.offer if "offer" in button.entities]
    kinds = {button.intent for button in position.offer}
    named = [button for button in asked if button.entities["offer"] in meant.services]
    if meant.wish is None and not meant.corrects and len(named) == 1 and len(asked) > 1 and len(kinds) == 1:
        return RasaInput(text=named[0].title, intent=named[0].intent, entities=named[0].entities)
    visit = told_visit(text, named=True) if meant.wish == "visited" else None
    if visit is not None:
        offers = {"offers": list(meant.services), SAID: "yes"}
        return RasaInput(text=text, intent="met_yes" if visit.went else "met_no", entities=offers)
    intent = _asked_of(text, position) if meant.wish == "ask" else _MEANS.get(meant.wish or "")
    if meant.wish is None:
        which = next((one for one in (INTRODUCE, TELL_MORE) if kinds == {one} and len(asked) > 1), SHOW_PLACE)
        intent = INTRODUCE if position.slot in LETTER_SLOTS else which
    if intent is None or (meant.wish == "decline" and position.slot in LETTER_SLOTS):
        return None
    which_one = {"offer": meant.services[0]} if len(meant.services) == 1 else {"offers": list(meant.services)}
    return RasaInput(text=text, intent=intent, entities={**which_one, SAID: "yes"})


SAID = "said"
"""Marks a press that was written in words, which are read as well."""


def _asked_of(text: str, position: Position) -> str | None:
    """The intent of a question about a place; of what its listing has no word for, all of it is told."""
    known = command(text, position.slot)
    only_where = known == "about_place" and len(asked_in(text)) == 1 and _WHERE.search(text)
    if asks_of_place(text) or (known == "about_place" and not only_where):
        return "about_place"
    if only_where or known in (None, TELL_MORE, ASK_VISIT):
        return ASK_VISIT if known == ASK_VISIT or _WHERE.search(text) else TELL_MORE
    return None


def is_old(button: StoredButton, position: Position) -> bool:
    """Whether the question that a button answers is no longer the one being asked."""
    return button.slot is not None and (button.form, button.slot) != (position.form, position.slot)
