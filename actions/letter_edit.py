"""What somebody types who reads their letter: put this in, take that out, does it say so, that is not my name."""

from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn, projected
from actions.beside_them import STAYS_OUT, is_known
from actions.letter_places import another_place, is_of_its_name
from introductions.company import comes_told
from introductions.letter_answers import asks_of_private_things, fixed_line, line_about, private_lines
from introductions.model import Draft
from introductions.no_longer_so import no_longer_so
from introductions.rewording import Change, change
from knowledge.understanding.beside import helper_comes, roles
from knowledge.understanding.edits import Edit
from knowledge.understanding.letter_questions import LetterQuestion, letter_question
from knowledge.understanding.letter_wishes import Wish, wishes, wishes_beside


class LetterEdit(Act):
    """Each change that was asked for is made or named as not made; the letter is then shown word for word."""

    action = "action_letter_edit"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        draft, text = self.people.current_draft(turn.person), self.people.words_of(turn.id) or ""
        question = letter_question(text)
        helper = is_known(turn)
        wanted = [] if question and question.kind != "why" else wishes_beside(text) if helper else wishes(text)
        if draft is not None and helper and (roles(text) or helper_comes(text)) and not wanted:
            return self._of_helper(out, turn, draft)
        if draft is None or not (wanted or question):
            out.utter_message(response="utter_no_offers_yet" if draft is None else "utter_letter_edit_how")
            return []
        if not wanted:
            return self._answer(out, draft, question) if question else []
        if other := another_place(self, turn, draft, wanted):
            self._which_place(out, draft, other)
            return []
        return self._change(out, turn, draft, wanted)

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

    def _change(self, out: CollectingDispatcher, turn: Turn, draft: Draft, wanted: list[Wish]) -> Events:
        before, forgotten, done, undone = draft.version, False, list[str](), list[Wish]()
        for at, wish in enumerate(wanted):
            made = change(draft.fields, wish.edit, told_of=is_known(turn)) if wish.edit else []
            gone = wish.edit is not None and self._forget(turn, wish.edit)
            draft = self._make(draft, turn, made, at)
            forgotten |= gone
            if made or gone or _is_done(wanted[:at], wish):
                done.append(wish.said)
            else:
                undone.append(wish)
        draft = self._comes(draft, turn)
        if draft.version != before:
            self.people.hold_lines(draft.id)
        if is_known(turn) and not done and draft.version == before and roles(self.people.words_of(turn.id) or ""):
            out.utter_message(response=STAYS_OUT)
        else:
            self._say(out, turn, done, undone, draft, changed=draft.version != before)
        return projected(self.facts(turn)) if forgotten else []

    def _of_helper(self, out: CollectingDispatcher, turn: Turn, draft: Draft) -> Events:
        """They speak of themselves alone: that they come along goes in, who they are does not."""
        changed = self._comes(draft, turn)
        if changed.version == draft.version:
            out.utter_message(response=STAYS_OUT)
            return []
        self.people.hold_lines(draft.id)
        self._say(out, turn, ["comes"], [], changed, changed=True)
        return []

    def _comes(self, draft: Draft, turn: Turn) -> Draft:
        line = comes_told(self.people.words_of(turn.id) or "", helper=is_known(turn)) if is_known(turn) else None
        return self._make(draft, turn, [Change("who_comes", line)], -1) if line else draft

    def _say(
        self, out: CollectingDispatcher, turn: Turn, done: list[str], undone: list[Wish], draft: Draft, *, changed: bool
    ) -> None:
        left = _quoted([wish.said for wish in undone])
        if done and undone:
            out.utter_message(response="utter_letter_edited_partly", done=_quoted(done), undone=left)
        elif is_of_its_name(self, draft, undone):
            others = {"title": self.deps.say("utter_title_others"), "intent": "more_options", "entities": {}}
            out.utter_message(response="utter_letter_not_this_place", buttons=[others])
        elif undone and all(wish.edit and not wish.edit.adds for wish in undone):
            out.utter_message(response="utter_letter_says_not_that", undone=left)
        elif undone:
            out.utter_message(response="utter_letter_not_done", undone=left)
        elif changed:
            out.utter_message(response="utter_letter_edited")
        else:
            out.utter_message(response="utter_letter_has_it")
        if changed and turn.asked not in OF_THE_LETTER:
            out.utter_message(response="utter_letter_seen_later")

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
            self._not_said(out, draft, question)
        return []

    @staticmethod
    def _not_said(out: CollectingDispatcher, draft: Draft, question: LetterQuestion) -> None:
        if question.kind == "all":
            out.utter_message(response="utter_letter_holds_all")
        elif not asks_of_private_things(question.words):
            out.utter_message(response="utter_letter_says_not")
        elif lines := private_lines(draft.fields, draft.page_text):
            out.utter_message(response="utter_letter_says_not_but", lines=" ".join(lines))
        else:
            out.utter_message(response="utter_letter_says_nothing_private")


def _is_done(before: Sequence[Wish], wish: Wish) -> bool:
    """Whether the same was taken out before in this message: "no job. i not want job"."""
    words = wish.edit.words.casefold() if wish.edit and not wish.edit.adds else None
    return any(one.edit and not one.edit.adds and one.edit.words.casefold() == words for one in before)


def _quoted(parts: list[str]) -> str:
    return ", ".join(f'"{part.strip(" .,;!")}"' for part in parts)


OF_THE_LETTER = ("letter_decision", "chosen_name", "new_line")
"""Questions after which the letter is shown at once."""
