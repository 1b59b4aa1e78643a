"""Services that are paused: who decides, what waits meanwhile, and what its people are told."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from introductions.errors import NotFound
from introductions.states import ENDED, State
from introductions.store.changes import Changes, may_have_left
from introductions.store.service_events import PAUSED, RESUMED, STAYS, ServiceEventRow, pauses
from introductions.store.tables import IntroductionRow, OutgoingRow, RequestRow

REMINDED = (1, 2, 3)
"""Days after a pause on which the lead is reminded, before it is once a week."""


class Pauses(Changes):
    def pause_service(self, service_id: str, *, by: str) -> dict[str, Any]:
        """Nothing new goes there. Where a complaint paused it, this is the decision that it stays so: letters that
        wait are given up, and their people are told. Gives what ``paused_services`` does. Raises NotFound.
        """
        with self.writing() as session:
            if service_id not in self.directory().services:
                raise NotFound(f"no service {service_id}")
            standing = pauses(session).get(service_id)
            if standing is None or standing.what == PAUSED:
                self._decide(session, service_id, STAYS, by)
            self._give_up_what_waits(session)
            return self._paused(session, pauses(session)[service_id])

    def resume_service(self, service_id: str, *, by: str) -> int:
        """New introductions again: gives how many letters that waited go now. Raises NotFound where none is paused."""
        with self.writing() as session:
            if service_id not in pauses(session):
                raise NotFound(f"{service_id} is not paused")
            self._decide(session, service_id, RESUMED, by)
            here = select(IntroductionRow.id).filter_by(service_id=service_id, state=State.QUEUED)
            waiting = (OutgoingRow.kind == "introduction") & (OutgoingRow.state == "queued")
            held = update(OutgoingRow).where(waiting, OutgoingRow.introduction_id.in_(here))
            went = held.where(OutgoingRow.due_at > self.clock.now()).values(due_at=self.clock.now())
            return session.execute(went).rowcount  # type: ignore[attr-defined,no-any-return]

    def _decide(self, session: Session, service_id: str, what: str, by: str) -> None:
        """A record of its own, with the time and who; the complaints it answers are dealt with."""
        now = self.clock.now()
        session.add(ServiceEventRow(service_id=service_id, what=what, by=by, at=now))
        about = (RequestRow.service_id == service_id) & RequestRow.harm & RequestRow.done_at.is_(None)
        session.execute(update(RequestRow).where(about).values(done_at=now))
        session.flush()

    def paused_services(self) -> list[dict[str, Any]]:
        """Each service to which nothing new goes: since when, by whom, whether the lead has decided, and the short
        names of its letters that wait and of its introductions that go on.
        """
        with self.reading() as session:
            return [self._paused(session, row) for row in pauses(session).values()]

    def _paused(self, session: Session, row: ServiceEventRow) -> dict[str, Any]:
        here = select(IntroductionRow.short, IntroductionRow.state).filter_by(service_id=row.service_id)
        live = session.execute(here.where(IntroductionRow.state.not_in(ENDED)).order_by(IntroductionRow.agreed_at))
        states = [(short, State(state)) for short, state in live]
        return {
            "service_id": row.service_id,
            "at": row.at.isoformat(),
            "by": row.by,
            "decided": row.what == STAYS,
            "waiting": [short for short, state in states if state is State.QUEUED],
            "going_on": [short for short, state in states if state is not State.QUEUED],
        }

    def service_history(self, service_id: str) -> list[dict[str, Any]]:
        """What happened at a service, oldest first, naming nobody but who decided."""
        with self.reading() as session:
            wanted = select(ServiceEventRow).filter_by(service_id=service_id).order_by(ServiceEventRow.id)
            rows = session.scalars(wanted)
            return [{"at": row.at.isoformat(), "what": row.what, "by": row.by} for row in rows]

    def _settle_pauses(self) -> int:
        """Whoever waits for a letter that is held is told so, once a pause; given up, they are told that."""
        with self.reading() as session:
            if not pauses(session):
                return 0
        with self.writing() as session:
            self._remind_lead(session)
            return self._tell_who_waits(session) + self._give_up_what_waits(session)

    def _remind_lead(self, session: Session) -> None:
        """A pause waits for a decision: the lead hears of it again on each of the first days, then once a week."""
        for row in pauses(session).values():
            days = (self.clock.now() - row.at).days
            service = self.directory().services.get(row.service_id)
            if row.what == PAUSED and service is not None and (days in REMINDED or (days and days % 7 == 0)):
                cause, waiting = f"undecided:{row.id}:{days}", len(self._paused(session, row)["waiting"])
                self._to_desk(session, "undecided", cause, to=self.lead, service=service, days=days, waiting=waiting)

    def _tell_who_waits(self, session: Session) -> int:
        undecided = {row.service_id: row.id for row in pauses(session).values() if row.what == PAUSED}
        told = 0
        for row in self._held(session, undecided):
            if self._note(session, row, "waits", "clock", once=f"waits:{undecided[row.service_id]}"):
                self._tell(session, row, "introduction_waits")
                told += 1
        return told

    def _give_up_what_waits(self, session: Session) -> int:
        decided = [row.service_id for row in pauses(session).values() if row.what == STAYS]
        rows = self._held(session, decided)
        for row in rows:
            self._move(session, row, State.FAILED, "failed", "coordinator", data={"reason": "paused"})
            self._stop_mail(session, row)
            self._tell(session, row, "introduction_stopped")
        return len(rows)

    @staticmethod
    def _held(session: Session, services: Collection[str]) -> list[IntroductionRow]:
        """Introductions to these services whose first letter surely has not left, both locked."""
        if not services:
            return []
        waiting = select(IntroductionRow).where(
            IntroductionRow.service_id.in_(list(services)), IntroductionRow.state == State.QUEUED
        )
        found = []
        for row in session.scalars(waiting.with_for_update(skip_locked=True)).all():
            first = select(OutgoingRow).filter_by(introduction_id=row.id, kind="introduction", state="queued")
            letter = session.scalar(first.with_for_update(skip_locked=True).execution_options(populate_existing=True))
            if letter is not None and not may_have_left(letter):
                found.append(row)
        return found
