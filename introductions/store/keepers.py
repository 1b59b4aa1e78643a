"""Asks keepers whether their listings are still right: one letter for all of a keeper's that are due, a second try, and
then a word to the coordinator. Nothing here is of a person who talks with us.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any, Literal, NamedTuple

from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from introductions import calendar
from introductions.asking import NEAR, Asked, Coming, begins_today, coming
from introductions.links import new_token
from introductions.store.base import new_id
from introductions.store.changes import Changes
from introductions.store.checks import CheckRow
from introductions.store.incidents import held_by_incident
from introductions.store.keeper_tables import KeeperLetterRow, ListingCheckRow
from introductions.store.listings_said import asked_of
from introductions.store.tables import OutgoingRow
from introductions.store.ways import chat_row, letter_address
from introductions.store.weeks import away_of
from introductions.templates import phrases, render_mail
from knowledge.listing import NO_INTRODUCTION_KINDS, Provider, Service

LISTING_CHECK, LISTING_NEWS, LISTING_KEPT = "listing_check", "listing_news", "listing_kept"
"""Mails to a keeper that ask, to the coordinator, and to a keeper that confirm what was said by mail."""
LINK_LIFE = timedelta(days=120)
"""Longer than from one asking to the next, so that a keeper always has a link that lives."""
LINK_LEFT = timedelta(days=60)
"""A second try goes by the same link, if that lives so long still."""


class Keeper(NamedTuple):
    provider_id: str
    name: str


class Due(NamedTuple):
    service: Service
    coming: Coming


class Keepers(Changes):
    def ask_keepers(self, now: datetime | None = None) -> int:
        """Write the letters that are due, on the places' own working days and outside quiet hours; gives to how many
        keepers something was done. Two workers may call it.

        What an event set off goes first, then what was longest unchecked; what is too much for one day waits.
        """
        now = now or self.clock.now()
        if calendar.next_loud(now, self.values.quiet_hours) > now:
            return 0
        with self.reading() as session:
            everybody = self._keepers(session, now)
            room = begins_today(len(everybody), self._begun(session, now))
        done = 0
        for keeper, listings in sorted(everybody.items(), key=lambda one: _first(one[1])):
            due = [one for one in listings if one.coming.at <= now]
            begins = any(one.coming.what == "ask" for one in due)
            if due and (room > 0 or not begins) and self._works(keeper, now):
                did = self._once_a_day(keeper, now)
                room -= did if begins else 0
                done += did
        return done

    def _keepers(self, session: Session, now: datetime) -> dict[Keeper, list[Due]]:
        rows = {row.service_id: row for row in session.scalars(select(ListingCheckRow))}
        checks = {row.service_id: row for row in session.scalars(select(CheckRow))}
        found: dict[Keeper, list[Due]] = {}
        directory = self.directory()
        for service in directory.services.values():
            provider = directory.provider_of(service)
            if has_keeper(service, provider):
                listings = found.setdefault(Keeper(service.provider_id, service.keeper), [])
                next_ = coming_of(service, provider, asked_of(rows.get(service.id), checks.get(service.id)), now)
                listings += [Due(service, next_)] if next_ else []
        return found

    @staticmethod
    def _begun(session: Session, now: datetime) -> int:
        midnight = calendar.london(calendar.london_date(now), time())
        made = select(func.count()).select_from(KeeperLetterRow).where(KeeperLetterRow.made_at >= midnight)
        return session.scalar(made) or 0

    def _works(self, keeper: Keeper, now: datetime) -> bool:
        provider = self.directory().providers[keeper.provider_id]
        return calendar.is_working_day(calendar.london_date(now), provider.working_days, away_of(provider))

    def _once_a_day(self, keeper: Keeper, now: datetime) -> int:
        key = f"{self.cipher.digest(keeper.name)[:16]}:{calendar.london_date(now)}"
        act = self._ask_one
        return self.once(keeper.provider_id, LISTING_CHECK, key, int, lambda session: act(session, keeper, now))

    def _ask_one(self, session: Session, keeper: Keeper, now: datetime) -> int:
        listings = self._keepers(session, now).get(keeper, [])
        rows = {one.service.id: listing_row(session, one.service.id) for one in listings}
        given_up = [one.service for one in listings if one.coming.what == "silent" and one.coming.at <= now]
        for service in given_up:
            give_up(session, rows[service.id], now)
        self._tell_coordinator(session, keeper, "silent", given_up, mark=f"{now:%Y-%m-%d}")
        again = [one for one in listings if one.coming.what == "again" and one.coming.at <= now]
        first = [one for one in listings if one.coming.what == "ask"]
        begins = any(one.coming.at <= now for one in first)
        asks = [*again, *(one for one in first if begins and one.coming.at <= now + NEAR)]
        provider = self.directory().providers[keeper.provider_id]
        address = self._address(session, keeper, came_back=any(one.coming.why == "bounced" for one in asks))
        if not asks or not address or held_by_incident(session, provider.id):
            return int(bool(given_up))
        letter = self._letter(session, keeper, [rows[one.service.id] for one in again], now)
        for one in asks:
            row = rows[one.service.id]
            row.letter_id = letter.id
            if one.coming.what == "again":
                row.again_at = now
            else:
                row.asked_at, row.again_at = now, None
        session.flush()
        self._write(session, letter, asks, address, is_second=not begins)
        return 1

    def _address(self, session: Session, keeper: Keeper, *, came_back: bool = False) -> str:
        """The keeper's own address, else the place's way; its second address where letters to the first came back."""
        directory = self.directory()
        services = directory.services_of(keeper.provider_id)
        own = (one.keeper_email for one in services if one.keeper == keeper.name and one.keeper_email)
        if found := next(own, ""):
            return found
        provider = directory.providers[keeper.provider_id]
        if came_back and provider.second_email and chat_row(session, provider.id) is None:
            return provider.second_email
        return letter_address(session, provider)

    def _letter(
        self, session: Session, keeper: Keeper, again: Sequence[ListingCheckRow], now: datetime
    ) -> KeeperLetterRow:
        for row in again:
            before = session.get(KeeperLetterRow, row.letter_id) if row.letter_id else None
            if before is not None and before.revoked_at is None and before.link_until > now + LINK_LEFT:
                return before
        token = new_token(self.cipher, now, LINK_LIFE)
        letter = KeeperLetterRow(
            id=new_id(), provider_id=keeper.provider_id, keeper=keeper.name, token=token,
            token_hash=self.cipher.digest(token), made_at=now, link_until=now + LINK_LIFE, tries=0,
        )  # fmt: skip
        session.add(letter)
        session.flush()
        return letter

    def _write(
        self, session: Session, letter: KeeperLetterRow, asks: Sequence[Due], address: str, *, is_second: bool
    ) -> None:
        letter.tries += 1
        provider = self.directory().providers[letter.provider_id]
        listings = [_shown(one.service, one.coming.why) for one in asks]
        values = {"listings": listings, "second": is_second, "provider": provider.name, "keeper": letter.keeper}
        self._keeper_mail(session, letter, LISTING_CHECK, str(letter.tries), address, values)

    def _keeper_mail(
        self, session: Session, letter: KeeperLetterRow, kind: str, number: str, address: str, values: dict[str, Any]
    ) -> None:
        """Queue one mail to a keeper, whose replies name this letter; the same cause queues it once."""
        cause = f"{kind}:{letter.id}:{number}"
        if session.scalar(select(OutgoingRow.id).filter_by(cause=cause)) is not None:
            return
        link = f"{self.values.base_url}/k/{letter.token}"
        texts = render_mail(kind, {**values, "link": link, "operator": self.values.operator})
        due = calendar.next_loud(self.clock.now(), self.values.quiet_hours)
        self._queue(session, letter.id, kind, cause, to=address, texts=texts, due=due, bound=False)

    def _tell_coordinator(
        self, session: Session, keeper: Keeper, what: str, listings: Iterable[Service], *, mark: str, words: str = ""
    ) -> None:
        """A mail about listings that want a person's eye, where there is a coordinator who reads mail."""
        known, to = list(listings), self.values.coordinator or ""
        cause = f"{LISTING_NEWS}:{keeper.provider_id}:{self.cipher.digest(keeper.name)[:16]}:{what}:{mark}"
        if not known or "@" not in to or session.scalar(select(OutgoingRow.id).filter_by(cause=cause)) is not None:
            return
        provider = self.directory().providers[keeper.provider_id]
        values = {"what": what, "listings": known, "words": words, "keeper": keeper.name, "provider": provider.name}
        subject, text, html = render_mail(LISTING_NEWS, {**values, "operator": self.values.operator})
        now = self.clock.now()
        session.add(
            OutgoingRow(
                id=new_id(), introduction_id=None, kind=LISTING_NEWS, cause=cause,
                message_id=f"<{self.cipher.digest(cause)[:32]}@{self._mail_domain()}>", to=to, reply_to="",
                subject=subject, text=text, html=html, written_at=now,
                due_at=calendar.next_loud(now, self.values.quiet_hours), state="queued",
            )
        )  # fmt: skip
        session.flush()

    def _letter_lost(self, session: Session, row: OutgoingRow) -> None:
        """A letter that asks did not arrive: nobody waits for its answer, and the coordinator hears of it."""
        letter = letter_of(session, row)
        if letter is None:
            return
        waiting = _waiting(session, letter.id)
        for one in waiting:
            give_up(session, one, self.clock.now())
        services = self.directory().services
        known = [services[one.service_id] for one in waiting if one.service_id in services]
        self._tell_coordinator(session, Keeper(letter.provider_id, letter.keeper), "lost", known, mark=row.id)


