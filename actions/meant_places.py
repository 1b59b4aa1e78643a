"""Which of the places that stand open a question is about."""

from __future__ import annotations

import re

from actions.base import Turn
from actions.places import AboutOffers
from introductions.choosing import choose
from introductions.model import Offer
from introductions.states import ENDED
from knowledge.understanding.asked_of_place import questions
from knowledge.understanding.coming import without_the_child
from knowledge.understanding.place_wish import pointing
from knowledge.understanding.topics_of_place import asks_which

_OF_THE_QUESTION = frozenset(
    "is are has have does do can could will would got there here they with from home what about how much free "
    "who whose when where which it for be been go there still people all them "
    "cost quiet group women men step steps lift stairs kind sort type many long".split()
)


class AboutMeant(AboutOffers):
    """About the place whose letter is open, the one named or read about last; where none is, all that stand open."""

    def meant(self, turn: Turn, text: str) -> list[str]:
        if met := self._met_of_name(turn, text):
            return [met]
        called, draft = self.called(turn), self.people.current_draft(turn.person)
        offers, read = self.open_offers(turn), self.read_last(turn)
        if turn.about is not None:
            return [one.service_id for one in self.people.of_person(turn.person) if one.id == turn.about]
        if called:
            return [read] if read in called else called
        if draft is not None:
            return [draft.service_id]
        if not offers and read is None:
            return [one.service_id for one in self.people.of_person(turn.person) if one.state not in ENDED][-1:]
        named = self._named(text, offers, read)
        if named is None and asks_which(text) and offers:
            return [offer.service_id for offer in offers]
        return [named] if named else [read] if read else [offer.service_id for offer in offers]

    def _met_of_name(self, turn: Turn, text: str) -> str | None:
        """The place whose person they are to meet is named: "will Joan mind the rain", whatever was shown since."""
        said = frozenset(re.findall(r"[\w'-]+", text.casefold()))
        mine = [one for one in self.people.of_person(turn.person) if one.state not in ENDED and one.contact]
        return next((one.service_id for one in mine if (one.contact or "").split()[0].casefold() in said), None)

    def _named(self, text: str, offers: list[Offer], read: str | None) -> str | None:
        """The one that is named, or its number; of a card's other words those pointed with: "the sewing one". The one
        that is spoken of has a name, too, though a letter went to it.
        """
        shown = list(dict.fromkeys([*(offer.service_id for offer in offers), *([read] if read else [])]))
        if len(shown) < 2:
            return None
        pointed = pointing(text)
        asked = without_the_child(" ".join(questions(text)))
        words = " ".join(word for word in re.findall(r"[\w&]+", asked.casefold()) if word not in _OF_THE_QUESTION)
        by_pointing = choose(pointed, self.named(shown, by_name=False)) if pointed else None
        return by_pointing or choose(words, self.named(shown, by_name=True))
