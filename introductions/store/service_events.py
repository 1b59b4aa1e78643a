"""What happened at a service, naming nobody: a row each, never changed, so that it is its own record."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from introductions.store.tables import Row, one_of

PAUSED, STAYS, RESUMED, WELCOME_LOW = "paused", "stays_paused", "resumed", "welcome_low"


class ServiceEventRow(Row):
    """``paused`` waits for the safeguarding lead; ``stays_paused`` and ``resumed`` are what somebody decided."""

    __tablename__ = "service_event"
    __table_args__ = (one_of("what", PAUSED, STAYS, RESUMED, WELCOME_LOW),)
    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[str] = mapped_column(index=True)
    what: Mapped[str]
    by: Mapped[str]
    """``complaint``, ``clock``, or whoever decided."""
    at: Mapped[datetime]


def pauses(session: Session) -> dict[str, ServiceEventRow]:
    """What stands of every service to which nothing new goes: its last pause, or the decision that it stays."""
    about_pauses = ServiceEventRow.what.in_((PAUSED, STAYS, RESUMED))
    last = select(func.max(ServiceEventRow.id)).where(about_pauses).group_by(ServiceEventRow.service_id)
    rows = session.scalars(select(ServiceEventRow).where(ServiceEventRow.id.in_(last), ServiceEventRow.what != RESUMED))
    return {row.service_id: row for row in rows}


def is_paused(session: Session, service_id: str) -> bool:
    about = (ServiceEventRow.service_id == service_id) & ServiceEventRow.what.in_((PAUSED, STAYS, RESUMED))
    last = select(ServiceEventRow.what).where(about).order_by(ServiceEventRow.id.desc()).limit(1)
    return session.scalar(last) in (PAUSED, STAYS)


def pause(session: Session, service_id: str, by: str, at: datetime) -> bool:
    """Nothing new goes there from now on. False, and nothing written, where that stands already."""
    if is_paused(session, service_id):
        return False
    session.add(ServiceEventRow(service_id=service_id, what=PAUSED, by=by, at=at))
    session.flush()
    return True
