"""Times that are said in so many words, whatever else is heard beside them: "mornings is GOOD", "mornin no good.
aftanoon", and hours from one to another, "between nine and half past two".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from knowledge.understanding.model import Concept, Polarity
from knowledge.understanding.week import TIMES

_MORNINGS, _DAYTIME, _LATE = "constraint.not_mornings", "constraint.daytime_only", "constraint.evenings_weekends"
_NAMES = {
    "morning": r"m(?:o|a)r?nin(?:g|')?s?",
    "afternoon": r"aft(?:er|a|ah|uh)?[ -]?no+ns?",
    "evening": r"ev(?:e|i)?nin(?:g|')?s?",
    "weekend": r"week ?ends?",
}
_PART = rf"\b(?P<part>{'|'.join(_NAMES.values())})\b"
_WELL: dict[str, tuple[str, Polarity]] = {
    "morning": (_DAYTIME, "yes"),
    "afternoon": (_MORNINGS, "yes"),
    "evening": (_LATE, "yes"),
    "weekend": (_LATE, "yes"),
}
_ILL: dict[str, tuple[str, Polarity]] = {
    "morning": (_MORNINGS, "yes"),
    "afternoon": (_MORNINGS, "no"),
    "evening": (_LATE, "no"),
    "weekend": (_LATE, "no"),
}
_NAY = r"(?:no|not|nuh|nah|never|neva|isn'?t|aren'?t|doesn'?t|don'?t|dont|doesnt|won'?t|cannot|can'?t|cyaan|cyan)"
_GOOD = (
    r"(?:good|gud|best|better|fine|ok|okay|great|perfect|ideal|easier|easiest|suits?|work(?:s|ing)? (?:best|better|for)"
    r"|at (?:my|his|her|their) best)"
)
_BETWEEN = r"(?:(?:time|times|is|are|a|be|r|it|it'?s|i|i'?m|am|im|he|he'?s|she|she'?s|they|would|will|dem|dey|de|really"
_BETWEEN += r"|always|much|so|very|all|do|does|for|me|mi|him|her|when|the|too)\s+){0,4}"
_GOOD_AFTER = re.compile(rf"{_PART}(?:'s)?\s+{_BETWEEN}{_GOOD}\b(?! (?:if|when|with|at)\b)", re.IGNORECASE)
_BAD_AFTER = re.compile(
    rf"{_PART}(?:'s)?\s+{_BETWEEN}{_NAY}\s+{_BETWEEN}(?:any\s+)?(?:{_GOOD}|for (?:me|him|her|mi))\b(?! (?:if|when)\b)",
    re.IGNORECASE,
)
_GOOD_BEFORE = re.compile(
    rf"\b(?:best|better|good|fine|ok|okay|prefer|suits?)\s+"
    r"(?:(?:time|times|is|are|of|day|for|me|mi|him|her|them|fi|would|be|part)\s+){0,5}"
    rf"(?:(?:in|for|on|is|are|inna|di|the|a|me|mi|him|her)\s+){{1,3}}{_PART}\W*$",
    re.IGNORECASE,
)
_BAD_BEFORE = re.compile(
    rf"\b{_NAY}\s+(?:(?:do|in|on|the|any|di|inna|make|manage|come|want)\s+){{0,3}}{_PART}\s*(?:pls|please|time)?\W*$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^\W*(?:(?:no|nah|yes|but|and|so|please|pls|just|only|it|i|mi|me|he|she|fi|to|should|must|say|sey|said|mean|meant"
    rf"|wan|want|can|could|do|come|manage|make|put|change|wrong|times?|the|on|at|in|it'?s|is|are|then)\W+)*{_PART}(?:\s+(?:please|pls|instead|then|time|only))*\W*$",
    re.IGNORECASE,
)
_UNWELL = (
    r"(?:shak\w+|stiff\w*|groggy|sick|ill|slow|dizzy|faint|rough|sore|foggy|fuzzy|zonked|wiped|spaced|shattered|knackered"
    r"|exhausted|in (?:so much |a lot of )?pain|a mess|no good|useless|not right)"
)
_ILL_IN = re.compile(rf"\b{_UNWELL}\b[^.,;:!?\n]{{0,12}}?\b(?:in|of|on|inna)\s+(?:the |a |di )?{_PART}", re.IGNORECASE)
_ILL_AFTER = re.compile(rf"{_PART}\s+(?:i'?m|im|i am|i feel|i get|mi)\s+(?:\w+\s+)?{_UNWELL}\b", re.IGNORECASE)
"""A time at which they are ill does not suit: "shaky in the morning"."""
_CLAUSE = re.compile(r"[^.,;:!?\n]+(?:[.,:](?=\d)[^.,;:!?\n]*)*[.,;:!?\n]*")
_SPLIT = re.compile(r"\s+(?:but|because|cos|cause|though|so)\s+", re.IGNORECASE)


class _Said(NamedTuple):
    part: str
    suits: bool
    start: int
    end: int
    words: str
    plainly: bool
    """Not a part alone, which counts beside one that is judged."""


def of_parts(text: str) -> list[_Said]:
    """The parts of a day that are said to suit or not, clause by clause; none where nothing is said of any."""
    found = _found(text)
    return found if any(one.plainly for one in found) else []


def _found(text: str) -> list[_Said]:
    return [one for start, clause in _clauses(text.replace("’", "'")) if (one := _of_clause(clause, start))]


_OF_TIMES = re.compile(r"\b(?:times?|wrong|sa(?:y|id)|sey|meant?)\b", re.IGNORECASE)
_TOO = re.compile(r"\b(?:too|also|as well|either|only)\b", re.IGNORECASE)


def put_right(text: str) -> str:
    """How a line of times reads by such words, where they say which suit: "afternoons, not mornings"."""
    found = _found(text)
    well = list(dict.fromkeys(f"{one.part}s" for one in found if one.suits))
    plain = any(one.plainly for one in found) or _OF_TIMES.search(text)
    if not well or not plain or _TOO.search(text):
        return ""
    ill = list(dict.fromkeys(f"not {one.part}s" for one in found if not one.suits))
    return ", ".join([" and ".join(well), *ill])


def names_a_part(text: str) -> bool:
    return re.search(_PART, text, re.IGNORECASE) is not None


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    for found in _CLAUSE.finditer(text):
        if found.group().rstrip().endswith("?"):
            continue
        at = found.start()
        for piece in _SPLIT.split(found.group()):
            start = text.index(piece, at)
            yield start, piece
            at = start + len(piece)


def _of_clause(clause: str, start: int) -> _Said | None:
    if len({_named(one["part"]) for one in re.finditer(_PART, clause, re.IGNORECASE)}) != 1:
        return None
    for shape, suits, plainly in (
        (_ILL_IN, False, True),
        (_ILL_AFTER, False, True),
        (_BAD_AFTER, False, True),
        (_GOOD_AFTER, True, True),
        (_BAD_BEFORE, False, True),
        (_GOOD_BEFORE, True, True),
        (_BARE, True, False),
    ):
        found = shape.search(clause)
        if found and not (suits and shape is _GOOD_BEFORE and re.search(rf"\b{_NAY}\b", clause[: found.start()])):
            return _Said(
                _named(found["part"]), suits, start + found.start(), start + found.end(), found["part"], plainly
            )
    return None


def _named(part: str) -> str:
    return next(name for name, shape in _NAMES.items() if re.fullmatch(shape, part, re.IGNORECASE))


AFTERNOONS = "afternoons, not mornings"
"""The words of who says both."""


_NEVER_SAID = re.compile(
    rf"\b(?:did not|didn'?t|didnt|never|neva|nuh|nah)\s+(?:say|sey|said|ask|mention|mean|want)\s+"
    rf"(?:\w+\s+){{0,2}}?{_PART}",
    re.IGNORECASE,
)


_HARD_THEN = re.compile(
    rf"{_PART}(?:'s)?\s+(?:is|are|feel|get|be|a|does|do|drag)?\s*(?:the|so|too|very|when it'?s|always|really)?\s*"
    r"(?:worst|hardest|longest|loneliest|lonely|long|quiet|empty|drag|dead)\b",
    re.IGNORECASE,
)
"""Evenings that are hard to get through alone are no times that suit, or do not."""


def parts_said(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, with these times in place of others that are heard, which are no hours."""
    parts = of_parts(text)
    never = [found.span() for found in _NEVER_SAID.finditer(text.replace("’", "'"))]
    never += [found.span() for found in _HARD_THEN.finditer(text) if _named(found["part"]) in ("evening", "weekend")]
    said = [c for c in said if c.code not in TIMES or not any(a < c.end and c.start < b for a, b in never)]
    if not parts:
        return list(said)
    judged, meant = {one.part for one in parts}, dict[str, Concept]()
    for one in parts:
        code, polarity = (_WELL if one.suits else _ILL)[one.part]
        words = text[one.start : one.end].strip(" .,;:!?\n")
        if one.suits:
            words = one.words if one.words.casefold().rstrip("s") == one.part else f"{one.part}s"
        before = meant.get(code)
        other = (c for c in said if (c.code, c.polarity) == (code, "yes") and _tells_more(c.words, judged))
        if polarity == "no" and (before is not None or any(other)):
            continue  # evenings and weekends share a code
        if before is not None and {one.part, *_parts_of(before, parts)} == {"morning", "afternoon"}:
            words = AFTERNOONS
        same = [c for c in said if (c.code, c.polarity) == (code, polarity)]
        fits = [c for c in same if (_HOUR_IN.search(c.words) if one.suits else _over(c, one))]
        heard = fits[0] if fits and before is None else None
        meant[code] = heard or Concept(code, polarity, one.start, one.end, words)
    kept = [c for c in said if c.code not in TIMES or (c.code not in meant and _tells_more(c.words, judged))]
    return sorted([*kept, *meant.values()], key=lambda c: (c.start, c.end, c.code, c.polarity))


