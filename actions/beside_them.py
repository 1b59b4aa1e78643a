"""Whether somebody helps the person beside them, as this conversation has heard of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from introductions.asked import FREE_TEXT
from introductions.model import Fact, Heard, How
from introductions.reading import Reading
from knowledge.understanding import understand
from knowledge.understanding.beside import gender_told, helper_comes, tells_only_of_helper, tidy
from knowledge.understanding.beside import of_the_person as theirs
from knowledge.understanding.helper import helps, role_of
from knowledge.understanding.relayed import asks_where_answers_come, relayed_consent, relays_a_yes, speaks_for_another

GREETED = "utter_beside_someone"


def is_known(turn: Turn) -> bool:
    """Whether this conversation has heard of a helper."""
    return GREETED in (turn.slots.get("kind_said") or ())


def is_new(turn: Turn, text: str) -> bool:
    """Whether ``text`` is the first to say that somebody helps."""
    return helps(text) and not is_known(turn)


def greet(out: CollectingDispatcher, turn: Turn) -> Events:
    """Once in a conversation."""
    out.utter_message(response=GREETED)
    return greeted(turn)


def greeted(turn: Turn) -> Events:
    """Notes that the helper was greeted."""
    return [SlotSet("kind_said", [*(turn.slots.get("kind_said") or ()), GREETED])]


def of_the_person(turn: Turn, read: Reading) -> Reading:
    """Once a helper is known, what they say of themselves tells of nobody; words to pass on stay as written."""
    if not is_known(turn) or read.tapped or turn.asked in _AS_WRITTEN:
        return read
    if turn.asked in _DECIDED and (words := _consent(turn, read.text)):
        return replace(read, text=words, answer=_DECIDED[turn.asked], concepts=(), values=())
    left = theirs(read.text)
    if left == read.text:
        return read
    again = Reading.of(understand(left, turn.asked))
    return replace(again, intent=read.intent, text=tidy(left))


_DECIDED = {"agreed": "agree", "agreed_young": "agree", "letter_decision": "send"}
"""Questions that only the words of consent answer, passed on or not."""
_LETTER_DECISION = "letter_decision"
_AS_WRITTEN = FREE_TEXT - {"story", "heritage", "chosen_name"}


def _consent(turn: Turn, text: str) -> str | None:
    """The words of consent that are passed on; to a letter they have to be the very ones."""
    return relayed_consent(text, to_keeping=turn.asked != _LETTER_DECISION)


def said_beside(turn: Turn, text: str) -> str | None:
    """What a helper says that wants a line of its own: a yes passed on, their own affairs alone, where answers come."""
    if asks_where_answers_come(text):
        return "where"
    if not is_known(turn):
        return "yes" if turn.asked in _DECIDED and speaks_for_another(text) else None
    if turn.asked in _DECIDED and relays_a_yes(text):
        return None if _consent(turn, text) else "yes"
    return "own" if tells_only_of_helper(text) and not helper_comes(text) else None


def line_beside(turn: Turn) -> str | None:
    """The response for it; None where nothing of the kind was said. A passed-on yes is met once in full, and then with
    another short way on.
    """
    said = turn.slots.get("beside_said")
    line = _RELAYED_LETTER if said == "yes" and turn.asked == _LETTER_DECISION else _LINES.get(str(said))
    again = not _AGAIN.keys().isdisjoint(turn.slots.get("kind_said") or ())
    return _AGAIN.get(line, line) if line and again else line


def line_noted(turn: Turn, line: str | None) -> Events:
    """Notes that a passed-on yes was met in full."""
    return [SlotSet("kind_said", [*(turn.slots.get("kind_said") or ()), line])] if line in _AGAIN else []


def noted_beside(turn: Turn, wrote: Reading) -> Events:
    """Whether this message passes a spoken consent on, and what the helper says that they are: they are its witness."""
    spoken = not wrote.tapped and is_known(turn) and _consent(turn, wrote.text) is not None
    role = role_of(wrote.text) if not wrote.tapped and (is_known(turn) or helps(wrote.text)) else None
    return [SlotSet("spoken", spoken), *([SlotSet("helper_role", role)] if role else [])]


def how_agreed(turn: Turn) -> How:
    """How a consent was given, as it is recorded: by a tap, in writing, or spoken and passed on by a helper."""
    if turn.picked:
        return "tap"
    return "spoken" if turn.slots.get("spoken") else "typed"


def witness(turn: Turn) -> str | None:
    """Who heard a spoken consent: what the helper said that they are; None where it was not spoken."""
    return str(turn.slots.get("helper_role") or _A_HELPER) if how_agreed(turn) == "spoken" else None


_A_HELPER = "helper"
"""Kept of a helper who did not say what they are."""


STAYS_OUT = "utter_beside_someone_again"
_RELAYED_LETTER = "utter_relayed_yes_letter"
_LINES = {"yes": "utter_relayed_yes", "own": STAYS_OUT}
_AGAIN = {"utter_relayed_yes": "utter_relayed_yes_again", _RELAYED_LETTER: "utter_relayed_yes_letter_again"}


def gender_heard(turn: Turn, text: str, facts: Sequence[Fact]) -> list[Heard]:
    """Whether a helper speaks of a woman or a man, so that nobody is asked it who was told."""
    told = gender_told(text) if is_known(turn) else None
    if told is None or any((fact.code or "") in _GENDERS or fact.field == "gender" for fact in facts):
        return []
    return [Heard("concept", told, told)]  # without words: "he" stands in many others


_GENDERS = ("identity.woman", "identity.man")
