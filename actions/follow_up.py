"""After the answer: words between the two sides, whether they met, how it felt, what is next."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.forms import FormQuestions
from actions.passing_on import meant, words_for
from introductions.model import Introduction
from introductions.outcomes import CAME_OF_IT, NEXT
from introductions.states import RELAYING
from knowledge.understanding.asides import Addressed, addressed

Button = dict[str, Any]
ASKED_THEM = {
    "asked": "utter_asked_them_again",
    "asked_before": "utter_asked_them_before",
    "not_asked": "utter_not_asked_them",
}
MESSAGE = ("message_text", "message_decision", "message_turn", "message_typed_to", "message_of")


class OfIntroduction(Act):
    """About one introduction: the one whose button was pressed, else the newest that is still open."""

    def found(self, turn: Turn) -> Introduction | None:
        mine = self.people.of_person(turn.person)
        wanted = turn.picked.get("introduction") or turn.slots.get("message_of")
        return next((one for one in mine if one.id == wanted), next((i for i in mine if i.state in RELAYING), None))

    def provider(self, one: Introduction) -> str:
        provider = self.deps.directory().providers.get(one.provider_id)
        return provider.name if provider else one.provider_id

    def button(self, title: str, intent: str, one: Introduction, **more: str) -> Button:
        entities = {"introduction": one.id, **more}
        return {"title": self.deps.say(f"utter_title_{title}"), "intent": intent, "entities": entities}

    def words(self, turn: Turn, one: Introduction) -> str:
        """The words that wait for their tap."""
        text = self.people.words_of(str(turn.slots.get("message_turn"))) or ""
        return words_for(self.deps, one, text, typed_to=bool(turn.slots.get("message_typed_to")))

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        one = self.found(turn)
        if one is None:
            out.utter_message(response="utter_nothing_to_follow")
            return []
        return self.follow(out, turn, one)

    @abstractmethod
    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events: ...


class ContactMade(OfIntroduction):
    action = "action_contact_made"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        self.people.contact_made(one.id, self.key(turn))
        out.utter_message(response="utter_contact_noted")
        return []


class NoContact(OfIntroduction):
    action = "action_no_contact"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        asked = self.people.no_contact(one.id, self.key(turn))
        out.utter_message(response=ASKED_THEM[asked], provider=self.provider(one))
        return []


class MetYes(OfIntroduction):
    action = "action_met_yes"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        self.people.person_met(one.id, self.key(turn))
        buttons = [
            self.button(f"felt_{feeling}", "outcome_feeling", one, feeling=feeling)
            for feeling in ("welcome", "okay", "bad")
        ]
        out.utter_message(response="utter_glad_you_met", buttons=buttons)
        return []


class MetNo(OfIntroduction):
    action = "action_met_no"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        self.people.outcome(one.id, {"met": "no"}, self.key(turn))
        out.utter_message(response="utter_still_waiting")
        return []


class MetFailed(OfIntroduction):
    action = "action_met_failed"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        self.people.did_not_work_out(one.id, self.key(turn))
        out.utter_message(response="utter_didnt_work_out")
        return []


def _what_next(act: OfIntroduction, one: Introduction, told: Sequence[str] = ()) -> list[Button]:
    """What is next, and what has come of it so far, less what they have ``told``: ten rows, as WhatsApp has."""
    left = [step for step in (*NEXT, *CAME_OF_IT) if step not in told]
    return [act.button(f"next_{step}", "outcome_next", one, next=step, told=" ".join(told)) for step in left]


class OutcomeFeeling(OfIntroduction):
    action = "action_outcome_feeling"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        feeling = str(turn.picked.get("feeling", ""))
        self.people.outcome(one.id, {"feeling": feeling}, self.key(turn))
        out.utter_message(
            response="utter_felt_bad" if feeling == "bad" else "utter_what_next", buttons=_what_next(self, one)
        )
        return []


class OutcomeNext(OfIntroduction):
    action = "action_outcome_next"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        step = {"work": "job"}.get(step := str(turn.picked.get("next", "")), step)
        if step in CAME_OF_IT:
            told = [*str(turn.picked.get("told", "")).split(), step]
            self.people.outcome(one.id, {step: "yes"}, self.key(turn))
            out.utter_message(response="utter_outcome_came", buttons=_what_next(self, one, told))
            return []
        going = {"going": "yes"} if step == "going" else {}
        self.people.outcome(one.id, {"next": step, **going}, self.key(turn))
        out.utter_message(response="utter_outcome_more" if step == "more" else "utter_outcome_noted")
        return []


class BeginMessage(OfIntroduction):
    action = "action_begin_message"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        text = self.people.words_of(turn.id) or ""
        said = None if turn.picked else addressed(text)
        if said is not None:
            return self._typed(out, turn, said, text)
        one = self.found(turn)
        line = self.people.line(one.id) if one else "closed"
        if one is None or line != "open":
            out.utter_message(response="utter_line_shut" if line == "shut" else "utter_relay_closed")
            return [SlotSet("relay_open", False)]
        return self.follow(out, turn, one)

    def _typed(self, out: CollectingDispatcher, turn: Turn, said: Addressed, text: str) -> Events:
        """Words typed for a place are shown with its name at once; no new letter ever comes of them."""
        one = meant(self.deps, self.people.of_person(turn.person), said)
        if one is None:
            out.utter_message(response="utter_nothing_to_follow")
            return [SlotSet("relay_open", False)]
        if one.state not in RELAYING:
            out.utter_message(response="utter_relay_not_yet", provider=self.provider(one))
            return [SlotSet("relay_open", False)]
        begun = self.follow(out, turn, one)
        if not words_for(self.deps, one, text, typed_to=True):
            return begun
        given = (("message_text", "given"), ("message_turn", turn.id), ("message_typed_to", True))
        return [*begun, *(SlotSet(name, value) for name, value in given)]

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        cleared = [SlotSet(name, None) for name in MESSAGE]
        return [SlotSet("relay_open", True), *cleared, SlotSet("message_of", one.id)]


class MessageQuestions(FormQuestions):
    """The words, then the tap that sends them. Leaving them at the first question ends it."""

    action = "validate_message_form"

    def settle(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if turn.slots.get("message_text") == "given" and not turn.slots.get("message_turn"):
            return [SlotSet("message_turn", turn.id)]
        if turn.slots.get("message_decision") == "send" and turn.picked and not self._is_of_what_was_shown(turn):
            return [SlotSet("message_decision", None)]
        return []

    @staticmethod
    def _is_of_what_was_shown(turn: Turn) -> bool:
        """The button stood under these words to this place; an older one shows them once more and sends nothing."""
        shown = (turn.slots.get("message_of"), turn.slots.get("message_turn"))
        return (turn.picked.get("introduction"), turn.picked.get("message")) == shown

    def open_questions(self, turn: Turn) -> list[str]:
        left = turn.slots.get("message_text") == "skipped"
        return ["message_text", *([] if left else ["message_decision"])]


class OfMessage(OfIntroduction):
    """About the introduction that is being written to, whichever button was pressed."""

    def found(self, turn: Turn) -> Introduction | None:
        writing_to = turn.slots.get("message_of")
        mine = self.people.of_person(turn.person)
        return next((one for one in mine if one.id == writing_to), None) or super().found(turn)


class AskMessageText(OfMessage):
    action = "action_ask_message_text"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        leave = {"title": self.deps.say("utter_title_leave_words"), "intent": "skip", "entities": {}}
        out.utter_message(response="utter_write_to_place", provider=self.provider(one), buttons=[leave])
        return []


class AskMessageDecision(OfMessage):
    """Shows the words back with the place's name; one tap sends them."""

    action = "action_ask_message_decision"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        text = self.words(turn, one)
        choices = (("send_words", "send"), ("dont_send", "skipped"))
        message = str(turn.slots.get("message_turn"))
        buttons = [self.button(title, "inform", one, answer=answer, message=message) for title, answer in choices]
        out.utter_message(response="utter_message_shown", provider=self.provider(one), words=text, buttons=buttons)
        return []


class FinishMessage(OfMessage):
    action = "action_finish_message"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        text = self.words(turn, one)
        if turn.slots.get("message_decision") == "send" and text:
            self.people.say_to_provider(one.id, text, self.key(turn))
            out.utter_message(response="utter_message_sent", provider=self.provider(one))
        else:
            out.utter_message(response="utter_message_left")
        return [SlotSet(name, None) for name in MESSAGE]


class StopRelay(OfIntroduction):
    action = "action_stop_relay"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        self.people.stop_relay(one.id, self.key(turn))
        out.utter_message(response="utter_relay_stopped", provider=self.provider(one))
        return []
