"""Small directories for tests: one provider and one plain service, each field set only where a test speaks of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from knowledge.directory import Directory
from knowledge.listing import Eligibility, Provider, Service, Slot

TODAY = date(2026, 11, 23)
SEWING, COMPANY = "interest.arts_crafts", "support.social_engagement"
TUESDAY_MORNING = Slot(1, "10:00", "12:00")
TUESDAY_EVENING = Slot(1, "18:00", "20:00")


def a_provider(id_: str = "lantern", **fields: Any) -> Provider:
    return Provider(**{"id": id_, "name": id_.title(), "letter_email": f"{id_}@lantern.example"} | fields)


def a_service(id_: str = "circle", **fields: Any) -> Service:
    """A sewing circle that is open to everybody; ``eligibility`` may be given as a dictionary."""
    rule = fields.pop("eligibility", {})
    plain: dict[str, Any] = {
        "id": id_,
        "provider_id": "lantern",
        "name": id_.title(),
        "support": (COMPANY,),
        "interests": (SEWING,),
        "checked": date(2026, 11, 1),
        "eligibility": Eligibility(**rule) if isinstance(rule, dict) else rule,
    }
    return Service(**plain | fields)


def a_directory(*services: Service, providers: tuple[Provider, ...] = (a_provider(),)) -> Directory:
    return Directory.of(providers, services)
