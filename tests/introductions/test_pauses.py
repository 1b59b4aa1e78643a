"""Somebody was hurt or scared at a place: nothing new goes there until the safeguarding lead decides."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from introductions import Introductions
from introductions.errors import NotFound, Paused
from introductions.service import as_places_say
from knowledge.matching import match
from knowledge.profile import Profile, Said
from nwd.clock import FrozenClock
from tests.introductions.conftest import TUESDAY
from tests.introductions.places import DIRECTORY
from tests.introductions.steps import MARCIA, Story

JOY, LEAD = MARCIA.replace("0b7c", "1b7c"), "lead@nwd.example"


def hurt(room: Introductions, story: Story, service: str | None = "circle") -> int:
    """Joy complains that somebody there scared her."""
    story.known(JOY)
    number = room.complain(JOY, "the man with the keys scared me", story.key())
    room.complain_of_harm(JOY, number, service, story.key())
    return number


def kinds(story: Story) -> list[str]:
    return [mail.kind for mail in story.post()]


def test_the_lead_hears_at_once_at_any_hour_without_words_or_names(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    clock.move(timedelta(hours=12))
    hurt(room, story)
    [mail] = room.due_letters(clock.now(), 9)  # the coordinator's waits for the morning
    assert (mail.kind, mail.to) == ("harm", LEAD)
    assert "Sewing circle" in mail.text
    assert "nwd services resume circle" in mail.text
    assert not {"Marcia", "keys", JOY} & set(mail.text.split())


def test_the_place_hears_nothing(room: Introductions, story: Story) -> None:
    hurt(room, story)
    assert {mail.to for mail in story.post()} == {LEAD, "coordinator@nwd.example"}


def test_where_nobody_knows_the_place_nothing_is_paused_and_the_lead_hears(room: Introductions, story: Story) -> None:
    hurt(room, story, None)
    assert room.paused_services() == []
    [mail] = [mail for mail in story.post() if mail.kind == "harm"]
    assert "nothing is paused" in mail.text


def test_said_again_with_the_place_the_lead_hears_where(room: Introductions, story: Story) -> None:
    number = hurt(room, story, None)
    room.complain_of_harm(JOY, number, "circle", story.key())
    room.complain_of_harm(JOY, number, "circle", story.key())
    assert sorted(kinds(story)) == ["harm", "harm", "request"]
    assert [one["service_id"] for one in room.paused_services()] == ["circle"]


def test_no_new_letter_is_begun_or_agreed(room: Introductions, story: Story) -> None:
    draft = story.drafted()
    hurt(room, story)
    with pytest.raises(Paused):
        room.agree(draft.id, draft.version, how="tap", channel="web", wording="v1", key=story.key())
    with pytest.raises(Paused):
        room.draft(JOY, "circle", key=story.key())
    room.draft(JOY, "skills", key=story.key())


def test_matching_leaves_it_out_and_says_why(room: Introductions, story: Story, engine: Engine) -> None:
    hurt(room, story)
    wants = Profile(concepts=(Said("support.social_engagement"),))

    def excluded() -> set[tuple[str, str]]:
        directory = as_places_say(engine, DIRECTORY, TUESDAY)
        return {(one.service_id, one.reason) for one in match(wants, directory, today=TUESDAY.date()).excluded}

    assert ("circle", "paused") in excluded()
    room.resume_service("circle", by="jo")
    assert "paused" not in {reason for _, reason in excluded()}


def test_a_letter_that_waits_is_held_and_its_person_told_once(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction = story.agreed()
    hurt(room, story)
    for _ in range(3):
        story.pass_time(hours=2)
    assert (story.state(introduction), story.news()) == ("queued", ["introduction_waits"])
    assert room.resume_service("circle", by="jo") == 1
    clock.move(timedelta(days=1))
    assert kinds(story) == ["introduction"]
    assert story.news() == ["introduction_sent"]


def test_kept_paused_it_is_given_up_and_its_person_told(room: Introductions, story: Story) -> None:
    introduction = story.agreed()
    hurt(room, story)
    room.tick()
    shown = room.pause_service("circle", by="jo")
    assert (shown["decided"], shown["by"], shown["waiting"]) == (True, "jo", [])
    room.tick()
    assert (story.state(introduction), story.news()) == ("failed", ["introduction_waits", "introduction_stopped"])
    assert "introduction" not in kinds(story)
    story.pass_time(days=1)
    assert story.state(introduction) == "closed"


def test_what_went_before_goes_on(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    hurt(room, story)
    room.open_link(token)
    room.say_hello(token, "Ade", "tea", "Thursday")
    room.say_to_provider(introduction.id, "see you", story.key())
    assert "message" in kinds(story)
    assert story.state(introduction) == "accepted"
    [shown] = room.paused_services()
    assert (shown["waiting"], shown["going_on"], shown["decided"]) == ([], [introduction.short], False)


def test_a_letter_that_may_have_left_is_tried_on(room: Introductions, story: Story, clock: FrozenClock) -> None:
    story.agreed()
    [letter] = room.due_letters(clock.now(), 5)
    hurt(room, story)
    room.tick()
    room.letter_failed(letter.id, "timeout", clock.now())
    room.tick()
    assert "introduction" in kinds(story)
    assert story.news() == ["introduction_sent"]


def test_the_decision_is_recorded_with_the_time_and_who(room: Introductions, story: Story, clock: FrozenClock) -> None:
    number = hurt(room, story)
    began = clock.now()
    clock.move(timedelta(hours=1))
    room.resume_service("circle", by="jo")
    assert room.service_history("circle") == [
        {"at": began.isoformat(), "what": "paused", "by": "complaint"},
        {"at": clock.now().isoformat(), "what": "resumed", "by": "jo"},
    ]
    [request] = room.desk_requests(done=True)
    assert (request["number"], request["done_at"]) == (number, clock.now().isoformat())
    assert room.desk_requests() == []
    with pytest.raises(NotFound):
        room.resume_service("circle", by="jo")
    assert room.draft(story.known(), "circle", key=story.key())


def test_the_lead_is_reminded_until_there_is_a_decision(room: Introductions, story: Story, clock: FrozenClock) -> None:
    story.agreed()
    hurt(room, story)
    story.post()
    reminded = []
    for day in range(1, 16):
        clock.move(timedelta(days=1))
        for _ in range(2):
            room.tick()
        mails = [mail for mail in story.post() if mail.kind == "undecided"]
        reminded += [(day, mail.to, "1 letter waits" in mail.text) for mail in mails]
    assert reminded == [(day, LEAD, True) for day in (1, 2, 3, 7, 14)]
    room.pause_service("circle", by="jo")
    clock.move(timedelta(days=6))
    room.tick()
    assert "undecided" not in kinds(story)


def test_hurt_again_while_it_is_kept_paused_changes_nothing_but_the_lead_hears(
    room: Introductions, story: Story
) -> None:
    room.pause_service("circle", by="jo")
    hurt(room, story)
    assert [one["what"] for one in room.service_history("circle")] == ["stays_paused"]
    assert "harm" in kinds(story)


def test_only_a_service_we_know_can_be_paused(room: Introductions) -> None:
    with pytest.raises(NotFound):
        room.pause_service("nowhere", by="jo")


def test_whoever_was_hurt_is_not_asked_how_it_goes_there(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    room.open_link(token)
    room.say_hello(token, "Ade", "tea", "Thursday")
    room.contact_made(introduction.id, story.key())
    number = room.complain(MARCIA, "he scared me", story.key())
    room.complain_of_harm(MARCIA, number, "circle", story.key())
    story.news()
    story.pass_time(days=20)
    assert "follow_up" not in story.news()


def test_reading_the_words_is_recorded(room: Introductions, story: Story) -> None:
    number = hurt(room, story)
    [listed] = room.desk_requests()
    assert "text" not in listed
    assert "person" not in listed
    assert "keys" in room.show_request(number, by="jo")["text"]
    assert [(look.who, look.what) for look in room.who_looked(JOY)] == [("jo", "complaint")]


def test_erasing_the_one_who_complained_leaves_the_pause_and_nothing_of_them(room: Introductions, story: Story) -> None:
    hurt(room, story)
    room.erase(JOY)
    assert story.post() == []
    assert room.desk_requests(done=True) == []
    assert [one["service_id"] for one in room.paused_services()] == ["circle"]


def test_a_complaint_is_added_to_by_its_own_person_alone(room: Introductions, story: Story) -> None:
    number = hurt(room, story)
    room.add_to_complaint(JOY, number, "it was Monday", story.key())
    assert room.show_request(number, by="jo")["text"].endswith("\nit was Monday")
    story.known()
    with pytest.raises(NotFound):
        room.add_to_complaint(MARCIA, number, "mine", story.key())
