"""What somebody types who reads their letter: put this in, take that out. The letter is shown again either way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.wording import line_name
from introductions.fields import FIELDS
from introductions.model import Draft
from introductions.naming import is_sentence, telling_words
from knowledge.understanding import understand
from knowledge.understanding.asides import Edit, edit
from knowledge.understanding.names import told_name

_LINES = (("health.", "health"), ("constraint.", "helps"), ("interest.", "enjoys"))
"""The line that an addition belongs to, by what it speaks of; whatever else is said is a hope, or what it is about."""
_TIMES = frozenset({"constraint.daytime_only", "constraint.evenings_weekends", "constraint.not_mornings"})
_MY_NAME = re.compile(
    r"^(?:my|the) (?:first )?name (?:down )?(?:as|to|is|should be|to be) (?P<a>[^\W\d].*?)[.! ]*$", re.IGNORECASE
)


class LetterEdit(Act):
    action = "action_letter_edit"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        draft = self.people.current_draft(turn.person)
        text = self.people.words_of(turn.id) or ""
        wish, called = edit(text), told_name(text)
        if draft is not None and called:
            self._call(turn, draft, called)
            out.utter_message(response="utter_letter_edited")
            return [SlotSet("letter_version", None)]
        if draft is None or wish is None:
            out.utter_message(response="utter_no_offers_yet" if draft is None else "utter_letter_edit_how")
            return []
        if wish.adds:
            self._add(turn, draft, wish)
        elif not self._take_out(turn, draft, wish):
            out.utter_message(response="utter_letter_not_in_it")
            return [SlotSet("letter_version", None)]
        out.utter_message(response="utter_letter_edited")
        return [SlotSet("letter_version", None)]

    def _add(self, turn: Turn, draft: Draft, wish: Edit) -> None:
        called = _MY_NAME.match(wish.words)
        if called and not is_sentence(called["a"]):
            self._call(turn, draft, called["a"])
            return
        name = line_of(wish.words)
        before = draft.fields[name].text if draft.fields[name].on else ""
        self.people.edit_line(draft.id, name, f"{before}; {wish.words}" if before else wish.words, self.key(turn))

    def _call(self, turn: Turn, draft: Draft, name: str) -> None:
        self.people.set_chosen_name(turn.person, name, f"{self.key(turn)}:name")
        self.people.edit_line(draft.id, "name", name, self.key(turn))

    def _take_out(self, turn: Turn, draft: Draft, wish: Edit) -> bool:
        named = telling_words(wish.words)
        for name in FIELDS:
            field = draft.fields[name]
            if not field.on or name == "reply_way":
                continue
            if set(telling_words(line_name(self.deps.say, name))) & set(named) and name != "name":
                self.people.switch_field(draft.id, name, False, f"{self.key(turn)}:{name}")
                return True
            left = without(field.text, named)
            if left != field.text:
                self.people.edit_line(draft.id, name, left, f"{self.key(turn)}:{name}")
                return True
        return False


def line_of(words: str) -> str:
    """The line of the letter that something new belongs to."""
    read = understand(words)
    codes = [concept.code for concept in read.concepts]
    if codes and all(code in _TIMES for code in codes):
        return "times"
    return next(
        (line for group, line in _LINES if any(c.startswith(group) and c not in _TIMES for c in codes)), "hopes"
    )


def without(line: str, named: Sequence[str]) -> str:
    """The line's parts that none of ``named`` stands in."""
    parts = [part.strip() for part in re.split(r"[,;]", line)]
    left = [part for part in parts if not set(telling_words(part)) & set(named)]
    return line if len(left) == len(parts) else ", ".join(left)
