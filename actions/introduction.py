"""The letter: begun, changed line by line, agreed or left."""

from __future__ import annotations

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.beside_them import how_agreed, is_known, witness
from actions.forms import FormQuestions
from actions.listing_answers import answer_beside
from actions.may_write import MAY_WRITE_ASKED
from actions.standing import unseen, version_agreed
from actions.wording import day, line_name
from introductions import rewording
from introductions.company import comes_told
from introductions.errors import NoIntroduction
from introductions.fields import FIELDS
from introductions.model import Draft, Heard
from introductions.naming import is_sentence, may_be_meant_as_name
from knowledge.understanding.beside import of_the_person, tidy
from knowledge.understanding.for_us import without_ours

AS_WRITTEN = "as_written"
"""What the button says that takes the words written before for a name."""
WRITABLE = ("enjoys", "worked", "hopes", "at_work", "helps", "times", "who_comes", "own", "reply_way", "health")


class LetterQuestions(FormQuestions):
    """A name first, if none is known; a line being written; then the decision on the letter as it stands."""

    action = "validate_introduction_form"

    def settle(self, out: CollectingDispatcher, turn: Turn) -> Events:
        writes = turn.slots.get("line_to_write") and turn.slots.get("new_line") == "given"
        draft = self.people.current_draft(turn.person) if writes else self.people.fresh_draft(turn.person)
        if turn.slots.get("letter_decision") == "send" and draft is not None:
            agreed = version_agreed(turn, draft, self.deps.clock.now())
            if agreed != draft.version:
                out.utter_message(response="utter_letter_changed" if agreed else "utter_letter_once_more")
                return [SlotSet("letter_decision", None), *unseen()]
        written, line = turn.slots.get("new_line"), turn.slots.get("line_to_write")
        if draft is not None and line and written == "given":
            for at, one in enumerate(self._written(turn, draft, line)):
                self.people.edit_line(
                    draft.id, one.field, one.text or "", f"{self.key(turn)}:{at}" if at else self.key(turn)
                )
            self.people.hold_lines(draft.id)
        if line and written is not None:
            return [SlotSet("new_line", None), SlotSet("line_to_write", None)]
        if draft is not None and turn.slots.get("chosen_name") == "given" and not draft.fields["name"].text:
            return self._name(out, turn, draft)
        return []

    def _written(self, turn: Turn, draft: Draft, line: str) -> list[rewording.Change]:
        """A helper who says that they come along is meant, and nothing else that they say of themselves."""
        words = without_ours(self.people.words_of(turn.id) or "").text
        if not is_known(turn):
            return rewording.written(draft.fields, line, words)
        comes, left = comes_told(words, helper=True), tidy(of_the_person(words))
        made = rewording.written(draft.fields, line, left, told_of=True) if left else []
        return [*made, *([rewording.Change("who_comes", comes)] if comes else [])]

    def _name(self, out: CollectingDispatcher, turn: Turn, draft: Draft) -> Events:
        """A name goes in; words that look like none are kept out of the letter until they were asked about."""
        told = [fact for fact in self.facts(turn) if fact.field in ("chosen_name", "name")]
        name, key = told[-1].value if told else self.people.words_of(turn.id) or "", self.key(turn)
        if turn.picked.get("answer") == AS_WRITTEN:
            name = self.people.words_of(str(turn.slots.get("name_turn"))) or ""
            self.people.remember(turn.person, [Heard("chosen_name", name)], turn=turn.id, key=f"{key}:as_written")
        elif is_sentence(name):
            for fact in told:
                self.people.forget(turn.person, fact.id, f"{key}:{fact.id}")
            return [SlotSet("chosen_name", None), SlotSet("name_turn", turn.id)]
        self.people.set_chosen_name(turn.person, name, f"{key}:name")
        self.people.edit_line(draft.id, "name", name, f"{key}:line")
        answer_beside(self, out, turn)
        return [SlotSet("name_turn", None)]

    def open_questions(self, turn: Turn) -> list[str]:
        line = ["new_line"] if turn.slots.get("line_to_write") else []
        return ["chosen_name", *line, "letter_decision"]


class AskChosenName(Act):
    """The question for a name; of words that look like none, whether they are meant as one."""

    action = "action_ask_chosen_name"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        written = self.people.words_of(str(turn.slots.get("name_turn"))) if turn.slots.get("name_turn") else None
        if not written or not may_be_meant_as_name(written):
            out.utter_message(response="utter_ask_chosen_name")
            return []
        as_written = {
            "title": self.deps.say("utter_title_as_written"),
            "intent": "inform",
            "entities": {"answer": AS_WRITTEN},
        }
        out.utter_message(response="utter_name_sure", words=written, buttons=[as_written])
        return []


