"""What is always available: why, simpler, who, skip, start again; and what was not understood."""

from __future__ import annotations

from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.after_letter import says_where_it_stands
from actions.base import Act, Events, Turn, form_of, projected
from actions.beside_them import line_beside, line_noted
from actions.of_us import tell_of_us
from actions.saying_back import say_sorry
from knowledge.kindness import tells_hard

ASKED_BY_AN_ACTION = frozenset(
    "letter_decision message_text message_decision answer_text answer_decision complaint_service".split()
)
"""Questions whose full words an action makes, so that only their simpler ones stand in the copy."""


LETTER = "letter_decision"
"""What is said beside this question may change the letter, which only its own skill can tell."""


def ask_anew(out: CollectingDispatcher, turn: Turn) -> Events:
    """The open question in its simpler words; where it was just put in those, in its full ones."""
    full = turn.slots.get("asked_as") == "simpler" and turn.asked not in ASKED_BY_AN_ACTION
    out.utter_message(response=f"utter_ask_{turn.asked}" if full else f"utter_simpler_{turn.asked}")
    return turn.asked_in("full" if full else "simpler")


class Explain(Act):
    """Why the open question is asked."""

    action = "action_explain"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        out.utter_message(response=f"utter_why_{turn.asked}" if turn.asked else "utter_why_nothing_open")
        return []


class SaySimpler(Act):
    """The open question in ten words at most; asked once more, in other words, and with a way to a person."""

    action = "action_say_simpler"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if turn.asked and turn.slots.get("asked_as") == "simpler":
            out.utter_message(response="utter_still_unclear")
            return ask_anew(out, turn)
        out.utter_message(response=f"utter_simpler_{turn.asked}" if turn.asked else "utter_nothing_simpler")
        return turn.asked_in("simpler") if turn.asked else []


class SkipNothing(Act):
    """Nothing is open, or a question that has to be answered, as the yes to keeping: it is asked again."""

    action = "action_skip_nothing"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if turn.asked:
            out.utter_message(response="utter_cannot_skip")
            return ask_anew(out, turn)
        again = int(turn.slots.get("idle") or 0)
        out.utter_message(response=NOTHING_OPEN[again % len(NOTHING_OPEN)])
        return [SlotSet("idle", again + 1)]


NOTHING_OPEN = ("utter_nothing_to_skip", "utter_nothing_waits", "utter_nothing_to_skip_again")


class Who(Act):
    action = "action_who"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if not tell_of_us(self, out, turn):
            out.utter_message(response="utter_who", **self.deps.about)
        return []


class StartAgain(Act):
    """Forgets every answer, asks afresh. Letters stay."""

    action = "action_start_again"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        self.people.start_again(turn.person, self.key(turn))
        out.utter_message(response="utter_restarted")
        return [*projected(self.facts(turn)), SlotSet("requested_slot", None)]


class NotUnderstood(Act):
    """Never the same line twice running; inside a question the question returns in its simpler form.

    The first line is said once, then two others by turns, of which one offers a person and one another way.
    """

    action = "action_not_understood"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if self.people.person(turn.person).age_band == "under_16":
            out.utter_message(response="utter_under_16")
            return []
        line = line_beside(turn)
        if line:
            out.utter_message(response=line)
            return [*line_noted(turn, line), *(ask_anew(out, turn) if turn.asked else [])]
        hard = tells_hard(self.people.words_of(turn.id) or "")
        if hard:
            noted = say_sorry(out, turn, hard)
            if turn.asked:
                return [*noted, *ask_anew(out, turn)]
            out.utter_message(response="utter_resume_hint")
            return noted
        if turn.slots.get("told") and turn.asked:  # told before, and so nothing anew
            out.utter_message(response="utter_kept_beside")
            return ask_anew(out, turn)
        missed = int(turn.slots.get("missed") or 0)
        if not turn.asked and not missed:
            if not says_where_it_stands(self, out, turn):
                out.utter_message(response=MISSED_OPEN[0])
            return [SlotSet("missed", 1)]
        lines = MISSED if turn.asked else MISSED_OPEN
        at = min(missed, len(lines) - 1)
        out.utter_message(response=lines[at])
        asked = ask_anew(out, turn) if turn.asked else []
        return [SlotSet("missed", at + 1 if at + 1 < len(lines) else 1), *asked]


class Beside(NotUnderstood):
    """What no rule knows what to do with, as inside the questions of a call or a complaint.

    Where it told something that is kept, it says so, and the question returns. Beside a letter that says it itself.
    """

    action = "action_beside"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if turn.asked == LETTER:
            form = str(turn.form)
            return [SlotSet("beside_letter", turn.id), SlotSet("returning", turn.id), FollowupAction(form)]
        return super().act(out, turn)


MISSED = ("utter_not_understood", "utter_not_understood_again", "utter_not_understood_lost")
MISSED_OPEN = (
    "utter_not_understood_open", "utter_not_understood_open_again", "utter_not_understood_open_lost",
)  # fmt: skip


class Clarify(Act):
    """One short question with the likeliest meanings as buttons, once; what stays unclear is not asked again."""

    action = "action_clarify"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if turn.slots.get("missed") or turn.slots.get("beside_said") or tells_hard(self.people.words_of(turn.id) or ""):
            return NotUnderstood(self.deps).act(out, turn)
        meanings = [name for name in turn.slots.get("likely") or () if self._offerable(turn, name)][:MOST_MEANINGS]
        buttons = [
            {"title": self.deps.say(f"utter_meaning_{name}"), "intent": name, "entities": {}} for name in meanings
        ]
        if len(buttons) < MOST_MEANINGS:
            return NotUnderstood(self.deps).act(out, turn)
        form = turn.form or form_of(
            self.deps,
            turn.person,
            self.facts(turn),
            self.people.offers(turn.person),
            self.people.current_draft(turn.person),
        )
        if form:
            buttons.append({"title": self.deps.say("utter_meaning_carry_on"), "intent": "carry_on", "entities": {}})
        out.utter_message(response="utter_clarify", buttons=buttons)
        return [SlotSet("missed", 1)]

    def _offerable(self, turn: Turn, name: str) -> bool:
        """Nobody without a letter is asked whether they mean theirs; nobody who saw no place, which one."""
        if name in OF_LETTERS:
            return bool(self.people.of_person(turn.person))
        if name in OF_PLACES:
            return bool(self.people.offers(turn.person))
        return name in OFFERABLE


MOST_MEANINGS = 2
OF_LETTERS, OF_PLACES = ("ask_status", "withdraw"), ("more_options", "want_introduction")
OFFERABLE = (
    "ask_human", "ask_why", "ask_privacy", "ask_benefits", "ask_who", "change_answer", "skip", "simpler", "go_back",
    "delete_data", "complain", "pause",
)  # fmt: skip
"""Meanings that may be offered as a button, each worded as ``utter_meaning_<name>``;
so are those of letters and places."""
