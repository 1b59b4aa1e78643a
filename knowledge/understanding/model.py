"""What one message says, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Polarity = Literal["yes", "no", "past"]
POLARITIES: tuple[Polarity, ...] = ("yes", "no", "past")
Level = Literal["none", "ask", "act"]
CRISIS = "crisis"
"""The intent of words of danger."""
BESIDE_THE_TYPOLOGY = frozenset(("constraint.going_alone",))
"""Heard for our own letters and cards. What we print for others holds codes of the shared typology alone."""


@dataclass(frozen=True)
class Concept:
    """A code of the typology. ``start``/``end`` index the text; ``words`` are the person's own there."""

    code: str
    polarity: Polarity
    start: int
    end: int
    words: str

    def as_json(self) -> dict[str, Any]:
        return {"code": self.code, "polarity": self.polarity, "span": [self.start, self.end], "words": self.words}


@dataclass(frozen=True)
class Value:
    """A plain value: district ("SE5"), area, age, language (BCP 47), hours (a week), days ("Tue Thu") or name."""

    field: str
    value: str
    start: int
    end: int
    words: str

    def as_json(self) -> dict[str, Any]:
        return {"field": self.field, "value": self.value, "span": [self.start, self.end], "words": self.words}


@dataclass(frozen=True)
class Safety:
    """``level``: act (answer at once), ask (one question first) or none. ``kinds`` in the order found. ``named``: in
    words that we know, and not by the network alone; ``faint``: by the network alone, and with little chance.
    """

    level: Level
    kinds: tuple[str, ...] = ()
    named: bool = field(default=False, compare=False)
    faint: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Understanding:
    """One message understood. ``confidence`` is the chance that ``intent`` is right, 0 to 1; below 0.5 the
    ``alternatives`` (two or three intents with their chances, best first) are worth asking about. Beside a doubtful
    danger they are what the words mean if there is none.
    """

    text: str
    intent: str
    confidence: float
    concepts: tuple[Concept, ...] = ()
    values: tuple[Value, ...] = ()
    answer: str | None = None
    crisis: Level = "none"
    crisis_kinds: tuple[str, ...] = ()
    alternatives: tuple[tuple[str, float], ...] = ()

    @property
    def otherwise(self) -> tuple[str, float]:
        """The intent, and its chance, if nobody is in danger."""
        return self.alternatives[0] if self.intent == CRISIS and self.alternatives else (self.intent, self.confidence)

    def as_json(self) -> dict[str, Any]:
        """The object that the command line prints."""
        return {
            "text": self.text,
            "intent": self.intent,
            "confidence": round(self.confidence, 4),
            "concepts": [one.as_json() for one in self.concepts if one.code not in BESIDE_THE_TYPOLOGY],
            "values": [value.as_json() for value in self.values],
            "answer": self.answer,
            "crisis": self.crisis,
            "crisis_kinds": list(self.crisis_kinds),
            "alternatives": [[intent, round(chance, 4)] for intent, chance in self.alternatives],
        }
