"""The directory as one page of Open Referral UK version 3, which is also a page of HSDS 3.

Their model has no stages, eligibility beyond age, capacity, ways in and so on: each record carries those, in our own
fields, under ``EXTENSION``, which other readers pass over. Ids there are UUIDs, made from ours so that they stay.
A private place appears by name only.
"""

from __future__ import annotations

import json
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from knowledge.directory import Directory
from knowledge.exchange.oruk_read import EXTENSION
from knowledge.listing import Place, Provider, Service, Slot
from knowledge.records import Record, record_of
from knowledge.typology import typology

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def write_oruk(directory: Directory) -> str:
    contents = [_service(service, directory.provider_of(service)) for service in directory.services.values()]
    page = {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }
    return json.dumps(page, ensure_ascii=False, indent=1)


def _uuid(*names: str) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join((EXTENSION, *names))))


def _service(service: Service, provider: Provider) -> Record:
    record: Record = {
        "id": _uuid("service", service.id),
        "name": service.name,
        "description": " ".join(text for text in (service.summary, service.about) if text),
        "status": "temporarily closed" if service.capacity == "closed" else "active",
        "url": provider.website,
        "email": provider.letter_email,
        "minimum_age": service.eligibility.min_age,
        "maximum_age": service.eligibility.max_age,
        "assured_date": service.checked.isoformat() if service.checked else None,
        "organization": _organization(provider),
        "service_areas": [{"id": _uuid("area", service.id, name), "name": name} for name in service.eligibility.areas],
        "service_at_locations": [_at_location(service, place) for place in service.places],
        "schedules": [_schedule(service, slot) for slot in service.times],
        "languages": [{"id": _uuid("language", service.id, tag), "code": tag} for tag in service.languages],
        "cost_options": _costs(service),
        "contacts": [{"id": _uuid("contact", service.id), "name": service.contact_name}]
        if service.contact_name
        else [],
        "attributes": [_attribute(service, code) for code in (*service.support, *service.interests)],
        EXTENSION: record_of(service, public=True),
    }
    return {name: value for name, value in record.items() if value not in (None, "", [])}


def _organization(provider: Provider) -> Record:
    record: Record = {
        "id": _uuid("organization", provider.id),
        "name": provider.name,
        "description": provider.about or provider.name,
        "website": provider.website,
        "email": provider.letter_email,
        EXTENSION: record_of(provider, public=True),
    }
    return {name: value for name, value in record.items() if value}


def _at_location(service: Service, place: Place) -> Record:
    location: Record = {
        "id": _uuid("location", service.provider_id, place.name),
        "location_type": "physical",
        "name": place.name,
    }
    if place.shown_address:
        location["addresses"] = [
            {
                "id": _uuid("address", service.provider_id, place.name),
                "address_1": place.shown_address,
                "city": place.area or "London",
                "state_province": "London",
                "postal_code": place.district,
                "country": "GB",
                "address_type": "physical",
            }
        ]
    return {"id": _uuid("at", service.id, place.name), "location": location}


def _schedule(service: Service, slot: Slot) -> Record:
    return {
        "id": _uuid("schedule", service.id, str(slot.day), slot.start, slot.end),
        "freq": "WEEKLY",
        "byday": _DAYS[slot.day],
        "opens_at": slot.start,
        "closes_at": slot.end,
        "description": service.times_words,
    }


def _costs(service: Service) -> list[Record]:
    if service.free:
        return [{"id": _uuid("cost", service.id), "amount": 0, "amount_description": service.cost}]
    return [{"id": _uuid("cost", service.id), "amount_description": service.cost}] if service.cost else []


def _attribute(service: Service, code: str) -> Record:
    term: dict[str, Any] = {"id": _uuid("term", code), "code": code, "name": typology().label(code)}
    return {"id": _uuid("attribute", service.id, code), "link_type": "service", "taxonomy_term": term}
