"""The age that counts for a letter: the younger of what was tapped and what was told."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from introductions.model import AgeBand
from introductions.store.tables import FactRow, PersonRow
from knowledge.listing import Service
from knowledge.profile import AGE_BANDS

_YOUNGEST_FIRST: tuple[AgeBand, ...] = ("under_16", "16_17", "adult")


def age_of(session: Session, person: PersonRow) -> AgeBand | None:
    """None where nothing is known of it."""
    told = select(FactRow).filter_by(person_id=person.id, superseded_by=None, field="age")
    bands = {person.age_band, *(_band(fact.value) for fact in session.scalars(told))}
    return next((band for band in _YOUNGEST_FIRST if band in bands), None)


def admits(service: Service, age: AgeBand | None) -> bool:
    """Whether somebody of that age may be introduced there: at 16 and 17 only where children are kept safe."""
    admits_16 = service.child_safeguarding is True and (service.eligibility.min_age or 16) <= 17
    return age != "under_16" and (age != "16_17" or admits_16)


def _band(told: str) -> AgeBand | None:
    """Of an age in years, or of an answer's band."""
    low, high = (int(told),) * 2 if told.isdigit() else AGE_BANDS.get(told, (None, None))
    if low is None or high is None:
        return None
    return "under_16" if high < 16 else "16_17" if low < 18 else "adult"
