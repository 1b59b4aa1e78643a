"""A complaint, kept in the person's own words. Where somebody was hurt or scared, which place it was is asked too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.forms import FormQuestions
from actions.titles import short_titles
from introductions.complaints import named_in, tells_harm
from introductions.states import ENDED

HURT, ELSEWHERE, UNKNOWN = "hurt", "elsewhere", "unknown"
"""The first answer's button; a place that was not among the buttons; one that we could not tell by its name."""
SLOTS = ("complaint_text", "complaint_harm", "complaint_service", "complaint_words", "complaint_number")
MOST_PLACES = 6


class Complaining(Act):
    def sent(self, turn: Turn) -> list[str]:
        """Services that the person was introduced to, newest first."""
        return [one.service_id for one in self.people.of_person(turn.person) if one.sent_at is not None]

    def theirs(self, turn: Turn) -> dict[str, str]:
        """Services that the person has to do with, by the name of who runs them."""
        offered = [offer.service_id for offer in reversed(self.people.offers(turn.person))]
        known = [service_id for service_id in (*self.sent(turn), *offered) if self.run_by(service_id)]
        return {self.run_by(service_id): service_id for service_id in reversed(known)}

    def run_by(self, service_id: str) -> str:
        directory = self.deps.directory()
        service = directory.services.get(service_id)
        return directory.provider_of(service).name if service else ""

    def somewhere(self, text: str, turn: Turn) -> str | None:
        """The service meant by whole names: one of theirs, or the only one of a place that we know."""
        theirs = named_in(text, self.theirs(turn))
        if theirs:
            return theirs
        directory = self.deps.directory()
        provider = named_in(text, {one.name: one.id for one in directory.providers.values()})
        services = directory.services_of(provider) if provider else ()
        return services[0].id if len(services) == 1 else None


class ComplainQuestions(Complaining, FormQuestions):
    """The words; whether somebody was hurt or scared; if so, where. What is told is kept before the next question."""

    action = "validate_complain_form"

    def settle(self, out: CollectingDispatcher, turn: Turn) -> Events:
        slots = self._begun(turn)
        if slots.get("complaint_text") in ("given", HURT):
            self._keep_words(turn, slots)
        if slots.get("complaint_harm") == "yes":
            self._place(turn, slots)
            service_id = slots.get("complaint_service")
            key = f"{self.key(turn)}:harm"
            self.people.complain_of_harm(turn.person, slots["complaint_number"], service_id, key)
        return [SlotSet(name, slots.get(name)) for name in SLOTS if slots.get(name) != turn.slots.get(name)]

    def _begun(self, turn: Turn) -> dict[str, Any]:
        """The slots, with what was told in words of danger, which the dialogue never sees."""
        slots = dict(turn.slots)
        begun = self.people.unfinished_complaint(turn.person)
        if begun is None:
            return slots
        if slots.get("complaint_number") is None:
            if slots.get("complaint_text") == "given":
                self._add(turn, slots | {"complaint_number": begun.number}, self.people.words_of(turn.id) or "")
            slots |= {"complaint_number": begun.number, "complaint_text": slots.get("complaint_text") or "given"}
            slots["complaint_service"] = self.somewhere(begun.text, turn)
        if begun.harm:
            slots["complaint_harm"] = "yes"
        return slots

    def _keep_words(self, turn: Turn, slots: dict[str, Any]) -> None:
        words = self.people.words_of(turn.id) or ""
        if slots.get("complaint_number") is None:
            told = words if slots["complaint_text"] == "given" else ""
            slots["complaint_number"] = self.people.complain(turn.person, told, self.key(turn))
            slots["complaint_service"] = self.somewhere(told, turn)
            if slots["complaint_text"] == HURT or tells_harm(told):
                slots["complaint_harm"] = "yes"
        elif "given" in (slots.get("complaint_service"), slots.get("complaint_words")):
            self._add(turn, slots, words)

    def _add(self, turn: Turn, slots: dict[str, Any], words: str) -> None:
        self.people.add_to_complaint(turn.person, slots["complaint_number"], words, f"{self.key(turn)}:more")

    def _place(self, turn: Turn, slots: dict[str, Any]) -> None:
        asked_in_words = slots.get("complaint_service") == "given" or slots.get("complaint_words") == "given"
        if asked_in_words and slots.get("complaint_service") in ("given", ELSEWHERE):
            slots["complaint_service"] = self.somewhere(self.people.words_of(turn.id) or "", turn) or UNKNOWN

    def open_questions(self, turn: Turn) -> list[str]:
        text, harm = turn.slots.get("complaint_text"), turn.slots.get("complaint_harm")
        if text is None or text == "skipped":
            return ["complaint_text"]
        if harm is None:
            return ["complaint_harm"] if self.sent(turn) else []
        if harm != "yes":
            return []
        words = text == HURT or turn.slots.get("complaint_service") == ELSEWHERE
        return ["complaint_service", *(["complaint_words"] if words else [])]


class AskComplaintService(Complaining):
    """The places that they have to do with, as buttons."""

    action = "action_ask_complaint_service"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        theirs = list(reversed(self.theirs(turn).items()))[:MOST_PLACES]
        titles = short_titles([name for name, _ in theirs])
        buttons = [
            {"title": title, "intent": "inform", "entities": {"answer": service_id}}
            for (_, service_id), title in zip(theirs, titles, strict=True)
        ]
        other = {"title": self.deps.say("utter_title_elsewhere"), "intent": "inform", "entities": {"answer": ELSEWHERE}}
        unsaid = {"title": self.deps.say("utter_title_rather_not"), "intent": "skip", "entities": {}}
        out.utter_message(response="utter_which_place_hurt", buttons=[*buttons, other, unsaid])
        return []


class FinishComplaint(Complaining):
    action = "action_finish_complaint"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        slots = turn.slots
        if slots.get("complaint_number") is not None:
            self.people.finish_complaint(turn.person, slots["complaint_number"])
        if slots.get("complaint_text") == "skipped":
            out.utter_message(response="utter_complaint_left")
        elif slots.get("complaint_harm") == "yes":
            self._harm(out, turn, slots)
        else:
            read = self.deps.somebody_reads and not self.deps.trial
            out.utter_message(response="utter_complaint_kept" if read else "utter_complaint_kept_nobody")
        return [SlotSet(name, None) for name in SLOTS]

    def _harm(self, out: CollectingDispatcher, turn: Turn, slots: Mapping[str, object]) -> None:
        service_id = str(slots.get("complaint_service"))
        provider = self.run_by(service_id)
        back = self.deps.say("utter_title_take_back")
        buttons = [
            {"title": back, "intent": "withdraw", "entities": {"introduction": one.id}}
            for one in self.people.of_person(turn.person)
            if one.service_id == service_id and one.state not in ENDED
        ]
        person = {"title": self.deps.say("utter_meaning_ask_human"), "intent": "ask_human", "entities": {}}
        response = HARM_TOLD[bool(provider), self.people.somebody_leads and not self.deps.trial]
        out.utter_message(response=response, provider=provider, buttons=[*buttons, person])


HARM_TOLD: Mapping[tuple[bool, bool], str] = {
    (True, True): "utter_complaint_harm",
    (True, False): "utter_complaint_harm_nobody",
    (False, True): "utter_complaint_harm_somewhere",
    (False, False): "utter_complaint_harm_somewhere_nobody",
}
"""By whether we know the place, and whether the safeguarding lead hears."""
