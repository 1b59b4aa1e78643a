"""Somebody who looked for another looks for themselves after all."""

from __future__ import annotations

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.places import AboutOffers
from actions.someone_else import for_themselves_after_all


class ForMe(AboutOffers):
    """They look for themselves after all: their yes from before counts, too."""

    action = "action_for_me"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        was_for_another = for_themselves_after_all(self, turn)
        shown = list(dict.fromkeys(offer.service_id for offer in self.open_offers(turn)))
        if not shown:
            out.utter_message(response="utter_for_you")
            return [SlotSet("offer_step", "none_shown")]
        response = "utter_for_you_after_all" if was_for_another else "utter_yes_to_which"
        out.utter_message(response=response, buttons=self.choices(shown, "want_introduction"))
        return [SlotSet("offer_step", "asked")]