def is_denied(answer: str, said: Sequence[Concept]) -> bool:
    """Whether a part of the day, picked by its name, is one at which they are ill: "shaky in the morning"."""
    part = answer.removesuffix("s")
    told = {(one.code, one.polarity) for one in said}
    return part in _ILL and _ILL[part] in told and _WELL[part] not in told


def _tells_more(words: str, judged: set[str]) -> bool:
    named = {_named(one["part"]) for one in re.finditer(_PART, words, re.IGNORECASE)}
    return bool(named - judged or (not named and _HOUR_IN.search(words)))


def _parts_of(concept: Concept, parts: Sequence[_Said]) -> set[str]:
    return {one.part for one in parts if _over(concept, one)}


def _over(concept: Concept, one: _Said) -> bool:
    return concept.start < one.end and one.start < concept.end


_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HOUR = (
    rf"(?:(?:half|quarter)\s+(?:past\s+|to\s+)?)?(?:\d{{1,2}}(?:[:.]\d\d)?|{_NUMBER}|noon|midday)"
    r"(?:\s*(?:[ap]\.?m\b\.?|o'?clock\b))?(?![\w:]|\.\d)"
)
_HOUR_IN = re.compile(rf"(?:\d|\b(?:{_NUMBER}|noon|midday)\b)", re.IGNORECASE)
_RANGE = re.compile(
    rf"(?<![\w:.])(?:(?:between|from)\s+)?{_HOUR}\s*(?:-|–|to|til|till|until|and)\s*{_HOUR}", re.IGNORECASE
)
_OF_A_CLOCK = re.compile(r"between|from|until|til|half|quarter|\d[:.]\d\d|[ap]\.?m\b|clock|noon|midday", re.IGNORECASE)
_SINCE = re.compile(
    rf"(?:after|before|from|until|till?|by|past|around|about)\s+(?:about |around )?{_HOUR}|\d[\d:.]*\s*[ap]\.?m",
    re.IGNORECASE,
)
_NEAR = 40


