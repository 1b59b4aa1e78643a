from __future__ import annotations

from datetime import timedelta

import pytest

from introductions import Introductions
from introductions.errors import KeepNotAgreed, NotFound, TooLong, UnknownPerson
from introductions.model import Heard
from nwd.clock import FrozenClock
from tests.introductions.steps import ANXIETY, COMPANY, MARCIA, SEWS, Story


def test_nothing_is_kept_before_a_yes(room: Introductions, story: Story) -> None:
    room.ensure_person(MARCIA)
    with pytest.raises(KeepNotAgreed):
        room.remember(MARCIA, [SEWS], turn="t", key="k")
    assert room.facts(MARCIA) == []


def test_nobody_is_made_up(room: Introductions) -> None:
    with pytest.raises(UnknownPerson):
        room.person(MARCIA)


def test_held_text_is_read_within_the_hour_and_gone_after(room: Introductions, clock: FrozenClock) -> None:
    room.ensure_person(MARCIA)
    room.hold(MARCIA, "t1", "hello, anxious")
    room.hold(MARCIA, "t1", "again by a retry")
    assert [held.text for held in room.take_held(MARCIA)] == ["hello, anxious"]
    clock.move(timedelta(minutes=61))
    assert room.take_held(MARCIA) == []
    assert len(room.export(MARCIA)["held_text"]) == 1
    room.expire()
    assert room.export(MARCIA)["held_text"] == []


def test_the_yes_to_keeping_is_a_consent_and_its_withdrawal_a_row_of_its_own(room: Introductions, story: Story) -> None:
    story.known()
    room.set_keep(MARCIA, "none", channel="web", how="typed", wording="v1", key="later")
    rows = [row for row in room.export(MARCIA)["consent"] if row["purpose"] == "keep"]
    [given] = [row["id"] for row in rows if row["withdraws"] is None]
    assert [row["withdraws"] for row in rows if row["id"] != given] == [given]
    assert room.facts(MARCIA) == []


def test_under_sixteen_nothing_is_kept(room: Introductions, story: Story) -> None:
    story.known()
    person = room.set_age_band(MARCIA, "under_16", "k")
    assert (person.keep, room.facts(MARCIA)) == ("none", [])
    with pytest.raises(KeepNotAgreed):
        room.remember(MARCIA, [SEWS], turn="t", key="k2")


def test_the_same_key_gives_the_first_result_and_writes_nothing(room: Introductions, story: Story) -> None:
    story.known(heard=())
    first = room.remember(MARCIA, [SEWS], turn="t", key="turn:take_in")
    again = room.remember(MARCIA, [COMPANY, ANXIETY], turn="t", key="turn:take_in")
    assert again == first
    assert [fact.code for fact in room.facts(MARCIA)] == ["interest.arts_crafts"]


def test_one_person_s_key_is_not_another_s(room: Introductions, story: Story) -> None:
    other = MARCIA.replace("0b7c", "1b7c")
    story.known(heard=())
    story.known(other, heard=())
    room.remember(MARCIA, [SEWS], turn="t", key="same")
    assert len(room.remember(other, [SEWS], turn="t2", key="same").new) == 1


def test_a_failed_write_leaves_its_key_free(room: Introductions, story: Story) -> None:
    story.known(heard=())
    with pytest.raises(NotFound):
        room.forget(MARCIA, "no such fact", "k")
    kept = room.remember(MARCIA, [SEWS], turn="t", key="k")
    room.forget(MARCIA, kept.new[0].id, "k")
    assert room.facts(MARCIA) == []


def test_what_is_forgotten_is_gone_with_what_it_superseded(room: Introductions, story: Story) -> None:
    story.known(heard=())
    room.remember(MARCIA, [Heard("district", "SE5")], turn="t1", key="k1")
    kept = room.remember(MARCIA, [Heard("district", "SW9")], turn="t2", key="k2")
    assert [fact.value for fact in kept.superseded] == ["SE5"]
    room.forget(MARCIA, kept.new[0].id, "k3")
    assert room.export(MARCIA)["fact"] == []
    assert room.remember(MARCIA, [Heard("district", "SE5")], turn="t1", key="k1").new == ()


def test_offers_run_on_and_take_turns(room: Introductions, story: Story) -> None:
    story.known()
    room.offer(MARCIA, ["circle", "skills"], turn="t1", key="k1")
    offers = room.offer(MARCIA, ["quilts", "circle"], turn="t2", key="k2")
    room.offer(MARCIA, ["quilts", "circle"], turn="t2", key="k2")
    assert [(offer.number, offer.service_id) for offer in offers] == [(3, "quilts"), (4, "circle")]
    assert room.turns_taken(besides="another") == {"circle": 2, "skills": 1, "quilts": 1}
    assert not any(room.turns_taken(besides=MARCIA).values())


def test_a_place_disliked_is_remembered_by_its_provider(room: Introductions, story: Story) -> None:
    story.known()
    room.offer(MARCIA, ["circle"], turn="t1", key="k1")
    room.dislike(MARCIA, "circle", "too far", "k2")
    room.dislike(MARCIA, "circle", None, "k3")
    assert room.dislikes(MARCIA) == {"kettle"}
    assert [offer.state for offer in room.offers(MARCIA)] == ["disliked"]
    assert [row["why"] for row in room.export(MARCIA)["dislike"]] == ["too far"]


def test_whether_we_may_write_first_is_a_consent_of_its_own(room: Introductions, story: Story) -> None:
    story.may_write(story.known(), agreed=False)
    assert not room.may_message(MARCIA)
    room.set_messages(MARCIA, True, channel="web", how="tap", wording="v1", key="k1")
    assert room.may_message(MARCIA)
    room.set_messages(MARCIA, False, channel="web", how="tap", wording="v1", key="k2")
    assert not room.may_message(MARCIA)
    assert room.person(MARCIA).keep == "agreed"


def test_a_name_too_long_is_refused(room: Introductions, story: Story) -> None:
    story.known()
    with pytest.raises(TooLong):
        room.set_chosen_name(MARCIA, "x" * 61, "k")


def test_words_of_a_turn_are_given_back(room: Introductions, story: Story) -> None:
    story.known()
    room.save_words(MARCIA, "t1", "I sew")
    room.save_words(MARCIA, "t1", "a retry")
    room.save_words(MARCIA, "t2", "and sing")
    assert (room.words_of("t1"), room.words_of("t9")) == ("I sew", None)
    assert room.own_words(MARCIA) == "I sew\nand sing"
