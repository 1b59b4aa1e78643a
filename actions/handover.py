"""A person, please: asked for where somebody reads, and the truth where nobody does."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from knowledge.kindness import tells_hard

_DISTRESS = frozenset(
    f"utter_kind_{kind}"
    for kind in "bereavement bereavement_plain break_up fled illness lonely low shame hurt_at_work".split()
)
"""Lines that answered something hard; who heard one may want somebody to talk to at once."""


class Handover(Act):
    action = "action_handover"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if self.deps.somebody_reads:
            self.people.ask_for_person(turn.person, "person", self.key(turn), self._words(turn))
        if self.deps.somebody_reads and not self.deps.trial:
            out.utter_message(response="utter_handover_asked", hours=self.deps.about["hours"])
            return []
        response = "utter_handover_trial" if self.deps.somebody_reads else "utter_handover_nobody"
        out.utter_message(response=response, **self.deps.about)
        if self._is_distressed(turn):
            out.utter_message(response="utter_handover_listens")
        return []

    def _words(self, turn: Turn) -> str:
        """What they wrote as they asked, for whoever reads it; before the yes to keeping none is kept."""
        return self.people.words_of(turn.id) or ""

    def _is_distressed(self, turn: Turn) -> bool:
        """Whether danger was spoken of lately, or something hard was told; who is only cross needs no line to ring."""
        told = _DISTRESS & set(turn.slots.get("kind_said") or ()) or "crisis" in (turn.slots.get("likely") or ())
        return bool(told or tells_hard(self.people.words_of(turn.id) or "") or self.deps.after_danger(turn.person))
