"""Who sees what somebody writes."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn


def tell_who_sees(action: Act, out: CollectingDispatcher, turn: Turn) -> None:
    """Whoever had a letter is named, unless a private word keeps places to their person."""
    names = action.deps.directory().providers
    had = [one.provider_id for one in action.people.of_person(turn.person) if one.sent_at]
    places = dict.fromkeys(names[one].name for one in reversed(had) if one in names)
    if places and not action.people.word_needed(turn.person):
        out.utter_message(response="utter_privacy_letters", places=", ".join(places), **action.deps.about)
    else:
        out.utter_message(response="utter_privacy", **action.deps.about)
