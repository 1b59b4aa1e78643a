"""Who would rather not walk in alone: who meets them there, as the listing says, and the line that asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, Turn, projected
from actions.meant_places import AboutMeant
from introductions.model import Draft, Heard, Introduction
from introductions.states import ENDED
from introductions.templates import phrases
from introductions.tried import shown_since
from knowledge.first_visit import can_be_met, who_meets
from knowledge.understanding.not_alone import GOING_ALONE, asked_to_come, going_alone

_FIRST_TIME = re.compile(r"\b(?:(?:for|on) )?(?:the |my )?(?:very )?first (?:time|visit|day|go)\b", re.IGNORECASE)
"""Says of no place that it is the first."""


class WantsCompany(AboutMeant):
    """Kept as a need, so that places are looked for where somebody meets them and every letter asks for it; a person
    sees the line before it goes.
    """

    action = "action_wants_company"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        text = self.people.words_of(turn.id) or ""
        if asked_to_come(text):
            out.utter_message(response="utter_company_not_me")
        if self.people.person(turn.person).keep == "none":
            out.utter_message(response="utter_company_later")
            return []
        told = going_alone(text)
        need = Heard("concept", GOING_ALONE, GOING_ALONE, "yes", told.words if told else "")
        self.people.remember(turn.person, [need], turn=turn.id, key=self.key(turn))
        draft, live = self._with_the_line(turn), self._live(turn)
        if draft is None and live:
            ask = {"title": self.deps.say("utter_title_ask_to_meet"), "intent": "say_to_place"}
            buttons = [{**ask, "entities": {"introduction": live[0].id}}]
            provider = self._name(live[0].service_id)
            out.utter_message(response="utter_company_ask_them", provider=provider, buttons=buttons)
        else:
            out.utter_message(response="utter_company_said", lines="\n".join(self._lines(turn, text, draft)))
        return projected(self.facts(turn))

    def _lines(self, turn: Turn, text: str, draft: Draft | None) -> Iterable[str]:
        """What each place that is meant says of it, and what a letter does for them."""
        say, services = self.deps.say, self.deps.directory().services
        meant = [draft.service_id] if draft is not None else self.meant(turn, _FIRST_TIME.sub("", text))
        told = [line for one in meant if one in services and (line := self._of(one))]
        if draft is not None:
            who = draft.fields["who_comes"].text
            last = say("utter_company_in_letter" if who == phrases()["met"] else "utter_company_comes")
        elif meant:
            last = say("utter_company_asked_for" if told else "utter_company_unknown")
        else:
            last = say("utter_company_noted")
        return dict.fromkeys([*told, last])

    def _with_the_line(self, turn: Turn) -> Draft | None:
        """The letter in hand, with the line that asks for it, though it was taken out before; where somebody of theirs
        comes along, as it says.
        """
        draft = self.people.fresh_draft(turn.person)
        service = self.deps.directory().services.get(draft.service_id) if draft is not None else None
        if draft is None or service is None or draft.fields["who_comes"].on or not can_be_met(service):
            return draft
        return self.people.edit_line(draft.id, "who_comes", str(phrases()["met"]), f"{self.key(turn)}:line")

    def _of(self, service_id: str) -> str:
        """What the place says of it; empty where it says nothing."""
        service = self.deps.directory().services[service_id]
        answer = who_meets(service) if can_be_met(service) else self.deps.say("utter_company_no_door")
        said = self.deps.say("utter_company_place", provider=self._name(service_id), answer=answer)
        return said if answer else ""

    def _live(self, turn: Turn) -> list[Introduction]:
        """Of a letter that went the place is asked, unless others are looked at since."""
        services, offers = self.deps.directory().services, self.people.offers(turn.person)
        mine = [one for one in self.people.of_person(turn.person) if one.service_id in services]
        live = [one for one in mine if one.state not in ENDED and self.people.line(one.id) == "open"]
        return [] if any(shown_since(offers, one) for one in live) else live

    def _name(self, service_id: str) -> str:
        directory = self.deps.directory()
        return directory.provider_of(directory.services[service_id]).name
