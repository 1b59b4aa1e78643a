"""A yes where nothing is asked: "ok", "yes please", "sounds good". It is never a letter yet."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.may_write import settle, waits_for_a_yes
from actions.places import AboutOffers


class YesToPlaces(AboutOffers):
    """To the question if we may write it is the answer. Else asks whether the place spoken of is meant, or which of
    those shown; without any, a yes is a whole answer.
    """

    action = "action_yes_to_places"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if waits_for_a_yes(self, turn):
            return settle(self, out, turn, agreed=True)
        shown = list(dict.fromkeys(offer.service_id for offer in self.open_offers(turn)))
        if not shown or self.people.of_person(turn.person):
            out.utter_message(response="utter_yes_is_fine")
            return []
        read = self.read_last(turn)
        if read is None and len(shown) > 1:
            out.utter_message(response="utter_yes_to_which", buttons=self.choices(shown, "want_introduction"))
            return []
        meant = read or shown[0]
        buttons = [
            self._button("introduce", "want_introduction", meant),
            self._button("drop", "decline_match", meant),
            self._button("others", "more_options"),
        ]
        out.utter_message(response="utter_yes_to_this", place=self.short(meant), buttons=buttons)
        return []

    def _button(self, title: str, intent: str, service_id: str | None = None) -> dict[str, object]:
        entities = {"offer": service_id} if service_id else {}
        return {"title": self.deps.say(f"utter_title_{title}"), "intent": intent, "entities": entities}
