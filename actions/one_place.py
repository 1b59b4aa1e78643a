"""One place that was shown: more about it, or not that one."""

from __future__ import annotations

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.cards import details
from actions.places import OfferAct
from introductions.choosing import refuses_all
from knowledge.understanding import understand
from knowledge.understanding.no_use import turned_down


class TellMore(OfferAct):
    action = "action_tell_more"
    intent = "tell_more"
    which = "utter_which_to_tell"
    of_the_one_read = False

    def do(self, out: CollectingDispatcher, turn: Turn, service_id: str) -> Events:
        directory = self.deps.directory()
        service = directory.services[service_id]
        if service_id in self.people.disliked_services(turn.person):
            self.people.like_again(turn.person, service_id, f"{self.key(turn)}:again")
        buttons = [
            {"title": self.deps.say(f"utter_title_{title}"), "intent": intent, "entities": {"offer": service_id}}
            for intent, title in (("want_introduction", "introduce"), ("decline_match", "drop"))
        ]
        buttons.append({"title": self.deps.say("utter_title_others"), "intent": "more_options", "entities": {}})
        values = details(self.deps.say, service, directory.provider_of(service))
        out.utter_message(response="utter_offer_details", buttons=buttons, **values)
        return self.spoken_of(turn, service_id)


class DeclineMatch(OfferAct):
    action = "action_decline_match"
    intent = "decline_match"
    which = "utter_which_to_drop"
    of_the_letter = False

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        offers = self.open_offers(turn)
        of_no_use = [] if turn.picked else self._of_no_use(turn)
        if len(of_no_use) == 1:
            return [SlotSet("offer_step", "chosen"), *self.do(out, turn, of_no_use[0])]
        for service_id in of_no_use:
            self.people.dislike(turn.person, service_id, None, f"{self.key(turn)}:{service_id}")
        if of_no_use:
            *first, last = map(self.short, of_no_use)
            both = self.deps.say("utter_and", first=", ".join(first), last=last)
            out.utter_message(response="utter_left_out_place", provider=both, times="")
            return [SlotSet("offer_step", "chosen")]
        if turn.picked or not offers or not refuses_all(self.people.words_of(turn.id) or ""):
            return super().act(out, turn)
        for offer in offers:
            self.people.dislike(turn.person, offer.service_id, None, f"{self.key(turn)}:{offer.service_id}")
        out.utter_message(response="utter_none_of_these")
        return [SlotSet("offer_step", "chosen")]

    def _of_no_use(self, turn: Turn) -> list[str]:
        """The shown places in things that are turned down as of no use: "why would I want gardening?"."""
        words = self.people.words_of(turn.id) or ""
        if not turned_down(words):
            return []
        denied = {one.code for one in understand(words).concepts if one.polarity == "no"}
        services, shown = self.deps.directory().services, dict.fromkeys(o.service_id for o in self.open_offers(turn))
        return [one for one in shown if one in services and denied & set(services[one].interests)]

    def do(self, out: CollectingDispatcher, turn: Turn, service_id: str) -> Events:
        self.people.dislike(turn.person, service_id, None, self.key(turn))
        buttons = [
            {"title": self.deps.say(f"utter_title_{title}"), "intent": "decline_reason",
             "entities": {"offer": service_id, "why": why}}
            for title, why in (("too_far", "far"), ("wrong_time", "time"), ("bad_before", "bad_before"))
        ]  # fmt: skip
        buttons.append({"title": self.deps.say("utter_title_others"), "intent": "more_options", "entities": {}})
        out.utter_message(response="utter_not_for_me", provider=self.short(service_id), buttons=buttons)
        return []


class DeclineReason(Act):
    action = "action_decline_reason"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        self.people.dislike(turn.person, turn.picked["offer"], turn.picked.get("why"), self.key(turn))
        out.utter_message(response="utter_decline_noted")
        return []
