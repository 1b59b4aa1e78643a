"""What to say to a place that is to be met, told warmly and from its listing; what to say at work is not for us."""

from __future__ import annotations

from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.cards import sentence
from actions.meeting import ask_them
from introductions.model import Introduction
from introductions.states import AWAITING_PROVIDER, ENDED, RELAYING
from knowledge.understanding.what_to_say import asks_what_to_say

KEEPS_A_JOB = "support.in_work_support"
WORDS = ("utter_words_before", "utter_words_before_sent", "utter_words_to_meet")
QUIET = ("utter_quiet_before", "utter_quiet_before_sent", "utter_quiet_to_meet")
"""Where no letter went, once one has, and once somebody there said hello."""


class WhatToSay(Act):
    action = "action_what_to_say"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        asked = asks_what_to_say(self.people.words_of(turn.id) or "")
        live = [one for one in self.people.of_person(turn.person) if one.state not in ENDED]
        met = next((one for one in live if one.contact), None)
        helps = next((one for one in live if one.state in RELAYING and self._keeps_jobs(one)), None)
        if asked == "work" or (asked == "meeting" and (helps is not None or met is None)):
            self._at_work(out, turn, helps)
            return []
        before, sent, to_meet = QUIET if asked == "quiet" else WORDS
        if met is None:
            waits = any(one.state in AWAITING_PROVIDER for one in live)
            out.utter_message(response=sent if waits else before)
            return []
        service = self.deps.directory().services.get(met.service_id)
        told = {"contact": met.contact, "provider": self._provider(met), "name": self._name(turn)}
        told["listing"] = sentence(service.first_visit) if service else ""
        buttons: list[dict[str, Any]] = ask_them(self.deps, met, turn.id) if asked == "quiet" else []
        out.utter_message(response=to_meet, buttons=buttons, **told)
        return []

    def _keeps_jobs(self, one: Introduction) -> bool:
        service = self.deps.directory().services.get(one.service_id)
        return service is not None and KEEPS_A_JOB in service.support

    def _provider(self, one: Introduction) -> str:
        provider = self.deps.directory().providers.get(one.provider_id)
        return provider.name if provider else one.provider_id

    def _name(self, turn: Turn) -> str:
        return self.people.person(turn.person).chosen_name or ""

    def _at_work(self, out: CollectingDispatcher, turn: Turn, one: Introduction | None) -> None:
        """The place that has their letter is named, where it helps people to keep a job."""
        if one is None:
            out.utter_message(response="utter_words_at_work")
            return
        buttons = ask_them(self.deps, one, turn.id)
        out.utter_message(response="utter_words_at_work_with", provider=self._provider(one), buttons=buttons)
