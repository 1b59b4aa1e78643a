"""A keeper's answer in the place's own chat: a button under the letter, an answer to it, or words asked for."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from introductions.keeping import Said
from introductions.store.keeper_answers import KeeperAnswers
from introductions.store.keeper_tables import KeeperLetterRow
from introductions.store.keepers import LISTING_CHECK, letter_of
from introductions.store.tables import OutgoingRow
from introductions.templates import phrases
from introductions.ways import ChatWords

WORDS_AWAITED = timedelta(hours=1)
"""How long after "something changed" was pressed words in the chat say what."""
MARK = "k"
"""How the id of a keeper's button begins."""
YES, CHANGED = "yes", "changed"


class KeeperChats(KeeperAnswers):
    def _keeper_in_chat(self, session: Session, provider_id: str, said: ChatWords) -> str:
        """The line that answers what a keeper did in its place's chat; empty for what is of no listing."""
        pressed = _pressed(said.button)
        if pressed is not None:
            letter = session.get(KeeperLetterRow, pressed[1])
            if letter is None or letter.provider_id != provider_id or letter.revoked_at is not None:
                return "chat_listing_over"
            return self._press(session, letter, pressed[0])
        letter = self._letter_answered(session, provider_id, said)
        if letter is None or not said.words.strip():
            return ""
        letter.words_until = None
        return "chat_listing_kept" if self._heard(session, letter, said.words, "chat") else "chat_listing_over"

    def _press(self, session: Session, letter: KeeperLetterRow, what: str) -> str:
        if what == CHANGED:
            letter.words_until = self.clock.now() + WORDS_AWAITED
            return "chat_listing_change"
        for row in self._open(session, letter):
            self._record(session, row.service_id, Said("yes"), "chat", letter)
        return "chat_listing_kept"

    def _letter_answered(self, session: Session, provider_id: str, said: ChatWords) -> KeeperLetterRow | None:
        if said.replied:
            asked = select(OutgoingRow).filter_by(channel_id=self.channel_id(said.chat, said.replied))
            row = session.scalar(asked.where(OutgoingRow.kind == LISTING_CHECK))
            return letter_of(session, row) if row is not None else None
        awaited = select(KeeperLetterRow).where(
            KeeperLetterRow.provider_id == provider_id, KeeperLetterRow.words_until > self.clock.now()
        )
        return session.scalar(awaited.order_by(KeeperLetterRow.words_until.desc()).limit(1))


def chat_buttons(row: OutgoingRow) -> tuple[tuple[str, str], ...]:
    """The buttons under a letter that asks, as (id, title); other mail has none."""
    kind, _, rest = row.cause.partition(":")
    if kind != LISTING_CHECK:
        return ()
    letter = rest.partition(":")[0].replace("-", "")
    titles = phrases()["listing_buttons"]
    return tuple((f"{MARK}:{what}:{letter}", titles[what]) for what in (YES, CHANGED))


def _pressed(button: str) -> tuple[str, str] | None:
    """What was pressed and of which letter; None for a button that is none of a keeper's."""
    mark, _, rest = button.partition(":")
    what, _, letter = rest.partition(":")
    if mark != MARK or what not in (YES, CHANGED) or len(letter) != 32:
        return None
    parts = (letter[:8], letter[8:12], letter[12:16], letter[16:20], letter[20:])
    return what, "-".join(parts)
