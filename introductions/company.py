"""Who comes along the first time, in the third person and with the word that somebody has for them."""

from __future__ import annotations

import re

from introductions.templates import phrases
from knowledge.understanding.beside import helper_comes

_WHO = re.compile(
    r"\b(?:my|a|an|our)\s+(?P<who>(?:(?:big|little|older|younger|best|good|step|social|support|care|key|link|peer|community)[\s-]?)*"
    r"(?:daughter|son|sister|brother|mum|mother|mom|dad|father|gran\w*|nan|aunt\w*|uncle|cousin|niece|nephew|wife"
    r"|husband|partner|girlfriend|boyfriend|friend|mate|pal|neighbou?r|carer|worker|nurse|navigator|interpreter|child"
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
_I_COME = re.compile(
    r"\bi(?:'?m|'?d|'?ll| am)?\s+(?:(?:can|could|should|will|would|might|may|shall|do|only|just|want to|have to"
    r"|need to)\s+)*"
    r"(?:coming|come|be there|join)\b(?!\s+(?:\w+\s+)?with\b)",
    re.IGNORECASE,
)
_THEY_COME = re.compile(r"\b(?:she|he|they|them|her|him|both|two of us|we)\b", re.IGNORECASE)
_SENTENCES = re.compile(r"[.!?;\n]+")
_LOST = re.compile(
    r"\b(?:los(?:t|s of|ing|e)|bur(?:ied|ying)|miss(?:ed|ing)?|without|death of|passing of|funeral (?:of|for)"
    r"|split (?:up )?(?:from|with)|left|leaving|divorc\w+(?: from)?|griev\w+(?: for)?|mourn\w*(?: for)?)\s+$",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"^(?:[\s(,]+(?:he|she|they|who|\w+))??(?:['\u2019]?s)?\s+(?:(?:has|had|is|was|just|only|also|now|then|sadly|suddenly|recently|who|that)\s+)*"
    r"(?:died|dies|dead|dying|passed(?!\s+(?:her|his|the|my|a|an|it|me|by)\b)|pass(?:es)?\s*(?:$|[.,;!?]|away|on\b)"
    r"|deceased|gone\b(?!\s+to\b)|departed|late\b(?=\s*(?:$|[.,;!?]))|no longer (?:here|with us|alive)"
    r"|left\b(?!\s+(?:a|an|the|her|his|it|work|school)\b)|walked out|moved out)",
    re.IGNORECASE,
)
"""Who died, left or is lost comes along with nobody, whatever else is said of coming."""
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
    if not who or not (sure or _said_to_come(words) or does):
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
    named = [(one["who"].casefold(), _is_gone(words, one)) for one in _WHO.finditer(words)]
    lost = {who for who, gone in named if gone}
    return next((who for who, _ in named if who not in lost), "")


def _is_gone(words: str, who: re.Match[str]) -> bool:
    return _LOST.search(words[: who.start()]) is not None or _GONE.match(words[who.end() :]) is not None


def _said_to_come(words: str) -> bool:
    """In the sentence that names them, or in one that goes on about them: that somebody comes alone is said of none."""
    told = [one for one in _SENTENCES.split(words) if companion(one) or _THEY_COME.search(one)]
    return any(_COMES.search(_I_COME.sub(" ", one)) for one in told)
