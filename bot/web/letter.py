"""What the provider's page shows of a letter, worked out from values alone."""

from __future__ import annotations

from dataclasses import dataclass

from introductions.model import LetterView
from introductions.states import CHANGES, State
from knowledge.directory import Directory
from knowledge.listing import Service


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


def listing(view: LetterView, directory: Directory) -> Service | None:
    """The service the letter is about, for its usual contact and first visit."""
    found = (s for s in directory.services_of(view.provider_id) if s.name == view.service_name)
    return next(found, None)


def elsewhere(view: LetterView, directory: Directory) -> list[tuple[str, list[Service]]]:
    """Other places that take introductions, as (provider's name, its open services), by name."""
    others = sorted(directory.providers.values(), key=lambda p: p.name.casefold())
    groups = [
        (p.name, [s for s in directory.services_of(p.id) if s.capacity in ("open", "waiting")])
        for p in others
        if p.id != view.provider_id and p.takes_introductions
    ]
    return [(name, services) for name, services in groups if services]
