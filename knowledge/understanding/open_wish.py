"""A wish that no code of ours holds, in its own words: "use my skills again", "run a 10k for the hospice"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LEAD = re.compile(
    r"\b(?:(?:i|we)(?:'?d| would)(?: (?:really|just|so|quite|still|maybe|also))* (?:like|love) to"
    r"|(?:i|we) (?:(?:really|just|so|still|do|only|also) )*(?:want to|wanna|wan|hope to|dream of|long to)"
    r"|(?:i am|i'?m|im) (?:(?:really|still|just) )?(?:hoping|longing|keen|aiming|dying) to"
    r"|my (?:hope|aim|dream|goal|wish|plan) (?:is|would be|was always) to"
    r"|i wish i (?:could|can))\s+(?P<what>(?P<verb>[a-z][a-z'-]*)\b[^.,;:!?\n]*)",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s+(?:but|because|cos|coz|cuz|so|if|though|although|when|since|perhaps|maybe|and (?:i|im|i'm|maybe|perhaps)"
    r"|or (?:maybe|perhaps)|please|pls|thanks|thank you|tho|really|lol)\b.*$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\b(?:not|dont|never|no longer|used to|thought|said|says|told(?: me| them)?|if|when)|n't)\s*(?:that )?$",
    re.IGNORECASE,
)
_OF_THIS_TALK = frozenset(
    "know ask see say tell talk speak chat hear stop skip change cancel delete go leave wait think thank apologise "
    "apologize understand check find send start come visit have look keep give pick choose sign apply introduce take "
    "add write put read call ring phone text message complain report meet join try do use_this hide forget undo repeat "
    "continue carry begin end finish quit pause share show correct fix mention explain point make_sure opt".split()
)
"""What somebody says of the talk itself, or of what is offered in it."""
_VAGUE = frozenset(
    "be become feel get cope live improve sort move work train survive manage belong matter exist rest sleep die kill "
    "hurt disappear vanish jump cut end hit burn smash punch stab strangle slap throw run cry scream switch "
    "hold".split()
)
"""A state that everybody wishes for, which tells of no direction; what is known otherwise ("work", "be a pilot");
and what may mean harm.
"""
_NO_VERBS = frozenset("but before first not never enter too also so i to the a my".split())
_NONE = _OF_THIS_TALK | _VAGUE | _NO_VERBS
_UNENDED = frozenset("with to for of em them it that this him her me in on at lose".split())
"""What ends so was cut short, or speaks of something said before."""
_FEWEST, _MOST = 2, 9
"""Words of a wish. One alone ("to paint") is a liking, and what runs on is a story."""


def open_wish(text: str, heard: Iterable[str]) -> str:
    """Behind "I would like to"; empty where there is none, or where words that were ``heard`` tell what it is."""
    plain = text.replace("’", "'")
    known = [words.casefold() for words in heard if words]
    for one in _LEAD.finditer(plain):
        words = _END.sub("", one["what"]).strip()
        if (
            one["verb"].casefold() not in _NONE
            and _FEWEST <= len(words.split()) <= _MOST
            and words.split()[-1].casefold() not in _UNENDED
            and not _DENIED.search(plain[: one.start()])
            and not any(told in words.casefold() or words.casefold() in told for told in known)
        ):
            return words
    return ""
