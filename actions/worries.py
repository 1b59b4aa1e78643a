"""Fears that want a plain answer: a bad day, whether this is real, the sack."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn, form_of, projected
from actions.looking import ALL, look
from actions.places import Offering
from introductions.model import Heard
from introductions.states import RELAYING
from knowledge.listing import Service

KEEP_A_JOB = "support.in_work_support"
_IN_WORK = "stage.in_work"
SHOWN = 2


def _is_of_rights(service: Service) -> bool:
    return bool({"right", "rights"} & set(f"{service.name} {service.summary}".casefold().replace(".", "").split()))


class BadDay(Act):
    """A visit can be moved; where a place takes words of theirs, how to tell it."""

    action = "action_bad_day"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        live = next((one for one in self.people.of_person(turn.person) if one.state in RELAYING), None)
        provider = self.deps.directory().providers.get(live.provider_id) if live else None
        if live is None:
            out.utter_message(response="utter_bad_day")
        else:
            name = provider.name if provider else live.provider_id
            out.utter_message(response="utter_bad_day_tell_them", provider=name)
        return []


class IsReal(Act):
    action = "action_is_real"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        out.utter_message(response="utter_real", **self.deps.about)
        return []


class RightsAtWork(Offering):
    """Who fears for their job wants help to keep it: that is kept as a wish, and where no question is open such places
    are shown.
    """

    action = "action_rights_at_work"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        out.utter_message(response="utter_rights_at_work")
        person = self.people.person(turn.person)
        if person.keep == "none":
            return []
        told = [Heard("concept", code, code, "yes", "") for code in (KEEP_A_JOB, _IN_WORK)]
        self.people.remember(turn.person, told, turn=turn.id, key=self.key(turn))
        facts, offers = self.facts(turn), self.people.offers(turn.person)
        draft = self.people.current_draft(turn.person)
        if not (turn.form or form_of(self.deps, turn.person, facts, offers, draft)):
            services = self.deps.directory().services
            found = look(self.deps, turn.person, facts, limit=ALL).matches
            keeping = [one for one in found if KEEP_A_JOB in services[one.service_id].support]
            keeping.sort(key=lambda one: not _is_of_rights(services[one.service_id]))
            if keeping:
                out.utter_message(response="utter_rights_at_work_places")
                self.show(out, turn, keeping[:SHOWN])
        return projected(facts)
