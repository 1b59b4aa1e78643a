"""What stands under a message that is no question of a form, answered in words: "they make me feel welcome".

The buttons that the last message offered say what was asked; the table of answers has wordings of each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.store.model import Position, StoredButton
from introductions.outcomes import CAME_OF_IT
from knowledge.language.words import tokens
from knowledge.understanding import understand
from knowledge.understanding.commands import command
from knowledge.understanding.question_form import asks
from knowledge.understanding.sending import on_sending

_OFFERED: Mapping[str, str] = {
    "offered_contact": "contact_made no_contact met_failed",
    "offered_meeting": "met_yes met_no met_failed",
    "offered_writing": "messages_yes messages_no",
    "offered_feeling": "outcome_feeling",
    "offered_next": "outcome_next",
    "offered_hours": "quiet_hours_chosen quiet",
    "offered_quiet": "quiet_hours quiet_off",
    "offered_waiting": "wait_more",
    "offered_reminder": "reminder_done remind_me reminder_let_go",
    "offered_reminding": "no_reminder remind_me",
    "offered_news": "show_news",
    "offered_letters": "letters_go",
    "offered_door": "door_yes door_no",
}
"""The intents of the buttons of each; it is asked where the first of them is offered."""
_WRONG = "met_failed"
"""Who went, and found nobody there, did not meet."""
_CARRIES = ("feeling", "next", "hours")
_CHANGED = "changed"
_LONGEST = 12
_CLEAR = 0.3
"""Chance of a meaning, under which it is none and only what was asked tells what is meant."""
_GOES = {"offered_letters": {"send": "letters_go"}, "offered_door": {"send": "door_yes", "leave": "door_no"}}
_SAME_WISH: Mapping[str, Mapping[str, str]] = {"offered_door": {"wants_company": "door_yes"}}
"""Where a wish of its own is what is offered there."""
_NO_OTHER = (None, "inform", "put_right", "messages_yes")
_PLAIN = frozenset(
    "inform affirm deny thank greet unsure nlu_fallback correct skip pause ask_status repeat quiet back call_me "
    "decline_match more_options messages_yes no_reminder remind_me restart want_introduction".split()
)
"""Meanings that an answer seems to have to who does not know what was asked; any other is a wish of its own."""
_UNLESS_ASKED = frozenset("ask_why ask_who goodbye withdraw".split())
"""As those, in a message that asks nothing: "let me know if anything happens", "no, i'll come back and find out"."""


def answered(text: str, position: Position) -> StoredButton | None:
    """The button that a short message means, where no question is open and buttons of one question were offered."""
    offered = {button.intent for button in position.offer}
    asked = [name for name, intents in _OFFERED.items() if intents.split()[0] in offered]
    if position.slot is not None or len(asked) != 1 or text.rstrip().endswith("?") or len(tokens(text)) > _LONGEST:
        return None
    wish = command(text, None)
    meant = wish if wish in offered else _meant(text, asked[0], wish)
    meant = _WRONG if meant == "met_yes" and understand(text, asked=asked[0]).answer == _WRONG else meant
    of_it = (button for button in position.offer if button.intent in _OFFERED[asked[0]].split())
    named = [button for button in of_it if meant in _names(button)]
    return named[0] if len(named) == 1 else _what_changed(position, meant) if not named else None


def _what_changed(position: Position, meant: str | None) -> StoredButton | None:
    """What came of a visit, told where one button stands for all of that."""
    changed = next((one for one in position.offer if one.entities.get("next") == _CHANGED), None)
    if changed is None or meant not in CAME_OF_IT:
        return None
    return replace(changed, entities={**changed.entities, "next": meant})


def _meant(text: str, asked: str, wish: str | None) -> str | None:
    if asked in _GOES and (goes := on_sending(text)):
        return _GOES[asked].get(goes)
    if same := _SAME_WISH.get(asked, {}).get(wish or ""):
        return same
    read = understand(text)
    plain = read.intent in _PLAIN or (read.intent in _UNLESS_ASKED and not asks(text))
    takes_off = wish == "put_right" and bool(read.concepts)  # "not as yet" takes nothing off
    is_clear = read.confidence >= _CLEAR and not plain
    if takes_off or wish not in _NO_OTHER or is_clear:
        return None
    return understand(text, asked=asked).answer


def _names(button: StoredButton) -> tuple[str, ...]:
    carried = tuple(str(button.entities[name]) for name in _CARRIES if name in button.entities)
    return carried or (button.intent,)
