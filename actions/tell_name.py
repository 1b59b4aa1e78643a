"""A name that is told where another question stands: it is kept for the letter, and said once."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from introductions.model import Heard
from introductions.naming import as_name
from knowledge.understanding.early_names import bare_name, early_name


class TellName(Act):
    """Once one is known, a name that stands alone may be somebody else's, so that changes nothing."""

    action = "action_tell_name"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        text = self.people.words_of(turn.id) or ""
        name = as_name(early_name(text) or "")
        before = [fact.value for fact in self.facts(turn) if fact.field in ("name", "chosen_name")]
        known = next((as_name(one) for one in reversed(before) if one not in ("skipped", "given")), "")
        if known and known != name and bare_name(text):
            out.utter_message(response="utter_name_known", name=known)
        elif name:
            self.people.remember(
                turn.person, [Heard("name", name, None, "yes", name)], turn=turn.id, key=self.key(turn)
            )
            out.utter_message(response="utter_name_heard", name=name)
        return []
