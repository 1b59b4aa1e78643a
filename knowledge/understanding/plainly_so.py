"""What is believed as it stands, whatever the network says: a trade, who cannot be left, what is past and over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.understanding.model import Concept

_TRADE = re.compile(
    r"(i'?m|i am|i was|am|was|ran|run|running|work(ed|ing)?( as)?|(years?|yrs) (in|as|at))\b.*\s\S+", re.IGNORECASE
)


def is_trade(one: Concept) -> bool:
    """What somebody is or did for a living is believed as it stands: "I'm a printer", "20 years in print"."""
    return one.code.startswith("interest.") and one.polarity != "no" and bool(_TRADE.fullmatch(one.words))


_SAID_OF_A_TRADE = re.compile(
    r"(?:\b(?:chartered|certified|registered|qualified|licensed)|\b(?:years?|yrs) (?:as|being) (?:an?|the))\s+"
    r"(?:[\w'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_WHO_DOES_IT = re.compile(r"\b(?:\w{3,}(?:er|or|ist|ian|ant|eer)|nurse|chef|cook|clerk)$", re.IGNORECASE)


def is_called_a_trade(text: str, one: Concept) -> bool:
    """Nor is one that they are chartered in, or were for years: "22 years as a surveyor"."""
    named = one.code.startswith("interest.") and one.polarity != "no" and _WHO_DOES_IT.search(one.words)
    return bool(named) and _SAID_OF_A_TRADE.search(text[: one.start]) is not None


_NAMES_NOTHING = re.compile(r"(?:my |the |a |your )?(?:trade|profession|occupation|line of work)", re.IGNORECASE)


def names_nothing(one: Concept, text: str) -> bool:
    """Whether no thing is named that somebody could like, "put my trade back", or no wish for company or work: "would
    like", where something else is wished for.
    """
    if one.code in _WISHES and one.polarity == "yes":
        wished = one.code != "stage.ready" or _WOULD_LIKE.search(one.words)
        return bool(wished and _WISHES_ALONE.fullmatch(one.words)) and _WISHES[one.code].search(text) is None
    return one.code.startswith("interest.") and bool(_NAMES_NOTHING.fullmatch(one.words))


_WISHES = {
    "stage.ready": re.compile(
        r"\b(?:jobs?|w[ao]rk\w*|paid|pay|salary|wages?|earn\w*|money|cash|career|employ\w*|part ?time|full ?time"
        r"|shifts?|hours|trade|back|site|honest|retire\w*|\d+)\b",
        re.IGNORECASE,
    ),
    "support.social_engagement": re.compile(
        r"\b(?:company|friends?|groups?|clubs?|talk\w*|chat\w*|together|mates?|tea|lads?|men|women|ladies|someone|somebody"
        r"|alone|lonely|out\w*|meet\w*|recovery|social\w*|house|church|dance|laugh|lot)\b",
        re.IGNORECASE,
    ),
}
_WOULD_LIKE = re.compile(r"\b(?:would|i'?d|'d)\b", re.IGNORECASE)
_WISHES_ALONE = re.compile(
    r"(?:(?:i|and|but|just|would|'d|i'd|id|like|want|wanted|need|love|a|an|some|something|to|do|of|hour|bit|for|me)\b\W*)+",
    re.IGNORECASE,
)


_YEARS = re.compile(r"(?:years?|yrs) (?:in|as|at) (?:an? |the )?", re.IGNORECASE)


def named(one: Concept) -> Concept:
    """The trade itself: of "years in print" only "print"."""
    led = _YEARS.match(one.words)
    return replace(one, start=one.start + led.end(), words=one.words[led.end() :]) if led else one


_LEFT_ALONE = re.compile(r"\bbe left\b|\bleave\b.*\b(?:alone|own|long|more)\b", re.IGNORECASE)
_OF_CARE = frozenset(("constraint.caring", "constraint.own_home"))


def is_left_alone(one: Concept) -> bool:
    """So is that somebody cannot be left, and what follows from it."""
    return one.code in _OF_CARE and one.polarity == "yes" and bool(_LEFT_ALONE.search(one.words))


_CANNOT_GO_OUT = re.compile(
    r"(?:can'?t|cannot|can not|cyaan|unable to|not able to|do(?:n'?t| not)|dont|never|hardly|barely|rarely"
    r"|(?:too )?(?:scared|afraid|frightened) to|struggle to)\b"
    r"(?:\s+\w+)?\s+(?:leave|leaving|go|get|step)\s+(?:out\b|outside|the (?:house|flat)|my (?:house|flat|room))"
    r"|house ?bound|bed ?bound",
    re.IGNORECASE,
)


def keeps_in(one: Concept) -> bool:
    """Nor is it guessed at whether somebody who says that they cannot leave the house can."""
    return one.code == "constraint.own_home" and one.polarity == "yes" and bool(_CANNOT_GO_OUT.match(one.words))


_WANTS_WORK = re.compile(
    r"(?:i )?(?:want|need|wanna|looking for|look for) (?:to )?(?:a |some |find )?(?:work|job)", re.IGNORECASE
)


def wants_work(one: Concept) -> bool:
    """Work is wished for no less, whatever else is wanted beside it."""
    return one.code == "stage.ready" and one.polarity == "yes" and bool(_WANTS_WORK.fullmatch(one.words))


_FEW_PEOPLE = re.compile(
    r"\b(?:(?:with|to) (?:just |only )?(?:one|1) (?:other )?person|small|one[ -]to[ -]one|1[ -]to[ -]1)\b"
    r"|\bno crowds?\b",
    re.IGNORECASE,
)


def wants_few(one: Concept) -> bool:
    """Nor whether somebody who would sit with one person would rather have few about."""
    return one.code == "constraint.no_groups" and one.polarity == "yes" and bool(_FEW_PEOPLE.search(one.words))


def seeks_a_seat(one: Concept) -> bool:
    """Nor what a trustee is: no network has met many who would be one."""
    return one.code == "interest.community" and one.polarity == "yes" and bool(_A_SEAT.search(one.words))


_A_SEAT = re.compile(r"\btrustee|\bon (?:a |the |some |any )?(?:\w+ )?(?:boards?|committee)\b", re.IGNORECASE)


_A_CHARITY = re.compile(
    r"(?:help|helping|useful to|of use to)\b.*\b(?:charit\w+|food ?bank|hospice|community \w+)", re.IGNORECASE
)


def helps_out(one: Concept) -> bool:
    """Nor whom it helps: "helping a charity with their building" is no cry for help."""
    return one.code == "support.work_experience" and one.polarity == "yes" and bool(_A_CHARITY.fullmatch(one.words))


_LESS_ALONE = re.compile(
    r"(?:not|less|never)\b.*\b(?:be|being|feel|feeling)\b.*\b(?:alone|lonely|own|myself)"
    r"|less (?:alone|lonely|on my own)",
    re.IGNORECASE,
)


def less_alone(one: Concept) -> bool:
    """Nor whether "not to be so on my own" is company."""
    return one.code == "support.social_engagement" and one.polarity == "yes" and bool(_LESS_ALONE.fullmatch(one.words))


_SURE = (less_alone, is_trade, is_left_alone, keeps_in, wants_work, wants_few, seeks_a_seat, helps_out)


def is_plainly_so(one: Concept) -> bool:
    return any(sure(one) for sure in _SURE)


def never_again(listed: Sequence[Concept], said: Sequence[Concept]) -> list[Concept]:
    """What is told to be past and over: "was a courier, need a new line of work"."""
    heard = {(one.code, one.polarity) for one in (*listed, *said)}
    kept = {one.code for one in said if one.polarity == "past"} - {one.code for one in said if one.polarity != "past"}
    over = (one for one in listed if one.polarity == "no" and one.code in kept and (one.code, "past") in heard)
    return [one for one in over if one.code.startswith("interest.")]
