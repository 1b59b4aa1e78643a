"""A place that words point at stays what is talked of, whatever else the message says or asks."""

from __future__ import annotations

import re

from actions.base import Events, Turn
from actions.places import AboutOffers
from introductions.by_name import named_place
from introductions.choosing import choose, means_another, numbered
from introductions.place_meant import named_in
from knowledge.understanding.asked_of_place import asks_difference
from knowledge.understanding.objections import objects
from knowledge.understanding.place_wish import asks_something, pointing

_CLAUSE = re.compile(r"[.,;:!?\n]+")
_FEW = 12
"""Words of a clause that may point; a story has words of many a card."""


class SpokenOf(AboutOffers):
    """Reads a message of somebody who was shown places."""

    def pointed_at(self, turn: Turn, text: str) -> Events:
        """What sets the place that is talked of from now on; nothing where none is pointed at, or several are, or one
        is found no good.
        """
        offered = [offer for offer in self.people.offers(turn.person) if offer.state == "offered"]
        shown = list(dict.fromkeys(offer.service_id for offer in self.open_offers(turn)))
        if not shown or means_another(text) or asks_difference(text) or len(numbered(text, shown)) > 1:
            return []
        found = self._shown_one(text, shown) or named_place(
            self.deps.directory(), self.people.offers(turn.person), text
        )
        if found in shown:
            return self.spoken_of(turn, found)
        named = None if objects(text) else named_in(self.deps.directory(), offered, text)
        return self.spoken_of(turn, named) if named else []

    def _shown_one(self, text: str, shown: list[str]) -> str | None:
        for clause in _CLAUSE.split(text):
            minded = objects(clause) and not asks_something(clause)
            pointed = pointing(clause) if len(clause.split()) <= _FEW and not minded else ""
            if pointed and len(shown) > 1 and (found := choose(pointed, self.named(shown, by_name=False))):
                return found
        return None
