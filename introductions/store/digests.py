"""One mail a week to a place, with all that still waits for its answer, in place of further reminders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from introductions import calendar
from introductions.states import State
from introductions.store.base import new_id
from introductions.store.changes import Changes
from introductions.store.incidents import held_by_incident
from introductions.store.tables import EventRow, IntroductionRow, OutgoingRow
from introductions.store.ways import letter_address
from introductions.store.weeks import away_of
from introductions.templates import render_mail

DIGEST = "digest"
A_WEEK = timedelta(days=7) - timedelta(hours=2)
"""Two hours less, since clocks change."""
AFTER_REMINDER, AFTER_ASKING = timedelta(days=4), timedelta(days=5)
"""A letter stands in a digest only so long after its own reminder, and after it went or was asked about anew."""
_ASKED_ANEW = (IntroductionRow.state == State.ON_HOLD) & IntroductionRow.hold_until.is_(None)
_WAITS = or_(IntroductionRow.state.in_((State.SENT, State.QUESTION)), _ASKED_ANEW) & IntroductionRow.paused_at.is_(None)
_WAITS &= IntroductionRow.link_revoked_at.is_(None)


class Digests(Changes):
    def send_digests(self, now: datetime) -> int:
        """Queue what is due, on the places' own working days from ten on; gives how many. Two workers may call it."""
        today = calendar.london_date(now)
        if now < calendar.london(today, calendar.CLOCK_TIME):
            return 0
        due = []
        with self.reading() as session:
            for provider_id in session.scalars(select(IntroductionRow.provider_id).where(_WAITS).distinct()).all():
                provider = self.directory().providers.get(provider_id)
                works = provider and calendar.is_working_day(today, provider.working_days, away_of(provider))
                if works and _listed(session, provider_id, now) and not _lately(session, provider_id, now):
                    due.append(provider_id)
        return sum(self._once_a_day(provider_id, now) for provider_id in due)

    def _once_a_day(self, provider_id: str, now: datetime) -> int:
        def act(session: Session) -> int:
            return self._digest(session, provider_id, now)

        return self.once(provider_id, DIGEST, f"{calendar.london_date(now)}", int, act)

    def _digest(self, session: Session, provider_id: str, now: datetime) -> int:
        provider = self.directory().providers.get(provider_id)
        rows = _listed(session, provider_id, now)
        if provider is None or not rows or held_by_incident(session, provider_id):
            return 0
        letters = [(row.short, f"{self.values.base_url}/i/{row.token}") for row in rows]
        subject, text, html = render_mail(DIGEST, {"letters": letters, "operator": self.values.operator})
        cause = f"{DIGEST}:{provider_id}:{calendar.london_date(now)}"
        session.add(
            OutgoingRow(
                id=new_id(), introduction_id=None, kind=DIGEST, cause=cause,
                message_id=f"<{self.cipher.digest(cause)[:32]}@{self._mail_domain()}>",
                to=letter_address(session, provider), reply_to="", subject=subject, text=text, html=html,
                written_at=self.clock.now(), due_at=now, state="queued",
            )
        )  # fmt: skip
        for row in rows:
            self._note(session, row, "in_digest", "clock", once=f"in_digest:{calendar.london_date(now)}")
        return 1


def _listed(session: Session, provider_id: str, now: datetime) -> Sequence[IntroductionRow]:
    """Letters without an answer whose own reminder went some days ago, oldest first."""
    reminded = select(EventRow.introduction_id).where(EventRow.kind == "reminded", EventRow.at <= now - AFTER_REMINDER)
    wanted = select(IntroductionRow).where(_WAITS, IntroductionRow.provider_id == provider_id)
    wanted = wanted.where(IntroductionRow.anchor <= now - AFTER_ASKING)
    return session.scalars(wanted.where(IntroductionRow.id.in_(reminded)).order_by(IntroductionRow.sent_at)).all()


def _lately(session: Session, provider_id: str, now: datetime) -> bool:
    theirs = OutgoingRow.cause.startswith(f"{DIGEST}:{provider_id}:", autoescape=True)
    last = session.scalar(select(func.max(OutgoingRow.due_at)).where(theirs))
    return last is not None and now - last < A_WEEK


def digest_may_go(session: Session, row: OutgoingRow) -> bool:
    """At the moment of sending: something of this place still waits, and nothing of it is held."""
    provider_id = row.cause.split(":")[1]
    waits = select(IntroductionRow.id).where(_WAITS, IntroductionRow.provider_id == provider_id).limit(1)
    return session.scalar(waits) is not None and not held_by_incident(session, provider_id)
