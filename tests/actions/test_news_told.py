"""What news of an introduction offers to do next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from actions.begin_introduction import BeginIntroduction
from actions.follow_up import NoContact, OutcomeFeeling, OutcomeNext
from actions.news import TellNews
from introductions import Introductions
from introductions.model import Heard
from tests.actions.conftest import Run, Said
from tests.introductions.steps import MARCIA, Story


def told(room: Introductions, run: Run, name: str, turn: str = "n1") -> Said:
    [news] = [one for one in room.pending_news(20) if one.name == name]
    return run(TellNews, turn=turn, picked={"news": news.id})


def offered(said: Said) -> list[Any]:
    return [b["entities"]["offer"] for m in said.messages for b in m["buttons"] if b["intent"] == "want_introduction"]


def test_a_late_answer_may_be_taken_up_by_one_tap(room: Introductions, story: Story, run: Run) -> None:
    introduction, _ = story.sent()
    story.pass_time(days=14)
    room.mail_reply(introduction.id, "Marcia is welcome", "<m1>")
    said = told(room, run, "late_answer")
    assert (said.names, said.messages[0]["words"], offered(said)) == (
        ["utter_news_late_answer"], "Marcia is welcome", ["circle"],
    )  # fmt: skip
    run(BeginIntroduction, turn="n2", picked={"offer": "circle"})
    draft = room.current_draft(MARCIA)
    assert draft is not None
    assert draft.service_id == "circle"


def test_a_place_that_they_did_not_want_is_not_offered_by_its_late_answer(
    room: Introductions, story: Story, run: Run
) -> None:
    introduction, _ = story.sent()
    story.pass_time(days=14)
    room.dislike(MARCIA, "circle", None, "d")
    room.mail_reply(introduction.id, "Marcia is welcome", "<m1>")
    assert offered(told(room, run, "late_answer")) == []


def test_we_say_that_we_asked_them_only_when_we_did(room: Introductions, story: Story, run: Run) -> None:
    introduction, token = story.sent()
    room.say_hello(token, "Ade", "Come in", "Thursday")
    said = [run(NoContact, turn=turn, picked={"introduction": introduction.id}).names for turn in ("t1", "t2")]
    assert said == [["utter_asked_them_again"], ["utter_asked_them_before"]]
    room.withdraw(introduction.id, by="person", reason="", key="w")
    said = [run(NoContact, turn="t3", picked={"introduction": introduction.id}).names]
    assert said == [["utter_introduction_moved_on"]]


@pytest.mark.parametrize("may_write", [True, False])
def test_the_promised_day_claims_no_reminder_that_did_not_go(
    room: Introductions, story: Story, run: Run, *, may_write: bool
) -> None:
    story.sent()
    story.clock.move(timedelta(days=2))
    room.tick()
    [reminder] = room.due_letters()
    room.letter_failed(reminder.id, "Refused", None, refused=True)
    story.pass_time(days=1)
    [news] = [one for one in room.pending_news(9) if one.name == "promised_day"]
    story.may_write(agreed=may_write)
    ends = "" if may_write else "_waited"
    said = run(TellNews, turn="n1", picked={"news": news.id})
    assert said.names == [f"utter_news_promised_day_unasked{ends}"]


def introducible(room: Introductions, story: Story, run: Run, suggest: str) -> list[Any]:
    _, token = story.sent()
    room.not_for_us(token, "full", suggest)
    said = told(room, run, "provider_declined")
    assert said.names == ["utter_news_provider_declined_full_suggestion"]
    return offered(said)


@pytest.mark.parametrize("suggest", ["skills", "town", "Town Hall Skills"])
def test_a_place_that_was_suggested_is_one_tap_away(room: Introductions, story: Story, run: Run, suggest: str) -> None:
    assert introducible(room, story, run, suggest) == ["skills"]
    run(BeginIntroduction, turn="n2", picked={"offer": "skills"})
    draft = room.current_draft(MARCIA)
    assert draft is not None
    assert draft.service_id == "skills"


@pytest.mark.parametrize("suggest", ["mending", "quilts", "the bakery next door"])
def test_a_suggestion_that_is_closed_to_them_or_unknown_is_said_without_a_button(
    room: Introductions, story: Story, run: Run, suggest: str
) -> None:
    """The shed takes no introductions, the quilt mornings are for 16 to 25."""
    story.known()
    room.remember(MARCIA, [Heard("age", "44")], turn="t0", key="k0")
    assert introducible(room, story, run, suggest) == []


@pytest.mark.parametrize(
    ("stands_against", "offers"),
    [(None, ["want_introduction", "tell_more"]), ("times", ["tell_more"]), ("unwanted", ["tell_more"]), ("age", [])],
)
def test_a_place_that_was_suggested_can_be_read_about_where_only_their_own_wishes_stand_against_it(
    stands_against: str | None, offers: list[str], room: Introductions, story: Story, run: Run, monkeypatch: Any
) -> None:
    monkeypatch.setattr(TellNews, "_kept_from", lambda *_: stands_against)
    _, token = story.sent()
    room.not_for_us(token, "full", "skills")
    said = told(room, run, "provider_declined").buttons
    assert [intent for intent in said if intent in ("want_introduction", "tell_more")] == offers


def test_what_is_suggested_alongside_is_one_tap_away_too(room: Introductions, story: Story, run: Run) -> None:
    _, token = story.sent()
    room.also(token, "skills")
    assert offered(told(room, run, "provider_suggests")) == ["skills"]


@pytest.mark.parametrize(
    ("why", "ends"), [("full", "_full"), ("not_fit", "_not_fit"), ("closed", "_closed"), ("other", "")]
)
def test_a_no_with_a_suggestion_is_told_by_its_reason_too(
    room: Introductions, story: Story, run: Run, why: str, ends: str
) -> None:
    _, token = story.sent()
    room.not_for_us(token, why, "the bakery next door")
    assert told(room, run, "provider_declined").names == [f"utter_news_provider_declined{ends}_suggestion"]


@pytest.mark.parametrize(
    ("why", "ends"), [("full", "_full"), ("not_fit", "_not_fit"), ("closed", "_closed"), ("other", "")]
)
def test_a_no_is_told_by_its_reason(room: Introductions, story: Story, run: Run, why: str, ends: str) -> None:
    _, token = story.sent()
    room.not_for_us(token, why)
    assert told(room, run, "provider_declined").names == [f"utter_news_provider_declined{ends}"]


def test_what_came_of_it_is_told_by_one_tap_each_and_kept_as_codes(room: Introductions, story: Story, run: Run) -> None:
    introduction, token = story.sent()
    room.say_hello(token, "Ade", "Come in", "Thursday")
    room.person_met(introduction.id, "met")
    said = run(OutcomeFeeling, turn="t0", picked={"introduction": introduction.id, "feeling": "welcome"})
    for number, step in enumerate(("confident", "course", "job_kept")):
        few = said.messages[0]["buttons"]
        assert len(few) == 4
        [more] = [row for row in few if row["entities"]["next"] == "changed"]
        rows = run(OutcomeNext, turn=f"m{number}", picked=more["entities"]).messages[0]["buttons"]
        assert len(rows) == 7 - number
        assert all(len(row["title"]) <= 24 for row in (*few, *rows))
        [tapped] = [row for row in rows if row["entities"]["next"] == step]
        said = run(OutcomeNext, turn=f"t{number + 1}", picked=tapped["entities"])
        assert said.names == ["utter_outcome_came"]
    said = run(OutcomeNext, turn="t9", picked={"introduction": introduction.id, "next": "going"})
    assert (said.names, story.state(introduction)) == (["utter_outcome_noted"], "going")
    [kept] = room.show_introduction(introduction.id)["follow_ups"]
    came = {"confident": "yes", "course": "yes", "job_kept": "yes"}
    assert kept["answers"] == {"feeling": "welcome", "next": "going", "going": "yes"} | came


@pytest.mark.parametrize(("reason", "kind"), [("closed", "_closed"), ("unsure", "_unsure"), ("refused", "")])
def test_a_letter_that_did_not_go_is_told_by_its_reason(
    reason: str, kind: str, room: Introductions, story: Story, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.sent()
    [sent] = room.pending_news(20)
    failed = replace(sent, name="introduction_failed", data={"reason": reason})
    monkeypatch.setattr(room, "news", lambda *_: failed)
    assert run(TellNews, turn="n1", picked={"news": sent.id}).names == [f"utter_news_introduction_failed{kind}"]
