"""A small step with a date: asked for in words or by a tap, read back, and told on its morning."""

from __future__ import annotations

import re
from datetime import date, timedelta

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.forms import FormQuestions
from actions.visit_words import reminded_of, visit_reminder
from actions.wording import day
from introductions.calendar import london_date
from introductions.model import Introduction
from introductions.reminding import CHOICES, LAST, Wish, day_before, read_day, read_wish
from introductions.states import State
from knowledge.understanding.reminding import asks_of_reminder

_OF_A_VISIT = frozenset(
    "about of to the my this that it for a meeting visit appointment day time going go meet meeting see seeing with at "
    "and please pls ta thanks there them her him place".split()
)
"""Words that name no step beside a visit."""
STRAY = 2
SLOTS = ("reminder_words", "reminder_day", "reminder_turn", "reminder_of")


class OfReminder(Act):
    def today(self) -> date:
        return london_date(self.deps.clock.now())

    def keep(self, out: CollectingDispatcher, turn: Turn, words: str, on: date, of: str | None) -> None:
        """Set it, and say truthfully how they will hear of it. ``of``: a visit's introduction, or ``LAST``."""
        before = self.people.reminder(turn.person) if of == LAST else None
        visit = before.introduction_id if before else of
        moved = self.people.set_reminder(turn.person, words, on, self.key(turn), introduction_id=visit)
        set_or_moved = "utter_reminder_moved" if moved else "utter_reminder_set"
        response = set_or_moved if self._may_be_first(turn) else "utter_reminder_set_quiet"
        out.utter_message(response=response, day=day(on), words=words)

    def _may_be_first(self, turn: Turn) -> bool:
        """What they asked for may come unasked, but for those who want no first word; WhatsApp needs more than that."""
        if self.people.quiet(turn.person).how == "after_me":
            return False
        return self.deps.position(turn.person).channel != "whatsapp" or self.people.may_message(turn.person)

    def words(self, turn: Turn, of: str | None, wished: Wish | None) -> str:
        """What they are reminded of; empty where it is still to be asked."""
        mine = self.people.of_person(turn.person)
        if of == LAST:
            before = self.people.reminder(turn.person)
            return reminded_of(self.deps, mine, before.introduction_id, before.words) if before else ""
        visit = next((one for one in mine if one.id == of), None)
        if visit is not None:
            return visit_reminder(self.deps, visit)
        return wished.words if wished else ""


