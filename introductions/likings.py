"""Things that somebody says they like, each by its name: of two that mean the same to us, a letter names both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from introductions.by_kind import is_pastime
from introductions.model import Fact, Heard
from knowledge.understanding import understand

LIKED = "liked"
"""The field of such a fact; its value is the code of the liking and its name."""
_LIKES = re.compile(
    r"\b(?:like|likes|love|loves|enjoy|enjoys|in ?to|keen on|fond of|good at)\s+(?P<list>[^.;!?\n]+)", re.IGNORECASE
)
_DENIED = re.compile(
    r"(?:\b(?:not|never|no|hate|used to|would|'d|id|if you)\b|n'?t\b)[^.,;!?]{0,20}$|\bdont[^.,;!?]{0,12}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|&|\+|/)\s*(?:and\s+|or\s+)?|\s+(?:and|or|plus)\s+", re.IGNORECASE)
_BESIDE = re.compile(
    r"^(?:also|really|some|a bit of|my|the|playing|doing)\s+|\s+(?:too|as well|a lot|most|mostly)$", re.IGNORECASE
)


def likings_told(text: str, asked: str | None = None) -> list[Heard]:
    """One for each; a bare list answers the question for what they like."""
    lists = [found["list"] for found in _LIKES.finditer(text) if not _DENIED.search(text[: found.start()])]
    lists += [text] if asked == "interests" and not lists else []
    return [Heard(LIKED, f"{code} {name}", None, "yes", name) for one in lists for name, code in _named(one)]


def _named(words: str) -> Iterator[tuple[str, str]]:
    for part in _BETWEEN.split(words.strip(" .!?,")):
        name = _BESIDE.sub("", _BESIDE.sub("", part.strip(" .!?")))
        if not is_pastime(name):
            return
        code = next(one.code for one in understand(f"i like {name}").concepts if one.code.startswith("interest."))
        yield name, code


_DOES_TO_ME = re.compile(
    r"^\W*(?:(?:always|really|just|can|will|do|does|hair|and|all|sometimes)\s+)*(?:makes?|made|gives?|gave|sets?|brings?|triggers?)"
    r"\s+(?:me|my|off)\b(?P<what>[^.;!?]*)",
    re.IGNORECASE,
)


def makes_ill(text: str, one: Heard, said: Sequence[Heard]) -> bool:
    """Whether a thing is told for what it does to them, and liked by nobody: "dogs make me wheeze"."""
    if not one.words:
        return False
    before, found, after = text.casefold().partition(one.words.casefold())
    does = _DOES_TO_ME.match(after) if found and (one.code or "").startswith("interest.") else None
    if does is None or re.search(r"\b(?:like|love|enjoy)\s+(?:\w+\s+)?$", before):
        return False
    ills = [other.words.casefold() for other in said if (other.code or "").startswith("health.") and other.words]
    return any(words in does["what"] for words in ills)


def liked(facts: Sequence[Fact]) -> list[str]:
    """The names of those that still hold."""
    denied = {fact.code for fact in facts if fact.code and fact.polarity == "no"}
    return [fact.words for fact in facts if fact.field == LIKED and liking_of(fact) not in denied]


def liking_of(fact: Fact) -> str:
    """The code of such a fact."""
    return fact.value.partition(" ")[0]
