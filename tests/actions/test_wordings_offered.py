"""Other wordings of the buttons beside the questions: under a letter, a place, news, and quiet.

They were written as those of the questions: by somebody who saw only what was asked and its buttons.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.gateway.presses import typed_press
from bot.store.model import Position, StoredButton
from knowledge.understanding import understand
from knowledge.understanding.commands import command
from tests.actions.test_wordings import ASKS, SURE, WORDINGS, responses, typed

ROWS = [json.loads(line) for line in WORDINGS.with_name("wordings_offered.jsonl").read_text("utf-8").splitlines()]
NOTHING_ASKED = Position("c1", "open", None, None, "en")
TITLE = "utter_title_"
AS_MUCH = {"correct": "change_answer", "opt_out": "quiet"}
"""Nothing was told that could be put right, so what to change is asked. Stop is quiet, and more."""
CARRIES = {"outcome_feeling": "feeling", "outcome_next": "next", "quiet_hours_chosen": "hours"}
NONE_NEEDED: Mapping[str, str] = {
    "made of data: a place, a line of the letter, an answer to change, hours that a question has wordings for": """
        line_on line_off write_this place times health hopes interests hard see_again elsewhere for_you
        mornings afternoons evenings any_time reopen_times
        """,
    "steps inside a letter that is being changed, where other words are read as the change itself": """
        letter_back see_letter put_in take_it_out ask_to_meet write_in write_line who_comes comes_along_navigator
        comes_along_nobody comes_along_peer comes_along_someone put_contact leave_contact as_written
        """,
    "our safety question, and what cannot be undone, read by words of their own; tests/bot has them": """
        crisis_safe crisis_unsafe delete_confirmed start_again_confirmed join leave_word event_resume letters_back
        """,
    "a reason why not is read as what it tells: of the way, the hours, a time before": """
        too_far wrong_time bad_before rather_not no_time
        """,
    "words typed there go to a place or answer it, and are shown before they do": """
        answer ask_them tell_place reply pass_on no_more_words
        """,
    "the same wish as another button's, or a step that leaves everything as it is": """
        a_person not_sure hold_rest leave carry_on thank agree remind_me_last
        """,
}
"""Buttons without wordings of their own, by why."""
MISSED: Mapping[str, str] = {
    "is for me, myself": "short of a word",
    "sum of dis is wrong": "a sum is no slip of the keys, and what is wrong is not named",
    "Not so mi say it, fix it little": "an answer is asked about, which is as near",
    "I like the second place, write to them": "writing to a place is saying words to it",
    "None of these, find me different ones": "heard as a no to them all, after which others are offered",
    "Not great, not terrible": "the first half says that it was bad",
    "I hated it, they were unfriendly": "heard as a complaint, which is written down",
    "The way them look me, I no like it": "heard as a no to a place",
    "Wah gwaan with mi letter": "wah is want in other sentences",
    "Don't contact me at any time": "heard as stop, which is more",
    "cn i tlk 2 sum1 real": "short of letters in every word",
    "can we go bk 2 da beginnin": "heard as a pause, and everything stays",
}
"""What is not heard as it was meant, and why. Whatever is heard some day leaves the list."""


def position(offered: list[str]) -> Position:
    """As after a message with these buttons: intents, with what they carry."""
    pairs = [one.partition(" ")[::2] for one in offered]
    buttons = [
        StoredButton(str(at), one, intent, {CARRIES[intent]: carried} if carried else {})
        for at, (one, (intent, carried)) in enumerate(zip(offered, pairs, strict=True))
    ]
    return replace(NOTHING_ASKED, offer=tuple(buttons))


def heard(row: Mapping[str, Any], text: str) -> str | None:
    if "offered" in row:
        pressed = typed_press(text, position(row["offered"]))
        return None if pressed is None else pressed.title
    intent, value = typed(row.get("asked") or "", text) if "asked" in row else (meaning(text), None)
    return str(value) if value else AS_MUCH.get(intent, intent)


def meaning(text: str) -> str:
    found = understand(text)
    return command(text, None) or (found.intent if found.confidence >= SURE else "nlu_fallback")


@pytest.mark.parametrize(
    ("row", "text"), [pytest.param(row, text, id=f"{row['button']}-{text}") for row in ROWS for text in row["says"]]
)
def test_words_do_as_the_button_does(row: Mapping[str, Any], text: str) -> None:
    assert (heard(row, text) == row["means"]) is (text not in MISSED), heard(row, text)


def test_every_button_has_three_or_stands_among_those_that_need_none() -> None:
    """A new title or button in the copy fails here until it has its wordings, or a reason why it needs none."""
    written = {name.replace(" ", "_") for row in ROWS for name in (row["button"], row["means"])}
    excepted = {name for names in NONE_NEEDED.values() for name in names.split()}
    assert {row["button"] for row in ROWS if len(set(row["says"])) < 3} == set()
    assert set(buttons()) - written - excepted == set()
    assert excepted - set(buttons()) == set()
    assert excepted & written == set()


def buttons() -> Iterator[str]:
    """The names of titles, and what each button of a response that asks no question of a form means and carries."""
    for name, variations in responses().items():
        if name.startswith(TITLE):
            yield name.removeprefix(TITLE)
        elif not name.startswith((ASKS, "utter_simpler_")):
            for one in (button for said in variations for button in said.get("buttons") or ()):
                carried = [str(value) for key, value in (one.get("entities") or {}).items() if key != "pressed_by"]
                yield "_".join((one["intent"], *carried))
