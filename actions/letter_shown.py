"""The letter as its person reads it before the yes: word for word once, then a line while it stands above."""

from __future__ import annotations

from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, CarryOn, Events, Turn
from actions.beside_them import is_known, line_beside, line_noted
from actions.letter_remarks import left_buttons
from actions.standing import shown, spoken_beside, stands_above, unseen, was_pointed_at
from actions.wording import line_name
from introductions.fields import waiting
from introductions.model import Draft, Heard
from introductions.voice import HELPED
from knowledge.understanding.letter_reading import may_go_in, read_beside_letter


class AskLetterDecision(Act):
    """Shows the letter exactly as it would be seen; its buttons carry the version that is shown."""

    action = "action_ask_letter_decision"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if is_known(turn) and not any(fact.field == HELPED for fact in self.facts(turn)):
            self.people.remember(turn.person, [Heard(HELPED, "helper")], turn=turn.id, key=f"{self.key(turn)}:{HELPED}")
        before = self.people.current_draft(turn.person)
        draft, now = self.people.fresh_draft(turn.person), self.deps.clock.now()
        if draft is None:
            out.utter_message(response="utter_no_offers_yet")
            return []
        line, beside = line_beside(turn), False
        if line:
            out.utter_message(response=line)
        elif turn.slots.get("beside_letter") == turn.id:
            beside = self._say_beside(out, turn, draft, followed=before is not None and before.version != draft.version)
        left = left_buttons(self, turn, beside=beside)
        if stands_above(turn, draft, now):
            see = {"title": self.deps.say("utter_title_see_letter"), "intent": "letter_back", "entities": {}}
            above = "utter_letter_still_above" if was_pointed_at(turn) else "utter_letter_above"
            ways = [*left, *self._ways(draft), *self._offered(draft), see]
            out.utter_message(response=above, place=self._place(draft), buttons=ways)
            return [*line_noted(turn, line), *spoken_beside(turn)]
        out.utter_message(
            response="utter_letter", letter=draft.shown_text, buttons=[*left, *self._ways(draft), *self._offered(draft)]
        )
        return [*line_noted(turn, line), *shown(draft, now)]

    def _say_beside(self, out: CollectingDispatcher, turn: Turn, draft: Draft, *, followed: bool) -> bool:
        """Of words that ask for nothing: that the letter says them now, or that it does not. Whether they may go in.
        ``followed``: they came into it just now.
        """
        told = turn.slots.get("told")
        changed = followed or turn.slots.get("letter_version") not in (None, draft.version)
        may = not changed and any(map(may_go_in, read_beside_letter(self.people.words_of(turn.id) or "")))
        if told and changed:
            response = "utter_letter_follows"
        elif told:
            response = "utter_letter_kept_out"
        else:
            response = "utter_letter_left_out" if may else "utter_letter_edit_how"
        if told or not changed:
            out.utter_message(response=response)
        return may

    def _ways(self, draft: Draft) -> list[dict[str, Any]]:
        send = {"answer": "send", "version": draft.version, "letter": draft.id}
        return [
            {"title": self.deps.say("utter_title_agree_send"), "intent": "inform", "entities": send},
            {"title": self.deps.say("utter_title_change_letter"), "intent": "letter_change", "entities": {}},
            {"title": self.deps.say("utter_title_dont_send"), "intent": "inform", "entities": {"answer": "discard"}},
        ]

    def _offered(self, draft: Draft) -> list[dict[str, Any]]:
        """What they told us that may say something about health: a tap puts it in, and the letter is shown anew."""
        lines = [name for name, field in draft.fields.items() if waiting(field)]
        return [
            {
                "title": self.deps.say("utter_title_line_on", line=line_name(self.deps.say, name)),
                "intent": "switch_line",
                "entities": {"field": name, "waits": True},
            }
            for name in lines
        ]

    def _place(self, draft: Draft) -> str:
        provider = self.deps.directory().providers.get(draft.provider_id)
        return provider.name if provider else draft.provider_id


class LetterBack(CarryOn):
    """Whoever asks to see the letter sees all of it."""

    action = "action_letter_back"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        return [*unseen(), *super().act(out, turn)]
