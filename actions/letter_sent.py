"""What a place was told: the letter that went, word for word, and whether it says what they ask after."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.who_sees import tell_who_sees
from actions.word_first import word_first
from introductions.choosing import choose
from introductions.model import Introduction
from introductions.states import State
from introductions.told_place import lines_told
from introductions.voice import said, voice_of
from knowledge.understanding.visit_questions import asked_of_letter, asks_what_will_be_told


class LetterSent(Act):
    """Of the place that is named, else of every letter that went; before any did, who sees what."""

    action = "action_letter_sent"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        text = self.people.words_of(turn.id) or ""
        to_be = self._to_be(turn) if asks_what_will_be_told(text) else None
        if to_be is not None:
            out.utter_message(**to_be)
            return []
        gone = self._gone(turn, text)
        if not gone:
            tell_who_sees(self, out, turn)
            return []
        if word_first(self, out, turn):
            return []
        words = asked_of_letter(text)
        if words:
            self._answer(out, gone, words)
        else:
            self._show(out, gone[0])
        return []

    def _to_be(self, turn: Turn) -> dict[str, str] | None:
        """What the letter in hand says so far; without one, what any letter says. None where one went already."""
        draft = self.people.fresh_draft(turn.person)
        if draft is None:
            went = any(one.page_text for one in self.people.of_person(turn.person))
            return None if went else {"response": "utter_told_nothing_yet"}
        if turn.asked == "letter_decision":
            return {"response": "utter_told_letter_above"}
        lines = said(draft.fields, draft.fields["name"].text, voice_of(self.facts(turn)))
        response = "utter_told_these_lines" if lines else "utter_told_name_alone"
        return {"response": response, "lines": "\n".join(lines.values())}

    def _gone(self, turn: Turn, text: str) -> list[Introduction]:
        """Letters that went or are about to, newest first, as far as their words are kept."""
        names = self.deps.directory().providers
        mine = [one for one in self.people.of_person(turn.person) if one.page_text and one.provider_id in names]
        mine = [one for one in mine if one.reached != "no" or one.state is State.QUEUED]
        meant = choose(text, {self._name(one): one for one in reversed(mine)}) if len(mine) > 1 else None
        return [meant] if meant else mine

    def _name(self, one: Introduction) -> str:
        return self.deps.directory().providers[one.provider_id].name

    def _answer(self, out: CollectingDispatcher, gone: list[Introduction], words: str) -> None:
        told = [(self._name(one), lines_told(self.people.told_place(one.id), words)) for one in gone]
        says = [
            self.deps.say("utter_sent_says_this", provider=name, line=line) for name, lines in told for line in lines
        ]
        if says:
            out.utter_message(response="utter_sent_says", lines="\n".join(says))
        else:
            out.utter_message(response="utter_sent_says_not", provider=", ".join(dict(told)))

    def _show(self, out: CollectingDispatcher, one: Introduction) -> None:
        told = self.people.told_place(one.id)
        response = "utter_sent_all" if one.reached != "no" else "utter_sent_all_waits"
        since = " ".join(f'"{words}"' for words in told.words)
        lines = [told.page_text.strip(), *([self.deps.say("utter_sent_since", words=since)] if since else [])]
        out.utter_message(response=response, provider=self._name(one), lines="\n".join(lines))
