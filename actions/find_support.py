"""The questions: which comes next, going back, changing an answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import TAKE_IN, Act, Events, Turn, projected
from actions.beside_them import gender_heard, greet, is_known, is_new
from actions.deps import Deps
from actions.forms import FormQuestions
from actions.looking import ask_next
from actions.saying_back import say_back, say_kindly, theirs_heard
from actions.someone_else import look_for, someone_else
from introductions.asked import QUESTIONS
from introductions.model import Fact, Heard, Remembered
from introductions.progress import next_questions
from introductions.questions import answered_by, reopened, slots, telling
from introductions.reading import Reading
from knowledge.asking import AskNext
from knowledge.understanding import understand
from knowledge.understanding.allowed import beside_rights
from knowledge.understanding.beside import of_the_person, tidy
from knowledge.understanding.early_names import bare_name
from knowledge.understanding.helper import tells_only_trade
from knowledge.understanding.plain_questions import answered_plainly

PLACES = frozenset({"district", "area"})
CHANGEABLE = ("interests", "hopes", "hard", "times", "place")


MOST_KEPT = 100
"""Turns whose next question is remembered, by ids alone."""
MANY_WORDS = 12
"""A held message longer than this tells a story, even where no code was found in it."""


class ReadHeld(Act):
    """Reads in what was written before the yes, and says it back."""

    action = "action_read_held"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        said: list[Fact] = []
        held = self.people.take_held(turn.person)
        for text in held:
            if tells_only_trade(text.text):
                continue
            words = tidy(of_the_person(text.text)) if is_known(turn) else text.text
            read = understand(words, asked="story")
            told = telling(Reading.of(read), "story" if len(text.text.split()) > MANY_WORDS else None)
            heard = [*told.heard, *([Heard("name", name, None, "yes", name)] if (name := bare_name(text.text)) else [])]
            self.people.save_words(turn.person, text.turn, text.text)
            said += self.people.remember(turn.person, heard, turn=text.turn, key=f"{text.turn}:{self.action}").new
            if gender := gender_heard(turn, text.text, self.facts(turn)):
                self.people.remember(turn.person, gender, turn=text.turn, key=f"{text.turn}:gender")
        written = "\n".join(text.text for text in held)
        of_them, noted = answer_kindly(self, out, turn, said, written, before=[])
        who, noted = ("", noted) if is_known(turn) else theirs_heard(turn, written, noted)
        say_back(out, self.deps.say, [*said, *of_them], who)
        return [*noted, *projected(self.facts(turn))]


def answer_kindly(
    action: Act, out: CollectingDispatcher, turn: Turn, said: Sequence[Fact], text: str, *, before: Sequence[Fact]
) -> tuple[Sequence[Fact], Events]:
    """One line: a greeting to who helps, what can be done for somebody else, or a kind one. Gives what ``text`` tells
    of the other person, and what to note of what was said.
    """
    if said and is_new(turn, text):  # where nothing else was told, the rule for helpers answers
        return [], greet(out, turn)
    relative = someone_else(action, turn, text)
    if relative is not None:
        return look_for(action, out, turn, text, relative), []
    return [], say_kindly(out, turn, said, text, before=before)


class FindSupportQuestions(FormQuestions):
    """Says back what the message told, then opens the next question."""

    action = "validate_find_support_form"

    def __init__(self, deps: Deps) -> None:
        super().__init__(deps)
        self._found: dict[tuple[str, ...], AskNext | None] = {}

    def settle(self, out: CollectingDispatcher, turn: Turn) -> Events:
        """What Rasa's slot extraction utters is lost, so the words are said back here."""
        # The first result of this turn's remembering; nothing is remembered anew under a key that was used.
        kept = self.people.remember(turn.person, [], turn=turn.id, key=turn.key(TAKE_IN))
        against = [c for c in kept.contradictions if c.now.field in PLACES and c.now.words and c.before.words]
        if against:
            out.utter_message(
                response="utter_contradiction", before=against[0].before.words, after=against[0].now.words
            )
        elif any(fact.value == "skipped" and fact.polarity == "yes" for fact in kept.new):
            out.utter_message(response="utter_fine_to_skip")
        elif turn.slots.get("passed_by") == turn.id and not kept.new:
            out.utter_message(response="utter_left_out")
        else:
            return self._answer_kindly(out, turn, kept)
        return []

    def _answer_kindly(self, out: CollectingDispatcher, turn: Turn, kept: Remembered) -> Events:
        if turn.picked:
            return say_kindly(out, turn, kept.new, "", before=self._known(turn, kept))
        text = self.people.words_of(turn.id) or ""
        if (answered_plainly(text) and not beside_rights(text)) or turn.slots.get("asks_first"):
            return []
        of_them, noted = answer_kindly(self, out, turn, kept.new, text, before=self._known(turn, kept))
        if self.open_questions(turn):
            who, noted = ("", noted) if is_known(turn) else theirs_heard(turn, text, noted)
            say_back(out, self.deps.say, [*kept.new, *of_them], who)
        return noted

    def _known(self, turn: Turn, kept: Remembered) -> list[Fact]:
        """What was known before this message."""
        return [*kept.superseded, *(fact for fact in self.facts(turn) if fact.turn != turn.id)]

    def open_questions(self, turn: Turn) -> list[str]:
        """After an interruption the open question returns, whatever has come to matter more; what neither answers nor
        tells leaves it open, for another one would take the turn from the rules.
        """
        facts = self.facts(turn)
        tells = turn.slots.get("moved") == turn.id or any(fact.turn == turn.id for fact in facts)
        stays = turn.slots.get("returning") == turn.id or (turn.asked in QUESTIONS and not tells)
        returns = [turn.asked] if turn.asked and stays else []
        following = partial(self._following, turn, facts)
        questions = [*returns, *next_questions(facts, following, self.people.offers(turn.person))]
        return [one for one in questions if one != "alone" or not is_known(turn)]  # somebody is with them

    def _following(self, turn: Turn, facts: Sequence[Fact]) -> AskNext | None:
        """Worked out once, though a turn asks for it twice."""
        key = (turn.id, *(fact.id for fact in facts))
        if key in self._found:
            return self._found[key]
        if len(self._found) >= MOST_KEPT:
            self._found = {}
        found = self._found[key] = ask_next(self.deps, turn.person, facts)
        return found


