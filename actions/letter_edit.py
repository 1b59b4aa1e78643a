"""What somebody types who reads their letter: put this in, take that out, does it say so, that is not my name."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn, projected
from introductions.letter_answers import fixed_line, line_about
from introductions.model import Draft
from introductions.no_longer_so import no_longer_so
from introductions.rewording import Change, change
from knowledge.understanding.edits import Edit, edit
from knowledge.understanding.letter_questions import LetterQuestion, letter_question
from knowledge.understanding.names import told_name


class LetterEdit(Act):
    """What was changed is shown word for word; where nothing was, the letter stands as it is."""

    action = "action_letter_edit"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        draft, text = self.people.current_draft(turn.person), self.people.words_of(turn.id) or ""
        wish = _wish(text)
        question = letter_question(text) if wish is None else None
        if draft is None or (wish is None and question is None):
            out.utter_message(response="utter_no_offers_yet" if draft is None else "utter_letter_edit_how")
            return []
        if wish is None or question is not None:
            return self._answer(out, draft, question) if question else []
        forgotten = self._forget(turn, wish)
        made = change(draft.fields, wish)
        after = self._make(draft, turn, made)
        if after.version != draft.version:
            out.utter_message(response="utter_letter_edited")
        elif not made and not forgotten:
            out.utter_message(response="utter_letter_not_in_it")
        return projected(self.facts(turn)) if forgotten else []

    def _make(self, draft: Draft, turn: Turn, made: list[Change]) -> Draft:
        for at, one in enumerate(made):
            key = f"{self.key(turn)}:{at}" if at else self.key(turn)
            if one.text is None:
                draft = self.people.switch_field(draft.id, one.field, False, key)
            else:
                draft = self.people.edit_line(draft.id, one.field, one.text, key)
            if one.field == "name" and one.text:
                self.people.set_chosen_name(turn.person, draft.fields["name"].text, f"{self.key(turn)}:name")
        return draft

    def _forget(self, turn: Turn, wish: Edit) -> bool:
        """What they say does not hold goes from what we know of them, so that no later letter says it either."""
        gone = no_longer_so(self.facts(turn), wish.words) if wish.untrue else None
        if gone is None:
            return False
        for fact in gone.facts:
            self.people.forget(turn.person, fact.id, f"{self.key(turn)}:{fact.id}")
        if gone.instead:
            self.people.remember(turn.person, list(gone.instead), turn=turn.id, key=f"{self.key(turn)}:instead")
        return bool(gone.facts or gone.instead)

    def _answer(self, out: CollectingDispatcher, draft: Draft, question: LetterQuestion) -> Events:
        fixed = fixed_line(question.words) if question.kind == "means" else None
        line = line_about(draft.fields, draft.page_text, question.words)
        if fixed:
            out.utter_message(response=f"utter_letter_means_{fixed}")
        elif line:
            out.utter_message(
                response="utter_letter_says_why" if question.kind == "why" else "utter_letter_says", line=line
            )
        else:
            out.utter_message(response="utter_letter_says_not")
        return []


def _wish(text: str) -> Edit | None:
    called = told_name(text)
    return Edit(adds=True, words=called, of_name=True) if called else edit(text)
