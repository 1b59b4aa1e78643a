"""Illnesses whose short names are common words, told by their capitals or by what stands before: "i have ME"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.understanding.model import Concept, Polarity

_CODE = "health.fatigue"
_ME = re.compile(
    r"(?<!tell )(?<!to )(?<!for )(?<!about )(?<!ask )(?<![\w.'])(?:M\.E\.?|ME)(?![\w'])(?! (?:a|the|to|about)\b)"
    r"|\b(?:(?:i|he|she|we|they)(?:'ve| have| has| got|'ve got| have got| had)|i'?ve(?: got)?"
    r"|suffer(?:ing|s)? (?:from|with)|diagnosed with|i live with|i'?m living with)\s+(?P<low>me|m\.e\.?)"
    r"(?=\s*(?:$|[.,;!?/]|(?:and|so|since|for|which|but|too|plus|with|also|in|from|as)\b))",
)
_NO = re.compile(r"\b(?:not?|never|don'?t|haven'?t|isn'?t|without)\b[^.,;!?]*$", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z]{2,}")


def by_capitals(text: str, said: Sequence[Concept]) -> list[Concept]:
    """ME as the illness, unless it is heard already; not where all is written in capitals."""
    shouted = all(word.isupper() for word in _WORDS.findall(text))
    if any(one.code == _CODE for one in said):
        return []
    for found in _ME.finditer(text):
        low = found["low"]
        if shouted and low is None and "." not in found[0]:
            continue
        start, end = found.span("low") if low else found.span()
        polarity: Polarity = "no" if _NO.search(text[:start]) else "yes"
        return [Concept(_CODE, polarity, start, end, text[start:end].upper())]
    return []
