"""Three months of many introductions: two worker processes, killed again and again, and a mail server that refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from introductions import Introductions
from introductions.states import CHANGES, State
from introductions.store.tables import EventRow, OutgoingRow
from nwd.clock import FrozenClock
from tests.introductions.fates import FATES
from tests.introductions.post_office import open_post_office
from tests.introductions.town import Town, parsed, plain

PEOPLE, KILLS, DAYS, SEED = 300, 20, 130, 20261103
AT_ANY_MOMENT = 6
"""How many of the kills come at no particular moment; the others while the mail server has a letter in hand."""
BUSY_DAYS = 50
"""So long the workers look three times a day; then once, since only the follow-ups of three months are to come."""


# A worker that is killed while it calls leaves the mail server with a socket that asyncio drops unclosed.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.long
def test_three_months_of_three_hundred_introductions(
    room: Introductions, clock: FrozenClock, engine: Engine, tmp_path: Path
) -> None:
    url = engine.url.render_as_string(hide_password=False)
    with open_post_office(tmp_path / "post", url, kills=KILLS - AT_ANY_MOMENT, seed=SEED) as office:
        town = Town(room, clock, engine, office)
        town.begin(PEOPLE)
        town.live(0)
        for day in range(DAYS):
            for hours in (8, 8, 8) if day < BUSY_DAYS else (24,):
                town.work(kills=AT_ANY_MOMENT)
                town.hear()
                clock.move(timedelta(hours=hours))
            if day:
                town.live(day)
    check_kills(town)
    check_mail(town)
    check_people(town)
    check_branches(engine)


def check_kills(town: Town) -> None:
    """All of them happened, and the templates changed at each."""
    office = town.office
    assert (office.kills_left, town.killed, office.workers.deaths) == (0, AT_ANY_MOMENT, KILLS)
    assert office.refused > PEOPLE / 10
    first = {copies[0] for copies in office.taken.values()}
    editions = {found for raw in first for found in re.findall(r"Edition \d+", plain(parsed(raw)))}
    assert len(editions) > 3


def check_mail(town: Town) -> None:
    """None lost, none with different bytes under its id, and one duplicate a kill at most."""
    taken = town.office.taken
    assert {len(set(copies)) for copies in taken.values()} == {1}
    assert sum(len(copies) - 1 for copies in taken.values()) <= KILLS
    with Session(town.engine) as session:
        rows = {row.message_id: row.state for row in session.scalars(select(OutgoingRow))}
    assert set(rows.values()) <= {"sent", "stopped", "dead"}
    assert {mail for mail, state in rows.items() if state == "sent"} <= set(taken) <= set(rows)
    for mail in town.office.killed_after:  # its worker never heard that it was taken
        assert len(taken[mail]) > 1 or rows[mail] == "stopped"
    never = ("withdrawn_early", "not_agreed")
    assert set(town.first) == {about for about, fate in town.fates.items() if fate not in never}


def check_people(town: Town) -> None:
    """Everybody heard of everything that concerns them, once and in order, and everything has come to its end."""
    for about, fate in town.fates.items():
        assert tuple(town.told[about]) == FATES[fate].told, fate
        assert town.room.introduction(about).state == State.CLOSED, fate


def check_branches(engine: Engine) -> None:
    """Every change that the table allows to an introduction was made."""
    with Session(engine) as session:
        events = session.execute(select(EventRow.before, EventRow.after).distinct())
        made = {(State(before), State(after)) for before, after in events if before != after}
    assert set(allowed()) - made == set()


def allowed() -> Iterator[tuple[State, State]]:
    for before, afters in CHANGES.items():
        for after in afters:
            if before is not State.DRAFT and before is not after:
                yield before, after
