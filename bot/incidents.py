"""A leak at a provider, with the words for people that stand in the copy files; for ``nwd incident``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.copy import Copy
from bot.house import House


def open_incident(house: House, provider_id: str, since: datetime, *, by: str) -> dict[str, Any]:
    """Contain it, and draft what each person is told. Raises NotFound for an unknown provider."""
    copy, operator = Copy(), house.settings.operator

    def draft(provider: str, exposed: Mapping[str, Any]) -> str:
        shown = [copy.text(f"utter_letter_line_{field}") for field in (*exposed["mail"], *exposed["page"])]
        relayed = copy.text("utter_incident_relayed") if exposed["relayed"] else ""
        words = copy.text("utter_incident_draft", provider=provider, lines=", ".join(shown), operator=operator)
        ends = copy.text("utter_incident_ended" if exposed["ended"] else "utter_incident_stands")
        return " ".join(filter(None, (words, relayed, ends)))

    return house.introductions.open_incident(provider_id, since, by=by, draft=draft)
