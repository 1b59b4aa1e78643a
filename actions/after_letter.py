"""Not understood while a letter is out: nobody is left with a menu that does not know of it."""

from __future__ import annotations

import re

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn
from actions.meeting import ask_them
from actions.visit_words import short_when
from introductions.states import AWAITING_PROVIDER, State

_TO_MEET = frozenset({State.ACCEPTED, State.CONTACT_MADE})
_FEWEST = 3
"""Words; fewer ask nothing that could be passed on."""
ASKS = re.compile(
    r"\?|(?:^|[.,!;]\s*)(?:(?:and|but|so|ok|or)\s+)*(?:what|wot|when|where|who|why|how|which|is|are|do|does|did|can|could"
    r"|will|would|should|shall|may|have|has)\b",
    re.IGNORECASE,
)


def says_where_it_stands(act: Act, out: CollectingDispatcher, turn: Turn) -> bool:
    """How the newest letter stands, and their words offered for its place; False where no letter waits or brought a
    meeting. What asks nothing may as well be told to us.
    """
    names = act.deps.directory().providers
    mine = [one for one in act.people.of_person(turn.person) if one.provider_id in names]
    one = next((one for one in mine if one.state in AWAITING_PROVIDER | _TO_MEET), None)
    wrote = act.people.words_of(turn.id) or ""
    if one is None or len(wrote.split()) < _FEWEST or act.people.word_needed(turn.person):
        return False
    provider, when = names[one.provider_id].name, short_when(act.deps.say, one)
    others = (("stands", "ask_status"), ("others", "more_options"), ("a_person", "ask_human"))
    rest = [{"title": act.deps.say(f"utter_title_{t}"), "intent": intent, "entities": {}} for t, intent in others]
    pass_on = ask_them(act.deps, one, turn.id)
    if not ASKS.search(wrote):
        response = "utter_lost_told"
        pass_on = [{**button, "title": act.deps.say("utter_title_pass_on")} for button in pass_on]
    else:
        response = "utter_lost_meeting" if one.state in _TO_MEET and when else "utter_lost_waiting"
    out.utter_message(response=response, provider=provider, when=when, buttons=[*pass_on, *rest])
    return True
