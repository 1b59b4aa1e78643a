"""Introductions as the command line and the desk list them: states, events and clocks, words only when revealed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from introductions.errors import NotFound
from introductions.outcomes import codes_of
from introductions.states import State
from introductions.store.clockwork import Clockwork
from introductions.store.tables import AccessRow, EventRow, FollowUpRow, IntroductionRow


class Records(Clockwork):
    def list_introductions(self, state: State | None = None) -> list[dict[str, Any]]:
        """Ids, places, states and dates for the command line; nothing personal."""
        with self.reading() as session:
            wanted = select(IntroductionRow).order_by(IntroductionRow.agreed_at)
            rows = session.scalars(wanted.filter_by(state=state) if state else wanted)
            return [_public(row) for row in rows]

    def show_introduction(self, introduction_id: str, *, reveal_to: str | None = None) -> dict[str, Any]:
        """One introduction by id or short reference, with events and clocks; words only when ``reveal_to``
        names who looks.

        Revealing writes the access log. Raises NotFound.
        """
        with self.writing() as session:
            either = (IntroductionRow.id == introduction_id) | (
                func.upper(IntroductionRow.short) == introduction_id.upper()
            )
            row = session.scalar(select(IntroductionRow).where(either))
            if row is None:
                raise NotFound(f"no introduction {introduction_id}")
            events = session.scalars(select(EventRow).filter_by(introduction_id=row.id).order_by(EventRow.id))
            shown = _public(row) | {"events": [_event(event, reveal_to is not None) for event in events]}
            shown |= {"clocks": [{"name": name, "at": _iso(at)} for name, at in self._coming(session, row)]}
            asked = session.scalars(select(FollowUpRow).filter_by(introduction_id=row.id).order_by(FollowUpRow.id))
            shown |= {"follow_ups": [_follow_up(one) for one in asked]}
            if reveal_to is not None:
                shown |= {
                    "name": row.name,
                    "page_text": row.page_text,
                    "contact": row.contact,
                    "question": row.question,
                }
                session.add(AccessRow(person_id=row.person_id, who=reveal_to, what="introduction", at=self.clock.now()))
            return shown


def _iso(at: date | datetime | None) -> str | None:
    return at.isoformat() if at else None


def _follow_up(row: FollowUpRow) -> dict[str, Any]:
    known = {"step": row.step, "asked": row.asked, "asked_at": _iso(row.asked_at), "answered_at": _iso(row.answered_at)}
    return known | {"answers": codes_of(row.answers)}


def _public(row: IntroductionRow) -> dict[str, Any]:
    times = (
        "agreed_at",
        "due_at",
        "sent_at",
        "changed_at",
        "anchor",
        "paused_at",
        "link_until",
        "promised_day",
        "hold_until",
    )
    known = {"id": row.id, "short": row.short, "provider_id": row.provider_id, "service_id": row.service_id}
    return known | {"state": row.state, "ended_as": row.ended_as} | {name: _iso(getattr(row, name)) for name in times}


def _event(row: EventRow, reveal: bool) -> dict[str, Any]:
    event = {"at": _iso(row.at), "kind": row.kind, "actor": row.actor, "before": row.before, "after": row.after}
    return event | ({"why": row.why, "data": row.data} if reveal else {})
