"""What conversations said and filled together: the responses uttered, and each slot's ways of being filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from tests.conversations.recorder import Event, Recorder
from tests.conversations.stage import Stage

Way = Literal["tap", "text", "skip", "correction", "aside"]
"""By a button, by words, not at all, by other words later, after words that were beside the point."""
NOT_TOLD: tuple[object, ...] = (None, [], "skipped")


@dataclass
class Coverage:
    uttered: set[str] = field(default_factory=set)
    ways: set[tuple[str, Way]] = field(default_factory=set)
    played: set[Path] = field(default_factory=set)

    @contextmanager
    def of(self, stage: Stage) -> Iterator[None]:
        """Counts what the conversations held meanwhile bring."""
        stage.uttered.clear()
        tapped: set[str] = set()
        with _taps(stage, tapped), Recorder(stage).listening() as recorder:
            yield
        self.uttered |= stage.uttered
        for events in recorder.conversations.values():
            self.ways |= set(ways(events, tapped))


@contextmanager
def _taps(stage: Stage, tapped: set[str]) -> Iterator[None]:
    rasa = stage.app.bot.outside.rasa
    turn = rasa.turn

    async def noted(conversation: str, turn_id: str, said: Any, **kwargs: Any) -> Any:
        tapped.update({turn_id} if said.intent else ())
        return await turn(conversation, turn_id, said, **kwargs)

    rasa.turn = noted  # type: ignore[method-assign, assignment]
    yield
    rasa.turn = turn  # type: ignore[method-assign]


def ways(events: Iterable[Event], tapped: set[str]) -> Iterator[tuple[str, Way]]:
    """Each slot that was set, and how."""
    values: dict[str, Any] = {}
    before: dict[str, Any] = {}
    asked = now = None
    how: Way = "text"
    waited: set[str] = set()
    for event in events:
        if event["event"] == "user":
            if how == "text" and asked is not None and asked == now:
                waited.add(asked)
            asked, before = now, dict(values)
            how = "tap" if event["metadata"]["turn"] in tapped else "text"
            how = "skip" if event["parse_data"]["intent"]["name"] == "skip" else how
        elif event["event"] == "slot" and event["name"] == "requested_slot":
            now = event["value"] or None
        elif event["event"] == "slot":
            name, value = event["name"], event["value"]
            values[name] = value
            if value and value != before.get(name):
                if before.get(name) in NOT_TOLD:
                    yield name, how
                elif how == "text":
                    yield name, "correction"
                if name == asked and name in waited:
                    yield name, "aside"


_EVERY: tuple[Way, ...] = ("tap", "text", "skip", "correction", "aside")
_ONCE: tuple[Way, ...] = ("tap", "text", "skip", "aside")
"""What was written is passed on, or kept as it is: there is nothing of it that other words could change."""
_WRITTEN: tuple[Way, ...] = ("text", "skip", "aside")
"""Words only; the one button leaves the question."""
_CHOSEN: tuple[Way, ...] = ("tap", "text", "aside")
"""The welcome: a yes to keeping is never skipped."""

ASKED: dict[str, tuple[Way, ...]] = {
    **dict.fromkeys(
        ("interests", "hopes", "hard", "times", "health", "age", "gender", "circumstance", "record"), _EVERY
    ),
    **dict.fromkeys(("story", "place", "alone", "diagnosis", "work_right", "chosen_name"), _ONCE),
    **dict.fromkeys(("letter_decision", "message_decision", "answer_decision"), _ONCE),
    **dict.fromkeys(("complaint_text", "complaint_harm", "complaint_service", "reminder_words", "reminder_day"), _ONCE),
    "heritage": ("text", "skip", "correction", "aside"),
    **dict.fromkeys(("complaint_words", "message_text", "answer_text", "new_line"), _WRITTEN),
    **dict.fromkeys(("agreed", "young", "agreed_young"), _CHOSEN),
    # The gateway keeps what is written of a number or a safe time, and hands on a press: Rasa never reads it.
    "phone": ("tap", "skip", "aside"),
    "safe_time": ("tap", "skip", "aside"),
}
"""The slots that forms ask for, and the ways in which each can be filled."""


SAID_ELSEWHERE: dict[str, str] = {}
