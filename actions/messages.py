"""Whether we may write first: a consent of its own, given and taken back by one tap."""

from __future__ import annotations

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.may_write import MAY_WRITE_ASKED, let_us_write
from actions.wording import day
from introductions.model import How
from introductions.states import AWAITING_PROVIDER, State


class MayMessage(Act):
    """The answer says what happens on the promised day, if an introduction still waits for its answer."""

    agreed: bool
    title: str
    answer: str
    by_day: str

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        how: How = "tap" if turn.picked else "typed"
        let_us_write(self, turn, self.title, agreed=self.agreed, how=how)
        waiting = (State.QUEUED, *AWAITING_PROVIDER)
        mine = self.people.of_person(turn.person)
        promised = next((i.promised_day for i in mine if i.state in waiting and i.promised_day), None)
        if promised:
            out.utter_message(response=self.by_day, promised_day=day(promised))
        else:
            out.utter_message(response=self.answer)
        return [SlotSet(MAY_WRITE_ASKED, None)]


class MessagesYes(MayMessage):
    action, agreed = "action_messages_yes", True
    title, answer = "utter_title_write_to_me", "utter_messages_yes"
    by_day = "utter_messages_yes_by_day"


class MessagesNo(MayMessage):
    action, agreed = "action_messages_no", False
    title, answer = "utter_title_ask_myself", "utter_messages_no"
    by_day = "utter_messages_no_by_day"


class Quiet(Act):
    """From now on we write only after they do."""

    action = "action_quiet"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        let_us_write(self, turn, "utter_title_stop_writing", agreed=False)
        self.people.set_quiet(turn.person, "after_me", self.key(turn))
        out.utter_message(response="utter_quiet")
        return []
