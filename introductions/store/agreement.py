"""The person's side: agreeing, taking back, answering a question."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from introductions.calendar import next_loud, promised_day
from introductions.errors import (
    KeepNotAgreed,
    LineShut,
    NoIntroduction,
    NotFound,
    NothingToAnswer,
    StaleDraft,
)
from introductions.fields import agreed_to
from introductions.links import is_stale, token_end
from introductions.model import How, Introduction, Reached
from introductions.states import State
from introductions.store import consents
from introductions.store.base import person_row
from introductions.store.changes import Actor, Changes, as_introduction, may_have_left
from introductions.store.drafts import draft_fields, refuse
from introductions.store.incidents import is_shut
from introductions.store.tables import ConsentRow, DraftRow, EventRow, IntroductionRow, OfferRow, OutgoingRow
from introductions.store.ways import CHAT_NOTICE, letter_address
from introductions.texts import relayed


class Agreement(Changes):
    def agree(
        self,
        draft_id: str,
        version: int,
        *,
        how: How,
        channel: str,
        wording: str,
        key: str,
        witness: str | None = None,
    ) -> Introduction:
        """Record the consent to exactly the stored texts of ``version`` and queue the letter, in one transaction.

        Raises StaleDraft when another version is the current one or its link is old (``fresh_draft``), NoIntroduction
        when this person may not be introduced there any more (Paused: for now). Agreeing again to an agreed draft
        gives back its introduction. ``witness``: who heard a spoken consent.
        """

        def act(session: Session) -> Introduction:
            draft = session.get(DraftRow, draft_id, with_for_update=True)
            if draft is None or draft.state == "discarded":
                raise NotFound(f"draft {draft_id} is not open")
            if draft.version != version:
                raise StaleDraft(f"draft {draft_id} is at version {draft.version}, not {version}")
            if draft.state == "agreed":
                return as_introduction(session, self._row(session, draft.introduction_id))
            if is_stale(self.cipher, draft.token, self.clock.now()):
                raise StaleDraft(f"the link of draft {draft_id} is too old to be sent")
            person = person_row(session, draft.person_id)
            if person.keep != "agreed":
                raise KeepNotAgreed(f"person {person.id} has not agreed to being kept")
            service = self.directory().services.get(draft.service_id)
            if service is None:
                raise NoIntroduction("unknown_service")
            refuse(session, self.directory(), person, service)
            consent = self._consent(session, draft, how=how, channel=channel, wording=wording, witness=witness)
            row = self._introduce(session, draft, consent)
            return as_introduction(session, row)

        return self.once(self._draft_owner(draft_id), "agree", key, Introduction, act)

    def _draft_owner(self, draft_id: str) -> str:
        with self.reading() as session:
            person_id = session.scalar(select(DraftRow.person_id).filter_by(id=draft_id))
        if person_id is None:
            raise NotFound(f"no draft {draft_id}")
        return person_id

    def _consent(
        self, session: Session, draft: DraftRow, *, how: How, channel: str, wording: str, witness: str | None
    ) -> ConsentRow:
        return consents.give(
            session,
            self.clock.now(),
            draft.person_id,
            "introduction",
            channel=channel,
            how=how,
            wording=wording,
            provider_id=draft.provider_id,
            introduction_id=draft.introduction_id,
            draft_version=draft.version,
            fields=agreed_to(draft_fields(draft)),
            texts=draft.texts,
            witness=witness,
            until=token_end(self.cipher, draft.token),
        )

    def _introduce(self, session: Session, draft: DraftRow, consent: ConsentRow) -> IntroductionRow:
        now = self.clock.now()
        due = next_loud(now, self.values.quiet_hours)
        name = draft_fields(draft)["name"]
        row = IntroductionRow(
            id=draft.introduction_id,
            short=draft.short,
            person_id=draft.person_id,
            provider_id=draft.provider_id,
            service_id=draft.service_id,
            consent_id=consent.id,
            state=State.DRAFT,
            agreed_at=now,
            due_at=due,
            changed_at=now,
            round=1,
            promised_day=promised_day(due, self._working_days(draft.provider_id)),
            name=name.text if name.on else "",
            page_text=draft.texts["page_text"],
            token=draft.token,
            token_hash=self.cipher.digest(draft.token),
            link_until=token_end(self.cipher, draft.token),
        )
        session.add(row)
        session.flush()
        self._move(session, row, State.QUEUED, "agreed", "person")
        self._queue_letter(session, row, draft, due)
        draft.state = "agreed"
        self._offers(session, row, "introduced")
        return row

    def _working_days(self, provider_id: str) -> tuple[int, ...]:
        provider = self.directory().providers.get(provider_id)
        return provider.working_days if provider else ()

    def _queue_letter(self, session: Session, row: IntroductionRow, draft: DraftRow, due: datetime) -> None:
        provider = self._provider(row)
        if provider is None or not provider.takes_introductions:
            raise NotFound(f"provider {row.provider_id} takes no introductions")
        texts = (draft.texts["mail_subject"], draft.texts["mail_text"], draft.texts["mail_html"])
        self._queue(
            session, row.id, "introduction", f"{row.id}:introduction:1", to=letter_address(session, provider),
            texts=texts, due=due,
        )  # fmt: skip

    def of_person(self, person_id: str) -> list[Introduction]:
        """Every introduction of a person with its events, newest first."""
        with self.reading() as session:
            rows = session.scalars(
                select(IntroductionRow).filter_by(person_id=person_id).order_by(IntroductionRow.agreed_at.desc())
            )
            return [as_introduction(session, row) for row in rows]

    def introduction(self, introduction_id: str) -> Introduction:
        """Raises NotFound."""
        with self.reading() as session:
            row = session.get(IntroductionRow, introduction_id)
            if row is None:
                raise NotFound(f"no introduction {introduction_id}")
            return as_introduction(session, row)

    def withdraw(self, introduction_id: str, *, by: Actor, reason: str, key: str, channel: str = "") -> Introduction:
        """Take an introduction back. Still queued, the provider never hears of it; sent, or perhaps sent (``reached``),
        they are told and see no more.

        ``by`` anyone but the person, the person is told too. Raises ImpossibleChange when it has ended another way.
        """

        def act(session: Session) -> Introduction:
            row = self._row(session, introduction_id)
            if row.ended_as != State.WITHDRAWN:
                self._withdraw(session, row, by, reason, channel)
            return as_introduction(session, row)

        return self.once(self._owner(introduction_id), "withdraw", key, Introduction, act)

    def _withdraw(self, session: Session, row: IntroductionRow, by: Actor, reason: str, channel: str) -> None:
        letters = session.scalars(select(OutgoingRow).filter_by(introduction_id=row.id).with_for_update()).all()
        heard = any(may_have_left(letter) for letter in letters if letter.kind == "introduction")
        reached: Reached = "yes" if row.sent_at else "perhaps" if heard else "no"
        self._move(session, row, State.WITHDRAWN, "withdrawn", by, why=reason, data={"reached": reached})
        given = session.get_one(ConsentRow, row.consent_id)
        how: How = given.how  # type: ignore[assignment]
        consents.take_back(
            session, self.clock.now(), given, channel=channel or given.channel, how=how, wording=given.wording
        )
        row.paused_at = None
        for letter in letters:
            if letter.state == "queued" and letter.kind != CHAT_NOTICE:
                letter.state = "stopped"
        if heard:
            self._mail(session, row, "withdrawn")
        if by == "person":
            self._offers(session, row, "offered", only="introduced")
        else:
            self._tell(session, row, "introduction_withdrawn")

    @staticmethod
    def _offers(session: Session, row: IntroductionRow, state: str, *, only: str | None = None) -> None:
        """What its place is to the person now; one they took their letter back from may be asked for again, unless
        they said that it is not for them.
        """
        theirs = update(OfferRow).where(OfferRow.person_id == row.person_id, OfferRow.service_id == row.service_id)
        theirs = theirs.where(OfferRow.state == only) if only else theirs
        session.execute(theirs.values(state=state))

    def _owner(self, introduction_id: str) -> str:
        with self.reading() as session:
            person_id = session.scalar(select(IntroductionRow.person_id).filter_by(id=introduction_id))
        if person_id is None:
            raise NotFound(f"no introduction {introduction_id}")
        return person_id

    def answer_question(self, introduction_id: str, text: str, key: str) -> Introduction:
        """Answer the provider's open question, once. The provider's clock goes on from where it was.

        Raises NothingToAnswer when no question is open, and LineShut.
        """

        def act(session: Session) -> Introduction:
            row = self._row(session, introduction_id)
            if row.state != State.QUESTION or row.paused_at is None:
                raise NothingToAnswer(f"introduction {introduction_id} has no open question")
            if is_shut(session, row):
                raise LineShut(f"nothing goes to the place of introduction {introduction_id} now")
            row.answer = relayed(text)
            self._go_on(row)
            self._move(session, row, State.QUESTION, "answered", "person", data={"text": row.answer})
            asked = session.scalars(select(EventRow.id).filter_by(introduction_id=row.id, kind="asked")).all()
            self._mail(session, row, "answer", len(asked))
            return as_introduction(session, row)

        return self.once(self._owner(introduction_id), "answer_question", key, Introduction, act)
