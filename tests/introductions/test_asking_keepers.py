"""Listings stay true: the keeper is asked, and what they say, or do not say, changes what is offered at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from introductions import Introductions
from introductions.errors import ImpossibleChange, LinkError
from introductions.keeping import Said
from introductions.service import as_places_say, open_introductions
from introductions.store.checks import check_due
from introductions.store.keeper_tables import ListingAnswerRow
from introductions.ways import Chat, ChatWords
from knowledge.directory import Directory
from knowledge.listing import Service
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from tests.introductions.conftest import TUESDAY
from tests.introductions.keepers import (
    ADE,
    DESK,
    TODAY,
    asked,
    cautions,
    kept,
    left_out,
    link_of,
    listing,
    live,
)
from tests.introductions.steps import Settings, Story


@pytest.fixture
def listed() -> list[Service]:
    """The directory as it is written; a test puts in what it is about."""
    return [kept("circle", 61), kept("quilts", 50), kept("tea", 10)]


@pytest.fixture
def directory(engine: Engine, clock: FrozenClock, listed: list[Service]) -> Callable[[], Directory]:
    return lambda: as_places_say(engine, listing(*listed), clock.now())


@pytest.fixture
def room(engine: Engine, clock: FrozenClock, cipher: Cipher, directory: Callable[[], Directory]) -> Introductions:
    return open_introductions(engine, directory, clock, cipher, Settings())


def test_one_letter_asks_about_all_that_is_due_or_soon_will_be(room: Introductions, story: Story) -> None:
    [mail] = asked(room, story)
    assert (mail.kind, mail.to, mail.subject) == (
        "listing_check", ADE, "Are these still right? 2 listings of Thread & Kettle",
    )  # fmt: skip
    assert ("The circle" in mail.text, "The quilts" in mail.text, "The tea" in mail.text) == (True, True, False)
    assert f'<a href="{Settings().base_url}/k/' in mail.html
    assert "{" not in mail.text


def test_a_keeper_with_an_address_of_their_own_is_asked_and_confirmed_there(
    room: Introductions, story: Story, listed: list[Service]
) -> None:
    own = "ade.private@kettle.example"
    listed[1] = kept("quilts", 70, keeper_email=own)
    [mail] = asked(room, story)
    assert (mail.kind, mail.to, "The circle" in mail.text) == ("listing_check", own, True)
    assert room.mail_reply(room.introduction_of_reply(mail.reply_to) or "", "Yes", "<m1>")
    assert [(one.kind, one.to) for one in story.post()] == [("listing_kept", own)]
    assert own not in str(room.listing_checks())


def test_a_letter_that_waits_for_the_morning_does_not_go_to_what_has_closed_since(
    room: Introductions, story: Story, clock: FrozenClock, listed: list[Service]
) -> None:
    listed[:] = [kept("circle", 61)]
    [mail] = asked(room, story)
    clock.move(timedelta(hours=12))
    introduction = story.agreed("circle")
    room.keeper_says(link_of(mail), Said("closed"), "circle")
    story.pass_time(hours=12)
    assert [one.kind for one in story.post() if one.introduction_id == introduction.id] == []
    story.pass_time(hours=1)
    [news] = room.pending_news()
    assert (story.state(introduction), news.name, news.data["reason"]) == ("failed", "introduction_failed", "closed")


def test_a_tap_counts_at_once_and_once(
    room: Introductions, story: Story, clock: FrozenClock, directory: Callable[[], Directory], listed: list[Service]
) -> None:
    listed[0] = kept("circle", 100)
    assert cautions(directory(), clock.now())["circle"] == ["unchecked"]
    [mail] = asked(room, story)
    link = link_of(mail)
    assert [(one.service_id, one.waits) for one in room.keeper_view(link).asked] == [("circle", True), ("quilts", True)]
    for _ in range(2):
        view = room.keeper_says(link, Said("yes"), "circle")
    assert [(one.service_id, one.answer) for one in view.asked] == [("circle", "yes"), ("quilts", None)]
    assert cautions(directory(), clock.now())["circle"] == []
    assert directory().services["circle"].checked == TODAY
    room.keeper_says(link, Said("yes"))
    assert [one.waits for one in room.keeper_view(link).asked] == [False, False]
    assert directory().services["quilts"].checked == TODAY


def test_after_a_yes_sixty_days_pass(
    room: Introductions, story: Story, clock: FrozenClock, listed: list[Service]
) -> None:
    listed[:] = [kept("circle", 61)]
    [mail] = asked(room, story)
    room.keeper_says(link_of(mail), Said("yes"), "circle")
    assert [(day, one.kind) for day, one in live(room, story, clock, 64)] == [("01-04", "listing_check")]


def test_two_tries_then_a_caution_and_the_coordinator(
    room: Introductions, story: Story, clock: FrozenClock, directory: Callable[[], Directory], listed: list[Service]
) -> None:
    listed[:] = [kept("circle", 61)]
    [first] = asked(room, story)
    went = live(room, story, clock, 14)
    assert [(day, one.kind, one.to) for day, one in went] == [
        ("11-10", "listing_check", ADE),
        ("11-17", "listing_news", DESK),
    ]
    second, told = went[0][1], went[1][1]
    assert (link_of(second), "second and last time" in second.text) == (link_of(first), True)
    assert "circle" in told.text
    assert cautions(directory(), clock.now())["circle"] == ["silent"]
    assert [(day, one.kind) for day, one in live(room, story, clock, 63)] == [("01-18", "listing_check")]
    room.keeper_says(link_of(first), Said("yes"), "circle")
    assert cautions(directory(), clock.now())["circle"] == []


def test_unchecked_for_too_long_it_is_not_offered_until_its_keeper_says_yes(
    room: Introductions, story: Story, clock: FrozenClock, directory: Callable[[], Directory], listed: list[Service]
) -> None:
    listed[:] = [kept("circle", 181)]
    assert left_out(directory(), clock.now()) == {"circle": "stale"}
    [mail] = asked(room, story)
    room.keeper_says(link_of(mail), Said("yes"), "circle")
    assert (left_out(directory(), clock.now()), "circle" in cautions(directory(), clock.now())) == ({}, True)


def test_full_until_a_day_hides_it_till_then_and_asks_again(
    room: Introductions, story: Story, clock: FrozenClock, directory: Callable[[], Directory], listed: list[Service]
) -> None:
    listed[:] = [kept("circle", 61)]
    [mail] = asked(room, story)
    link, until = link_of(mail), TODAY + timedelta(days=14)
    for day in (TODAY, TODAY + timedelta(days=400)):
        with pytest.raises(ImpossibleChange):
            room.keeper_says(link, Said("full", day), "circle")
    room.keeper_says(link, Said("full", until), "circle")
    assert left_out(directory(), clock.now()) == {"circle": "full"}
    assert [(day, one.kind) for day, one in live(room, story, clock, 14)] == [("11-17", "listing_check")]
    assert left_out(directory(), clock.now()) == {}
    room.keeper_says(link, Said("full", until + timedelta(days=14)), "circle")
    room.keeper_says(link, Said("room"), "circle")
    assert left_out(directory(), clock.now()) == {}


def test_a_change_goes_to_the_desk_and_shows_a_caution_until_it_is_put_right(
    room: Introductions, story: Story, clock: FrozenClock, directory: Callable[[], Directory]
) -> None:
    [mail] = asked(room, story)
    with pytest.raises(ImpossibleChange):
        room.keeper_says(link_of(mail), Said("changed", text=" "), "circle")
    for _ in range(2):
        room.keeper_says(link_of(mail), Said("changed", text="Now on Tuesdays.\nAsk for Tunde."), "circle")
    [told] = story.post()
    assert (told.to, told.reply_to, "Now on Tuesdays.\nAsk for Tunde." in told.text) == (DESK, "", True)
    assert cautions(directory(), clock.now())["circle"] == ["changed"]
    [waiting] = [one for one in room.listing_checks() if one["doubt"]]
    assert (waiting["service_id"], waiting["words"]) == ("circle", "Now on Tuesdays.\nAsk for Tunde.")
    room.listing_edited("circle")
    assert cautions(directory(), clock.now())["circle"] == []
    assert directory().services["circle"].checked == TODAY


def test_a_later_check_in_the_listing_itself_overtakes_what_was_said(
    room: Introductions, story: Story, clock: FrozenClock, directory: Callable[[], Directory], listed: list[Service]
) -> None:
    [mail] = asked(room, story)
    room.keeper_says(link_of(mail), Said("closed"), "circle")
    clock.move(timedelta(days=2))
    listed[0] = kept("circle", -1, times_words="Tuesdays")
    assert cautions(directory(), clock.now())["circle"] == []


def test_closed_is_offered_to_nobody_at_once_and_never_asked_about(
    room: Introductions, story: Story, clock: FrozenClock, directory: Callable[[], Directory], listed: list[Service]
) -> None:
    listed[:] = [kept("circle", 61), kept("gone", 300, capacity="closed")]
    [mail] = asked(room, story)
    room.keeper_says(link_of(mail), Said("closed"), "circle")
    [told] = story.post()
    assert (told.to, told.subject) == (DESK, "Closed: The circle")
    assert left_out(directory(), clock.now())["circle"] == "closed"
    assert live(room, story, clock, 70) == []
    room.keeper_says(link_of(mail), Said("room"), "circle")
    assert "circle" not in left_out(directory(), clock.now())


@pytest.mark.parametrize(
    ("reply", "closed", "doubt", "full"),
    [
        ("Yes", False, "", None),
        ("yes, all still right. Thanks! Ade", False, "", None),
        ("Yes but we moved to Tuesdays", False, "changed", None),
        ("No", False, "changed", None),
        ("Full until 1 December.", False, "", date(2026, 12, 1)),
        ("We have closed.", True, "", None),
        ("Closed on Monday only", False, "changed", None),
    ],
)
def test_a_reply_by_mail_is_read_and_confirmed(
    room: Introductions, story: Story, directory: Callable[[], Directory], listed: list[Service],
    reply: str, closed: bool, doubt: str, full: date | None,
) -> None:  # fmt: skip
    listed[:] = [kept("circle", 61)]
    [mail] = asked(room, story)
    letter = room.introduction_of_reply(mail.reply_to)
    assert letter
    text = f"{reply}\n\nOn Tue, 3 Nov 2026 No Wrong Door wrote:\n> Is this still right? closed full until 2027"
    assert [room.mail_reply(letter, text, "<m1>"), room.mail_reply(letter, text, "<m1>")] == [True, True]
    found = directory().services["circle"]
    assert (found.capacity == "closed", found.doubt, found.full_until) == (closed, doubt, full)
    kinds = [one.kind for one in story.post()]
    assert kinds.count("listing_kept") == 1
    assert ("listing_news" in kinds) == (closed or doubt == "changed")


def test_about_several_only_a_yes_is_plain_and_other_words_are_a_person_s(
    room: Introductions, story: Story, directory: Callable[[], Directory]
) -> None:
    [mail] = asked(room, story)
    letter = room.introduction_of_reply(mail.reply_to) or ""
    assert room.mail_reply(letter, "closed", "<m1>")
    services = directory().services
    assert [services[key].doubt for key in ("circle", "quilts", "tea")] == ["changed", "changed", ""]
    assert not room.mail_reply(letter, "...", "<m2>")


@pytest.mark.parametrize("reason", ["bounced", "expired", "closed"])
def test_what_came_of_an_introduction_sets_it_off_at_once(
    room: Introductions, story: Story, engine: Engine, listed: list[Service], clock: FrozenClock, reason: str
) -> None:
    listed[:] = [kept("circle", 3)]
    assert asked(room, story) == []
    with Session(engine) as session:
        check_due(session, "circle", reason, clock.now())  # type: ignore[arg-type]
        session.commit()
    [mail] = asked(room, story)
    assert mail.to == ("ade@kettle.example" if reason == "bounced" else ADE)
    assert ("stopped or closed" in mail.text) == (reason == "closed")
    room.keeper_says(link_of(mail), Said("yes"), "circle")
    assert live(room, story, clock, 40) == []


def test_an_expired_letter_brings_its_keeper_one(
    room: Introductions, story: Story, clock: FrozenClock, listed: list[Service]
) -> None:
    listed[:] = [kept("circle", 3)]
    story.sent("circle")
    for _ in range(16):
        story.pass_time(days=1)
    assert [mail.kind for mail in asked(room, story)] == ["listing_check"]


def test_funding_that_ends_sets_it_off_before(room: Introductions, story: Story, listed: list[Service]) -> None:
    listed[:] = [kept("circle", 30, funded_until=TODAY + timedelta(days=20))]
    [mail] = asked(room, story)
    assert "Its funding was to end on 23 November 2026." in mail.text


def test_nobody_is_asked_at_night_at_weekends_on_days_off_or_without_a_name(
    room: Introductions, story: Story, clock: FrozenClock, listed: list[Service]
) -> None:
    listed[:] = [kept("circle", 61, keeper=""), kept("skills", 61, provider="town"), kept("shed", 61, provider="shed")]
    listed.append(kept("coach", 61, provider="centre"))  # the Jobcentre is sent nothing
    clock.set(TUESDAY + timedelta(hours=11))
    assert asked(room, story) == []
    clock.set(TUESDAY + timedelta(days=1))  # the council works on Tuesdays and Thursdays
    assert asked(room, story) == []
    clock.set(TUESDAY + timedelta(days=2))
    assert [mail.to for mail in asked(room, story)] == ["skills@town.example"]


def test_a_large_directory_is_asked_a_few_a_day(
    room: Introductions, story: Story, clock: FrozenClock, listed: list[Service]
) -> None:
    listed[:] = [kept(f"s{n:02}", None, keeper=f"Keeper {n}") for n in range(25)]
    went = [len(asked(room, story)), *(len([1 for _ in live(room, story, clock, 1)]) for _ in range(3))]
    assert went == [10, 10, 5, 0]


def test_a_letter_that_was_answered_meanwhile_does_not_go(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    [mail] = asked(room, story)
    clock.move(timedelta(days=7))
    room.ask_keepers()
    room.keeper_says(link_of(mail), Said("yes"))
    assert story.post() == []


def test_a_letter_that_cannot_arrive_is_told_to_the_coordinator(
    room: Introductions, story: Story, clock: FrozenClock, directory: Callable[[], Directory]
) -> None:
    [mail] = asked(room, story)
    room.letter_bounced(mail.message_id)
    room.letter_bounced(mail.message_id)
    [told] = story.post()
    assert (told.to, told.subject) == (DESK, "A keeper cannot be reached: Thread & Kettle")
    assert cautions(directory(), clock.now())["circle"] == ["silent"]


def test_other_links_open_nothing(
    room: Introductions, story: Story, clock: FrozenClock, cipher: Cipher, listed: list[Service]
) -> None:
    listed.append(kept("other", 5, keeper="Winsome"))
    [mail] = asked(room, story)
    link = link_of(mail)
    with pytest.raises(ImpossibleChange):
        room.keeper_says(link, Said("closed"), "other")
    with pytest.raises(ImpossibleChange):
        room.keeper_says(link, Said("closed"))
    with pytest.raises(LinkError, match="forged"):
        room.keeper_view(link[:-1] + ("a" if link[-1] != "a" else "b"))
    clock.move(timedelta(days=121))
    with pytest.raises(LinkError, match="expired"):
        room.keeper_view(link)


def test_a_leak_at_the_place_ends_its_links_and_holds_new_letters(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    [mail] = asked(room, story)
    incident = room.open_incident("kettle", clock.now(), by="lead", draft=lambda *_: "words")
    with pytest.raises(LinkError, match="revoked"):
        room.keeper_view(link_of(mail))
    assert live(room, story, clock, 8) == []
    room.close_incident(incident["id"])
    [(_, fresh)] = live(room, story, clock, 1)
    assert room.keeper_view(link_of(fresh)).keeper == "Ade"


def test_what_was_said_survives_a_restart_and_links_go_with_time(
    room: Introductions, story: Story, clock: FrozenClock, engine: Engine, cipher: Cipher,
    directory: Callable[[], Directory], listed: list[Service],
) -> None:  # fmt: skip
    listed[:] = [kept("circle", 61)]
    [mail] = asked(room, story)
    room.keeper_says(link_of(mail), Said("closed"), "circle")
    again = open_introductions(engine, directory, clock, cipher, Settings())
    assert [one.answer for one in again.keeper_view(link_of(mail)).asked] == ["closed"]
    clock.set(datetime(2028, 1, 4, 12, tzinfo=UTC))
    again.expire()
    assert left_out(directory(), clock.now())["circle"] == "closed"
    with pytest.raises(LinkError):
        again.keeper_view(link_of(mail))


def test_a_place_that_left_its_chat_is_asked_by_mail(room: Introductions, story: Story, listed: list[Service]) -> None:
    listed[:] = [kept("circle", 61)]
    _, token = story.sent("circle")
    room.open_link(token)
    chat = Chat("telegram", "1001")
    assert room.link_chat(chat, room.chat_code(token), "start") == "linked"
    story.post()
    room.ask_keepers()
    room.chat_wrote(ChatWords(chat, "m1", "stop"))
    assert sorted((mail.kind, mail.to) for mail in story.post()) == [
        ("chat_stopped", "telegram:1001"),
        ("listing_check", ADE),
    ]


def test_four_workers_and_four_taps_at_once_make_one_letter_and_one_answer(
    room: Introductions, story: Story, listed: list[Service], engine: Engine
) -> None:
    listed[:] = [kept("circle", 61), kept("tea", 5)]
    with ThreadPoolExecutor(4) as four:
        list(four.map(lambda _: room.ask_keepers(), range(4)))
        [mail] = story.post()
        for about in ("circle", "tea"):
            list(four.map(lambda _, about=about: room.keeper_says(link_of(mail), Said("yes"), about), range(4)))
    with Session(engine) as session:
        said = session.scalars(select(ListingAnswerRow.service_id).order_by(ListingAnswerRow.id)).all()
    assert said == ["circle", "tea"]
