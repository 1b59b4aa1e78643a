"""The fields of a letter: what goes in by default, from what the person said and what the service can do.

Safe defaults: health is off and empty (a diagnosis goes only if the person writes it in); needs that may hint at health
are off, and hopes that touch health, money or family; a person's own words are used only where they say nothing about
health or who someone is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from introductions.at_work import asked, of_the_place
from introductions.company import COMES
from introductions.errors import TooLong
from introductions.model import DraftField, Fact
from introductions.naming import as_name
from introductions.private_words import tells_private, touches
from introductions.templates import phrases
from introductions.times_line import times_line
from introductions.told_lines import (
    LONGEST_LINE,
    as_list,
    goals,
    helps_told,
    hopes,
    likings,
    names_the_place,
    offered_hopes,
    work_told,
)
from introductions.units import joined, units
from knowledge.first_visit import can_be_met
from knowledge.listing import Service
from knowledge.understanding.not_alone import GOING_ALONE

FIELDS = (
    "name", "enjoys", "worked", "hopes", "at_work", "helps", "times", "language", "who_comes", "own", "reply_way",
    "health",
)  # fmt: skip
IN_MAIL = ("name", "enjoys", "worked", "hopes")
"""The warm part; everything else stands only on the private page."""
LONGEST_NAME = 60


def clean(text: str, longest: int = LONGEST_LINE) -> str:
    """One line without control characters. Raises TooLong when it is longer than a letter carries."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(line) > longest:
        raise TooLong(f"at most {longest} characters")
    return line


def of_health(fields: Mapping[str, DraftField]) -> list[str]:
    """The lines that are in the letter and say something about health."""
    shown = [name for name in FIELDS if name in fields and fields[name].on and fields[name].sensitive]
    return [name for name in shown if touches(name, fields[name].text) == "health"]


def agreed_to(fields: Mapping[str, DraftField]) -> list[str]:
    """The fields that a yes to this letter is about; health is one of them wherever it is told."""
    shown = [name for name, field in fields.items() if field.on]
    return [*shown, *(["health"] if of_health(fields) and "health" not in shown else [])]


def first_line(name: str) -> str:
    return name or str(phrases()["nobody_named"])


def compose(facts: Sequence[Fact], service: Service, chosen_name: str | None) -> dict[str, DraftField]:
    """The finished fields of a first draft for ``service``."""
    name = chosen_name or _last(facts, "chosen_name") or _last(facts, "name")
    at_work, for_the_body = asked(facts, service, plain=True), asked(facts, service, plain=False)
    facts = of_the_place(facts)
    helps, hinting = helps_told(facts, service, for_the_body)
    offered = list(offered_hopes(facts, service))
    texts = {
        "name": as_name(clean(name)[:LONGEST_NAME]),
        "enjoys": as_list(likings(facts)),
        "worked": as_list(work_told(facts)),
        "hopes": as_list(
            [*hopes([fact for fact in facts if not names_the_place(fact, service)]), *goals(facts), *offered]
        ),
        "at_work": as_list(at_work),
        "helps": helps,
        "times": times_line(facts),
        "language": _language(facts),
        "who_comes": _company(facts, service),
        "own": "",
        "reply_way": phrases()["reply_in_chat"],
        "health": "",
    }
    sensitive = {"health": True, "helps": hinting, "hopes": bool(offered)}
    return {
        field: DraftField(bool(text) and not sensitive.get(field, False), text, sensitive.get(field, False))
        for field, text in texts.items()
    }


def edited(field: str, text: str, before: DraftField) -> DraftField:
    """A line in the person's own words: it goes in; emptied, it stays out. What waited in it for a tap waits still."""
    line = clean(text, LONGEST_NAME if field == "name" else LONGEST_LINE)
    line = as_name(line) if field == "name" else line
    if not line and before.on and before.waits:
        return switched(replace(before, text=""), on=False)
    waits = waiting(before) if line else ""
    left = [one for one in units(waits) if one.casefold() not in line.casefold()]
    private = field == "health" or tells_private(field, line)
    return replace(before, on=bool(line), text=line, sensitive=private, waits=", ".join(left))


def waiting(line: DraftField) -> str:
    """What they told that may say something about health, and that stays out until they put it in."""
    return line.waits if line.on else line.text if line.sensitive else ""


def switched(line: DraftField, *, on: bool) -> DraftField:
    """The line put in or left out whole, with what waited in it."""
    text = joined(line.text, line.waits) if line.waits else line.text
    return replace(line, on=on and bool(text), text=text, sensitive=line.sensitive or bool(line.waits), waits="")


def _last(facts: Sequence[Fact], field: str) -> str:
    """The latest value of a field, unless the question was skipped."""
    return next((f.value for f in reversed(facts) if f.field == field and f.value not in ("skipped", "given")), "")


def _company(facts: Sequence[Fact], service: Service) -> str:
    """Who comes along; else, of a place with a door, that they would be met there, if that is what they wish."""
    comes = next((fact.value for fact in reversed(facts) if fact.field == COMES), "")
    wish = next((fact for fact in reversed(facts) if fact.code == GOING_ALONE), None)
    wished = wish is not None and wish.polarity == "yes" and can_be_met(service)
    return comes or (str(phrases()["met"]) if wished else "")


def _language(facts: Sequence[Fact]) -> str:
    names = phrases()["languages"]
    tags = [
        f.value for f in facts if f.field == "language" and f.polarity == "yes" and not f.value.lower().startswith("en")
    ]
    known = [names[tag.split("-")[0].lower()] for tag in tags if tag.split("-")[0].lower() in names]
    return phrases()["some_english"].format(language=as_list(known)) if known else ""