class BeginReminder(OfReminder):
    """Sets it at once where they said what and when; asks for what is missing otherwise."""

    action = "action_begin_reminder"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        empty = [SlotSet(name, None) for name in SLOTS]
        if self.people.person(turn.person).keep != "agreed":
            out.utter_message(response="utter_reminder_not_yet")
            return [*empty, SlotSet("reminder_open", False)]
        written = "" if turn.picked else self.people.words_of(turn.id) or ""
        if asks_of_reminder(written):
            self._tell(out, turn)
            return [*empty, SlotSet("reminder_open", False)]
        wish, today = read_wish(written, self.today()), self.today()
        of = self._of(turn, wish)
        words, on = self.words(turn, of, wish), self._day_of(turn, of, wish, today)
        if words and on:
            self.keep(out, turn, words, on, of)
            return [*empty, SlotSet("reminder_open", False)]
        known = [SlotSet("reminder_words", "given"), SlotSet("reminder_turn", turn.id)] if words else []
        found = [SlotSet("reminder_day", on.isoformat())] if on else []
        return [*empty, *known, *found, SlotSet("reminder_of", of), SlotSet("reminder_open", True)]

    def _tell(self, out: CollectingDispatcher, turn: Turn) -> None:
        """The one that is set, with its words as they stand now."""
        held = self.people.reminder(turn.person)
        if held is None:
            out.utter_message(response="utter_reminder_none")
            return
        words = self.words(turn, LAST, None)
        out.utter_message(response="utter_reminder_set", day=day(held.day), words=words)

    def _of(self, turn: Turn, wish: Wish) -> str | None:
        """The visit tapped, or the one agreed on where they named no other step."""
        if turn.picked:
            return turn.picked.get("introduction") or turn.picked.get("reminder")
        agreed = self._agreed(turn)
        return agreed.id if agreed and self._is_of_it(agreed, wish) else None

    def _is_of_it(self, visit: Introduction, wish: Wish) -> bool:
        """Whether the step is the visit itself: "about joan", "my meeting", "the day before". Few words that stand
        before the wish name no step; a day after the visit is of something else.
        """
        if wish.day and visit.visit.day and wish.day > visit.visit.day:
            return False
        step = wish.step or (wish.words if len(wish.words.split()) > STRAY else "")
        provider = self.deps.directory().providers.get(visit.provider_id)
        names = f"{visit.contact or ''} {provider.name if provider else ''}".casefold().split()
        return all(word in names or word in _OF_A_VISIT for word in re.findall(r"[a-z0-9'&]+", step.casefold()))

    def _agreed(self, turn: Turn) -> Introduction | None:
        mine = self.people.of_person(turn.person)
        return next((one for one in mine if one.state is State.ACCEPTED and one.when), None)

    def _day_of(self, turn: Turn, of: str | None, wish: Wish, today: date) -> date | None:
        """The day they said; of a visit the day before it, also where they named the day of the visit itself."""
        before = self._before_visit(turn, of, today)
        if before is None or wish.day is None:
            return wish.day or before
        is_its_own = (wish.day - before).days % 7 == 1
        return before if is_its_own or wish.day > before else wish.day

    def _before_visit(self, turn: Turn, of: str | None, today: date) -> date | None:
        visit = next((one for one in self.people.of_person(turn.person) if one.id == of), None)
        return day_before(visit.visit.day, today) if visit and visit.visit.settled and visit.visit.day else None


class ReminderQuestions(OfReminder, FormQuestions):
    """Reads the day out of what was written; one that cannot be kept is asked for again."""

    action = "validate_reminder_form"

    def settle(self, out: CollectingDispatcher, turn: Turn) -> Events:
        events: Events = []
        written = self.people.words_of(turn.id) or ""
        if turn.slots.get("reminder_words") == "given" and not turn.slots.get("reminder_turn"):
            events.append(SlotSet("reminder_turn", turn.id))
            found = read_day(written, self.today())
            events += [SlotSet("reminder_day", found.isoformat())] if found else []
        said = turn.slots.get("reminder_day")
        if said == "given" or said in CHOICES:
            ahead = CHOICES.get(str(said))
            found = self.today() + timedelta(days=ahead) if ahead else read_day(written, self.today())
            if found is None:
                out.utter_message(response="utter_reminder_day_unclear")
            events.append(SlotSet("reminder_day", found.isoformat() if found else None))
        return events

    def open_questions(self, turn: Turn) -> list[str]:
        left = turn.slots.get("reminder_words") == "skipped"
        return ["reminder_words", *([] if left else ["reminder_day"])]


class FinishReminder(OfReminder):
    action = "action_finish_reminder"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        of, said = turn.slots.get("reminder_of"), str(turn.slots.get("reminder_day"))
        wished = read_wish(self.people.words_of(str(turn.slots.get("reminder_turn"))) or "", self.today())
        words = self.words(turn, of, wished)
        if not words or turn.slots.get("reminder_words") == "skipped" or said in ("skipped", "None"):
            out.utter_message(response="utter_reminder_left")
        else:
            self.keep(out, turn, words, date.fromisoformat(said), of)
        return [SlotSet(name, None) for name in SLOTS]


class NoReminder(Act):
    action = "action_no_reminder"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        dropped = self.people.drop_reminder(turn.person, self.key(turn))
        out.utter_message(response="utter_reminder_left" if dropped else "utter_reminder_none")
        return []
