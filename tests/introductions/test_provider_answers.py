from __future__ import annotations

import string
from dataclasses import asdict
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from introductions import Introductions
from introductions.errors import ImpossibleChange, LinkError, NothingToAnswer, NotOpened, TooLong
from introductions.links import checked, new_token
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from tests.introductions.conftest import TUESDAY
from tests.introductions.steps import MARCIA, Story

CIPHER = Cipher(["a secret of the tests, long enough for it"])
TOKEN = new_token(CIPHER, TUESDAY)


def refused(reason: str) -> pytest.RaisesExc[LinkError]:
    return pytest.RaisesExc(LinkError, check=lambda error: error.reason == reason)


@given(st.integers(0, len(TOKEN) - 1), st.sampled_from(string.ascii_letters + string.digits + "-_."))
def test_a_link_altered_anywhere_is_forged(place: int, letter: str) -> None:
    altered = TOKEN[:place] + letter + TOKEN[place + 1 :]
    if altered != TOKEN:
        with refused("forged"):
            checked(CIPHER, altered, TUESDAY)


@pytest.mark.parametrize(
    "token",
    ["", ".", "x" * 5000, "é.1.2", TOKEN + " ", TOKEN.upper()],
    ids=["empty", "a dot", "long", "not ASCII", "a space more", "in capitals"],
)
def test_what_was_never_a_link_is_forged(token: str) -> None:
    with refused("forged"):
        checked(CIPHER, token, TUESDAY)


def test_a_link_ends_by_our_clock(room: Introductions, story: Story, clock: FrozenClock) -> None:
    _, token = story.sent()
    clock.move(timedelta(days=181))
    for call in (room.link_state, room.open_link, room.view):
        with refused("expired"):
            call(token)


def test_a_good_link_to_nothing_is_closed(room: Introductions) -> None:
    with refused("revoked"):
        room.link_state(TOKEN)


def test_the_token_is_not_in_the_database_in_the_clear(story: Story, room: Introductions) -> None:
    _, token = story.sent()
    assert token not in str(room.export(MARCIA)["introduction"])


