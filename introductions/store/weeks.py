"""What places say of their own week, and keepers of their listings, stands over the directory, for the clocks and for
what is offered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from introductions.calendar import Away, london_date
from introductions.store.changes import Changes
from introductions.store.listings_said import as_keepers_say
from introductions.store.service_events import pauses
from introductions.store.tables import IntroductionRow
from introductions.store.week_table import WeekRow
from introductions.templates import phrases
from introductions.week import Week
from knowledge.directory import Directory
from knowledge.listing import Provider, Service

A_WEEK = timedelta(days=7)
WEEK_KEPT = "week_kept"


class Weeks(Changes):
    def week_of(self, provider_id: str) -> Week:
        """What this place said of its week."""
        with self.reading() as session:
            row = session.get(WeekRow, provider_id)
            return _week(row) if row else Week()

    def _keep_week(self, session: Session, introduction: IntroductionRow, said: Week, mark: str) -> None:
        """Keep it over the listing, let the clocks look again, and confirm it back in writing."""
        provider_id = introduction.provider_id
        row = session.get(WeekRow, provider_id, with_for_update=True)
        if row is None:
            row = WeekRow(provider_id=provider_id)
            session.add(row)
        row.changed_at = self.clock.now()
        if said.days is not None:
            row.days = list(said.days)
        if said.people is not None:
            row.people = said.people
        if said.away is not None:
            row.away_from, row.away_until = said.away or (None, None)
        session.flush()
        theirs = update(IntroductionRow).where(IntroductionRow.provider_id == provider_id)
        session.execute(theirs.values(next_strike_at=None))
        self._mail(session, introduction, WEEK_KEPT, mark, **_in_words(_week(row)))


def away_of(provider: Provider | None) -> Away | None:
    if provider is None or provider.away_from is None or provider.away_until is None:
        return None
    return provider.away_from, provider.away_until


def _week(row: WeekRow) -> Week:
    away = (row.away_from, row.away_until) if row.away_from and row.away_until else None
    return Week(tuple(row.days) if row.days else None, row.people, away)


def _in_words(week: Week) -> dict[str, Any]:
    names = phrases()["days"]
    days = ", ".join(names[day] for day in week.days or ())
    first, last = (f"{day.day} {day:%B %Y}" for day in week.away) if week.away else ("", "")
    return {"days": days, "people": week.people, "away_from": first, "away_until": last}


def as_places_say(engine: Engine, directory: Directory, now: datetime) -> Directory:
    """The directory with what keepers said of their listings, and places of their week: their days, when they are
    away, and full weeks; and with the services that are paused.

    A place that takes so many new people a week is full once as many agreed to a letter to it in seven days, until
    the oldest of those is a week old.
    """
    with Session(engine) as session:
        rows = {row.provider_id: row for row in session.scalars(select(WeekRow))}
        limits = {row.provider_id: row.people for row in rows.values() if row.people}
        agreed = _agreed(session, limits, now)
        paused = frozenset(pauses(session))
        directory = as_keepers_say(session, directory, now)
    if paused:
        directory = replace(directory, paused=paused)
    if not rows:
        return directory
    providers = [_with_week(one, rows.get(one.id)) for one in directory.providers.values()]
    full = {key: free for key, limit in limits.items() if (free := _full_until(agreed.get(key, []), limit))}
    services = [_full(one, full.get(one.provider_id)) for one in directory.services.values()]
    return replace(Directory.of(providers, services), paused=directory.paused)


def _agreed(session: Session, limits: Iterable[str], now: datetime) -> dict[str, list[datetime]]:
    """When people agreed to letters of the last seven days, by provider, oldest first."""
    wanted = select(IntroductionRow.provider_id, IntroductionRow.agreed_at).where(
        IntroductionRow.provider_id.in_(list(limits)), IntroductionRow.agreed_at > now - A_WEEK
    )
    found: dict[str, list[datetime]] = {}
    for provider_id, at in session.execute(wanted.order_by(IntroductionRow.agreed_at)):
        found.setdefault(provider_id, []).append(at)
    return found


def _full_until(agreed: list[datetime], limit: int) -> date | None:
    """The day on which there is room again; None while there is."""
    return london_date(agreed[-limit] + A_WEEK) + timedelta(days=1) if len(agreed) >= limit else None


def _with_week(provider: Provider, row: WeekRow | None) -> Provider:
    if row is None:
        return provider
    days = tuple(row.days) if row.days else provider.working_days
    return replace(provider, working_days=days, away_from=row.away_from, away_until=row.away_until)


def _full(service: Service, until: date | None) -> Service:
    if until is None or service.capacity not in ("open", "waiting"):
        return service
    return replace(service, capacity="full", full_until=until)
