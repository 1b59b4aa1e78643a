"""Somebody of ours is told at once that a person spoke of danger; and letters agreed before it are asked about."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from introductions.store.base import person_row
from introductions.store.desk_mail import ALERT, DeskMail
from introductions.store.tables import IntroductionRow, OutgoingRow


class Alerts(DeskMail):
    def alert(self, person_id: str, kinds: Sequence[str], *, to: str, key: str) -> None:
        """Queue a mail to the safeguarding lead, without a word of what was said. Once a ``key``."""

        def act(session: Session) -> None:
            person_row(session, person_id)
            named = ", ".join(kind.replace("_", " ") for kind in kinds)
            self._to_desk(session, ALERT, f"{ALERT}:{key}", to=to, about=person_id, kinds=named, person=person_id)

        self.once(person_id, ALERT, key, type(None), act)

    def let_letters_go(self, person_id: str, key: str) -> int:
        """The person's yes, after a talk about danger: what they agreed to before it goes now. Gives how many go."""

        def act(session: Session) -> int:
            row = person_row(session, person_id)
            row.crisis_wait_until = row.crisis_at = None
            theirs = select(IntroductionRow.id).filter_by(person_id=person_id)
            first = (OutgoingRow.kind == "introduction") & (OutgoingRow.state == "queued")
            waiting = update(OutgoingRow).where(OutgoingRow.introduction_id.in_(theirs), first)
            return session.execute(waiting.values(due_at=self.clock.now())).rowcount  # type: ignore[attr-defined,no-any-return]

        return self.once(person_id, "let_letters_go", key, int, act)
