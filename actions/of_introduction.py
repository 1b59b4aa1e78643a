"""What is about one introduction: the one meant, and the answer to its place's question as it begins."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from introductions.model import Introduction
from introductions.outcomes import CAME_OF_IT, NEXT
from introductions.states import RELAYING

Button = dict[str, Any]
QUESTION_BUTTONS = (("answer", "answer_provider"), ("leave", "leave_question"))
"""Under a question that waits: title and intent."""


class OfIntroduction(Act):
    """About one introduction: the one whose button was pressed; else the one whose place wrote last, the newest that
    has a person to meet there, or the newest that is still open.
    """

    def found(self, turn: Turn) -> Introduction | None:
        mine = self.people.of_person(turn.person)
        wanted = turn.picked.get("introduction") or turn.about or turn.slots.get("message_of")
        open_ones = [one for one in mine if one.state in RELAYING]
        heard_from, them = turn.slots.get("heard_from"), [one for one in open_ones if one.contact]
        likely = [*(one for one in open_ones if one.id == heard_from), *them, *open_ones]
        return next((one for one in mine if one.id == wanted), next(iter(likely), None))

    def provider(self, one: Introduction) -> str:
        provider = self.deps.directory().providers.get(one.provider_id)
        return provider.name if provider else one.provider_id

    def button(self, title: str, intent: str, one: Introduction, **more: str) -> Button:
        entities = {"introduction": one.id, **more}
        return {"title": self.deps.say(f"utter_title_{title}"), "intent": intent, "entities": entities}

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        one = self.found(turn)
        if one is None:
            out.utter_message(response="utter_nothing_to_follow")
            return []
        return self.follow(out, turn, one)

    @abstractmethod
    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events: ...


def begun(introduction_id: str | None) -> Events:
    """An answer is being written, and nothing of an earlier one is left."""
    return [SlotSet("question_open", True), SlotSet("question_of", introduction_id), *cleared()]


def cleared() -> Events:
    """Nothing of an answer is left."""
    return [SlotSet(name, None) for name in ("answer_text", "answer_decision", "answer_turn", "words_less")]


def what_next(act: OfIntroduction, one: Introduction, told: Sequence[str] = ()) -> list[Button]:
    """What is next, and one button for all that may have come of it, while any of that is left to tell."""
    left = bool(set(CAME_OF_IT) - set(told))
    return [_next(act, one, step, told) for step in (*NEXT, *((CHANGED,) if left else ()))]


def what_changed(act: OfIntroduction, one: Introduction, told: Sequence[str]) -> list[Button]:
    """What may have come of it, less what they have ``told``."""
    return [_next(act, one, step, told) for step in CAME_OF_IT if step not in told]


def _next(act: OfIntroduction, one: Introduction, step: str, told: Sequence[str]) -> Button:
    return act.button(f"next_{step}", "outcome_next", one, next=step, told=" ".join(told))


CHANGED = "changed"
