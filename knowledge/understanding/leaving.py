"""Answers to "write it", "shall it go?" and "which number?" that are no words to pass on: they leave it, or let it go.

Each holds for whole messages only: a core that says it, and beside it nothing but small words that add nothing.
"""

from __future__ import annotations

import re
from typing import Literal

from knowledge.language.words import tokens
from knowledge.understanding.held_back import besides_holding_back, lets_them_have_it

_SMALL = frozenset(
    "no yes ok okay please thanks thank you i me my we it that this one them him her a an the then so just now "
    "for to do does be is am are will would can could may want like need have has get got actually really at all "
    "mate bro love darling dear sorry well oh alright right fine good go on ahead and there here of with in sure "
    "from maybe rather anything something must let us lord god sir miss sis luv make worry at all".split()
)
_SENDS = frozenset("send post submit deliver".split())
_PASSES_ON = _SENDS | frozenset("pass tell give forward share".split())
"""Of words to a place; of a letter "don't tell them that" is of a line in it."""
_NOT = frozenset("not never no none without".split())
_DROPS = frozenset("scrap bin cancel forget drop skip bother delete".split())
_LEAVES = (
    r"forget (?:about )?(?:it|this|that)|never ?mind(?: (?:it|this|that))?|(?:do not|not) bother(?: with (?:it|that))?"
    r"|not (?:need|want) (?:it|this|that|one|1|(?:the|a|any|no) (?:reminder|reminders|message))"
    r"|not (?:need|want) (?:you )?to remind(?: me)?|no (?:reminder|need)|not remind me"
    r"|not (?:want|like|wish|going|ready) to (?:say|tell|write|talk|share|explain|go into|get into)"
    r"|(?:drop|leave|skip|scrap) (?:(?:it|this|that)|the (?:matter|thing|subject|case))"
    r"|(?:do not|not|no) worry(?: about (?:it|that))?"
    r"|(?:will |can |shall )(?:remember|not forget)(?: (?:it|that))?(?: (?:by )?myself)?"
    r"|nothing (?:more|else)(?: to (?:say|tell|add))?|(?:that|it) is (?:all|it|enough)"
    r"|(?:say|said|told|tell|written|write) (?:enough|everything|it all|all)"
    r"|(?:i )?(?:have |am )?(?:finish|finished|done)"
)
_LEAVE = re.compile(rf"\b(?:{_LEAVES})\b")
_AS_IT_WAS = re.compile(
    r"\b(?:leave|keep|stay|want|like|prefer|use)\b.*\b(?:as|how|like|way) it (?:was|is|stood|stands|stand)\b"
    r"|\b(?:keep|leave|use|want|prefer|stay with|stick with)\b.*\b"
    r"(?:old|first|original|same|other|last) (?:one|1|line|words)\b"
    r"|\b(?:old|first|original) (?:one|line|words) (?:is|was)\b"
    r"|\b(?:how|what|the way) (?:you|it|i) (?:write|wrote|had|put|was|said|is)\b(?: (?:it|that))?(?: (?:before|first))?"
    r" (?:is |was )?(?:good|fine|better|right|ok|okay|enough)\b"
    r"|\bno changes?\b|\bnot (?:change|touch) (?:it|that|this|any\w*)\b"
)
_CHANGES = frozenset("change correct fix edit alter amend adjust modify tweak".split())
_OF_A_LETTER = frozenset(
    "letter bit piece part little line word words first up before some few other another things thing".split()
)
_LEAVES_IT = re.compile(r"\bleave (?:it|that|this|them)\b")
_NO_NUMBER = re.compile(
    r"\bnot? (?:\w+ ){0,5}(?:number|phone|mobile|telephone)\b|\bnot (?:\w+ ){0,3}(?:give|call|ring|be called|be rung)\b"
)
_LONGEST = 12
_CONSENT = ("i agree", "i agree send it")


def lets_be(text: str) -> bool:
    """Whether it says no more than that nothing is to be written: "nah forget it", "no, i have finished"."""
    said = _words(text)
    rest = _LEAVE.sub(" ", " ".join(said))
    return len(said) <= _LONGEST and rest != " ".join(said) and _is_small(rest.split(), "already part about anyone")


def on_sending(text: str, *, letter: bool = False) -> Literal["send", "leave"] | None:
    """What a message says of words that were shown, and nothing else: "yeah send it", "please do not send this".

    The words of consent to a letter are none of these; beside one "leave it out" may be said of a line.
    """
    said, verbs = _words(text), _SENDS if letter else _PASSES_ON
    joined = " ".join(said)
    if letter and ("letter" in said or "forward" in said):
        verbs = verbs | {"give", "forward"}
    rest = besides_holding_back(joined, letter=letter)
    is_asked = text.rstrip().endswith("?")
    if rest is not None and len(said) <= _LONGEST and not is_asked and _is_small(rest, "changed mind one letter"):
        return "leave"
    goes = (not letter and lets_them_have_it(joined)) or any(word in verbs for word in said)
    drops = any(word in _DROPS for word in said) or (not letter and _LEAVES_IT.search(joined) is not None)
    if joined in _CONSENT or len(said) > _LONGEST or is_asked or not (goes or drops):
        return None
    besides = "letter agree looks look correct" if letter else "message know hear see"
    if not _is_small([word for word in said if word not in verbs | _NOT | _DROPS], f"out off away leave {besides}"):
        return None
    return "leave" if drops or any(word in _NOT for word in said) else "send"


def keeps_it_as_it_was(text: str) -> bool:
    """Whether what a line is to read instead is that it is to stay: "actually just keep the old one"."""
    return len(_words(text)) <= _LONGEST and _AS_IT_WAS.search(" ".join(_words(text))) is not None


def would_change_it(text: str) -> bool:
    """Whether it asks to change the letter and does not say how: "i want to correct the letter"."""
    said = _words(text)
    rest = [word for word in said if word not in _CHANGES | _OF_A_LETTER]
    wishes = any(word in _CHANGES for word in said) and not any(word in _NOT for word in said)
    return wishes and len(said) <= _LONGEST and _is_small(rest)


def gives_no_number(text: str) -> bool:
    """Whether somebody who was asked for a number would rather not give one, or has none."""
    said = " ".join(_words(text))
    return not any(c.isdigit() for c in text) and (lets_be(text) or _NO_NUMBER.search(said) is not None)


def _words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


def _is_small(words: list[str], besides: str = "") -> bool:
    return all(word in _SMALL or word in besides.split() for word in words)
