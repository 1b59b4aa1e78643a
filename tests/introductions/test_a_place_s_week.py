from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine

from introductions import Introductions
from introductions.clocks import Dates, upcoming
from introductions.service import as_places_say, open_introductions
from introductions.states import State
from introductions.week import Week, read_week
from knowledge.directory import Directory
from knowledge.matching import match
from knowledge.profile import Profile, Said
from nwd.cipher import Cipher
from nwd.clock import FrozenClock
from tests.introductions.conftest import TUESDAY
from tests.introductions.places import DIRECTORY
from tests.introductions.steps import MARCIA, Settings, Story

TODAY = date(2026, 11, 3)
CHRISTMAS = (date(2026, 12, 20), date(2027, 1, 5))


@pytest.fixture
def directory(engine: Engine, clock: FrozenClock) -> Callable[[], Directory]:
    return lambda: as_places_say(engine, DIRECTORY, clock.now())


@pytest.fixture
def room(engine: Engine, clock: FrozenClock, cipher: Cipher, directory: Callable[[], Directory]) -> Introductions:
    return open_introductions(engine, directory, clock, cipher, Settings())


@pytest.mark.parametrize(
    ("said", "week"),
    [
        ("Days: Mon, Tue and Thu", Week(days=(0, 1, 3))),
        ("Our working days are Tuesday to Thursday.", Week(days=(1, 2, 3))),
        ("days: wednesdays & fri", Week(days=(2, 4))),
        ("2 new people a week", Week(people=2)),
        ("People a week: 3", Week(people=3)),
        ("no limit a week", Week(people=0)),
        ("away 20 December to 5 January", Week(away=CHRISTMAS)),
        ("We are away from 20/12 - 5/1", Week(away=CHRISTMAS)),
        ("Away until 9 Nov", Week(away=(TODAY, date(2026, 11, 9)))),
        ("not away", Week(away=())),
        ("days: Tue Thu\n2 people a week; away 20 Dec to 5 Jan", Week((1, 3), 2, CHRISTMAS)),
        ("Thursday at 11 is fine", None),
        ("work on thursday", None),
        ("Away until 9 Nov\nDoes Thursday suit her?", None),
        ("Days are long here", None),
        ("away 5 March to 2 March", None),
        ("away until 31 February", None),
        ("back", None),
        ("", None),
    ],
)
def test_a_reply_is_read_as_a_week_only_where_it_says_nothing_else(said: str, week: Week | None) -> None:
    assert read_week(said, TODAY) == week


def test_one_reply_sets_the_week_and_is_confirmed_back(room: Introductions, story: Story) -> None:
    introduction, _ = story.sent()
    story.news()
    text = "Days: Tuesday, Thursday\n2 new people a week\n\nAway until 9 November\n\n-- \nAde\nThread & Kettle"
    assert room.mail_reply(introduction.id, text, "<m1>")
    assert room.mail_reply(introduction.id, text, "<m1>")
    assert room.week_of("kettle") == Week((1, 3), 2, (TODAY, date(2026, 11, 9)))
    assert story.news() == []
    [mail] = story.post()
    assert mail.kind == "week_kept"
    for words in ("Tuesdays, Thursdays", "2 at most", "3 November 2026 to 9 November 2026", "/i/"):
        assert words in mail.text


def test_other_words_go_to_the_person(room: Introductions, story: Story) -> None:
    introduction, _ = story.sent()
    story.news()
    room.mail_reply(introduction.id, "Away until 9 November\nThen Thursday would be good.", "<m1>")
    assert (story.news(), room.week_of("kettle")) == (["relayed"], Week())


def test_the_clocks_count_the_place_s_own_days(room: Introductions, story: Story, clock: FrozenClock) -> None:
    introduction, token = story.sent()
    room.set_week(token, Week(days=(1, 3), away=()))
    assert dict(room.next_strikes(introduction.id))["reminder"].date() == date(2026, 11, 10)
    room.set_week(token, Week(away=(TODAY, date(2026, 11, 15))))
    assert dict(room.next_strikes(introduction.id))["reminder"].date() == date(2026, 11, 19)
    assert dict(room.next_strikes(introduction.id))["promised_day"].date() == introduction.promised_day
    clock.move(timedelta(days=8))
    room.tick()
    assert [mail.kind for mail in story.post()] == ["week_kept"]


