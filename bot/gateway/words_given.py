"""The private word, read by the gateway itself: neither the dialogue nor its records ever see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.copy import Copy
from bot.gateway.plans import RESUME, Plan
from bot.gateway.presses import typed_press
from bot.gateway.safety import said
from bot.store.model import Turn


class State(Protocol):
    """As introductions give it."""

    @property
    def step(self) -> str | None: ...
    @property
    def locked(self) -> bool: ...
    @property
    def met(self) -> bool: ...


class Words(Protocol):
    """Private words, as introductions keep them. Blocks."""

    def word_state(self, person_id: str) -> State | None: ...
    def set_word(self, person_id: str, word: str) -> bool: ...
    def give_word(self, person_id: str, word: str) -> str: ...


@dataclass(frozen=True)
class WordGate:
    """Stands behind stop words and the safety check, and before everything else."""

    copy: Copy
    words: Words | None

    def shut(self, run: Turn) -> Plan | None:
        """For what is no text (a button, a command, a photo): the neutral line while nothing may be recalled."""
        state = self._state(run)
        return self._line("utter_word_locked") if state and state.locked else None

    def read(self, run: Turn, text: str) -> Plan | None:
        """A message that is the word, or is tried as it; None leaves it to the rest."""
        state = self._state(run)
        if state is None or self.words is None or not (state.locked or state.step):
            return None
        person = run.position.conversation
        if state.met:
            return self._line("utter_word_locked")
        if not state.locked and typed_press(text, run.position):
            return None
        if state.step == "setting" and not state.locked:
            kept = self.words.set_word(person, text)
            return self._line("utter_word_set") if kept else self._line("utter_word_too_short")
        given = self.words.give_word(person, text)
        return self._right(locked=state.locked) if given == "right" else self._line(_NOT_RIGHT[given])

    def _right(self, *, locked: bool) -> Plan:
        line = (said(self.copy.line("utter_word_right" if locked else "utter_word_right_ask_again")),)
        return Plan(line, RESUME, rasa_may_fail=True, is_secret=True) if locked else Plan(line, is_secret=True)

    def _line(self, response: str) -> Plan:
        return Plan((said(self.copy.line(response)),), is_secret=True)

    def _state(self, run: Turn) -> State | None:
        return self.words.word_state(run.position.conversation) if self.words else None


_NOT_RIGHT = {"wrong": "utter_word_wrong", "paused": "utter_word_paused"}
