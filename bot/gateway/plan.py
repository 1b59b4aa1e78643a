"""What one turn does, decided from values alone: lines of our own, words or an intent for Rasa, the next status."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from bot.channels.contract import MEDIA
from bot.copy import Copy
from bot.gateway import reading
from bot.gateway.plans import FIRST_WORDS, RESUME, Plan, kindly, open_question
from bot.gateway.presses import PlaceNamed, is_old, may_name, no_place, press_of, typed_press
from bot.gateway.reassured import (
    HUMAN,
    Reassured,
    asks_for_a_person,
    goes_on,
    reassured,
    wants_no_call,
    without_danger,
)
from bot.gateway.safety import DESPAIR, PRIVATE, SAFE, UNSAFE, Crises, said
from bot.gateway.words import says
from bot.languages import Language, Languages
from bot.rasa_client import RasaInput
from bot.store.model import Crisis, Position, Said, StoredButton, Turn, Waiting, Waits
from knowledge.tongue import tongue
from knowledge.understanding.commands import command

_THUMBS_UP = "👍"
_UNGREETED: tuple[Waits, ...] = ("first", "hello")
_PLAINLY = Reassured(safe=True)
KEPT_IN_MIND = timedelta(days=1)
"""So long after words of danger others are heard with it in mind."""


class Safety(Protocol):
    """As knowledge's safety check gives it: ``level`` is none, ask or act; ``named`` in words that we know."""

    @property
    def level(self) -> str: ...
    @property
    def kinds(self) -> tuple[str, ...]: ...
    @property
    def named(self) -> bool: ...


