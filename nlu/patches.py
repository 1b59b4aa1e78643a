"""Every change we make to Rasa 3.6.21 while it runs, each with what Rasa does and why that will not do here.

``tests/nlu/test_patches.py`` shows both the stock behaviour and ours, so a release that changes either is seen.
"""

# ruff: noqa: SLF001, ARG001 - patching means replacing private members, with the arguments that they have

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional

import rasa
from rasa.core import agent
from rasa.core.actions import action as actions
from rasa.core.agent import Agent
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.nlu.classifiers.regex_message_handler import RegexMessageHandler
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.shared.nlu.training_data.message import Message
from rasa.utils.endpoints import ClientResponseError

from nlu.errors import TurnFailedError
from nlu.model_domain import load_json

WRITTEN_FOR = "3.6.21"
ACTION_TIME_LIMIT = 30  # seconds; Rasa's own is 300, and a turn must not hang for longer than anybody waits for it


def apply() -> None:
    """Change Rasa in this process, once. Raises RuntimeError for a release that these were not written for."""
    if rasa.__version__ != WRITTEN_FOR:
        raise RuntimeError(
            f"nlu/patches.py was written for Rasa {WRITTEN_FOR}, not {rasa.__version__}: check each patch"
        )
    if getattr(agent, "patched_by_nlu", False):
        return
    agent.patched_by_nlu = True
    Agent._create_tracker_store = staticmethod(_store_itself)
    RegexMessageHandler.process = _leave_text_alone
    MessageProcessor._run_action = _stopping_at_errors(MessageProcessor._run_action)
    actions.RemoteAction.run = _telling_failures(actions.RemoteAction.run)
    actions.RemoteAction._validate_action_result = _check_reply
    actions.RemoteAction._action_call_format = _call_with_this_turn
    actions.DEFAULT_REQUEST_TIMEOUT = ACTION_TIME_LIMIT
    DomainProvider.load = classmethod(load_json)


def _store_itself(store: Optional[TrackerStore], domain: Domain) -> TrackerStore:
    """Rasa wraps every store so that a failed read looks like a new person and a failed save goes to memory.

    A person would lose their place and hear no error. Without the wrapper, errors reach our channel, which answers 503.
    """
    if store is None:
        return InMemoryTrackerStore(domain)
    store.domain = domain
    return store


def _leave_text_alone(
    _self: RegexMessageHandler, messages: List[Message], domain: Optional[Domain] = None
) -> List[Message]:
    """Rasa takes a text that starts with ``/`` for an intent with entities, in JSON, from whoever wrote it.

    Nobody may pick an intent by typing it; buttons and events reach us as data. A slash means nothing.
    """
    return messages


def _stopping_at_errors(stock: Callable[..., Any]) -> Callable[..., Any]:
    """Rasa logs the exception of an action, forgets the action's events, and goes on to the next one.

    The next one may be a sentence that says it was done. So the turn ends here and nothing of it is kept.
    """

    async def run_action(self: MessageProcessor, action: actions.Action, *arguments: Any, **options: Any) -> bool:
        action.run = _telling_failures(action.run, of=action)
        return await stock(self, action, *arguments, **options)

    return run_action


def _telling_failures(stock: Callable[..., Any], of: Optional[actions.Action] = None) -> Callable[..., Any]:
    """Turn any failure into TurnFailedError: Rasa also swallows those of actions that fill slots, with a warning.

    A rejection is no failure: a form that was given no answer rejects, and a rule takes over.
    """

    async def run(*arguments: Any, **options: Any) -> List[Event]:
        try:
            return await stock(*arguments, **options)
        except actions.ActionExecutionRejection:
            raise
        except Exception as error:  # noqa: BLE001 - whatever an action raises has to stop the turn
            raise TurnFailedError((of or arguments[0]).name(), _cause(error)) from None

    return run


def _cause(error: Exception) -> str:
    """An error's class, with the status if the action server answered; never its message, which holds the answer."""
    inner = error.__cause__ if isinstance(error.__cause__, ClientResponseError) else error
    status = getattr(inner, "status", None)
    return f"{type(inner).__name__} {status}" if status else type(inner).__name__


def _check_reply(_self: actions.RemoteAction, result: Any) -> bool:
    """Rasa holds every reply of the action server against a schema, and that schema against the schema of schemas.

    A third of a turn's time goes there. Rasa builds events from the reply right after, and that raises for a wrong one.
    """
    if not isinstance(result, dict) or not all(
        isinstance(result.get(key, []), list) for key in ("events", "responses")
    ):
        raise ValueError("the action server answered something else than lists of events and responses")
    return True


def _call_with_this_turn(self: actions.RemoteAction, tracker: DialogueStateTracker, domain: Domain) -> Dict[str, Any]:
    """Rasa sends all events of the conversation with every call, though our actions read this turn's only.

    The domain is for ``nlu/actions_endpoint.py`` to send.
    """
    state = tracker.current_state(EventVerbosity.NONE)
    state["events"] = [event.as_dict() for event in _this_turn(tracker)]
    return {"next_action": self.name(), "sender_id": tracker.sender_id, "tracker": state, "version": rasa.__version__}


def _this_turn(tracker: DialogueStateTracker) -> List[Event]:
    events = list(tracker.events)
    starts = (place for place in range(len(events) - 1, -1, -1) if isinstance(events[place], UserUttered))
    return events[next(starts, 0) :]
