"""Back to what was there before: places shown earlier, the open question, a letter that was taken back."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn
from actions.few import SHOWN
from actions.not_open import why_not_open
from actions.places import Offering
from actions.standing import unseen
from actions.titles import short_titles
from introductions.by_name import shown_before
from introductions.model import Introduction

MOST_NAMED = 8
"""Places to choose among, where it is not clear which is meant."""


class Again(Offering):
    def show_again(self, out: CollectingDispatcher, turn: Turn, service_ids: list[str]) -> bool:
        """Shows those that are still open to the person; whether there were any."""
        found = self.open_matches(turn)
        disliked = self.people.disliked_services(turn.person)
        matches = [found.get(one) or self.plain_match(one) for one in service_ids if one in found or one in disliked]
        if matches:  # asked for by who sees them again, so none is shown with a doubt of ours
            self.show(out, turn, [replace(one, sure=True) for one in matches])
        return bool(matches)


class Repeat(Again):
    """The open question again, or the places shown last."""

    action = "action_repeat"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if turn.form:
            return unseen()
        offers = self.people.offers(turn.person)
        last = [o.service_id for o in offers if offers and o.turn == offers[-1].turn and o.state != "disliked"]
        if not self.show_again(out, turn, last):
            out.utter_message(response="utter_resume_hint")
        return []


class ShowAgain(Again):
    """The places that are meant, as cards with their buttons; where that is not clear, which."""

    action = "action_show_again"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        offers, directory = self.people.offers(turn.person), self.deps.directory()
        tapped = [turn.picked["offer"]] if turn.picked.get("offer") else turn.picked.get("offers")
        if not offers and not tapped:
            out.utter_message(response="utter_no_offers_yet")
            return []
        meant = (
            [str(one) for one in tapped][:SHOWN]
            if tapped
            else shown_before(directory, offers, self.people.words_of(turn.id) or "")
        )
        if not meant:
            names = dict.fromkeys(o.service_id for o in reversed(offers) if o.service_id in directory.services)
            out.utter_message(response="utter_which_again", buttons=self._choices(list(names)[:MOST_NAMED]))
        elif not self.show_again(out, turn, known := [one for one in meant if one in directory.services]):
            why = why_not_open(self, turn, known[0]) if known else None
            place = directory.provider_of(directory.services[known[0]]).name if known else ""
            out.utter_message(response=why or "utter_not_open_now", place=place)
        return []

    def _choices(self, service_ids: list[str]) -> list[dict[str, object]]:
        services = self.deps.directory().services
        titles = short_titles([services[one].name for one in service_ids])
        return [
            {"title": title, "intent": "show_place", "entities": {"offer": one}}
            for one, title in zip(service_ids, titles, strict=True)
        ]


class SendAgain(Repeat):
    """After a letter was taken back its place is offered once more; else "send it again" is "say it again"."""

    action = "action_send_again"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        taken = self._taken_back(turn)
        if turn.form or taken is None:
            return super().act(out, turn)
        out.utter_message(response="utter_send_again")
        if not self.show_again(out, turn, [taken.service_id]):
            out.utter_message(response="utter_not_open_now")
        return []

    def _taken_back(self, turn: Turn) -> Introduction | None:
        """The newest introduction, if its person took it back."""
        newest = next(iter(self.people.of_person(turn.person)), None)
        return newest if newest is not None and newest.is_taken_back else None
