"""What keepers said of their listings, laid over the directory."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from introductions.asking import Asked
from introductions.calendar import london_date
from introductions.keeping import Standing, as_said
from introductions.store.checks import CheckRow
from introductions.store.keeper_tables import ListingCheckRow
from knowledge.directory import Directory
from knowledge.listing import Service


def as_keepers_say(session: Session, directory: Directory, now: datetime) -> Directory:
    """The directory with every check and change that keepers told of, and a doubt where they told nothing."""
    rows = {row.service_id: row for row in session.scalars(select(ListingCheckRow))}
    if not rows:
        return directory
    said = {key: _said(one, rows[key], now) for key, one in directory.services.items() if key in rows}
    return replace(directory, services={**directory.services, **said})


def _said(service: Service, row: ListingCheckRow, now: datetime) -> Service:
    return as_said(service, standing_of(row), london_date(now), silent=is_silent(row, service))


def is_silent(row: ListingCheckRow, service: Service) -> bool:
    """Two letters had no answer, and nobody has checked the listing since."""
    if row.silent_at is None or (row.answered_at is not None and row.answered_at >= row.silent_at):
        return False
    return service.checked is None or service.checked <= london_date(row.silent_at)


def standing_of(row: ListingCheckRow) -> Standing:
    return Standing(row.said_on, row.checked, row.capacity, row.full_until, row.doubt)  # type: ignore[arg-type]


def asked_of(row: ListingCheckRow | None, check: CheckRow | None) -> Asked:
    set_off, reason = (check.due, check.reason) if check else (None, "")
    if row is None:
        return Asked(set_off=set_off, reason=reason)
    return Asked(row.asked_at, row.again_at, row.answered_at, row.silent_at, set_off, reason)
