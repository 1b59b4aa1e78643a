"""What a listing says of getting in, of staying at home, of noise and of drink, beyond a plain yes or no."""

from __future__ import annotations

import re

from actions.deps import Say
from actions.own_answers import of_drink
from actions.wording import worded
from knowledge.availability import REMOTE, SMALL_GROUP, from_home, reaches_home
from knowledge.listing import Service
from knowledge.understanding.reached_at_home import ways_named
from knowledge.understanding.topics_of_place import DRINK, HOME, STEPS

_A_LIFT = re.compile(r"\b(?:a|an|the|any|in|by|no|there|your|working) (?:\w+ )?lifts?\b|\blift access\b", re.IGNORECASE)
_NOISE, _HELPED = "constraint.noise_crowds", "health.addiction"
_PHRASE = re.compile(r"[^.!?,;]+")


def of_the_house(say: Say, code: str, service: Service, question: str, plain: str) -> str:
    """The answer to one topic; ``plain`` is what would be said otherwise."""
    if code == HOME:
        return _at_home(say, service, question, plain)
    if code == STEPS and _A_LIFT.search(question):
        return " ".join(filter(None, (plain, _lift(say, service))))
    if code == DRINK:
        knows = say("utter_reason_specialism", words=worded(say, _HELPED, "")) if _HELPED in service.specialism else ""
        return " ".join(filter(None, (of_drink(service), knows)))
    if code == _NOISE and plain == say("utter_caution_noisy"):
        return " ".join(filter(None, (plain, _still(say, service))))
    return plain


def _at_home(say: Say, service: Service, question: str, plain: str) -> str:
    """By the way that is asked for, where they have it; what is partly done there is told to be."""
    ways = [one for one in ways_named(question) if one in service.formats]
    if not ways and (from_home(service) or not reaches_home(service)):
        return plain
    listed = ways or [one for one in service.formats if one in REMOTE]
    told = [say(f"utter_format_{way}") for way in listed]
    return " ".join([*told, *([] if from_home(service) else [say("utter_place_partly_from_home")])])


def _lift(say: Say, service: Service) -> str:
    """In the listing's own words; a place without steps need not have one."""
    texts = [service.summary, service.about, service.first_visit, *(place.near for place in service.places)]
    named = [part.strip() for text in texts for part in _PHRASE.findall(text) if _A_LIFT.search(part)]
    return say("utter_place_lift_named", words=named[0]) if named else say("utter_place_lift_unnamed")


def _still(say: Say, service: Service) -> str:
    """What makes a loud place easier to bear, where its listing has anything of the kind."""
    if "group" in service.formats and service.group_size and service.group_size <= SMALL_GROUP:
        return say("utter_place_loud_but_small", size=service.group_size)
    return say("utter_format_one_to_one_or_group_open") if {"one_to_one", "group"} <= set(service.formats) else ""
