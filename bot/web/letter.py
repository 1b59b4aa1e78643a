"""What the provider's page shows of a letter, worked out from values alone."""

from __future__ import annotations

from dataclasses import dataclass

from introductions.model import LetterView
from introductions.ringing import Ringing, ringing
from introductions.states import CHANGES, State
from knowledge.directory import Directory
from knowledge.listing import Service

FEW = 6
"""Places to pick from on a phone."""


@dataclass(frozen=True)
class LetterLine:
    """One line of the letter: ``label`` is what stands before its colon, or empty."""

    label: str
    text: str


@dataclass(frozen=True)
class Letter:
    """The stored text in its own order: ``title``, then every line before anything is answered, and the last line."""

    title: str
    lines: tuple[LetterLine, ...]
    last: str


def lay_out(page_text: str) -> Letter:
    """Every line of the letter once, in its order."""
    title, *lines = [line for line in page_text.splitlines() if line.strip()]
    last = lines.pop() if lines else ""
    return Letter(title, tuple(map(_line, lines)), last)


def _line(text: str) -> LetterLine:
    label, colon, rest = text.partition(": ")
    return LetterLine(label, rest) if colon else LetterLine("", text)


@dataclass(frozen=True)
class Answers:
    """Which of the four answers the state allows now."""

    hello: bool
    ask: bool
    not_yet: bool
    no: bool

    @property
    def any(self) -> bool:
        return self.hello or self.ask or self.not_yet or self.no


def answers(view: LetterView) -> Answers:
    allowed = CHANGES[view.state] if not view.states_only else frozenset()
    waits_for_person = view.question is not None and view.answer is None
    return Answers(
        hello=State.ACCEPTED in allowed,
        ask=State.QUESTION in allowed and not waits_for_person,
        not_yet=State.ON_HOLD in allowed,
        no=State.DECLINED in allowed,
    )


def call(view: LetterView) -> Ringing:
    """Whether they said hello with a call, and have a number for it in what they were told."""
    theirs = (message.text for message in view.messages if message.by == "person")
    return ringing(view.first_step, view.when, (view.page_text, view.answer or "", *theirs))


def listing(view: LetterView, directory: Directory) -> Service | None:
    """The service the letter is about, for its usual contact and first visit."""
    found = (s for s in directory.services_of(view.provider_id) if s.name == view.service_name)
    return next(found, None)


def elsewhere(view: LetterView, directory: Directory) -> list[tuple[str, Service]]:
    """A few places of others that take introductions and do most of what this one does, as (provider's name, service):
    by shared kinds and things first, then near before far. Any other can be named in words.
    """
    here = listing(view, directory)
    others = [
        (provider.name, service, likeness)
        for provider in directory.providers.values()
        if provider.id != view.provider_id and provider.takes_introductions
        for service in directory.services_of(provider.id)
        if service.capacity in ("open", "waiting") and here is not None and (likeness := _likeness(here, service))
    ]
    others.sort(key=lambda one: (*(-part for part in one[2]), one[0].casefold(), one[1].name.casefold()))
    return [(name, service) for name, service, _ in others[:FEW]]


def _likeness(here: Service, other: Service) -> tuple[int, bool] | None:
    """How much they have in common, and whether they share a part of the borough; None where it is nothing."""
    things = len(set(here.interests) & set(other.interests))
    common = 2 * things + (here.support[:1] == other.support[:1]) + len(set(here.support) & set(other.support))
    near = {place.district for place in here.places} & {place.district for place in other.places} - {""}
    return (common, bool(near)) if common else None
