"""Drafts: the letter before it is agreed, every version rendered and stored as it was shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from introductions import letter
from introductions.errors import NoIntroduction, NotFound, Paused
from introductions.fields import FIELDS, compose, edited, switched
from introductions.following import carried, following, kept_words, noted
from introductions.links import is_stale, new_token
from introductions.model import Draft, DraftField, Fact
from introductions.states import ENDED
from introductions.store.ages import admits, age_of
from introductions.store.base import Base, new_id, new_short, person_row
from introductions.store.incidents import held_by_incident
from introductions.store.memory import as_fact, standing_facts
from introductions.store.service_events import is_paused
from introductions.store.tables import DraftRow, IntroductionRow, PersonRow
from introductions.voice import voice_of
from knowledge.directory import Directory
from knowledge.listing import Service


def draft_fields(row: DraftRow) -> dict[str, DraftField]:
    """By field; a draft that was stored before a field came to be has none of it."""
    stored = {name: DraftField(**values) for name, values in row.fields.items()}
    return {name: DraftField(False, "") for name in FIELDS} | stored


def _stored(fields: Mapping[str, DraftField]) -> dict[str, dict[str, object]]:
    """What waits is written only where something does, so that the release before this one reads the rest."""
    return {
        name: {key: value for key, value in asdict(field).items() if key != "waits" or value}
        for name, field in fields.items()
    }


def as_draft(row: DraftRow) -> Draft:
    return Draft(
        id=row.id,
        person_id=row.person_id,
        version=row.version,
        provider_id=row.provider_id,
        service_id=row.service_id,
        introduction_id=row.introduction_id,
        fields=draft_fields(row),
        sha256s=row.sha256s,
        state=row.state,  # type: ignore[arg-type]
        **row.texts,
    )


def refuse(session: Session, directory: Directory, person: PersonRow, service: Service) -> None:
    """Raises NoIntroduction where this person cannot be introduced there, as things stand at this moment."""
    if not directory.provider_of(service).takes_introductions:
        raise NoIntroduction("takes_none")
    if service.capacity == "closed":
        raise NoIntroduction("closed")
    if held_by_incident(session, service.provider_id) or is_paused(session, service.id):
        raise Paused
    if person.keep != "agreed":
        raise NoIntroduction("just_look")
    if not admits(service, age_of(session, person)):
        raise NoIntroduction("age")
    mine = select(IntroductionRow.state).filter_by(person_id=person.id, service_id=service.id)
    if any(state not in ENDED for state in session.scalars(mine)):
        raise NoIntroduction("already_introduced")


class Drafts(Base):
    def draft(self, person_id: str, service_id: str, *, key: str) -> Draft:
        """A finished letter with safe defaults. It takes the place of an open draft for another service.

        An open draft for the same service is given back as it is. Raises NoIntroduction, saying why, when this place
        cannot be introduced to for this person.
        """

        def act(session: Session) -> Draft:
            person = person_row(session, person_id)
            service = self._service(service_id)
            refuse(session, self.directory(), person, service)
            open_drafts = session.scalars(select(DraftRow).filter_by(person_id=person_id, state="open")).all()
            same = next((row for row in open_drafts if row.service_id == service_id), None)
            for row in open_drafts:
                row.state = row.state if row is same else "discarded"
            if same:
                self._renew(session, same)
                self._follow(session, same)
            return as_draft(same or self._new(session, person, service))

        return self.once(person_id, "draft", key, Draft, act)

    def _service(self, service_id: str) -> Service:
        service = self.directory().services.get(service_id)
        if service is None:
            raise NoIntroduction("unknown_service")
        return service

    def _told(self, session: Session, person: PersonRow, service: Service) -> dict[str, DraftField]:
        """A first draft as it would be made now."""
        facts: list[Fact] = [as_fact(row) for row in standing_facts(session, person.id)]
        return compose(facts, service, person.chosen_name)

    def _new(self, session: Session, person: PersonRow, service: Service) -> DraftRow:
        row = DraftRow(
            id=new_id(),
            person_id=person.id,
            provider_id=service.provider_id,
            service_id=service.id,
            introduction_id=new_id(),
            short=new_short(),
            version=1,
            state="open",
            token=new_token(self.cipher, self.clock.now()),
            at=self.clock.now(),
        )
        told = self._told(session, person, service)
        here = self._last_fields(session, person.id, service.id)
        fields = noted(carried(self._last_fields(session, person.id), told, here=here), told)
        self._write(session, row, kept_words(fields, here))
        session.add(row)
        return row

    def _last_fields(self, session: Session, person_id: str, service_id: str | None = None) -> dict[str, DraftField]:
        """The lines of the letter that was written before, sent or not; to one place, if it is named."""
        newest = select(DraftRow).filter_by(person_id=person_id, **({"service_id": service_id} if service_id else {}))
        row = session.scalar(newest.order_by(DraftRow.at.desc()).limit(1))
        return draft_fields(row) if row else {}

    def _follow(self, session: Session, row: DraftRow) -> None:
        """What was told since the letter was looked at goes in: a new version, to be shown before it is agreed to."""
        service = self.directory().services.get(row.service_id)
        if service is None:
            return
        texts = row.texts
        after = following(draft_fields(row), self._told(session, person_row(session, row.person_id), service))
        self._write(session, row, after)
        row.version += row.texts != texts

    def _write(self, session: Session, row: DraftRow, fields: Mapping[str, DraftField]) -> None:
        """Render this version; what is stored here is what is shown, agreed and sent."""
        service = self._service(row.service_id)
        envelope = letter.Envelope(
            provider=self.directory().provider_of(service),
            service=service,
            link=f"{self.values.base_url}/i/{row.token}",
            short=row.short,
            operator=self.values.operator,
            voice=voice_of([as_fact(one) for one in standing_facts(session, row.person_id)]),
        )
        row.fields = _stored(fields)
        row.texts = letter.write(fields, envelope)
        row.sha256s = {name: letter.sha256(text) for name, text in row.texts.items()}

    def _renew(self, session: Session, row: DraftRow) -> None:
        """A link made over a week ago is made anew: a new version, to be shown before it is agreed to."""
        if is_stale(self.cipher, row.token, self.clock.now()) and row.service_id in self.directory().services:
            row.token, row.version = new_token(self.cipher, self.clock.now()), row.version + 1
            self._write(session, row, draft_fields(row))

    def fresh_draft(self, person_id: str) -> Draft | None:
        """The open draft as it may be shown and agreed to now, if there is one."""
        newest = select(DraftRow).filter_by(person_id=person_id, state="open").order_by(DraftRow.at.desc())
        with self.writing() as session:
            row = session.scalar(newest.limit(1).with_for_update())
            if row:
                self._renew(session, row)
                self._follow(session, row)
            return as_draft(row) if row else None

    def current_draft(self, person_id: str) -> Draft | None:
        """The open draft, if there is one."""
        with self.reading() as session:
            row = session.scalar(
                select(DraftRow).filter_by(person_id=person_id, state="open").order_by(DraftRow.at.desc())
            )
            return as_draft(row) if row else None

    def switch_field(self, draft_id: str, field: str, on: bool, key: str) -> Draft:
        """Put a field in or leave it out: a new version. An empty line stays out until it is written
        (``edit_line``).
        """

        def change(before: DraftField) -> DraftField:
            return switched(before, on=on)

        return self._change(draft_id, "switch_field", field, change, key)

    def edit_line(self, draft_id: str, field: str, text: str, key: str) -> Draft:
        """Put a line in the person's own words: a new version. Emptied, it is left out. Raises TooLong."""
        return self._change(draft_id, "edit_line", field, lambda before: edited(field, text, before), key)

    def hold_lines(self, draft_id: str) -> None:
        """What was told so far stands in the letter as its person wants it: none of it comes in by itself again."""
        with self.writing() as session:
            row = open_draft(session, draft_id)
            told = self._told(session, person_row(session, row.person_id), self._service(row.service_id))
            row.fields = _stored(noted(draft_fields(row), told))

    def _change(
        self, draft_id: str, name: str, field: str, change: Callable[[DraftField], DraftField], key: str
    ) -> Draft:
        def act(session: Session) -> Draft:
            row = open_draft(session, draft_id)
            fields = draft_fields(row)
            if field not in fields:
                raise NotFound(f"a letter has no field {field}")
            after = change(fields[field])
            if after != fields[field]:
                row.version += 1
                self._write(session, row, fields | {field: after})
            return as_draft(row)

        return self.once(self._owner(draft_id), name, key, Draft, act)

    def discard(self, draft_id: str, key: str) -> None:
        """The person will not send it; nobody hears of it."""

        def act(session: Session) -> None:
            session.execute(
                update(DraftRow).where(DraftRow.id == draft_id, DraftRow.state == "open").values(state="discarded")
            )

        self.once(self._owner(draft_id), "discard", key, type(None), act)

    def _owner(self, draft_id: str) -> str:
        with self.reading() as session:
            person_id = session.scalar(select(DraftRow.person_id).filter_by(id=draft_id))
        if person_id is None:
            raise NotFound(f"no draft {draft_id}")
        return person_id


def open_draft(session: Session, draft_id: str) -> DraftRow:
    """Raises NotFound when it is gone, agreed or discarded."""
    row = session.get(DraftRow, draft_id, with_for_update=True)
    if row is None or row.state != "open":
        raise NotFound(f"draft {draft_id} is not open")
    return row
