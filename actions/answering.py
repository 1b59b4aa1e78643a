"""The answer to a place's question: its words, then the tap that sends them."""

from __future__ import annotations

from typing import Any

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.forms import FormQuestions
from actions.of_introduction import QUESTION_BUTTONS, begun, cleared
from actions.passing_on import shown_words
from introductions.errors import NothingToAnswer
from introductions.model import Introduction
from introductions.states import State
from knowledge.understanding.asides import addressed, speaks_to
from knowledge.understanding.held_from_them import without_secrets


class OfQuestion(Act):
    def words(self, turn: Turn) -> str:
        """The answer as it is shown, and goes."""
        text = self.people.words_of(str(turn.slots.get("answer_turn"))) or ""
        said = addressed(text) if speaks_to(text) else None
        words = without_secrets(said.words if said and said.words else text)
        return shown_words(self.people, words, turn.slots.get("words_less"))

    def questioned(self, turn: Turn) -> Introduction | None:
        """The introduction whose provider asked: the one tapped, else the latest with an open question."""
        tapped = turn.picked.get("introduction") or turn.slots.get("question_of")
        waiting = [i for i in self.people.of_person(turn.person) if i.state == State.QUESTION and i.question]
        return next((i for i in waiting if i.id == tapped), waiting[0] if waiting else None)

    def meant(self, turn: Turn) -> Introduction:
        """As ``questioned``, and the one tapped though it is closed by now: a turn that runs again finds what it did.

        Raises NothingToAnswer.
        """
        tapped = turn.picked.get("introduction") or turn.slots.get("question_of")
        mine = self.people.of_person(turn.person)
        one = next((i for i in mine if i.id == tapped), None) or self.questioned(turn)
        if one is None:
            raise NothingToAnswer("no introduction of this person has an open question")
        return one

    def provider(self, one: Introduction) -> str:
        provider = self.deps.directory().providers.get(one.provider_id)
        return provider.name if provider else one.provider_id


class BeginAnswer(OfQuestion):
    action = "action_begin_answer"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        one = self.questioned(turn)
        if one is None:
            out.utter_message(response="utter_no_open_question")
            return [SlotSet("question_open", False)]
        out.utter_message(
            response="utter_news_provider_question_now", provider=self.provider(one), question=one.question
        )
        return begun(one.id)


class AnswerQuestions(FormQuestions):
    """The words, then the tap that sends them. Leaving the question at once ends it."""

    action = "validate_answer_form"

    def settle(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if turn.slots.get("answer_text") == "given" and not turn.slots.get("answer_turn"):
            return [SlotSet("answer_turn", turn.id)]
        return []

    def open_questions(self, turn: Turn) -> list[str]:
        left = turn.slots.get("answer_text") == "skipped"
        return ["answer_text", *([] if left else ["answer_decision"])]


class AskAnswerText(OfQuestion):
    action = "action_ask_answer_text"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        one = self.questioned(turn)
        buttons = [{"title": self.deps.say("utter_title_leave"), "intent": "skip", "entities": {}}]
        out.utter_message(response="utter_answer_question", provider=self.provider(one) if one else "", buttons=buttons)
        return []


class AskAnswerDecision(OfQuestion):
    """Shows the answer back with the place's name; one tap sends it."""

    action = "action_ask_answer_decision"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        one, text = self.questioned(turn), self.words(turn)
        buttons = [
            {"title": self.deps.say(f"utter_title_{title}"), "intent": "inform", "entities": {"answer": answer}}
            for title, answer in (("send_words", "send"), ("dont_send", "skipped"))
        ]
        out.utter_message(
            response="utter_message_shown", provider=self.provider(one) if one else "", words=text, buttons=buttons
        )
        return []


class FinishAnswer(OfQuestion):
    """Sent, kept back (the question stays open), or left for good."""

    action = "action_finish_answer"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        one, text = self.meant(turn), self.words(turn)
        waits: str | None = None
        if turn.slots.get("answer_text") == "skipped":
            self.people.leave_question(one.id, self.key(turn))
            out.utter_message(response="utter_answer_left")
        elif turn.slots.get("answer_decision") == "send" and text:
            self.people.answer_question(one.id, text, self.key(turn))
            out.utter_message(response="utter_answer_sent", provider=self.provider(one))
        else:
            out.utter_message(response="utter_answer_not_sent", buttons=self._again(one))
            waits = one.id
        return [
            SlotSet("question_of", None),
            SlotSet("question_open", False),
            SlotSet("heard_from", waits),
            *cleared(),
        ]

    def _again(self, one: Introduction) -> list[dict[str, Any]]:
        return [
            {"title": self.deps.say(f"utter_title_{title}"), "intent": intent, "entities": {"introduction": one.id}}
            for title, intent in QUESTION_BUTTONS
        ]


class LeaveQuestion(OfQuestion):
    """The provider sees that it was left, and its clock goes on."""

    action = "action_leave_question"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        self.people.leave_question(self.meant(turn).id, self.key(turn))
        out.utter_message(response="utter_answer_left")
        return []
