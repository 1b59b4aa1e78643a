"""Names, as people tell them."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.names import names, told_name


def named(text: str, asked: str | None = None) -> list[str]:
    return [value.value for value in understand(text, asked).values if value.field == "name"]


@pytest.mark.parametrize("asked", ["chosen_name", "interests", None])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my name is Mrs Lowe", "Mrs Lowe"),
        ("call me D", "D"),
        ("the name is Pat", "Pat"),
        ("name's Pat", "Pat"),
        ("my names mr k okafor", "mr k okafor"),
        ("You can call me Mrs. Lowe please", "Mrs. Lowe"),
        ("they call me Auntie Bea", "Auntie Bea"),
        ("hi, my name is ada okafor", "ada okafor"),
        ("i'm called mary-ann", "mary-ann"),
    ],
)
def test_a_name_is_heard_wherever_it_is_told(text: str, name: str, asked: str | None) -> None:
    assert (named(text, asked), understand(text, asked).intent) == ([name], "inform")


@pytest.mark.parametrize(
    ("text", "name"),
    [("its Pat", "Pat"), ("just D", "D"), ("put Pat please", "Pat"), ("im Joy", "Joy"), ("this is ama", "ama")],
)
def test_little_words_beside_a_name_that_was_asked_for_are_none_of_it(text: str, name: str) -> None:
    assert named(text, "chosen_name") == [name]


@pytest.mark.parametrize(
    "text",
    ["call me tomorrow", "call me first thing", "call me when you can", "call me maria on monday", "call me back pls"],
)
def test_a_wish_for_a_call_is_no_name(text: str) -> None:
    assert (named(text), understand(text).intent) == ([], "call_me")


@pytest.mark.parametrize(
    "text", ["my name is on the letter", "my name is not important", "my cat is called Biscuit", "me chamo Ana"]
)
def test_what_is_said_of_a_name_is_none_told(text: str) -> None:
    assert told_name(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("i told u man its Kofi", "Kofi"),
        ("Selam. Can my daughter come?", "Selam"),
        ("mo. how many people come to my house", "mo"),
        ("my name isnt wait!! its Kayleigh and i asked what happens", "Kayleigh"),
        ("no no, it's Joy and not that", "Joy"),
    ],
)
def test_a_name_is_told_from_what_stands_beside_it(text: str, name: str) -> None:
    assert (named(text, "chosen_name"), understand(text, "chosen_name").intent) == ([name], "inform")


@pytest.mark.parametrize(
    "text",
    [
        "ok introduce me",
        "wait, i said tell me more, what happens there?",
        "hang on. what do they do there",
        "sorry, who gets this letter?",
        "its fine, whatever you think is best",
    ],
)
def test_a_wish_is_no_name(text: str) -> None:
    assert named(text, "chosen_name") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("introduce me. Im Bev", "Bev"),
        ("alright introduce me. call me Gaz", "Gaz"),
        ("Introduce him please. He's Kwame", "Kwame"),
    ],
)
def test_who_tells_a_name_and_wants_to_be_introduced_wants_that(text: str, name: str) -> None:
    assert (named(text), understand(text).intent) == ([name], "want_introduction")


@pytest.mark.parametrize(
    "text",
    ["Im Deaf and i sign", "i'm Somali", "Im Autistic", "im knackered", "I'm ADHD", "hi Im Dyslexic", "he's Kwame"],
)
def test_what_somebody_is_is_no_name(text: str) -> None:
    assert named(text) == []


def test_a_name_is_put_right() -> None:
    assert told_name("my name isnt wait!! its Kayleigh and i asked what happens") == "Kayleigh"


@pytest.mark.parametrize("text", ["Show others", "tell me more", "why only black? i am portuguese", "start again"])
def test_a_wish_or_a_people_is_no_name(text: str) -> None:
    assert list(names(text, "chosen_name")) == []


@pytest.mark.parametrize("text", ["Mark West", "Will Long", "Grace Young"])
def test_a_name_of_common_words_is_one(text: str) -> None:
    assert [one.value for one in names(text, "chosen_name")] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "whatever you like",
        "just put a friend",
        "my brother",
        "no name",
        "the same",
        "as above",
        "im tired",
        "i dont mind",
    ],
)
def test_ordinary_words_where_a_name_is_asked_for_are_none(text: str) -> None:
    assert named(text, "chosen_name") == []


@pytest.mark.parametrize("text", ["A. Okafor", "Will", "May", "d", "grace", "My"])
def test_a_name_may_look_like_an_ordinary_word(text: str) -> None:
    assert named(text, "chosen_name") == [text]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Terry. Not Terence.", ["Terry"]),
        ("Terry not Terence", ["Terry"]),
        ("Show others", []),
        ("I'll wait", []),
        ("No More", []),
        ("no no not the back one!! the fair shift one", []),
    ],
)
def test_a_name_denies_nothing_and_commands_nothing(text: str, name: list[str]) -> None:
    assert named(text, "chosen_name") == name
