"""Answers to "write it" and "which number?" that are no words to pass on: they leave it as it was.

Each holds for whole messages only: a core that says it, and beside it nothing but small words that add nothing.
"""

from __future__ import annotations

import re

from knowledge.understanding.small_words import LONGEST, NOT, is_small, words_of

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
    r"|^(?:(?:no|nah|ok|okay|oh|just|actually|please) )*(?:leave (?:it|that|dat)|never ?mind(?: (?:it|that))?"
    r"|forget (?:it|that)|go back|cancel)(?: (?:please|then|now|thanks|alone))*$"
    r"|\bno changes?\b|\bnot (?:change|touch) (?:it|that|this|any\w*)\b"
)
_CHANGES = frozenset("change correct fix edit alter amend adjust modify tweak".split())
_OF_A_LETTER = frozenset(
    "letter bit piece part little line word words first up before some few other another things thing".split()
)
_NO_NUMBER = re.compile(
    r"\bnot? (?:\w+ ){0,5}(?:number|phone|mobile|telephone)\b|\bnot (?:\w+ ){0,3}(?:give|call|ring|be called|be rung)\b"
    r"|^(?:no|nah|nope|not)(?: (?:no|thanks|thank you|ta|sorry|not|now|really|nope))*$"
)


def lets_be(text: str) -> bool:
    """Whether it says no more than that nothing is to be written: "nah forget it", "no, i have finished"."""
    said = words_of(text)
    rest = _LEAVE.sub(" ", " ".join(said))
    return len(said) <= LONGEST and rest != " ".join(said) and is_small(rest.split(), "already part about anyone")


def keeps_it_as_it_was(text: str) -> bool:
    """Whether what a line is to read instead is that it is to stay: "actually just keep the old one"."""
    return len(words_of(text)) <= LONGEST and _AS_IT_WAS.search(" ".join(words_of(text))) is not None


def would_change_it(text: str) -> bool:
    """Whether it asks to change the letter and does not say how: "i want to correct the letter"."""
    said = words_of(text)
    rest = [word for word in said if word not in _CHANGES | _OF_A_LETTER]
    wishes = any(word in _CHANGES for word in said) and not any(word in NOT for word in said)
    return wishes and len(said) <= LONGEST and is_small(rest)


def gives_no_number(text: str) -> bool:
    """Whether somebody who was asked for a number would rather not give one, or has none."""
    said = " ".join(words_of(text))
    return not any(c.isdigit() for c in text) and (lets_be(text) or _NO_NUMBER.search(said) is not None)
