"""Somebody objects to places that they were shown: those go, or it is owned up to that nothing fits better."""

from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Turn
from actions.cards import sentence
from actions.refusing import Refusing, speaks_of_times
from introductions.choosing import choose
from knowledge.listing import Service
from knowledge.matching import Match
from knowledge.understanding.objections import denied_in, objects
from knowledge.understanding.place_wish import pointing

_OFF_TIMES = "times"
"""The caution of a place that is on at none of the times told."""


class Objected(Refusing):
    """What a message that objects does to the places of the last showing."""

    def leave_out(self, out: CollectingDispatcher, turn: Turn) -> None:
        """The places that it is said of go, each with a word of why."""
        text = self.people.words_of(turn.id) or ""
        offers = [] if turn.picked else self.open_offers(turn)
        services = self.deps.directory().services
        gone = self._pointed_at(text, [one.service_id for one in offers])
        before = [] if turn.picked else [one for one in self.people.offers(turn.person) if one.state == "offered"]
        gone += [one.service_id for one in before if denied_in(text, _card(services.get(one.service_id)))]
        gone += [] if turn.picked else self.refused_places(turn, text)
        for service_id in dict.fromkeys(one for one in gone if one in services):
            service, name = services[service_id], self.deps.directory().provider_of(services[service_id]).name
            self.people.dislike(turn.person, service_id, None, f"{turn.id}:objected:{service_id}")
            at_times = speaks_of_times(text) and bool(service.times_words)
            response = "utter_left_out_times" if at_times else "utter_left_out_place"
            out.utter_message(response=response, provider=name, times=sentence(service.times_words))

    def _pointed_at(self, text: str, shown: Sequence[str]) -> list[str]:
        pointed = pointing(text)
        if not pointed or len(shown) < 2 or not objects(text):
            return []
        found = choose(pointed, self.named(shown, by_name=False))
        return [found] if found else []


def at_their_times(matches: Sequence[Match]) -> list[Match]:
    """Those on at some of the times told first; the order stays otherwise."""
    return sorted(matches, key=off_their_times)


def off_their_times(match: Match) -> bool:
    return any(reason.code == _OFF_TIMES for reason in match.cautions)


def _card(service: Service | None) -> str:
    return "" if service is None else f"{service.name} {service.summary} {service.times_words}"