def test_being_away_moves_every_clock_of_the_place() -> None:
    away = (date(2026, 11, 4), date(2026, 11, 10))
    dates = Dates(State.SENT, TUESDAY, TUESDAY, None, 1, None, None, (0, 1, 2, 3, 4), away)
    assert [(strike.name, f"{strike.at:%m-%d}") for strike in upcoming(dates, frozenset())] == [
        ("promised_day", "11-06"),
        ("reminder", "11-12"),
        ("coordinator", "11-16"),
        ("expiry", "11-24"),
    ]


def cautions(directory: Directory, at: datetime) -> dict[str, list[str]]:
    result = match(Profile(concepts=(Said("support.social_engagement"),)), directory, today=at.date())
    return {one.service_id: [caution.code for caution in one.cautions] for one in result.matches}


def test_a_place_that_is_away_is_shown_with_a_caution(
    room: Introductions, story: Story, clock: FrozenClock, directory: Callable[[], Directory]
) -> None:
    _, token = story.sent()
    room.set_week(token, Week(away=(TODAY, date(2026, 11, 9))))
    assert "away" in cautions(directory(), clock.now())["circle"]
    assert "away" not in cautions(directory(), datetime(2026, 11, 10, 12, tzinfo=UTC))["circle"]


def test_a_full_week_is_not_offered_until_there_is_room_again(
    room: Introductions, story: Story, clock: FrozenClock, directory: Callable[[], Directory]
) -> None:
    introduction, _ = story.sent()
    room.mail_reply(introduction.id, "2 new people a week", "<m1>")
    assert "circle" in cautions(directory(), clock.now())
    story.agreed(person=MARCIA.replace("0b7c", "0b7d"))
    assert "circle" not in cautions(directory(), clock.now())
    clock.move(timedelta(days=7))
    assert "circle" in cautions(directory(), clock.now())


def test_while_a_place_is_away_nobody_says_that_it_was_asked_again(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    _, token = story.sent()
    room.set_week(token, Week(away=(TODAY, date(2026, 11, 15))))
    story.pass_time(days=3)
    [news] = [one for one in room.pending_news(9) if one.name == "promised_day"]
    assert (news.data["asked"], news.data["promised"]) == (False, True)


@pytest.mark.parametrize("said", ["2 a week", "2 per week", "At most 3 a week."])
def test_how_often_they_meet_is_for_the_person_who_asked(room: Introductions, story: Story, said: str) -> None:
    introduction, _ = story.sent()
    room.say_to_provider(introduction.id, "How often do you meet?", "k")
    story.news()
    assert room.mail_reply(introduction.id, said, "<m1>")
    [news] = room.pending_news(9)
    assert (news.name, news.data["text"], room.week_of("kettle")) == ("relayed", said, Week())
    assert read_week(said, TODAY) is not None, "where nobody in particular is meant, it is of the place's week"


@pytest.mark.parametrize("said", ["2 new a week", "2 people a week", "1 person a week", "new people a week: 2"])
def test_people_a_week_are_of_the_place_s_week(room: Introductions, story: Story, said: str) -> None:
    introduction, _ = story.sent()
    story.news()
    assert room.mail_reply(introduction.id, said, "<m1>")
    assert (story.news(), room.week_of("kettle").people) == ([], int("".join(c for c in said if c.isdigit())))


def test_in_answer_to_the_note_on_its_week_a_bare_number_is_of_the_week(room: Introductions, story: Story) -> None:
    introduction, _ = story.sent()
    assert room.mail_reply(introduction.id, "Days: Tuesday", "<m1>")
    story.clock.move(timedelta(minutes=5))
    assert [mail.kind for mail in story.post()] == ["week_kept"]
    assert room.mail_reply(introduction.id, "2 a week", "<m2>")
    assert room.week_of("kettle").people == 2
    assert room.mail_reply(introduction.id, "no limit a week", "<m3>")
    assert room.week_of("kettle").people == 0
