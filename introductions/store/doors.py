"""A door hears "met", with the person's yes, and never who, where or what about."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from introductions.calendar import next_loud
from introductions.errors import NotFound
from introductions.states import State
from introductions.store import consents
from introductions.store.base import person_row
from introductions.store.changes import Changes
from introductions.store.tables import IntroductionRow, OutgoingRow, WriteRow
from introductions.templates import render_mail

DOOR_HEARS = "door_hears"
_MET = (State.MET, State.GOING)


class Doors(Changes):
    def ask_for_door(self, person_id: str, key: str) -> bool:
        """Whether to ask now: somebody was met, and the question was not asked in another turn."""

        def act(session: Session) -> bool:
            person_row(session, person_id)
            asked = select(WriteRow.result).filter_by(subject=person_id, name="ask_for_door")
            before = session.scalars(asked.where(WriteRow.key != key)).all()
            met = select(IntroductionRow.id).where(
                IntroductionRow.person_id == person_id, IntroductionRow.state.in_(_MET)
            )
            return "true" not in before and session.scalar(met.limit(1)) is not None

        return self.once(person_id, "ask_for_door", key, bool, act)

    def let_door_hear(self, person_id: str, provider_id: str, *, channel: str, wording: str, key: str) -> None:
        """Record the consent and queue the one mail that it allows. Raises NotFound for a door without an address."""

        def act(session: Session) -> None:
            person_row(session, person_id)
            provider = self.directory().providers.get(provider_id)
            if provider is None or not provider.letter_email:
                raise NotFound(f"no provider {provider_id} that can be written to")
            now = self.clock.now()
            texts = render_mail(DOOR_HEARS, {"operator": self.values.operator})
            given = consents.give(
                session, now, person_id, DOOR_HEARS, channel=channel, how="tap", wording=wording,
                provider_id=provider_id, texts={"mail": texts[1]},
            )  # fmt: skip
            due, cause = next_loud(now, self.values.quiet_hours), f"{given.id}:{DOOR_HEARS}:1"
            to = provider.letter_email
            self._queue(session, given.id, DOOR_HEARS, cause, to=to, texts=texts, due=due, bound=False)

        self.once(person_id, "let_door_hear", key, type(None), act)


def door_may_hear(session: Session, row: OutgoingRow, now: datetime) -> bool:
    """The consent of this mail, read at the moment of sending."""
    return consents.is_valid(session, row.cause.partition(":")[0], now)
