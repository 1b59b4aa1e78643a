"""What waits for a person of ours: somebody wants to talk, to be rung, or to complain."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal, NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from introductions.complaints import tells_harm
from introductions.errors import NotFound
from introductions.store.base import person_row
from introductions.store.desk_mail import HARM, REQUEST, TO_DESK, DeskMail
from introductions.store.service_events import pause
from introductions.store.tables import AccessRow, DislikeRow, IntroductionRow, OutgoingRow, RequestRow, WriteRow

BEING_TOLD = timedelta(hours=2)
"""How long a complaint may be gone on with; afterwards other words are another one."""
FINISHED = "finish_complaint"
Kind = Literal["person", "call", "complaint"]


class Begun(NamedTuple):
    """A complaint that is still being told; ``harm``: somebody hurt or scared them."""

    number: int
    harm: bool
    text: str


class Desk(DeskMail):
    def ask_for_person(self, person_id: str, kind: Kind, key: str, text: str = "") -> None:
        """Note that this person asked for somebody, in their ``text``. One that still waits is not noted twice."""

        def act(session: Session) -> None:
            waiting = select(RequestRow.id).filter_by(person_id=person_id, kind=kind, done_at=None)
            if session.scalar(waiting) is None:
                self._add(session, person_id, kind, text)

        self.once(person_id, "ask_for_person", key, type(None), act)

    def complain(self, person_id: str, text: str, key: str) -> int:
        """Keep a complaint in the person's own words, which no provider sees, and tell the coordinator that there is
        one. Gives its number.
        """
        return self.once(person_id, "complain", key, int, lambda s: self._add(s, person_id, "complaint", text))

    def complain_in_danger(self, person_id: str, text: str, key: str) -> None:
        """As ``complain``, for words of danger that answered a question about the complaint. What was begun is gone on
        with (``unfinished_complaint``), and plain harm reaches the lead now. Before a yes no words are kept.
        """

        def act(session: Session) -> None:
            person = person_row(session, person_id)
            words = text if person.keep != "none" else ""
            row = self._unfinished(session, person_id)
            if row is None:
                row = self._found(session, self._add(session, person_id, "complaint", words))
            else:
                row.text = "\n".join(filter(None, (row.text, words)))
            if tells_harm(text):
                self._harm(session, row)

        self.once(person_id, "complain_in_danger", key, type(None), act)

    def unfinished_complaint(self, person_id: str) -> Begun | None:
        """The complaint that this person is still telling, if there is one."""
        with self.reading() as session:
            row = self._unfinished(session, person_id)
            return Begun(row.id, row.harm, row.text) if row else None

    def finish_complaint(self, person_id: str, number: int) -> None:
        """All was said that they wish to say."""
        self.once(person_id, FINISHED, str(number), type(None), lambda _session: None)

    def _unfinished(self, session: Session, person_id: str) -> RequestRow | None:
        waits = select(RequestRow).filter_by(person_id=person_id, kind="complaint", done_at=None)
        begun = waits.where(RequestRow.at > self.clock.now() - BEING_TOLD).order_by(RequestRow.id.desc())
        row = session.scalar(begun.limit(1))
        told = select(WriteRow.id).filter_by(subject=person_id, name=FINISHED, key=str(row.id if row else ""))
        return None if row is None or session.scalar(told) is not None else row

    def add_to_complaint(self, person_id: str, number: int, text: str, key: str) -> None:
        """More words on the same complaint. Raises NotFound."""

        def act(session: Session) -> None:
            row = self._mine(session, person_id, number)
            row.text = "\n".join(filter(None, (row.text, text)))

        self.once(person_id, "add_to_complaint", key, type(None), act)

    def complain_of_harm(self, person_id: str, number: int, service_id: str | None, key: str) -> None:
        """Somebody hurt or scared them: the safeguarding lead hears at once, without a word of it.

        Where they said at which service, nothing new goes there until the lead decides, and they are not shown it
        again. The provider hears nothing. Raises NotFound.
        """

        def act(session: Session) -> None:
            row = self._mine(session, person_id, number)
            known = self.directory().services.get(service_id or "")
            row.service_id = known.id if known else row.service_id
            if known:
                pause(session, known.id, "complaint", self.clock.now())
                self._dislike(session, person_id, known.id, known.provider_id)
            self._harm(session, row)

        self.once(person_id, "complain_of_harm", key, type(None), act)

    def _harm(self, session: Session, row: RequestRow) -> None:
        row.harm = True
        service = self.directory().services.get(row.service_id or "")
        cause = _cause(row.id, HARM) + (row.service_id or "")
        self._to_desk(session, HARM, cause, to=self.lead, about=row.person_id, number=row.id, service=service)

    def _dislike(self, session: Session, person_id: str, service_id: str, provider_id: str) -> None:
        known = select(DislikeRow.id).filter_by(person_id=person_id, service_id=service_id)
        if session.scalar(known) is None:
            now = self.clock.now()
            session.add(DislikeRow(person_id=person_id, service_id=service_id, provider_id=provider_id, at=now))

    def desk_requests(self, *, done: bool = False) -> list[dict[str, Any]]:
        """What waits, oldest first, or with ``done`` all that is kept: no words, nothing of whom."""
        wanted = select(RequestRow).order_by(RequestRow.at)
        with self.reading() as session:
            return [_public(row) for row in session.scalars(wanted if done else wanted.filter_by(done_at=None))]

    def show_request(self, number: int, *, by: str) -> dict[str, Any]:
        """One of them with its words and whose it is; who looked is recorded. Raises NotFound."""
        with self.writing() as session:
            row = self._found(session, number)
            session.add(AccessRow(person_id=row.person_id, who=by, what=row.kind, at=self.clock.now()))
            return _public(row) | {"person": row.person_id, "text": row.text}

    def close_request(self, number: int) -> None:
        """It was dealt with. Raises NotFound."""
        with self.writing() as session:
            row = self._found(session, number)
            row.done_at = row.done_at or self.clock.now()

    @staticmethod
    def _found(session: Session, number: int) -> RequestRow:
        row = session.get(RequestRow, number, with_for_update=True)
        if row is None:
            raise NotFound(f"nothing waits under {number}")
        return row

    def _mine(self, session: Session, person_id: str, number: int) -> RequestRow:
        row = self._found(session, number)
        if row.person_id != person_id:
            raise NotFound(f"complaint {number} is not of {person_id}")
        return row

    def _add(self, session: Session, person_id: str, kind: Kind, text: str) -> int:
        person_row(session, person_id)
        row = RequestRow(person_id=person_id, kind=kind, text=text, at=self.clock.now(), harm=False)
        session.add(row)
        session.flush()
        cause = _cause(row.id)
        self._to_desk(session, REQUEST, cause, to=self.desk, about=person_id, number=row.id, what=kind)
        return row.id


def _public(row: RequestRow) -> dict[str, Any]:
    done = row.done_at.isoformat() if row.done_at else None
    known = {"number": row.id, "kind": row.kind, "harm": row.harm, "service_id": row.service_id}
    return known | {"at": row.at.isoformat(), "done_at": done}


def forget_mail(session: Session, person_id: str) -> None:
    """Mail to our own people about what this person asked for, and about their letters, goes with them."""
    for introduction_id in session.scalars(select(IntroductionRow.id).filter_by(person_id=person_id)).all():
        about = OutgoingRow.kind.in_(TO_DESK) & OutgoingRow.cause.startswith(f"{introduction_id}:")
        session.execute(delete(OutgoingRow).where(about))
    for number in session.scalars(select(RequestRow.id).filter_by(person_id=person_id)).all():
        of_it = (OutgoingRow.cause == _cause(number)) | OutgoingRow.cause.startswith(_cause(number, HARM))
        session.execute(delete(OutgoingRow).where(of_it))


def _cause(number: int, kind: str = REQUEST) -> str:
    return f"{kind}:{number}:"
