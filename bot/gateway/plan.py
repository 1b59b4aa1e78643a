"""What one turn does, decided from values alone: lines of our own, words or an intent for Rasa, the next status."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from bot.channels.contract import MEDIA
from bot.copy import Copy
from bot.gateway import reading
from bot.gateway.danger import Danger, is_fresh
from bot.gateway.plans import FIRST_WORDS, RESUME, Plan, kindly, open_question
from bot.gateway.presses import PlaceNamed, is_old, may_name, no_place, press_of, typed_press
from bot.gateway.reassured import HUMAN, goes_on, reassured
from bot.gateway.safety import SAFE, UNSAFE, said
from bot.gateway.words import says
from bot.rasa_client import RasaInput
from bot.store.model import Position, Said, StoredButton, Turn, Waiting
from knowledge.understanding.commands import command
from knowledge.understanding.grumbles import without_grumble

_THUMBS_UP = "👍"
_AS_WRITTEN = frozenset(
    "chosen_name new_line answer_text answer_decision message_text message_decision complaint_text complaint_harm "
    "complaint_service complaint_words reminder_words".split()
)
"""Questions that any words may answer."""


class Early(Protocol):
    """What is settled before the dialogue hears of it; None leaves it to the rest. Blocks."""

    def shut(self, run: Turn) -> Plan | None: ...
    def told(self, run: Turn, text: str) -> Plan | None: ...
    def arrived(self, run: Turn) -> Plan | None: ...
    def pressed(self, run: Turn, button: StoredButton) -> Plan | None: ...
    def written(self, run: Turn, text: str) -> Plan | None: ...


@dataclass(frozen=True)
class Planner:
    """Stop words, safety, presses, kind lines, in that order; whatever is left is Rasa's."""

    copy: Copy
    danger: Danger
    early: Early
    place_named: PlaceNamed = no_place

    def plan(self, run: Turn) -> Plan:
        plan, before = self._plan(run), run.position.crisis
        if before and plan.crisis is None and not plan.was_nothing and is_fresh(before, run):
            return replace(plan, crisis=replace(before, stage="since", waits="", beside=()))
        return plan

    def _plan(self, run: Turn) -> Plan:
        first = run.batch[0]
        if first.kind == "event":
            return Plan(rasa=RasaInput(intent=f"event_{first.text}", entities=first.data), is_notice=True)
        if not self._is_never_shut(first) and (shut := self.early.shut(run)):
            return shut
        if first.kind == "command":
            intent = FIRST_WORDS if run.position.is_new else first.text
            return self.early.arrived(run) or Plan(rasa=RasaInput(text="", intent=intent, entities={}))
        if first.kind == "button":
            return self._tapped(first, run)
        text = "\n".join(w.text for w in run.batch)
        if first.kind == "media":
            return self._media(first, text, run)
        return self._text(text, run, is_correction=first.kind == "edit")

    def _is_never_shut(self, first: Waiting) -> bool:
        """Words find their own way past the private word; a caption only where it is stop, or speaks of danger."""
        if first.kind == "media":
            return says(first.text, "stop") or self.danger.is_crisis(first.text)
        return first.kind in ("text", "edit") or _answers_safety(first)

    def _tapped(self, waiting: Waiting, run: Turn) -> Plan:
        button = waiting.button
        if button is None:
            return kindly(self.copy, "utter_old_button", run.position)
        finished = waiting.button_turn_finished
        if button.pressed_turn not in (None, run.id) and finished and waiting.received <= finished:
            return Plan(status=run.position.status, crisis=run.position.crisis)  # a double tap, answered by the first
        return self._pressed(button, run)

    def _pressed(self, button: StoredButton, run: Turn) -> Plan:
        position = run.position
        if button.intent in (SAFE, UNSAFE):
            return self.danger.answered(position, safe=button.intent == SAFE)
        if button.intent == RESUME.intent and position.interrupted:
            return Plan(rasa=self.danger.interrupted(position, ""))
        if is_old(button, position):
            return kindly(self.copy, "utter_old_button", position)
        own = RasaInput(text=button.title, intent=button.intent, entities=button.entities)
        return self.early.pressed(run, button) or Plan(rasa=own)

    def _text(self, text: str, run: Turn, *, is_correction: bool = False) -> Plan:
        position, text = run.position, reading.calm(text)
        asked = position.crisis is not None and position.crisis.stage == "asked"
        if asked and (says(text, "safe") or says(text, "unsafe")):
            return self.danger.answered(position, safe=says(text, "safe"))
        if says(text, "stop"):
            return Plan((said(self.copy.line("utter_stopped")),), status="stopped")
        if says(text, "in_danger"):
            return self.danger.unsafe(position, self.danger.language(text, position))
        if position.crisis and (position.status == "crisis_waiting" or _is_offered_to_go_on(position)):
            reply = reassured(text, asked=asked)
            if reply.safe and self.danger.is_nothing_else(reply):
                return self.danger.answered(position, safe=True, reply=reply)
        found = self.danger.check(text, after_danger=position.crisis is not None and is_fresh(position.crisis, run))
        if found.level != "none" and not self.danger.is_plain_business(text, found, position):
            return self.danger.spoken_of(position, found, self.danger.language(text, position))
        return self._harmless(text, run, is_correction=is_correction)

    def _harmless(self, text: str, run: Turn, *, is_correction: bool) -> Plan:
        if tried := self.early.told(run, text):
            return tried
        button = typed_press(text, run.position)
        if button:
            return self._pressed(button, run)
        if run.position.crisis is None and _offers_to_go_on(run.position) and goes_on(text):
            return Plan(rasa=RESUME)
        if run.position.status == "crisis_waiting" or _is_offered_to_go_on(run.position):
            answer = self.danger.after(text, run)
            if answer:
                return answer
        return self.early.written(run, text) or self._words(text, run.position, is_correction=is_correction)

    def _words(self, text: str, position: Position, *, is_correction: bool) -> Plan:
        read = reading.read(text)
        lines = (said(self.copy.line("utter_long_message")),) if read.cut else ()
        if position.is_new:
            return Plan(lines, RasaInput(text=read.text, intent=FIRST_WORDS, entities={}))
        if not read.has_words:
            if _THUMBS_UP in read.text:
                return Plan(rasa=RasaInput(text=_THUMBS_UP, intent="affirm", entities={}))
            return kindly(self.copy, "utter_nothing_to_read", position)
        if position.interrupted and not is_correction and command(read.text, position.slot) is None:
            return Plan(lines, self.danger.interrupted(position, read.text))
        pressed = None if is_correction else self._place(read.text, position)
        if pressed is not None and pressed.intent == "decline_match":
            return Plan(lines, pressed)
        rest = self._beside_a_grumble(read.text, position)
        if rest is not None:
            line = said(self.copy.line("utter_sorry_and_on" if rest else "utter_sorry_again"))
            return Plan((*lines, line), RasaInput(text=rest) if rest else open_question(position), rasa_may_fail=True)
        return Plan(lines, pressed or RasaInput(text=read.text), is_correction=is_correction)

    def _beside_a_grumble(self, text: str, position: Position) -> str | None:
        """What else is said by who is cross with us; None where nobody is, or where words are to be kept as written."""
        if position.slot in _AS_WRITTEN or command(text, position.slot) is not None:
            return None
        return without_grumble(text)

    def _place(self, text: str, position: Position) -> RasaInput | None:
        """What somebody presses who names a place."""
        meant = self.place_named(position.conversation, text) if may_name(text, position) else None
        return press_of(meant, text, position) if meant else None

    def _media(self, waiting: Waiting, caption: str, run: Turn) -> Plan:
        kind = waiting.media if waiting.media in MEDIA else "other"
        line = said(self.copy.line(f"utter_cannot_read_{kind}"))
        if not reading.read(caption).has_words:
            return Plan((line,), open_question(run.position), rasa_may_fail=not run.position.is_new)
        plan = self._text(caption, run)
        return plan if plan.is_crisis or plan.status != "open" else _with_first(line, plan)


def _is_offered_to_go_on(position: Position) -> bool:
    """Whether we said last that we are still here, and may carry on."""
    return position.crisis is not None and _offers_to_go_on(position)


def _offers_to_go_on(position: Position) -> bool:
    """A greeting in another language does so too."""
    return {HUMAN, RESUME.intent} <= {button.intent for button in position.offer}


def _answers_safety(waiting: Waiting) -> bool:
    return waiting.button is not None and waiting.button.intent in (SAFE, UNSAFE)


def _with_first(line: Said, plan: Plan) -> Plan:
    return replace(plan, said=(line, *plan.said))
