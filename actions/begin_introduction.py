"""A letter begins: for the place that is meant, shown before or not, or with what is missing said."""

from __future__ import annotations

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.listing_answers import answer_beside
from actions.not_open import why_not_open
from actions.places import OfferAct
from actions.someone_else import for_someone_else, for_themselves_after_all
from actions.standing import unseen
from introductions.errors import NoIntroduction
from introductions.model import Draft
from knowledge.understanding.asides import for_themselves


class BeginIntroduction(OfferAct):
    """Finds the place that is meant and starts its letter, or says what is missing.

    A letter to another place that was being written is dropped, which is said.
    """

    action = "action_begin_introduction"
    intent = "want_introduction"
    which = "utter_which_place"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if for_themselves(self.people.words_of(turn.id) or ""):
            for_themselves_after_all(self, turn)
        if for_someone_else(self, turn):
            out.utter_message(response="utter_kind_for_someone_else_again")
            return [SlotSet("offer_step", "asked")]
        return super().act(out, turn)

    def do(self, out: CollectingDispatcher, turn: Turn, service_id: str) -> Events:
        offered = [offer.service_id for offer in self.people.offers(turn.person)]
        closed = None if service_id in offered and not self.called(turn) else why_not_open(self, turn, service_id)
        if closed is not None:
            out.utter_message(response=closed, place=self.short(service_id))
            return [SlotSet("offer_step", "asked"), SlotSet("wanted_offer", None)]
        if not offered:
            self.people.offer(turn.person, [service_id], turn=turn.id, key=f"{self.key(turn)}:named")
        if self.people.person(turn.person).keep != "agreed":
            out.utter_message(response="utter_agree_first")
            return [SlotSet("offer_step", "asked"), SlotSet("wanted_offer", service_id)]
        before = self.people.current_draft(turn.person)
        try:
            self.people.draft(turn.person, service_id, key=self.key(turn))
        except NoIntroduction as refused:
            if refused.reason == "already_introduced":
                stands = {"title": self.deps.say("utter_title_stands"), "intent": "ask_status", "entities": {}}
                out.utter_message(response="utter_already_introduced", place=self.short(service_id), buttons=[stands])
            else:
                out.utter_message(response=refused.response)
            return [SlotSet("offer_step", "asked"), SlotSet("wanted_offer", None)]
        dropped = self._dropped(before, service_id)
        if dropped:
            out.utter_message(response="utter_letter_dropped", place=dropped)
        else:
            answer_beside(self, out, turn)
        return [
            *unseen(),
            *self.spoken_of(turn, service_id),
            SlotSet("wanted_offer", None),
            SlotSet("letter_decision", None),
            SlotSet("new_line", None),
            SlotSet("line_to_write", None),
            SlotSet("name_turn", None),
            SlotSet("chosen_name", "given" if self._named(turn) else None),
        ]

    def _dropped(self, before: Draft | None, service_id: str) -> str | None:
        """The name of the place whose letter gives way to this one; None where none was being written."""
        if before is None or before.service_id == service_id:
            return None
        provider = self.deps.directory().providers.get(before.provider_id)
        return provider.name if provider else before.provider_id

    def _named(self, turn: Turn) -> bool:
        named = any(fact.field in ("name", "chosen_name") for fact in self.facts(turn))
        return named or self.people.person(turn.person).chosen_name is not None
