"""Who comes along the first time, in the third person and with the word that somebody has for them."""

from __future__ import annotations

import re

from introductions.templates import phrases
from knowledge.understanding.beside import helper_comes

_WHO = re.compile(
    r"\b(?:my|a|an|our)\s+(?P<who>(?:(?:big|little|older|younger|best|good|step|social|support|care|key|link|peer|community)[\s-]?)*"
    r"(?:daughter|son|sister|brother|mum|mother|mom|dad|father|gran\w*|nan|aunt\w*|uncle|cousin|niece|nephew|wife"
    r"|husband|partner|girlfriend|boyfriend|friend|mate|pal|neighbour|carer|worker|nurse|navigator|interpreter|child"
    r"|companion|advocate|volunteer|pastor|imam|priest|(?:in-law)))(?:[\s-]in[\s-]law)?\b",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(?:comes?|coming|come along|with me|brings?|bringing|be there|joins?|joining|accompan\w+)\b", re.IGNORECASE
)
_COMES_NOT = re.compile(
    r"\b(?:can'?t|cannot|can not|won'?t|will not|isn'?t|is not|not|doesn'?t|does not|never|no longer)\s+"
    r"(?:be\s+|want to\s+)?(?:com(?:e|es|ing)|join\w*|bring\w*|be there|make it)\b",
    re.IGNORECASE,
)
COMES = "comes"
"""The field of such a fact; its value is the letter's line."""
_DOES = {
    "translates": r"\b(?:translat|interpret)\w*", "drives": r"\b(?:drives?|driving)\b",
    "speaks for them": r"\b(?:speaks?|talks?) for me\b", "reads for them": r"\breads? (?:it |things )?(?:for|to) me\b",
}  # fmt: skip


def comes_along(words: str, *, sure: bool = False) -> str:
    """The letter's line; empty where the words are not about somebody who comes along.

    ``sure``: they were asked who.
    """
    who = companion(words)
    does = [name for name, shape in _DOES.items() if re.search(shape, words, re.IGNORECASE)]
    if not who or not (sure or _COMES.search(words) or does):
        return ""
    if does:
        return str(phrases()["comes_and"]).format(who=who, does=does[0])
    return str(phrases()["comes"]).format(who=who)


def comes_told(words: str, *, helper: bool = False) -> str | None:
    """As ``comes_along``; empty where somebody does not come after all, None where they say nothing of it.

    ``helper``: whoever writes helps the person, and may come along themselves; who they are no letter says.
    """
    if helper and helper_comes(words):
        return str(phrases()["somebody_comes"])
    if _COMES_NOT.search(words):
        return "" if companion(words) else None
    return comes_along(words) or None


def companion(words: str) -> str:
    """Their word for who it is: "daughter"; empty where they name nobody."""
    found = _WHO.search(words)
    return found["who"].casefold() if found else ""
