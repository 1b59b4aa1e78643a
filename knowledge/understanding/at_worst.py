"""Hours from which somebody can do no more: "my tremor is worse after 3 pm", "fatigue sets in after lunch"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.understanding.amounts import to_the_hour
from knowledge.understanding.model import Concept

DAYTIME, NO_MORNINGS = "constraint.daytime_only", "constraint.not_mornings"
_TIMES = (DAYTIME, NO_MORNINGS, "constraint.evenings_weekends")
_NOON = 12
_BAD = (
    r"(?:wors[et]|(?<!not )(?<!too )bad|rough|tired|exhausted|shattered|knackered|wiped(?: out)?|done(?: in| for)?"
    r"|useless|no (?:good|use)|fad\w+|flag\w*|crash\w*|(?:sets?|kicks?) in|comes? on|hits(?: me)?"
    r"|falls? (?:apart|asleep)|struggl\w+|(?:out|empty) of \w+)"
)
_BETWEEN = r"(?:(?!\b(?:better|fine|good|ok|okay|but|best|when|if)\b)[^.,;:!?\n]){0,20}?"
_WHEN = (
    r"(?:about |around |like |roughly )?(?P<when>lunch(?:time)?|midday|noon|dinner ?time"
    r"|(?P<hour>\d{1,2}|one|two|three|four|five|six)(?:[:.]\d\d)?\s*(?P<mark>[ap]\.?m\b)?"
    r"(?=\s*(?:$|[.,;:!?\n]|(?:o'?clock|and|but|because|cos|as|so|in|most|every)\b)))"
)
_WORST = re.compile(
    rf"\b(?:{_BAD}\b{_BETWEEN}\b(?:after|from|past|by|later than)"
    rf"|(?:nothing|not|never|no|none|nowt)\s+(?:(?!bad\b|too\b)\w+\s+)?(?:after|past|later than))\s+{_WHEN}",
    re.IGNORECASE,
)


def at_worst(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, where the hour from which it is bad is none that suits: the time before it does."""
    found = [one for one in _WORST.finditer(text) if _is_late(one)]
    if not found:
        return list(said)
    kept = [c for c in said if c.code not in _TIMES or not any(f.start() <= c.start < f.end() for f in found)]
    first = found[0]
    start, end, words = first.start(), first.end(), f"not after {first['when'].strip()}"
    if all(c.code != DAYTIME for c in kept):
        kept.append(Concept(DAYTIME, "yes", start, end, words))
    if first["hour"] is None and all(c.code != NO_MORNINGS for c in kept):
        kept.append(Concept(NO_MORNINGS, "no", start, end, words))
    return sorted(kept, key=lambda c: (c.start, c.end, c.code, c.polarity))


def _is_late(found: re.Match[str]) -> bool:
    return found["hour"] is None or to_the_hour(found["hour"], found["mark"]) >= _NOON
