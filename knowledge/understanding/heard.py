"""All that the readers found in one message, for those who judge it as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from knowledge.language.phrases import Found
from knowledge.language.words import Token
from knowledge.understanding.model import Concept, Safety, Value
from knowledge.understanding.sensing import Sensed


class Heard(NamedTuple):
    """``answer`` is the option picked of the question ``asked``; ``rules`` are the intent phrases found."""

    text: str
    message: Sequence[Token]
    asked: str | None
    answer: str | None
    concepts: tuple[Concept, ...]
    values: tuple[Value, ...]
    safety: Safety
    rules: Sequence[Found]
    sensed: Sensed
