"""Fears that want a plain answer: a bad day, whether this is real, the sack."""

from __future__ import annotations

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.bad_day import tell_of_a_bad_day
from actions.base import Act, Events, Turn, form_of, projected
from actions.finds_out import tell_who_finds_out
from actions.saying_back import RIGHTS_PROMISED
from introductions.model import Heard
from introductions.states import RELAYING
from knowledge.understanding.allowed import allowed_of
from knowledge.understanding.plain_questions import asks_to_change_mind, plain_question

KEEP_A_JOB = "support.in_work_support"
_IN_WORK = "stage.in_work"
ASK_ALLOWED = "ask_allowed"


ANSWERS = {
    "ask_work_meeting": "utter_work_meeting",
    "ask_ring_boss": "utter_ring_boss",
    "ask_access_to_work": "utter_access_to_work",
    "work": "utter_allowed_at_work",
}
"""What is said of each first; of the sack, and before words are kept, that an adviser knows."""


NOT_OF_WORK = {
    "benefits": "utter_allowed_benefits",
    "home": "utter_allowed_home",
    "unclear": "utter_allowed_unclear",
}
"""What is said of "can they do that" where it is asked of no work of theirs."""


class BadDay(Act):
    action = "action_bad_day"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        tell_of_a_bad_day(self, out, turn)
        return []


class ByLetter(Act):
    """Answers that speak of a letter: where none is open yet, beside one, and once a place has one."""

    action = "action_by_letter"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if whom := turn.slots.get("told_whom"):
            tell_who_finds_out(self, out, turn, whom)
            return []
        text = self.people.words_of(turn.id) or ""
        before, beside, gone = CHANGE_MIND if asks_to_change_mind(text) else PANIC
        live = next((one for one in self.people.of_person(turn.person) if one.state in RELAYING), None)
        if self.people.current_draft(turn.person) is not None:
            out.utter_message(response=beside)
        elif live is not None:
            provider = self.deps.directory().providers.get(live.provider_id)
            out.utter_message(response=gone, provider=provider.name if provider else live.provider_id)
        else:
            out.utter_message(response=before)
        return []


CHANGE_MIND = ("utter_change_mind", "utter_change_mind_letter", "utter_change_mind_gone")
PANIC = ("utter_panic", "utter_panic_letter", "utter_panic_gone")
"""What is said where no letter is open, beside one, and once a place has one."""


class IsReal(Act):
    action = "action_is_real"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        out.utter_message(response="utter_real", **self.deps.about)
        return []


class Unwanted(Act):
    """Nobody is comforted twice in the same words."""

    action = "action_unwanted"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        said = list(turn.slots.get("kind_said") or ())
        out.utter_message(response="utter_unwanted_again" if UNWANTED in said else UNWANTED)
        return [SlotSet("kind_said", list(dict.fromkeys((*said, UNWANTED))))]


UNWANTED = "utter_unwanted"


class RightsAtWork(Act):
    """Who fears for their job, or asks of a meeting there, wants help to keep it: that is kept as a wish. The slot
    ``keeps_a_job`` tells the rules whether such places may be shown now. "Can they do that" may be of something else.
    """

    action = "action_rights_at_work"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        text = self.people.words_of(turn.id) or ""
        asked = plain_question(text)
        if asked == ASK_ALLOWED:
            asked = allowed_of(text, in_work=self._told_of_work(turn))
            if asked in NOT_OF_WORK:
                out.utter_message(response=NOT_OF_WORK[asked])
                return [SlotSet("keeps_a_job", False)]
        out.utter_message(response=ANSWERS.get(asked or "", "utter_rights_at_work"))
        promised = SlotSet("kind_said", list(dict.fromkeys((*(turn.slots.get("kind_said") or ()), RIGHTS_PROMISED))))
        if self.people.person(turn.person).keep == "none":
            return [promised, SlotSet("keeps_a_job", False)]
        told = [Heard("concept", code, code, "yes", "") for code in (KEEP_A_JOB, _IN_WORK)]
        self.people.remember(turn.person, told, turn=turn.id, key=self.key(turn))
        facts, offers = self.facts(turn), self.people.offers(turn.person)
        draft = self.people.current_draft(turn.person)
        asks = bool(turn.form or form_of(self.deps, turn.person, facts, offers, draft))
        return [promised, *projected(facts), SlotSet("keeps_a_job", not asks)]

    def _told_of_work(self, turn: Turn) -> bool:
        return any(one.code in (KEEP_A_JOB, _IN_WORK) and one.polarity == "yes" for one in self.facts(turn))
