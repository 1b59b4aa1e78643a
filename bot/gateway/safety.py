"""What is said when someone may be in danger: in our own process, from copy, before all else and without Rasa."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.copy import Copy, CopyLine
from bot.languages import Language
from bot.store.model import Crisis, Said, SaidButton

# Whose words come first when a message speaks of several kinds; the contacts are those of every kind.
URGENCY = (
    "medical",
    "suicide",
    "violence",
    "child_risk",
    "harm_others",
    "exploitation",
    "self_harm",
    "control",
    "no_shelter",
    "no_food",
)
# Someone else may be reading: shown once, never mentioned again unprompted.
PRIVATE = frozenset({"violence", "control"})
# What was said in despair tells of nothing else, though its words may sound so: "some days".
DESPAIR = frozenset({"suicide", "self_harm"})
_TEXTED = "shout"
SAFE, UNSAFE = "crisis_safe", "crisis_unsafe"


class Contact(Protocol):
    """As knowledge's contacts give it. ``words`` is the key of its copy line, ``utter_contact_<words>``."""

    @property
    def name(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def words(self) -> str: ...


# Those that are open now for a person: ``contacts(person, kinds)``.
Contacts = Callable[[str, Sequence[str]], Sequence[Contact]]


@dataclass(frozen=True)
class Crises:
    """Words for danger."""

    copy: Copy
    contacts: Contacts

    def act(self, person: str, kinds: Sequence[str], language: Language | None = None) -> tuple[Said, ...]:
        """A human message with the right numbers, and the offer of a person.

        In another language the same comes first in it, and alone once its lines are checked.
        """
        names = ("crisis", "crisis_private") if PRIVATE & set(kinds) else ("crisis",)
        theirs = self._in(language, names, person, kinds) if language else ()
        return theirs if language and language.is_checked else (*theirs, *self._act(person, kinds))

    def _act(self, person: str, kinds: Sequence[str]) -> tuple[Said, ...]:
        first = min(kinds, key=URGENCY.index)
        lines = [self.copy.text(f"utter_crisis_{first}"), self._numbers(person, kinds)]
        if PRIVATE & set(kinds):
            lines.append(self.copy.text("utter_crisis_private"))
        return (Said("\n".join(filter(None, lines))), said(self.copy.line("utter_crisis_person")))

    def unsafe(self, person: str, kinds: Sequence[str], language: Language | None = None) -> tuple[Said, ...]:
        """For who says only that they are not safe."""
        names = ("crisis_unsafe", "crisis_private")
        theirs = self._in(language, names, person, kinds) if language else ()
        return theirs if language and language.is_checked else (*theirs, *self._unsafe(person, kinds))

    def _unsafe(self, person: str, kinds: Sequence[str]) -> tuple[Said, ...]:
        lines = [self.copy.text("utter_crisis_unsafe"), self._numbers(person, kinds)]
        lines.append(self.copy.text("utter_crisis_private"))
        return (Said("\n".join(filter(None, lines))), said(self.copy.line("utter_crisis_person")))

    def no_person(self) -> tuple[Said, ...]:
        """After "no" to a person: it says nothing of being safe."""
        return (said(self.copy.line("utter_crisis_no_person")),)

    def _in(self, language: Language, names: tuple[str, ...], person: str, kinds: Sequence[str]) -> tuple[Said, ...]:
        """As in English: the words with the numbers, then the offer of a person, or that we wait."""
        numbers = [language.lines["contact"].format(name=c.name, number=c.number) for c in self.contacts(person, kinds)]
        offers = self.copy.offers_person
        offer = Said(
            language.lines["crisis_person" if offers else "crisis_wait"], language.a_person(offers_person=offers)
        )
        return (Said("\n".join((language.text(*names), *numbers))), offer)

    def ask(self, language: Language | None = None) -> tuple[Said, ...]:
        english = (said(self.copy.line("utter_crisis_ask")),)
        if language is None:
            return english
        safe, unsafe = (SaidButton(language.lines[t], i) for t, i in (("title_safe", SAFE), ("title_unsafe", UNSAFE)))
        theirs = Said(language.text("crisis_ask"), (safe, unsafe))
        return (theirs,) if language.is_checked else (theirs, *english)

    def after(self, language: Language | None = None) -> tuple[Said, ...]:
        """The one line that the next message gets, whatever it says."""
        english = (said(self.copy.line("utter_crisis_next")),)
        if language is None:
            return english
        offers = self.copy.offers_person
        buttons = (*language.a_person(offers_person=offers), language.carry_on())
        theirs = Said(language.text("crisis_next" if offers else "crisis_next_alone"), buttons)
        return (theirs,) if language.is_checked else (theirs, *english)

    def no_call(self, kinds: Sequence[str], person: str) -> tuple[Said, ...]:
        """Who wants no call may text; where somebody else may read along no number is named once more."""
        texted = () if PRIVATE & set(kinds) else self.contacts(person, ("suicide",))
        shout = [
            self.copy.text(f"utter_contact_{c.words}", name=c.name, number=c.number)
            for c in texted
            if c.words == _TEXTED
        ]
        return (Said("\n".join((self.copy.text("utter_crisis_no_call"), *shout))),)

    def unanswered(self, person: str, kinds: Sequence[str], *, faint: bool = False) -> tuple[Said, ...]:
        """For who goes on without a word on being safe: the numbers, except where someone else may read them, and where
        nothing that was said names danger.
        """
        if PRIVATE & set(kinds):
            return ()
        if faint:
            return (Said(self.copy.text("utter_crisis_all_right")),)
        return (
            Said("\n".join(filter(None, (self.copy.text("utter_crisis_unanswered"), self._numbers(person, kinds))))),
        )

    def why(self) -> Said:
        """Why we asked: in words that tell nobody who reads along what was written."""
        return Said(self.copy.text("utter_crisis_why"))

    def ask_again(self) -> tuple[Said, ...]:
        """Who asks why is told, and asked once more."""
        again = said(self.copy.line("utter_crisis_ask_again"))
        return (Said(f"{self.why().text} {again.text}", again.buttons),)

    def fine(self, person: str, crisis: Crisis, *, faint: bool = False) -> tuple[Said, ...]:
        """After "no, I'm fine": the numbers, once more if need be, except where someone else may read them; a few words
        where nothing that was said names danger.
        """
        if PRIVATE & set(crisis.kinds):
            return ()
        if faint:
            return (Said(self.copy.text("utter_crisis_good")),)
        again = self.copy.text("utter_crisis_safe" if crisis.waits in ("first", "later") else "utter_crisis_fine")
        return (Said("\n".join(filter(None, (again, self._numbers(person, crisis.kinds))))),)

    def _numbers(self, person: str, kinds: Sequence[str]) -> str:
        open_now = self.contacts(person, sorted(kinds, key=URGENCY.index))
        return "\n".join(self.copy.text(f"utter_contact_{c.words}", name=c.name, number=c.number) for c in open_now)


def said(line: CopyLine) -> Said:
    """A copy line as a message out."""
    return Said(line.text, tuple(SaidButton(b.title, b.intent, b.entities) for b in line.buttons), line.kind)
