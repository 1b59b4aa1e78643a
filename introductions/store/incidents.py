"""A leak at a provider, contained: its links are dead, its queue is held, and everybody exposed can be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from introductions.errors import NotFound
from introductions.fields import IN_MAIL
from introductions.states import CHANGES, ENDED, State
from introductions.store.base import new_short
from introductions.store.changes import Changes, may_have_left
from introductions.store.incident_table import ExposureRow, IncidentRow
from introductions.store.keeper_tables import revoke_keeper_links
from introductions.store.tables import AccessRow, ConsentRow, IntroductionRow, MessageRow, OutgoingRow
from introductions.store.ways import chat_row, end_chat

TO_REPORT = timedelta(hours=72)
NEWS = "data_incident"
"""The news that an approved message becomes. Told whether or not they let us write first: it is their right."""

Draft = Callable[[str, Mapping[str, Any]], str]
"""The words for one person, from the provider's name and what was exposed; ``ended``: their letter there is over."""


class Incidents(Changes):
    def open_incident(self, provider_id: str, since: datetime, *, by: str, draft: Draft) -> dict[str, Any]:
        """Contain a leak that began at ``since``, as ``show_incident`` gives it. Again while open: the same, gone on.

        Exposed is every introduction whose letter may have reached the provider and that had not ended by then. Those
        links are dead for good, and its chat is left; what waits to go to the provider waits until ``close_incident``.
        What still waited for an answer ends, since none can come; what was accepted stands, without words between the
        two. Nothing is sent.
        Raises NotFound for an unknown provider.
        """
        provider = self.directory().providers.get(provider_id)
        if provider is None:
            raise NotFound(f"no provider {provider_id}")
        with self.writing() as session:
            row = self._incident(session, provider_id, since, by)
            chat = chat_row(session, provider_id)
            if chat is not None:
                end_chat(session, chat, provider, self.clock.now())
            revoke_keeper_links(session, provider_id, self.clock.now())
            for introduction in self._reached(session, provider_id, row.since):
                introduction.link_revoked_at = introduction.link_revoked_at or self.clock.now()
                self._end_there(session, introduction)
                self._expose(session, row, introduction, provider.name, draft)
            return self._shown(session, row, by)

    def _incident(self, session: Session, provider_id: str, since: datetime, by: str) -> IncidentRow:
        open_one = select(IncidentRow).filter_by(provider_id=provider_id, closed_at=None).with_for_update()
        row = session.scalar(open_one)
        if row is None:
            now = self.clock.now()
            row = IncidentRow(
                id=new_short(), provider_id=provider_id, since=since, opened_at=now, opened_by=by,
                report_by=now + TO_REPORT,
            )  # fmt: skip
            session.add(row)
        row.since = min(row.since, since)
        session.flush()
        return row

    @staticmethod
    def _reached(session: Session, provider_id: str, since: datetime) -> list[IntroductionRow]:
        lasted = or_(IntroductionRow.state.not_in(ENDED), IntroductionRow.changed_at >= since)
        wanted = select(IntroductionRow).where(IntroductionRow.provider_id == provider_id, lasted).with_for_update()
        letters = select(OutgoingRow).filter_by(kind="introduction")
        return [
            row
            for row in session.scalars(wanted.order_by(IntroductionRow.agreed_at)).all()
            if any(map(may_have_left, session.scalars(letters.filter_by(introduction_id=row.id))))
        ]

    def _end_there(self, session: Session, row: IntroductionRow) -> None:
        """No answer can come by a dead link. Its person hears by the message that is approved."""
        to = next((one for one in (State.FAILED, State.EXPIRED) if one in CHANGES[State(row.state)]), None)
        if to is not None:
            row.paused_at = None
            self._move(session, row, to, str(to), "coordinator", data={"reason": "incident"})
            self._stop_mail(session, row)

    def _expose(self, session: Session, incident: IncidentRow, row: IntroductionRow, name: str, draft: Draft) -> None:
        known = select(ExposureRow.id).filter_by(incident_id=incident.id, introduction_id=row.id)
        if session.scalar(known) is not None:
            return
        fields = session.get_one(ConsentRow, row.consent_id).fields
        relayed = session.scalar(select(func.count()).select_from(MessageRow).filter_by(introduction_id=row.id)) or 0
        exposed = {
            "mail": [field for field in fields if field in IN_MAIL],
            "page": [field for field in fields if field not in IN_MAIL],
            "relayed": relayed,
            "opened": row.opened_at is not None,
        }
        session.add(
            ExposureRow(
                incident_id=incident.id, person_id=row.person_id, introduction_id=row.id, exposed=exposed,
                message=draft(name, exposed | {"ended": State(row.state) in ENDED}),
            )
        )  # fmt: skip
        self._note(session, row, "incident", "coordinator", once=f"incident:{incident.id}")
        session.flush()

    def show_incident(self, incident_id: str, *, by: str) -> dict[str, Any]:
        """The leak, its 72-hour clock, and each person exposed with their drafted message; in everyone's access log.

        Raises NotFound.
        """
        with self.writing() as session:
            return self._shown(session, self._found(session, incident_id), by)

    def approve_incident(self, incident_id: str, *, by: str, introduction_id: str | None = None) -> int:
        """Send the drafted messages, or the one about an introduction; each once. Gives how many are on their way."""
        with self.writing() as session:
            row = self._found(session, incident_id)
            waiting = select(ExposureRow).filter_by(incident_id=row.id, approved_at=None).with_for_update()
            if introduction_id is not None:
                waiting = waiting.filter_by(introduction_id=introduction_id)
            exposures = session.scalars(waiting).all()
            for one in exposures:
                one.approved_at, one.approved_by = self.clock.now(), by
                self._tell(session, self._row(session, one.introduction_id), NEWS, text=one.message)
            return len(exposures)

    def close_incident(self, incident_id: str) -> None:
        """The provider is safe again: what waited for it goes on. Dead links stay dead."""
        with self.writing() as session:
            row = self._found(session, incident_id)
            row.closed_at = row.closed_at or self.clock.now()

    def _found(self, session: Session, incident_id: str) -> IncidentRow:
        row = session.get(IncidentRow, incident_id.upper(), with_for_update=True)
        if row is None:
            raise NotFound(f"no incident {incident_id}")
        return row

    def _shown(self, session: Session, row: IncidentRow, by: str) -> dict[str, Any]:
        exposures = session.scalars(select(ExposureRow).filter_by(incident_id=row.id).order_by(ExposureRow.id)).all()
        for person_id in dict.fromkeys(one.person_id for one in exposures):
            session.add(AccessRow(person_id=person_id, who=by, what="incident", at=self.clock.now()))
        times = ("since", "opened_at", "report_by", "closed_at")
        known: dict[str, Any] = {"id": row.id, "provider_id": row.provider_id, "opened_by": row.opened_by}
        known |= {name: at.isoformat() if (at := getattr(row, name)) else None for name in times}
        return known | {"people": [_exposure(one) for one in exposures]}


def _exposure(row: ExposureRow) -> dict[str, Any]:
    return {
        "person": row.person_id,
        "introduction": row.introduction_id,
        "exposed": row.exposed,
        "message": row.message,
        "approved_at": row.approved_at.isoformat() if row.approved_at else None,
    }


def is_shut(session: Session, row: IntroductionRow) -> bool:
    """Whether no words may pass: its link is dead, or nothing may go to its provider now."""
    return row.link_revoked_at is not None or held_by_incident(session, row.provider_id)


def held_by_incident(session: Session, provider_id: str) -> bool:
    """Whether nothing may go to this provider now."""
    return session.scalar(select(IncidentRow.id).filter_by(provider_id=provider_id, closed_at=None)) is not None
