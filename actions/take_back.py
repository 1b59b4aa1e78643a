"""A letter that has gone, or is to go, is taken back; what a place has is asked about first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.standing import unseen
from actions.titles import short_titles
from introductions.choosing import best_by_words, choose, means_another
from introductions.model import Introduction
from introductions.states import ENDED
from knowledge.language.patois import in_plain_english
from knowledge.understanding.arranging import cannot_face_it, not_going
from knowledge.understanding.place_wish import wants_introduction
from knowledge.understanding.taking_back import asks_to_change_it, names_whose, taken_back

ASKED_ABOUT = "withdraw_of"
"""The slot that holds the letter of which it was asked last whether it is to come back."""


def nothing_out_there(letters: Sequence[Introduction]) -> str:
    """What is said where nothing can be taken back; a place that had a letter has heard of its person."""
    return "utter_withdraw_none_now" if any(one.sent_at for one in letters) else "utter_withdraw_none"


class SecondThoughts(Act):
    """Doubts after a letter has gone: taking it back is one tap away, and so is leaving things as they are."""

    action = "action_second_thoughts"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        letters = self.people.of_person(turn.person)
        faint = not turn.picked and cannot_face_it(self.people.words_of(turn.id) or "")
        if faint and not letters:
            out.utter_message(response="utter_cannot_face_yet")
            return []
        if all(one.state in ENDED for one in letters):
            out.utter_message(response=nothing_out_there(letters))
            return []
        tapped = turn.picked.get("introduction")
        hello = next((one for one in letters if one.contact and one.state not in ENDED), None)
        stays_away = not turn.picked and self._stays_away(turn)
        if (faint or stays_away) and hello is not None:
            self._gently(out, turn, hello, stays_away=stays_away)
            return left_unsent(turn)
        meant = {PRESSED_BY: "tap", **({"introduction": tapped} if tapped else {})}
        buttons = [
            {"title": self.deps.say("utter_title_take_back"), "intent": "withdraw", "entities": meant},
            {"title": self.deps.say("utter_meaning_ask_human"), "intent": "ask_human", "entities": {}},
            {"title": self.deps.say("utter_title_leave"), "intent": "carry_on", "entities": {}},
        ]
        asks = not turn.picked and asks_to_change_it(self.people.words_of(turn.id) or "")
        out.utter_message(response="utter_letter_as_agreed" if asks else "utter_second_thoughts", buttons=buttons)
        return left_unsent(turn)

    def _stays_away(self, turn: Turn) -> bool:
        text = self.people.words_of(turn.id) or ""
        return not_going(text) or not_going(in_plain_english(text))

    def _gently(self, out: CollectingDispatcher, turn: Turn, one: Introduction, *, stays_away: bool) -> None:
        """Who cannot face a visit: nothing is pressed, and their words for the place can be said first. Where they do
        not go, those that they just wrote.
        """
        meant = {"introduction": one.id}
        words, title = ({"message": turn.id}, "utter_title_tell_place") if stays_away else ({}, "utter_title_reply")
        buttons = [
            {"title": self.deps.say(title), "intent": "say_to_place", "entities": meant | words},
            {
                "title": self.deps.say("utter_title_take_back"),
                "intent": "withdraw",
                "entities": {PRESSED_BY: "title", **meant},
            },
            {"title": self.deps.say("utter_title_leave"), "intent": "carry_on", "entities": {}},
        ]
        provider = self.deps.directory().providers.get(one.provider_id)
        named = {"contact": one.contact, "provider": provider.name if provider else one.provider_id}
        response = "utter_not_going" if stays_away else "utter_cannot_face_it"
        out.utter_message(response=response, buttons=buttons, **named)


def left_unsent(turn: Turn) -> Events:
    """Words for a place that waited are left."""
    return [ActiveLoop(None), SlotSet("requested_slot", None)] if turn.form in ("message_form", "answer_form") else []


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
            titles = short_titles([self._provider(one) for one in live])
            buttons = [
                {"title": title, "intent": "withdraw", "entities": {"introduction": one.id}}
                for one, title in zip(live, titles, strict=True)
            ]
            out.utter_message(response="utter_withdraw_which", buttons=buttons)
            return []
        if self._is_to_be_sure(turn, found):
            self._ask(out, turn, found)
            return [SlotSet(ASKED_ABOUT, found.id), *left_unsent(turn)]
        taken = self.people.withdraw(found.id, by="person", reason="", key=self.key(turn))
        out.utter_message(response=WITHDRAWN[taken.reached], provider=self._provider(found))
        return [SlotSet(ASKED_ABOUT, None), *left_unsent(turn)]

    def _is_to_be_sure(self, turn: Turn, one: Introduction) -> bool:
        """Words may be meant otherwise, or of a place that has no letter, and a number for another button; what a place
        has cannot be sent anew.
        """
        how = turn.picked.get(PRESSED_BY, "tap" if turn.picked else "words")
        of = None if turn.picked else taken_back(self.people.words_of(turn.id) or "")
        other = of is not None and names_whose(of) and not best_by_words(of, {one.id: self._provider(one)})
        return how == "number" or other or (one.sent_at is not None and how != "tap")

    def _ask(self, out: CollectingDispatcher, turn: Turn, one: Introduction) -> None:
        meant = {"introduction": one.id}
        buttons = [
            {"title": self.deps.say("utter_title_take_back"), "intent": "withdraw_confirmed", "entities": meant},
            {"title": self.deps.say("utter_title_leave"), "intent": "carry_on", "entities": {}},
        ]
        if not turn.picked and wants_introduction(self.people.words_of(turn.id) or ""):
            introduce = {"title": self.deps.say("utter_title_introduce"), "intent": "want_introduction", "entities": {}}
            buttons.append(introduce)
            out.utter_message(response="utter_withdraw_first")
        response = "utter_withdraw_sure_hello" if one.contact else "utter_withdraw_sure"
        out.utter_message(response=response, provider=self._provider(one), buttons=buttons)

    def _which(self, turn: Turn, live: list[Introduction]) -> Introduction | None:
        """The one tapped, or named; else the one that was asked about last."""
        meant = turn.picked.get("introduction")
        if by_id := next((one for one in live if one.id == meant), None):
            return by_id
        text = self.people.words_of(turn.id) or ""
        named = choose(taken_back(text) or text, {self._provider(one): one for one in live})
        asked = turn.slots.get(ASKED_ABOUT) if named is None and not means_another(text) else None
        return named or next((one for one in live if one.id == asked), None)

    def _provider(self, one: Introduction) -> str:
        provider = self.deps.directory().providers.get(one.provider_id)
        return provider.name if provider else one.provider_id
