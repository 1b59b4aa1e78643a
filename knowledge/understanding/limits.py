"""A limit to what somebody can do at a time or in a day, as they set it: "not more than two hours", "20 mins max"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.understanding.model import Concept

PART_TIME = "constraint.part_time"
_NUMBER = (
    r"(?:\d{1,2}(?:\.5)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty"
    r"|forty|fifty)(?: and a half)?"
)
_SPAN = rf"(?:half an hour|an hour(?: and a half)?|a couple of hours|{_NUMBER}\s?(?:hours?|hrs?|minutes?|mins?)\b)"
_EACH = (
    r"(?:at a time|at once|in one go|in a go|in a row|at a stretch|a day|per day|each day|every day|in a day|a week"
    r"|per week|each week|in a week|a session|per session|each time|a shift)\b"
)
_DOING = r"(?:sitting|standing|working|work|concentrating|typing|talking|screen time)\b"
_ABOUT = r"(?:about |around |like |maybe |say )?"
_HOW_LONG = rf"{_ABOUT}(?P<span>{_SPAN})(?:\s+(?:of )?(?P<of>{_DOING}))?(?:\s+(?P<each>{_EACH}))?"
_AT_MOST = r"(?:max(?:imum)?|tops|at (?:the )?most|is (?:about )?(?:my|the|his|her) (?:limit|max|most))"
_NOT = r"(?:no|not|never|can'?t|cannot|cyaan|couldn'?t|don'?t|won'?t|unable to|nothing)"
_FEW_WORDS = r"(?:\s+(?!but\b|and\b|than\b)[\w']+){0,5}?"
_MORE = r"(?:more|longer) (?:than|then)"
_VERB = r"(?:sit|stand|work|concentrate|type|focus)"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?:\b{_VERB}\s+(?:for\s+)?)?\b{_NOT}\b{_FEW_WORDS}\s+(?:for )?{_MORE}\s+{_HOW_LONG}",
        rf"\b(?:at (?:the )?most|max(?:imum)?(?: of)?|up to|limit(?:ed)? (?:of|is|to))\s+{_HOW_LONG}",
        rf"\b{_HOW_LONG}\s*,?\s*{_AT_MOST}\b(?:\s+(?P<behind>{_EACH}))?",
        rf"\b(?:can|could) only\s+(?:really )?(?:do|manage|{_VERB}|cope with|last)\s+(?:up )?(?:for )?{_HOW_LONG}",
    )
)
_NO_LIMIT = re.compile(
    r"\s*(?:away|walk\w*|on (?:the|a) (?:bus|train|tube)|by (?:bus|train)|bus|drive|journey|travel\w*|from\b|notice"
    r"|late|early|ago|old|sleep|of sleep|wait\w*|before|after)\b",
    re.IGNORECASE,
)
_OF_ELSE = re.compile(r"\b(?:walk|travel|sleep|slept|wait|waited|drive|journey|queue)\w*\b", re.IGNORECASE)
_DOES = {"sit": "sitting", "stand": "standing", "concentrate": "concentrating", "type": "typing"}
_AT_A_TIME = re.compile(r"at once|in (?:one|a) go|in a row|at a stretch|each time", re.IGNORECASE)


def limit_in(words: str) -> str:
    """As it reads in a list: "no more than two hours of sitting at a time"; empty where the words set no limit."""
    return ", ".join(dict.fromkeys(_reads(found) for found in _limits(words.replace("’", "'"))))


def limits_heard(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, with the whole of a limit in place of the hours in it, which are none that somebody asks for."""
    plain = text.replace("’", "'")
    found = sorted(_limits(plain), key=lambda one: one.start())
    if not found:
        return list(said)
    start, end = found[0].start(), max(one.end() for one in found)
    within = [one for one in said if one.code == PART_TIME and one.start < end and start < one.end]
    if not within and "hour" not in plain[start:end].casefold():
        return list(said)
    heard = Concept(PART_TIME, "yes", start, end, text[start:end])
    kept = [one for one in said if one.code != PART_TIME]
    return sorted([*kept, heard], key=lambda one: (one.start, one.end, one.code, one.polarity))


def is_of_a_week(limit: str) -> bool:
    """Whether it tells of a week's work, and so nothing of what a body can do."""
    return limit.endswith("week")


def _limits(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for found in sorted((one for shape in _SHAPES for one in shape.finditer(text)), key=lambda one: one.start()):
        before = text[found.start() : found.start("span")]
        if found.start() >= end and not _NO_LIMIT.match(text[found.end() :]) and not _OF_ELSE.search(before):
            end = found.end()
            yield found


def _reads(found: re.Match[str]) -> str:
    verb = re.search(rf"\b{_VERB}\b", found.group()[: found.start("span") - found.start()], re.IGNORECASE)
    doing = (found["of"] or "").casefold() or (_DOES.get(verb.group().casefold(), "") if verb else "")
    each = (found["each"] or found.groupdict().get("behind") or "").casefold()
    each = "at a time" if _AT_A_TIME.search(each) else re.sub(r"^(?:per|each|every|in a) ", "a ", each)
    parts = ("no more than", found["span"].casefold(), f"of {doing}" if doing else "", each)
    return " ".join(part for part in parts if part)
