"""Learning from what was not understood: list it, label it, see the score change. Pure functions over rows.

Whoever stores turns keeps a row for each message that ``worth_keeping`` accepts: an id, the redacted text, the question
asked and the day, with the retention of other messages. Nothing here stores or sends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.redaction import redact
from knowledge.typology import typology
from knowledge.understanding.bench.messages import Labelled
from knowledge.understanding.bench.scores import Found, intents_right, rates
from knowledge.understanding.model import Understanding
from knowledge.understanding.reading import understand

_DOUBTFUL = 0.5


@dataclass(frozen=True)
class Kept:
    """One message kept for review; ``text`` is redacted already."""

    id: str
    text: str
    asked: str | None = None


def worth_keeping(heard: Understanding) -> bool:
    """Whether a message was hardly understood: nothing found in it, or an intent that is a guess. Never a crisis."""
    if heard.crisis != "none":
        return False
    empty = heard.intent == "inform" and not (heard.concepts or heard.values or heard.answer)
    return empty or heard.confidence < _DOUBTFUL


def keep(id_: str, text: str, asked: str | None) -> Kept | None:
    """The row to store for a message, redacted, or None if it was understood."""
    return Kept(id_, redact(text), asked) if worth_keeping(understand(text, asked)) else None


def listed(rows: Iterable[Kept]) -> Iterator[tuple[Kept, int]]:
    """Rows with how often the same words came, most frequent first, each wording once."""
    every = list(rows)
    counts = Counter(row.text.lower().strip() for row in every)
    first = {row.text.lower().strip(): row for row in reversed(every)}
    for text, count in counts.most_common():
        yield first[text], count


def label(row: Kept, facts: Sequence[str], intent: str) -> dict[str, Any]:
    """A labelled line for the measured set; facts are written ``code``, ``-code`` (no) or ``~code`` (past).

    Raises ``ValueError`` naming a code or intent that is not in the typology.
    """
    concepts = []
    for fact in facts:
        code = fact.lstrip("-~")
        if code not in typology().codes:
            raise ValueError(f"{code!r} is no code of the typology")
        concepts.append({"code": code, "polarity": {"-": "no", "~": "past"}.get(fact[0], "yes")})
    if f"intent.{intent}" not in typology().codes:
        raise ValueError(f"{intent!r} is no intent of the typology")
    return {
        "id": row.id,
        "text": row.text,
        "asked": row.asked,
        "slice": "plain",
        "concepts": concepts,
        "intent": intent,
        "crisis": "none",
        "crisis_kinds": [],
    }


def rescored(messages: Sequence[Labelled]) -> dict[str, float]:
    """The score on labelled messages with the words as they are now; call it before and after a change."""
    found = []
    for message in messages:
        heard = understand(message.text, message.asked)
        found.append(Found(frozenset((c.code, c.polarity) for c in heard.concepts), heard.intent, heard.crisis))
    return {"f1": round(rates(messages, found).f1, 4), "intents": round(intents_right(messages, found), 4)}
