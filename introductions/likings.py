"""Things that somebody says they like, each by its name: of two that mean the same to us, a letter names both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from introductions.by_kind import is_pastime
from introductions.model import Heard
from knowledge.language.usage import language
from knowledge.understanding import understand
from knowledge.understanding.model import Polarity

LIKED = "liked"
"""The field of such a fact; its value is the code of the liking and its name."""
_LIKES = re.compile(
    r"\b(?:like|likes|love|loves|enjoy|enjoys|in ?to|keen on|fond of|good at|\bi (?:also |still |mostly "
    r"|can )*(?:do|play|make)|\bi (?:said|want|wanted|meant?))\s+(?:a bit of |some )?(?P<list>[^.;!?\n]+)",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\bused to (?:do|play|go|like|love|enjoy|be in ?to|be good at)\s+(?:a lot of |lots of )?"
    r"(?P<list>(?:(?!\s+(?:for|with|at|but|an?d?\s+i)\b)[^.;!?\n])+)",
    re.IGNORECASE,
)
_AND_THAT = re.compile(
    r"(?:^|[.!?\n]\s*)(?:and|also|plus|oh and)\s+(?:the |a bit of |some )?(?P<list>[a-z'-]{3,20}(?: [a-z'-]{3,20})?)"
    r"(?=\s*(?:[,.!?\n]|$))",
    re.IGNORECASE,
)
"""A thing named by itself behind others: "I used to keep pigeons. And dominoes, Friday nights"."""
_PAST = re.compile(r"\bused to\b", re.IGNORECASE)
_OF_WHAT_IS_HARD = frozenset(("hard", "health", "new_line", "message_text", "answer_text", "complaint_text"))
"""Questions under which a bare list is of no likings."""
_SENTENCES = re.compile(r"[.;!?\n]+")
_DENIED = re.compile(
    r"(?:\b(?:not|never|no|hate|used to|would|'d|id|if you)\b|n'?t\b)[^.,;!?]{0,20}$|\bdont[^.,;!?]{0,12}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|&|\+|/)\s*(?:and\s+|or\s+)?|\s+(?:and|or|plus)\s+", re.IGNORECASE)
_BESIDE = re.compile(
    r"^(?:also|really|some|a bit of|my|the|playing|doing)\s+|\s+(?:too|as well|a lot|most|mostly)$", re.IGNORECASE
)


def likings_told(text: str, asked: str | None = None) -> list[Heard]:
    """One for each, in the past where they say so; a bare list answers the question for what they like."""
    lists: list[tuple[str, Polarity]]
    lists = [(found["list"], "yes") for found in _LIKES.finditer(text) if not _DENIED.search(text[: found.start()])]
    lists += [(found["list"], "past") for found in _ONCE.finditer(text) if not _DENIED.search(text[: found.start()])]
    also = [] if asked in _OF_WHAT_IS_HARD else list(_AND_THAT.finditer(text))
    lists += [(found["list"], "past" if _PAST.search(text) else "yes") for found in also]
    if not any(name for words, _ in lists for name in _named(words)):
        bare = [text] if asked == "interests" else [] if asked in _OF_WHAT_IS_HARD else _SENTENCES.split(text)
        lists = [(one, "yes") for one in bare if asked == "interests" or _is_list(one)]
    return [Heard(LIKED, f"{code} {name}", None, past, name) for one, past in lists for name, code in _named(one)]


def _is_list(text: str) -> bool:
    """Several things side by side, and nothing behind them but what else they say of themselves."""
    parts = _BETWEEN.split(text.strip(" .!?,"))
    named = len(list(_named(text)))
    return named > 1 and (named == len(parts) or _OF_MYSELF.match(parts[named]) is not None)


_OF_MYSELF = re.compile(r"(?:i|i'?m|i'?d|i'?ve|my|we|looking for)\b", re.IGNORECASE)


_A_THING = 2


def _named(words: str) -> Iterator[tuple[str, str]]:
    for part in _BETWEEN.split(words.strip(" .!?,")):
        told = " ".join(word for word in part.split() if word.casefold().strip(".!?") not in language().fillers)
        name = _BESIDE.sub("", _BESIDE.sub("", told.strip(" .!?")))
        if not is_pastime(name):
            if len(name.split()) <= _A_THING:
                continue  # a thing that we have no word for; what stands beside it may be one
            return
        code = next(one.code for one in understand(f"i like {name}").concepts if one.code.startswith("interest."))
        yield name, code


_DOES_TO_ME = re.compile(
    r"^\W*(?:(?:always|really|just|can|will|do|does|hair|and|all|sometimes)\s+)*(?:makes?|made|gives?|gave"
    r"|sets?|brings?|triggers?)"
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


_ONE = re.compile(r"\s+ones?$", re.IGNORECASE)
_THE = r"(?:the|that|this|which|what|di|de|da|dat|dis|wich)"
_PLACE = r"(?:ones?|places?|group|club|class|course|circle|session|bench|thing|bit)"


def points_at_a_place(text: str, one: Heard) -> bool:
    """Whether a liking's words only say which place is meant: "tell me more about the sewing one"."""
    if not (one.code or "").startswith(("interest.", "support.")) or not one.words:
        return False
    named = _ONE.sub("", one.words)
    pointed = rf"\b{_THE}\s+(?:\w+\s+)?{re.escape(named)}\s+{_PLACE}\b"
    return re.search(pointed, text, re.IGNORECASE) is not None


def liked(facts: Sequence[Told]) -> list[Told]:
    """Those that still hold, or held once, by their names."""
    denied = {fact.code for fact in facts if fact.code and fact.polarity == "no"}
    return [fact for fact in facts if fact.field == LIKED and liking_of(fact) not in denied]


class Told(Protocol):
    """A fact, or what a message was heard to say."""

    @property
    def field(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def code(self) -> str | None: ...
    @property
    def polarity(self) -> str: ...
    @property
    def words(self) -> str: ...


def liking_of(fact: Told) -> str:
    """The code of such a fact."""
    return fact.value.partition(" ")[0]
