"""What somebody types who reads their letter: put this in, take that out, that is not my name."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from introductions.rewording import change
from knowledge.understanding.edits import Edit, edit
from knowledge.understanding.names import told_name


class LetterEdit(Act):
    """What was changed is shown word for word; where nothing was, the letter stands as it is."""

    action = "action_letter_edit"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        draft = self.people.current_draft(turn.person)
        wish = _wish(self.people.words_of(turn.id) or "")
        if draft is None or wish is None:
            out.utter_message(response="utter_no_offers_yet" if draft is None else "utter_letter_edit_how")
            return []
        made = change(draft.fields, wish)
        if made is None:
            out.utter_message(response="utter_letter_not_in_it")
            return []
        if made.text is None:
            after = self.people.switch_field(draft.id, made.field, False, self.key(turn))
        else:
            after = self.people.edit_line(draft.id, made.field, made.text, self.key(turn))
        if made.field == "name" and made.text:
            self.people.set_chosen_name(turn.person, after.fields["name"].text, f"{self.key(turn)}:name")
        if after.version != draft.version:
            out.utter_message(response="utter_letter_edited")
        return []


def _wish(text: str) -> Edit | None:
    called = told_name(text)
    return Edit(adds=True, words=called, of_name=True) if called else edit(text)
