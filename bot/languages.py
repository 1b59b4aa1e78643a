"""Lines in other languages, each signed off by a person or marked as waiting for that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.store.model import Said, SaidButton
from knowledge.yaml_files import read_yaml

FOLDER = Path(__file__).with_name("dialogues") / "languages"
LINES = frozenset(
    "greeting promises person again nobody unchecked title_person title_carry_on "
    "crisis crisis_unsafe crisis_private crisis_person crisis_wait crisis_ask crisis_next crisis_next_alone "
    "title_safe title_unsafe contact".split()
)


@dataclass(frozen=True)
class Language:
    """``checked_by`` and ``checked_on`` are those of the person who signed the lines off; None: they still wait."""

    code: str
    name: str
    lines: Mapping[str, str]
    checked_by: str | None
    checked_on: date | None

    @property
    def is_checked(self) -> bool:
        return bool(self.checked_by and self.checked_on)

    def text(self, *names: str, **values: str) -> str:
        """The named lines together, with the mark of those that nobody has checked yet."""
        shown = [self.lines[name].format(**values) for name in names]
        return "\n".join(shown if self.is_checked else [*shown, self.lines["unchecked"]])

    def hello(self, area: str, *, again: bool, offers_person: bool = True) -> tuple[Said, ...]:
        """The greeting, promises and offer of a person; the short line alone where that was said before."""
        offer = ("again" if again else "person") if offers_person else "nobody"
        names = (offer,) if again else ("greeting", "promises", offer)
        buttons = (*self.a_person(offers_person=offers_person), self.carry_on())
        return (Said(self.text(*names, area=area), buttons),)

    def a_person(self, *, offers_person: bool) -> tuple[SaidButton, ...]:
        """The button that asks for one; none where nobody sits."""
        return (SaidButton(self.lines["title_person"], "ask_human"),) if offers_person else ()

    def carry_on(self) -> SaidButton:
        return SaidButton(self.lines["title_carry_on"], "event_resume")


class Languages:
    """Every language of one folder. ``area`` is the place that the greeting names."""

    def __init__(self, area: str = "Lambeth", folder: Path = FOLDER) -> None:
        self.area = area
        self.all = {one.code: one for one in map(_read, sorted(folder.glob("*.yml")))}

    def get(self, code: str | None) -> Language | None:
        return self.all.get(code or "")

    def waiting(self) -> Sequence[Language]:
        """Those that nobody has signed off yet."""
        return [one for one in self.all.values() if not one.is_checked]


def _read(path: Path) -> Language:
    read = read_yaml(path)
    return Language(read["language"], read["name"], read["lines"], read["checked_by"], read["checked_on"])