def hours_in(words: str) -> str:
    """The hours from one to another that the words name, or else "after ten", where that is all that they say."""
    told = words.strip(" .,;:!?\n").casefold()
    found = _RANGE.search(told)
    if found and (_OF_A_CLOCK.search(found.group()) or found.group() == told):
        return found.group()
    return told if _SINCE.fullmatch(told) or _LATE_MORNINGS.fullmatch(told) else ""


_LATE_MORNINGS = re.compile(
    r"(?:late|later|mid)[ -]?mornings?(?:, not before [\w: ]+)?|mornings?, not before [\w: ]+", re.IGNORECASE
)


def hours_said(text: str, said: Sequence[Concept]) -> list[Concept]:
    """``said``, with the whole of the hours in the words of a time of which only the first was heard."""
    found = next((one for one in _RANGE.finditer(text) if _OF_A_CLOCK.search(one.group())), None)
    if found is None:
        return list(said)
    return [_whole(text, one, found) for one in said]


def _whole(text: str, one: Concept, hours: re.Match[str]) -> Concept:
    if one.code not in TIMES or one.polarity != "yes" or re.search(_PART, one.words, re.IGNORECASE):
        return one
    start, end = hours.span()
    between = text[min(one.end, end) : max(one.start, start)]
    if not _HOUR_IN.search(one.words) and not re.search(r"[.!?\n]", between) and len(between) <= _NEAR:
        start, end = min(one.start, start), max(one.end, end)
    return replace(one, start=start, end=end, words=text[start:end])
