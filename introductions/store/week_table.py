"""The table of what a place said of its own week."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from introductions.store.tables import Row


class WeekRow(Row):
    """Stands over the listing; None leaves what the listing says."""

    __tablename__ = "provider_week"
    __table_args__ = (CheckConstraint("people >= 0", name="people"),)
    provider_id: Mapped[str] = mapped_column(primary_key=True)
    days: Mapped[list[int] | None] = mapped_column(JSON)
    people: Mapped[int | None]
    """New people a week; 0 is no limit."""
    away_from: Mapped[date | None]
    away_until: Mapped[date | None]
    changed_at: Mapped[datetime]
