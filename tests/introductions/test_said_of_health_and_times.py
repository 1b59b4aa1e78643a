"""What speaks of illness and what anybody may say; times that are taken, and trades told among other things."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from introductions.fields import FIELDS
from introductions.health_words import names_health
from introductions.model import DraftField, Fact, Heard
from introductions.private_words import tells_private
from introductions.rewording import written
from introductions.told_lines import hopes
from introductions.trades import trades_told, work_of
from knowledge.understanding import understand
from knowledge.understanding.asked_of_work import asked_of_work

NOW = datetime(2026, 11, 28, tzinfo=UTC)


@pytest.mark.parametrize(
    "words",
    [
        "my manager is watching me since I was ill",
        "I don't want to be found unfit",
        "I was off sick in May",
        "they said I am unfit for work",
        "I got sick last year",
        "I've been unwell",
        "I panic in crowds",
    ],
)
def test_what_speaks_of_illness_is_health(words: str) -> None:
    assert names_health(words)


@pytest.mark.parametrize(
    "words",
    [
        "can I come first only to look, I am a little afraid of many people",
        "I'm a bit nervous of dogs",
        "I am rather shy",
        "a bit worried about the first day",
        "I'm quite unsure of big rooms",
    ],
)
def test_what_anybody_may_say_is_no_illness_and_nothing_private(words: str) -> None:
    assert not names_health(words)
    assert not tells_private("own", words)


@pytest.mark.parametrize("words", ["I'm sick of the telly", "I felt sorry for the dog", "the food was ill cooked"])
def test_what_only_sounds_ill(words: str) -> None:
    assert not names_health(words)


@pytest.mark.parametrize(
    "text",
    [
        "im ON earlies. working then. not free",
        "I'm not free on mondays",
        "not always free in the day",
        "i aint free then",
        "mornings im never free",
    ],
)
def test_who_is_not_free_says_nothing_of_money(text: str) -> None:
    assert "constraint.cost" not in {one.code for one in understand(text).concepts}


@pytest.mark.parametrize(
    "text", ["it has to be free", "i can only do free things", "i cant pay", "free would be best", "no money, so free"]
)
def test_who_can_pay_nothing_does(text: str) -> None:
    assert "constraint.cost" in {one.code for one in understand(text).concepts if one.polarity == "yes"}


@pytest.mark.parametrize(
    "text",
    [
        "meeting is tuesday 2pm",
        "nothing in writing. meeting tuesday 2pm",
        "my appointment is at 3pm",
        "the hearing is on friday afternoon",
        "my interview is in the afternoon",
    ],
)
def test_when_something_of_theirs_is_on_is_no_time_that_suits(text: str) -> None:
    assert not [one for one in understand(text).concepts if one.code.startswith("constraint.not_mornings")]


@pytest.mark.parametrize("text", ["after 2pm is best", "i can do afternoons", "i am free for a meeting afternoons"])
def test_a_time_that_suits_is_one(text: str) -> None:
    assert [one for one in understand(text).concepts if one.code == "constraint.not_mornings"]


def trades(text: str) -> list[str]:
    return [one.words for one in trades_told(text, [Heard("concept", c.code, c.code, c.polarity, c.words)
            for c in understand(text).concepts])]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lee. 41. bus driver. got bipolar", ["bus driver"]),
        ("Sam, 50, lorry driver, SE5", ["lorry driver"]),
        ("bad back. security guard. bit fed up", ["security guard"]),
        ("i like buses", []),
        ("i want to be a bus driver. SE5", []),
        ("my son is a bus driver, im on my own", []),
    ],
)
def test_a_trade_among_other_things_is_work_so_far(text: str, words: list[str]) -> None:
    assert trades(text) == words


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("can they jus cut my hours cos im sick", []),
        ("are they allowed to cut my hours", []),
        ("they want to cut my hours", []),
        ("nah i dont want my hours cut!!", []),
        ("can my boss just cut my hours", []),
        ("can i cut my hours", ["to cut my hours"]),
        ("i want to cut my hours", ["to cut my hours"]),
    ],
)
def test_hours_that_others_cut_are_never_wished_cut(text: str, reads: list[str]) -> None:
    assert [one.reads for one in asked_of_work(text)] == reads


def test_a_wish_written_for_a_liking_stands_with_the_hopes() -> None:
    fields = {name: DraftField(name == "enjoys", "bus driver" if name == "enjoys" else "") for name in FIELDS}
    made = {one.field: one.text for one in written(fields, "enjoys", "i drive buses. want to keep doing it")}
    assert made == {"enjoys": "I drive buses.", "hopes": "to keep doing it"}


def fact(code: str, words: str, value: str = "", field: str = "concept") -> Fact:
    return Fact(f"{field} {value} {words}", field, value or code, code or None, "yes", words, "t", NOW)


@pytest.mark.parametrize(
    ("words", "hoped"),
    [
        ("be useful", "to be useful"),
        ("feel useful", "to feel useful"),
        ("be of use", "to be of use"),
        ("give something back", "to give something back"),
        ("make a difference", "to make a difference"),
        ("volunteering", "to try volunteering"),
        ("charity shop", "to try volunteering"),
        ("placement", "to try volunteering"),
        ("work trial", "to try volunteering"),
        ("unpaid work", "to try volunteering"),
    ],
)
def test_who_would_be_of_use_says_so_in_their_words(words: str, hoped: str) -> None:
    facts = [fact("", words, "volunteer", "hopes"), fact("support.work_experience", words)]
    assert list(hopes(facts)) == [hoped]


@pytest.mark.parametrize(
    ("told", "reads"),
    [
        (["nursery", "nursery worker for six years"], ["nursery worker for six years"]),
        (["nursery", "cleaner for six years"], ["nursery work", "cleaner for six years"]),
    ],
)
def test_the_same_work_is_said_once(told: list[str], reads: list[str]) -> None:
    facts = [fact("interest.children", "children")]
    for one in told:
        words, for_, years = one.partition(" for ")
        facts.append(fact("", words, f"interest.children {words}{for_}{years}", "trade"))
    assert [one.reads for one in work_of(facts)] == reads
