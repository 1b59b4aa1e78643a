"""A letter that has gone, or is to go, is taken back; what a place has is asked about first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.standing import unseen
from actions.titles import short_title
from introductions.choosing import choose
from introductions.model import Introduction
from introductions.states import ENDED


def nothing_out_there(letters: Sequence[Introduction]) -> str:
    """What is said where nothing can be taken back; a place that had a letter has heard of its person."""
    return "utter_withdraw_none_now" if any(one.sent_at for one in letters) else "utter_withdraw_none"


class SecondThoughts(Act):
    """Doubts after a letter has gone: taking it back is one tap away, and so is leaving things as they are."""

    action = "action_second_thoughts"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        letters = self.people.of_person(turn.person)
        if all(one.state in ENDED for one in letters):
            out.utter_message(response=nothing_out_there(letters))
            return []
        tapped = turn.picked.get("introduction")
        meant = {PRESSED_BY: "tap", **({"introduction": tapped} if tapped else {})}
        buttons = [
            {"title": self.deps.say("utter_title_take_back"), "intent": "withdraw", "entities": meant},
            {"title": self.deps.say("utter_meaning_ask_human"), "intent": "ask_human", "entities": {}},
            {"title": self.deps.say("utter_title_leave"), "intent": "carry_on", "entities": {}},
        ]
        out.utter_message(response="utter_second_thoughts", buttons=buttons)
        return []


PRESSED_BY = "pressed_by"
"""On a press that was typed: by the button's ``title`` or its ``number``."""
WITHDRAWN: Mapping[str, str] = {
    "yes": "utter_withdrawn_sent", "perhaps": "utter_withdrawn_perhaps_sent", "no": "utter_withdrawn_unsent",
}  # fmt: skip
"""What is said of a letter taken back, by whether it had reached its place."""


class Withdraw(Act):
    """Takes an introduction back: the one tapped, the one named, or the only one."""

    action = "action_withdraw"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        draft = self.people.current_draft(turn.person)
        letters = self.people.of_person(turn.person)
        live = [one for one in letters if one.state not in ENDED]
        if not live:
            if draft is None:
                out.utter_message(response=nothing_out_there(letters))
                return []
            self.people.discard(draft.id, self.key(turn))
            out.utter_message(response="utter_letter_not_sent")
            return [ActiveLoop(None), SlotSet("requested_slot", None), *unseen()]
        found = self._which(turn, live)
        if found is None:
            buttons = [
                {
                    "title": short_title(self._provider(one)),
                    "intent": "withdraw",
                    "entities": {"introduction": one.id},
                }
                for one in live
            ]
            out.utter_message(response="utter_withdraw_which", buttons=buttons)
            return []
        if self._is_to_be_sure(turn, found):
            self._ask(out, found)
            return []
        taken = self.people.withdraw(found.id, by="person", reason="", key=self.key(turn))
        out.utter_message(response=WITHDRAWN[taken.reached], provider=self._provider(found))
        return []

    @staticmethod
    def _is_to_be_sure(turn: Turn, one: Introduction) -> bool:
        """Words may be meant otherwise, and a number for another button; what a place has cannot be sent anew."""
        how = turn.picked.get(PRESSED_BY, "tap" if turn.picked else "words")
        return how == "number" or (one.sent_at is not None and how != "tap")

    def _ask(self, out: CollectingDispatcher, one: Introduction) -> None:
        meant = {"introduction": one.id}
        buttons = [
            {"title": self.deps.say("utter_title_take_back"), "intent": "withdraw_confirmed", "entities": meant},
            {"title": self.deps.say("utter_title_leave"), "intent": "carry_on", "entities": {}},
        ]
        response = "utter_withdraw_sure_hello" if one.contact else "utter_withdraw_sure"
        out.utter_message(response=response, provider=self._provider(one), buttons=buttons)

    def _which(self, turn: Turn, live: list[Introduction]) -> Introduction | None:
        tapped = turn.picked.get("introduction")
        by_id = next((one for one in live if one.id == tapped), None)
        return by_id or choose(self.people.words_of(turn.id) or "", {self._provider(one): one for one in live})

    def _provider(self, one: Introduction) -> str:
        provider = self.deps.directory().providers.get(one.provider_id)
        return provider.name if provider else one.provider_id
