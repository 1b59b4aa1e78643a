"""What somebody types who reads their letter: put this in, take that out, does it say so, it reads wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn, projected
from actions.beside_them import STAYS_OUT, is_known
from actions.letter_outcome import Outcome, say_outcome
from actions.letter_places import another_place
from actions.letter_remarks import STEP, answer, lines_to_write, question_before, to_do
from introductions.company import comes_told
from introductions.model import Draft
from introductions.no_longer_so import no_longer_so
from introductions.rewording import Change, change
from introductions.undoing import turned_back
from knowledge.understanding.beside import helper_comes, roles
from knowledge.understanding.edits import Edit
from knowledge.understanding.letter_changes import CHANGES, Said
from knowledge.understanding.letter_questions import letter_question
from knowledge.understanding.letter_reading import read_beside_letter, read_of_helper


class LetterEdit(Act):
    """Each change that was asked for is made or named as not made; the letter is then shown word for word."""

    action = "action_letter_edit"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        return [SlotSet(STEP, "done"), *self._edit(out, turn)]

    def _edit(self, out: CollectingDispatcher, turn: Turn) -> Events:
        draft = self.people.current_draft(turn.person)
        if draft is None:
            out.utter_message(response="utter_no_offers_yet")
            return []
        text = self.people.words_of(str(turn.picked.get("message") or turn.id)) or ""
        helper = is_known(turn)
        said = read_of_helper(text) if helper else read_beside_letter(text)
        if turn.picked.get("message"):
            return self._change(out, turn, draft, by_button(said))
        if _TAKES_OUT.search(text) and said and said[0].kind == "undo" and (asked := question_before(self, turn)[0]):
            return self._change(out, turn, draft, [Said("out", asked.words, Edit(adds=False, words=asked.words))])
        if other := another_place(self, turn, draft, said, text):
            self._which_place(out, draft, other)
            return []
        if any(one.kind in (*CHANGES, "ours") for one in said):
            return self._change(out, turn, draft, said)
        if helper and (roles(text) or helper_comes(text)):
            return self._of_helper(out, turn, draft)
        return self._beside(out, turn, draft, said)

    def _beside(self, out: CollectingDispatcher, turn: Turn, draft: Draft, said: Sequence[Said]) -> Events:
        """What changes nothing by itself: a remark is asked about, a question answered."""
        remark = next((one for one in said if one.kind == "remark"), None)
        if remark is not None:
            before, _ = question_before(self, turn)
            return lines_to_write(self, out, draft, remark.of or (before.words if before else ""))
        question = next((found for one in said if one.kind == "asks" and (found := letter_question(one.said))), None)
        if question is None:
            out.utter_message(response="utter_letter_edit_how")
            return []
        return answer(self, out, turn, draft, question)

    def _which_place(self, out: CollectingDispatcher, draft: Draft, other: str) -> None:
        """Nothing of the letter is changed before it is clear that this letter is meant."""
        directory = self.deps.directory()
        service = directory.services[other]
        introduce = {
            "title": self.deps.say("utter_title_introduce"),
            "intent": "want_introduction",
            "entities": {"offer": other},
        }
        out.utter_message(
            response="utter_letter_other_place",
            place=directory.providers[draft.provider_id].name,
            other=f"{directory.provider_of(service).name}: {service.name}",
            buttons=[introduce],
        )

    def _change(self, out: CollectingDispatcher, turn: Turn, draft: Draft, said: Sequence[Said]) -> Events:
        first, before, forgotten, done, undone, left = (
            draft.fields,
            draft.version,
            False,
            list[str](),
            list[Said](),
            list[Said](),
        )
        said = self._with_undone(turn, draft, said)
        for at, one in enumerate(said):
            if one.edit is None:
                continue
            made = [] if one.kind == "other" else change(draft.fields, one.edit, told_of=is_known(turn))
            gone = self._forget(turn, one.edit)
            draft = self._make(draft, turn, made, at)
            forgotten |= gone
            if made or gone or (one.kind == "out" and draft.version != before and change(first, one.edit)):
                done.append(one.said)
            else:
                (undone if one.kind in CHANGES else left).append(one)
        draft = self._comes(draft, turn)
        ours = [one for one in said if one.kind == "ours"]
        if draft.version != before or ours:
            self.people.hold_lines(draft.id)
        if is_known(turn) and not done and draft.version == before and roles(self.people.words_of(turn.id) or ""):
            out.utter_message(response=STAYS_OUT)
        else:
            outcome = Outcome(done, undone, left, said, changed=draft.version != before)
            say_outcome(self, out, turn, draft, outcome)
        events = [to_do(turn, "put")] if left else [SlotSet("letter_left", None)]
        if draft.version == before:
            events.append(SlotSet(CHANGED_BY, None))
        else:
            by = {"turn": turn.picked.get("message") or turn.id, "tapped": bool(turn.picked)}
            events.append(SlotSet(CHANGED_BY, None if any(one.kind == "undo" for one in said) else by))
        return [*events, *(projected(self.facts(turn)) if forgotten else [])]

    def _with_undone(self, turn: Turn, draft: Draft, said: Sequence[Said]) -> list[Said]:
        """The message that changed the letter last, the other way round, where it is to be undone."""
        last = dict(turn.slots.get(CHANGED_BY) or {})
        words = self.people.words_of(str(last.get("turn"))) if last else None
        if not words:
            return list(said)
        read = read_of_helper(words) if is_known(turn) else read_beside_letter(words)
        made = by_button(read) if last.get("tapped") else [one for one in read if one.kind in CHANGES]
        back = turned_back(draft.fields, [one.edit for one in made if one.edit])
        return [
            one._replace(edit=edit) for one in said for edit in (back if one.kind == "undo" and back else [one.edit])
        ]

    def _of_helper(self, out: CollectingDispatcher, turn: Turn, draft: Draft) -> Events:
        """They speak of themselves alone: that they come along goes in, who they are does not."""
        changed = self._comes(draft, turn)
        if changed.version == draft.version:
            out.utter_message(response=STAYS_OUT)
            return []
        self.people.hold_lines(draft.id)
        say_outcome(self, out, turn, changed, Outcome(["comes"], [], [], [], changed=True))
        return []

    def _comes(self, draft: Draft, turn: Turn) -> Draft:
        line = comes_told(self.people.words_of(turn.id) or "", helper=is_known(turn)) if is_known(turn) else None
        return self._make(draft, turn, [Change("who_comes", line)], -1) if line else draft

    def _make(self, draft: Draft, turn: Turn, made: list[Change], of_wish: int) -> Draft:
        for at, one in enumerate(made):
            key = f"{self.key(turn)}:{of_wish}:{at}"
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


def by_button(said: Sequence[Said]) -> list[Said]:
    """What was left out of an earlier message, or was asked about and is to go, as its button says."""
    asked = next((found for one in said if one.kind == "asks" and (found := letter_question(one.said))), None)
    if asked is not None:
        return [Said("out", asked.words, Edit(adds=False, words=asked.words))]
    left = [one for one in said if one.kind in ("fact", "other") and one.edit]
    return [one._replace(kind="in", edit=one.edit._replace(loosely=False)) for one in left if one.edit]


_TAKES_OUT = re.compile(r"^(?!.*\b(?:undo|back)\b).*\b(?:out|off|remove|delete|lose|bin|scrap)\b", re.IGNORECASE)
"""Of what undoes: that a line is to go, not that one is to come back."""
CHANGED_BY = "letter_changed_by"
"""The turn whose message changed the letter last."""
