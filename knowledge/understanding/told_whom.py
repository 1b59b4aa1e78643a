"""Who else might find out: "does my boss find out", "can the council see any of this", "who sees my MS?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from knowledge.understanding.asked_of_us import asked_of_us
from knowledge.understanding.model import Concept
from knowledge.understanding.plain_questions import plain_question

Whom = Literal["work", "jobcentre", "council", "doctor", "family", "others", "health"]

_MY = r"(?:my|the|our|me|ma|any)"
_PEOPLE: dict[Whom, str] = {
    "work": rf"(?:{_MY} )?(?:(?:line |area |shift |team |store |care home )?(?:managers?|supervisors?|leaders?)"
    r"|boss(?:es)?|employers?|gaffer|foreman|guv'?nor|hr|human resources|colleagues|workmates|co-?workers"
    r"|head ?teacher)"
    rf"|{_MY} (?:work|workplace|job|school|agency|firm|company|temp agency)"
    r"|(?:work|school|agency)(?= (?:know|find|see|hear|read|get|be told|been told|to know|gonna|going to"
    r"|(?:won'?t|will not|will never|doesn'?t) \w))",
    "jobcentre": rf"(?:{_MY} )?(?:job ?cent(?:re|er)s?|jcp|dwp|work coach|universal credit|uc|esa|pip|the social"
    r"|benefits? (?:office|people|lot)|benefits)",
    "council": rf"(?:{_MY} )?(?:council|social services|social workers?|housing (?:office|officer|association)"
    r"|lambeth)",
    "doctor": rf"(?:{_MY} )?(?:gp|doctors?|dr|surgery|consultant|psychiatrist|psychologist|therapist|cmht|nhs"
    r"|mental health team|care coordinator|nurse|hospital)",
    "family": rf"(?:{_MY} )?(?:family|mums?|mam|mother|dad|father|parents|husband|wife|partner|kids|children|son"
    r"|daughter|sister|brother|nan|girlfriend|boyfriend|ex|mates?|friends|neighbours?|flatmates?|housemates?|relatives)",
    "others": rf"(?:{_MY} )?(?:landlord|landlady|police|home office|immigration|probation(?: officer)?|insurance"
    r"|insurers?|bank|government|tax ?man|hmrc|courts?|solicitor|church|imam|priest|pastor)",
}
_THIS = r"(?:any of |all of )?(?:this|it|that|what|anything|any|everything|my|me\b|the (?:letter|chat|messages?)|these)"
_AUX = r"(?:do|does|dose|will|would|can|could|might|may|is|are|did|has|have|gonna|going to|won'?t|wouldn'?t|if|get)"
_LEARN = (
    r"(?:(?:find|finds|finding|found) (?:this |it |that )?out"
    r"|(?:know|knows|knowing|hear|hears)(?! (?:how|what to|any|where|who))"
    rf"|(?:see|sees|seeing|read|reads|look at|get|gets|open)(?= {_THIS}|\W*$)"
    r"|(?:be|get|gets|been|being|is|are) (?:told|informed|notified|contacted|shown)|access|told|informed|notified)"
)
_TOLD = r"told(?! to (?:ask|go|ring|call|see|phone|talk|speak|try|do|get|visit|contact)\b)"
_GIVE = (
    rf"(?:tell|telling|{_TOLD}|shar(?:e|es|ed|ing)|sen[dt]|sending|(?:goes|going|go)(?! out\b)|gets? back"
    r"|pass(?:ed|es|ing)?(?: on)?"
    r"|contact(?:ed|ing)?|inform(?:ed|ing)?|report(?:ed|ing)?|grass|kept from|hidden from|private from"
    r"|secret from|confidential from"
    r"|visible|shown|show)"
)
_FEW = r"(?:(?!(?:come|bring|join|help|me|us|about|i'?m|i|am)\b)\w+ ){0,3}?"
_ALONE = re.compile(
    r"\b(?:boss(?:es)?|managers?|employers?|gaffer|hr|dwp|job ?cent(?:re|er)|work coach|universal credit|gp"
    r"|social services|council|home office|immigration|police|landlord)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[^.?!;\n]+[.?!;]*")
_PRONOUN = re.compile(
    rf"\b{_AUX} (?:they|he|she) (?:\w+ ){{0,2}}?{_LEARN}(?! (?:my|the|our|a)\b)\b"
    rf"|\b{_AUX} (?:you|u|anyone|it) (?:\w+ ){{0,2}}?{_GIVE} (?:\w+ ){{0,2}}?(?:them|him|her)\b",
    re.IGNORECASE,
)
_KEPT_FROM = r"(?:don'?t|do not|dnt|didn'?t|never|not) want (?:\w+ ){0,2}?"
_HEALTH = r"(?:my|about my|i have|i've|ive|i got|about the)\b"
_OPENS = re.compile(
    rf"\bwho(?:'?s|se)?\b[^.?!]{{0,30}}\b(?:sees?|opens?|reads?|gets?|looks? at|seeing|reading|knows?)\b"
    rf"[^.?!]{{0,25}}{_HEALTH}"
    r"|\b(?:do|does|did|is|are|will|has|was)\b[^.?!]{0,40}\b(?:e-?mail|mail|message|what (?:you|u|i) (?:sent|send))\b"
    rf"[^.?!]{{0,30}}\b(?:say|says|about|mention|have|show|tell)\b[^.?!]{{0,25}}{_HEALTH}",
    re.IGNORECASE,
)
_IN_WHAT_WENT = re.compile(
    r"\b(?:is|was|are) (?:that|it|this)\b[^.?!]{0,25}\bin\b[^.?!]{0,25}\b(?:sent|letter|wrote|mail|message|email)\b"
    r"|\bdid (?:you|u|it|they)\b[^.?!]{0,25}\b(?:say|put|tell|send|mention|write)\b",
    re.IGNORECASE,
)
_WRITES_DOWN = re.compile(
    r"\b(?:writ(?:e|es|ing)|put(?:s|ting)?|not(?:e|es|ing)|tak(?:e|es|ing)|keep(?:s|ing)?)\b[^.?!]{0,25}"
    r"\b(?:down|on record|records?|on file|notes?)\b",
    re.IGNORECASE,
)
_ASKS_TO_RING = re.compile(
    r"^\W*(?:can|could|will|would) (?:you|u) (?:please )?(?:ring|call|phone|speak|talk)\b", re.IGNORECASE
)


def told_whom(text: str) -> Whom | None:
    """Who is feared to find out, where that is what a message asks; ``health``: who sees what is told of it."""
    if asked_of_us(text) == "government":
        return None
    known = _BY_QUESTION.get(plain_question(text) or "")
    if known:
        return known
    for clause in _CLAUSE.findall(text):
        for whom, people in _PEOPLE.items():
            if _asks(clause, people):
                return whom
    if _IN_WHAT_WENT.search(text) and (kept := next((one for one in _PEOPLE if _keeps_from(text, one)), None)):
        return kept
    if _PRONOUN.search(text) and (named := whom_named(text)):
        return named
    return "health" if _OPENS.search(text) else None


def without_fears(text: str, said: Sequence[Concept], listed: Sequence[Concept]) -> list[Concept]:
    """Less the work and the help that are heard in such a question: "will you grass me to the DWP" wishes for no job,
    and "i dont want work knowing" turns none down.
    """
    asking = [clause.span() for clause in _CLAUSE.finditer(text) if told_whom(clause.group())]

    def is_of_it(one: Concept) -> bool:
        guessed = one.code.startswith("support.") and one not in listed
        return (guessed or one.code == "stage.ready") and any(a <= one.start < b for a, b in asking)

    return [one for one in said if not is_of_it(one)]


def whom_named(text: str) -> Whom | None:
    """Who of them is spoken of at all, where a message is known to ask who sees what."""
    named = " ".join(one.group() for one in _ALONE.finditer(text))
    return next(
        (
            whom
            for whom, people in _PEOPLE.items()
            if re.search(rf"\b(?=(?:my|the|our|me) )(?:{people})\b", text, re.IGNORECASE)
            or re.search(rf"\b(?:{people})\b", named, re.IGNORECASE)
        ),
        None,
    )


def writes_down(text: str) -> bool:
    """As in "is she going to write anything down": what a place keeps is for the place to say."""
    return _WRITES_DOWN.search(text) is not None


def asks_what_went(text: str) -> bool:
    """As in "is that anywhere in what you sent"."""
    return _IN_WHAT_WENT.search(text) is not None


def _asks(clause: str, people: str) -> bool:
    if _ASKS_TO_RING.search(clause):
        return False
    who = rf"(?:{people})(?! (?:place|one|group|thing|club|service)\b)"
    return bool(
        re.search(rf"\b{_AUX}\b(?:[^.?!]{{0,60}}\s)?{who} {_FEW}{_LEARN}(?!\w)", clause, re.IGNORECASE)
        or re.search(rf"\b{_AUX}(?! (?:i|we)\b)\b[^.?!]{{0,40}}\b{_GIVE} {_FEW}{who}\b", clause, re.IGNORECASE)
    )


def _keeps_from(text: str, whom: Whom) -> bool:
    return re.search(rf"\b{_KEPT_FROM}(?:{_PEOPLE[whom]}|{whom})\b", text, re.IGNORECASE) is not None


_BY_QUESTION: dict[str, Whom] = {"ask_told_work": "work", "ask_told_jobcentre": "jobcentre"}
