"""What is known of one person at this moment, as the matcher reads it.

A profile holds nothing that identifies: no name, no address, no id. It is a projection of the facts a person told, or
of the JSON object of ``nwd match``. ``None`` and an empty value mean "not known", never "no".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from knowledge.language.weekdays import DAYS
from knowledge.typology import typology
from knowledge.understanding import understand

OLDEST = 120
AGE_BANDS: Mapping[str, tuple[int, int]] = {
    "under_16": (0, 15),
    "16_17": (16, 17),
    "18_24": (18, 24),
    "25_49": (25, 49),
    "50_plus": (50, OLDEST),
    "adult": (18, OLDEST),
}
CODED_AGES: Mapping[str, tuple[int, int]] = {"identity.age_16_25": (16, 25), "identity.over_50": (50, OLDEST)}
LOOSE_BANDS = frozenset({"adult"})
"""Bands too wide to count as an answer to "how old are you"."""


class ProfileError(ValueError):
    """The profile's JSON is not of the agreed shape; the message names the key and never repeats its value."""


@dataclass(frozen=True)
class Said:
    """One code and the person's own words for it ("" where they tapped or the words are not kept)."""

    code: str
    words: str = ""


@dataclass(frozen=True)
class Profile:
    """``dislikes`` and ``attending`` hold provider or service ids; ``answered`` includes ``skipped`` slots.

    ``text`` is everything the person wrote about themselves, in their own words, for matching only.
    ``health`` is the tapped answer ``body``, ``mind``, ``both`` or ``none``; ``times`` are answers of the slot of that
    name; ``days`` are those that suit, as in "Tue". ``gender`` is ``woman``, ``man`` or ``other``. ``area`` is a
    neighbourhood or a borough.
    """

    concepts: tuple[Said, ...] = ()
    not_: tuple[str, ...] = ()
    past: tuple[Said, ...] = ()
    text: str = ""
    age: int | None = None
    age_band: str | None = None
    postcode: str | None = None
    area: str | None = None
    languages: tuple[str, ...] = ()
    dislikes: frozenset[str] = frozenset()
    attending: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    right_to_work: bool | None = None
    diagnosis: bool | None = None
    gender: str | None = None
    heritage: str | None = None
    health: str | None = None
    times: tuple[str, ...] = ()
    days: tuple[str, ...] = ()

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(said.code for said in self.concepts)

    def of(self, group: str) -> tuple[Said, ...]:
        """What was said with "yes" in one group of the typology, in the order of telling."""
        return tuple(said for said in self.concepts if said.code.startswith(group + "."))

    @property
    def ages(self) -> tuple[int, int] | None:
        """The lowest and highest age the person may have, both inside; None when nothing at all is known."""
        if self.age is not None:
            return (self.age, self.age)
        known = [AGE_BANDS[band] for band in (self.age_band,) if band is not None and band in AGE_BANDS]
        known += [CODED_AGES[code] for code in sorted(self.codes & CODED_AGES.keys())]
        if not known:
            return None
        low, high = max(low for low, _ in known), min(high for _, high in known)
        return (low, high) if low <= high else known[0]

    @property
    def age_known(self) -> bool:
        """Whether asking for the age would repeat what was told."""
        return (
            self.age is not None
            or bool(self.codes & CODED_AGES.keys())
            or (self.age_band is not None and self.age_band not in LOOSE_BANDS)
        )

    @property
    def told_nothing(self) -> bool:
        return not (self.concepts or self.past or self.not_ or self.text.strip())

    @classmethod
    def from_json(cls, document: object) -> Profile:
        """Read the object of ``nwd match --profile``; every other field of this class is accepted by its name.

        ``concepts`` and ``past`` take codes, or objects ``{"code", "words"}``. Codes without words get those that
        ``text`` holds for them, and a liking that ``text`` denies counts as denied. Raises ProfileError.
        """
        if not isinstance(document, Mapping):
            raise ProfileError("A profile is one JSON object; give an object with the key 'concepts'.")
        given = {("not_" if key == "not" else str(key)): value for key, value in document.items()}
        unknown = sorted(given.keys() - {entry.name for entry in fields(cls)})
        if unknown:
            raise ProfileError(f"The profile has keys that are not known: {', '.join(unknown)}. Remove them.")
        return _in_own_words(cls(**{name: _read(name, value) for name, value in given.items() if value is not None}))


def _in_own_words(profile: Profile) -> Profile:
    """Only words are taken from the text: what the profile says in codes stands."""
    heard = understand(profile.text).concepts if profile.text else ()
    words = {concept.code: concept.words for concept in reversed(heard) if concept.polarity != "no"}
    denied = [c.code for c in heard if c.polarity == "no" and c.code.startswith("interest.")]
    return replace(
        profile,
        concepts=tuple(Said(said.code, said.words or words.get(said.code, "")) for said in profile.concepts),
        past=tuple(Said(said.code, said.words or words.get(said.code, "")) for said in profile.past),
        not_=tuple(dict.fromkeys([*profile.not_, *(code for code in denied if code not in profile.codes)])),
    )


_SAID = frozenset({"concepts", "past"})
_TUPLES = frozenset({"languages", "times", "days"})
_SETS = frozenset({"dislikes", "attending", "answered", "skipped"})
_BOOLS = frozenset({"right_to_work", "diagnosis"})


def _read(name: str, value: object) -> Any:
    if name in _SAID:
        return tuple(_said(name, entry) for entry in _list(name, value))
    if name == "not_":
        return tuple(_code("not", entry) for entry in _list("not", value))
    if name in _TUPLES | _SETS:
        words = [_text(name, entry) for entry in _list(name, value)]
        if name == "days" and not set(words) <= set(DAYS):
            raise ProfileError(f"The profile's 'days' are some of {', '.join(DAYS)}.")
        return tuple(words) if name in _TUPLES else frozenset(words)
    if name == "age":
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= OLDEST:
            raise ProfileError(f"The profile's 'age' is a whole number from 0 to {OLDEST}, or null.")
        return value
    if name in _BOOLS:
        if not isinstance(value, bool):
            raise ProfileError(f"The profile's '{name}' is true, false or null.")
        return value
    return _text(name, value)


def _said(name: str, entry: object) -> Said:
    if isinstance(entry, Mapping):
        return Said(_code(name, entry.get("code")), _text(name, entry.get("words", "")))
    return Said(_code(name, entry))


def _code(name: str, entry: object) -> str:
    if not isinstance(entry, str) or entry not in typology().codes:
        raise ProfileError(f"The profile's '{name}' holds something that is no code of the typology. Correct it.")
    return entry


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise ProfileError(f"The profile's '{name}' takes text.")
    return value


def _list(name: str, value: object) -> Iterable[object]:
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise ProfileError(f"The profile's '{name}' is a list.")
    return value
