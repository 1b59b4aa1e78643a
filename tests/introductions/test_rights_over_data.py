from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from introductions import Introductions
from introductions.errors import UnknownPerson, WordsHeld
from introductions.model import Heard
from introductions.store.tables import OutgoingRow
from knowledge.store import metadata
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story

PLANTED = (
    "Zephyrine",
    "quincunx quilting",
    "the wobbling sickness",
    "come by the mulberry door",
    "thank you marmalade",
)


def full_life(room: Introductions, story: Story) -> None:
    """A person of whom something stands in every table, with words that are easy to search for."""
    story.known(heard=())
    room.set_chosen_name(MARCIA, "Zephyrine", story.key())
    room.hold(MARCIA, "t0", "the wobbling sickness")
    room.save_words(MARCIA, "t1", "the wobbling sickness")
    sews = Heard("concept", "interest.arts_crafts", "interest.arts_crafts", "yes", "quincunx quilting")
    ill = Heard("concept", "health.other", "health.other", "yes", "the wobbling sickness")
    room.remember(MARCIA, [sews, ill], turn="t1", key=story.key())
    room.offer(MARCIA, ["circle", "skills"], turn="t2", key=story.key())
    room.dislike(MARCIA, "skills", "the wobbling sickness", story.key())
    complaint = room.complain(MARCIA, "the wobbling sickness", story.key())
    room.complain_of_harm(MARCIA, complaint, "skills", story.key())
    draft = room.draft(MARCIA, "circle", key=story.key())
    draft = room.edit_line(draft.id, "health", "the wobbling sickness", story.key())
    introduction = room.agree(draft.id, draft.version, how="tap", channel="web", wording="v1", key=story.key())
    [letter] = (mail for mail in story.post() if mail.kind == "introduction")
    token = letter.text.split("/i/")[1].split()[0]
    room.open_link(token)
    room.say_hello(token, "Ade", "come by the mulberry door", "Thursday")
    room.say_to_provider(introduction.id, "thank you marmalade", story.key())
    room.person_met(introduction.id, story.key())
    story.clock.move(timedelta(days=3))
    room.tick()
    room.outcome(introduction.id, {"feeling": "the wobbling sickness"}, story.key())


