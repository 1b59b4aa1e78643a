"""All that was shown is found no good: it goes, and what else there is comes at once."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.few import few
from actions.fitting import Unseen, note_the_gap, tell_their_level
from actions.places import AboutOffers
from knowledge.experience import is_basic
from knowledge.matching import Match
from knowledge.skilled import EXPERIENCED
from knowledge.understanding import understand


class NoneWillDo(Unseen, AboutOffers):
    """Who finds all of it too basic is shown nothing that is, and hears it where nothing else is left."""

    action = "action_none_will_do"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        offers = self.open_offers(turn)
        for offer in offers:
            self.people.dislike(turn.person, offer.service_id, None, f"{self.key(turn)}:{offer.service_id}")
        matches = few(self._at_their_level(turn))
        if not matches:
            note_the_gap(self, turn)
        if offers:
            out.utter_message(response="utter_none_will_do" if matches else "utter_none_will_do_no_more")
        elif not matches:
            out.utter_message(response="utter_no_more")
        if matches:
            if self._says_it_is_basic(turn):
                tell_their_level(self, out, turn, self.facts(turn), matches)
            self.show(out, turn, matches)
        return []

    def _at_their_level(self, turn: Turn) -> list[Match]:
        knows = any(one.code == EXPERIENCED and one.polarity == "yes" for one in self.facts(turn))
        return [one for one in self.unseen(turn) if not (knows and is_basic(one.listing))]

    def _says_it_is_basic(self, turn: Turn) -> bool:
        return any(one.code == EXPERIENCED for one in understand(self.people.words_of(turn.id) or "").concepts)
