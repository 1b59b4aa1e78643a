"""Whether what somebody typed is for a place that has their letter, though they did not say so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from actions.base import Turn
from introductions.listening import may_be_arranged, may_be_for_a_place, may_be_passed_on
from introductions.model import Introduction
from introductions.reading import Reading
from introductions.service import Introductions
from introductions.states import RELAYING, State
from introductions.tried import shown_since
from introductions.visit_day import speaks_of
from knowledge.understanding.arranging import arranges, brings_or_needs_somebody
from knowledge.understanding.contact import contact
from knowledge.understanding.ringing import gives_number_to_ring

TO_MEET = frozenset({State.ACCEPTED, State.CONTACT_MADE})


def meant_for(people: Introductions, turn: Turn, read: Reading, today: date, *, names_a_place: bool) -> str | None:
    """The introduction whose place these words are for: it has just written, or they are about the day agreed."""
    if turn.slots.get("turn") == turn.id and bool(turn.slots.get("for_place")):
        return str(turn.slots.get("heard_from"))  # once more, when the form that shows the words reads them
    if turn.form is not None:
        return None
    mine, heard_from = people.of_person(turn.person), turn.slots.get("heard_from")
    if meeting := _to_arrange(people, turn, read, mine, names_a_place=names_a_place):
        return meeting
    if not may_be_passed_on(read):
        return None
    asked = any(one.question for one in mine if one.id == heard_from)
    if not may_be_for_a_place(read, asked=asked):
        return None
    if heard_from:
        return str(heard_from)
    return next((one.id for one in mine if one.state in RELAYING and speaks_of(one.visit, read.text, today)), None)


def _to_arrange(
    people: Introductions, turn: Turn, read: Reading, mine: Sequence[Introduction], *, names_a_place: bool
) -> str | None:
    """The visit that is to be, where words are on how it goes there: the place alone can settle that. Who may come
    along is asked of what was shown last; a number or an address is for the place that wrote, or that is to be met.
    """
    if not may_be_arranged(read) or names_a_place:
        return None
    heard_from = turn.slots.get("heard_from")
    gives = contact(read.text) is not None or gives_number_to_ring(read.text)
    if gives and any(one.id == heard_from and one.state in RELAYING for one in mine):
        return str(heard_from)
    meeting = [one for one in mine if one.contact and one.state in TO_MEET]
    meeting.sort(key=lambda one: one.id != heard_from)
    if not meeting:
        return None
    of_company = brings_or_needs_somebody(read.text) and not shown_since(people.offers(turn.person), meeting[0])
    return meeting[0].id if arranges(read.text) or of_company or gives else None
