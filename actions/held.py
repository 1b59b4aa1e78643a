"""What somebody told us, read back as a list: each thing in plain words, under what it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from actions.deps import Say
from actions.wording import BROUGHT, TIMES, WISHES, as_wished, listed, worded
from introductions.at_work import AT_WORK, as_told
from introductions.calls import CALLS
from introductions.job_hope import JOB_HOPE
from introductions.likings import LIKED
from introductions.model import Fact


class Told(NamedTuple):
    """``about`` names the line of the list that it stands in."""

    about: str
    words: str


ABOUT = ("about", "likes", "hopes", "around", "times", "no", "more")
"""The lines, in their order; each is worded as ``utter_held_<name>``."""
_SAID_AS: Mapping[str, str] = {
    "chosen_name": "utter_hold_called",
    "name": "utter_hold_called",
    "district": "utter_hold_near",
    "area": "utter_hold_near",
    "age": "utter_hold_age",
}
_OF_CODE = (
    ("interest.", "likes"), ("support.", "hopes"), ("stage.ready", "hopes"), ("constraint.", "around"),
    ("health.", "around"), ("identity.", "about"),
    ("stage.in_work", "about"), ("stage.", "hopes"),
)  # fmt: skip
_OF_FIELD = {
    JOB_HOPE: "hopes",
    LIKED: "likes",
    "goal": "hopes",
    "days": "times",
    "hours": "times",
    "language": "about",
    "work_right": "about",
}


def told_things(say: Say, facts: Sequence[Fact]) -> list[Told]:
    """Each thing once, line by line."""
    facts = [fact for fact in as_wished(facts) if fact.words or fact.field in ("district", "age")]
    things = [_told(say, fact) for fact in facts]
    ordered = sorted(dict.fromkeys(things), key=lambda one: ABOUT.index(one.about))
    return [one for one in ordered if not _stands_in_another(one, ordered)]


def as_lines(say: Say, things: Sequence[Told]) -> str:
    """One line of the list for each kind of thing among these."""
    kinds = ((about, ", ".join(one.words for one in of_it)) for about, of_it in groupby(things, lambda one: one.about))
    return "\n".join(say(f"utter_held_{about}", words=words) for about, words in kinds)


def _told(say: Say, fact: Fact) -> Told:
    if fact.field in _SAID_AS:
        return Told("about", say(_SAID_AS[fact.field], words=fact.value))
    about = _about(fact)
    if fact.field == CALLS:
        return Told("around", fact.value)
    if fact.field == AT_WORK:
        return Told("hopes", as_told(fact))
    if fact.field in ("goal", "days") and (said := listed(say, [fact], ("support.", *TIMES))):
        return Told(about, said[0])
    if fact.polarity == "no" and fact.code in TIMES and (said := listed(say, [fact], TIMES)):
        return Told("times", said[0])
    return Told("no" if fact.polarity == "no" else about, _worded(say, fact))


def _about(fact: Fact) -> str:
    code = fact.code or ""
    if code in TIMES:
        return "times"
    if code in WISHES:
        return "hopes"
    if code in BROUGHT:
        return "more"
    return next((about for start, about in _OF_CODE if code.startswith(start)), _OF_FIELD.get(fact.field, "more"))


def _worded(say: Say, fact: Fact) -> str:
    """In the copy's words for it; where it has none, in their own."""
    own = fact.words or fact.value
    if fact.polarity == "no" and _IS_A_THING.fullmatch(fact.words) and (fact.code or "").startswith("interest."):
        return own
    return worded(say, fact.code, own) if fact.code and fact.code.startswith(_WORDED) else own


_IS_A_THING = re.compile(r"(?!(?:i|i'?m|no|not|dont|don't|mi)\b)[\w'-]+(?: [\w'-]+){0,2}", re.IGNORECASE)
_WORDED = ("interest.", "support.", "stage.ready", "constraint.", "health.")
"""What the copy has plain words for."""


def _stands_in_another(one: Told, others: Sequence[Told]) -> bool:
    return any(one != other and one.about == other.about and f" {one.words} " in f" {other.words} " for other in others)
