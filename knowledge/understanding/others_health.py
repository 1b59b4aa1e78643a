"""An illness of somebody of theirs: "my son has asthma" is heard, and tells nothing of the person's own health."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.kindness import told
from knowledge.language.words import tokens
from knowledge.understanding.books import books
from knowledge.understanding.model import Concept
from knowledge.understanding.of_whom import KIN, is_for_another, tells_of_themselves

_HEALTH = "health."
_OF_CARE = ("constraint.childcare", "constraint.caring", "constraint.good_bad_days", "identity.")
_WHOSE = (
    r"(?:my|me|mi|our|us|the|di|his|her|one of (?:my|the|our)|(?<!i am )(?<!i'm )(?<!im )(?<!as )an?|one|two|three|\d)"
)
_ONE_OF_THEM = r"(?:little|small|smaller|younger|older|bigger|other|middle|second|first|last) one"
_OF_KIN = rf"\b(?:{_WHOSE} (?:[\w'-]+ ){{0,2}}?(?P<who>{KIN})|(?P<one>{_ONE_OF_THEM}))\b"
_HAS = (
    r"(?:has|have|having|had|got|gets?|'s got|(?<!, )(?:is|are|was|were|'s)|with|suffers?(?: from| with)?|lives? with"
    r"|diagnosed|struggl\w+|battl\w+)"
)
_NEW = (
    r"(?:and|i|i'm|im|i've|ive|i'll|me|mi|my|we|but|so|because|cos|since|when|then"
    r"|left|leaves|gone|moved|grown|died?|dies|dead|passed|yet)"
)
_HELD = rf"(?:\s+(?!{_NEW}\b)[\w'/-]+){{0,4}}\s*"
_SHORT_OF_SELF = rf"(?:[ ,]+(?!{_NEW}\b)[\w'-]+){{0,4}}?"
_HAVE_IT = re.compile(rf"{_OF_KIN}{_SHORT_OF_SELF}[ ,]*\b{_HAS}{_HELD}$", re.IGNORECASE)
_THEIRS = re.compile(rf"{_OF_KIN}(?:'s|s'|')?\s+(?:(?!{_NEW}\b)\w+\s+){{0,1}}$", re.IGNORECASE)
_PRONOUN = re.compile(rf"\b(?:he|she|they)(?:'s| )\s*(?:{_HAS}|also|still)?{_HELD}$", re.IGNORECASE)
_BEFORE_ONE = re.compile(
    r"\b(?:my|our|her|his|have an?|got an?|with an?|two|both my)\s+(?:\w+\s+){0,1}$", re.IGNORECASE
)
_ONE = re.compile(rf"\s+(?:(?!{_NEW}\b)[\w'-]+\s+)?(?P<who>{KIN})\b", re.IGNORECASE)
_OF_ONE = re.compile(
    rf"\s+(?:(?:is|are|was)\s+)?(?:of|in|for|belongs? to)\s+(?:my|our|me|mi|the)\s+(?:\w+\s+)?(?P<who>{KIN})\b"
    r"(?!\s+(?:who|to)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?;\n]")
_GOES_ON = re.compile(r"[\s,]*(?:and|&|plus|with|or)?\s*(?:(?:an?|bad|severe|mild|some|also)\s+)*", re.IGNORECASE)
_SAYS_OF_ME = re.compile(
    r"\b(?:says?|said|thinks?|tells?|told|worr\w+|reckons?|knows?|because|about|help\w*)\b", re.IGNORECASE
)


def whose_illness(text: str) -> str:
    """Who of theirs is said to be ill, in a word of theirs, "son"; empty where nobody is, and of one who died."""
    plain = text.replace("’", "'")
    lost = {one.who for one in told(text) if one.kind.startswith("bereavement")}
    whose = (_whose(plain, start, end) for _, start, end in _told_of_health(text))
    return next((who for who in whose if who and who not in lost), "")


def without_others_illness(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said`` without what somebody else has, and what a list goes on with: "my son has asthma and eczema"; what they
    have too stands in their own words.
    """
    more = any(not one.code.startswith((_HEALTH, *_OF_CARE)) for one in said)
    more |= len(text.split()) > _FEW and re.search(r"\b(?:we|us|our)\b", text, re.IGNORECASE) is None
    if (more or is_for_another(text)) and not tells_of_themselves(text):  # what is told is all of the one who is ill
        return list(said)
    kept, theirs_until = list[Concept](), -1
    for one in sorted(said, key=lambda one: one.start):
        if not one.code.startswith(_HEALTH) or one.polarity != "yes":
            kept.append(one)
            continue
        listed = theirs_until >= 0 and _GOES_ON.fullmatch(text[min(theirs_until, one.start) : one.start])
        if listed or _is_theirs(text, one):
            theirs_until = one.end
            kept += _own(text, one)
        else:
            kept.append(one)
    return kept


def _is_theirs(text: str, one: Concept) -> bool:
    """By the words that the lists know in it, where what was heard reaches further: "kids has adhd and dyslexia"."""
    within = [(a, b) for code, a, b in _told_of_health(text) if code == one.code and a < one.end and one.start < b]
    return all(_whose(text, a, b) for a, b in within or [(one.start, one.end)])


def _own(text: str, one: Concept) -> list[Concept]:
    """The same, where it is told once more, of themselves: "my mum has diabetes and I have diabetes too"."""
    again = ((a, b) for code, a, b in _told_of_health(text) if code == one.code and a >= one.end)
    return next(
        ([replace(one, start=a, end=b, words=text[a:b])] for a, b in again if _SELF.search(text[one.end : a])), []
    )


def _told_of_health(text: str) -> list[tuple[str, int, int]]:
    message = tokens(text)
    found = [one for one in books().concepts.find(message) if one.label.startswith(_HEALTH)]
    return [
        (one.label, message[one.start].start, message[one.end - 1].end)
        for one in found
        if not one.label.endswith(" no")
    ]


def _whose(text: str, start: int, end: int) -> str:
    if _OF_ME.search(text[start:end]):
        return ""
    first = max((found.end() for found in _SENTENCE.finditer(text, 0, start)), default=0)
    before, after = text[first:start], text[end:]
    found = _HAVE_IT.search(before) or _THEIRS.search(before)
    found = found or (_BEFORE_ONE.search(before) and _ONE.match(after)) or _OF_ONE.match(after)
    if found and _HEARS_OF_IT.search(before[: found.start()] if found.string is before else before):
        return ""
    if found and not _SAYS_OF_ME.search(found.group()):
        return _last_named(found.group())
    if _PRONOUN.search(before) and not _SELF.search(before):
        return _last_named(text[:first])
    return ""


def _last_named(words: str) -> str:
    named = [found.group() for found in _NAMED.finditer(words)]
    return _AS_CALLED.get(named[-1].casefold(), named[-1].casefold()) if named else ""


_HEARS_OF_IT = re.compile(r"\b(?:tell|told|telling|hear|hearing|see|seeing|from)\s*(?:my )?$", re.IGNORECASE)
_FEW = 12
"""Words of a message that tells no more than the illness."""
_SELF = re.compile(r"\b(?:i|i'm|im|i've|ive|my|me|mi)\b", re.IGNORECASE)
_OF_ME = re.compile(rf"\b(?:i|i'm|im|my|me|mi)\b(?! (?:\w+ ){{0,1}}{KIN}\b)", re.IGNORECASE)
_NAMED = re.compile(rf"\b{KIN}\b", re.IGNORECASE)
_AS_CALLED = {
    "hubby": "husband", "pickney": "child", "pikney": "child", "small one": "little one", "childrens": "children",
}  # fmt: skip
