"""The public directory: everything is found, nothing private is shown, and the sample says that it is one."""

from __future__ import annotations

from datetime import date
from html import unescape

import httpx
import pytest

from bot.web.places import KINDS, groups, is_old, who_may_come
from knowledge.directory import Directory
from knowledge.listing import Eligibility, Place, Provider, Service
from knowledge.sample import load_sample
from knowledge.typology import typology
from tests.bot.web.house import House


def test_every_kind_of_support_has_plain_words() -> None:
    assert {f"support.{code}" for code, _ in KINDS} == set(typology().group("support"))


def test_every_open_service_stands_in_the_list_once() -> None:
    directory = load_sample()
    listed = [entry.service.id for group in groups(directory) for entry in group.entries]
    assert sorted(listed) == sorted(s.id for s in directory.services.values() if s.capacity != "closed")


def test_each_page_opens_and_no_private_address_is_on_any(client: httpx.Client, house: House) -> None:
    hidden = [p.address for s in house.directory.services.values() for p in s.places if p.private and p.address]
    assert hidden
    pages = [client.get("/places")] + [client.get(f"/places/{service}") for service in house.directory.services]
    assert {page.status_code for page in pages} == {200}
    everything = unescape("".join(page.text for page in pages))
    assert [address for address in hidden if address in everything] == []


def test_the_sample_says_that_it_is_invented(client: httpx.Client) -> None:
    assert "These places are invented" in client.get("/places").text
    assert "This place is invented" in client.get("/places/thread-kettle-circle").text


def test_no_page_shows_where_letters_go(client: httpx.Client, house: House) -> None:
    mails = [p.letter_email for p in house.directory.providers.values() if p.letter_email]
    everything = "".join(client.get(f"/places/{service}").text for service in house.directory.services)
    assert [mail for mail in mails if mail in everything] == []


@pytest.mark.parametrize(
    ("words", "found"), [("sewing thursday", "Thursday sewing circle"), ("BRIXTON", "Thursday sewing circle")]
)
def test_search_finds_what_fits_every_word(client: httpx.Client, words: str, found: str) -> None:
    assert found in client.get("/places", params={"q": words}).text


def test_search_that_finds_nothing_says_what_to_do(client: httpx.Client) -> None:
    page = client.get("/places", params={"q": "<b>zzz</b>"}).text
    assert "Try fewer of them" in page
    assert "<b>zzz" not in page


def test_a_kind_shows_every_service_of_that_kind() -> None:
    directory = load_sample()
    (group,) = groups(directory, kind="training")
    expected = {s.id for s in directory.services.values() if "support.training" in s.support and s.capacity != "closed"}
    assert {entry.service.id for entry in group.entries} == expected


def test_an_unknown_place_says_so(client: httpx.Client) -> None:
    page = client.get("/places/nowhere")
    assert page.status_code == 404
    assert "We do not know this place" in page.text


def test_a_private_place_names_its_area_alone() -> None:
    place = Place("The house", address="1 Quiet Close", area="Brixton", private=True)
    service = Service("s", "p", "Rest", support=("support.social_engagement",), places=(place,))
    (group,) = groups(Directory.of([Provider("p", "P")], [service]))
    assert group.entries[0].where == "Brixton"


@pytest.mark.parametrize(("checked", "old"), [(None, True), (date(2026, 8, 1), True), (date(2026, 10, 1), False)])
def test_a_listing_unchecked_for_ninety_days_is_old(checked: date | None, old: bool) -> None:
    assert is_old(Service("s", "p", "Rest", checked=checked), date(2026, 11, 2)) is old


def test_what_closes_a_service_is_said_in_plain_words() -> None:
    rules = Eligibility(
        min_age=16, max_age=25, women_only=True, districts=("SE5 8",), needs_diagnosis=True, right_to_work=True
    )
    assert who_may_come(Service("s", "p", "Rest", eligibility=rules)) == [
        "people aged 16 to 25",
        "women only",
        "people who live in SE5 8",
        "they ask for a doctor’s diagnosis",
        "they ask for the right to work in the UK",
    ]
    assert who_may_come(Service("s", "p", "Rest")) == []


def test_an_address_that_is_none_leads_somebody_on_and_programs_get_a_plain_word(client: httpx.Client) -> None:
    page = client.get("/nowhere", headers={"Accept": "text/html,*/*"})
    assert (page.status_code, "Talk to the navigator" in page.text) == (404, True)
    assert client.post("/nowhere").text == "Not Found"
