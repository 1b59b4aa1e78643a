"""What the sample's places, and a desk like the scripts', never bring about: each is said where it belongs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import pytest

from actions import not_open
from actions.again import ShowAgain
from actions.asked_beside import WhatNext
from actions.base import Events, Turn
from actions.card_reasons import reasons as why_shown
from actions.cards import card, price, run_by
from actions.deps import Position
from actions.doors import DoorAsks, DoorYes, OfDoor
from actions.introduction import FinishLetter
from actions.joining import JoinCode, LeaveScreen
from actions.not_open import NOT_OPEN, why_not_open
from actions.offers import ShowPlaces
from actions.phone import BeginCall, FinishCall, Hide
from actions.rights import HELD_SHOWN, HoldRest
from actions.wording import worded
from bot.copy import Copy
from introductions import Introductions
from introductions.errors import NoIntroduction, NotFound
from introductions.tried import Came
from knowledge.listing import Provider, Service
from knowledge.matching import Excluded, Match, Result
from knowledge.reasons import Reason
from nwd.clock import FrozenClock
from nwd.errors import NwdError
from nwd.settings import Settings
from tests.actions.conftest import Run
from tests.introductions.steps import MARCIA, Story

SAY = Copy().text
HALL, TEA = Provider("hall", "The hall", away_until=date(2026, 12, 3)), Service("tea", "hall", "Tea")


def told(*, reasons: tuple[Reason, ...] = (), cautions: tuple[Reason, ...] = (), before: str = "") -> str:
    match = Match("tea", "The hall", "Tea", 1.0, reasons, cautions, TEA, HALL)
    shown = card(SAY, match, TEA, HALL, {}, before=before)
    return f"{shown['reasons']} {shown['practical']}"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("own_words", "It has to do with what you told me."),
        ("need", "It can help with something you told me."),
        ("adapts", "They can work around what makes it hard."),
        ("own_community", "You'd like people who share your background."),
        ("group", "It's made for people like you."),
        ("condition", "It's for people with health like yours."),
    ],
)
def test_a_reason_whose_words_are_gone_is_told_without_them(code: str, words: str) -> None:
    assert words in told(reasons=(Reason(code),))


def test_the_common_wish_and_what_stands_elsewhere_are_no_reasons_on_a_card() -> None:
    """Who asks why is told them; on the card the wish stood above, and the place and its cost have lines."""
    asked = (Reason("hope"), Reason("near"), Reason("free"))
    assert told(reasons=asked).strip() == "Free."
    match = Match("tea", "The hall", "Tea", 1.0, asked, (), TEA, HALL)
    assert "It's in your part of town." in why_shown(SAY, match, TEA, HALL, {})


@pytest.mark.parametrize(
    ("code", "words"), [("hope", "It's what you said you'd like."), ("stage_ready", "They help people get to a job.")]
)
def test_a_general_reason_is_told_to_who_asks_why(code: str, words: str) -> None:
    match = Match("tea", "The hall", "Tea", 1.0, (Reason(code),), (), TEA, HALL)
    assert words in why_shown(SAY, match, TEA, HALL, {})


def test_a_place_for_a_condition_names_it_in_the_persons_words() -> None:
    assert "people who live with my ms" in told(reasons=(Reason("condition", "", "my ms"),))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("step_free_unknown", "I don't know yet if there are steps."),
        ("changed", "They told me something there has changed"),
        ("silent", "I asked if this is still right."),
        ("no_letters", "I can't write to them for you yet."),
        ("at_home", "You'd do this one at home."),
        ("away", "They are away until 3 December 2026"),
    ],
)
def test_a_doubt_about_a_place_stands_on_its_card(code: str, words: str) -> None:
    assert words in told(cautions=(Reason(code, field="away_until" if code == "away" else ""),))


@pytest.mark.parametrize("came", get_args(Came))
def test_what_came_of_a_letter_before_stands_first(came: str) -> None:
    before = SAY(f"utter_reason_before_{came}")
    assert told(reasons=(Reason("free"),), before=before).startswith(before)


def test_a_price_that_nobody_knows_and_a_place_of_the_dwp_are_told_as_such() -> None:
    assert price(SAY, replace(TEA, free=False)) == SAY("utter_cost_unknown")
    assert run_by(SAY, replace(HALL, kind="dwp")) == SAY("utter_run_by_dwp")


def test_every_kind_of_operator_has_its_words() -> None:
    kinds = get_args(Settings.model_fields["operator_kind"].annotation)
    assert len({SAY(f"utter_operator_kind_{kind}") for kind in kinds}) == len(kinds) == 4


@pytest.mark.parametrize(("reason", "response"), NOT_OPEN.items())
def test_a_place_that_is_closed_to_somebody_is_said_to_be_for_its_reason(
    reason: str, response: str, run: Run, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.known()
    closed = Result({}, (), (Excluded("circle", reason),), None)
    monkeypatch.setattr(not_open, "look", lambda *_, **__: closed)

    class Asks(Hide):
        def act(self, out: Any, turn: Turn) -> Events:
            out.utter_message(response=why_not_open(self, turn, "circle"), place="Thread & Kettle")
            return []

    [said] = run(Asks).names
    assert said == response
    assert "introduce" in SAY(said, place="X") or "X" in SAY(said, place="X")


@pytest.mark.parametrize(
    ("channel", "said"), [("telegram", "utter_hidden_telegram"), ("whatsapp", "utter_hidden_whatsapp")]
)
def test_each_chat_is_emptied_by_its_own_way(channel: str, said: str, run: Run, story: Story) -> None:
    story.known()

    class There(Hide):
        def __init__(self, deps: Any) -> None:
            super().__init__(replace(deps, position=lambda _: Position(channel=channel)))

    assert run(There).names == [said]


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        ("web", "utter_leave_screen"),
        ("terminal", "utter_leave_screen"),
        ("telegram", "utter_leave_screen_telegram"),
        ("whatsapp", "utter_leave_screen_whatsapp"),
    ],
)
def test_a_shared_computer_is_left_as_each_app_is_left(channel: str, said: str, run: Run, story: Story) -> None:
    story.known()

    class There(LeaveScreen):
        def __init__(self, deps: Any) -> None:
            super().__init__(replace(deps, position=lambda _: Position(channel=channel)))

    assert run(There).names == [said]
    assert ("this page" in SAY(said)) is (said == "utter_leave_screen")


@pytest.mark.parametrize(
    ("somebody_reads", "keeps", "said"),
    [(True, False, ["utter_call_me_asked"]), (False, True, ["utter_call_me_nobody"]), (True, True, [])],
)
def test_a_number_is_asked_for_only_where_it_is_kept_and_read(
    somebody_reads: bool, keeps: bool, said: list[str], run: Run, story: Story, room: Introductions
) -> None:
    if keeps:
        story.known()
    else:
        room.ensure_person(MARCIA)

    class AtThisDesk(BeginCall):
        def __init__(self, deps: Any) -> None:
            super().__init__(replace(deps, somebody_reads=somebody_reads))

    done = run(AtThisDesk)
    assert done.names == said
    assert done.slots["call_open"] is (somebody_reads and keeps)


@pytest.mark.parametrize(
    ("safe_time", "said"), [("evenings", "utter_call_kept"), ("skipped", "utter_call_kept_no_time")]
)
def test_a_number_that_was_given_is_kept_for_whoever_rings(
    safe_time: str, said: str, run: Run, story: Story, room: Introductions
) -> None:
    story.known()
    room.save_words(MARCIA, "t0", "07700 900123")

    class AtTheDesk(FinishCall):
        def __init__(self, deps: Any) -> None:
            super().__init__(replace(deps, about={"hours": "weekdays"}))

    assert run(AtTheDesk, phone="given", phone_turn="t0", safe_time=safe_time).names == [said]
    [one] = room.desk_requests()
    assert "07700 900123" in str(room.show_request(one["number"], by="test"))


def test_the_rest_of_those_who_looked_is_shown(run: Run, story: Story, room: Introductions, clock: FrozenClock) -> None:
    _, token = story.sent()
    for _ in range(HELD_SHOWN + 2):
        room.open_link(token)
        clock.move(timedelta(days=1))
    [said] = run(HoldRest, picked={"page": 1}).messages
    assert said["lines"] == SAY(
        "utter_hold_rest_looks", shown="Thread & Kettle, 15 November, Thread & Kettle, 16 November"
    )


def test_the_rest_of_many_letters_is_shown(run: Run, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    story.known()
    letters = [f"letter {number}" for number in range(HELD_SHOWN + 1)]
    monkeypatch.setattr(HoldRest, "_held", lambda *_: {"facts": [], "letters": letters, "looks": []})
    [said] = run(HoldRest, picked={"page": 1}).messages
    assert said["lines"] == SAY("utter_hold_rest_letters", shown=f"letter {HELD_SHOWN}")


def test_with_a_bot_the_code_comes_with_a_link_to_it(run: Run, story: Story) -> None:
    story.known()

    class OnThePage(JoinCode):
        def __init__(self, deps: Any) -> None:
            super().__init__(replace(deps, join_code=lambda *_: "K7-PEARL", telegram_name=lambda: "door_bot"))

    [said] = run(OnThePage).messages
    assert (said["response"], said["link"]) == ("utter_join_code_telegram", "https://t.me/door_bot?start=K7-PEARL")


def test_a_door_is_asked_about_and_told_after_a_yes_alone(
    run: Run, story: Story, room: Introductions, monkeypatch: pytest.MonkeyPatch
) -> None:
    introduction, token = story.sent()
    room.open_link(token)
    room.say_hello(token, "Ade", "come in", "Thursday at 11")
    room.person_met(introduction.id, story.key())
    monkeypatch.setattr(OfDoor, "door", lambda *_: Provider("town", "The library", letter_email="a@library.example"))
    assert run(DoorAsks).names == ["utter_door_asks"]
    assert run(DoorAsks, turn="t2").names == []
    assert run(DoorYes, turn="t3").names == ["utter_door_told"]


def test_places_of_a_real_directory_are_not_called_invented(run: Run, story: Story) -> None:
    story.known()
    assert run(ShowPlaces).names[-1] == "utter_offer_more_choices"


def test_a_letter_agreed_to_at_night_goes_in_the_morning(
    run: Run, story: Story, room: Introductions, clock: FrozenClock
) -> None:
    clock.set(datetime(2026, 11, 3, 22, 30, tzinfo=UTC))
    draft = story.drafted()
    said = run(
        FinishLetter,
        letter_decision="send",
        letter_version=draft.version,
        picked={"version": draft.version, "letter": draft.id},
    )
    assert said.names[0] == "utter_agreed_queued_morning"
    assert run(WhatNext, turn="t9").names == ["utter_next_queued"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NotFound(), "There's nothing there to change"),
        (NoIntroduction("takes_none"), "I can't write to that one for you"),
    ],
)
def test_what_goes_wrong_between_people_is_told_in_its_own_words(error: NwdError, words: str) -> None:
    assert words in SAY(str(error.response))


def test_a_place_that_the_directory_has_no_more_cannot_be_shown_again(run: Run, story: Story) -> None:
    story.known()
    assert run(ShowAgain, picked={"offer": "gone"}).names == ["utter_not_open_now"]


def test_a_liking_whose_words_are_no_name_of_it_is_said_in_ours() -> None:
    assert worded(SAY, "interest.computers", "") == "computers"