def rows(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    with engine.connect() as connection:
        tables = {
            table.name: [tuple(row) for row in connection.execute(select(table))] for table in metadata.sorted_tables
        }
    return {name: found for name, found in tables.items() if found}


def words_in(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in PLANTED if word in text]


def test_the_copy_holds_every_word_and_no_key(room: Introductions, story: Story) -> None:
    full_life(room, story)
    copy = json.dumps(room.export(MARCIA), ensure_ascii=False)
    assert set(words_in([copy])) == set(PLANTED)
    assert '"token"' not in copy


def test_looking_is_logged_and_told(room: Introductions, story: Story, clock: FrozenClock) -> None:
    introduction, token = story.sent()
    room.open_link(token)
    room.show_introduction(introduction.short, reveal_to="navigator:3")
    room.show_introduction(introduction.id)
    room.log_access(MARCIA, "coordinator", "summary")
    looked = [(who, what) for _, who, what in room.who_looked(MARCIA)]
    assert looked == [("provider:kettle", "letter"), ("navigator:3", "introduction"), ("coordinator", "summary")]


def test_the_record_shows_no_words_unless_revealed(room: Introductions, story: Story) -> None:
    full_life(room, story)
    [listed] = room.list_introductions()
    plain = room.show_introduction(str(listed["id"]))
    assert words_in([json.dumps(plain), json.dumps(listed)]) == []
    assert [clock["name"] for clock in plain["clocks"]] == ["follow_up", "follow_up", "close"]
    assert [event["kind"] for event in plain["events"]][:4] == ["agreed", "sent", "seen", "accepted"]
    assert "Zephyrine" in json.dumps(room.show_introduction(str(listed["id"]), reveal_to="coordinator"))


def test_nothing_a_person_said_stands_in_the_clear(room: Introductions, story: Story, engine: Engine) -> None:
    full_life(room, story)
    if engine.dialect.name == "sqlite":
        stored = [path.read_bytes().decode("latin-1") for path in Path(str(engine.url.database)).parent.iterdir()]
        assert stored
    else:
        with engine.connect() as connection:
            stored = [
                str(connection.exec_driver_sql(f'SELECT * FROM "{t.name}"').all()) for t in metadata.sorted_tables
            ]
    assert words_in(stored) == []
    for text in stored:
        assert "health.other" not in text


def test_erasing_leaves_a_stub_until_the_provider_is_told(room: Introductions, story: Story, engine: Engine) -> None:
    full_life(room, story)
    story.post()
    room.erase(MARCIA)
    left = rows(engine)
    assert set(left) == {"service_turn", "service_event", "erased_introduction", "outgoing"}
    assert MARCIA not in str(left)
    [mail] = room.due_letters(limit=9)
    assert (mail.kind, mail.to, words_in([mail.text, mail.html])) == ("please_delete", "hello@kettle.example", [])
    room.letter_sent(mail.id)
    left = rows(engine)
    assert set(left) == {"service_turn", "service_event", "outgoing"}
    assert "undecided:" in str(left["outgoing"])  # to the lead, of a service that is paused
    assert len(left["outgoing"]) == 1
    assert MARCIA not in str(left)
    room.erase(MARCIA)
    with pytest.raises(UnknownPerson):
        room.person(MARCIA)


def test_of_a_letter_that_never_left_not_even_a_stub_stays(room: Introductions, story: Story, engine: Engine) -> None:
    story.agreed()
    room.erase(MARCIA)
    assert rows(engine) == {}
    assert story.post() == []


def test_a_letter_on_its_way_at_erasure_is_followed_by_the_request(room: Introductions, story: Story) -> None:
    story.agreed()
    [letter] = room.due_letters(limit=5)
    room.erase(MARCIA)
    room.letter_sent(letter.id)
    assert [mail.kind for mail in story.post()] == ["please_delete"]


def test_a_stub_stays_thirty_days_at_most(
    room: Introductions, story: Story, engine: Engine, clock: FrozenClock
) -> None:
    story.sent()
    room.erase(MARCIA)
    clock.move(timedelta(days=31))
    room.expire(clock.now())
    assert "erased_introduction" not in rows(engine)


def test_after_erasure_the_link_is_closed(room: Introductions, story: Story) -> None:
    from introductions.errors import LinkError

    _, token = story.sent()
    room.erase(MARCIA)
    with pytest.raises(LinkError, match="revoked"):
        room.open_link(token)


def test_one_person_s_erasure_leaves_another_whole(room: Introductions, story: Story) -> None:
    other = MARCIA.replace("0b7c", "1b7c")
    story.sent("circle", MARCIA)
    kept, token = story.sent("circle", other)
    room.erase(MARCIA)
    assert room.open_link(token).name == "Marcia"
    assert room.of_person(other)[0].id == kept.id


def test_just_looking_is_forgotten_after_thirty_idle_minutes(room: Introductions, clock: FrozenClock) -> None:
    room.ensure_person(MARCIA)
    room.set_keep(MARCIA, "look", channel="web", how="tap", wording="v1", key="k")
    room.remember(MARCIA, [Heard("district", "SE5")], turn="t", key="k2")
    clock.move(timedelta(minutes=29))
    assert room.expire(clock.now()) == []
    assert len(room.facts(MARCIA)) == 1
    room.ensure_person(MARCIA)
    clock.move(timedelta(minutes=30))
    assert room.expire(clock.now()) == [MARCIA]
    assert room.unknown([MARCIA]) == [MARCIA]


def test_a_provider_that_cannot_be_asked_to_delete_keeps_no_stub_alive(
    room: Introductions, story: Story, engine: Engine, clock: FrozenClock
) -> None:
    story.sent()
    room.erase(MARCIA)
    [asked] = room.due_letters(limit=5)
    room.letter_failed(asked.id, "550", None)
    clock.move(timedelta(days=31))
    room.expire(clock.now())
    assert {"outgoing", "erased_introduction"}.isdisjoint(rows(engine))


@pytest.mark.parametrize(("introduced", "kept_days", "gone_days"), [(False, 89, 91), (True, 364, 366)])
def test_people_are_forgotten_in_time(
    room: Introductions, story: Story, clock: FrozenClock, introduced: bool, kept_days: int, gone_days: int
) -> None:
    if introduced:
        story.sent()
    else:
        story.known()
    begun = clock.now()
    clock.set(begun + timedelta(days=kept_days))
    assert room.expire(clock.now()) == []
    clock.set(begun + timedelta(days=gone_days))
    assert room.expire(clock.now()) == [MARCIA]
    with pytest.raises(UnknownPerson):
        room.person(MARCIA)


def test_first_results_of_writes_and_words_of_turns_go_after_a_month(
    room: Introductions, story: Story, engine: Engine, clock: FrozenClock
) -> None:
    story.known()
    room.save_words(MARCIA, "t1", "words")
    clock.set(datetime(2026, 12, 4, tzinfo=UTC))
    room.expire(clock.now())
    assert {"write", "turn_words"}.isdisjoint(rows(engine))
    assert len(room.facts(MARCIA)) == 4


def test_an_alert_stands_in_the_copy_and_goes_with_its_person(
    room: Introductions, story: Story, engine: Engine
) -> None:
    _, token = story.sent()
    room.alert(MARCIA, ("suicide",), to="lead@nwd.example", key="t1")
    room.complain(MARCIA, "nobody rang", "t2")
    with pytest.raises(WordsHeld):
        room.write_to_person(token, "I will hurt you")
    kinds = {row["kind"] for row in room.export(MARCIA)["outgoing"]}
    assert {"introduction", "alert", "request", "words_held"} <= kinds
    room.erase(MARCIA)
    left = rows(engine)
    assert MARCIA not in str(left)
    with Session(engine) as session:
        texts = [f"{row.kind} {row.text}" for row in session.scalars(select(OutgoingRow))]
    assert [text for text in texts if "suicide" in text or not text.startswith("please_delete")] == []


def test_the_copy_says_that_words_were_held_back_and_not_which(room: Introductions, story: Story) -> None:
    _, token = story.sent()
    with pytest.raises(WordsHeld):
        room.write_to_person(token, "I will hurt you")
    copy = room.export(MARCIA)
    assert "words_held" in {event["kind"] for event in copy["introduction_event"]}
    assert "I will hurt you" not in json.dumps(copy)
