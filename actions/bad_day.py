"""A day on which somebody cannot come."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn
from introductions.states import RELAYING


def tell_of_a_bad_day(act: Act, out: CollectingDispatcher, turn: Turn) -> None:
    """A visit can be moved; where a place takes words of theirs, how to tell it."""
    live = next((one for one in act.people.of_person(turn.person) if one.state in RELAYING), None)
    provider = act.deps.directory().providers.get(live.provider_id) if live else None
    if live is None:
        out.utter_message(response="utter_bad_day")
    else:
        name = provider.name if provider else live.provider_id
        out.utter_message(response="utter_bad_day_tell_them", provider=name)
