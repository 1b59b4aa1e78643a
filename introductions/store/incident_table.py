"""The tables of a leak at a provider: when it began, and who was exposed by it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from introductions.store.columns import Encrypted
from introductions.store.tables import Row


class IncidentRow(Row):
    """Names nobody but the provider, so it stays as the record that the law asks for."""

    __tablename__ = "incident"
    id: Mapped[str] = mapped_column(primary_key=True)
    provider_id: Mapped[str] = mapped_column(index=True)
    since: Mapped[datetime]
    opened_at: Mapped[datetime]
    opened_by: Mapped[str]
    report_by: Mapped[datetime]
    """72 hours after it was opened: the regulator is told by then, if people's rights are at risk."""
    closed_at: Mapped[datetime | None]


class ExposureRow(Row):
    """One introduction that the leak may have shown to somebody, and what its person is to be told of it."""

    __tablename__ = "incident_exposure"
    __table_args__ = (UniqueConstraint("incident_id", "introduction_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    incident_id: Mapped[str] = mapped_column(ForeignKey("incident.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    introduction_id: Mapped[str] = mapped_column(ForeignKey("introduction.id", ondelete="CASCADE"), index=True)
    exposed: Mapped[dict[str, Any]] = mapped_column(JSON)
    """Names of fields by where they stood (``mail``, ``page``), how many relayed messages, whether it was opened."""
    message: Mapped[str] = mapped_column(Encrypted)
    """The draft; what is approved is what is sent, to the letter."""
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[str | None]