class Check(Protocol):
    """``after_danger``: danger was spoken of shortly before."""

    def __call__(self, text: str, *, after_danger: bool = False) -> Safety: ...


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
    crises: Crises
    check: Check
    early: Early
    languages: Languages
    place_named: PlaceNamed = no_place

    def is_crisis(self, text: str) -> bool:
        return self.check(text).level != "none"

    def plan(self, run: Turn) -> Plan:
        plan, before = self._plan(run), run.position.crisis
        if before and plan.crisis is None and not plan.was_nothing and _is_fresh(before, run):
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
            return says(first.text, "stop") or self.is_crisis(first.text)
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
            return self._answered(position, safe=button.intent == SAFE)
        if button.intent == RESUME.intent and position.interrupted:
            return Plan(rasa=self._interrupted(position, ""))
        if is_old(button, position):
            return kindly(self.copy, "utter_old_button", position)
        own = RasaInput(text=button.title, intent=button.intent, entities=button.entities)
        return self.early.pressed(run, button) or Plan(rasa=own)

    def _text(self, text: str, run: Turn, *, is_correction: bool = False) -> Plan:
        position = run.position
        asked = position.crisis is not None and position.crisis.stage == "asked"
        if asked and (says(text, "safe") or says(text, "unsafe")):
            return self._answered(position, safe=says(text, "safe"))
        if says(text, "stop"):
            return Plan((said(self.copy.line("utter_stopped")),), status="stopped")
        if says(text, "in_danger"):
            return self._unsafe(position, self._language(text, position))
        if position.crisis and (position.status == "crisis_waiting" or _is_offered_to_go_on(position)):
            reply = reassured(text, asked=asked)
            if reply.safe and self._is_nothing_else(reply):
                return self._answered(position, safe=True, reply=reply)
        found = self.check(text, after_danger=position.crisis is not None and _is_fresh(position.crisis, run))
        if found.level != "none" and not self._is_plain_business(text, found, position):
            return self._danger(position, found, self._language(text, position))
        return self._harmless(text, run, is_correction=is_correction)

    def _is_plain_business(self, text: str, found: Safety, position: Position) -> bool:
        """Whether a doubt that no listed words bear out is of a wish of theirs: "take out my own words", "can i leave
        if its too much". Who speaks of being unwanted, or tired of it all, is asked.
        """
        waits = position.status == "crisis_waiting"
        return found.level == "ask" and not found.named and not waits and self._is_business(text, position)

    def _is_business(self, text: str, position: Position) -> bool:
        return command(text, position.slot) not in (None, *_MAY_BE_DESPAIR)

    def _is_nothing_else(self, reply: Reassured) -> bool:
        """Whether what is said beside being safe is harmless; what they are only weary of, unless it is named."""
        weary = self.check(reply.weary, after_danger=True) if reply.weary else None
        if weary and (weary.level == "act" or weary.named):
            return False
        return not reply.rest or self.check(reply.rest, after_danger=True).level == "none"

    def _language(self, text: str, position: Position) -> Language | None:
        return self.languages.get(tongue(text) or position.language)

    def _danger(self, position: Position, found: Safety, language: Language | None) -> Plan:
        if position.crisis and position.status == "crisis_waiting":  # asked or told just now: no second question
            before = position.crisis.kinds if position.crisis.stage == "told" or not found.kinds else ()
            return self._act(position, tuple(dict.fromkeys((*before, *found.kinds))), language)
        if found.level == "act":
            return self._act(position, found.kinds, language)
        asked = Crisis("asked", found.kinds, waits="first" if position.is_new else "later")
        return Plan(self.crises.ask(language), status="crisis_waiting", crisis=asked, is_crisis=True)

    def _harmless(self, text: str, run: Turn, *, is_correction: bool) -> Plan:
        if tried := self.early.told(run, text):
            return tried
        button = typed_press(text, run.position)
        if button:
            return self._pressed(button, run)
        if run.position.crisis is None and _offers_to_go_on(run.position) and goes_on(text):
            return Plan(rasa=RESUME)
        if run.position.status == "crisis_waiting" or _is_offered_to_go_on(run.position):
            answer = self._after_crisis(text, run)
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
            return Plan(lines, self._interrupted(position, read.text))
        pressed = None if is_correction else self._place(read.text, position)
        return Plan(lines, pressed or RasaInput(text=read.text), is_correction=is_correction)

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

    def _act(self, position: Position, kinds: tuple[str, ...], language: Language | None) -> Plan:
        lines = self.crises.act(position.conversation, kinds, language)
        before = position.crisis
        waits: Waits = "hello" if position.is_new or (before and before.waits in _UNGREETED) else ""
        beside = before.beside if before else ()
        if before and before.waits in ("first", "later"):
            beside = (*beside, position.danger)
        crisis = Crisis("told", kinds, waits=waits, beside=beside)
        return Plan(lines, status="crisis_waiting", crisis=crisis, is_crisis=True)

    def _answered(self, position: Position, *, safe: bool, reply: Reassured = _PLAINLY) -> Plan:
        """The answer to "are you safe?", read here. A late tap, when nothing is asked any more, only carries on."""
        language = self._language("", position)
        if position.crisis is None or (position.crisis.stage == "since" and not position.crisis.waits):
            return Plan(rasa=self._interrupted(position, reply.rest)) if safe else self._unsafe(position, language)
        if not safe:
            return self._act(position, position.crisis.kinds, language)
        lines = self.crises.fine(position.conversation, position.crisis)
        because = (self.crises.why(),) if reply.why else ()
        doubted = position.crisis.stage == "asked"
        more = self._interrupted(position, reply.rest)
        return Plan((*because, *lines), more, rasa_may_fail=bool(lines), was_nothing=doubted)

    def _interrupted(self, position: Position, more: str) -> RasaInput:
        """What was written before we asked, and beside the answer; with none of it the open question returns."""
        despair = position.crisis is not None and bool(DESPAIR & set(position.crisis.kinds))
        said = without_danger(position.interrupted, self.is_crisis) if despair else position.interrupted
        text = reading.read("\n".join(filter(None, (said, more)))).text
        if position.crisis and (position.crisis.waits == "first" or (position.crisis.waits == "hello" and text)):
            return RasaInput(text=text, intent=FIRST_WORDS, entities={})
        return RasaInput(text=text, taken_up=True) if text else RESUME

    def _unsafe(self, position: Position, language: Language | None) -> Plan:
        """They are not safe, and do not say from what."""
        kinds = position.crisis.kinds if position.crisis else ("violence", "self_harm")
        if position.crisis:
            return self._act(position, kinds, language)
        lines = self.crises.unsafe(position.conversation, kinds, language)
        return Plan(lines, status="crisis_waiting", crisis=Crisis("told", kinds), is_crisis=True)

    def _after_crisis(self, text: str, run: Turn) -> Plan | None:
        """What harmless words mean after danger was spoken of; None once things may go on with them."""
        position, crisis = run.position, run.position.crisis
        if crisis is None:
            return (
                Plan(self.crises.after(self._language(text, position))) if position.status == "crisis_waiting" else None
            )
        since, kinds = position.status != "crisis_waiting", crisis.kinds
        if says(text, "no_person") and not PRIVATE & set(kinds):
            return Plan(self.crises.no_person(), status="crisis_waiting", crisis=replace(crisis, stage="asked"))
        if asks_for_a_person(text):
            return Plan(rasa=RasaInput(text=text, intent=HUMAN, entities={}))
        if goes_on(text) or (since and says(text, "safe")):
            lines = self.crises.unanswered(position.conversation, kinds) if crisis.stage == "asked" else ()
            return Plan(lines, self._interrupted(position, ""), rasa_may_fail=bool(lines))
        if crisis.stage == "asked" and not since and self._is_business(text, position):
            lines = self.crises.unanswered(position.conversation, kinds)
            return Plan(lines, self._interrupted(position, text), rasa_may_fail=bool(lines))
        if since and not wants_no_call(text):
            return None
        if says(text, "fine"):
            return Plan(
                self.crises.fine(position.conversation, crisis), self._interrupted(position, ""), rasa_may_fail=True
            )
        if crisis.stage == "asked" and reassured(text, asked=True).why:
            return Plan(self.crises.ask_again(), status="crisis_waiting", crisis=crisis)
        beside = replace(crisis, stage="since", beside=(*crisis.beside, *(one.id for one in run.batch)))
        first = self.crises.no_call(kinds, position.conversation) if wants_no_call(text) else ()
        return Plan((*first, *self.crises.after(self._language(text, position))), crisis=beside)


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


_MAY_BE_DESPAIR = ("unwanted", "fed_up", "inform")


def _is_fresh(crisis: Crisis, run: Turn) -> bool:
    """Whether danger was spoken of less than a day before this."""
    return crisis.at is None or run.batch[0].received - crisis.at < KEPT_IN_MIND
