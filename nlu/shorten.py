"""Keeps trackers short: Rasa owns the position in a conversation, not its history.

A tracker is replayed event by event and every rule is held against all of its states, so a long one is slow; and every
event kept is a word of somebody's kept. Older turns are replaced by the state that they led to.
"""

from __future__ import annotations

from typing import List, Optional

from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

LONGEST = 12  # turns; a tracker that has more …
KEPT = 4  # … is cut to this many, enough for any rule of the dialogue and for recognising a turn that is sent again


def shortened(tracker: DialogueStateTracker, domain: Domain) -> Optional[DialogueStateTracker]:
    """The same conversation at the same point with only its last turns, or None if it is short enough."""
    events = list(tracker.events)
    turns = [place for place, event in enumerate(events) if isinstance(event, UserUttered)]
    if len(turns) <= LONGEST or tracker.is_paused():
        return None
    cut = turns[-KEPT]
    before = DialogueStateTracker.from_events(tracker.sender_id, events[:cut], domain.slots)
    short = DialogueStateTracker.from_events(tracker.sender_id, _summary(before) + events[cut:], domain.slots)
    short.model_id, short.assistant_id = tracker.model_id, tracker.assistant_id
    return short


def _summary(before: DialogueStateTracker) -> List[Event]:
    """The events of a session that begins where ``before`` ends, at a moment when the bot listens."""
    events: List[Event] = [SessionStarted()]
    events += [SlotSet(slot.name, slot.value) for slot in before.slots.values() if slot.value != slot.initial_value]
    if before.active_loop_name:
        events.append(ActiveLoop(before.active_loop_name))
        if before.is_active_loop_rejected:
            events.append(ActionExecutionRejected(before.active_loop_name))
    return [*events, ActionExecuted(ACTION_LISTEN_NAME)]
