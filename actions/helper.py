"""Somebody who helps the person beside them: greeted once, and never taken for that person."""

from __future__ import annotations

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn, projected
from introductions.model import Fact
from introductions.questions import Reading
from knowledge.understanding.helper import about_them, asks_if_told, helps, without_helper

_GREETED = "utter_beside_someone"


def is_known(turn: Turn) -> bool:
    """Whether this conversation has heard of a helper."""
    return _GREETED in (turn.slots.get("kind_said") or ())


def greet(out: CollectingDispatcher, turn: Turn, text: str) -> Events:
    """Once, where ``text`` says that somebody helps; nothing else."""
    if is_known(turn) or not helps(text):
        return []
    out.utter_message(response=_GREETED)
    return greeted(turn)


def greeted(turn: Turn) -> Events:
    """Notes that the helper was greeted."""
    return [SlotSet("kind_said", [*(turn.slots.get("kind_said") or ()), _GREETED])]


def of_the_person(turn: Turn, read: Reading) -> Reading:
    """Once a helper is known, what they say of their own work tells of nobody."""
    if not is_known(turn) or read.tapped:
        return read
    left = without_helper(read.text).casefold()
    kept = tuple(one for one in read.concepts if one.words.casefold() in left)
    return Reading(read.intent, read.text, kept, read.values, read.answer, read.tapped)


class BesideSomeone(Act):
    """Greets who helps; what was taken for the person's and is the helper's own is forgotten."""

    action = "action_beside_someone"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        text = self.people.words_of(turn.id) or ""
        if asks_if_told(text):
            out.utter_message(response="utter_helper_not_told")
            return []
        own = self._of_helper(turn, text)
        for fact in own:
            self.people.forget(turn.person, fact.id, f"{self.key(turn)}:{fact.id}")
        changed = projected(self.facts(turn)) if own else []
        if is_known(turn):
            out.utter_message(response="utter_beside_someone_again")
            return changed
        out.utter_message(response=_GREETED)
        return [*greeted(turn), *changed]

    def _of_helper(self, turn: Turn, text: str) -> list[Fact]:
        """Earlier facts whose words the helper now says of themselves."""
        left = about_them(text)
        own = "".join(was if now != was else " " for was, now in zip(text, left, strict=True)).casefold()
        told = [fact for fact in self.facts(turn) if fact.words and fact.turn != turn.id]
        return [fact for fact in told if fact.words.casefold() in own]
