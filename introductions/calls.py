"""When somebody may be rung, in a letter among what would help: it is no time to meet."""

from __future__ import annotations

from collections.abc import Sequence

from introductions.model import Fact, Heard
from knowledge.understanding.call_times import call_times
from knowledge.understanding.plain_questions import is_a_story

CALLS = "calls"
"""The field of such a fact; its value is how it reads."""
_TELLS = frozenset(("inform", "correct", "nlu_fallback"))


def calls_told(intent: str, text: str) -> list[Heard]:
    """None where somebody asks us to ring, or anything else of us; inside a story it is told."""
    told = call_times(text) if intent in _TELLS or is_a_story(text) else []
    return [Heard(CALLS, one.reads, None, "yes", one.said) for one in told]


def calls_wished(facts: Sequence[Fact]) -> list[str]:
    """When not to ring, and of when to ring what they said last."""
    told = [fact.value for fact in facts if fact.field == CALLS]
    denied = [one for one in told if one.startswith("no ")]
    return [*denied, *[one for one in told if one not in denied][-1:]]
