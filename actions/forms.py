"""Forms whose open questions are decided by what is known, not by a fixed list."""

from __future__ import annotations

from abc import abstractmethod

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from introductions.errors import IntroductionError


class FormQuestions(Act):
    """A form's validation: says which question is asked next. ``open_questions`` lists them in order."""

    def _act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        settled = self._settled(out, turn)
        values = {**turn.slots, **{event["name"]: event["value"] for event in settled}}
        turn = Turn(turn.id, turn.person, values, turn.form, turn.picked)
        following = next((name for name in self.open_questions(turn) if values.get(name) is None), None)
        if following != turn.asked:  # else the rules answer
            settled = [*settled, *self.say_who(out, turn)]
        wording = turn.wording(following)
        return [*settled, SlotSet("requested_slot", following), *(turn.asked_in(wording) if wording else [])]

    def _settled(self, out: CollectingDispatcher, turn: Turn) -> Events:
        """What a person can mend themselves, as a line that is too long, is said, and the same question stays open."""
        try:
            return self.settle(out, turn)
        except IntroductionError as error:
            if error.retry or error.response is None or turn.asked is None:
                raise
            out.utter_message(response=error.response)
            return [SlotSet(turn.asked, None)]

    def settle(self, out: CollectingDispatcher, turn: Turn) -> Events:
        """Commit what an answer of this turn brings about before the next question; emptying a slot refuses it."""
        return []

    @abstractmethod
    def open_questions(self, turn: Turn) -> list[str]: ...