class GoBack(Act):
    """Opens the question answered last; what it held is forgotten when the new answer comes."""

    action = "action_go_back"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        facts = self.facts(turn)
        answered, waiting = answered_by(facts), reopened(facts)
        if waiting in answered:
            answered = answered[: answered.index(waiting)]
        if not answered:
            out.utter_message(response="utter_nothing_to_go_back_to")
            return []
        out.utter_message(response="utter_gone_back")
        return reopen(self, turn, answered[-1])


class ChangeWhat(Act):
    """Offers every question, asked or not; health only where something was told of it."""

    action = "action_change_what"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        known = slots(self.facts(turn))
        names = [*CHANGEABLE, *(["health"] if known["health"] is not None else [])]
        buttons = [
            {"title": self.deps.say(f"utter_title_{name}"), "intent": "reopen", "entities": {"slot": name}}
            for name in names
        ]
        out.utter_message(response="utter_change_what", buttons=buttons)
        return []


class Reopen(Act):
    action = "action_reopen"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        name = turn.picked.get("slot")
        return reopen(self, turn, name) if name in QUESTIONS else []


def reopen(action: Act, turn: Turn, question: str) -> Events:
    """Ask ``question`` anew. What it held is forgotten when a new answer comes, and stays where it is skipped."""
    action.people.remember(turn.person, [Heard("reopened", question)], turn=turn.id, key=action.key(turn))
    return [*projected(action.facts(turn)), SlotSet("requested_slot", question), SlotSet("asked_as", "reopened")]
