"""One turn: the shape of its request and answer, and its way through Rasa, without HTTP."""

# ruff: noqa: SLF001 - Rasa offers the steps of a turn one by one under private names only

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Dict, List, Optional

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.shared.core.constants import REQUESTED_SLOT
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

CHANNEL = "nwd"
Json = Dict[str, Any]


class BadTurnError(Exception):
    """The request is not a turn; the message names the field and never its value."""


class _Nowhere(OutputChannel):
    """Replies are read from the tracker, so that a turn and its repetition answer alike."""

    @classmethod
    def name(cls) -> str:
        return CHANNEL

    async def send_response(self, recipient_id: str, message: Json) -> None:
        """Nothing to send here."""


@dataclass(frozen=True)
class Turn:
    conversation: str
    id: str
    text: str
    intent: Optional[str]
    entities: Json
    asked: Optional[str]
    language: str
    taken_up: bool = False

    @classmethod
    def from_json(cls, body: Any, intents: Collection[str]) -> Turn:
        """``intents`` are those of the domain. Raises BadTurnError."""
        if not isinstance(body, dict):
            raise BadTurnError("send one JSON object")
        text, intent = _string(body, "text", None), _string(body, "intent", None)
        if not intent and not (text and text.strip()):
            raise BadTurnError("send text or an intent")
        if intent and intent not in intents:
            raise BadTurnError("intent: the domain has no such intent")
        if not isinstance(body.get("entities") or {}, dict):
            raise BadTurnError("entities: send an object of names and values")
        return cls(
            conversation=_name(body, "conversation", 64),
            id=_name(body, "turn", 128),
            text=text or "",
            intent=intent or None,
            entities=body.get("entities") or {},
            asked=_string(body, "asked", None),
            language=_string(body, "language", "en") or "en",
            taken_up=body.get("taken_up") is True,
        )

    def message(self) -> UserMessage:
        """A button or an event comes with its meaning; only text is read by the pipeline."""
        metadata = {"turn": self.id, "asked": self.asked, "language": self.language, "taken_up": self.taken_up}
        return UserMessage(
            self.text, _Nowhere(), self.conversation, self._parse_data(), CHANNEL, message_id=self.id, metadata=metadata
        )

    def _parse_data(self) -> Optional[Json]:
        if self.intent is None:
            return None
        entities = [{"entity": name, "value": value} for name, value in self.entities.items()]
        return {"text": self.text, "intent": {"name": self.intent, "confidence": 1.0}, "entities": entities}


def _string(body: Json, field: str, default: Optional[str]) -> Optional[str]:
    value = body.get(field)
    if value is not None and not isinstance(value, str):
        raise BadTurnError(f"{field}: send a string or null")
    return default if value is None else value


def _name(body: Json, field: str, longest: int) -> str:
    value = _string(body, field, None)
    if not value or len(value) > longest:
        raise BadTurnError(f"{field}: send 1 to {longest} characters")
    return value


async def run(agent: Agent, turn: Turn) -> Json:
    """The answer to a turn. It runs at most once: a turn that the tracker has already is answered from there.

    Call it under the conversation's lock. These are the steps of ``MessageProcessor.handle_message``, with the look for
    the turn between the first two. Raises StoreError, or TurnFailedError when an action failed; nothing is kept then.
    """
    processor = agent.processor
    tracker = await processor.get_tracker(turn.conversation)
    if replies_of(tracker, turn.id) is not None:
        return _answer(tracker, turn, replayed=True)
    message = turn.message()
    await processor._update_tracker_session(tracker, message.output_channel, message.metadata)
    await processor._handle_message_with_tracker(message, tracker)
    tracker = await processor.run_action_extract_slots(message.output_channel, tracker)
    await processor._run_prediction_loop(message.output_channel, tracker)
    answer = _answer(tracker, turn, replayed=False)
    await processor.save_tracker(tracker)
    return answer


def replies_of(tracker: DialogueStateTracker, turn: str) -> Optional[List[Json]]:
    """What the bot said in a turn, or None if the tracker knows no such turn."""
    replies: Optional[List[Json]] = None
    for event in tracker.events:
        if isinstance(event, UserUttered):
            if replies is not None:
                break
            replies = [] if event.message_id == turn else None
        elif replies is not None and isinstance(event, BotUttered):
            replies.append(_reply(event))
    return replies


def _reply(said: BotUttered) -> Json:
    data = dict(said.data.get("custom") or {})
    buttons = said.data.get("buttons") or []
    return {
        "response": said.metadata.get("utter_action"),
        "text": said.text or "",
        "buttons": [{"title": b["title"], "intent": b["intent"], "entities": b.get("entities") or {}} for b in buttons],
        "kind": data.pop("kind", "text"),
        "data": data,
    }


def _answer(tracker: DialogueStateTracker, turn: Turn, *, replayed: bool) -> Json:
    return {
        "turn": turn.id,
        "replies": replies_of(tracker, turn.id),
        "form": tracker.active_loop_name,
        "slot": tracker.get_slot(REQUESTED_SLOT),
        "failed": [],
        "replayed": replayed,
    }
