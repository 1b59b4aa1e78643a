"""What a turn does once danger is spoken of, doubted, or over: decided from values alone, by our own lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from bot.gateway import reading
from bot.gateway.codes import code_of
from bot.gateway.plans import FIRST_WORDS, RESUME, Plan
from bot.gateway.reassured import (
    HUMAN,
    Reassured,
    asks_for_a_person,
    goes_on,
    reassured,
    speaks_of_else,
    wants_no_call,
    without_danger,
)
from bot.gateway.safety import DESPAIR, PRIVATE, Crises
from bot.gateway.words import says
from bot.languages import Language, Languages
from bot.rasa_client import RasaInput
from bot.store.model import Crisis, Position, Turn, Waits
from knowledge.tongue import tongue
from knowledge.understanding.commands import command

_UNGREETED: tuple[Waits, ...] = ("first", "hello")
_PLAINLY = Reassured(safe=True)
_MAY_BE_DESPAIR = ("unwanted", "fed_up", "disheartened", "nervous", "inform")
KEPT_IN_MIND = timedelta(days=1)
"""So long after words of danger others are heard with it in mind."""


class Safety(Protocol):
    """As knowledge's safety check gives it: ``level`` is none, ask or act; ``named`` in words that we know; ``faint``
    where none are, and the doubt is small.
    """

    @property
    def level(self) -> str: ...
    @property
    def kinds(self) -> tuple[str, ...]: ...
    @property
    def named(self) -> bool: ...
    @property
    def faint(self) -> bool: ...


class Check(Protocol):
    """``after_danger``: danger was spoken of shortly before."""

    def __call__(self, text: str, *, after_danger: bool = False) -> Safety: ...


@dataclass(frozen=True)
class Danger:
    """Words of danger and what follows them, until things go on."""

    crises: Crises
    check: Check
    languages: Languages

    def is_crisis(self, text: str) -> bool:
        return self.check(text).level != "none"

    def is_plain_business(self, text: str, found: Safety, position: Position) -> bool:
        """Whether a doubt that no listed words bear out is of a wish of theirs: "take out my own words", "can i leave
        if its too much". Who speaks of being unwanted, or tired of it all, is asked. Letters of a code are no words.
        """
        if code_of(text):
            return True
        waits = position.status == "crisis_waiting"
        return found.level == "ask" and not found.named and not waits and self._is_business(text, position)

    def _is_business(self, text: str, position: Position) -> bool:
        return command(text, position.slot) not in (None, *_MAY_BE_DESPAIR)

    def is_nothing_else(self, reply: Reassured) -> bool:
        """Whether what is said beside being safe is harmless; what they are only weary of, unless it is named."""
        weary = self.check(reply.weary, after_danger=True) if reply.weary else None
        if weary and (weary.level == "act" or weary.named):
            return False
        return not reply.rest or self.check(reply.rest, after_danger=True).level == "none"

    def language(self, text: str, position: Position) -> Language | None:
        return self.languages.get(tongue(text) or position.language)

    def spoken_of(self, position: Position, found: Safety, language: Language | None) -> Plan:
        if position.crisis and position.status == "crisis_waiting":  # asked or told just now: no second question
            before = position.crisis.kinds if position.crisis.stage == "told" or not found.kinds else ()
            return self._act(position, tuple(dict.fromkeys((*before, *found.kinds))), language)
        if found.level == "act":
            return self._act(position, found.kinds, language)
        asked = Crisis("asked", found.kinds, waits="first" if position.is_new else "later")
        return Plan(self.crises.ask(language), status="crisis_waiting", crisis=asked, is_crisis=True)

    def _act(self, position: Position, kinds: tuple[str, ...], language: Language | None) -> Plan:
        lines = self.crises.act(position.conversation, kinds, language)
        before = position.crisis
        waits: Waits = "hello" if position.is_new or (before and before.waits in _UNGREETED) else ""
        beside = before.beside if before else ()
        if before and before.waits in ("first", "later"):
            beside = (*beside, position.danger)
        crisis = Crisis("told", kinds, waits=waits, beside=beside)
        return Plan(lines, status="crisis_waiting", crisis=crisis, is_crisis=True)

    def answered(self, position: Position, *, safe: bool, reply: Reassured = _PLAINLY) -> Plan:
        """The answer to "are you safe?", read here. A late tap, when nothing is asked any more, only carries on."""
        language = self.language("", position)
        if position.crisis is None or (position.crisis.stage == "since" and not position.crisis.waits):
            return Plan(rasa=self.interrupted(position, reply.rest)) if safe else self.unsafe(position, language)
        if not safe:
            return self._act(position, position.crisis.kinds, language)
        lines = self.crises.fine(position.conversation, position.crisis, faint=self._is_unnamed(position))
        because = (self.crises.why(),) if reply.why else ()
        doubted = position.crisis.stage == "asked"
        more = self.interrupted(position, reply.rest)
        return Plan((*because, *lines), more, rasa_may_fail=bool(lines), was_nothing=doubted)

    def _is_unnamed(self, position: Position) -> bool:
        """Whether we only asked, of words that name no danger, however sure the network was, or hardly doubted them."""
        found = self._doubt(position)
        return found is not None and (found.faint or not found.named)

    def _is_faint(self, position: Position) -> bool:
        """Whether we only asked, of words that name no danger and were hardly doubted."""
        found = self._doubt(position)
        return found is not None and found.faint

    def _doubt(self, position: Position) -> Safety | None:
        """What was heard in the words that we asked about; None where it was no mere doubt, or they were wiped."""
        asked = position.crisis is not None and position.crisis.waits in ("first", "later")
        found = self.check(position.interrupted) if asked and position.interrupted else None
        return None if found is None or found.level == "act" else found

    def interrupted(self, position: Position, more: str) -> RasaInput:
        """What was written before we asked, and beside the answer; with none of it the open question returns."""
        despair = (
            position.crisis is not None and bool(DESPAIR & set(position.crisis.kinds)) and not self._is_faint(position)
        )
        said = without_danger(position.interrupted, self.is_crisis) if despair else position.interrupted
        text = reading.read("\n".join(filter(None, (said, more)))).text
        if position.crisis and (position.crisis.waits == "first" or (position.crisis.waits == "hello" and text)):
            return RasaInput(text=text, intent=FIRST_WORDS, entities={})
        return RasaInput(text=text, taken_up=True) if text else RESUME

    def unsafe(self, position: Position, language: Language | None) -> Plan:
        """They are not safe, and do not say from what."""
        kinds = position.crisis.kinds if position.crisis else ("violence", "self_harm")
        if position.crisis:
            return self._act(position, kinds, language)
        lines = self.crises.unsafe(position.conversation, kinds, language)
        return Plan(lines, status="crisis_waiting", crisis=Crisis("told", kinds), is_crisis=True)

    def after(self, text: str, run: Turn) -> Plan | None:
        """What harmless words mean after danger was spoken of; None once things may go on with them."""
        position, crisis = run.position, run.position.crisis
        if crisis is None:
            is_waiting = position.status == "crisis_waiting"
            return Plan(self.crises.after(self.language(text, position))) if is_waiting else None
        since, kinds = position.status != "crisis_waiting", crisis.kinds
        if says(text, "no_person") and not PRIVATE & set(kinds):
            return Plan(self.crises.no_person(), status="crisis_waiting", crisis=replace(crisis, stage="asked"))
        if asks_for_a_person(text):
            return Plan(rasa=RasaInput(text=text, intent=HUMAN, entities={}))
        doubt, asked = self._doubt(position), crisis.stage == "asked"
        faint = doubt is not None and doubt.faint
        lines = self.crises.unanswered(position.conversation, kinds, faint=faint) if asked else ()
        if goes_on(text) or (since and says(text, "safe")):
            return Plan(lines, self.interrupted(position, ""), rasa_may_fail=bool(lines))
        met = self._is_business(text, position) or (doubt is not None and not doubt.named and speaks_of_else(text))
        if asked and not since and met:
            return Plan(lines, self.interrupted(position, text), rasa_may_fail=bool(lines), was_nothing=faint)
        if since and not wants_no_call(text):
            return None
        if says(text, "fine"):
            return Plan(
                self.crises.fine(position.conversation, crisis), self.interrupted(position, ""), rasa_may_fail=True
            )
        if asked and reassured(text, asked=True).why:
            return Plan(self.crises.ask_again(), status="crisis_waiting", crisis=crisis)
        beside = replace(crisis, stage="since", beside=(*crisis.beside, *(one.id for one in run.batch)))
        first = self.crises.no_call(kinds, position.conversation) if wants_no_call(text) else ()
        return Plan((*first, *self.crises.after(self.language(text, position))), crisis=beside)


def is_fresh(crisis: Crisis, run: Turn) -> bool:
    """Whether danger was spoken of less than a day before this."""
    return crisis.at is None or run.batch[0].received - crisis.at < KEPT_IN_MIND
