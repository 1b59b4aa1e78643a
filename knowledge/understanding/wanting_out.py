"""Who would like to get out of the house a bit is met by what there is to go to: "maybe just get out a bit"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.understanding.model import Concept

_COMPANY, _FAR_FROM_WORK = "support.social_engagement", "stage.distant"
_ROOMS = r"(?:the|my|mi|this|these|dis|dem)\s+(?:\w+\s+)?(?:house|flat|home|room|yard|door|place|walls)\b"
_OUT = re.compile(
    rf"\b(?:get(?:s|ting)?|got|go(?:es|ing)?|be(?:ing)?)\s+(?:me |myself |back |just |right )*out(?:side|doors)?\b"
    r"(?!\s+(?:of\b|there\b|with my|wid mi|to work\b|drinking|clubbing|with (?:him|her)\b))"
    r"(?:\s+(?:and about|a (?:bit|little)(?: more)?|more|sometimes|somewhere)\b)?"
    rf"|\b(?:(?:get(?:s|ting)?|go(?:ing)?|come|coming|be(?:ing)?)\s+(?:me |myself )*)?out\s+(?:of\s+)?{_ROOMS}"
    rf"|\bleav(?:e|ing)\s+{_ROOMS}|\bout and about\b|\bout of (?:these )?four walls\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|hardly|barely|rarely|seldom|can'?t|cannot|cyaan|don'?t|dont|dnt|won'?t|didn'?t|haven'?t|ain'?t"
    r"|unable|stopped|scared|afraid|frightened|terrified|nervous|anxious|hard|struggl\w+|difficult|no fit|when|if"
    r"|used to)\b(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)
"""Said shortly before it: "i dont get out much", "scared to go out"."""
_HARD = re.compile(
    r"^(?:\W+\w+){0,2}?\W+(?:(?:is|are|feels?|gets?|can be)\s+(?:\w+\s+){0,2}?"
    r"(?:hard|difficult|scary|tough|impossible|a struggle|too much|frightening)|scares?|frightens?|terrif\w+"
    r"|panics?)\b",
    re.IGNORECASE,
)
"""Said right after it: "going out is hard"."""
_AND_WOULD = re.compile(
    r"^(?:\W+\w+){0,3}?\W+(?:(?:and|but|so)\W+)?(?:i\s*)?(?:'?d|would|want)\b(?:\s+(?:really|so|like|love))*\s+to"
    r"(?:\s+(?:more|again))?\W*(?:$|[.,;!\n])",
    re.IGNORECASE,
)
"""Wished for after all: "i dont get out much and id like to"."""
_STOPS = re.compile(r"[.,;:!?\n]|\b(?:but|and|so|cos|because)\b", re.IGNORECASE)
_WISHED = re.compile(
    r"\b(?:want|wanna|would|like|love|need|wish|hope|hoping|maybe|try|trying|fancy|aim|start|could do with|happy"
    r"|just)\b|'d\b",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"\b(?:people|ppl|peeps|persons?|folks?|friends?|mates|compan\w+|faces|others|someone|somebody|talk|chat\w*|lonely"
    r"|groups?|clubs?|meet\w*|social\w*)\b",
    re.IGNORECASE,
)
_NEAR = 60
"""Characters within which another wish for company is told in the same breath."""


def wants_out(text: str) -> re.Match[str] | None:
    """The words that wish for it; none where they tell that it is hard, or does not happen."""
    plain = text.replace("’", "'")
    for found in _OUT.finditer(plain):
        before = _STOPS.split(plain[: found.start()])[-1]
        after = _STOPS.split(plain[found.end() :])[0]
        hard = _NOT.search(before) or _HARD.search(after)
        if not hard or _AND_WOULD.search(plain[found.end() :]):
            return found
    return None


def wants_company_too(words: str) -> bool:
    """Whether the same words wish for people: "get out a bit see people"."""
    return _OF_PEOPLE.search(words) is not None


def as_wanting_out(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said`` with the words of that wish, where a wish for company was heard in or beside them; who spoke of it as
    wished for, and of no other help, would like it.
    """
    found = wants_out(text)
    wished = [one for one in said if one.code.startswith("support.") and one.polarity == "yes"]
    if found is None:
        return list(said)
    if any(one.code == _COMPANY for one in wished):
        return [_in_one_breath(text, one, found) if one in wished and one.code == _COMPANY else one for one in said]
    far = any((one.code, one.polarity) == (_FAR_FROM_WORK, "yes") for one in said)
    if wished or not far or not _WISHED.search(_STOPS.split(text[: found.start()])[-1]):
        return list(said)
    return [*said, Concept(_COMPANY, "yes", found.start(), found.end(), text[found.start() : found.end()])]


def _in_one_breath(text: str, said: Concept, found: re.Match[str]) -> Concept:
    start, end = min(said.start, found.start()), max(said.end, found.end())
    if end - start > _NEAR:
        start, end = found.span()
    return replace(said, start=start, end=end, words=text[start:end])
