"""Words from a person to a place that knows of them: typed, shown back with its name, and sent by a tap."""

from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.forms import FormQuestions
from actions.meant_for_us import heard_for_us
from actions.of_introduction import OfIntroduction, begun
from actions.passing_on import meant, meant_ended, shown_words, words_for
from actions.visit_beside import note_beside
from actions.wording import day
from introductions.calendar import london_date
from introductions.model import Introduction
from introductions.states import RELAYING, State
from introductions.visit_day import talked
from knowledge.understanding.asides import addressed, means_another_place
from knowledge.understanding.coming import asks_to_bring_a_child, asks_who_may_come
from knowledge.understanding.unsaid import was_for_us

MESSAGE = (
    "message_text",
    "message_decision",
    "message_turn",
    "message_typed_to",
    "message_guessed",
    "message_of",
    "words_less",
)


class BeginMessage(OfIntroduction):
    action = "action_begin_message"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        return [SlotSet("question_open", False), *self._begun(out, turn)]

    def _begun(self, out: CollectingDispatcher, turn: Turn) -> Events:
        text = self.people.words_of(turn.id) or ""
        mine = self.people.of_person(turn.person)
        other = None if turn.picked else means_another_place(text)
        if other is not None and turn.slots.get("message_of"):
            return self._moved(out, turn, meant(self.deps, mine, other), text)
        said = None if turn.picked else addressed(text)
        if said is not None:
            one = meant(self.deps, mine, said)
            if one is None and (over := meant_ended(self.deps, mine, said)):
                out.utter_message(response="utter_letter_over", provider=self.provider(over))
                return [SlotSet("relay_open", False)]
            return self._typed(out, turn, one, text) if one or not self._only(mine) else self._guessed(out, turn, text)
        if turn.slots.get("for_place"):
            return self._reply(out, turn, text)
        one = self.found(turn)
        line = self.people.line(one.id) if one else "closed"
        if one is None or line != "open":
            out.utter_message(response="utter_line_shut" if line == "shut" else "utter_relay_closed")
            return [SlotSet("relay_open", False)]
        return self.follow(out, turn, one)

    def _only(self, mine: Sequence[Introduction]) -> Introduction | None:
        """The one place that words can go to; None where there are several, or none."""
        live = [one for one in mine if one.state in RELAYING]
        return live[0] if len(live) == 1 else None

    def _guessed(self, out: CollectingDispatcher, turn: Turn, text: str) -> Events:
        """For somebody whose name we do not know: most likely at the one place that there is, and that is asked."""
        one = self._only(self.people.of_person(turn.person))
        return [*self._typed(out, turn, one, text), SlotSet("message_guessed", True)]

    def _moved(self, out: CollectingDispatcher, turn: Turn, one: Introduction | None, text: str) -> Events:
        """The words were for another place: those typed now, else those that were typed before. Where it is no place of
        theirs that they name, what they typed is the words for the one that was asked about.
        """
        before = {name: turn.slots.get(name) for name in ("message_turn", "message_typed_to", "message_of")}
        if one is None:
            was = next(one for one in self.people.of_person(turn.person) if one.id == before["message_of"])
            return [*self.follow(out, turn, was), *_given(turn.id)]
        begun = self._typed(out, turn, one, text)
        if before["message_turn"] and not words_for(self.deps, one, text, typed_to=True):
            return [*begun, *_given(str(before["message_turn"]), typed_to=bool(before["message_typed_to"]))]
        return begun

    def _reply(self, out: CollectingDispatcher, turn: Turn, text: str) -> Events:
        """To a place's question it is the answer; to other words of a place a message."""
        mine = self.people.of_person(turn.person)
        one = next((one for one in mine if one.id == turn.slots.get("heard_from")), None)
        if one is None or not one.question:
            return [*self._typed(out, turn, one, text), SlotSet("message_guessed", True)]
        given = [SlotSet("answer_text", "given"), SlotSet("answer_turn", turn.id)]
        return [SlotSet("relay_open", False), *begun(one.id), *given]

    def _typed(self, out: CollectingDispatcher, turn: Turn, one: Introduction | None, text: str) -> Events:
        """Words typed for a place are shown with its name at once; no new letter ever comes of them."""
        if one is None:
            out.utter_message(response="utter_nothing_to_follow")
            return [SlotSet("relay_open", False)]
        if one.state not in RELAYING:
            out.utter_message(response="utter_relay_not_yet", provider=self.provider(one))
            return [SlotSet("relay_open", False)]
        if (line := self.people.line(one.id)) != "open":
            out.utter_message(response="utter_line_shut" if line == "shut" else "utter_relay_closed")
            return [SlotSet("relay_open", False)]
        if one.state is State.QUESTION and one.question:
            given = [SlotSet("answer_text", "given"), SlotSet("answer_turn", turn.id)]
            return [SlotSet("relay_open", False), *begun(one.id), *(given if _holds_words(text) else [])]
        note_beside(self, out, turn, one, text)
        follows = self.follow(out, turn, one)
        if not words_for(self.deps, one, text, typed_to=True):
            return follows
        return [*follows, *_given(turn.id, typed_to=True)]

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        """Words that were asked of us before may be picked for it, and are shown at once."""
        cleared = [SlotSet(name, None) for name in MESSAGE]
        written_in = turn.picked.get("message")
        asked = bool(written_in and self.people.words_of(str(written_in)))
        given = [SlotSet("message_text", "given"), SlotSet("message_turn", written_in)] if asked else []
        return [SlotSet("relay_open", True), *cleared, SlotSet("message_of", one.id), *given]


