"""The start of a session: slots, form and question rebuilt from the database, so that a restart loses no place."""

from __future__ import annotations

import asyncio
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecuted, ActiveLoop, SessionStarted, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, projected


class SessionStart(Act):
    action = "action_session_start"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        return await asyncio.to_thread(self._rebuilt, tracker.sender_id)

    def _rebuilt(self, person_id: str) -> Events:
        self.people.ensure_person(person_id, wrote=False)
        position = self.deps.position(person_id)
        loop = [ActiveLoop(position.form), SlotSet("requested_slot", position.slot)] if position.form else []
        return [SessionStarted(), *projected(self.people.facts(person_id)), *loop, ActionExecuted("action_listen")]
