"""A question about a place that was just shown, answered from its listing; nothing of it is kept."""

from __future__ import annotations

import re

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.cards import cost, formats, sentence
from actions.deps import Say
from actions.places import AboutOffers
from actions.wording import worded
from introductions.choosing import choose
from introductions.model import Offer
from introductions.states import ENDED
from knowledge.listing import Service
from knowledge.place_answers import answered
from knowledge.understanding.of_place import COST, SIZE, asks_of_place

_SAID = {
    ("constraint.step_free", True): "utter_reason_step_free",
    ("constraint.step_free", False): "utter_place_steps",
    ("constraint.noise_crowds", True): "utter_reason_quiet",
    ("constraint.noise_crowds", False): "utter_caution_noisy",
    ("constraint.women_only", True): "utter_reason_women_only",
    ("constraint.women_only", False): "utter_caution_mixed",
    ("constraint.men_only", True): "utter_reason_men_only",
    ("constraint.men_only", False): "utter_caution_mixed",
    ("constraint.no_groups", True): "utter_format_one_to_one",
    ("constraint.no_groups", False): "utter_format_group_open",
    ("constraint.own_home", True): "utter_reason_from_home",
    ("constraint.own_home", False): "utter_place_in_person",
}
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
        if code is None or not meant:
            out.utter_message(response="utter_cost_of_all" if code == COST else "utter_no_offers_yet")
            return []
        directory = self.deps.directory()
        services = [directory.services[service_id] for service_id in meant]
        lines = dict.fromkeys(place_line(self.deps.say, code, one, directory.provider_of(one).name) for one in services)
        out.utter_message(response="utter_about_places", lines="\n".join(lines))
        return self.spoken_of(turn, meant[0]) if len(meant) == 1 else []

    def _meant(self, turn: Turn, text: str) -> list[str]:
        called, draft = self.called(turn), self.people.current_draft(turn.person)
        if called:
            return called
        if draft is not None:
            return [draft.service_id]
        offers = self.open_offers(turn)
        read = self.read_last(turn, [offer.service_id for offer in offers])
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


def place_line(say: Say, code: str, service: Service, provider: str) -> str:
    """What its listing answers, under the name of the place."""
    return say("utter_place_answer", provider=provider, answer=_answer(say, code, service))


def _answer(say: Say, code: str, service: Service) -> str:
    if code == COST:
        return cost(say, service)
    if code == SIZE:
        return " ".join([*formats(say, service), sentence(service.first_visit)]).strip() or say("utter_place_not_said")
    told = answered(code, service)
    if told is None:
        return say("utter_place_not_said")
    if (code, told) in _SAID:
        return say(_SAID[code, told])
    words = worded(say, code, "")
    return say("utter_reason_adapts", words=words) if told else say("utter_place_cannot", words=words)
