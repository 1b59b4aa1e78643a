"""Consent records: rows that are added and never changed. Taking back is a row of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from introductions.letter import sha256
from introductions.model import Consent, How
from introductions.store.base import new_id
from introductions.store.tables import ConsentRow


def give(
    session: Session,
    now: datetime,
    person_id: str,
    purpose: str,
    *,
    channel: str,
    how: How,
    wording: str,
    provider_id: str | None = None,
    introduction_id: str | None = None,
    draft_version: int | None = None,
    fields: Sequence[str] = (),
    texts: Mapping[str, str] | None = None,
    witness: str | None = None,
    until: datetime | None = None,
) -> ConsentRow:
    """Add one consent, with the SHA-256 of every text that was shown."""
    row = ConsentRow(
        id=new_id(),
        person_id=person_id,
        purpose=purpose,
        provider_id=provider_id,
        introduction_id=introduction_id,
        draft_version=draft_version,
        fields=list(fields),
        texts=dict(texts or {}),
        sha256s={name: sha256(text) for name, text in (texts or {}).items()},
        wording=wording,
        channel=channel,
        how=how,
        witness=witness,
        at=now,
        until=until,
    )
    session.add(row)
    session.flush()
    return row


def take_back(
    session: Session, now: datetime, given: ConsentRow, *, channel: str, how: How, wording: str
) -> ConsentRow:
    """Add the withdrawal of ``given``; withdrawing twice is the same withdrawal."""
    before = session.scalar(select(ConsentRow).filter_by(withdraws=given.id))
    if before is not None:
        return before
    row = ConsentRow(
        id=new_id(),
        person_id=given.person_id,
        purpose=given.purpose,
        provider_id=given.provider_id,
        introduction_id=given.introduction_id,
        fields=[],
        texts={},
        sha256s={},
        wording=wording,
        channel=channel,
        how=how,
        at=now,
        withdraws=given.id,
    )
    session.add(row)
    session.flush()
    return row


def standing(session: Session, person_id: str, purpose: str) -> ConsentRow | None:
    """The latest consent to ``purpose`` that was not taken back."""
    taken_back = aliased(ConsentRow)
    return session.scalar(
        select(ConsentRow)
        .outerjoin(taken_back, taken_back.withdraws == ConsentRow.id)
        .where(ConsentRow.person_id == person_id, ConsentRow.purpose == purpose, ConsentRow.withdraws.is_(None))
        .where(taken_back.id.is_(None))
        .order_by(ConsentRow.at.desc())
        .limit(1)
    )


def agreed_to(purpose: str) -> Select[str]:
    """The ids of everybody who agreed to ``purpose`` and did not take it back."""
    taken_back = aliased(ConsentRow)
    return (
        select(ConsentRow.person_id)
        .outerjoin(taken_back, taken_back.withdraws == ConsentRow.id)
        .where(ConsentRow.purpose == purpose, ConsentRow.withdraws.is_(None), taken_back.id.is_(None))
    )


def is_valid(session: Session, consent_id: str, now: datetime) -> bool:
    """It is there, has not run out and was not taken back, read from the database at this moment."""
    row = session.get(ConsentRow, consent_id, populate_existing=True)
    if row is None or (row.until is not None and row.until <= now):
        return False
    return session.scalar(select(ConsentRow.id).filter_by(withdraws=consent_id)) is None


def of_person(session: Session, person_id: str) -> list[Consent]:
    rows = session.scalars(select(ConsentRow).filter_by(person_id=person_id).order_by(ConsentRow.at)).all()
    taken_back = {row.withdraws: row.at for row in rows if row.withdraws}
    return [
        Consent(
            id=row.id,
            person_id=row.person_id,
            purpose=row.purpose,
            provider_id=row.provider_id,
            introduction_id=row.introduction_id,
            fields=tuple(row.fields),
            texts=row.texts,
            sha256s=row.sha256s,
            wording=row.wording,
            channel=row.channel,
            how=row.how,  # type: ignore[arg-type]
            witness=row.witness,
            at=row.at,
            until=row.until,
            withdrawn_at=taken_back.get(row.id),
        )
        for row in rows
        if not row.withdraws
    ]
