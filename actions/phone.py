"""What people need of a phone: being rung at a safe time, hours for what we say unprompted, an empty screen."""

from __future__ import annotations

from collections.abc import Mapping

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.forms import FormQuestions
from actions.may_write import let_us_write
from actions.standing import unseen
from knowledge.understanding.ringing import wants_no_call

TIMES: Mapping[str, str] = {
    "mornings": "utter_title_mornings",
    "afternoons": "utter_title_afternoons",
    "evenings": "utter_title_evenings",
    "any_time": "utter_title_any_time",
}
ANOTHER_NUMBER = "another_number"
"""What the gateway says where a number came instead of a time."""
HOURS: Mapping[str, tuple[int, int]] = {"mornings": (9, 12), "afternoons": (12, 17), "evenings": (17, 21)}


class BeginCall(Act):
    """Asks for a number where somebody reads it. Before the yes to keeping, a person asks for it instead."""

    action = "action_begin_call"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        kept = self.people.person(turn.person).keep == "agreed"
        if not self.deps.somebody_reads:
            out.utter_message(response="utter_call_me_nobody")
        elif not kept:
            self.people.ask_for_person(turn.person, "call", self.key(turn))
            out.utter_message(response="utter_call_me_trial" if self.deps.trial else "utter_call_me_asked")
        empty = [SlotSet(name, None) for name in ("phone", "safe_time", "phone_turn")]
        return [SlotSet("call_open", self.deps.somebody_reads and kept), *empty]


class CallQuestions(FormQuestions):
    """The number is read by the gateway and kept under its turn; here only the turn is noted."""

    action = "validate_call_form"

    def settle(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if turn.slots.get("safe_time") == ANOTHER_NUMBER:
            return [SlotSet("phone_turn", turn.id), SlotSet("safe_time", None)]
        if turn.slots.get("safe_time") == "skipped" and wants_no_call(self.people.words_of(turn.id) or ""):
            return [SlotSet("phone", "skipped")]
        if turn.slots.get("phone") != "given" or turn.slots.get("phone_turn"):
            return []
        return [SlotSet("phone_turn", turn.id)]

    def open_questions(self, turn: Turn) -> list[str]:
        return ["phone"] if turn.slots.get("phone") != "given" else ["phone", "safe_time"]


class FinishCall(Act):
    action = "action_finish_call"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        number = self.people.words_of(str(turn.slots.get("phone_turn") or ""))
        if turn.slots.get("phone") != "given" or number is None:
            out.utter_message(response="utter_call_left")
        else:
            self.people.ask_to_be_rung(turn.person, number, self._when(turn), self.key(turn))
            told = "utter_call_kept_no_time" if turn.slots.get("safe_time") == "skipped" else "utter_call_kept"
            told = "utter_call_kept_trial" if self.deps.trial else told
            out.utter_message(response=told, hours=self.deps.about["hours"])
        return [SlotSet(name, None) for name in ("phone", "safe_time", "phone_turn")]

    def _when(self, turn: Turn) -> str:
        """As whoever rings reads it."""
        chosen = str(turn.slots.get("safe_time"))
        if chosen == "skipped":
            return self.deps.say("utter_title_no_time")
        words = None if chosen in TIMES else self.people.words_of(turn.id)
        return words or self.deps.say(TIMES.get(chosen, TIMES["any_time"]))


class QuietHoursChosen(Act):
    """Choosing hours is a yes to being written to in them, and in no others."""

    action = "action_quiet_hours_chosen"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        chosen = turn.picked.get("hours")
        hours = HOURS.get(str(chosen), HOURS["mornings"])
        let_us_write(self, turn, TIMES.get(str(chosen), TIMES["mornings"]), agreed=True)
        self.people.set_quiet(turn.person, "hours", self.key(turn), hours=hours)
        out.utter_message(response="utter_quiet_hours_set", first=f"{hours[0]}:00", last=f"{hours[1]}:00")
        return []


class QuietOff(Act):
    action = "action_quiet_off"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        let_us_write(self, turn, "utter_title_write_to_me", agreed=True)
        self.people.set_quiet(turn.person, "off", self.key(turn))
        out.utter_message(response="utter_quiet_off")
        return []


class Hide(Act):
    """The copy's ``after: hide`` has the gateway empty the screen; the open question does not return to it."""

    action = "action_hide"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        channel = self.deps.position(turn.person).channel
        out.utter_message(response=HIDDEN.get(channel, "utter_hidden_web"))
        return unseen()


HIDDEN = {"telegram": "utter_hidden_telegram", "whatsapp": "utter_hidden_whatsapp"}
