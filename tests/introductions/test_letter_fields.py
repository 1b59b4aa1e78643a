from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from introductions.errors import TooLong
from introductions.fields import FIELDS, IN_MAIL, compose, edited
from introductions.letter import Envelope, write
from introductions.model import DraftField, Fact
from tests.introductions.places import DIRECTORY

CIRCLE = DIRECTORY.services["circle"]
SKILLS = DIRECTORY.services["skills"]
NOW = datetime(2026, 11, 3, tzinfo=UTC)


def told(code: str, words: str = "", polarity: str = "yes") -> Fact:
    return Fact(code, "concept", code, code, polarity, words, "t", NOW)  # type: ignore[arg-type]


def value(field: str, text: str) -> Fact:
    return Fact(field, field, text, None, "yes", "", "t", NOW)


def envelope(service: str = "circle") -> Envelope:
    listing = DIRECTORY.services[service]
    return Envelope(DIRECTORY.provider_of(listing), listing, "https://nwd.example/i/x", "K7MNQX", "Lantern Neighbours")


def texts(fields: dict[str, DraftField], service: str = "circle") -> dict[str, str]:
    return write(fields, envelope(service))


def test_how_somebody_feels_is_no_hope_and_a_wish_that_they_name_stays_in_their_words() -> None:
    facts = [told("support.social_engagement", "lonely"), told("support.training", "pottery")]
    assert compose(facts, CIRCLE, "Marcia")["hopes"].text == "some company, pottery"


@pytest.mark.parametrize(
    ("facts", "field", "line"),
    [
        (
            [told("support.training", "paid"), told("support.training", "pottery")],
            "hopes",
            "to learn something, pottery",
        ),
        ([told("support.training", "Sewing circle")], "hopes", ""),
        ([told("constraint.caring", "husband")], "times", "around caring for someone"),
        ([value("times", "weekends"), value("days", "Tue Sun")], "times", "Tuesdays, Sundays"),
        (
            [told("interest.teaching", "Mentoring"), told("interest.counselling_peer", "mentoring")],
            "enjoys",
            "Mentoring",
        ),
    ],
)
def test_a_line_names_each_thing_once_and_nothing_that_is_none(facts: list[Fact], field: str, line: str) -> None:
    assert compose(facts, CIRCLE, "Marcia")[field].text == line


@pytest.mark.parametrize(
    ("wish", "line"),
    [
        (told("stage.ready", "back"), "to get back to finance work"),
        (told("stage.ready", "back", "no"), ""),
    ],
)
def test_a_job_that_they_name_stands_in_their_words_while_they_want_one(wish: Fact, line: str) -> None:
    facts = [wish, value("job_hope", "to get back to finance work")]
    assert compose(facts, CIRCLE, "Marcia")["hopes"].text == line


@pytest.mark.parametrize(
    ("words", "enjoys", "hopes"),
    [
        ("teach it", "", "to teach others"),
        ("teach young people", "", "to teach young people"),
        ("teaching", "teaching", ""),
    ],
)
def test_who_would_teach_hopes_to_and_who_likes_it_enjoys_it(words: str, enjoys: str, hopes: str) -> None:
    heard_too = told("support.training", f"i'd like to {words}") if hopes else told("stage.nearer", words)
    fields = compose([told("interest.teaching", words), heard_too], CIRCLE, "Marcia")
    assert (fields["enjoys"].text, fields["hopes"].text) == (enjoys, hopes)


@pytest.mark.parametrize(("support", "helps"), [("support.job_brokering", "part-time hours"), ("support.training", "")])
def test_part_time_is_asked_of_work_alone(support: str, helps: str) -> None:
    service = replace(CIRCLE, support=(support,))
    assert compose([told("constraint.part_time", "two hours a week")], service, "Marcia")["helps"].text == helps


def test_health_is_off_and_empty_even_where_it_was_told() -> None:
    fields = compose([told("health.anxiety", "anxiety")], CIRCLE, "Marcia")
    assert fields["health"] == DraftField(on=False, text="", sensitive=True)
    assert not any("anxiety" in text.lower() for text in texts(fields).values())


