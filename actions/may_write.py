"""The consent to our writing first, however it was given or taken back."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.wording import day
from introductions.model import How
from introductions.states import AWAITING_PROVIDER, State

MAY_WRITE_ASKED = "may_write_asked"
"""The slot that holds when this was asked, while the question waits for its answer."""
_YES = re.compile(r"\b(?:yes|yeah|yea|yep|yup|ye|aye|yh|ya|please|pls|write|sim|si|oui)\b", re.IGNORECASE)
STANDS_FOR = timedelta(minutes=10)
"""So long a yes in words answers it; its buttons always do."""


def let_us_write(action: Act, turn: Turn, title: str, *, agreed: bool, how: How = "tap") -> None:
    """Record it, with the words of ``title`` (a response's name) that were tapped or meant."""
    channel, wording = action.deps.position(turn.person).channel, action.deps.say(title)
    action.people.set_messages(turn.person, agreed, channel=channel, how=how, wording=wording, key=action.key(turn))


def waits_for_a_yes(action: Act, turn: Turn) -> bool:
    """Whether a yes that was just typed, in so many words, answers the question if we may write; an "ok" does not."""
    at = turn.slots.get(MAY_WRITE_ASKED)
    if _YES.search(action.people.words_of(turn.id) or "") is None:
        return False
    return at is not None and action.deps.clock.now() - datetime.fromisoformat(str(at)) < STANDS_FOR


def settle(action: Act, out: CollectingDispatcher, turn: Turn, *, agreed: bool) -> Events:
    """The answer says what happens on the promised day, if an introduction still waits for its answer."""
    title = "utter_title_write_to_me" if agreed else "utter_title_ask_myself"
    let_us_write(action, turn, title, agreed=agreed, how="tap" if turn.picked else "typed")
    waiting = (State.QUEUED, *AWAITING_PROVIDER)
    mine = action.people.of_person(turn.person)
    promised = next((one.promised_day for one in mine if one.state in waiting and one.promised_day), None)
    if promised:
        response = "utter_messages_yes_by_day" if agreed else "utter_messages_no_by_day"
        out.utter_message(response=response, promised_day=day(promised))
    else:
        out.utter_message(response="utter_messages_yes" if agreed else "utter_messages_no")
    return [SlotSet(MAY_WRITE_ASKED, None)]
