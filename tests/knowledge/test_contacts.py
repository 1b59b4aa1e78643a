from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest
import yaml

from knowledge.contacts import all_contacts, all_kinds, contacts_for

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
MONDAY_NIGHT = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
SUNDAY_NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOURS = (MONDAY_NOON, MONDAY_NIGHT, SUNDAY_NOON)
AGES = (None, 12, 17, 18, 40)
KINDS = (
    "suicide",
    "self_harm",
    "violence",
    "control",
    "child_risk",
    "harm_others",
    "medical",
    "exploitation",
    "no_food",
    "no_shelter",
)
CRAVINGS = ("drink", "drugs")


def words(kind: str, age: int | None = 40, area: str = "Lambeth", at: datetime = MONDAY_NOON) -> list[str]:
    return [contact.words for contact in contacts_for([kind], age=age, area=area, at=at)]


def test_every_kind_of_danger_has_its_contacts() -> None:
    assert all_kinds() == {*KINDS, *CRAVINGS}


@pytest.mark.parametrize(
    ("kind", "age", "area", "at"), list(product((*KINDS, *CRAVINGS), AGES, ("Lambeth", "Hackney"), HOURS))
)
def test_whatever_the_kind_age_area_and_hour_somebody_open_is_named(
    kind: str, age: int | None, area: str, at: datetime
) -> None:
    found = contacts_for([kind], age=age, area=area, at=at)
    assert 1 <= len(found) <= 6
    assert all(contact.open_at(at) and contact.admits(age) and contact.serves(area) for contact in found)
    assert len({contact.words for contact in found}) == len(found)


CELLS = [
    ("suicide", 40, "Lambeth", MONDAY_NIGHT, ["emergency", "samaritans", "mental_health", "shout"]),
    ("suicide", 15, "Lambeth", MONDAY_NIGHT, ["emergency", "childline", "samaritans", "mental_health", "shout"]),
    ("suicide", None, "Lambeth", MONDAY_NIGHT, ["emergency", "samaritans", "mental_health", "shout", "childline"]),
    ("self_harm", 17, "Lambeth", MONDAY_NOON, ["childline", "samaritans", "mental_health", "shout", "emergency"]),
    ("violence", 40, "Lambeth", MONDAY_NOON, ["emergency", "silent_emergency", "domestic_abuse", "gaia", "men"]),
    ("violence", 40, "Lambeth", MONDAY_NIGHT, ["emergency", "silent_emergency", "domestic_abuse"]),
    ("violence", 40, "Hackney", MONDAY_NOON, ["emergency", "silent_emergency", "domestic_abuse", "men"]),
    ("violence", 12, "Lambeth", MONDAY_NIGHT, ["emergency", "silent_emergency", "childline"]),
    ("control", 30, "Brixton", MONDAY_NOON, ["domestic_abuse", "gaia", "men", "silent_emergency", "emergency"]),
    ("child_risk", 40, "Lambeth", MONDAY_NOON, ["emergency", "nspcc"]),
    ("child_risk", 40, "Lambeth", MONDAY_NIGHT, ["emergency"]),
    ("child_risk", 15, "Lambeth", MONDAY_NIGHT, ["emergency", "childline"]),
    ("harm_others", 40, "Lambeth", MONDAY_NIGHT, ["emergency", "mental_health", "samaritans"]),
    ("harm_others", 40, "Lambeth", MONDAY_NOON, ["emergency", "mental_health", "respect", "samaritans"]),
    ("medical", 40, "Lambeth", SUNDAY_NOON, ["emergency", "relay"]),
    ("exploitation", 40, "Lambeth", SUNDAY_NOON, ["exploitation", "emergency", "silent_emergency"]),
    ("exploitation", 40, "Lambeth", MONDAY_NIGHT, ["emergency", "silent_emergency"]),
    ("no_food", 40, "Lambeth", MONDAY_NOON, ["food", "food_bank"]),
    ("no_food", 40, "Lambeth", SUNDAY_NOON, ["food_bank"]),
    ("no_food", 16, "Lambeth", MONDAY_NOON, ["childline", "food_bank"]),
    ("no_shelter", 40, "Lambeth", MONDAY_NOON, ["shelter", "council_tonight", "streetlink", "emergency"]),
    ("no_shelter", 40, "Lambeth", MONDAY_NIGHT, ["council_tonight", "streetlink", "emergency"]),
    ("no_shelter", 17, "Lambeth", MONDAY_NIGHT, ["childline", "council_tonight", "emergency"]),
    ("drink", 40, "Lambeth", MONDAY_NOON, ["aa", "drinkline", "samaritans"]),
    ("drink", 40, "Lambeth", MONDAY_NIGHT, ["aa", "samaritans"]),
    ("drugs", 40, "Lambeth", SUNDAY_NOON, ["na", "frank", "samaritans"]),
    ("no_shelter", 40, "Hackney", MONDAY_NIGHT, ["streetlink", "emergency"]),
]


@pytest.mark.parametrize(("kind", "age", "area", "at", "expected"), CELLS)
def test_the_right_lines_come_in_the_order_of_use(
    kind: str, age: int | None, area: str, at: datetime, expected: list[str]
) -> None:
    assert words(kind, age, area, at) == expected


def test_hours_are_read_on_the_clocks_of_london_in_summer_too() -> None:
    half_past_eight_in_london = datetime(2026, 6, 1, 7, 30, tzinfo=UTC)
    assert "nspcc" in words("child_risk", at=half_past_eight_in_london)
    assert "nspcc" not in words("child_risk", at=datetime(2026, 6, 1, 6, 59, tzinfo=UTC))


def test_a_line_closes_at_the_minute_it_says() -> None:
    assert "nspcc" in words("child_risk", at=datetime(2026, 11, 23, 21, 59, tzinfo=UTC))
    assert "nspcc" not in words("child_risk", at=datetime(2026, 11, 23, 22, 0, tzinfo=UTC))


def test_several_kinds_share_one_list_without_repeats() -> None:
    found = contacts_for(["violence", "suicide"], age=40, area="Lambeth", at=MONDAY_NIGHT)
    named = [contact.words for contact in found]
    assert named[0] == "emergency"
    assert len(named) == len(set(named))
    assert {"silent_emergency", "samaritans"} <= set(named)


def test_a_time_without_a_zone_and_a_strange_kind_are_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        contacts_for(["suicide"], age=None, area="Lambeth", at=datetime(2026, 11, 23, 12, 0))  # noqa: DTZ001
    with pytest.raises(KeyError, match="boredom"):
        contacts_for(["boredom"], age=None, area="Lambeth", at=MONDAY_NOON)


def test_every_line_says_when_and_where_it_was_checked_and_has_its_copy() -> None:
    copy = Path(__file__).parents[2] / "bot" / "dialogues" / "copy" / "contacts.yml"
    written = yaml.safe_load(copy.read_text(encoding="utf-8"))["responses"]
    assert {f"utter_contact_{contact.words}" for contact in all_contacts()} == set(written)
    for contact in all_contacts():
        assert contact.checked == date(2026, 11, 1)
        assert contact.source


def test_the_number_for_rights_at_work_in_our_lines_is_the_listed_one() -> None:
    root = Path(__file__).parents[2]
    listed = yaml.safe_load((root / "knowledge/data/contacts.yaml").read_text(encoding="utf-8"))["advice"]
    for room, line in (("kindness", "utter_kind_rights"), ("worries", "utter_rights_at_work")):
        copy = yaml.safe_load((root / f"bot/dialogues/copy/{room}.yml").read_text(encoding="utf-8"))["responses"]
        assert listed[0]["number"] in copy[line][0]["text"]