def test_nothing_shows_until_open_was_pressed(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    assert room.link_state(token) == "sent"
    with pytest.raises(NotOpened):
        room.view(token)
    assert [event.kind for event in room.introduction(introduction.id).events] == ["agreed", "sent"]
    view = room.open_link(token)
    assert view.page_text.startswith("Marcia would like to meet you.")
    assert room.view(token) == view
    room.open_link(token)
    assert [event.kind for event in room.introduction(introduction.id).events] == ["agreed", "sent", "seen"]


def test_who_opened_the_letter_is_in_the_access_log(room: Introductions, story: Story, clock: FrozenClock) -> None:
    _, token = story.sent()
    room.open_link(token)
    assert room.who_looked(MARCIA) == [(clock.now(), "provider:kettle", "letter")]


def test_say_hello_names_who_what_and_when(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    story.news()
    room.say_hello(token, "Ade", "I'll be at the door", "Thursday at 11")
    room.say_hello(token, "Ade", "I'll be at the door", "Thursday at 11")
    [news] = room.pending_news(9)
    assert news.name == "provider_accepted"
    assert {k: news.data[k] for k in ("provider", "contact", "first_step", "when")} == {
        "provider": "Thread & Kettle",
        "contact": "Ade",
        "first_step": "I'll be at the door",
        "when": "Thursday at 11",
    }
    with pytest.raises(ImpossibleChange):
        room.say_hello(token, "Bo", "another", "Friday")
    assert room.introduction(introduction.id).contact == "Ade"


def test_a_question_is_answered_once(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    room.open_link(token)
    story.news()
    room.ask(token, "Do you have a machine?")
    with pytest.raises(ImpossibleChange):
        room.ask(token, "And thread?")
    [news] = room.pending_news(9)
    assert (news.name, news.data["question"]) == ("provider_question", "Do you have a machine?")
    room.answer_question(introduction.id, "No, but I can borrow one", "k")
    room.answer_question(introduction.id, "No, but I can borrow one", "k")
    with pytest.raises(NothingToAnswer):
        room.answer_question(introduction.id, "Something else", "k2")
    view = room.view(token)
    assert (view.question, view.answer) == ("Do you have a machine?", "No, but I can borrow one")
    mails = story.post()
    assert [mail.kind for mail in mails] == ["answer"]
    assert "borrow" not in mails[0].text
    room.ask(token, "Which days suit?")
    assert room.view(token).answer is None
    assert room.view(token).question_open
    room.say_hello(token, "Ade", "Come in", "Thursday")
    assert not room.view(token).question_open


def test_a_question_may_be_left(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    room.ask(token, "Which day?")
    left = room.leave_question(introduction.id, "k")
    assert (left.question, left.events[-1].kind) == (None, "left_question")
    room.say_hello(token, "Ade", "Come in", "Thursday")
    assert story.state(introduction) == "accepted"


def test_not_yet_holds_until_a_day_to_come(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    story.news()
    for day in (date(2026, 11, 3), date(2020, 1, 1), date(2027, 6, 1)):
        with pytest.raises(ImpossibleChange):
            room.not_yet(token, day)
    room.not_yet(token, date(2026, 12, 1))
    room.not_yet(token, date(2026, 12, 1))
    [news] = room.pending_news(9)
    assert (news.name, news.data["from_date"]) == ("provider_on_hold", "2026-12-01")
    assert room.introduction(introduction.id).hold_until == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("suggest", "told"),
    [
        ("skills", ("Evening skills, Town Hall Skills", "skills", "town")),
        ("mend shed", ("Mend Shed", "", "shed")),
        ("the choir at St Luke's", ("the choir at St Luke's", "", "")),
        (None, ("", "", "")),
    ],
)
def test_a_no_may_bring_another_place(
    room: Introductions, story: Story, suggest: str | None, told: tuple[str, str, str]
) -> None:
    introduction, token = story.sent()
    room.open_link(token)
    story.news()
    room.not_for_us(token, "full", suggest)
    room.not_for_us(token, "full", suggest)
    [news] = room.pending_news(9)
    assert news.name == "provider_declined"
    assert (news.data["suggestion"], news.data["suggest_service"], news.data["suggest_provider"]) == told
    assert story.state(introduction) == "declined"
    assert room.view(token).states_only


def test_not_meant_for_me_ends_the_link_at_once(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    story.news()
    room.not_meant_for_me(token)
    for call in (room.link_state, room.open_link, room.view, room.not_meant_for_me):
        with refused("revoked"):
            call(token)
    assert (story.state(introduction), story.news()) == ("failed", ["not_meant_for_me"])


@pytest.mark.parametrize("after_days", [31, 60])
def test_after_thirty_days_without_a_change_the_page_shows_states_only(
    room: Introductions, story: Story, clock: FrozenClock, after_days: int
) -> None:
    _, token = story.sent()
    room.say_hello(token, "Ade", "Come in", "Thursday")
    room.open_link(token)
    clock.move(timedelta(days=after_days))
    view = room.view(token)
    assert view.states_only
    assert "Marcia" not in str(asdict(view))


def test_no_answer_is_taken_before_the_letter_went(room: Introductions, story: Story) -> None:
    draft = story.drafted()
    room.agree(draft.id, 1, how="tap", channel="web", wording="v1", key="k")
    [letter] = room.due_letters(limit=1)
    token = letter.text.split("/i/")[1].split()[0]
    assert room.open_link(token).states_only
    with pytest.raises(ImpossibleChange):
        room.say_hello(token, "Ade", "Come in", "Thursday")


def test_words_too_long_are_refused_and_nothing_is_written(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    with pytest.raises(TooLong):
        room.ask(token, "x" * 1001)
    assert story.state(introduction) == "sent"


def test_a_provider_sees_only_its_own(room: Introductions, story: Story) -> None:
    _, one = story.sent("circle")
    _, other = story.sent("skills")
    assert (room.open_link(one).provider_id, room.open_link(other).provider_id) == ("kettle", "town")


def test_remarks_reach_the_person_once_a_day(room: Introductions, story: Story, clock: FrozenClock) -> None:
    _, token = story.sent()
    story.news()
    room.cannot_reach(token)
    room.cannot_reach(token)
    assert story.news() == ["provider_cannot_reach"]
    clock.move(timedelta(days=1))
    room.cannot_reach(token)
    room.also(token, "skills")
    room.finished(token)
    assert story.news() == ["provider_cannot_reach", "provider_suggests", "provider_finished"]
