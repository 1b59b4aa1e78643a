"""Somebody who helps the person beside them: greeted once, and never taken for that person."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn, projected
from actions.beside_them import greet, is_known
from introductions.model import Fact
from knowledge.understanding.helper import about_them, asks_if_told


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
        return [*greet(out, turn), *changed]

    def _of_helper(self, turn: Turn, text: str) -> list[Fact]:
        """Earlier facts whose words the helper now says of themselves."""
        left = about_them(text)
        own = "".join(was if now != was else " " for was, now in zip(text, left, strict=True)).casefold()
        told = [fact for fact in self.facts(turn) if fact.words and fact.turn != turn.id]
        return [fact for fact in told if fact.words.casefold() in own]