def _holds_words(text: str) -> bool:
    said = addressed(text)
    return said is None or bool(said.words)


def _given(turn: str, *, typed_to: bool = False) -> Events:
    """The words were written in that turn; ``typed_to``: behind the name of whom they are for."""
    return [
        SlotSet("message_text", "given"), SlotSet("message_turn", turn), SlotSet("message_typed_to", typed_to or None),
    ]  # fmt: skip


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

    def words(self, turn: Turn, one: Introduction) -> str:
        """The words that wait for their tap."""
        text = self.people.words_of(str(turn.slots.get("message_turn"))) or ""
        words = words_for(self.deps, one, text, typed_to=bool(turn.slots.get("message_typed_to")))
        return shown_words(self.people, words, turn.slots.get("words_less"))

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
        guessed = bool(turn.slots.get("message_guessed"))
        choices = (("send_words", "send"), ("for_you" if guessed else "dont_send", "skipped"))
        message = str(turn.slots.get("message_turn"))
        buttons = [self.button(title, "inform", one, answer=answer, message=message) for title, answer in choices]
        response = self._shown_as(one, text) if guessed else "utter_message_shown"
        self._say_what_it_moves(out, one, text)
        out.utter_message(response=response, provider=self.provider(one), words=text, buttons=buttons)
        return []

    def _say_what_it_moves(self, out: CollectingDispatcher, one: Introduction, text: str) -> None:
        """The place is told that another day is asked for: whoever sends the words sees that first."""
        after = talked(one.visit, "person", text, london_date(self.deps.clock.now()))
        if after.asked and after.asker == "person" and after.asked != one.visit.asked:
            days = ", ".join(day(one_day) for one_day in after.asked)
            out.utter_message(response="utter_message_moves", provider=self.provider(one), days=days)

    def _shown_as(self, one: Introduction, text: str) -> str:
        """Who may come along is answered first, unless a child or a place for women or men alone is spoken of."""
        service = self.deps.directory().services.get(one.service_id)
        only = service is not None and (service.eligibility.women_only or service.eligibility.men_only)
        if only or not asks_who_may_come(text) or asks_to_bring_a_child(text):
            return "utter_message_guessed"
        return "utter_message_guessed_company"


class FinishMessage(OfMessage):
    """Sent, left, or heard as words to us. What is typed after that is for us, until the place writes again or while
    their day is not settled.
    """

    action = "action_finish_message"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        text = self.words(turn, one)
        done: tuple[str, ...] = (*MESSAGE, "heard_from")
        for_us: Events = []
        if turn.slots.get("message_decision") == "send" and text:
            after = self.people.say_to_provider(one.id, text, self.key(turn)).visit
            agreed = after.day if after.settled and after.day != one.visit.day else None
            response = "utter_message_sent_day" if agreed else "utter_message_sent"
            out.utter_message(response=response, provider=self.provider(one), day=day(agreed) if agreed else "")
            done = done if after.settled or not after.talked else MESSAGE
        elif turn.slots.get("message_guessed") or was_for_us(self.people.words_of(turn.id) or ""):
            for_us = heard_for_us(out, turn, one, self.people.words_of(str(turn.slots.get("message_turn"))) or "")
        else:
            out.utter_message(response="utter_message_left")
        return [*(SlotSet(name, None) for name in done), *for_us]


class StopRelay(OfIntroduction):
    action = "action_stop_relay"

    def follow(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> Events:
        self.people.stop_relay(one.id, self.key(turn))
        out.utter_message(response="utter_relay_stopped", provider=self.provider(one))
        return []
