"""A private word: what must be said before anything is recalled to somebody who may be another by now."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy.orm import Session

from introductions.store.base import Base
from introductions.store.preference_table import PreferenceRow
from introductions.store.preferences import preference
from introductions.store.tables import PersonRow

Given = Literal["right", "wrong", "paused"]
SHORTEST, LONGEST = 4, 100
TRIES, PAUSE = 3, timedelta(hours=1)
IDLE = timedelta(days=180)
STEP_LASTS, OPEN_FOR = timedelta(minutes=10), timedelta(minutes=15)
_N, _R, _P = 2**14, 8, 1
"""Cost of scrypt: about 50 ms and 16 MB a try."""


@dataclass(frozen=True)
class WordState:
    """``step`` is what the next message is read as; ``locked`` recalls nothing, ``met`` for the first time just now."""

    step: Literal["setting", "asked"] | None
    locked: bool
    met: bool


class PrivateWords(Base):
    def word_state(self, person_id: str) -> WordState | None:
        """None where no word was ever set or asked for. After 180 idle days this locks. Call it before all else."""
        now = self.clock.now()
        with self.reading() as session:
            row = session.get(PreferenceRow, person_id)
            if row is None:
                return None
            person = session.get_one(PersonRow, person_id)
            last = max(person.last_contact, row.word_given_at or person.last_contact)
            idle = row.word is not None and row.locked_at is None and last <= now - IDLE
            current = row.word_step if row.word_step_until and row.word_step_until > now else None
            state = WordState(current, row.locked_at is not None or idle, idle)  # type: ignore[arg-type]
        if idle:
            self.lock(person_id)
        return state

    def lock(self, person_id: str) -> None:
        """Recall nothing until the word is given; does nothing where there is none."""
        with self.writing() as session:
            row = session.get(PreferenceRow, person_id)
            if row is not None and row.word is not None:
                row.locked_at = row.locked_at or self.clock.now()

    def expect_word(self, person_id: str, step: Literal["setting", "asked"] | None) -> None:
        """Read the person's next message as their word; None: no longer."""
        with self.writing() as session:
            row = preference(session, person_id)
            row.word_step, row.word_step_until = step, self.clock.now() + STEP_LASTS if step else None

    def set_word(self, person_id: str, word: str) -> bool:
        """Keep what scrypt makes of it; False for one too short or too long."""
        plain = _plain(word)
        if not SHORTEST <= len(plain) <= LONGEST:
            return False
        made = _made(plain, secrets.token_bytes(16))
        with self.writing() as session:
            row = preference(session, person_id)
            row.word, row.word_step, row.word_tries, row.locked_at = made, None, 0, None
            row.word_given_at = self.clock.now()
        return True

    def give_word(self, person_id: str, word: str) -> Given:
        """Try a word. Three wrong ones pause for an hour; then not even the right one is heard."""
        now = self.clock.now()
        with self.writing() as session:
            row = preference(session, person_id)
            if row.word_paused_until is not None and row.word_paused_until > now:
                return "paused"
            if row.word is not None and _fits(_plain(word), row.word):
                row.word_step, row.word_tries, row.locked_at, row.word_given_at = None, 0, None, now
                return "right"
            return _wrong(row, now)

    def word_needed(self, person_id: str) -> bool:
        """Whether the word is to be given before anything is shown: there is one, and it was not said just now."""
        with self.reading() as session:
            row = session.get(PreferenceRow, person_id)
            if row is None or row.word is None:
                return False
            return row.word_given_at is None or row.word_given_at <= self.clock.now() - OPEN_FOR


def merge_preferences(session: Session, kept_id: str, gone_id: str) -> None:
    """Two chats become one: the word of either stays, the quieter wish holds."""
    kept, gone = session.get(PreferenceRow, kept_id), session.get(PreferenceRow, gone_id)
    if kept is None or gone is None:
        return
    if kept.word is None:
        kept.word, kept.word_given_at, kept.locked_at = gone.word, gone.word_given_at, gone.locked_at
    if kept.quiet == "off":
        kept.quiet, kept.hours_from, kept.hours_until = gone.quiet, gone.hours_from, gone.hours_until
    session.delete(gone)
    session.flush()


def _wrong(row: PreferenceRow, now: datetime) -> Given:
    row.word_tries += 1
    if row.word_tries < TRIES:
        return "wrong"
    row.word_tries, row.word_paused_until = 0, now + PAUSE
    return "paused"


def _plain(word: str) -> str:
    """Case and spaces do not count."""
    return " ".join(word.casefold().split())


def _made(plain: str, salt: bytes) -> str:
    made = hashlib.scrypt(plain.encode(errors="replace"), salt=salt, n=_N, r=_R, p=_P)
    return ":".join(base64.b64encode(part).decode() for part in (salt, made))


def _fits(plain: str, kept: str) -> bool:
    salt = base64.b64decode(kept.partition(":")[0])
    return len(plain) <= LONGEST and hmac.compare_digest(_made(plain, salt), kept)
