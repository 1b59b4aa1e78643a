"""A question about a place that was just shown, answered from its listing and its reasons; nothing of it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.cards import reasons
from actions.listing_answers import place_line
from actions.looking import ALL, look
from actions.places import AboutOffers
from actions.wording import hopes_of
from introductions.choosing import choose
from introductions.model import Offer
from introductions.states import ENDED
from knowledge.understanding.of_place import COST, asks_of_place
from knowledge.understanding.place_wish import asks_why_shown

_OF_THE_QUESTION = frozenset(
    "is are has have does do can could will would got there here they with from home what about how much free "
    "cost quiet group women men step steps lift stairs".split()
)


class AboutPlace(AboutOffers):
    """Of the place whose letter is open, of the one named or read about last; where none is, of all that stand open."""

    action = "action_about_place"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        text = self.people.words_of(turn.id) or ""
        code, meant = asks_of_place(text), self._meant(turn, text)
        if not meant or (code is None and not asks_why_shown(text)):
            out.utter_message(response="utter_cost_of_all" if code == COST else "utter_no_offers_yet")
            return []
        lines = self._of_each(code, meant) if code else self._why(turn, meant)
        out.utter_message(response="utter_about_places", lines="\n".join(dict.fromkeys(lines)))
        return self.spoken_of(turn, meant[0]) if len(meant) == 1 else []

    def _of_each(self, code: str, meant: list[str]) -> Iterator[str]:
        directory = self.deps.directory()
        for service in (directory.services[service_id] for service_id in meant):
            yield place_line(self.deps.say, code, service, directory.provider_of(service).name)

    def _why(self, turn: Turn, meant: list[str]) -> Iterator[str]:
        """Why each was shown: all its reasons, as far as they hold now."""
        facts, say, directory = self.facts(turn), self.deps.say, self.deps.directory()
        matches = {one.service_id: one for one in look(self.deps, turn.person, facts, limit=ALL).matches}
        for service_id in meant:
            service = directory.services[service_id]
            provider = directory.provider_of(service)
            match = matches.get(service_id)
            told = reasons(say, match, service, provider, hopes_of(say, facts)) if match else []
            why = " ".join(told) or say("utter_place_without_reason")
            yield say("utter_place_answer", provider=provider.name, answer=why)

    def _meant(self, turn: Turn, text: str) -> list[str]:
        called, draft = self.called(turn), self.people.current_draft(turn.person)
        if called:
            return called
        if draft is not None:
            return [draft.service_id]
        offers = self.open_offers(turn)
        read = self.read_last(turn)
        if not offers and read is None:
            return [one.service_id for one in self.people.of_person(turn.person) if one.state not in ENDED][-1:]
        named = self._named(text, offers)
        return [named] if named else [read] if read else [offer.service_id for offer in offers]

    def _named(self, text: str, offers: list[Offer]) -> str | None:
        """The one that is named, or its number; words of a card's summary name none."""
        directory = self.deps.directory()
        services = [directory.services[offer.service_id] for offer in offers]
        if len(services) < 2:
            return None
        words = " ".join(word for word in re.findall(r"[\w&]+", text.casefold()) if word not in _OF_THE_QUESTION)
        return choose(words, {f"{directory.provider_of(one).name} {one.name}": one.id for one in services})
