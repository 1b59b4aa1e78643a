"""Two persons who turn out to be one: everything of the younger moves to the older, and the newest facts win."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Table, delete, func, select, update
from sqlalchemy.orm import Session

from introductions.facts import merge
from introductions.model import Heard
from introductions.store.base import blank_first_results
from introductions.store.memory import as_fact
from introductions.store.private_word import merge_preferences
from introductions.store.tables import DislikeRow, DraftRow, FactRow, OfferRow, PersonRow, Row, WriteRow
from introductions.store.young import Young

_MORE_KEPT = ("none", "look", "agreed")


class Joining(Young):
    def join(self, person_id: str, joined_id: str, key: str) -> None:
        """Make ``joined_id`` part of ``person_id``; nobody is kept under it afterwards. Joining nobody does nothing.

        Under 16 in either chat counts for both, and ends the letters of both. Of two open letters the newer stays.
        """

        def act(session: Session) -> None:
            rows = {p: session.get(PersonRow, p, with_for_update=True) for p in sorted((person_id, joined_id))}
            kept, gone = rows[person_id], rows[joined_id]
            if kept is None or gone is None or kept is gone:
                return
            _settle(kept, gone)
            _discard_older_drafts(session, kept.id, gone.id)
            _renumber_offers(session, kept.id, gone.id)
            _drop_known_dislikes(session, kept.id, gone.id)
            merge_preferences(session, kept.id, gone.id)
            for table, column in _tables_of_persons():
                session.execute(update(table).where(column == gone.id).values({column: kept.id}))
            session.execute(update(WriteRow).where(WriteRow.subject == gone.id).values(subject=kept.id))
            session.expire_all()
            _newest_facts_win(session, kept.id)
            blank_first_results(session, kept.id)
            session.execute(delete(PersonRow).where(PersonRow.id == joined_id))
            if kept.age_band == "under_16":
                self._close_to_child(session, kept)

        self.once(person_id, "join", key, type(None), act)


def _settle(kept: PersonRow, gone: PersonRow) -> None:
    newer = max((kept, gone), key=lambda row: row.last_contact)
    older = gone if newer is kept else kept
    young = "under_16" in (kept.age_band, gone.age_band)
    kept.keep = "none" if young else max(kept.keep, gone.keep, key=_MORE_KEPT.index)
    kept.age_band = "under_16" if young else newer.age_band or older.age_band
    kept.chosen_name = newer.chosen_name or older.chosen_name
    kept.created, kept.last_contact = min(kept.created, gone.created), newer.last_contact
    waits = [at for at in (kept.crisis_wait_until, gone.crisis_wait_until) if at]
    kept.crisis_wait_until = max(waits, default=None)
    kept.crisis_at = max((at for at in (kept.crisis_at, gone.crisis_at) if at), default=None)


def _discard_older_drafts(session: Session, kept: str, gone: str) -> None:
    wanted = select(DraftRow).where(DraftRow.person_id.in_((kept, gone)), DraftRow.state == "open")
    for draft in session.scalars(wanted.order_by(DraftRow.at.desc())).all()[1:]:
        draft.state = "discarded"
    session.flush()


def _renumber_offers(session: Session, kept: str, gone: str) -> None:
    last = session.scalar(select(func.max(OfferRow.number)).filter_by(person_id=kept)) or 0
    for number, offer in enumerate(_in_order(session, OfferRow, gone, OfferRow.number), start=last + 1):
        offer.number, offer.person_id = number, kept
    session.flush()


def _drop_known_dislikes(session: Session, kept: str, gone: str) -> None:
    known = select(DislikeRow.service_id).where(DislikeRow.person_id == kept).scalar_subquery()
    session.execute(delete(DislikeRow).where(DislikeRow.person_id == gone, DislikeRow.service_id.in_(known)))


def _in_order(session: Session, table: Any, person_id: str, by: Any) -> Sequence[Any]:
    return session.scalars(select(table).where(table.person_id == person_id).order_by(by)).all()


def _tables_of_persons() -> Iterator[tuple[Table, Column[Any]]]:
    """Every table with a row of its own about a person, so that one added later is moved too."""
    for table in Row.metadata.sorted_tables:
        for column in table.columns:
            if any(key.target_fullname == "person.id" for key in column.foreign_keys):
                yield table, column


def _newest_facts_win(session: Session, person_id: str) -> None:
    """Two chats told their facts side by side; what stands is what one chat would have left, told in that order."""
    told = session.scalars(select(FactRow).filter_by(person_id=person_id).order_by(FactRow.at, FactRow.order)).all()
    standing: list[FactRow] = []
    for order, row in enumerate(told, start=1):
        row.order = order
        if row.superseded_by is not None:
            continue
        merged = merge(
            [as_fact(one) for one in standing],
            [Heard(row.field, row.value, row.code, as_fact(row).polarity, row.words)],
        )
        beaten = {before.id for before, _ in merged.superseded}
        for before in standing:
            if before.id in beaten:
                before.superseded_by = row.id
        standing = [one for one in standing if one.id not in beaten]
        if merged.new:
            standing.append(row)
        else:
            session.delete(row)
    session.flush()
