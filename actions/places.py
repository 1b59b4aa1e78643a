"""What actions about places share: the cards of some, and which one is meant."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.cards import card
from actions.wording import hopes_of
from introductions.choosing import choose, means_another
from introductions.model import Offer
from knowledge.matching import Match


class Offering(Act):
    """Shows up to three places and remembers which were shown."""

    def show(self, out: CollectingDispatcher, turn: Turn, matches: list[Match]) -> None:
        directory, hopes = self.deps.directory(), hopes_of(self.deps.say, self.facts(turn))
        self.people.offer(turn.person, [m.service_id for m in matches], turn=turn.id, key=self.key(turn))
        if not any(match.sure for match in matches):
            out.utter_message(response="utter_less_sure_of_these")
            matches = [replace(match, sure=True) for match in matches]
        for match in matches:
            service = directory.services[match.service_id]
            out.utter_message(
                response="utter_offer",
                buttons=self._buttons(match.service_id),
                **card(self.deps.say, match, service, directory.provider_of(service), hopes),
            )
        sample = any(directory.provider_of(directory.services[m.service_id]).sample for m in matches)
        out.utter_message(response="utter_offer_more_choices_sample" if sample else "utter_offer_more_choices")

    def _buttons(self, service_id: str) -> list[dict[str, object]]:
        choices = (("want_introduction", "introduce"), ("tell_more", "more"), ("decline_match", "drop"))
        return [
            {"title": self.deps.say(f"utter_title_{title}"), "intent": intent, "entities": {"offer": service_id}}
            for intent, title in choices
        ]


class AboutOffers(Act):
    """What actions on the places shown last share."""

    def open_offers(self, turn: Turn) -> list[Offer]:
        """The places of the last showing that are still open, newest three."""
        offers = [offer for offer in self.people.offers(turn.person) if offer.state == "offered"]
        latest = offers[-1].turn if offers else None
        shown = [offer for offer in offers if offer.turn == latest]
        tapped = turn.picked.get("offer") or turn.slots.get("wanted_offer")
        return shown + [offer for offer in offers if offer.service_id == tapped and offer.turn != latest]

    def named(self, offers: list[Offer]) -> dict[str, str]:
        """The services' ids by all that a card says of what they are."""
        services = self.deps.directory().services
        directory = self.deps.directory()
        return {
            f"{directory.provider_of(services[o.service_id]).name} {services[o.service_id].name} "
            f"{services[o.service_id].summary}": o.service_id
            for o in offers
        }

    def short(self, service_id: str) -> str:
        directory = self.deps.directory()
        return directory.provider_of(directory.services[service_id]).name[:LONGEST_TITLE].rstrip()


class OfferAct(AboutOffers):
    """An action about one offered place: the one tapped, the one named, the only one, or the one just read about;
    else it asks which.

    ``do`` gets the service's id; the slot ``offer_step`` tells the rules how it went.
    """

    intent = ""
    which = ""
    of_the_one_read = True
    """Whether it means the place that was read about last, where no other is named."""

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if not self.open_offers(turn):
            out.utter_message(response="utter_no_offers_yet")
            return [SlotSet("offer_step", "none_shown")]
        service_id = self.chosen(out, turn)
        if service_id is None:
            return [SlotSet("offer_step", "asked")]
        return [SlotSet("offer_step", "chosen"), *self.do(out, turn, service_id)]

    @abstractmethod
    def do(self, out: CollectingDispatcher, turn: Turn, service_id: str) -> Events: ...

    def chosen(self, out: CollectingDispatcher, turn: Turn) -> str | None:
        """The service's id, or None after asking which."""
        offers = self.open_offers(turn)
        tapped = turn.picked.get("offer") or turn.slots.get("wanted_offer")
        if tapped in {offer.service_id for offer in offers}:
            return str(tapped)
        named, words = self.named(offers), self.people.words_of(turn.id) or ""
        found = choose(words, named)
        if found is None and self.of_the_one_read and not means_another(words):
            found = next((o.service_id for o in offers if o.service_id == turn.slots.get("told_offer")), None)
        if found is None:
            buttons = [
                {"title": self.short(service_id), "intent": self.intent, "entities": {"offer": service_id}}
                for service_id in named.values()
            ]
            out.utter_message(response=self.which, buttons=buttons)
        return found


LONGEST_TITLE = 24
"""Characters a list row's title may have on the tightest channel (WhatsApp)."""
