"""Where nobody reads what the desk is asked, neither a button nor a line offers a person."""

from __future__ import annotations

import re

import pytest

from bot.copy import FOLDER, Copy
from bot.gateway.replies import messages_of
from bot.rasa_client import Reply, ReplyButton
from knowledge.yaml_files import read_yaml

OTHERS, PERSON = ReplyButton("Show others", "more_options"), ReplyButton("A person", "ask_human")
REPLY = Reply(
    "It went quiet. You can ask for a person.", (OTHERS, PERSON), data={"without_person": "It went quiet, sorry."}
)
_OFFERS = re.compile(
    r"\b(?:ask(?:ing)?(?: for)?|talk to|rather have|like|talk it over with|write|say|tell me) \\?\"?a person\b"
    r"|\ba person (?:can help|can tell|is fine|as well|may be able)",
    re.IGNORECASE,
)
"""Words that hold out a person to whoever reads them."""
_TITLES = ("utter_menu_", "utter_meaning_", "utter_incident_")
"""What stands on a button, and what the operator sends by hand."""


def test_a_person_is_offered_as_the_settings_say() -> None:
    [offered] = messages_of([REPLY], is_notice=False)
    [left_out] = messages_of([REPLY], is_notice=False, offers_person=False)
    assert (offered.text, [b.title for b in offered.buttons]) == (REPLY.text, ["Show others", "A person"])
    assert (left_out.text, [b.title for b in left_out.buttons]) == ("It went quiet, sorry.", ["Show others"])


def test_danger_is_met_without_a_promise_of_somebody() -> None:
    copy = Copy().where_nobody_sits()
    assert copy.line("utter_crisis_person").text == "I'll wait here. There's no rush to answer me."
    assert not copy.line("utter_crisis_person").buttons


_TEXTS = [
    (name, variation)
    for path in sorted(FOLDER.glob("*.yml"))
    for name, variations in read_yaml(path)["responses"].items()
    for variation in variations
    if _OFFERS.search(variation.get("text", "")) and not name.startswith(_TITLES)
]


@pytest.mark.parametrize(("name", "variation"), _TEXTS, ids=[name for name, _ in _TEXTS])
def test_each_line_that_offers_one_has_words_for_where_nobody_sits(name: str, variation: dict[str, object]) -> None:
    custom = variation.get("custom")
    assert isinstance(custom, dict), name
    assert custom["without_person"]
    assert not _OFFERS.search(custom["without_person"])
