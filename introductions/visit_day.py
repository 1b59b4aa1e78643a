"""The day on which two sides meet: the place's first word for it, and what the words between them made of it since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from introductions.calendar import london_date
from introductions.model import By, Event, Visit
from introductions.reminding import days_in
from knowledge.language.weekdays import DAYS
from knowledge.understanding import understand
from knowledge.understanding.when_it_is import wants_another_day, wants_another_hour

TALKED = "day_talked"
"""The event that keeps where the talk about the day stands; its data are those of ``Visit.kept``."""
LONGEST_WORDS = 160
_CLAUSES = re.compile(r"[,.;!?\n]+|\s+-\s+|\b(?:but|so|and)\b|(?=\b(?:instead of|rather than)\b)", re.IGNORECASE)
_NOT = r"(?:do|does|did|ca|wo|would|could|should|is|are|was|were|has|have|had|ai|must|need)n'?t"
_TURNS_DOWN = re.compile(
    r"\b(?:not|no|never|un(?!til\b|less\b|der\b|cle\b|ion\b)\w+|cannot|sorry|busy|away|full|closed|shut|poorly|except"
    rf"|instead of|rather than|{_NOT})\b"
    r"|\bill\b(?!\s+(?:be|come|see|bring|go|get|do|take|tell|ring|call|meet|wait|need|have|try|make|just|still)\b)",
    re.IGNORECASE,
)
_TURNS_NO_DAY_DOWN = re.compile(
    r"\b(?:sorry|no need|not (?:only|just|long|far|too late)"
    r"|not (?:sure|certain) (?:where|what|how|who|which|if|whether)"
    rf"|{_NOT} (?:know|mind|forget|find|remember|recall|wait|see where|worry|want to (?:be late|miss))"
    r"|(?:can ?not|not) (?:find|remember|wait|miss|forget|mind|be late)"
    rf"|{_NOT} (?:it|that|we|they|she|he|you|i)(?= |\W*$)|(?:is|was) (?:it|that) not)\b",
    re.IGNORECASE,
)
"""Words as those of a no that are none: "not sure where to go tuesday", "its monday isnt it"."""
_PROPOSES = re.compile(
    r"\?|\b(?:mov(?:e|ing)|chang(?:e|ing)|swap|switch|shift|instead|rather|could|can|shall|would|maybe|perhaps|about|or"
    r"|better|suits?|prefer|free|do|make)\b",
    re.IGNORECASE,
)
_ASSENT = re.compile(
    r"\b(?:yes|yeah|yep|yh|ok(?:ay)?|fine|sure|great|perfect|lovely|good|works?|suits?|see you|no (?:problem|worries)|"
    r"of course|happy|brilliant|done|agreed)\b",
    re.IGNORECASE,
)
_NO_TROUBLE = re.compile(r"\b(?:no (?:problem|worries|trouble|bother)|not a problem|don'?t worry)\b", re.IGNORECASE)


def of_hello(when: str | None, said: date) -> Visit:
    """From the words of a hello on the day ``said``; no day where it named several, or any."""
    days = set(days_in(when or "", said))
    several = re.search(r"\b(?:any|every|each|or|most)\b|\wdays\b", when or "", re.IGNORECASE)
    return Visit(days.pop() if len(days) == 1 and not several else None)


def standing(when: str | None, events: Sequence[Event]) -> Visit:
    """Of an introduction whose place said ``when`` in its hello."""
    hello = next((event for event in reversed(events) if event.kind == "accepted"), None)
    if hello is None:
        return Visit(None)
    since = [event for event in events if event.kind == TALKED and event.at >= hello.at]
    return read_back(since[-1].data) if since else of_hello(when, london_date(hello.at))


def read_back(data: Mapping[str, Any]) -> Visit:
    asked = tuple(date.fromisoformat(one) for one in data["asked"])
    day = date.fromisoformat(data["day"]) if data["day"] else None
    return Visit(day, asked, data["asker"] or None, data["words"], data["moved"])


def talked(visit: Visit, by: By, text: str, today: date) -> Visit:
    """Where the talk stands after these words. A day is settled only when the place has said it or agreed to it, or
    the person has picked one that the place offered.
    """
    wanted, refused = _days_of(visit, text, today)
    wanted = [one for one in wanted if one >= today]
    if by == "person" and visit.day not in (None, *refused) and _keeps_the_day(text):
        return visit
    if by == "person" and visit.day in wanted:
        wanted = [one for one in wanted if one == visit.day or one in visit.asked or _is_proposed(one, text, today)]
    others = [one for one in wanted if one != visit.day] if len(wanted) > 1 else wanted
    words = " ".join(text.split())[:LONGEST_WORDS]
    if visit.day in refused:
        visit = replace(visit, day=None, words=words)
    if others:
        return _named(visit, by, others, words, _asks(text))
    if by == "person" and visit.day is not None and wants_another_day(text):
        return replace(visit, day=None, words=words)
    if visit.asked and visit.asker != by:
        if assents(text):
            return _settled(visit.asked[0], words) if len(visit.asked) == 1 else replace(visit, words=words)
        if _TURNS_DOWN.search(text):
            return replace(visit, asked=(), asker=None, words=words)
    return visit


def speaks_of(visit: Visit, text: str, today: date) -> bool:
    """Whether a person's words, typed to us at any point, are about the day of this visit: against it, away from it
    to another, against its hour or day, or for one that the place asked about.
    """
    wanted, refused = _days_of(visit, text, today)
    asked = visit.asked if visit.asker == "provider" else ()
    if visit.day is not None and (visit.day in refused or (visit.day in wanted and len(wanted) > 1)):
        return True
    if visit.day is not None and visit.day >= today and not wanted:
        return wants_another_hour(text) or wants_another_day(text)
    return any(day in asked for day in wanted)


def _named(visit: Visit, by: By, others: list[date], words: str, asks: bool) -> Visit:
    offered = visit.asked if visit.asker != by else ()
    picked = [one for one in others if one in offered]
    if others == [visit.day]:
        return replace(visit, asked=(), asker=None)
    if len(others) == 1 and (picked or (by == "provider" and not asks)):
        return _settled(others[0], words)
    return replace(visit, asked=tuple(others), asker=by, words=words)


def _settled(day: date, words: str) -> Visit:
    return Visit(day, (), None, words, moved=True)


def assents(text: str) -> bool:
    """Whether words agree to what was asked: "yes thats fine", "no problem, see you then"."""
    plain = _NO_TROUBLE.sub("yes", text)
    if _TURNS_DOWN.search(plain):
        return False
    return bool(_ASSENT.search(plain)) or understand(plain).intent == "affirm"


def _asks(text: str) -> bool:
    return (
        "?" in text
        or re.match(r"\W*(?:can|could|would|how about|what about|is|does)\b", text, re.IGNORECASE) is not None
    )


def _days_of(visit: Visit, text: str, today: date) -> tuple[list[date], list[date]]:
    """As ``_days``; the bare weekday of the visit means its own day: "see you Friday then", of Friday week."""
    wanted, refused = _days(text, today)
    day = visit.day
    if day is None or (_THIS_WEEK.search(text) and not _NEXT.search(text)):
        return wanted, refused

    later = _WEEK_ON if _NEXT.search(text) and _MOVES.search(text) else timedelta()

    def meant(one: date) -> date:
        if one == day:
            return one + later
        same = one.weekday() == day.weekday() and today < one < day and (one - today).days <= len(DAYS)
        return day if same and not re.search(rf"\b{one.day}(?:st|nd|rd|th)?\b", text) else one

    return _each_once(map(meant, wanted)), _each_once(map(meant, refused))


_THIS_WEEK = re.compile(
    r"\bthis\b|\btomorrow\b|\btonight\b|\bcoming\b|\bsooner\b|\bearlier\b|\binstead\b", re.IGNORECASE
)


_SHORT = r"(?:mon|tue|wed|thu|fri|sat|sun)\w*"
_NEXT = re.compile(rf"\bnext {_SHORT}|\b{_SHORT} (?:week|after)\b", re.IGNORECASE)
_MOVES = re.compile(
    r"\b(?:instead|rather|mov\w+|chang\w+|swap|switch|postpone|put (?:it|that) (?:off|back))\b", re.IGNORECASE
)
"""Said of the day before the visit, "next Thursday instead" means the one a week after it."""
_WEEK_ON = timedelta(days=len(DAYS))
_WITH_THEM = re.compile(
    r"\b(?:come|comes|coming|go|going|be|been|sit|stand|there)\b[^.;!?]{0,20}\b(?:with|beside|alongside) me\b"
    r"|\b(?:come|coming) (?:along|to (?:my|the) (?:meeting|hearing|interview|appointment|review))\b",
    re.IGNORECASE,
)


def _keeps_the_day(text: str) -> bool:
    """Who goes with them to something of their own: "tuesday yes come with me" names its day, and moves no visit."""
    return _WITH_THEM.search(text) is not None and not _MOVES.search(text) and not wants_another_day(text)


def _days(text: str, today: date) -> tuple[list[date], list[date]]:
    """The days that words are for, and those that they are against, each once in their order."""
    wanted, refused = list[date](), list[date]()
    for clause in _parts(text):
        against = _TURNS_DOWN.search(_TURNS_NO_DAY_DOWN.sub("", _NO_TROUBLE.sub("", clause)))
        (refused if against else wanted).extend(days_in(clause, today))
    return _each_once(day for day in wanted if day not in refused), _each_once(refused)


def _is_proposed(day: date, text: str, today: date) -> bool:
    """Beside the day that stands another is only spoken of, unless its own words put it forward."""
    return any(_PROPOSES.search(clause) for clause in _parts(text) if day in days_in(clause, today))


def _parts(text: str) -> list[str]:
    return [clause for clause in _CLAUSES.split(text) if clause]


def _each_once(days: Iterable[date]) -> list[date]:
    return list(dict.fromkeys(days))
