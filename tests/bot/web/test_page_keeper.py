"""A keeper's page: a fetch changes nothing, one tap is enough, and what is said shows at once where people look."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import httpx
import pytest

from bot.web.guard import TRIES
from knowledge.matching import match
from knowledge.profile import Profile, Said
from tests.bot.web.house import House

SHOP, GARDEN, TODAY = "windrow-charity-shop", "windrow-roof-garden", date(2026, 11, 2)
BOTH = "Are these still right? 2 listings of Windrow Hall"


@pytest.fixture
def token(house: House) -> str:
    """The link of a keeper who is asked about two listings."""
    return house.ask_keepers()[BOTH]


def post(client: httpx.Client, token: str, service: str, **fields: str) -> httpx.Response:
    key = re.search(r'name="form" value="([^"]+)"', client.get(f"/k/{token}").text)
    assert key
    return client.post(f"/k/{token}", data={"form": key[1], "service": service, **fields})


def status(page: httpx.Response) -> str:
    found = re.search(r'role="status">(.*?)</p>', page.text, re.DOTALL)
    assert found, page.text
    return " ".join(unescape(re.sub("<[^>]+>", "", found[1])).split())


def offered(house: House) -> set[str]:
    told = Profile(concepts=(Said("support.work_experience"), Said("support.social_engagement")))
    found = match(told, house.said(), today=TODAY, limit=500)
    return {one.service_id for one in found.matches}


def test_a_fetch_shows_the_listing_as_people_see_it_and_changes_nothing(
    client: httpx.Client, house: House, token: str
) -> None:
    before = house.room.listing_checks()
    shown = unescape(client.get(f"/k/{token}").text)
    client.head(f"/k/{token}")
    service = house.directory.services[SHOP]
    for words in (service.summary, service.times_words, service.first_visit, "Marva", "This place is invented"):
        assert words in shown
    assert "<script" not in shown
    assert house.room.listing_checks() == before


def test_one_tap_says_that_it_is_right(client: httpx.Client, house: House, token: str) -> None:
    for _ in range(2):
        assert status(post(client, token, SHOP, do="yes")).startswith("You said on Monday 2 November: still right.")
    assert house.said().services[SHOP].checked == TODAY
    assert "2 November 2026" in client.get(f"/places/{SHOP}").text
    done = post(client, token, "", do="yes")
    assert "That is all we asked" in done.text
    assert house.said().services[GARDEN].checked == TODAY


def test_full_until_hides_it_at_once(client: httpx.Client, house: House, token: str) -> None:
    assert SHOP in offered(house)
    day = TODAY + timedelta(days=14)
    assert "full until Monday 16 November" in status(post(client, token, SHOP, do="full", until=day.isoformat()))
    assert SHOP not in offered(house)
    assert "Full just now, until about Monday 16 November" in client.get(f"/places/{SHOP}").text
    assert "open, with room" in status(post(client, token, SHOP, do="room"))
    assert SHOP in offered(house)


@pytest.mark.parametrize("day", ["", "tomorrow", "2026-11-02", "2028-01-01"])
def test_a_day_that_makes_no_sense_is_asked_for_again(client: httpx.Client, house: House, token: str, day: str) -> None:
    page = post(client, token, SHOP, do="full", day=day)
    assert (page.status_code, 'role="alert"' in page.text) == (422, True)
    assert SHOP in offered(house)


def test_a_change_is_told_and_shown_as_a_caution(client: httpx.Client, house: House, token: str) -> None:
    assert post(client, token, SHOP, do="changed", text=" ").status_code == 422
    long = post(client, token, SHOP, do="changed", text="x" * 1001)
    assert (long.status_code, "x" * 1001 in long.text) == (422, True)
    told = post(client, token, SHOP, do="changed", text="Ask for <b>Tunde</b> now.")
    assert "“Ask for <b>Tunde</b> now.”" in status(told)
    assert "<b>Tunde" not in told.text
    assert "something here has changed" in client.get(f"/places/{SHOP}").text


def test_closed_leads_nobody_there(client: httpx.Client, house: House, token: str) -> None:
    assert "closed" in status(post(client, token, SHOP, do="closed"))
    assert SHOP not in offered(house)
    page = client.get(f"/places/{SHOP}").text
    assert "This has closed." in page
    assert "Be introduced" not in page
    assert house.directory.services[SHOP].name not in client.get("/places").text


def test_only_our_own_form_for_this_link_counts(client: httpx.Client, house: House, token: str) -> None:
    for form in ("", "forged", "a.b.c"):
        page = client.post(f"/k/{token}", data={"form": form, "service": SHOP, "do": "closed"})
        assert (page.status_code, "tap once more" in page.text) == (409, True)
    assert post(client, token, "thread-kettle-circle", do="closed").status_code == 409
    assert post(client, token, SHOP, do="burn").status_code == 422
    elsewhere = {"origin": "https://evil.example"}
    assert client.post(f"/k/{token}", data={"do": "closed"}, headers=elsewhere).status_code == 403
    assert {SHOP, "thread-kettle-circle"} <= offered(house)


def test_bad_links_get_nowhere_and_are_slowed_down(client: httpx.Client, house: House, token: str) -> None:
    pages = [client.get(f"/k/{token[:-1]}{n:x}") for n in range(TRIES + 1)]
    refused = [page.status_code for page in pages if page.status_code != 200]
    assert refused[0] == 404
    assert client.get("/k/forged.1.2").status_code == 404 or refused[-1] == 429
    for n in range(TRIES):
        client.get(f"/k/nothing{n}")
    assert client.get(f"/k/{token}").status_code == 429
    house.clock.move(timedelta(minutes=11))
    assert client.get(f"/k/{token}").status_code == 200
    house.clock.move(timedelta(days=200))
    assert client.get(f"/k/{token}").status_code == 410


def test_the_page_is_kept_by_nobody(client: httpx.Client, token: str) -> None:
    headers = client.get(f"/k/{token}").headers
    assert (headers["cache-control"], headers["x-robots-tag"]) == ("no-store", "noindex, nofollow")
    assert headers["referrer-policy"] == "no-referrer"


def test_the_local_inbox_keeps_letters_to_keepers_apart(client: httpx.Client, house: House, token: str) -> None:
    inbox = client.get("/local/inbox").text
    assert "No mail yet" in inbox
    assert inbox.index("Is your listing still right?") < inbox.index(BOTH)
    mail = re.search(r'href="(/local/inbox/[^"]+)"><b>Are these still right\? 2 listings of Windrow Hall', inbox)
    assert mail
    assert f'href="/k/{token}"' in client.get(mail[1]).text
