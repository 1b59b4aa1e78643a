"""That a listing is to be asked about: from when, and what made us ask. Whoever asks its keeper reads it here."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from introductions.store.tables import Row

Reason = Literal["bounced", "expired", "closed"]
"""What came of an introduction: its letter came back, nobody answered, or the place said that it has closed."""


class CheckRow(Row):
    """One row a service; it goes once the listing was found right, or was changed."""

    __tablename__ = "service_check"
    service_id: Mapped[str] = mapped_column(primary_key=True)
    due: Mapped[datetime]
    reason: Mapped[str]


def check_due(session: Session, service_id: str, reason: Reason, now: datetime) -> None:
    """Ask about this listing from now on, in the caller's transaction. A check that is due already stays as it is."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    row = insert(CheckRow).values(service_id=service_id, due=now, reason=reason)
    sooner = row.on_conflict_do_update(
        index_elements=["service_id"], set_={"due": now, "reason": reason}, where=CheckRow.due > now
    )
    session.execute(sooner)
