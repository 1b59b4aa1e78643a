"""When a keeper is asked, how a reply is read, and what is made of it: from values alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from introductions.asking import Asked, begins_today, coming
from introductions.keeping import Said, Standing, after, as_said, read_reply
from knowledge.listing import Service

TODAY = date(2026, 11, 3)
NOW = datetime(2026, 11, 3, 11, tzinfo=UTC)
A_DAY = timedelta(days=1)


def checked(days: int | None, **more: object) -> Service:
    known = Service("s", "p", "S", keeper="Ade", checked=None if days is None else TODAY - days * A_DAY)
    return replace(known, **more)  # type: ignore[arg-type]


def ago(days: float) -> datetime:
    return NOW - days * A_DAY


@pytest.mark.parametrize(
    ("service", "asked", "what", "day", "why"),
    [
        (checked(0), Asked(), "ask", "2027-01-02", "age"),
        (checked(61), Asked(), "ask", "2026-11-02", "age"),
        (checked(None), Asked(), "ask", "2026-11-03", "never"),
        (checked(None), Asked(answered=ago(10)), "ask", "2026-12-23", "age"),
        (checked(30, funded_until=TODAY + 20 * A_DAY), Asked(), "ask", "2026-10-26", "funding"),
        (checked(5, funded_until=TODAY + 20 * A_DAY), Asked(), "ask", "2026-11-24", "funding"),
        (checked(5, full_until=TODAY + 7 * A_DAY), Asked(), "ask", "2026-11-10", "full"),
        (checked(5), Asked(set_off=NOW, reason="bounced"), "ask", "2026-11-03", "bounced"),
        (checked(61), Asked(ago(1)), "again", "2026-11-09", ""),
        (checked(61), Asked(ago(1), set_off=NOW, reason="expired"), "again", "2026-11-09", ""),
        (checked(61), Asked(ago(8), ago(1)), "silent", "2026-11-09", ""),
        (checked(61), Asked(ago(20), ago(13), silent=ago(6)), "ask", "2026-12-27", "age"),
        (checked(61), Asked(ago(9), ago(7), silent=ago(6), set_off=NOW, reason="x"), "ask", "2026-11-03", "x"),
        (checked(61), Asked(ago(20), answered=ago(19)), "ask", "2026-12-14", "age"),
        (checked(0), Asked(ago(8)), "ask", "2027-01-02", "age"),  # the listing itself was put right since
    ],
)  # fmt: skip
def test_what_comes_next(service: Service, asked: Asked, what: str, day: str, why: str) -> None:
    found = coming(service, asked, NOW)
    assert found is not None
    assert (found.what, found.at.date().isoformat(), found.why) == (what, day, why)


@pytest.mark.parametrize("change", [{"capacity": "closed"}, {"ends": TODAY - A_DAY}])
def test_nobody_is_asked_about_what_has_closed_or_ended(change: dict[str, object]) -> None:
    assert coming(checked(300, **change), Asked(set_off=NOW, reason="expired"), NOW) is None


def test_tries_count_the_place_s_own_days() -> None:
    away = (TODAY, TODAY + 13 * A_DAY)
    tuesdays = coming(checked(61), Asked(ago(1)), NOW, (1,))
    back = coming(checked(61), Asked(ago(1)), NOW, (0, 1, 2, 3, 4), away)
    assert tuesdays is not None
    assert back is not None
    assert (tuesdays.at.date(), back.at.date()) == (date(2026, 12, 1), date(2026, 11, 23))


def test_so_many_letters_begin_on_one_day() -> None:
    assert [begins_today(*one) for one in ((7, 0), (200, 4), (201, 0), (1000, 50), (30, 12))] == [10, 6, 11, 0, -2]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("Yes", "yes"),
        ("YES!", "yes"),
        ("yes thanks, all still right\nAde", "yes"),
        ("Yep, all good", "yes"),
        ("Yes but on Tuesdays", "changed"),
        ("Yes, from 3 January we are in the hall", "changed"),
        ("Yes, please take us off", "changed"),
        ("Yesterday we moved", "changed"),
        ("No", "changed"),
        ("full until 1 December", "full"),
        ("We’re full until 1/12.", "full"),
        ("full until spring", "changed"),
        ("full until 1 November 2026", "changed"),
        ("Closed", "closed"),
        ("We have closed for good.", "closed"),
        ("We have closed the kitchen", "changed"),
        (" \n.", None),
    ],
)
def test_how_a_reply_is_read(reply: str, said: str | None) -> None:
    found = read_reply(reply, TODAY, one=True)
    assert (found.answer if found else None) == said
    several = read_reply(reply, TODAY, one=False)
    assert (several.answer if several else None) == ("changed" if said in ("full", "closed") else said)


FULL = Said("full", TODAY + 14 * A_DAY)


@pytest.mark.parametrize(
    ("said", "capacity", "doubt", "checked_on"),
    [
        ([Said("yes")], "open", "", TODAY),
        ([FULL], "full", "", TODAY),
        ([FULL, Said("yes")], "full", "", TODAY),
        ([FULL, Said("room")], "open", "", TODAY),
        ([Said("changed", text="x")], "open", "changed", TODAY - 61 * A_DAY),
        ([Said("changed", text="x"), FULL], "full", "changed", TODAY),
        ([Said("changed", text="x"), Said("yes")], "open", "", TODAY),
        ([Said("closed")], "closed", "", TODAY),
        ([Said("closed"), Said("room")], "open", "", TODAY),
        ([Said("closed"), Said("edited")], "open", "", TODAY),
        ([Said("changed", text="x"), Said("edited")], "open", "", TODAY),
    ],
)
def test_what_all_that_was_said_makes_of_a_listing(
    said: list[Said], capacity: str, doubt: str, checked_on: date
) -> None:
    standing = Standing()
    for one in said:
        standing = after(standing, one, TODAY)
    found = as_said(checked(61), standing, TODAY)
    assert (found.capacity, found.doubt, found.checked) == (capacity, doubt, checked_on)


def test_full_passes_by_itself_and_a_later_listing_stands_as_written() -> None:
    standing = after(Standing(), FULL, TODAY)
    assert as_said(checked(61), standing, TODAY + 14 * A_DAY).capacity == "open"
    closed = after(Standing(), Said("closed"), TODAY)
    assert as_said(checked(-1), closed, TODAY + 2 * A_DAY).capacity == "open"
    assert as_said(checked(0), closed, TODAY + 2 * A_DAY).capacity == "closed"
    assert as_said(checked(61), Standing(), TODAY, silent=True).doubt == "silent"