@pytest.mark.parametrize(
    "code", ["good_bad_days", "travel", "step_free", "no_phone_calls", "no_groups", "noise_crowds", "own_home"]
)
def test_a_need_that_hints_at_health_is_off_until_it_is_put_in(code: str) -> None:
    helps = compose([told(f"constraint.{code}")], CIRCLE, "Marcia")["helps"]
    assert (helps.on, helps.sensitive) == (False, True)
    assert helps.text


def test_a_need_that_says_nothing_about_health_is_in() -> None:
    helps = compose([told("constraint.cost")], CIRCLE, "Marcia")["helps"]
    assert (helps.on, helps.sensitive) == (True, False)


@pytest.mark.parametrize("code", ["right_to_work", "criminal_record", "benefits_worry", "housing", "debt", "documents"])
def test_a_record_money_and_status_never_come_into_a_letter(code: str) -> None:
    fields = compose([told(f"constraint.{code}", "that thing")], CIRCLE, "Marcia")
    assert not any("that thing" in field.text for field in fields.values())
    assert fields["helps"].text == ""


def test_their_own_words_are_used() -> None:
    fields = compose(
        [told("interest.arts_crafts", "sewing", "past"), told("interest.music", "Nina Simone")], CIRCLE, "Marcia"
    )
    assert fields["enjoys"].text == "sewing (used to), Nina Simone"


def test_words_that_tell_of_health_give_way_to_plain_ones() -> None:
    fields = compose([told("support.social_engagement", "company because of my depression")], CIRCLE, "Marcia")
    assert fields["hopes"].text == "some company"


def test_words_that_hold_what_they_told_of_health_give_way_too() -> None:
    facts = [
        told("health.other", "the Tuesday wobbles"),
        told("support.social_engagement", "company on the Tuesday wobbles"),
    ]
    assert compose(facts, CIRCLE, "Marcia")["hopes"].text == "some company"


def test_what_they_do_not_want_is_not_a_hope() -> None:
    fields = compose(
        [told("support.training", "learn", "no"), told("support.job_brokering", "a job", "past")], CIRCLE, "Marcia"
    )
    assert fields["hopes"].text == ""


def test_a_hope_about_money_goes_only_to_a_place_that_gives_that() -> None:
    facts = [told("support.financial_advice", "my arrears")]
    assert compose(facts, CIRCLE, "Marcia")["hopes"].text == ""
    assert compose(facts, SKILLS, "Marcia")["hopes"].text == "advice about money"


def test_joining_by_video_is_named_where_the_service_is_online() -> None:
    facts = [told("constraint.own_home", "scared to go out")]
    assert "video" in compose(facts, CIRCLE, "Marcia")["helps"].text
    assert "video" not in compose(facts, SKILLS, "Marcia")["helps"].text


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("constraint.good_bad_days", "good days and bad days"),
        ("constraint.travel", "near me"),
        ("constraint.own_home", "i dont go out much"),
    ],
)
def test_nobody_is_said_to_join_by_video_who_never_spoke_of_it(code: str, words: str) -> None:
    helps = compose([told(code, words)], CIRCLE, "Marcia")["helps"].text
    assert "video" not in helps
    assert "from home" not in helps


def test_chosen_times_stand_without_what_was_worked_out_of_them() -> None:
    facts = [told("constraint.daytime_only"), value("times", "mornings"), told("constraint.childcare")]
    assert compose(facts, CIRCLE, None)["times"].text == "mornings, around the school run"


def test_a_language_is_named_and_english_is_not() -> None:
    assert compose([value("language", "pt-BR")], CIRCLE, None)["language"].text == "Portuguese is easiest"
    assert compose([value("language", "en-GB")], CIRCLE, None)["language"].on is False


@pytest.mark.parametrize(("facts", "name"), [([], "A neighbour"), ([value("name", "Marcia")], "Marcia")])
def test_without_a_name_it_is_a_neighbour(facts: list[Fact], name: str) -> None:
    assert texts(compose(facts, CIRCLE, None))["page_text"].startswith(f"{name} would like to meet you.")


def test_a_name_question_that_was_skipped_is_no_name() -> None:
    assert compose([value("chosen_name", "skipped")], CIRCLE, None)["name"].text == ""


