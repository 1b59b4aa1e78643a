"""An illness told by its name stands, though another of its kind is denied beside it: "it's MS, not seizures"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.illnesses import NAMED
from knowledge.language.words import tokens
from knowledge.understanding.concepts import listed_concepts
from knowledge.understanding.model import Concept
from knowledge.understanding.scope import Scope

_DENIED = re.compile(r"\b(?:not|no|never|dont|don'?t|haven'?t|isn'?t|ain'?t|without)\b[^.,;!?]*$", re.IGNORECASE)


def by_name(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, with what is named and not denied in place of a denial of the same code."""
    turned_down = [one for one in said if one.polarity == "no" and one.code.startswith("health.")]
    denied = {one.code for one in turned_down}
    denied -= {one.code for one in said if one.polarity != "no"}
    kept = list(said)
    for found in NAMED.finditer(text) if denied else ():
        itself = any(one.start < found.end() and found.start() < one.end for one in turned_down)
        if itself or _DENIED.search(text[: found.start()]):
            continue
        codes = {one.code for one in listed_concepts(found.group(), Scope.of(tokens(found.group())))} & denied
        kept = [one for one in kept if one.code not in codes]
        kept += [Concept(code, "yes", found.start(), found.end(), found.group()) for code in codes]
    return sorted(kept, key=lambda one: (one.start, one.end, one.code, one.polarity))
