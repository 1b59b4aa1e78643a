"""What somebody feels just now is met first: a craving, being flat after a no, nerves before a visit."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.cards import sentence
from actions.few import SHOWN
from actions.places import Offering
from introductions.model import Introduction
from introductions.states import ENDED
from knowledge.contacts import contacts_for
from knowledge.understanding.cravings import says_good_night
from knowledge.understanding.hard_moments import nervous_too
from knowledge.understanding.sober import ADDICTION, of_drugs, sober_time

RANG = 2
"""Lines that are named at most: two are soon rung, six are a list."""


class Craving(Act):
    """How long they are sober is honoured, as they said it; then who answers at this hour. Nothing goes to a place."""

    action = "action_craving"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        told = [one.words for one in self.facts(turn) if one.code == ADDICTION and one.polarity != "no"]
        said = [self.people.words_of(turn.id) or "", *reversed(told)]
        kinds = ["drugs" if of_drugs(said[0]) or (told and of_drugs(" ".join(told))) else "drink"]
        area = str(self.deps.about.get("area", ""))
        found = contacts_for(kinds, age=None, area=area, at=self.deps.clock.now())[:RANG]
        lines = [self.deps.say(f"utter_contact_{one.words}", name=one.name, number=one.number) for one in found]
        sober = next(filter(None, map(sober_time, said)), "")
        response = "utter_craving_sober" if sober else "utter_craving"
        out.utter_message(response=response, sober=sober, lines="\n".join(lines))
        return []


class LeftIt(Act):
    action = "action_left_it"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        late = says_good_night(self.people.words_of(turn.id) or "")
        out.utter_message(response="utter_left_it_good_night" if late else "utter_left_it")
        return []


class CravingPlace(Offering):
    """Places that know of drink and drugs, among those that are open to the person."""

    action = "action_craving_place"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        services = self.deps.directory().services
        found = self.untried(turn, list(self.open_matches(turn).values()))
        know = [replace(one, sure=True) for one in found if _knows(services[one.service_id].specialism)]
        if know:
            self.show(out, turn, know[:SHOWN])
        else:
            out.utter_message(response="utter_no_place_with_that")
        return []


def _knows(specialism: tuple[str, ...]) -> bool:
    return bool(specialism) and specialism[0].removeprefix("health.") == "addiction"


class Disheartened(Act):
    """Nobody is met twice in the same words."""

    action = "action_disheartened"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        said = list(turn.slots.get("kind_said") or ())
        out.utter_message(response="utter_disheartened_again" if LOW in said else LOW)
        return [SlotSet("kind_said", list(dict.fromkeys((*said, LOW))))]


LOW = "utter_disheartened"


class OfHello(Act):
    """Of a place that said hello: what it wrote, and how a first time there goes."""

    def hello(self, turn: Turn) -> Introduction | None:
        services = self.deps.directory().services
        mine = self.people.of_person(turn.person)
        return next(
            (one for one in mine if one.contact and one.state not in ENDED and one.service_id in services), None
        )

    def comfort(self, out: CollectingDispatcher, one: Introduction) -> None:
        """The first step as the place wrote it, else as its listing has it."""
        service = self.deps.directory().services[one.service_id]
        first = sentence(one.first_step or "") or sentence(service.first_visit)
        provider = self.deps.directory().provider_of(service).name
        out.utter_message(response="utter_nervous_of_visit", contact=one.contact, provider=provider, first=first)


class Nervous(OfHello):
    action = "action_nervous"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        one = self.hello(turn)
        if one is None:
            out.utter_message(response="utter_nervous")
        else:
            self.comfort(out, one)
        return []


class TheyWrote(OfHello):
    """Whether a hello is from whom it says."""

    action = "action_they_wrote"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        one = self.hello(turn)
        if one is None:
            out.utter_message(response="utter_nobody_wrote_yet")
            return []
        provider = self.deps.directory().provider_of(self.deps.directory().services[one.service_id]).name
        out.utter_message(response="utter_they_wrote", contact=one.contact, provider=provider)
        if nervous_too(self.people.words_of(turn.id) or ""):
            self.comfort(out, one)
        return []
