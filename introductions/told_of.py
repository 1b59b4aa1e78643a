"""What a helper writes of the person beside them, as that person would say it: "he likes dominoes" tells "i like"."""

from __future__ import annotations

import re
from collections.abc import Mapping

_SUBJECT = re.compile(
    r"(?P<lead>^(?:that\s+)?|,\s*(?:and\s+|but\s+)?|\s(?:and|but|cos|because|so)\s+)(?:he|she|they)"
    r"(?P<is>'s|'re|'d|'ll)?\s+(?P<verb>[\w']+)",
    re.IGNORECASE,
)
_VERBS: Mapping[str, str] = {
    "is": "am", "has": "have", "does": "do", "are": "am", "were": "was", "doesn't": "don't", "doesnt": "dont",
    "isn't": "am not", "isnt": "am not", "hasn't": "haven't", "hasnt": "havent",
}  # fmt: skip
_SHORT: Mapping[str, str] = {"'s": "i'm", "'re": "i'm", "'d": "i'd", "'ll": "i'll"}
_ENDS_SO = frozenset("was used always would could can cant can't sometimes".split())
_NO_LEADER = re.compile(r"\b(?:his|her|their)\b", re.IGNORECASE)


def as_they_say(sentence: str) -> str:
    """The same in the first person, where it begins with the person; any other words as they are."""
    first = _SUBJECT.match(sentence)
    if first is None:
        return sentence
    return _NO_LEADER.sub("my", _SUBJECT.sub(_as_i, sentence))


def as_told(words: str, sentence: str) -> str:
    """``words`` of the sentence in the first person as they stood before: "i am shy" was "she is shy"."""
    if as_they_say(sentence) == sentence:
        return words
    for found in _SUBJECT.finditer(sentence):
        own, theirs = _as_i(found), found.group()
        bare = own.removeprefix("" if found.start() == 0 else found["lead"])
        words = re.sub(rf"(?<!\w){re.escape(bare)}(?!\w)", theirs.removeprefix(found["lead"]), words, count=1)
    leader = _NO_LEADER.search(sentence)
    return re.sub(r"\bmy\b", leader.group(), words) if leader else words


def _as_i(found: re.Match[str]) -> str:
    lead = "" if found.start() == 0 else found["lead"]
    if found["is"]:
        return f"{lead}{_SHORT[found['is'].casefold()]} {found['verb']}"
    return f"{lead}i {_bare(found['verb'].casefold())}"


def _bare(verb: str) -> str:
    if verb in _VERBS:
        return _VERBS[verb]
    if verb in _ENDS_SO or not verb.endswith("s") or verb.endswith("ss"):
        return verb
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("shes", "ches", "sses", "oes")) else verb[:-1]
