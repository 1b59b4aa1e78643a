"""What somebody says of their standing in a trade, beside its name: "chartered", "head", "22 years"."""

from __future__ import annotations

import re

_RANK = (
    r"(?:(?:newly |fully )?(?:chartered|certified|registered|qualified|licensed|trained)|senior|junior|head|lead"
    r"|principal|chief|deputy|assistant|associate|executive|master|trainee|apprentice|student|specialist|consultant"
    r"|supervising|self[- ]?employed|freelance|agency|supply|locum|night|retired|former|ex)"
)
_RANKED = re.compile(rf"\b(?P<rank>(?:{_RANK}[\s-]+)+(?:[a-z]+ )?)$", re.IGNORECASE)
"""One word more may stand between: "chartered building surveyor"."""
_PROFESSION = (
    r"(?:(?:newly |fully )?(?:chartered|certified|registered|qualified|licensed)|retired|self[- ]?employed|freelance)"
)
_RANKED_AFTER = re.compile(
    rf"^\s*[,(]\s*(?P<rank>{_PROFESSION})(?=[,).;!]|$|\s+(?:and|now|for|with|\d))[,)]?", re.IGNORECASE
)
"""Behind the trade: "surveyor, chartered"."""
_WHO_DOES_IT = re.compile(r"(?:\w{3}(?:er|or|ist|ian|ant|eer)|nurse|chef|cook|clerk)$", re.IGNORECASE)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_NUMBER = (
    rf"(?:\d{{1,2}}\+?|(?:twenty|thirty|forty|fifty)(?:[ -](?:{_ONES}))?|{_ONES}|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_NO_WORK = r"['’]? (?:old|ago|back|off|later|since|without|out|unemployed)"
_YEARS = rf"(?P<years>(?:(?:over|nearly|almost|about|more than) )?{_NUMBER} (?:years?|yrs?))\b(?!{_NO_WORK})"
_AT_A_PLACE = rf"(?:(?:at|in|with|for|on) (?:an? |the |my |one )?(?:(?!{_NUMBER}\b)[\w'’-]+ ){{1,3}})?"
_AFTER = re.compile(
    r"^(?:\s+as an? [\w'-]+)?"
    r"(?:[\s,]+(?:by trade|for a living|work|and|there|now|been one|doing it|doing that|in all)\b)*[\s,(]+"
    rf"{_AT_A_PLACE}(?:for |of |with |been (?:doing it|one|there) (?:for )?)?{_YEARS}",
    re.IGNORECASE,
)
_AS_A_SENTENCE = re.compile(
    rf"^\.\s+{_YEARS}(?=\s*(?:[.,;!]|$|man and boy|in the (?:trade|job)|at it|of it))", re.IGNORECASE
)
"""Behind a trade that stands alone: "Plasterer. Thirty three years"."""
_OF_IT = re.compile(
    rf"^[^.!?]{{0,60}}?[\s,]{_YEARS}\s+(?:at it|of it|doing it|in it|in the (?:job|trade))\b", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"\b{_YEARS}['’]?[\s,]+"
    r"(?:(?:experience|now|i|i'?ve|have|was|been|worked|working|work|spent|did|as|of|in|being|doing)\s+)*"
    rf"(?:(?:an?|the)\s+)?(?:[\w'’-]+\s+)?(?:{_RANK}[\s-]+)*$",
    re.IGNORECASE,
)


def with_standing(text: str, words: str) -> str:
    """``words``, a trade that the message names, with its rank and years: "chartered accountant for 22 years"."""
    at = text.casefold().find(words.casefold())
    if not words or at < 0:
        return words
    before, after = text[:at], text[at + len(words) :]
    behind = _RANKED_AFTER.match(after) if _WHO_DOES_IT.search(words) else None
    after = after[behind.end() :] if behind else after
    if behind and not after[:1].isspace():
        after = f" {after}"
    rank, years = (
        _RANKED.search(before),
        _AFTER.match(after) or _AS_A_SENTENCE.match(after) or _OF_IT.match(after) or _BEFORE.search(before),
    )
    rank = rank or behind
    named = f"{rank['rank'].strip().casefold()} {words}" if rank else words
    return f"{named} for {years['years'].casefold().replace('yrs', 'years')}" if years else named
