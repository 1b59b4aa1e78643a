"""What keepers say of their listings: on the signed page, by mail, in a chat; and what the desk puts right."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from introductions.calendar import london_date
from introductions.errors import ImpossibleChange, LinkError, NotFound
from introductions.keeping import KeeperView, KeptListing, Said, after, may_be_full_until, read_reply
from introductions.links import checked
from introductions.store.checks import CheckRow
from introductions.store.keeper_tables import KeeperLetterRow, ListingAnswerRow, ListingCheckRow
from introductions.store.keepers import LISTING_KEPT, Keeper, Keepers, coming_of, has_keeper, listing_row
from introductions.store.listings_said import asked_of, standing_of
from introductions.templates import phrases
from introductions.texts import LONGEST_RELAYED, answer_of_mail, relayed
from introductions.ways import chat_of
from knowledge.listing import Provider, Service

How = Literal["page", "mail", "chat", "desk"]
FOR_A_PERSON = ("changed", "closed")
"""What the coordinator hears of, since somebody has to put the listing right."""


class KeeperAnswers(Keepers):
    def keeper_view(self, token: str) -> KeeperView:
        """A keeper's listings, for the page. Changes nothing. Raises LinkError."""
        with self.reading() as session:
            return self._keeper_view(session, self._keeper_letter(session, token))

    def keeper_says(self, token: str, said: Said, service_id: str = "") -> KeeperView:
        """On the page: of one listing, or a "yes" to all that the letter still asks about. The same said twice in a
        day counts once. Raises LinkError, TooLong, and ImpossibleChange for what cannot be said so.
        """
        with self.writing() as session:
            letter = self._keeper_letter(session, token)
            mine = {service.id for service in self._kept_by(letter)}
            if service_id and service_id not in mine:
                raise ImpossibleChange("that listing is not this keeper's")
            if not service_id and said.answer != "yes":
                raise ImpossibleChange("say of which listing")
            about = [service_id] if service_id else [row.service_id for row in self._open(session, letter)]
            for one in about:
                self._record(session, one, said, "page", letter)
            return self._keeper_view(session, letter)

    def keeper_mail(self, letter_id: str, text: str, key: str) -> bool | None:
        """A reply by mail to the letter that asks, once for each ``key``. None: no such letter. False: not a word."""
        with self.reading() as session:
            letter = session.get(KeeperLetterRow, letter_id)
        if letter is None:
            return None
        mark = self.cipher.digest(key or text)[:24]

        def act(session: Session) -> bool:
            about = self._heard(session, session.get_one(KeeperLetterRow, letter_id), text, "mail")
            if about:
                self._confirm(session, session.get_one(KeeperLetterRow, letter_id), about, mark)
            return bool(about)

        return self.once(letter.provider_id, "keeper_mail", mark, bool, act)

    def _heard(self, session: Session, letter: KeeperLetterRow, text: str, how: How) -> list[tuple[str, Said]]:
        """Keep a reply in words; gives what was kept of which listing."""
        rows = self._open(session, letter) or self._asked(session, letter)
        about = [row.service_id for row in rows] or [service.id for service in self._kept_by(letter)]
        words = relayed(answer_of_mail(text)[:LONGEST_RELAYED])
        said = read_reply(words, london_date(self.clock.now()), one=len(about) == 1)
        if said is None:
            return []
        for one in about:
            self._record(session, one, said, how, letter)
        return [(one, said) for one in about]

    def _confirm(self, session: Session, letter: KeeperLetterRow, about: list[tuple[str, Said]], mark: str) -> None:
        directory = self.directory()
        lines = [(directory.services[key].name, _in_words(said)) for key, said in about if key in directory.services]
        to = self._address(session, Keeper(letter.provider_id, letter.keeper))
        self._keeper_mail(session, letter, LISTING_KEPT, mark, to, {"lines": lines})

    def listing_edited(self, service_id: str) -> None:
        """The desk put the listing right, or found that it stands: it counts as checked today. Raises NotFound."""
        if service_id not in self.directory().services:
            raise NotFound(f"no listing {service_id}")
        with self.writing() as session:
            self._record(session, service_id, Said("edited"), "desk", None)

    def listing_checks(self) -> list[dict[str, Any]]:
        """Where asking stands, a listing each, with what comes next; no address, and words only where they wait for
        the desk.
        """
        now = self.clock.now()
        with self.reading() as session:
            rows = {row.service_id: row for row in session.scalars(select(ListingCheckRow))}
            checks = {row.service_id: row for row in session.scalars(select(CheckRow))}
            directory = self.directory()
            return [
                self._as_check(session, one, directory.provider_of(one), rows.get(one.id), checks.get(one.id), now)
                for one in directory.services.values()
            ]

    def _as_check(
        self,
        session: Session,
        service: Service,
        provider: Provider,
        row: ListingCheckRow | None,
        check: CheckRow | None,
        now: datetime,
    ) -> dict[str, Any]:
        next_ = coming_of(service, provider, asked_of(row, check), now) if has_keeper(service, provider) else None
        last = _last(session, service.id) if row else None
        waits = last is not None and service.doubt == "changed" and last.answer == "changed"
        return {
            "service_id": service.id,
            "provider_id": provider.id,
            "keeper": service.keeper,
            "way": _way(self._address(session, Keeper(provider.id, service.keeper))),
            "set_off": check.reason if check else "",
            "checked": service.checked,
            "capacity": service.capacity,
            "doubt": service.doubt,
            "asked": row.asked_at if row else None,
            "again": row.again_at if row else None,
            "last": {"answer": last.answer, "at": last.at, "until": last.until, "how": last.how} if last else None,
            "words": last.text if waits and last else "",
            "next": {"what": next_.what, "at": next_.at, "why": next_.why} if next_ else None,
        }

    def _keeper_letter(self, session: Session, token: str) -> KeeperLetterRow:
        now = self.clock.now()
        row = session.scalar(select(KeeperLetterRow).filter_by(token_hash=checked(self.cipher, token, now)))
        if row is None or row.revoked_at is not None:
            raise LinkError("revoked")
        return row

    def _kept_by(self, letter: KeeperLetterRow) -> list[Service]:
        services = self.directory().services_of(letter.provider_id)
        return [service for service in services if service.keeper == letter.keeper]

    def _asked(self, session: Session, letter: KeeperLetterRow) -> list[ListingCheckRow]:
        rows = session.scalars(select(ListingCheckRow).filter_by(letter_id=letter.id)).all()
        order = [service.id for service in self._kept_by(letter)]
        return sorted((row for row in rows if row.service_id in order), key=lambda row: order.index(row.service_id))

    def _open(self, session: Session, letter: KeeperLetterRow) -> list[ListingCheckRow]:
        return [row for row in self._asked(session, letter) if not _answered(row)]

    def _keeper_view(self, session: Session, letter: KeeperLetterRow) -> KeeperView:
        asked = {row.service_id: row for row in self._asked(session, letter)}
        rows = {row.service_id: row for row in session.scalars(select(ListingCheckRow))}
        known = [self._kept(session, one, rows.get(one.id)) for one in self._kept_by(letter)]
        return KeeperView(
            provider_id=letter.provider_id,
            keeper=letter.keeper,
            link_until=letter.link_until,
            asked=tuple(one for one in known if one.service_id in asked),
            others=tuple(one for one in known if one.service_id not in asked),
        )

    @staticmethod
    def _kept(session: Session, service: Service, row: ListingCheckRow | None) -> KeptListing:
        last = _last(session, service.id) if row is not None else None
        if row is None or last is None or not _answered(row) or last.answer == "edited":
            return KeptListing(service.id, waits=row is not None and row.asked_at is not None)
        return KeptListing(service.id, False, last.answer, london_date(last.at), last.until, last.text)  # type: ignore[arg-type]

    def _record(self, session: Session, service_id: str, said: Said, how: How, letter: KeeperLetterRow | None) -> None:
        """Keep one answer and what it makes of the listing; the same again on the same day is the same."""
        now = self.clock.now()
        today = london_date(now)
        said = Said(said.answer, said.until, relayed(said.text))
        if said.answer == "full" and (said.until is None or not may_be_full_until(said.until, today)):
            raise ImpossibleChange("full needs a day to come, within a year")
        if said.answer == "changed" and not said.text:
            raise ImpossibleChange("a change needs words")
        row, last = listing_row(session, service_id), _last(session, service_id)
        session.execute(delete(CheckRow).where(CheckRow.service_id == service_id))
        if last is not None and _same(last, said) and london_date(last.at) == today and _answered(row):
            return
        standing = after(standing_of(row), said, today)
        row.said_on, row.checked, row.doubt = standing.on, standing.checked, standing.doubt
        row.capacity, row.full_until, row.answered_at = standing.capacity, standing.full_until, now
        letter_id = letter.id if letter else None
        session.add(
            ListingAnswerRow(
                service_id=service_id, letter_id=letter_id, at=now, answer=said.answer, until=said.until,
                text=said.text, how=how,
            )
        )  # fmt: skip
        session.flush()
        service = self.directory().services.get(service_id)
        if said.answer in FOR_A_PERSON and letter is not None and service is not None:
            keeper, mark = Keeper(letter.provider_id, letter.keeper), f"{service_id}:{now.timestamp():.0f}"
            self._tell_coordinator(session, keeper, said.answer, [service], mark=mark, words=said.text)


def _last(session: Session, service_id: str) -> ListingAnswerRow | None:
    wanted = select(ListingAnswerRow).filter_by(service_id=service_id).order_by(ListingAnswerRow.id.desc())
    return session.scalar(wanted.limit(1))


def _answered(row: ListingCheckRow) -> bool:
    return row.answered_at is not None and (row.asked_at is None or row.answered_at >= row.asked_at)


def _same(last: ListingAnswerRow, said: Said) -> bool:
    return (last.answer, last.until, last.text) == (said.answer, said.until, said.text)


def _way(address: str) -> str:
    """How a keeper is asked; no address."""
    chat = chat_of(address)
    return chat.channel if chat else "mail" if address else "none"


def _in_words(said: Said) -> str:
    day = f"{said.until.day} {said.until:%B %Y}" if said.until else ""
    return str(phrases()["listing_kept"][said.answer]).format(day=day)
