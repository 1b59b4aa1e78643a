"""The day of a visit, as the words between the two sides settle it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from introductions import Introductions
from introductions.model import By, Visit
from introductions.visit_day import of_hello, read_back, speaks_of, talked
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story

TODAY = date(2026, 11, 3)  # a Tuesday
FRIDAY, MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 6), date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 4)
HELLO = Visit(FRIDAY)


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("Friday at 11", FRIDAY),
        ("Friday 13 November at 11", date(2026, 11, 13)),
        ("Tuesday next week", TUESDAY),
        ("any Friday", None),
        ("Tuesdays and Thursdays", None),
        ("Friday or Monday", None),
        ("whenever suits", None),
    ],
)
def test_the_day_of_a_hello(when: str, day: date | None) -> None:
    assert of_hello(when, TODAY) == Visit(day)


@pytest.mark.parametrize(
    ("said", "day", "asked"),
    [
        ([("person", "cant do friday, monday?"), ("provider", "Monday is fine, same time")], MONDAY, ()),
        (
            [("person", "Could it be Monday instead of Friday?"), ("provider", "No problem, see you!")],
            MONDAY,
            (),
        ),
        ([("person", "could it be wednesday"), ("provider", "Yes that works")], WEDNESDAY, ()),
        ([("person", "is monday ok"), ("provider", "Sorry, not Monday. Tuesday would be good")], TUESDAY, ()),
        ([("person", "is monday ok"), ("provider", "Sorry, we are closed then")], FRIDAY, ()),
        ([("provider", "We have to move Friday to Tuesday, I am sorry")], TUESDAY, ()),
        ([("provider", "Could you do Monday or Tuesday instead?")], FRIDAY, (MONDAY, TUESDAY)),
        ([("provider", "Could you do Monday or Tuesday instead?"), ("person", "tuesday pls")], TUESDAY, ()),
        ([("provider", "Could you do Monday instead?"), ("person", "yes thats fine")], MONDAY, ()),
        ([("person", "i cant do friday sorry")], None, ()),
        ([("person", "cant do friday, monday?")], None, (MONDAY,)),
        ([("person", "i got the hospital that day, can we do the week after")], None, ()),
        ([("person", "can he come the week after instead please"), ("provider", "Monday then")], MONDAY, ()),
        ([("person", "what if i cant make it then")], FRIDAY, ()),
        ([("person", "see you friday")], FRIDAY, ()),
        ([("person", "thank you, can i bring my sister")], FRIDAY, ()),
        ([("provider", "Bring an apron")], FRIDAY, ()),
        ([("provider", "I was away last week, sorry, see you Friday")], FRIDAY, ()),
    ],
)
def test_what_is_said_between_them_settles_the_day(
    said: list[tuple[By, str]], day: date | None, asked: tuple[date, ...]
) -> None:
    visit = HELLO
    for by, words in said:
        visit = talked(visit, by, words, TODAY)
    assert (visit.day, visit.asked) == (day, asked)
    assert read_back(visit.kept()) == visit


@pytest.mark.parametrize(
    "words",
    [
        "i want to bring my niece Sharon friday, and is there a place to sit",
        "ill see you friday",
        "sorry is it friday at 10?",
        "its friday isnt it",
        "not sure where the bus stop is for friday",
        "i dont know what to wear friday",
        "my sister comes saturday so can i bring her friday",
        "i went to the doctors monday. see you friday",
        "can i bring a chair friday, i cant stand long",
    ],
)
def test_words_that_only_name_the_day_leave_it_standing(words: str) -> None:
    assert talked(HELLO, "person", words, TODAY) == HELLO


@pytest.mark.parametrize("words", ["im ill friday", "friday doesnt work for me", "not friday sorry", "im away friday"])
def test_words_against_the_day_unsettle_it(words: str) -> None:
    assert talked(HELLO, "person", words, TODAY).day is None


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("cant do friday, monday?", True),
        ("can we move it from friday to monday", True),
        ("i dont like mondays", False),
        ("fridays are good for me", False),
        ("i would like a class on monday", False),
    ],
)
def test_words_about_the_day_are_told_from_wishes(text: str, about: bool) -> None:
    assert speaks_of(HELLO, text, TODAY) is about


@pytest.mark.parametrize(
    ("by", "said", "day", "asked"),
    [
        ("provider", "Of course, I'll ring you Friday at 2 then. What number?", date(2026, 11, 13), ()),
        ("person", "see you friday", date(2026, 11, 13), ()),
        ("person", "can we do this friday", date(2026, 11, 13), (FRIDAY,)),
        ("provider", "How about Friday 6 November?", date(2026, 11, 13), (FRIDAY,)),
    ],
)
def test_the_bare_weekday_of_a_visit_is_its_own_day(by: By, said: str, day: date, asked: tuple[date, ...]) -> None:
    after = talked(Visit(date(2026, 11, 13)), by, said, TODAY)
    assert (after.day, after.asked) == (day, asked)


def test_a_new_day_moves_the_reminder_the_page_and_the_clocks(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    introduction, token = story.sent()
    room.open_link(token)
    room.say_hello(token, "Ade", "tea", "Friday at 11")
    room.set_reminder(MARCIA, "Friday at 11", date(2026, 11, 5), "k0", introduction_id=introduction.id)
    room.say_to_provider(introduction.id, "can we make it 24 november instead of friday?", "k1")
    story.news()
    room.write_to_person(token, "Yes, the 24th is fine")
    [news] = [one for one in room.pending_news(9) if one.name == "relayed"]
    assert (news.data["visit_day"], news.data["remind_day"]) == ("2026-11-24", "2026-11-23")
    assert room.view(token).visit.day == date(2026, 11, 24)
    reminder = room.reminder(MARCIA)
    assert reminder is not None
    assert reminder.day == date(2026, 11, 23)
    coming = {name: at.date() for name, at in room.next_strikes(introduction.id)}
    assert coming["contact_check"] == date(2026, 11, 25)
    assert coming["lapse"] == date(2026, 12, 1)
    clock.move(timedelta(days=22))
    room.tick()
    [asked] = [one for one in room.pending_news(9) if one.name == "no_contact_yet"]
    assert asked.data["visit_day"] == "2026-11-24"


@pytest.mark.parametrize(
    ("by", "said", "day", "asked"),
    [
        ("person", "sorry, could we do next friday instead", FRIDAY, (date(2026, 11, 13),)),
        ("person", "can we move it to friday week", FRIDAY, (date(2026, 11, 13),)),
        ("person", "see you next friday", FRIDAY, ()),
        ("provider", "No sorry needed. Friday 13th at 2, same bus stop", date(2026, 11, 13), ()),
        ("provider", "Fri 13th it is", date(2026, 11, 13), ()),
        ("provider", "Lovely, see you Friday 6th", FRIDAY, ()),
        ("provider", "Monday 9th would be good", MONDAY, ()),
    ],
)
def test_a_day_a_week_on_and_a_day_with_its_number(by: By, said: str, day: date, asked: tuple[date, ...]) -> None:
    after = talked(HELLO, by, said, TODAY)
    assert (after.day, after.asked) == (day, asked)


@pytest.mark.parametrize(
    "said",
    [
        "tuesday yes come with me",
        "yes please come with me on tuesday",
        "i would like you to be there with me tuesday",
        "yes come along to my meeting on monday",
        "please sit beside me tuesday",
    ],
)
def test_a_yes_to_company_moves_no_day(said: str) -> None:
    assert talked(HELLO, "person", said, TODAY) == HELLO


@pytest.mark.parametrize(
    "said",
    [
        "tuesday would be better for me",
        "could my sister come with me on tuesday instead",
        "cant do friday, can you come with me tuesday",
        "can we do tuesday",
        "could it be tuesday, my mum is free then",
    ],
)
def test_another_day_that_is_asked_for_is_one(said: str) -> None:
    assert talked(HELLO, "person", said, TODAY).asked == (TUESDAY,)


def test_a_told_reminder_goes_with_a_day_that_is_moved(room: Introductions, story: Story, clock: FrozenClock) -> None:
    introduction, token = story.sent()
    room.open_link(token)
    room.say_hello(token, "Ade", "tea", "Friday at 11")
    room.set_reminder(MARCIA, "Friday at 11", date(2026, 11, 5), "k0", introduction_id=introduction.id)
    clock.move(timedelta(days=2))
    room.tick()
    story.news()
    held = room.reminder(MARCIA)
    assert held is not None
    assert held.told
    room.write_to_person(token, "Friday 13th at 11 then, no trouble")
    held = room.reminder(MARCIA)
    assert held is not None
    assert (held.told, held.day) == (False, date(2026, 11, 12))