def test_the_mail_carries_the_warm_part_only() -> None:
    facts = [
        told("interest.arts_crafts", "sewing"),
        told("constraint.good_bad_days"),
        value("times", "mornings"),
        value("language", "pt"),
    ]
    fields = compose(facts, CIRCLE, "Marcia") | {"health": DraftField(True, "I have lupus", True)}
    fields["helps"] = DraftField(True, fields["helps"].text, True)
    written = texts(fields)
    for field in FIELDS:
        line = fields[field].text
        assert not line or (line in written["mail_text"]) == (field in IN_MAIL), field
        assert not line or line in written["page_text"], field
    assert "Marcia" not in written["mail_subject"]


def test_every_line_that_is_sent_was_shown() -> None:
    fields = compose([told("interest.arts_crafts", "sewing"), told("constraint.cost")], CIRCLE, "Marcia")
    written = texts(fields)
    assert written["page_text"] in written["shown_text"]
    fixed = texts({name: DraftField(False, "") for name in FIELDS})["mail_text"].splitlines()
    for line in written["mail_text"].splitlines():
        assert line in written["shown_text"].splitlines() or line in fixed


def test_what_is_shown_says_what_is_left_out_and_what_is_agreed() -> None:
    fields = compose([told("constraint.good_bad_days")], CIRCLE, "Marcia")
    shown = texts(fields)["shown_text"]
    assert "it stays out unless you add it: what would help (a bit of give on harder" in shown
    assert "Not in it: anything on health." in shown
    assert shown.endswith("Agreeing means that Thread & Kettle sees these lines.")


def test_an_invented_place_is_called_so_where_the_letter_is_shown_and_nothing_that_is_sent_changes() -> None:
    fields, real = compose([told("interest.arts_crafts", "sewing")], CIRCLE, "Marcia"), envelope()
    invented = replace(real, provider=replace(real.provider, sample=True))
    before, after = write(fields, real), write(fields, invented)
    line = "Thread & Kettle is invented, to try this out. It is not real."
    assert after.pop("shown_text") == before.pop("shown_text") + f"\n{line}"
    assert after == before


def test_the_agreement_names_health_once_anything_touches_it() -> None:
    fields = compose([told("constraint.good_bad_days")], CIRCLE, "Marcia")
    fields["helps"] = DraftField(True, fields["helps"].text, True)
    assert texts(fields)["shown_text"].endswith("sees these lines, including about health.")
    assert "anything on health" not in texts(fields)["shown_text"]


@pytest.mark.parametrize(
    ("field", "line", "named"),
    [
        ("own", "i get anxious", "including about health."),
        ("own", "i am on benefits", "including something personal (your own words)."),
        ("hopes", "someone to talk to", "including about health."),
        ("hopes", "advice about money", "including something personal (what you hope for)."),
        ("helps", "somewhere quiet", "including about health."),
    ],
)
def test_the_agreement_names_what_a_line_is_about(field: str, line: str, named: str) -> None:
    fields = compose([], CIRCLE, "Marcia")
    fields[field] = DraftField(on=True, text=line, sensitive=True)
    assert texts(fields)["shown_text"].endswith(named)


def test_who_wants_no_calls_tells_nothing_of_their_health() -> None:
    assert not edited("helps", "no phone", DraftField(False, "")).sensitive


def test_a_place_run_by_the_council_says_so() -> None:
    assert "Town Hall Skills is run by the council." in texts(compose([], SKILLS, "Marcia"), "skills")["shown_text"]


def test_the_last_line_of_mail_and_page_says_what_was_not_checked() -> None:
    written = texts(compose([], CIRCLE, "Marcia"))
    for text in ("mail_text", "page_text"):
        last = written[text].splitlines()[-1]
        assert last.startswith("All our letters end like this: we do not check anyone's identity or risk")


def test_html_shows_what_somebody_typed_as_they_typed_it() -> None:
    fields = compose([], CIRCLE, "Marcia") | {"enjoys": DraftField(True, "<b>maths</b> & tea")}
    html = texts(fields)["mail_html"]
    assert "&lt;b&gt;maths&lt;/b&gt; &amp; tea" in html
    assert "<b>maths" not in html


def test_an_edited_line_is_one_line_and_goes_in() -> None:
    assert edited("enjoys", "  quilts\nBcc: x@y.example \x00", DraftField(False, "")) == DraftField(
        True, "quilts Bcc: x@y.example"
    )


