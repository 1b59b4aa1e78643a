"""Many people at once on a bad network, and the app killed under them: everyone gets every reply, in order."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.store import BotStore
from bot.store.message_ids import kept
from tests.doubles.bad_days import BadDays
from tests.integration.crowd import App, Crowd, now, repeats, until
from tests.integration.installation import Installation, poll
from tests.integration.phones import ON

pytestmark = [pytest.mark.long, pytest.mark.rasa]

PEOPLE = int(os.environ.get("NWD_SOAK_PEOPLE", "200"))
SECONDS = float(os.environ.get("NWD_SOAK_SECONDS", "800"))
STEPS = 9
KILLED_AT = (0.3, 0.65)
ON_THE_WAY_SECONDS = 30.0
IMPORTING_SECONDS = 1.0
"""For less than this no process of ours has begun: whatever is read from the wire until then, the dead one sent."""
REST_SECONDS = 60.0
"""For what is left when everybody has had their answers: the last news, and tries that wait after a refusal."""


def bad_days() -> BadDays:
    return BadDays(twice=0.10, crossed=0.05, refusals=0.05)


def has_come(crowd: Crowd, share: float) -> bool:
    return crowd.steps >= share * STEPS * PEOPLE


class Kill(NamedTuple):
    """What the dead process had sent may be read from the wire after its end, until the next one can send."""

    at: float
    next_began: float

    def between(self, first: float, again: float) -> bool:
        """Whether a message that came twice was on its way when the process died, so that it could not be helped."""
        return self.at - ON_THE_WAY_SECONDS <= first <= self.next_began and self.at <= again


async def kill_on_the_way(installation: Installation, crowd: Crowd) -> list[Kill]:
    """SIGKILL, twice."""
    killed = []
    for share in KILLED_AT:
        await until(partial(has_come, crowd, share))
        assert installation.app
        at = now()
        installation.app.kill()
        await asyncio.to_thread(installation.app.wait)
        killed.append(Kill(at, now() + IMPORTING_SECONDS))
        await asyncio.to_thread(installation.start)
    return killed


@pytest.mark.parametrize("channel", ON)
async def test_everyone_gets_every_reply_in_order_and_none_twice_that_could_be_helped(
    channel: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    users = [f"{10_000 + n}" for n in range(PEOPLE)]
    async with ON[channel](tmp_path, users, bad=bad_days()) as network:
        installation, crowd = network.installation, Crowd(network.app, network.users)
        began = now()
        async with asyncio.timeout(SECONDS):
            talking = asyncio.create_task(crowd.talk())
            killed = await kill_on_the_way(installation, crowd)
            await talking
        seconds = now() - began
        await asyncio.to_thread(poll, lambda: not left_to_do(tmp_path), "an end of all news", REST_SECONDS)
        claims = {user: claimed(installation, channel, user) for user in crowd.users}
        twice = [pair for user in crowd.users for pair in came_twice(installation, crowd.app, channel, user)]
    with installation.house() as house:
        did = {user: [kept(house.cipher, one) for one in crowd.app.order(user)] for user in crowd.users}
    crossed_claims = [user for user in crowd.users if claims[user] != did[user]]
    waited_in_line = in_line(tmp_path)
    helped = [pair for pair in twice if not any(kill.between(*pair) for kill in killed)]
    said = sum(len(crowd.app.got(user)) for user in crowd.users)
    bad = crowd.app.double.bad.counts  # type: ignore[attr-defined]
    with capsys.disabled():
        print(
            f"\n{channel}: {PEOPLE} people, {crowd.steps} turns in {seconds:.0f} s, {said} messages; "
            f"the longest wait was {crowd.longest:.0f} s; "
            f"{waited_in_line} messages came while an earlier one was being answered; "
            f"{bad['twice']} updates twice, {bad['crossed']} crossed, {bad['refused']} sends refused, "
            f"{len(killed)} kills; {len(twice)} messages came twice, {len(helped)} of them without need"
        )
    assert crowd.done == PEOPLE
    assert helped == [], killed
    assert unanswered(tmp_path) == 0
    assert waited_in_line > PEOPLE / 10, "nobody was ahead of us: the order was not tried"
    assert crossed_turns(tmp_path) == []
    assert crossed_claims == []


def came_twice(installation: Installation, app: App, channel: str, user: str) -> list[tuple[float, float]]:
    """What we said to somebody, as it was committed, against what reached their phone."""
    with installation.house() as house:
        store = BotStore(house.engine, house.clock, house.cipher)
        person = store.claims.conversation_of(channel, user)
        assert person
        rows = store.messages.after(person, 0, limit=1000)
    known_as = partial(kept, house.cipher)
    sql = "SELECT id, external_id FROM outbox WHERE conversation_id = ?"
    ids = {n: str(external) for n, external in query(installation.folder, sql, person)}
    said = [(str(payload["text"]), ids[n]) for n, _, kind, payload in rows if kind != "turn_done"]
    return repeats(app.got(user), said, known_as)


def claimed(installation: Installation, channel: str, user: str) -> list[str]:
    """The beginnings of the ids of what somebody did, as we keep them, in the order in which we claimed it."""
    with installation.house() as house:
        person = BotStore(house.engine, house.clock, house.cipher).claims.conversation_of(channel, user)
    sql = "SELECT external_id FROM inbound WHERE conversation_id = ? AND kind != 'event' ORDER BY id"
    return [":".join(str(row[0]).split(":")[:2]) for row in query(installation.folder, sql, str(person))]


def query(folder: Path, sql: str, *given: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(folder / "nwd.db", timeout=30)) as database:
        return database.execute(sql, given).fetchall()


def left_to_do(folder: Path) -> list[tuple[object, ...]]:
    """From a letter to its news to a message each step is one transaction: one look sees whatever is on its way."""
    return query(
        folder,
        """SELECT id FROM introduction WHERE state = 'queued' UNION ALL
           SELECT id FROM news WHERE done_at IS NULL UNION ALL
           SELECT id FROM inbound WHERE status != 'done' UNION ALL
           SELECT id FROM outbox WHERE status = 'waiting'""",
    )


def unanswered(folder: Path) -> int:
    return len(query(folder, "SELECT id FROM inbound WHERE status != 'done' OR turn_id IS NULL"))


def in_line(folder: Path) -> int:
    """How many messages came while the turn of an earlier one of the same person was not over."""
    found = query(
        folder,
        """SELECT COUNT(DISTINCT later.id) FROM inbound AS later
           JOIN inbound AS earlier ON earlier.conversation_id = later.conversation_id AND earlier.id < later.id
           JOIN turn ON turn.id = earlier.turn_id AND turn.id != later.turn_id
           WHERE later.kind != 'event' AND earlier.kind != 'event' AND later.received < turn.finished""",
    )
    return int(str(found[0][0]))


def crossed_turns(folder: Path) -> list[tuple[object, ...]]:
    """Messages whose turn answers an earlier claim than the message before them."""
    return query(
        folder,
        """SELECT id FROM (
             SELECT outbox.id AS id, claim, LAG(claim) OVER (PARTITION BY conversation_id ORDER BY outbox.id) AS before
             FROM outbox JOIN (SELECT turn_id, MIN(id) AS claim FROM inbound GROUP BY turn_id) AS first
               ON first.turn_id = outbox.turn_id)
           WHERE before > claim""",
    )
