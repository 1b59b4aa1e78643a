"""For every patch: what Rasa does by itself, and what it does with us. A change of either fails here."""

from __future__ import annotations

import asyncio
import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import rasa
from rasa.core.actions import action as actions
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.nlu.classifiers.regex_message_handler import RegexMessageHandler
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message
from rasa.utils.endpoints import EndpointConfig

from nlu import patches
from nlu.errors import TurnFailedError
from nlu.model_domain import persist_with_json
from tests.nlu.harness import ROOT

DOMAIN = Domain.from_dict({"intents": ["inform"], "actions": ["action_fails"]})
NOWHERE = EndpointConfig(url="http://127.0.0.1:9/webhook")
PATCHED: list[tuple[Any, str]] = [
    (Agent, "_create_tracker_store"),
    (RegexMessageHandler, "process"),
    (MessageProcessor, "_run_action"),
    (actions.RemoteAction, "run"),
    (actions.RemoteAction, "_validate_action_result"),
    (actions.RemoteAction, "_action_call_format"),
    (actions, "DEFAULT_REQUEST_TIMEOUT"),
    (DomainProvider, "load"),
]


@pytest.fixture
def patched() -> Iterator[None]:
    """Rasa with the patches; as it was, afterwards."""
    stock = [(owner, name, inspect.getattr_static(owner, name)) for owner, name in PATCHED]
    patches.apply()
    assert all(inspect.getattr_static(owner, name) is not before for owner, name, before in stock)
    yield
    for owner, name, before in stock:
        setattr(owner, name, before)
    del rasa.core.agent.patched_by_nlu


class Failing(actions.Action):
    def name(self) -> str:
        return "action_fails"

    async def run(self, *_arguments: Any) -> list[Any]:
        raise LookupError("Winifred")


class Rejecting(Failing):
    async def run(self, *_arguments: Any) -> list[Any]:
        raise actions.ActionExecutionRejection("action_fails")


def run_action(action: actions.Action) -> bool:
    processor = object.__new__(MessageProcessor)
    processor.domain = DOMAIN
    tracker = DialogueStateTracker("c", [])
    prediction = PolicyPrediction.for_action_name(DOMAIN, "action_fails")
    nlg = TemplatedNaturalLanguageGenerator({})
    return asyncio.run(processor._run_action(action, tracker, CollectingOutputChannel(), nlg, prediction))


def test_stock_rasa_wraps_a_store_and_hides_its_errors() -> None:
    assert isinstance(Agent._create_tracker_store(InMemoryTrackerStore(DOMAIN), DOMAIN), FailSafeTrackerStore)


def test_a_store_is_used_as_it_is(patched: None) -> None:
    store = InMemoryTrackerStore(Domain.empty())
    assert Agent._create_tracker_store(store, DOMAIN) is store
    assert store.domain is DOMAIN


def intent_of(text: str) -> Any:
    return RegexMessageHandler().process([Message(data={"text": text})], DOMAIN)[0].get("intent")


def test_stock_rasa_lets_a_typed_slash_pick_an_intent() -> None:
    assert intent_of('/inform{"answer":"yes"}')["name"] == "inform"


def test_a_slash_means_nothing(patched: None) -> None:
    assert intent_of('/inform{"answer":"yes"}') is None


def test_stock_rasa_goes_on_after_an_action_has_failed() -> None:
    assert run_action(Failing()) is True


def test_a_failing_action_stops_the_turn_and_is_named_without_its_message(patched: None) -> None:
    with pytest.raises(TurnFailedError) as failed:
        run_action(Failing())
    assert (failed.value.action, failed.value.cause) == ("action_fails", "LookupError")


def test_a_rejection_still_lets_a_rule_take_over(patched: None) -> None:
    assert run_action(Rejecting()) is True


def fill_slots() -> list[Any]:
    extract = actions.ActionExtractSlots(NOWHERE)
    nlg = TemplatedNaturalLanguageGenerator({})
    tracker = DialogueStateTracker("c", [])
    return asyncio.run(extract._run_custom_action("action_fails", CollectingOutputChannel(), nlg, tracker, DOMAIN))


def test_stock_rasa_leaves_slots_empty_when_the_filling_action_fails() -> None:
    assert fill_slots() == []


def test_a_slot_filling_action_that_fails_stops_the_turn(patched: None) -> None:
    with pytest.raises(TurnFailedError) as failed:
        fill_slots()
    assert failed.value.action == "action_fails"


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    seen: list[Any] = []
    monkeypatch.setattr(jsonschema, "validate", lambda instance, _schema: seen.append(instance))
    return seen


