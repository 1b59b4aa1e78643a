from __future__ import annotations

from datetime import timedelta

import pytest

from introductions import Introductions
from introductions.errors import ImpossibleChange, RelayClosed
from introductions.store.relaying import A_DAY
from introductions.texts import answer_of_mail
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story


def test_words_pass_both_ways_and_no_address_shows(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    room.open_link(token)
    story.news()
    room.say_to_provider(introduction.id, "Thank you, Ade", "k1")
    room.say_to_provider(introduction.id, "Thank you, Ade", "k1")
    room.write_to_person(token, "See you Thursday")
    room.write_to_person(token, "See you Thursday")
    assert [(m.by, m.text) for m in room.view(token).messages] == [
        ("person", "Thank you, Ade"),
        ("provider", "See you Thursday"),
    ]
    [news] = room.pending_news(9)
    assert (news.name, news.data["text"]) == ("relayed", "See you Thursday")
    [mail] = story.post()
    assert mail.kind == "message"
    assert "Thank you" not in mail.text + mail.html


@pytest.mark.parametrize("side", ["person", "provider"])
def test_either_side_can_stop_it(room: Introductions, story: Story, side: str) -> None:
    introduction, token = story.sent()
    if side == "person":
        room.stop_relay(introduction.id, "k")
    else:
        room.stop_writing(token)
    with pytest.raises(RelayClosed):
        room.say_to_provider(introduction.id, "hello", "k1")
    with pytest.raises(RelayClosed):
        room.write_to_person(token, "hello")
    assert story.state(introduction) == "sent"


def test_it_closes_with_the_introduction(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    room.not_for_us(token, "full")
    with pytest.raises(RelayClosed):
        room.say_to_provider(introduction.id, "but why", "k1")
    with pytest.raises(RelayClosed):
        room.write_to_person(token, "sorry")


def test_nobody_is_flooded(room: Introductions, story: Story, clock: FrozenClock) -> None:
    _, token = story.sent()
    for n in range(A_DAY):
        room.write_to_person(token, f"message {n}")
    with pytest.raises(RelayClosed):
        room.write_to_person(token, "one more")
    clock.move(timedelta(days=1, minutes=1))
    room.write_to_person(token, "one more")


def test_an_answer_by_mail_reaches_the_person_without_the_quoted_letter(room: Introductions, story: Story) -> None:
    story.agreed()
    [letter] = story.post()
    story.news()
    introduction = room.introduction_of_reply(letter.reply_to)
    assert introduction
    quoted = "\n".join(f"> {line}" for line in letter.text.splitlines())
    answer = f"Lovely, come on Thursday.\n\nAde\n\nOn Tue, 3 Nov 2026, No Wrong Door wrote:\n{quoted}\n"
    for _ in range(2):
        assert room.mail_reply(introduction, answer, "<1@place.example>")
    [news] = room.pending_news(9)
    assert (news.name, news.data["text"]) == ("relayed", "Lovely, come on Thursday.\n\nAde")


def test_an_answer_by_mail_that_cannot_pass_is_told_to_the_place_once(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    room.stop_writing(token)
    story.news()
    for text in ("Come in", "word " * 400, " "):
        for _ in range(2):
            assert not room.mail_reply(introduction.id, text, f"<{len(text)}@place.example>")
    assert [mail.kind for mail in story.post()] == ["not_passed"] * 3
    assert room.pending_news(9) == []


def test_an_answer_that_comes_after_the_wait_was_over_still_reaches_its_person(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction, _ = story.sent()
    story.pass_time(days=14)
    assert (story.state(introduction), story.news()) == ("expired", ["introduction_sent", "expired"])
    clock.move(timedelta(days=1))
    for _ in range(2):
        assert room.mail_reply(introduction.id, "Marcia is welcome on Thursday\n-- \nAde", "<late@place.example>")
    [news] = room.pending_news(9)
    assert (news.name, news.data["text"]) == ("late_answer", "Marcia is welcome on Thursday")
    assert (story.state(introduction), [mail.kind for mail in story.post()]) == ("expired", ["passed_late"])
    story.news()
    story.pass_time(days=2)
    assert room.mail_reply(introduction.id, "Friday too", "<later@place.example>")
    assert (story.state(introduction), story.news()) == ("closed", ["late_answer"])


@pytest.mark.parametrize("end", ["declined", "withdrawn", "consent"])
def test_after_another_end_an_answer_passes_to_nobody_and_its_writer_hears_that(
    room: Introductions, story: Story, clock: FrozenClock, end: str
) -> None:
    introduction, token = story.sent()
    if end == "declined":
        room.not_for_us(token, "full")
    elif end == "withdrawn":
        room.withdraw(introduction.id, by="person", reason="", key="w")
    else:
        story.pass_time(days=200)
    story.post()
    story.news()
    assert not room.mail_reply(introduction.id, "Marcia is welcome on Thursday", "<late@place.example>")
    assert story.news() == []
    [mail] = story.post()
    assert (mail.kind, "Marcia" in mail.text, "/i/" in mail.text) == ("not_passed_ended", False, False)


@pytest.mark.parametrize(
    "below",
    [
        "On Tue, 3 Nov 2026 at 10:00, No Wrong Door\n<hello+abc@place.example> wrote:\n> letter",
        "-- \nAde, 12 Market Row",
        "-----Original Message-----\nFrom: hello",
        "________________________________\nFrom: No Wrong Door <hello@place.example>",
        "From: No Wrong Door <hello@place.example>\nSent: Tuesday",
        "> letter",
    ],
)
def test_words_end_where_a_signature_or_the_quoted_letter_begins(below: str) -> None:
    own = "On Thursday come in.\n\nAsk for Ade, who wrote: welcome"
    assert answer_of_mail(f"{own}\r\n\r\n{below}") == own


def test_contact_then_meeting_as_the_person_says(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    with pytest.raises(ImpossibleChange):
        room.person_met(introduction.id, "early")
    room.say_hello(token, "Ade", "Come in", "Thursday")
    assert room.contact_made(introduction.id, "k1").state == "contact_made"
    assert room.person_met(introduction.id, "k2").state == "met"
    assert room.person_met(introduction.id, "k3").state == "met"


def test_no_contact_yet_asks_the_place_once_more(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    room.say_hello(token, "Ade", "Come in", "Thursday")
    assert [room.no_contact(introduction.id, key) for key in ("k1", "k2", "k1")] == ["asked", "asked_before", "asked"]
    assert [mail.kind for mail in story.post()] == ["contact_check"]


@pytest.mark.parametrize("reached", ["sent", "withdrawn", "met", "declined"])
def test_nobody_is_asked_who_has_not_said_yes_or_where_it_is_over(
    room: Introductions, story: Story, reached: str
) -> None:
    introduction, token = story.sent()
    if reached != "sent":
        room.say_hello(token, "Ade", "Come in", "Thursday")
    if reached == "withdrawn":
        room.withdraw(introduction.id, by="person", reason="", key="w")
    elif reached == "met":
        room.person_met(introduction.id, "m")
    elif reached == "declined":
        room.not_for_us(token, "full")
    story.post()
    with pytest.raises(ImpossibleChange):
        room.no_contact(introduction.id, "k1")
    assert story.post() == []


def test_one_tap_of_the_provider_means_contact_but_never_a_meeting(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    with pytest.raises(ImpossibleChange):
        room.follow_up_tap(token, "came")
    room.say_hello(token, "Ade", "Come in", "Thursday")
    room.follow_up_tap(token, "came")
    assert story.state(introduction) == "contact_made"
    room.follow_up_tap(token, "stopped")
    assert room.export(MARCIA)["follow_up"][0]["answers"] == {"tap": "stopped"}


@pytest.mark.parametrize(("reached", "state"), [("sent", "withdrawn"), ("accepted", "lapsed"), ("met", "closed")])
def test_it_did_not_work_out_ends_it_without_blame(room: Introductions, story: Story, reached: str, state: str) -> None:
    introduction, token = story.sent()
    if reached != "sent":
        room.say_hello(token, "Ade", "Come in", "Thursday")
    if reached == "met":
        room.person_met(introduction.id, "k1")
    assert room.did_not_work_out(introduction.id, "k2").state == state


@pytest.mark.parametrize(
    ("reached", "mails"), [("accepted", ["not_coming"]), ("contact_made", ["not_coming"]), ("met", [])]
)
def test_a_place_that_may_be_expecting_somebody_hears_that_nobody_comes(
    room: Introductions, story: Story, reached: str, mails: list[str]
) -> None:
    introduction, token = story.sent()
    room.say_hello(token, "Ade", "Come in", "Thursday")
    if reached != "accepted":
        getattr(room, {"contact_made": "contact_made", "met": "person_met"}[reached])(introduction.id, "k1")
    room.did_not_work_out(introduction.id, "k2")
    room.did_not_work_out(introduction.id, "k3")
    sent = story.post()
    assert [mail.kind for mail in sent] == mails
    assert not any("Marcia" in mail.text + mail.html + mail.subject for mail in sent)


@pytest.mark.parametrize(
    "signed",
    [
        "Ade\n020 7946 0000\nade@kettle.example",
        "Ade\nThread & Kettle | 07700 900123 | ade@kettle.example",
        "Ade\nTel: +44 (0)20 7946 0000\nE: ade.o+shop@kettle.example",
        "Ade\nade@kettle.example",
    ],
)
def test_an_ordinary_signature_gives_the_person_no_address(signed: str) -> None:
    own = "Lovely. Come on Thursday, 09.30 - 11.30, or on 07.01.2027.\n\nAsk at the green door."
    passed = answer_of_mail(f"{own}\n\n{signed}\n")
    assert passed == f"{own}\n\nAde"


def test_an_address_in_a_sentence_is_left_out_and_the_sentence_stays() -> None:
    said = "Ring me on 020 7946 0000 before you come along and ask for Ade.\nBring 2 of your friends."
    passed = "Ring me on … before you come along and ask for Ade.\nBring 2 of your friends."
    assert answer_of_mail(said) == passed