def test_an_emptied_line_is_left_out() -> None:
    assert edited("enjoys", "  ", DraftField(True, "sewing")).on is False


def test_an_edited_line_that_names_health_counts_as_health() -> None:
    assert edited("hopes", "company, my anxiety keeps me in", DraftField(True, "company")).sensitive is True


@pytest.mark.parametrize(("field", "length"), [("name", 61), ("enjoys", 301)])
def test_a_line_too_long_is_refused_not_cut(field: str, length: int) -> None:
    with pytest.raises(TooLong):
        edited(field, "x" * length, DraftField(False, ""))


def test_a_hope_that_touches_health_or_money_is_off_until_it_is_put_in() -> None:
    fields = compose([told("support.training", "a course"), told("support.financial_advice")], SKILLS, "Marcia")
    hopes = fields["hopes"]
    assert (hopes.on, hopes.sensitive) == (False, True)
    assert "advice about money" in hopes.text
    assert "advice about money" not in texts(fields, "skills")["mail_text"]
    put_in = texts(fields | {"hopes": DraftField(on=True, text=hopes.text, sensitive=True)}, "skills")
    assert "sees these lines, including something personal (what you hope for)." in put_in["shown_text"]


def test_a_hope_of_company_alone_is_in() -> None:
    hopes = compose([told("support.social_engagement", "some company")], CIRCLE, "Marcia")["hopes"]
    assert (hopes.on, hopes.sensitive) == (True, False)


@pytest.mark.parametrize(
    "goal",
    [
        "get off benefits", "get my kids back", "leave my husband", "get out of the hostel", "be off universal credit",
        "work with a record", "get my visa sorted", "be clean", "be out of debt",
    ],
)  # fmt: skip
def test_a_goal_that_is_nobody_s_business_stays_out(goal: str) -> None:
    assert compose([value("goal", goal)], CIRCLE, "Marcia")["hopes"].text == ""


@pytest.mark.parametrize("goal", ["be a pilot", "become a baker", "train as a nurse", "work with animals"])
def test_a_goal_that_is_a_line_of_work_goes_in(goal: str) -> None:
    assert compose([value("goal", goal)], CIRCLE, "Marcia")["hopes"].text == f"to {goal}"


def test_days_stand_in_a_letter_by_their_names_and_what_takes_a_time_does_not() -> None:
    mornings = told("constraint.not_mornings", "mornings school run")
    assert compose([mornings, value("days", "Tue Thu")], CIRCLE, "Marcia")["times"].text == (
        "not mornings, Tuesdays, Thursdays"
    )
    assert compose([value("times", "any_time"), value("days", "Sat")], CIRCLE, "Marcia")["times"].text == "Saturdays"


@pytest.mark.parametrize(
    ("days", "line"),
    [
        ("Mon Tue Wed Thu Fri", "weekdays"),
        ("Mon Tue Wed Fri Sat Sun", "not Thursdays"),
        ("Mon Tue Wed Thu Fri Sat", "not Sundays"),
        ("Tue Thu", "Tuesdays, Thursdays"),
    ],
)
def test_days_stand_as_one_would_say_them(days: str, line: str) -> None:
    assert compose([value("days", days)], CIRCLE, "Marcia")["times"].text == line


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ([told("constraint.going_alone")], "being met at the door the first time would help"),
        ([told("constraint.going_alone"), told("constraint.going_alone", polarity="no")], ""),
        ([told("constraint.going_alone"), value("comes", "their sister comes along the first time")], "their sister"),
        ([], ""),
    ],
)
def test_who_would_not_walk_in_alone_asks_to_be_met(facts: list[Fact], line: str) -> None:
    with_a_door = replace(CIRCLE, formats=("group",))
    field = compose(facts, with_a_door, "Curtis")["who_comes"]
    assert field.text.startswith(line)
    assert (field.on, field.sensitive) == (bool(line), False)


def test_nobody_is_met_where_there_is_no_door() -> None:
    at_home = replace(CIRCLE, places=(), formats=("phone",))
    assert compose([told("constraint.going_alone")], at_home, "Curtis")["who_comes"].text == ""


def test_to_be_met_is_no_private_thing() -> None:
    line = edited("who_comes", "being met at the door the first time would help", DraftField(on=False, text=""))
    assert (line.on, line.sensitive) == (True, False)
