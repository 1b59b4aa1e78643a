"""One message as it was understood, before it is told what of it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from introductions.model import Heard
from knowledge.understanding.model import Understanding

SAID = "said"
"""The entity of a button that was meant in words, as by the name of a place: its words are theirs."""


@dataclass(frozen=True)
class Reading:
    """What Rasa (or, for held words, the understanding itself) found in one message."""

    intent: str
    text: str = ""
    concepts: tuple[Heard, ...] = ()
    values: tuple[Heard, ...] = ()
    answer: str | None = None
    tapped: bool = False

    @classmethod
    def of(cls, read: Understanding) -> Reading:
        return cls(
            read.intent,
            read.text,
            tuple(Heard("concept", c.code, c.code, c.polarity, c.words) for c in read.concepts),
            tuple(Heard(v.field, v.value, None, "yes", v.words) for v in read.values),
            read.answer,
        )

    @classmethod
    def of_entities(cls, intent: str, text: str, entities: Iterable[Mapping[str, Any]]) -> Reading:
        """From Rasa's entities; those of a button carry no ``words``."""
        found = list(entities)
        answers = [e for e in found if e["entity"] == "answer"]
        return cls(
            intent,
            text,
            tuple(
                Heard("concept", e["value"], e["value"], e["polarity"], e["words"])
                for e in found
                if e["entity"] == "concept"
            ),
            tuple(Heard(e["field"], e["value"], None, "yes", e["words"]) for e in found if e["entity"] == "value"),
            str(answers[0]["value"]) if answers else None,
            tapped=not any("words" in e or e["entity"] == SAID for e in found) and bool(found),
        )
