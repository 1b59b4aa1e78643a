"""Turns: begun with a committed id, finished in one transaction with their messages; leases keep them one at a time."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from bot.store import erasure, hiding, joining, newcomers
from bot.store.database import Database
from bot.store.leases import Leases
from bot.store.line import Line, can_go, last_danger
from bot.store.messages import Messages
from bot.store.model import Crisis, Outcome, Position, Said, Turn, Waiting
from bot.store.tables import address, button, conversation, inbound, outbox, turn

Choose = Callable[[Position, Sequence[Waiting], bool], Sequence[Waiting]]
"""From where the conversation is, what waits, and whether a late turn of the person's holds it up."""

# Made once: these are looked at several times in a turn, and making a statement takes longer than running it.
_OPEN_TURNS = (
    select(turn.c.conversation_id, turn.c.next_try, conversation.c.status)
    .join(conversation, conversation.c.id == turn.c.conversation_id)
    .where(turn.c.status == "open")
)
_FRESH = (
    select(inbound.c.conversation_id)
    .join(conversation, conversation.c.id == inbound.c.conversation_id)
    .where(can_go())
    .order_by(inbound.c.id)
)


class Turns:
    """All of one conversation's order. Callers hold its lease."""

    def __init__(self, database: Database, messages: Messages, leases: Leases) -> None:
        self._db, self._messages, self._leases = database, messages, leases
        self._line = Line(database)

    def waiting(self, *, held: bool = False) -> list[str]:
        """Conversations that have something to do now, the longest waiting first; with ``held`` those too in which
        a turn is late and something waits behind it.
        """
        now = self._db.now()
        with self._db.read() as connection:
            turns, fresh = connection.execute(_OPEN_TURNS).all(), connection.scalars(_FRESH).all()
        busy = set() if held else {one.conversation_id for one in turns}
        late = [one for one in turns if one.next_try is not None and one.next_try <= now]
        ready = [one.conversation_id for one in late if one.status != "crisis_waiting"]
        ready += [one.conversation_id for one in turns if one.next_try is None]
        return list(dict.fromkeys([*ready, *(person for person in fresh if person not in busy)]))

    def line(self, person: str) -> list[Waiting]:
        """What waits in a conversation, in order."""
        with self._db.read() as connection:
            return self._line.waiting(connection, person)

    def begin(self, person: str, choose: Choose, *, up_to: int | None = None) -> Turn | None:
        """The turn to run next: an unfinished one whose time has come, else a new one with what ``choose`` takes, of
        what waits up to inbound ``up_to``.

        None when there is nothing to do now, or when another process runs the conversation. Ending the turn frees it.
        """
        with self._db.write() as connection:
            if not self._leases.take_conversation(connection, person):
                return None
            run = self._next(connection, person, choose, up_to)
            if run is None:
                self._leases.free_conversation(connection, person)
            return run

    def late(self, run: Turn, *, next_try: datetime, fault: bool, said: Sequence[Said]) -> None:
        """A turn that did not finish: kept, to be tried at ``next_try``; ``said`` tells the person, once."""
        values = {"attempts": run.attempts + 1, "faults": run.faults + int(fault), "next_try": next_try}
        with self._db.write() as connection:
            kept = update(turn).where(turn.c.id == run.id, turn.c.status == "open")
            is_kept = connection.execute(kept.values(**values, told=run.told or bool(said))).rowcount == 1
            self._leases.free_conversation(connection, run.position.conversation)
            if said and is_kept:
                self._messages.write(connection, run, said)

    def finish(self, run: Turn, outcome: Outcome, *, given_up: bool = False) -> None:
        """Messages, buttons, position and the end of the turn, in one transaction."""
        now = self._db.now()
        status, person = "given_up" if given_up else "done", run.position.conversation
        with self._db.write() as connection:
            if outcome.status == "erased" or outcome.joins:
                others = joining.owners(connection, outcome.joins) if outcome.joins else []
                newcomers.hold_addresses(connection, [person, *others])
            self._leases.free_conversation(connection, run.position.conversation)
            ended = update(turn).where(turn.c.id == run.id, turn.c.status == "open")
            alarm = self._sealed_alarm(outcome)
            if connection.execute(ended.values(status=status, finished=now, alarm=alarm)).rowcount == 0:
                return  # finished before: its messages stand
            closed = self._closed(connection, run, outcome)
            self._messages.write(connection, run, outcome.said, asks=(outcome.form, outcome.slot), closes=closed)
            done = update(inbound).where(inbound.c.turn_id == run.id)
            secret = {"payload": None} if outcome.is_secret else {}
            connection.execute(done.values(status="done", crisis=outcome.is_crisis, **secret))
            values = {"status": outcome.status, "form": outcome.form, "slot": outcome.slot, "updated": now}
            if outcome.said:
                values["last_turn"] = run.id
            if outcome.language:
                values["language"] = outcome.language
            left = update(conversation).where(conversation.c.id == person, conversation.c.status != "erased")
            connection.execute(left.values(**values, crisis=self._sealed_crisis(outcome.crisis)))
            if outcome.status == "erased":
                erasure.remove_history(connection, person, but_turn=run.id)
                newcomers.move_on(connection, self._db, person)
            if outcome.hides:
                hiding.hide(connection, self._db, run)
            if outcome.joins:
                joining.join(connection, self._db, run, outcome.joins)

    def _drop(self, connection: Connection, run: Turn) -> list[str]:
        """Somebody who said stop is not answered any more on what they wrote before it; gives those inbounds' ids."""
        person = run.position.conversation
        late = update(turn).where(turn.c.conversation_id == person, turn.c.status == "open", turn.c.id != run.id)
        dropped = connection.scalars(late.values(status="given_up", finished=self._db.now()).returning(turn.c.id)).all()
        before = (inbound.c.status == "waiting") & (inbound.c.id < run.batch[-1].id) & (inbound.c.kind != "event")
        unanswered = update(inbound).where(inbound.c.conversation_id == person, before | inbound.c.turn_id.in_(dropped))
        closed = unanswered.values(status="done").returning(inbound.c.external_id, inbound.c.kind)
        return [row.external_id for row in connection.execute(closed).all() if row.kind != "event"]

    def _closed(self, connection: Connection, run: Turn, outcome: Outcome) -> list[str]:
        """What else the end of this turn closes, unanswered."""
        if outcome.status == "erased":
            return newcomers.close_presses(connection, run.position.conversation)
        return self._drop(connection, run) if outcome.status == "stopped" else []

    def where(self, person: str) -> tuple[str | None, str | None, str]:
        """The form, the question and the channel a conversation is at; of nobody: none, none, web."""
        joined = conversation.outerjoin(address, address.c.id == conversation.c.address_id)
        query = select(conversation.c.form, conversation.c.slot, address.c.channel).select_from(joined)
        with self._db.read() as connection:
            found = connection.execute(query.where(conversation.c.id == person)).first()
        return (found.form, found.slot, found.channel or "web") if found else (None, None, "web")

    def danger_at(self, person: str) -> datetime | None:
        """When danger was last spoken of in a conversation, as far as that is kept in mind."""
        with self._db.read() as connection:
            position = self._position(connection, person)
        return position.crisis.at if position and position.crisis else None

    def counts(self) -> dict[str, int]:
        """How many inbounds wait, turns are open, and messages out wait or are dead; for metrics and readiness."""
        queries = {
            "inbound_waiting": select(inbound.c.id).where(inbound.c.status == "waiting"),
            "turns_open": select(turn.c.id).where(turn.c.status == "open"),
            "outbox_waiting": select(outbox.c.id).where(outbox.c.status == "waiting"),
            "outbox_dead": select(outbox.c.id).where(outbox.c.status == "dead"),
        }
        with self._db.read() as connection:
            return {name: len(connection.scalars(query).all()) for name, query in queries.items()}

    def _next(self, connection: Connection, person: str, choose: Choose, up_to: int | None) -> Turn | None:
        position = self._position(connection, person)
        if position is None or position.status == "erased":
            return None
        open_turn = select(turn).where(turn.c.conversation_id == person, turn.c.status == "open")
        rows = connection.execute(open_turn.order_by(turn.c.created)).all()
        waiting = self._line.waiting(connection, person, up_to=up_to)
        passing = choose(position, waiting, True) if rows and position.status != "crisis_waiting" else ()
        if passing:
            self._hold(connection, person)
            return self._start(connection, position, passing, more=True)
        due = next((row for row in rows if self._is_due(row, position)), None)
        if due:
            return self._again(connection, position, due)
        late = [self._again(connection, position, row) for row in rows]
        held = any(one.kind != "event" for run in late for one in run.batch)
        chosen = choose(position, waiting, held)
        more = len(waiting) > len(chosen) or position.status != "open"  # news may be next, once it is open again
        return self._start(connection, position, chosen, more=more) if chosen else None

    def _hold(self, connection: Connection, person: str) -> None:
        """A turn that was begun and is passed by is late from now on, as one that failed."""
        begun = update(turn).where(turn.c.conversation_id == person, turn.c.status == "open", turn.c.next_try.is_(None))
        connection.execute(begun.values(next_try=self._db.now()))

    def _start(self, connection: Connection, position: Position, chosen: Sequence[Waiting], *, more: bool) -> Turn:
        new_id = secrets.token_hex(16)
        row = {"id": new_id, "conversation_id": position.conversation, "status": "open", "created": self._db.now()}
        connection.execute(turn.insert().values(**row))
        taken = update(inbound).where(inbound.c.id.in_([w.id for w in chosen]))
        connection.execute(taken.values(turn_id=new_id, status="taken"))
        for pressed in (w.button.id for w in chosen if w.button and not w.button.pressed_turn):
            connection.execute(update(button).where(button.c.id == pressed).values(pressed_turn=new_id))
        return Turn(new_id, position, tuple(chosen), more=more)

    def _is_due(self, row: Row[*tuple[Any, ...]], position: Position) -> bool:
        """Whether an unfinished turn goes now. One that is late waits until somebody in danger is out of it."""
        return row.next_try is None or (row.next_try <= self._db.now() and position.status != "crisis_waiting")

    def _again(self, connection: Connection, position: Position, row: Row[*tuple[Any, ...]]) -> Turn:
        batch = self._line.inbounds(connection, position.conversation, inbound.c.turn_id == row.id)
        return Turn(row.id, position, tuple(batch), row.attempts, row.faults, row.told, more=True)

    def _position(self, connection: Connection, person: str) -> Position | None:
        query = select(conversation, last_danger(person).label("danger")).where(conversation.c.id == person)
        found = connection.execute(query).first()
        if found is None:
            return None
        crisis = self._db.unseal(found.crisis)
        at = datetime.fromisoformat(crisis["at"]) if crisis and crisis.get("at") else None
        kept = None
        if crisis:
            beside = tuple(crisis.get("beside", ()))
            kept = Crisis(crisis["stage"], tuple(crisis["kinds"]), at, crisis.get("waits", ""), beside)
        interrupted = self._line.interrupted(connection, person, kept, found.danger) if kept else ""
        offer = self._line.offer(connection, found.last_turn) if found.last_turn else ()
        is_new = found.last_turn is None
        where = (found.status, found.form, found.slot, found.language)
        return Position(person, *where, kept, offer, is_new, found.danger, interrupted)

    def _sealed_alarm(self, outcome: Outcome) -> str | None:
        alarm = outcome.alarm
        return self._db.seal({"kinds": alarm.kinds, "complaint": alarm.is_complaint}) if alarm else None

    def _sealed_crisis(self, crisis: Crisis | None) -> str | None:
        if crisis is None:
            return None
        at = (crisis.at or self._db.now()).isoformat()
        return self._db.seal(
            {"stage": crisis.stage, "kinds": crisis.kinds, "at": at, "waits": crisis.waits, "beside": crisis.beside}
        )
