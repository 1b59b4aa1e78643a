"""Typed answers that are presses: a button's exact title, or its number where a number can mean nothing else."""

from __future__ import annotations

import re
from typing import Protocol

from bot.gateway.words import plain, says
from bot.rasa_client import RasaInput
from bot.store.model import Position, StoredButton

# Questions that a number may answer by itself; there "2" is an answer, never the second button.
NUMBER_SLOTS = frozenset({"age", "place", "hours", "phone"})
# What cannot be undone is asked about first, by a message that offers to do it and to leave it.
_ASKED_FIRST = frozenset({"delete_confirmed", "start_again_confirmed"})
_ORDINALS = {
    f"{the}{word}{one}": number
    for number, word in enumerate(("first", "second", "third"), start=1)
    for the in ("", "the ")
    for one in ("", " one")
}
# "the second" means a button where all that is offered are things of one kind, such as places.
_NUMBERED = re.compile(r"^\d+\s+")


def typed_press(text: str, position: Position) -> StoredButton | None:
    """The offered button that the whole message names. None when it names none, or more than one."""
    said = plain(text)
    if not said:
        return None
    if said.isdecimal() and len(said) <= 2:
        return _by_number(int(said), position)
    number, _, title = said.partition(" ")
    if number.isdecimal() and len(number) <= 2:  # a list's row as it stands there: its number, then its title
        row = _by_number(int(number), position)
        if row and plain(row.title) == title:
            return row
    if said in _ORDINALS and len({button.intent for button in position.offer}) == 1:
        return _by_number(_ORDINALS[said], position)
    named = [b for b in position.offer if said in (plain(b.title), _NUMBERED.sub("", plain(b.title)))]
    return named[0] if len(named) == 1 else _by_yes_or_no(said, position)


def _by_yes_or_no(said: str, position: Position) -> StoredButton | None:
    """Where we asked "shall I?", a plain yes or no is the button that does it or the one that leaves it be."""
    offered = {button.intent: button for button in position.offer}
    does = [button for intent, button in offered.items() if intent in _ASKED_FIRST]
    if len(does) != 1:
        return None
    if says(said, "do_it"):
        return does[0]
    return offered.get("carry_on") if says(said, "leave_it") else None


def _by_number(number: int, position: Position) -> StoredButton | None:
    if position.slot in NUMBER_SLOTS or not 1 <= number <= len(position.offer):
        return None
    return position.offer[number - 1]


SHOW_PLACE = "show_place"


class PlaceNamed(Protocol):
    """The service, of those shown to a person before, that a text names, and nothing more; None for none. Blocks."""

    def __call__(self, person: str, text: str, /) -> str | None: ...


def no_place(_person: str, _text: str, /) -> str | None:
    """Where nobody knows which places were shown."""
    return None


def press_of(service_id: str, text: str, position: Position) -> RasaInput:
    """What a place's bare name presses: its button where we asked which one, else whatever shows its card again."""
    asked = [button for button in position.offer if "offer" in button.entities]
    named = [button for button in asked if button.entities["offer"] == service_id]
    if len(named) == 1 and len(asked) > 1 and len({button.intent for button in position.offer}) == 1:
        return RasaInput(text=named[0].title, intent=named[0].intent, entities=named[0].entities)
    return RasaInput(text=text, intent=SHOW_PLACE, entities={"offer": service_id})


def is_old(button: StoredButton, position: Position) -> bool:
    """Whether the question that a button answers is no longer the one being asked."""
    return button.slot is not None and (button.form, button.slot) != (position.form, position.slot)
