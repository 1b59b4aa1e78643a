"""What somebody says that they made or did in their trade: "tailor, wedding dresses and school uniforms"."""

from __future__ import annotations

import re

from introductions.naming import is_name
from knowledge.understanding import understand

_YEARS = re.compile(
    r"^[\s,(]*(?:(?:for|of|now|over|about|nearly)\s+)*[\w-]+(?: [\w-]+)? (?:years?|yrs?)\b", re.IGNORECASE
)
_LED_IN = re.compile(
    r"^(?:\s*[,:(–-]\s*|\s+)(?:(?:mostly|mainly|making|doing|i (?:made|did|make|do))\s+)*", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[.;!?\n)]|\b(?:but|then|until|till|because|cos|so|now|when|before|since|i|my|with|in|at)\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*(?:,|&|\+|/)\s*(?:and\s+)?|\s+(?:and|plus)\s+", re.IGNORECASE)
_SMALL = re.compile(r"^(?:the|some|all|all kinds of)\s+", re.IGNORECASE)
_MOSTLY = re.compile(r"\s+(?:mostly|mainly|and so on|and all that|etc|too|as well)$", re.IGNORECASE)
_NO_PART = re.compile(
    r"\b(?:\w*(?:kids|sons|daughters|boys|girls|children)|years|days|nights|hours|mornings|afternoons|evenings|weekends"
    r"|yes|thanks|please|sorry|hours|pills|meds|tablets|is|was|has|this|always|less|us|\w+day?s)$",
    re.IGNORECASE,
)
_WORKPLACES = frozenset(
    f"interest.{key}" for key in ("hospitality", "children", "care_support", "office", "retail", "warehouse_logistics")
)
"""Where many a trade is done: a chef's pubs and schools."""
MOST = 4


def parts_of(text: str, words: str) -> str:
    """The parts that a list behind ``words``, a trade named in the message, goes on with; empty where there is none.

    The first is several things, "ceilings"; what tells of health, of times or of a liking for something else is none.
    """
    at = text.casefold().find(words.casefold())
    if not words or at < 0:
        return ""
    after = text[at + len(words) :]
    years = _YEARS.match(after)
    after = after[years.end() :] if years else after
    led = _LED_IN.match(after)
    if led is None or not led.group().strip():
        return ""
    listed = _CLAUSE.split(after[led.end() :])[0]
    of_it = _likings(f"i like {words}") | _likings(words)
    parts = list[str]()
    for part in _BETWEEN.split(listed.strip(" ,")):
        named = _MOSTLY.sub("", _SMALL.sub("", part.strip()))
        begins = parts or named.casefold().endswith("s") or _likings(f"i like {named}") & of_it
        if not begins or not _is_part(named, of_it | _WORKPLACES):
            break
        parts.append(named)
    parts = parts[:MOST]
    return ", ".join(parts[:-1]) + f" and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _is_part(words: str, theirs: frozenset[str]) -> bool:
    if not is_name(words) or not re.fullmatch(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*", words) or _NO_PART.search(words):
        return False
    read = understand(words)
    told = [one for one in read.concepts if not one.code.startswith(("interest.", "support."))]
    of_others = _likings(f"i like {words}") and not _likings(f"i like {words}") & theirs
    return not told and not read.values and not of_others and read.crisis == "none"


def _likings(words: str) -> frozenset[str]:
    return frozenset(one.code for one in understand(words).concepts if one.code.startswith("interest."))
