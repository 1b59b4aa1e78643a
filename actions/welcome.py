"""Hello, the promises, and the yes to keeping words."""

from __future__ import annotations

from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn, projected
from actions.beside_them import greeted, how_agreed, witness
from actions.finds_out import before_a_letter
from actions.forms import FormQuestions
from actions.of_us import tell_of_us
from actions.saying_back import met
from introductions.model import AgeBand

WORDING = "utter_ask_agreed"
"""The response whose words the yes to keeping was given to."""


_SAID_AT_ONCE = {"bereaved": "bereavement", "lonely": "lonely"}
"""What is met with warmth before the greeting, so that it is not met once more when the words are read."""


_MET_AT_ONCE = (*_SAID_AT_ONCE, "frightened")


class Hello(Act):
    action = "action_hello"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        opened = turn.slots.get("opening")
        if whom := turn.slots.get("told_whom"):
            out.utter_message(response=before_a_letter(whom))
        elif opened:
            out.utter_message(response=f"utter_opening_{opened}")
        else:
            tell_of_us(self, out, turn)
        out.utter_message(response="utter_hello", **self.deps.about)
        if opened in _SAID_AT_ONCE:
            return [SlotSet("opening", None), *met(turn, _SAID_AT_ONCE[opened])]
        return [SlotSet("opening", None), *(greeted(turn) if opened == "helper" else [])]


class WordsHeld(Act):
    """Words before the yes wait for it; what is hard is met with warmth at once."""

    action = "action_held"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        opened = turn.slots.get("opening")
        if whom := turn.slots.get("told_whom"):
            out.utter_message(response=before_a_letter(whom))
        elif opened in _MET_AT_ONCE:
            out.utter_message(response=f"utter_opening_{opened}")
        out.utter_message(response="utter_held")
        return [SlotSet("opening", None), *(met(turn, _SAID_AT_ONCE[opened]) if opened in _SAID_AT_ONCE else [])]


class Promises(Act):
    action = "action_promises"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        out.utter_message(response="utter_promises_more", **self.deps.about)
        return []


class WelcomeQuestions(FormQuestions):
    """Under 18 asks one question more, and under 16 nothing after it."""

    action = "validate_welcome_form"

    def open_questions(self, turn: Turn) -> list[str]:
        questions = ["agreed"]
        if turn.slots.get("agreed") == "under_18":
            questions.append("young")
            if turn.slots.get("young") == "16_17":
                questions.append("agreed_young")
        return questions


class SettleWelcome(Act):
    """Commits what was chosen at the welcome, and says so."""

    action = "action_settle_welcome"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if turn.slots.get("young") == "under_16":
            self.people.set_age_band(turn.person, "under_16", self.key(turn))
            self.people.take_held(turn.person)
            out.utter_message(response="utter_under_16")
            return [SlotSet("welcomed", "closed")]
        band: AgeBand = "16_17" if turn.slots.get("young") == "16_17" else "adult"
        choice = turn.slots.get("agreed_young") if band == "16_17" else turn.slots.get("agreed")
        tell_of_us(self, out, turn)
        keep(self, out, turn, agreed=choice == "agree")
        if choice == "agree" or band == "16_17":
            self.people.set_age_band(turn.person, band, self.key(turn))
        return [SlotSet("welcomed", "open")]


class ToldUnder16(Act):
    """Said after the welcome: letters are taken back, everything is forgotten, and nothing more is asked."""

    action = "action_told_under_16"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        self.people.set_age_band(turn.person, "under_16", self.key(turn))
        self.people.take_held(turn.person)
        out.utter_message(response="utter_under_16")
        return [*projected([]), ActiveLoop(None), SlotSet("requested_slot", None), SlotSet("welcomed", "closed")]


class AgreeToKeep(Act):
    """The yes of someone who only looked round so far; a letter that waited for it comes next."""

    action = "action_agree_to_keep"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        person = self.people.person(turn.person)
        if person.age_band == "under_16":
            return [SlotSet("agreed_for", "nothing")]  # what comes back to the open question says it
        if person.keep == "agreed":
            out.utter_message(response="utter_agreed_before")
            return [SlotSet("agreed_for", "nothing")]
        keep(self, out, turn, agreed=True)
        if self.people.person(turn.person).age_band is None:
            self.people.set_age_band(turn.person, "adult", self.key(turn))
        waited = "letter" if turn.slots.get("wanted_offer") else "nothing"
        return [SlotSet("agreed_for", waited)]


def keep(action: Act, out: CollectingDispatcher, turn: Turn, *, agreed: bool) -> None:
    """Record the choice; held words are read in only after it, by ``action_read_held``."""
    action.people.set_keep(
        turn.person,
        "agreed" if agreed else "look",
        channel=action.deps.position(turn.person).channel,
        how=how_agreed(turn),
        witness=witness(turn),
        wording=action.deps.say(WORDING),
        key=action.key(turn),
    )
    out.utter_message(response="utter_agreed" if agreed else "utter_just_look")
