"""Places of the kind that is asked for, or that come to who stays at home; else a plain word that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.few import SHOWN
from actions.fitting import liked_by
from actions.objected import Objected
from actions.places import Offering
from introductions.choosing import means_another
from knowledge.availability import from_home, stays_in
from knowledge.listing import Service
from knowledge.matching import Match
from knowledge.own_words import speaks_of
from knowledge.understanding.kind_asked import kinds_asked
from knowledge.understanding.objections import objects
from knowledge.understanding.reached_at_home import ways_wished


class ShowKind(Offering, Objected):
    """Those of every kind asked for, then those of any; what speaks of the very thing comes first."""

    action = "action_show_kind"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        text = self.people.words_of(turn.id) or ""
        if ways := ways_wished(text):
            self._reaching_home(out, turn, ways)
            return []
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

    def _reaching_home(self, out: CollectingDispatcher, turn: Turn, ways: Sequence[str]) -> None:
        """What comes to who stays at home, or rings them, of what fits them.
        Company for its own sake comes before help that is also given there.
        """
        self.leave_out(out, turn)
        services, facts = self.deps.directory().services, self.facts(turn)
        hoped = {one.code for one in facts if one.polarity == "yes" and (one.code or "").startswith("support.")}
        found = self.untried(turn, liked_by(self.deps, facts, list(self.open_matches(turn).values())))
        reaching = [one for one in found if set(ways) & set(services[one.service_id].formats)]
        reaching = [one for one in reaching if from_home(services[one.service_id])]
        for_them = [one for one in reaching if hoped & set(services[one.service_id].support)] if hoped else reaching
        best = sorted(for_them or reaching, key=lambda one: _goes_out(services[one.service_id]))[:SHOWN]
        if best:
            self.show(out, turn, [replace(one, sure=True) for one in best])
        else:
            out.utter_message(response="utter_no_place_with_that")

    def _others(self, turn: Turn, having: list[Match]) -> list[Match]:
        """Without those just shown, where any other is left."""
        shown = {offer.service_id for offer in self.open_offers(turn)}
        return [one for one in having if one.service_id not in shown] or having

    def _rank(self, match: Match, codes: set[str], words: list[str]) -> tuple[int, int]:
        service = self.deps.directory().services[match.service_id]
        spoken = sum(speaks_of(service, one) for one in words)
        return -spoken, -len(codes & set(service.interests))


def _goes_out(service: Service) -> tuple[bool, bool]:
    """What somebody has to go to, and what is in a group, comes last."""
    return not stays_in(service), "group" in service.formats