def has_keeper(service: Service, provider: Provider) -> bool:
    """The Jobcentre and the DWP are sent nothing at all."""
    return bool(service.keeper) and provider.kind not in NO_INTRODUCTION_KINDS


def coming_of(service: Service, provider: Provider, asked: Asked, now: datetime) -> Coming | None:
    return coming(service, asked, now, provider.working_days, away_of(provider))


def _first(listings: Sequence[Due]) -> tuple[bool, datetime]:
    """What was set off, and then what is due longest, comes first."""
    set_off = any(one.coming.why in ("bounced", "expired", "closed") for one in listings)
    return not set_off, min((one.coming.at for one in listings), default=datetime.max.replace(tzinfo=UTC))


def _shown(service: Service, why: str) -> dict[str, str]:
    """A listing as the letter names it; the page shows all of it."""
    where = "; ".join(dict.fromkeys(place.near or place.area or place.name for place in service.places))
    said = phrases()["asked_because"].get(why, "")
    ends = service.funded_until
    because = said.format(day=f"{ends.day} {ends:%B %Y}" if ends else "")
    parts = (service.times_words, where)
    return {"name": service.name, "summary": service.summary, "about": " · ".join(filter(None, parts)), "why": because}


def listing_row(session: Session, service_id: str) -> ListingCheckRow:
    """Where this listing stands, locked until the end of the transaction; made if there is none."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    new = insert(ListingCheckRow).values(service_id=service_id, capacity="", doubt="")
    session.execute(new.on_conflict_do_nothing(index_elements=["service_id"]))
    wanted = select(ListingCheckRow).filter_by(service_id=service_id).with_for_update()
    return session.scalars(wanted.execution_options(populate_existing=True)).one()


def give_up(session: Session, row: ListingCheckRow, now: datetime) -> None:
    """Nobody waits any more: a caution stands, and what had set the check off is done with."""
    row.silent_at = now
    session.execute(delete(CheckRow).where(CheckRow.service_id == row.service_id))
    session.flush()


def _waiting(session: Session, letter_id: str) -> list[ListingCheckRow]:
    rows = session.scalars(select(ListingCheckRow).filter_by(letter_id=letter_id)).all()
    return [row for row in rows if asked_of(row, None).waits(None)]


def letter_of(session: Session, row: OutgoingRow) -> KeeperLetterRow | None:
    """The asking that a mail to a keeper belongs to; None for other mail, and once its time was over."""
    kind, _, rest = row.cause.partition(":")
    return session.get(KeeperLetterRow, rest.partition(":")[0]) if kind in (LISTING_CHECK, LISTING_KEPT) else None


def may_ask(session: Session, row: OutgoingRow) -> Literal["go", "hold", "stop"]:
    """At the moment of sending: something of it still waits for an answer, and no leak at the place is open."""
    letter = letter_of(session, row)
    if letter is None or letter.revoked_at is not None or not _waiting(session, letter.id):
        return "stop"
    return "hold" if held_by_incident(session, letter.provider_id) else "go"
