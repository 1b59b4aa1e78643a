"""Rasa drives: rules say what comes next, and an action does one thing and says so. Read from trees and YAML."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from actions.meant_for_us import RULED
from actions.registry import ACTIONS
from knowledge.yaml_files import read_yaml
from tests.contracts.action_trees import Counter, Reached, Trees, imported, responses

ROOT = Path(__file__).resolve().parents[2]
DIALOGUES = ROOT / "bot" / "dialogues"
TREES = Trees.read()
MOST_UTTERED = 2
OFFERS = {
    "ShowPlaces",
    "MoreOptions",
    "NoneWillDo",
    "KeepAJob",
    "FindPlace",
    "ShowKind",
    "CravingPlace",
    "Repeat",
    "ShowAgain",
    "SendAgain",
}
"""Up to three cards, and a line about them."""

READS_THE_MESSAGE = "take_in"
OF_THE_TRACKER = {"slots", "sender_id", "active_loop"}
"""What every other action may ask of the tracker: where the conversation stands, never what was said."""

FOLLOWED = {
    "form": "after an interruption the open question returns, and only the app knows which form that is",
    "action_listen": "the reply is itself a question or a rest, and no rule can say that inside a form (decision 17)",
}
SET_FORMS = {
    "Wait": "makes the form that stepped aside active again",
    "SessionStart": "rebuilds the position after a restart",
    "Withdraw": "the letter that its form was about is gone",
    "ToldUnder16": "whatever was being asked of somebody under 16 is asked no more",
    "Joined": "two chats had two positions; the one that is kept counts",
}

# Copy of no one skill: words and lines that any of them may use.
SHARED_COPY = {"said", "reasons", "sensitive", "kindness", "contacts", "phrases", "listing", "helper"}
SHARED_LINES = {
    "utter_hello": "whoever was first answered without the dialogue is greeted where the question returns",
    "utter_under_16": "the one answer to anything once somebody said that they are under 16",
    "utter_resume_hint": "what is said where nothing is open",
    "utter_no_offers_yet": "the answer to anything about a place or its letter where there is none",
    "utter_nothing_to_follow": "the answer to anything about an introduction that is gone",
    "utter_word_first": "whoever set a word is asked for it before anything private is shown, whatever it is",
}
BUTTONS = ("utter_title_", "utter_meaning_")
"""Titles are named by the meaning that the button has, and buttons lead to other skills."""

ALWAYS = (
    "skip go_back change_answer correct simpler repeat ask_why ask_privacy ask_benefits ask_human call_me pause "
    "start_again ask_status what_you_hold complain quiet delete_data opt_out ask_who hide_chat"
).split()
RETURNS = {"action_resume", "action_carry_on", "action_wait"}


def parsed(folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((DIALOGUES / folder).glob("*.yml")):
        yield path.stem, read_yaml(path)


RULES = [rule for _, content in parsed("rules") for rule in content["rules"]]
COPY = {name: stem for stem, content in parsed("copy") for name in content["responses"]}
FORMS = {name: form for _, content in parsed("domain") for name, form in (content.get("forms") or {}).items()}
SLOTS = {name: slot for _, content in parsed("domain") for name, slot in (content.get("slots") or {}).items()}


def done(rule: dict[str, Any]) -> list[str]:
    return [step["action"] for step in rule["steps"] if "action" in step]


def of_tracker(tree: ast.AST) -> set[str]:
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "tracker"
    }


def test_every_action_is_seen_by_these_tests() -> None:
    assert set(TREES.actions) == {action.__name__ for action in ACTIONS}


def test_only_one_action_reads_the_latest_message() -> None:
    read = {stem: of_tracker(tree) - OF_THE_TRACKER for stem, tree in TREES.modules.items()}
    assert {stem: names for stem, names in read.items() if names} == {READS_THE_MESSAGE: {"latest_message"}}


def test_no_action_compares_intents() -> None:
    def is_intent(node: ast.AST) -> bool:
        return any(
            (isinstance(n, ast.Attribute) and n.attr == "intent")
            or (isinstance(n, ast.Constant) and n.value == "intent")
            or (isinstance(n, ast.Name) and n.id == "intent")
            for n in ast.walk(node)
        )

    compared = [
        f"actions/{stem}.py:{node.lineno}"
        for stem, tree in TREES.modules.items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Compare) and is_intent(node)) or (isinstance(node, ast.Match) and is_intent(node))
    ]
    assert compared == []


def test_no_action_calls_another_skill() -> None:
    skills = TREES.skills
    calls = {
        stem: imported(tree) & skills - {stem}
        for stem, tree in TREES.modules.items()
        if stem not in ("registry", "__init__")
    }
    assert {stem: others for stem, others in calls.items() if others} == {}


def skills_named(action: str) -> dict[str, set[str]]:
    """The copy files whose lines the action names, itself or through any function of the room, with the lines."""
    found: dict[str, set[str]] = {}
    for node in Reached(TREES).from_action(action):
        for name in responses(node):
            if name.startswith(BUTTONS) or name in SHARED_LINES:
                continue
            files = {COPY[name]} if name in COPY else {stem for full, stem in COPY.items() if full.startswith(name)}
            for stem in files - SHARED_COPY:
                found.setdefault(stem, set()).add(name)
    return found


# A name that the code completes with the open question's: every form has its questions' lines in its own copy.
ABOUT_ANY_QUESTION = {"Explain", "SaySimpler", "NotUnderstood", "Beside", "SkipNothing"}
OF_ANY_QUESTION = {"utter_why_", "utter_simpler_", "utter_ask_"}

OF_TWO_SKILLS = {
    "AboutPlace": "a question about a place that waits for them has what it said; only the app knows which that is",
    "Craving": "who answers at this hour is named by the table of contacts, whose lines have names like two others",
    "YesToPlaces": "a yes typed under two open things is the answer to the one that was asked, by minutes",
}
"""Actions that name lines of two skills, and why they have to."""


@pytest.mark.parametrize("action", TREES.actions)
def test_no_action_names_responses_of_two_skills(action: str) -> None:
    named = skills_named(action)
    if action in ABOUT_ANY_QUESTION:
        named = {s: lines for s, lines in named.items() if lines - OF_ANY_QUESTION}
    assert (len(named) > 1) == (action in OF_TWO_SKILLS), named


def test_what_was_for_us_is_answered_by_rules() -> None:
    ruled = {s["asks_us"] for r in RULES for step in r["steps"] for s in step.get("slot_was_set", ()) if "asks_us" in s}
    assert ruled - {None} == RULED == set(SLOTS["asks_us"]["values"])


@pytest.mark.parametrize("action", sorted(set(TREES.actions) - OFFERS))
def test_no_action_but_offers_utters_more_than_two(action: str) -> None:
    assert Counter(TREES, action).most() <= MOST_UTTERED


@pytest.mark.parametrize("intent", ALWAYS)
def test_what_is_always_available_is_a_rule_and_the_question_returns(intent: str) -> None:
    mine = [r for r in RULES if r["steps"][0].get("intent") == intent]
    anywhere = [r for r in mine if not any("active_loop" in c for c in r.get("condition", ()))]
    assert anywhere, "no rule of it holds at any point"
    assert [r["rule"] for r in anywhere if done(r)[-1] not in RETURNS | FORMS.keys()] == []


def test_no_action_but_a_few_says_what_follows() -> None:
    followed = {
        ast.unparse(node.args[0]).strip("'")
        for tree in TREES.modules.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "FollowupAction"
    }
    assert followed == FOLLOWED.keys()


def test_no_action_but_a_few_opens_or_closes_a_form() -> None:
    opening = {
        name
        for name, node in TREES.classes.items()
        if any(isinstance(n, ast.Call) and ast.unparse(n.func) == "ActiveLoop" for n in ast.walk(node))
    }
    assert opening == SET_FORMS.keys()


def test_no_rule_puts_a_sentence_after_an_action() -> None:
    """A sentence there could assert an effect that did not come about; the action that commits it says so itself."""
    wrong = [
        rule["rule"]
        for rule in RULES
        if any(name.startswith("utter_") for name in done(rule)[1:])
        or (done(rule)[0].startswith("utter_") and "intent" not in rule["steps"][0])
    ]
    assert wrong == []


def test_every_question_is_filled_by_the_action_that_reads_the_message() -> None:
    asked = {name for form in FORMS.values() for name in form["required_slots"]}
    expected = [{"type": "custom", "action": "action_take_in"}]
    assert {name for name in asked if SLOTS[name]["mappings"] != expected} == set()


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule["rule"] for rule in RULES]
    assert len(names) == len(set(names))
