"""Rasa's component says exactly what ``knowledge.understanding`` says, in Rasa's words."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from rasa.core.channels.channel import UserMessage
from rasa.graph_components.converters.nlu_message_converter import NLUMessageConverter
from rasa.shared.core.constants import DEFAULT_INTENTS
from rasa.shared.nlu.training_data.message import Message

from knowledge.understanding import understand
from nlu.component import RENAMED, Understanding
from nlu.project import NLU

MESSAGES = [
    ("I love cooking, my back is bad and mornings are no good. I'm in SE5", "story"),
    ("not really, no", "health"),
    ("a bit of company", "hopes"),
    ("2", "hopes"),
    ("yes", None),
    ("who sees this?", "place"),
    ("go back", "place"),
    ("start again", None),
    ("/inform", None),
    ("", None),
    ("🙂", "story"),
    ("dont want groups!!", "hard"),
]
EXAMPLES = [
    (section["intent"], line.removeprefix("- "))
    for section in yaml.safe_load((NLU / "data" / "intents.yml").read_text())["nlu"]
    for line in section["examples"].splitlines()
]


@pytest.fixture(scope="module")
def component() -> Understanding:
    return Understanding.create({}, None, None, None)


def parsed(component: Understanding, text: str, asked: str | None) -> Message:
    sent = UserMessage(text, metadata={"turn": "t1", "asked": asked})
    return component.process(NLUMessageConverter().convert_user_message([sent]))[0]


def as_json(message: Message) -> dict[str, Any]:
    """Back from Rasa's parse data to the shape that ``nwd understand --json`` prints."""
    intent = message.get("intent")
    named = {
        name: [e for e in message.get("entities") if e["entity"] == name] for name in ("concept", "value", "answer")
    }
    return {
        "intent": {ours: name for name, ours in RENAMED.items()}.get(intent["name"], intent["name"]),
        "confidence": intent["confidence"],
        "concepts": [
            {"code": e["value"], "polarity": e["polarity"], "span": [e["start"], e["end"]], "words": e["words"]}
            for e in named["concept"]
        ],
        "values": [(e["field"], e["value"]) for e in named["value"]],
        "answer": next((e["value"] for e in named["answer"]), None),
        "crisis": message.get("crisis")["level"],
        "crisis_kinds": message.get("crisis")["kinds"],
    }


@pytest.mark.parametrize(("text", "asked"), MESSAGES)
def test_nothing_is_lost_or_added_on_the_way_through_rasa(
    component: Understanding, text: str, asked: str | None
) -> None:
    read = understand(text, asked=asked)
    expected = {key: value for key, value in read.as_json().items() if key in as_json(parsed(component, text, asked))}
    expected["values"] = [(value.field, value.value) for value in read.values]
    exact = {"answer": read.answer, "confidence": read.confidence}
    assert as_json(parsed(component, text, asked)) == {**expected, **exact}


def test_the_question_asked_changes_the_reading(component: Understanding) -> None:
    assert as_json(parsed(component, "company", "hopes"))["answer"] == "company"
    assert as_json(parsed(component, "company", None))["answer"] is None


def test_words_for_a_button_of_ours_tell_nothing_of_the_person(component: Understanding) -> None:
    asking = parsed(component, "use my other phone", "hopes")
    assert (asking.get("intent")["name"], asking.get("entities")) == ("join_phone", [])


def test_everything_that_is_read_reaches_the_tracker(component: Understanding) -> None:
    kept = parsed(component, "I like cooking", "story").as_dict(only_output_properties=True)
    assert {"intent", "intent_ranking", "entities", "crisis", "text"} <= set(kept)


def test_no_intent_has_a_name_that_rasa_acts_on_by_itself(component: Understanding) -> None:
    for text in ("go back", "back", "start again", "restart", "/restart", "/back", "/session_start"):
        assert parsed(component, text, None).get("intent")["name"] not in DEFAULT_INTENTS


def test_no_text_is_an_event(component: Understanding) -> None:
    for text in ("event_news", "/event_news", "event resume"):
        assert not parsed(component, text, None).get("intent")["name"].startswith("event_")


@pytest.mark.parametrize(("intent", "text"), EXAMPLES)
def test_the_examples_of_an_intent_are_read_as_that_intent(component: Understanding, intent: str, text: str) -> None:
    found = parsed(component, text, None).get("intent")
    assert (found["name"], found["confidence"] >= 0.5) == (intent, True)


@pytest.mark.parametrize(
    ("text", "intent", "codes"),
    [
        ("whats the point of being alive", "event_resume", set()),
        ("i like gardening. some days i think whats the point of being alive", "inform", {"interest.gardening_nature"}),
        ("who sees this? some days its all pointless", "ask_privacy", set()),
    ],
)
def test_what_was_asked_about_tells_no_danger_once_its_person_is_safe(
    component: Understanding, text: str, intent: str, codes: set[str]
) -> None:
    sent = UserMessage(text, metadata={"turn": "t1", "asked": "story", "taken_up": True})
    read = component.process(NLUMessageConverter().convert_user_message([sent]))[0]
    assert read.get("crisis") == {"level": "none", "kinds": []}
    assert read.get("intent")["name"] == intent
    assert codes <= {one["value"] for one in read.get("entities")}


def test_a_helpers_no_answers_no_question_of_the_persons(component: Understanding) -> None:
    read = parsed(component, "No, librarian is me not him", "hard")
    assert (read.get("intent")["name"], read.get("entities")) == ("beside_someone", [])
