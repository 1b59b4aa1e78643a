"""A typed answer is heard as the button is: by its title, its number, and, before a wipe, by a plain yes or no."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.copy import Copy
from bot.gateway.presses import may_name, press_of, typed_press
from bot.store.model import Position, StoredButton
from introductions.place_meant import Meant
from knowledge.understanding.place_wish import Wish

NOTHING = Position("c1", "open", None, None, "en")
DELETE, RESTART, STOPPED = "utter_delete_sure", "utter_restart_sure", "utter_opted_out"


def asked(response: str) -> Position:
    buttons = enumerate(Copy().line(response).buttons)
    return replace(NOTHING, offer=tuple(StoredButton(str(at), one.title, one.intent, {}) for at, one in buttons))


def pressed(text: str, response: str) -> str | None:
    button = typed_press(text, asked(response))
    return None if button is None else button.intent


@pytest.mark.parametrize(
    "text", ["yes", "Yes please.", "yeah", "ok", "do it", "Yes, delete it all", "delete everything", "1"]
)
def test_yes_to_shall_i_delete_it_all_is_the_button(text: str) -> None:
    assert pressed(text, DELETE) == "delete_confirmed"


@pytest.mark.parametrize("text", ["no", "No thanks", "nah", "don't", "keep it", "never mind", "2"])
def test_no_leaves_it_be(text: str) -> None:
    assert pressed(text, DELETE) == "carry_on"


@pytest.mark.parametrize(("text", "intent"), [("yes", "start_again_confirmed"), ("no", "carry_on")])
def test_starting_again_is_heard_alike(text: str, intent: str) -> None:
    assert pressed(text, RESTART) == intent


@pytest.mark.parametrize("text", ["yes but keep my letter", "yes?!no", "will it hurt", "👍", ""])
def test_anything_less_plain_wipes_nothing(text: str) -> None:
    assert pressed(text, DELETE) is None


@pytest.mark.parametrize(("text", "how"), [("1", "number"), ("take it back", "title")])
def test_a_letter_is_taken_back_by_a_typed_press_only_as_such(text: str, how: str) -> None:
    buttons = (
        StoredButton("0", "Take it back", "withdraw", {}),
        StoredButton("1", "Yes, write to me", "messages_yes", {}),
    )
    button = typed_press(text, replace(NOTHING, offer=buttons))
    assert button is not None
    assert (button.intent, button.entities) == ("withdraw", {"pressed_by": how})


def test_a_yes_where_nothing_was_asked_about_presses_nothing() -> None:
    assert pressed("yes", STOPPED) is None
    assert typed_press("yes", NOTHING) is None


@pytest.mark.parametrize("text", ["2", "number 2", "No. 2", "option 2 please"])
def test_an_option_of_a_question_is_told_by_its_number(text: str) -> None:
    button = typed_press(text, replace(asked(RESTART), form="find_support_form", slot="times"))
    assert button is not None
    assert button.intent == "carry_on"


def test_where_no_question_is_asked_a_number_told_is_of_a_place() -> None:
    assert pressed("number 2", RESTART) is None


def offering(*pairs: tuple[str, str]) -> Position:
    offer = [StoredButton(str(at), place, kind, {"offer": place}) for at, (kind, place) in enumerate(pairs)]
    return replace(NOTHING, offer=tuple(offer))


@pytest.mark.parametrize(
    ("position", "intent"),
    [
        (NOTHING, "show_place"),
        (offering(("want_introduction", "hall"), ("want_introduction", "shed")), "want_introduction"),
        (offering(("tell_more", "hall"), ("tell_more", "shed")), "tell_more"),
        (offering(("want_introduction", "hall"), ("tell_more", "hall"), ("want_introduction", "shed")), "show_place"),
        (offering(("want_introduction", "hall")), "show_place"),
        (offering(("want_introduction", "barn"), ("want_introduction", "shed")), "want_introduction"),
        (replace(NOTHING, form="introduction_form", slot="letter_decision"), "want_introduction"),
    ],
)
def test_a_bare_name_answers_which_one_and_else_shows_the_place(position: Position, intent: str) -> None:
    pressed = press_of(Meant(("hall",), None), "the hall", position)
    assert pressed is not None
    assert (pressed.intent, pressed.entities and pressed.entities["offer"]) == (intent, "hall")


@pytest.mark.parametrize(
    ("wish", "text", "intent"),
    [
        ("introduce", "introduce me to the hall", "want_introduction"),
        ("more", "hall, tell me more", "tell_more"),
        ("ask", "is the hall step free", "about_place"),
        ("ask", "where is the hall?", "ask_visit"),
        ("ask", "does he need a computer for the hall", "tell_more"),
        ("ask", "can my husband come with me to the hall?", None),
    ],
)
def test_what_is_wished_of_a_named_place_is_pressed(wish: Wish, text: str, intent: str | None) -> None:
    pressed = press_of(Meant(("hall",), wish), text, NOTHING)
    assert (pressed and pressed.intent) == intent


@pytest.mark.parametrize(
    ("text", "intent"), [("i went to the hall friday", "met_yes"), ("never got to the hall, didnt go", "met_no")]
)
def test_a_visit_to_a_named_place_is_told(text: str, intent: str) -> None:
    pressed = press_of(Meant(("hall",), "visited"), text, NOTHING)
    assert pressed is not None
    assert (pressed.intent, pressed.entities) == (intent, {"offers": ["hall"], "said": "yes"})


def test_which_of_several_is_left_to_ask() -> None:
    pressed = press_of(Meant(("hall", "shed"), "introduce"), "introduce me there", NOTHING)
    assert pressed is not None
    assert pressed.entities == {"offers": ["hall", "shed"], "said": "yes"}


@pytest.mark.parametrize(
    ("form", "slot", "text", "may"),
    [
        (None, None, "the hall", True),
        ("introduction_form", "chosen_name", "the hall", True),
        ("introduction_form", "letter_decision", "put in that i know the hall", False),
        ("find_support_form", "hopes", "the hall", False),
        ("find_support_form", "hopes", "introduce me to the hall", True),
        ("message_form", "message_text", "introduce me to the hall", False),
    ],
)
def test_where_a_place_may_be_named(form: str | None, slot: str | None, text: str, may: bool) -> None:
    assert may_name(text, replace(NOTHING, form=form, slot=slot)) == may
