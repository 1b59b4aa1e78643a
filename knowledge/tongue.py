"""Which language a message is in, or asks for, where that is one we have lines in. Nothing is translated here."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from knowledge.understanding.tongue_wish import names_places, wishes_for_language
from knowledge.yaml_files import read_yaml

_DATA = Path(__file__).parent / "data" / "tongues.yaml"
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
ENOUGH, SHARE = 2, 0.4
"""Two words of a language, not one twice ("can mi bring mi son"), and two fifths of all words make a message one in
it."""
LONGEST_ASKING = 8
"""A request for a language is a short message."""


def tongue(text: str) -> str | None:
    """``pt`` or ``es`` where the message is in that language, or asks for it; else None."""
    words = _WORD.findall(_plain(text))
    of_places = names_places(text) and not wishes_for_language(text)
    return (None if of_places else _asked_for(words)) or _written_in(words)


def _asked_for(words: list[str]) -> str | None:
    table = _table()
    told = "my" in words or ("i", "speak") in pairwise(words)
    if (
        told
        or _TURNED_DOWN.intersection(words)
        or len(words) > LONGEST_ASKING
        or not (len(words) == 1 or table["asking"].intersection(words))
    ):
        return None
    named = [code for code, names in _NAMES.items() if table[names].intersection(words)]
    return named[0] if len(named) == 1 else None


def _written_in(words: list[str]) -> str | None:
    table = _table()
    known = {code: sum(word in table[code] for word in words) for code in _NAMES}
    best = max(known, key=lambda code: known[code])
    rival = max(known[code] for code in known if code != best)
    apart = len(table[best].intersection(words))
    enough = apart >= min(ENOUGH, len(words)) and known[best] >= SHARE * len(words) > 0
    english = sum(word in table["english"] for word in words)
    return best if enough and known[best] > max(rival, english) and (len(words) > 1 or words[0] in _ALONE) else None


_TURNED_DOWN = frozenset("not nothing never don't dont without".split())
"""As in "nothing to do with Spanish please"."""
_NAMES = {"pt": "pt names", "es": "es names"}
_ALONE = frozenset({"ola", "hola", "ayuda", "ajuda", "oi"})
"""Words that are a message in their language all by themselves."""


def _plain(text: str) -> str:
    """Small letters without accents."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(c for c in apart if not unicodedata.combining(c))


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    read = read_yaml(_DATA)
    table = {code: frozenset(read[code]["words"].split()) for code in _NAMES}
    table |= {f"{code} names": frozenset(read[code]["names"].split()) for code in _NAMES}
    return table | {name: frozenset(read[name].split()) for name in ("english", "asking")}
