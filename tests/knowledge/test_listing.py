from __future__ import annotations

import pytest

from knowledge.listing import Eligibility, Place, Provider, Service, Slot
from knowledge.records import provider_from, record_of, service_from

FULL: dict[str, object] = {
    "id": "s",
    "provider_id": "p",
    "name": "Name",
    "times": ["Thu 11:00-13:00"],
    "interests": ["arts_crafts", "interest.music"],
    "eligibility": {"min_age": "18", "women_only": "yes", "groups": ["constraint.housing", "refugee"]},
    "places": [{"name": "Room", "private": True, "address": "1 Road"}],
    "checked": "2026-11-01",
}


def read(record: dict[str, object]) -> tuple[Service | None, list[tuple[str, str]]]:
    notes: list[tuple[str, str]] = []
    return service_from(record, lambda field, problem: notes.append((field, problem))), notes


@pytest.mark.parametrize("kind", ["jobcentre", "dwp"])
def test_the_jobcentre_and_the_dwp_take_no_introductions_whatever_their_address(kind: str) -> None:
    assert not Provider("p", "P", kind=kind, letter_email="a@b.example").takes_introductions  # type: ignore[arg-type]
    assert Provider("p", "P", kind="council", letter_email="a@b.example").takes_introductions
    assert not Provider("p", "P").takes_introductions


def test_a_private_address_is_never_shown() -> None:
    assert Place("Flat", address="1 Road", private=True).shown_address is None
    assert Place("Hall", address="1 Road").shown_address == "1 Road"


def test_a_record_reads_into_a_service_and_back() -> None:
    service, notes = read(FULL)
    assert notes == []
    assert service is not None
    assert service.times == (Slot(3, "11:00", "13:00"),)
    assert service.interests == ("interest.arts_crafts", "interest.music")
    assert service.eligibility == Eligibility(
        min_age=18, women_only=True, groups=("constraint.housing", "identity.refugee")
    )
    assert read(record_of(service)) == (service, [])


def test_a_public_record_leaves_a_private_address_out() -> None:
    service, _ = read(FULL)
    assert record_of(service, public=True)["places"] == [{"name": "Room", "private": True}]
    assert record_of(service)["places"][0]["address"] == "1 Road"


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("support", ["training", "sorcery"], ("support.training",)),
        ("support", ["interest.music"], ()),
        ("times", ["Thu 13:00-11:00", "Someday", "Fri 09:00-10:00"], (Slot(4, "09:00", "10:00"),)),
        ("capacity", "bursting", "open"),
        ("free", "perhaps", True),
        ("group_size", "-3", None),
        ("group_size", "six", None),
        ("checked", "last week", None),
        ("summary", ["one", "two"], ""),
        ("eligibility", "all", Eligibility()),
    ],
)
def test_an_unreadable_value_is_noted_and_left_at_its_default(field: str, value: object, left: object) -> None:
    service, notes = read({"id": "s", "provider_id": "p", "name": "N", field: value})
    assert getattr(service, field) == left
    assert notes
    assert {name for name, _ in notes} == {field}


def test_unknown_fields_are_noted_and_trailing_spaces_make_no_second_tag() -> None:
    service, notes = read({"id": "s ", "provider_id": "p", "name": " A  name ", "ways_in": ["GP", "GP "], "colour": 1})
    assert service == Service("s", "p", "A name", ways_in=("GP",))
    assert [field for field, _ in notes] == ["colour"]


def test_a_listing_without_its_name_is_no_listing() -> None:
    notes: list[str] = []
    assert provider_from({"id": "p", "name": " "}, lambda field, _: notes.append(field)) is None
    assert notes == ["name"]
