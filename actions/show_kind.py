"""Places of the kind that is asked for, or a plain word that there is none of just that."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.few import SHOWN
from actions.places import AboutOffers, Offering
from introductions.choosing import means_another
from knowledge.matching import Match
from knowledge.own_words import speaks_of
from knowledge.understanding.kind_asked import kinds_asked
from knowledge.understanding.objections import objects


class ShowKind(Offering, AboutOffers):
    """Those of every kind asked for, then those of any; what speaks of the very thing comes first."""

    action = "action_show_kind"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        text = self.people.words_of(turn.id) or ""
        kinds = kinds_asked(text)
        codes, words = {one.code for one in kinds}, [one.words for one in kinds if one.words]
        services = self.deps.directory().services
        found = self.untried(turn, list(self.open_matches(turn).values()))
        having = [one for one in found if codes & set(services[one.service_id].interests)]
        having = self._others(turn, having) if means_another(text) or objects(text) else having
        having.sort(key=lambda one: self._rank(one, codes, words))
        whole = [one for one in having if codes <= set(services[one.service_id].interests)]
        near = whole or having
        fitting = [one for one in near if one.reasons] or near
        best = [replace(one, sure=True) for one in fitting[:SHOWN]]
        if not best:
            out.utter_message(response="utter_no_place_with_that")
            return []
        named = [one for one in words if not any(speaks_of(services[match.service_id], one) for match in best)]
        if named or not whole:
            out.utter_message(response="utter_near_that_kind", words=", ".join(named or words))
        self.show(out, turn, best)
        return []

    def _others(self, turn: Turn, having: list[Match]) -> list[Match]:
        """Without those just shown, where any other is left."""
        shown = {offer.service_id for offer in self.open_offers(turn)}
        return [one for one in having if one.service_id not in shown] or having

    def _rank(self, match: Match, codes: set[str], words: list[str]) -> tuple[int, int]:
        service = self.deps.directory().services[match.service_id]
        spoken = sum(speaks_of(service, one) for one in words)
        return -spoken, -len(codes & set(service.interests))
