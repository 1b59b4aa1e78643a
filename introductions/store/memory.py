"""Facts a person told, places they were offered or did not want, turns taken and gaps found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from introductions.calendar import london_date
from introductions.errors import KeepNotAgreed, NotFound
from introductions.facts import merge
from introductions.model import Fact, Heard, Offer, Remembered
from introductions.store.base import Base, blank_first_results, new_id, person_row
from introductions.store.tables import DislikeRow, FactRow, GapRow, OfferRow, TurnTakenRow

_STANDING = (
    select(FactRow).filter_by(person_id=bindparam("person"), superseded_by=None).order_by(FactRow.order)
)  # made once, since every turn reads them several times


def standing_facts(session: Session, person_id: str) -> list[FactRow]:
    """The facts that nothing supersedes, in the order they were told."""
    return list(session.scalars(_STANDING, {"person": person_id}))


def as_fact(row: FactRow) -> Fact:
    return Fact(row.id, row.field, row.value, row.code, row.polarity, row.words, row.turn, row.at)  # type: ignore[arg-type]


class Memory(Base):
    def remember(self, person_id: str, heard: Sequence[Heard], *, turn: str, key: str) -> Remembered:
        """Keep what a message said. Raises KeepNotAgreed before the person agreed, or chose to just look."""

        def act(session: Session) -> Remembered:
            if person_row(session, person_id).keep == "none":
                raise KeepNotAgreed(f"person {person_id} has not agreed to being kept")
            rows = {row.id: row for row in standing_facts(session, person_id)}
            merged = merge([as_fact(row) for row in rows.values()], heard)
            last = session.scalar(select(func.max(FactRow.order)).filter_by(person_id=person_id)) or 0
            new = [self._fact(person_id, turn, one, last + n) for n, one in enumerate(merged.new, start=1)]
            session.add_all(new)
            session.flush()
            for before, index in merged.superseded:
                rows[before.id].superseded_by = new[index].id
            superseded = tuple(before for before, _ in merged.superseded)
            return Remembered(tuple(map(as_fact, new)), superseded, merged.contradictions)

        return self.once(person_id, "remember", key, Remembered, act)

    def _fact(self, person_id: str, turn: str, one: Heard, order: int) -> FactRow:
        return FactRow(
            id=new_id(),
            person_id=person_id,
            field=one.field,
            value=one.value,
            code=one.code,
            polarity=one.polarity,
            words=one.words,
            turn=turn,
            at=self.clock.now(),
            order=order,
        )

    def facts(self, person_id: str) -> list[Fact]:
        """What stands, in the order it was told."""
        with self.reading() as session:
            return [as_fact(row) for row in standing_facts(session, person_id)]

    def forget(self, person_id: str, fact_id: str, key: str) -> None:
        """Delete one fact and what it superseded. Raises NotFound if this person has no such fact."""

        def act(session: Session) -> None:
            person_row(session, person_id)
            row = session.get(FactRow, fact_id)
            if row is None or row.person_id != person_id:
                raise NotFound(f"person {person_id} has no fact {fact_id}")
            queue = [row]
            while queue:
                one = queue.pop()
                older = list(session.scalars(select(FactRow).filter_by(superseded_by=one.id)))
                session.delete(one)
                session.flush()
                queue += older
            blank_first_results(session, person_id)

        self.once(person_id, "forget", key, type(None), act)

    def start_again(self, person_id: str, key: str) -> None:
        """Forget every fact and every open offer; what was introduced or disliked stays."""

        def act(session: Session) -> None:
            person_row(session, person_id)
            session.execute(delete(FactRow).filter_by(person_id=person_id))
            session.execute(delete(OfferRow).filter_by(person_id=person_id, state="offered"))
            blank_first_results(session, person_id)

        self.once(person_id, "start_again", key, type(None), act)

    def offer(self, person_id: str, service_ids: Sequence[str], *, turn: str, key: str) -> list[Offer]:
        """Number the offered services on from the last offer; each takes its turn among services like it."""

        def act(session: Session) -> list[Offer]:
            person_row(session, person_id)
            last = session.scalar(select(func.max(OfferRow.number)).filter_by(person_id=person_id)) or 0
            for number, service_id in enumerate(service_ids, start=last + 1):
                now = self.clock.now()
                session.add(OfferRow(person_id=person_id, number=number, service_id=service_id, turn=turn, at=now))
                _take_turn(session, service_id)
            return [Offer(number, service_id, turn) for number, service_id in enumerate(service_ids, start=last + 1)]

        return self.once(person_id, "offer", key, list[Offer], act)

    def offers(self, person_id: str) -> list[Offer]:
        with self.reading() as session:
            rows = session.scalars(select(OfferRow).filter_by(person_id=person_id).order_by(OfferRow.number))
            return [Offer(row.number, row.service_id, row.turn, row.state) for row in rows]  # type: ignore[arg-type]

    def dislike(self, person_id: str, service_id: str, why: str | None, key: str) -> None:
        """Note that this place is not for them, and why if they said."""

        def act(session: Session) -> None:
            person_row(session, person_id)
            service = self.directory().services.get(service_id)
            if service is None:
                raise NotFound(f"no service {service_id}")
            row = session.scalar(select(DislikeRow).filter_by(person_id=person_id, service_id=service_id))
            if row is None:
                row = DislikeRow(
                    person_id=person_id, service_id=service_id, provider_id=service.provider_id, at=self.clock.now()
                )
                session.add(row)
            row.why = why or row.why
            for offer in session.scalars(select(OfferRow).filter_by(person_id=person_id, service_id=service_id)):
                offer.state = "disliked"

        self.once(person_id, "dislike", key, type(None), act)

    def like_again(self, person_id: str, service_id: str, key: str) -> None:
        """Who asks about a place that they turned down has it among the others again."""

        def act(session: Session) -> None:
            person_row(session, person_id)
            session.execute(delete(DislikeRow).filter_by(person_id=person_id, service_id=service_id))
            for offer in session.scalars(select(OfferRow).filter_by(person_id=person_id, service_id=service_id)):
                offer.state = "offered" if offer.state == "disliked" else offer.state

        self.once(person_id, "like_again", key, type(None), act)

    def dislikes(self, person_id: str) -> frozenset[str]:
        """Ids of the *providers* whose places the person did not want."""
        with self.reading() as session:
            return frozenset(session.scalars(select(DislikeRow.provider_id).filter_by(person_id=person_id)))

    def disliked_services(self, person_id: str) -> frozenset[str]:
        with self.reading() as session:
            return frozenset(session.scalars(select(DislikeRow.service_id).filter_by(person_id=person_id)))

    def turns_taken(self, besides: str) -> dict[str, int]:
        """How often each service was offered to anyone ``besides`` this person: what they see does not change because
        they have seen it.
        """
        with self.reading() as session:
            mine = Counter(session.scalars(select(OfferRow.service_id).filter_by(person_id=besides)))
            return {row.service_id: row.taken - mine[row.service_id] for row in session.scalars(select(TurnTakenRow))}

    def log_gap(self, district: str | None, codes: Sequence[str], key: str) -> None:
        """Note what was looked for and not found: the outward postcode, codes and day, nothing of the person."""

        def act(session: Session) -> None:
            session.add(GapRow(day=london_date(self.clock.now()), district=district, codes=sorted(codes)))

        self.once("gap", "log_gap", key, type(None), act)


def _take_turn(session: Session, service_id: str) -> None:
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    row = insert(TurnTakenRow).values(service_id=service_id, taken=1)
    session.execute(row.on_conflict_do_update(index_elements=["service_id"], set_={"taken": TurnTakenRow.taken + 1}))