def test_stock_rasa_holds_every_reply_against_a_schema(checks: list[Any]) -> None:
    actions.RemoteAction("action_fails", NOWHERE)._validate_action_result({"events": []})
    assert len(checks) == 1


def test_a_reply_is_checked_for_its_shape_without_a_schema(patched: None, checks: list[Any]) -> None:
    action = actions.RemoteAction("action_fails", NOWHERE)
    assert action._validate_action_result({"events": [], "responses": []})
    for wrong in (None, [], {"events": None}, {"responses": "hello"}):
        with pytest.raises(ValueError, match="something else"):
            action._validate_action_result(wrong)
    assert checks == []


def messages_sent() -> list[str]:
    tracker = DialogueStateTracker("c", [])
    for text in ("first", "second"):
        tracker.update(UserUttered(text))
        tracker.update(ActionExecuted("action_listen"))
    call = actions.RemoteAction("action_fails", NOWHERE)._action_call_format(tracker, DOMAIN)
    return [event["text"] for event in call["tracker"]["events"] if event["event"] == "user"]


def test_stock_rasa_sends_the_whole_conversation_to_every_action() -> None:
    assert messages_sent() == ["first", "second"]


def test_an_action_is_sent_this_turn_only(patched: None) -> None:
    assert messages_sent() == ["second"]


def test_stock_rasa_waits_five_minutes_for_an_action() -> None:
    assert actions.DEFAULT_REQUEST_TIMEOUT == 300
    assert "timeout=DEFAULT_REQUEST_TIMEOUT" in inspect.getsource(actions.RemoteAction.run)


def test_an_action_has_half_a_minute(patched: None) -> None:
    assert actions.DEFAULT_REQUEST_TIMEOUT == patches.ACTION_TIME_LIMIT == 30


@pytest.fixture
def stored(tmp_path: Path) -> tuple[LocalModelStorage, Resource]:
    """A model's domain as Rasa persists it, with words that versions of YAML read differently."""
    said = [{"text": word} for word in ("no", "on", "010", "1:30", "2026-11-26", "~", "\u00a3 5")]
    written = {"intents": ["inform"], "slots": {}, "responses": {"utter_said": said}, "actions": ["action_fails"]}
    storage, resource = LocalModelStorage(tmp_path), Resource("domain")
    persist_with_json(DomainProvider(storage, resource), Domain.from_dict(written))
    return storage, resource


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []
    stock = rasa.shared.utils.io.read_yaml

    def read(content: str, *rest: Any, **more: Any) -> Any:
        seen.append(content)
        return stock(content, *rest, **more)

    monkeypatch.setattr(rasa.shared.utils.io, "read_yaml", read)
    return seen


def domain_of(stored: tuple[LocalModelStorage, Resource]) -> Domain:
    storage, resource = stored
    return DomainProvider.load({}, model_storage=storage, resource=resource, execution_context=None).provide_inference()


def test_stock_rasa_reads_a_models_domain_several_times(stored: Any, readings: list[str]) -> None:
    domain_of(stored)
    assert len([content for content in readings if "utter_said" in content]) == 4


def test_a_models_domain_is_read_once_and_is_the_same(stored: Any, request: pytest.FixtureRequest) -> None:
    stock = domain_of(stored)
    request.getfixturevalue("patched")
    readings = request.getfixturevalue("readings")
    ours = domain_of(stored)
    assert readings == []
    assert ours.as_dict() == stock.as_dict()
    assert ours.fingerprint() == stock.fingerprint()


def test_another_release_of_rasa_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasa, "__version__", "3.6.22")
    with pytest.raises(RuntimeError, match="check each patch"):
        patches.apply()


def python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    return done.stdout + done.stderr


def test_rasa_serves_rules_with_what_it_never_uses_left_out_and_says_so_if_it_is_needed() -> None:
    said = python(
        "from nlu.left_out import leave_out; leave_out()\n"
        "import rasa.core.agent, rasa.core.policies.rule_policy, aiogram, sklearn, tensorflow as tf\n"
        "print('imported', [hasattr(one, '__file__') for one in (tf, sklearn, aiogram)])\n"
        "tf.constant(1)"
    )
    assert "imported [False, False, False]" in said
    assert "LeftOutError" in said


def test_leaving_out_too_late_is_an_error() -> None:
    said = python("import sys; sys.modules['tensorflow'] = sys\nfrom nlu.left_out import leave_out; leave_out()")
    assert "comes before any import of rasa" in said
