"""A time that suits best is weighed and said; only a time that is a must shuts a place out."""

from __future__ import annotations

import pytest

from knowledge.listing import Slot
from knowledge.matching import Match, match
from knowledge.musts import liked_home, musts
from knowledge.profile import Profile, Said
from knowledge.sample import SAMPLE_DAY, load_sample
from knowledge.understanding import understand
from tests.knowledge.builders import SEWING, TODAY, TUESDAY_EVENING, TUESDAY_MORNING, a_directory, a_service

DAY, LATE, AFTERNOON = "constraint.daytime_only", "constraint.evenings_weekends", "constraint.not_mornings"
SAMPLE = load_sample()


def answering(answer: str, code: str, words: str) -> Profile:
    """What the conversation keeps of an answer to "When would suit you best?"."""
    return Profile(concepts=(Said(SEWING), Said(code, words)), times=(answer,), text=words)


@pytest.mark.parametrize(
    ("code", "words", "text"),
    [
        (DAY, "", ""),
        (DAY, "only mornings", ""),
        (DAY, "mornings", "i like singing. mornings only, please"),
        (DAY, "mornings", "I can only do mornings"),
        (DAY, "school hours", ""),
        (DAY, "mornings", "mornings when the kids are at nursery"),
        (LATE, "evenings", "it has to be evenings"),
        (LATE, "after work", ""),
        (AFTERNOON, "mornings", "I can’t do mornings"),
        (AFTERNOON, "mornings are out", ""),
        (AFTERNOON, "in the mornings", "my tablets knock me out in the mornings"),
        (AFTERNOON, "not before 12", ""),
    ],
)
def test_said_as_a_must_it_is_one(code: str, words: str, text: str) -> None:
    assert musts(Profile(concepts=(Said(code, words),), text=text)) == {code}


@pytest.mark.parametrize(
    ("code", "words", "text"),
    [
        (DAY, "mornings", ""),
        (DAY, "mornings", "mornings near SE5"),
        (DAY, "mornings", "I can't sit long, mornings would be best"),
        (DAY, "mornings", "not fussed but mornings are nice"),
        (DAY, "in the morning", "i don't mind in the morning"),
        (LATE, "evenings", "evenings are better for me"),
        (AFTERNOON, "afternoons", "afternoons suit me"),
    ],
)
def test_said_as_a_liking_it_is_none(code: str, words: str, text: str) -> None:
    assert musts(Profile(concepts=(Said(code, words),), text=text)) == frozenset()


@pytest.mark.parametrize(
    ("answer", "code"),
    [("mornings", DAY), ("afternoons", AFTERNOON), ("evenings", LATE), ("weekends", LATE)],
)
def test_an_answer_to_when_would_suit_you_best_shuts_nothing_out(answer: str, code: str) -> None:
    services = [a_service("early", times=(TUESDAY_MORNING,)), a_service("late", times=(TUESDAY_EVENING,))]
    for words in ("", answer):
        result = match(answering(answer, code, words), a_directory(*services), today=TODAY)
        assert {found.service_id for found in result.matches} == {"early", "late"}
        assert result.excluded == ()


def test_what_suits_best_comes_first_and_the_other_says_so_honestly() -> None:
    services = [a_service("a-late", times=(TUESDAY_EVENING,)), a_service("b-early", times=(TUESDAY_MORNING,))]
    first, second = match(answering("mornings", DAY, "mornings"), a_directory(*services), today=TODAY).matches
    assert (first.service_id, codes(first, "reasons"), codes(first, "cautions")) == ("b-early", {"times"}, set())
    assert (second.service_id, codes(second, "reasons"), codes(second, "cautions")) == ("a-late", set(), {"times"})


def codes(found: Match, kind: str) -> set[str]:
    return {reason.code for reason in getattr(found, kind)} & {"times", "times_partly"}


def test_only_mornings_shuts_out_what_runs_in_the_evening() -> None:
    person = answering("mornings", DAY, "only mornings")
    result = match(person, a_directory(a_service(times=(TUESDAY_EVENING,))), today=TODAY)
    assert [(entry.service_id, entry.reason) for entry in result.excluded] == [("circle", "times")]


def test_a_place_that_cannot_do_evenings_is_only_shut_to_those_who_must_have_them() -> None:
    service = a_service(times=(TUESDAY_MORNING,), cannot_meet=(LATE,))
    liking = match(answering("evenings", LATE, "evenings"), a_directory(service), today=TODAY)
    needing = match(answering("evenings", LATE, "only evenings"), a_directory(service), today=TODAY)
    assert [found.service_id for found in liking.matches] == ["circle"]
    assert [entry.reason for entry in needing.excluded] == ["cannot_meet"]


def test_only_mornings_or_evenings_means_either_of_them() -> None:
    words = "only mornings or evenings"
    person = Profile(concepts=(Said(SEWING), Said(DAY, words), Said(LATE, words)))
    times = {"early": TUESDAY_MORNING, "late": TUESDAY_EVENING, "between": Slot(1, "15:00", "16:30")}
    services = [a_service(name, times=(slot,)) for name, slot in times.items()]
    result = match(person, a_directory(*services), today=TODAY)
    assert {found.service_id for found in result.matches} == {"early", "late"}


def test_music_and_mornings_in_brixton_still_finds_music() -> None:
    person = Profile(
        concepts=(Said("interest.music", "singing"), Said(DAY, "mornings")),
        times=("mornings",),
        postcode="SW9",
        text="singing\nmornings",
    )
    found = match(person, SAMPLE, today=SAMPLE_DAY).matches
    assert len(found) == 3
    assert all("interest.music" in place.listing.interests for place in found)