class LetterLines(Act):
    """Each line as a button that puts it in or takes it out. A typed yes then waits until the letter was seen again."""

    action = "action_letter_lines"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        draft = self.people.current_draft(turn.person)
        if draft is None:
            out.utter_message(response="utter_no_offers_yet")
            return []
        lines = [name for name in FIELDS if name != "reply_way" and draft.fields[name].text]
        buttons = [self._switch(name, on=draft.fields[name].on) for name in lines]
        buttons.append({"title": self.deps.say("utter_title_write_line"), "intent": "write_line", "entities": {}})
        buttons.append({"title": self.deps.say("utter_title_who_comes"), "intent": "who_comes", "entities": {}})
        buttons.append({"title": self.deps.say("utter_title_sleep_on_it"), "intent": "sleep_on_it", "entities": {}})
        buttons.append({"title": self.deps.say("utter_title_letter_back"), "intent": "letter_back", "entities": {}})
        out.utter_message(response="utter_letter_which_line", buttons=buttons)
        return unseen()

    def _switch(self, name: str, *, on: bool) -> dict[str, object]:
        title = self.deps.say(
            "utter_title_line_off" if on else "utter_title_line_on", line=line_name(self.deps.say, name)
        )
        return {"title": title, "intent": "switch_line", "entities": {"field": name}}


class SwitchLine(Act):
    action = "action_switch_line"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        draft, name = self.people.current_draft(turn.person), str(turn.picked.get("field"))
        if draft is not None and name in draft.fields:
            on = bool(turn.picked.get("waits")) or not draft.fields[name].on
            self.people.switch_field(draft.id, name, on, self.key(turn))
        return []


def _asked_first() -> Events:
    """What is to be written was not asked yet, whichever line it is for."""
    return [SlotSet("requested_slot", "letter_decision")]


class WriteLine(Act):
    """Which line is asked; whoever writes it at once has it in the letter in their words."""

    action = "action_write_line"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        buttons = [
            {"title": _capital(line_name(self.deps.say, name)), "intent": "line_chosen", "entities": {"field": name}}
            for name in ("name", *WRITABLE)
        ]
        out.utter_message(response="utter_letter_write_which", buttons=buttons)
        return [
            SlotSet("line_to_write", rewording.FREE),
            SlotSet("new_line", None),
            SlotSet("requested_slot", "new_line"),
        ]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


class LineChosen(Act):
    action = "action_line_chosen"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        return [SlotSet("line_to_write", turn.picked.get("field")), SlotSet("new_line", None), *_asked_first()]


class FinishLetter(Act):
    """Sends what was shown, with the consent given just now; or leaves it."""

    action = "action_finish_letter"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        asked: Events = []
        draft = self.people.current_draft(turn.person)
        if draft is None:
            out.utter_message(response="utter_no_offers_yet")
        elif turn.slots.get("letter_decision") == "send":
            asked = self._send(out, turn, draft)
        else:
            self.people.discard(draft.id, self.key(turn))
            out.utter_message(response="utter_letter_not_sent")
        return [*asked, SlotSet("letter_decision", None), *unseen()]

    def _send(self, out: CollectingDispatcher, turn: Turn, draft: Draft) -> Events:
        try:
            sent = self.people.agree(
                draft.id,
                version_agreed(turn, draft, self.deps.clock.now()),
                how=how_agreed(turn),
                witness=witness(turn),
                channel=self.deps.position(turn.person).channel,
                wording=self.deps.say("utter_title_agree_send"),
                key=self.key(turn),
            )
        except NoIntroduction as refused:
            self.people.discard(draft.id, f"{self.key(turn)}:refused")
            out.utter_message(response=refused.response)
            return []
        at_once = sent.due_at <= self.deps.clock.now()
        promised = day(sent.promised_day) if sent.promised_day else ""
        response = "utter_agreed_queued_now" if at_once else "utter_agreed_queued_morning"
        out.utter_message(response=response, promised_day=promised)
        first = len(self.people.of_person(turn.person)) == 1
        if first and not self.people.may_message(turn.person):
            out.utter_message(response="utter_may_i_write_to_you_two" if is_known(turn) else "utter_may_i_write")
            return [SlotSet(MAY_WRITE_ASKED, self.deps.clock.now().isoformat())]
        if is_known(turn):
            out.utter_message(response="utter_answers_come_to_you_two")
        return []
