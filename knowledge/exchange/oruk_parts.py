"""The parts of an Open Referral record that are lists: places, times, costs, languages, areas. Versions 1 and 3."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from knowledge.exchange.clean import Warn, words_of
from knowledge.geography import gazetteer
from knowledge.language.weekdays import DAYS
from knowledge.records import Record, plain_text

Json = Mapping[str, Any]

_ICAL = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(?:\d[A-Z]{2})?\b")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LANGUAGES: Mapping[str, str] = {
    "english": "en",
    "portuguese": "pt",
    "spanish": "es",
    "french": "fr",
    "polish": "pl",
    "somali": "so",
    "arabic": "ar",
    "italian": "it",
    "yoruba": "yo",
    "tigrinya": "ti",
    "amharic": "am",
    "bengali": "bn",
    "urdu": "ur",
    "farsi": "fa",
    "turkish": "tr",
    "british sign language": "bfi",
    "bsl": "bfi",
}
_FORMATS: Mapping[str, str] = {
    "online": "online",
    "video": "online",
    "phone": "phone",
    "telephone": "phone",
    "home": "outreach",
}


def parts(record: Json, *names: str) -> list[Json]:
    """The records under the first of these names that holds any; versions name the same list differently."""
    for name in names:
        value = record.get(name)
        found = [value] if isinstance(value, Mapping) else value if isinstance(value, list) else []
        if records := [item for item in found if isinstance(item, Mapping)]:
            return records
    return []


def places_of(record: Json, warn: Warn) -> list[Record]:
    return [
        place
        for link in parts(record, "service_at_locations")
        for location in parts(link, "location")
        if (place := _place(location, warn))
    ]


def _place(location: Json, warn: Warn) -> Record:
    addresses = parts(location, "addresses", "physical_addresses")
    lines = [plain_text(addresses[0].get(name) or "") for name in ("address_1", "city")] if addresses else []
    address = words_of(", ".join(line.strip(" ,") for line in lines if line.strip(" ,")), "address", warn)
    postcode = _POSTCODE.search(str(addresses[0].get("postal_code") or "").upper()) if addresses else None
    name = words_of(location.get("name"), "location", warn) or address
    place: Record = {"name": name, "address": address or None, "district": postcode[1] if postcode else ""}
    return {key: value for key, value in place.items() if value} if name else {}


def times_of(record: Json, warn: Warn) -> list[str]:
    """Weekly times with a day and both hours; anything looser stays in words (``times_words_of``)."""
    schedules = parts(record, "schedules", "regular_schedules")
    for link in parts(record, "service_at_locations"):
        schedules = schedules + parts(link, "schedules", "regular_schedule")
    return list(dict.fromkeys(time for schedule in schedules for time in _weekly(schedule, warn)))


def _weekly(schedule: Json, warn: Warn) -> Iterator[str]:
    opens, closes = (_CLOCK.match(str(schedule.get(name) or "")) for name in ("opens_at", "closes_at"))
    days = re.split(r"[,\s]+", str(schedule.get("byday") or schedule.get("weekday") or "").upper().strip())
    if not any(days) or not opens or not closes or str(schedule.get("freq") or "WEEKLY").upper() != "WEEKLY":
        return
    for day in days:
        if day[:2] in _ICAL and day.isalpha():
            yield f"{DAYS[_ICAL[day[:2]]]} {opens[0]}-{closes[0]}"
        else:
            warn("schedules", f"names the day {day[:12]!r}, which no week has; it was left out")


def times_words_of(record: Json, warn: Warn) -> str:
    texts = (schedule.get("description") for schedule in parts(record, "schedules", "regular_schedules"))
    return next((words_of(text, "schedules", warn)[:200] for text in texts if text), "")


def cost_of(record: Json, warn: Warn) -> Record:
    """Nothing said of costs is not the same as free: ``free`` is then false and ``cost`` empty."""
    options = parts(record, "cost_options")
    fees = words_of(record.get("fees"), "fees", warn)
    said = [text for option in options if (text := _cost(option, warn))] or ([fees] if fees else [])
    amounts = [option.get("amount") for option in options]
    free = (bool(options) and all(_zero(amount) for amount in amounts)) or fees.casefold() in (
        "free",
        "none",
        "no charge",
    )
    return {"free": free, "cost": "; ".join(said) or ("Free" if free else "")}


def _zero(amount: Any) -> bool:
    return isinstance(amount, (int, float)) and not amount


def _cost(option: Json, warn: Warn) -> str:
    amount = option.get("amount")
    money = f"£{amount:g}" if isinstance(amount, (int, float)) and amount else ""
    words = (words_of(option.get(name), "cost_options", warn) for name in ("amount_description", "option"))
    return " ".join(text for text in (money, *words) if text)


def languages_of(record: Json, warn: Warn) -> list[str]:
    """BCP 47 tags; English where a feed says nothing, as British feeds do."""
    found = []
    for item in parts(record, "languages"):
        said = plain_text(item.get("code") or item.get("name") or item.get("language") or "").casefold()
        if tag := _LANGUAGES.get(said) or (said if _TAG.fullmatch(said) and len(said) <= len("xxx-xxxx") else ""):
            found.append(tag)
        elif said:
            warn("languages", "names a language that has no tag here; it was left out")
    return found or ["en"]


def areas_of(record: Json, warn: Warn) -> list[str]:
    """Only names that we can place: a sentence about areas must not shut people out by being misread."""
    known = gazetteer()
    said = [plain_text(a.get("name") or a.get("service_area") or "") for a in parts(record, "service_areas")]
    names = [name for name in said if name]
    if any(name.casefold() in known.everywhere for name in names):
        return []
    if any(name.casefold() not in {*known.boroughs, *known.neighbourhoods} for name in names):
        warn("service_areas", "names an area that is not known here; it shuts nobody out")
        return []
    return names


def formats_of(record: Json) -> list[str]:
    texts: Iterable[Any] = (
        record.get("attending_type"),
        *(schedule.get("attending_type") for schedule in parts(record, "schedules")),
        *(delivery.get("service_delivery") for delivery in parts(record, "service_deliverys")),
    )
    words = set(re.findall(r"[a-z]+", " ".join(str(text or "") for text in texts).casefold()))
    return list(dict.fromkeys(form for word, form in _FORMATS.items() if word in words))