@pytest.mark.parametrize("text", ["only mornings", "I like singing but I can only do mornings"])
def test_a_must_that_the_understanding_hears_stays_one(text: str) -> None:
    heard = understand(text).concepts
    person = Profile(concepts=tuple(Said(c.code, c.words) for c in heard if c.polarity == "yes"), text=text)
    assert musts(person) == {DAY}


@pytest.mark.parametrize(
    "text", ["my daughter has mornings school run", "i work mornings", "mornings are awful", "not mornings"]
)
def test_mornings_that_are_taken_or_turned_down_are_a_must(text: str) -> None:
    heard = understand(text).concepts
    person = Profile(concepts=(Said(SEWING), *(Said(c.code, c.words) for c in heard if c.polarity == "yes")), text=text)
    times = {"early": (TUESDAY_MORNING,), "late": (TUESDAY_EVENING,), "both": (TUESDAY_MORNING, TUESDAY_EVENING)}
    directory = a_directory(*(a_service(name, times=slots) for name, slots in times.items()))
    result = match(person, directory, today=TODAY)
    assert [(entry.service_id, entry.reason) for entry in result.excluded] == [("early", "times")]
    told = {found.service_id: (codes(found, "reasons"), codes(found, "cautions")) for found in result.matches}
    assert told == {"late": ({"times"}, set()), "both": (set(), {"times_partly"})}


def test_only_afternoons_leaves_the_evening_behind() -> None:
    slots = {"noon": Slot(1, "13:00", "15:00"), "late": TUESDAY_EVENING, "early": TUESDAY_MORNING}
    directory = a_directory(*(a_service(name, times=(slot,)) for name, slot in slots.items()))
    heard = understand("only afternoons").concepts
    person = Profile(
        concepts=(Said(SEWING), *(Said(c.code, c.words) for c in heard if c.polarity == "yes")),
        not_=tuple(c.code for c in heard if c.polarity == "no"),
        text="only afternoons",
    )
    result = match(person, directory, today=TODAY)
    assert [found.service_id for found in result.matches] == ["noon"]
    assert [codes(found, "cautions") for found in result.matches] == [set()]
    assert [entry.service_id for entry in result.excluded] == ["late", "early"]


def test_the_days_somebody_can_come_are_weighed_and_said() -> None:
    directory = a_directory(
        a_service("a-wed", times=(Slot(2, "10:00", "12:00"),)), a_service("b-tue", times=(TUESDAY_MORNING,))
    )
    person = Profile(concepts=(Said(SEWING),), days=("Tue", "Thu"))
    first, second = match(person, directory, today=TODAY).matches
    assert (first.service_id, codes(first, "reasons"), codes(first, "cautions")) == ("b-tue", {"times"}, set())
    assert (second.service_id, codes(second, "reasons"), codes(second, "cautions")) == ("a-wed", set(), {"times"})


@pytest.mark.parametrize(
    ("text", "open_to_them"),
    [
        ("I can only do weekends, evenings no good", {"sat-morning", "sun-late"}),
        ("only after 7pm", {"mon-late", "sun-late"}),
        ("I can only do mondays after 7pm", {"mon-late"}),
        ("nothing before 1pm", {"mon-after", "mon-late", "mon-five", "sun-late"}),
        ("not before 11", {"sat-morning", "mon-eleven", "mon-after", "mon-late", "mon-five", "sun-late"}),
        ("I have to be home by half past two for my son", {"mon-early", "mon-eleven", "mon-after", "sat-morning"}),
        ("I can only do between 10 and 2", {"mon-early", "mon-eleven", "sat-morning"}),
        ("only evenings", {"mon-late", "mon-five", "sun-late"}),
        ("evenings or weekends only", {"mon-late", "mon-five", "sat-morning", "sun-late"}),
        ("I can't do mondays", {"sat-morning", "sun-late"}),
    ],
)
def test_the_hours_and_days_that_are_named_count_and_not_only_their_code(text: str, open_to_them: set[str]) -> None:
    slots = {
        "mon-early": Slot(0, "10:00", "11:00"),
        "mon-eleven": Slot(0, "11:30", "13:00"),
        "mon-after": Slot(0, "13:00", "14:15"),
        "mon-five": Slot(0, "17:00", "18:30"),
        "mon-late": Slot(0, "19:30", "21:00"),
        "sat-morning": Slot(5, "10:00", "12:00"),
        "sun-late": Slot(6, "19:00", "20:00"),
    }
    directory = a_directory(*(a_service(name, times=(slot,)) for name, slot in slots.items()))
    heard = understand(text)
    person = Profile(
        concepts=(Said(SEWING), *(Said(c.code, c.words) for c in heard.concepts if c.polarity == "yes")),
        not_=tuple(c.code for c in heard.concepts if c.polarity == "no"),
        text=text,
        days=tuple(next((value.value for value in heard.values if value.field == "days"), "").split()),
    )
    assert {found.service_id for found in match(person, directory, today=TODAY, limit=9).matches} == open_to_them


@pytest.mark.parametrize(
    ("text", "softly"),
    [
        ("i dont realy go out no more", True),
        ("i dont go out much", True),
        ("i hardly leave the house these days", True),
        ("i never go out", True),
        ("im scared to go out", True),
        ("ive not been out in months", True),
        ("i stopped going out", True),
        ("i cant leave the house", False),
        ("im housebound", False),
        ("i work from home", False),
        ("he cannot be left so i dont go out", False),
        ("i cant go out. i dont go out at all", False),
    ],
)
def test_home_is_a_must_for_who_cannot_leave_it(text: str, softly: bool) -> None:
    said = tuple(Said(one.code, one.words) for one in understand(text).concepts if one.polarity == "yes")
    assert (liked_home(Profile(concepts=said, text=text)) == {"constraint.own_home"}) is softly
