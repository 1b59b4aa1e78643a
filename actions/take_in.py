"""The one action that reads the latest message: it saves what was said and fills every slot the message answers."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import TAKE_IN, Events, Turn, known, projected
from actions.beside_them import gender_heard, is_known, noted_beside, of_the_person, said_beside
from actions.meant_for_them import meant_for
from actions.meant_for_us import answered
from actions.refusing import Refusing
from actions.spoken_of import SpokenOf
from introductions.asked import QUESTIONS
from introductions.at_work import AT_WORK
from introductions.by_name import named_place
from introductions.calendar import london_date
from introductions.calls import CALLS
from introductions.company import COMES, comes_told, companion
from introductions.corrections import corrected, gainsaid
from introductions.likings import LIKED
from introductions.listening import (
    PRIVATE,
    asks_back,
    asks_first,
    begins,
    is_of_a_place,
    is_theirs,
    is_written,
    leaves_a_place,
    may_answer,
    may_be_passed_on,
    passes_over,
    tells_of_company,
    tells_plainly,
    waits_for_the_yes,
    writes_a_letter,
)  # fmt: skip
from introductions.model import Heard, Remembered
from introductions.questions import Telling, facts_of, reopened, telling
from introductions.reading import SAID, Reading
from introductions.renaming import renamed
from knowledge.understanding.asides import addressed
from knowledge.understanding.asked_of_place import questions
from knowledge.understanding.asked_of_us import asked_of_us, beside_who
from knowledge.understanding.held_from_them import part_left_out
from knowledge.understanding.names import names
from knowledge.understanding.opening import opening
from knowledge.understanding.plain_questions import is_a_story
from knowledge.understanding.told_whom import told_whom
from knowledge.understanding.topics_of_place import RUN_BY, topics

QUESTIONS_FORM = "find_support_form"
WELCOME = ("agreed", "young", "agreed_young")
YOUNG = ("under_16", "16_17")
"""What an age said at the greeting answers at once: that they are under 18, and how far."""
OTHER_FORMS = frozenset(
    {
        "chosen_name",
        "new_line",
        "letter_decision",
        "answer_text",
        "answer_decision",
        "complaint_text",
        "complaint_harm",
        "complaint_service",
        "complaint_words",
        "message_text",
        "message_decision",
        "phone",
        "safe_time",
        "reminder_words",
        "reminder_day",
    }
)
OF_THE_LETTER = ("chosen_name", "new_line", "letter_decision")
OTHER_WORDS = {
    "message_decision": ("message_text", "message_turn"),
    "answer_decision": ("answer_text", "answer_turn"),
}
"""Where words for a place are shown before they go, what is typed instead of a yes or a no stands in their stead."""
LIKELY = 0.2
"""Chance from which a meaning is worth offering to somebody whose message was unclear."""


class TakeIn(SpokenOf, Refusing):
    action = TAKE_IN

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        message = tracker.latest_message
        intent = message["intent"]["name"]
        entities = message.get("entities") or []
        read = Reading.of_entities(intent, message.get("text") or "", entities)
        said = any(e["entity"] == SAID for e in entities)
        picked = {e["entity"]: e["value"] for e in entities} if read.tapped or said else {}
        turn = Turn.of(tracker)
        turn = Turn(message["metadata"]["turn"], turn.person, turn.slots, turn.form, picked)
        wrote, read = read, of_the_person(turn, read)
        ranking = message.get("intent_ranking") or ()
        likely = [ranked["name"] for ranked in ranking if ranked["confidence"] >= LIKELY]
        back = [SlotSet("returning", turn.id)] if message["metadata"].get("taken_up") else []
        beside_said = None if wrote.tapped else said_beside(turn, wrote.text)
        whom = None if wrote.tapped else told_whom(wrote.text)
        questions = [
            SlotSet("asks_first", asks_first(wrote)),
            SlotSet("told_whom", whom),
            SlotSet("asked_of_us", asked_of_us(wrote.text)),
        ]
        beside = [*questions, SlotSet("beside_said", beside_said), *noted_beside(turn, wrote)]
        who = not wrote.tapped and bool(beside_who(wrote.text)) and not self._of_the_place(turn, read)
        beside.append(SlotSet("asked_who", turn.id if who else None))
        return [*back, *beside, *await asyncio.to_thread(self._take_in, turn, read, wrote, likely)]

    def _of_the_place(self, turn: Turn, read: Reading) -> bool:
        """Once places were shown, who runs one is a question of it: its listing answers that with the rest."""
        of_it = any(RUN_BY in topics(one) for one in questions(read.text))
        return is_of_a_place(read) and of_it and bool(self.people.offers(turn.person))

    def _take_in(self, turn: Turn, read: Reading, wrote: Reading, likely: list[str]) -> Events:
        person = self.people.ensure_person(turn.person, wrote=is_theirs(read))
        if SAID in turn.picked:
            read = replace(
                read, values=tuple(Heard(v.field, v.value, None, "yes", v.words) for v in names(read.text, None))
            )
        elif self._names_a_place(turn, read):
            read = replace(read, concepts=(), values=(), answer=None)
        told = telling(read, None if SAID in turn.picked else turn.asked)
        noted = [SlotSet("turn", turn.id), SlotSet("picked", turn.picked), SlotSet("likely", likely), *answered(turn)]
        if person.keep == "none" or (turn.form == "welcome_form" and turn.asked in WELCOME):
            # Inside the welcome even of somebody kept already: its turn may be tried again after the yes was written.
            return [*noted, SlotSet("told", False), *self._before_the_yes(turn, read, told, wrote)]
        if is_written(wrote):
            self.people.save_words(turn.person, turn.id, wrote.text)
        named = self._names_a_place(turn, read)
        place = meant_for(self.people, turn, read, london_date(self.deps.clock.now()), names_a_place=named)
        if place and self.people.line(place) == "open":
            return [*noted, SlotSet("told", False), SlotSet("for_place", True), SlotSet("heard_from", place)]
        if writes_a_letter(read, turn.asked):
            self.people.fresh_draft(turn.person)
        of_it = turn.picked.get("introduction") == turn.slots.get("heard_from")
        left = [SlotSet("heard_from", None)] if leaves_a_place(read) and not of_it else []
        noted += self.pointed_at(turn, wrote.text) if is_written(wrote) else []
        return [*noted, SlotSet("for_place", False), *left, *self._after_the_yes(turn, read, told, wrote)]

    def _names_a_place(self, turn: Turn, read: Reading) -> bool:
        """A place's name tells of no liking: nobody enjoys "kitchen" who picks Kitchen Table Network."""
        written = is_written(read) and turn.asked not in OTHER_FORMS
        if not written:
            return False
        return named_place(self.deps.directory(), self.people.offers(turn.person), read.text) is not None

    def _before_the_yes(self, turn: Turn, read: Reading, told: Telling, wrote: Reading) -> Events:
        if held := self._to_hold(turn, read):
            self.people.hold(turn.person, turn.id, wrote.text)
        if held or begins(read):
            return [SlotSet("opening", opening(wrote.text))]
        if turn.asked in WELCOME and read.answer is not None:
            if turn.asked == "agreed" and read.answer in YOUNG:
                return [SlotSet("agreed", "under_18"), SlotSet("young", read.answer)]
            return [SlotSet(turn.asked, read.answer)]
        return []

    def _to_hold(self, turn: Turn, read: Reading) -> bool:
        """Words that tell something wait for the yes; of somebody under 16 none do. A question alone is answered."""
        if (told_whom(read.text) or asked_of_us(read.text)) and not is_a_story(read.text):
            return False
        return waits_for_the_yes(read) and self.people.person(turn.person).age_band != "under_16"

    def _after_the_yes(self, turn: Turn, read: Reading, told: Telling, wrote: Reading) -> Events:
        if turn.asked in OTHER_WORDS and is_written(read) and part_left_out(read.text):
            return self._less(turn)
        if turn.asked in OTHER_WORDS and not told.answered and may_be_passed_on(read):
            words, written_in = OTHER_WORDS[turn.asked]
            named = SlotSet("message_typed_to", addressed(read.text) is not None)
            guessed = [SlotSet("message_guessed", None)] if addressed(read.text) else []
            return [
                SlotSet("told", None),
                SlotSet(words, "given"),
                SlotSet(written_in, turn.id),
                SlotSet("words_less", None),
                named,
                *guessed,
            ]
        heard = [one for one in told.heard if one.field not in OTHER_FORMS or one.field == "chosen_name"]
        heard = heard if read.tapped else self.likings_kept(turn, wrote.text, heard)
        heard += [*self._comes(turn, wrote), *self._renamed(turn, read, heard)]
        if SAID in turn.picked:
            self.people.remember(turn.person, heard, turn=turn.id, key=self.key(turn))
            return [SlotSet("told", False)]
        if told.answered and turn.slots.get(str(turn.asked)) is None and turn.asked in QUESTIONS:
            heard.append(Heard("reopened", ""))
        heard = self._anew(turn, told, heard)
        for fact in gainsaid(heard, self.facts(turn)):
            self.people.forget(turn.person, fact.id, f"{self.key(turn)}:{fact.id}")
        heard = [*corrected(read, heard, self.facts(turn)), *heard]
        kept = self.people.remember(turn.person, heard, turn=turn.id, key=self.key(turn)) if heard else Remembered()
        if gender := gender_heard(turn, wrote.text, self.facts(turn)):
            self.people.remember(turn.person, gender, turn=turn.id, key=f"{self.key(turn)}:gender")
        said_again = tells_plainly(read) and any(one.field in TELLING for one in told.heard)
        tells = said_again or _tells_anew(kept)
        events: Events = [
            SlotSet("told", tells),
            *known(self.facts(turn)),
            *([SlotSet("missed", 0)] if tells or told.answered else []),
        ]
        if turn.asked in OTHER_FORMS and told.answered:
            return [*events, SlotSet(turn.asked, _other(told, turn.asked))]
        passed = self._pass_by(turn, read, told, kept)
        if may_answer(read) and (_moves(turn, told, kept) or _let_go(turn, passed)):
            return [*events, *passed, SlotSet("moved", turn.id), *projected(self.facts(turn))]
        return [*events, *passed]

    def _less(self, turn: Turn) -> Events:
        """A part that is to stay out of the words that were shown, which are shown again without it."""
        less = [*(turn.slots.get("words_less") or ()), turn.id]
        words, _ = OTHER_WORDS[str(turn.asked)]
        return [SlotSet("told", None), SlotSet(words, "given"), SlotSet("words_less", less)]

    def _comes(self, turn: Turn, read: Reading) -> list[Heard]:
        """Who comes along, told while a letter is being written, wherever in the conversation."""
        told = comes_told(read.text, helper=is_known(turn)) if tells_of_company(read) else None
        draft = self.people.current_draft(turn.person) if told is not None else None
        if told is None or draft is None:
            return []
        if not told and companion(read.text) not in draft.fields["who_comes"].text:
            return []
        return [Heard(COMES, told, None, "yes", read.text)]

    def _renamed(self, turn: Turn, read: Reading, heard: Sequence[Heard]) -> list[Heard]:
        """A name put right before a letter is written, or after: the next letter carries it. A letter that is shown is
        changed by its own skill.
        """
        if turn.asked in OF_THE_LETTER or read.tapped:
            return []
        known = self.people.person(turn.person).chosen_name
        told = [fact.value for fact in self.facts(turn) if fact.field in ("chosen_name", "name")]
        new = renamed(read.text, known or (told[-1] if told else None))
        called = next((one.value for one in heard if one.field == "name"), new)
        if known and called:
            self.people.set_chosen_name(turn.person, called, f"{self.key(turn)}:name")
        return [Heard("name", new, None, "yes", new)] if new else []

    def _anew(self, turn: Turn, told: Telling, heard: list[Heard]) -> list[Heard]:
        """A question that was opened again: its new answer stands alone, and skipping it leaves the old one."""
        facts = self.facts(turn)
        question = reopened(facts)
        if question is None or turn.asked != question or not told.answered:
            return heard
        held = facts_of(question, facts)
        if held and any(one.field == question and one.value == "skipped" for one in heard):
            return [one for one in heard if one.field != question]
        for fact in held:
            self.people.forget(turn.person, fact.id, f"{self.key(turn)}:{fact.id}")
        return heard

    def _pass_by(self, turn: Turn, read: Reading, told: Telling, kept: Remembered) -> Events:
        """A question that is answered with something else twice is let go, a private one at once: nobody is pressed."""
        asked = turn.asked
        if told.answered or asked not in QUESTIONS or turn.form != QUESTIONS_FORM:
            return []
        before, tells = turn.slots.get("passed_by") == asked, _tells_anew(kept)
        if passes_over(read, asked, tells=tells, asked_back=before) or (before and tells and may_answer(read)):
            facts = self.facts(turn)
            opened = reopened(facts) == asked
            let_go = [Heard("reopened", "")] if opened else []
            let_go += [] if opened and facts_of(asked, facts) else [Heard(asked, "skipped")]
            self.people.remember(turn.person, let_go, turn=turn.id, key=f"{self.key(turn)}:passed_by")
            return [SlotSet("passed_by", turn.id)]
        waits = (tells and may_answer(read)) or (asked in PRIVATE and asks_back(read))
        return [SlotSet("passed_by", asked)] if waits else []


TELLING = frozenset(
    {AT_WORK, CALLS, COMES, LIKED, "concept", "name", "goal", "district", "area", "age", "hours", "days", "language"}
)
"""Fields that tell something new about a person; the rest are marks of what was asked."""


def _tells_anew(kept: Remembered) -> bool:
    return any(fact.field in TELLING or (fact.field, fact.value) == ("times", "any_time") for fact in kept.new)


def _moves(turn: Turn, told: Telling, kept: Remembered) -> bool:
    """Inside the questions only a message that answers or tells something moves on; other words leave it open."""
    return turn.form == QUESTIONS_FORM and (told.answered or _tells_anew(kept))


def _let_go(turn: Turn, passed: Events) -> bool:
    return any(event["value"] == turn.id for event in passed)


def _other(told: Telling, slot: str) -> str:
    value = next(one.value for one in told.heard if one.field == slot)
    return "given" if slot == "chosen_name" and value != "skipped" else value
