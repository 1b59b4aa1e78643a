"""What a provider writes is checked before it reaches anybody: threats and plain words of danger are held, and
the safeguarding lead hears.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from introductions.store.changes import Changes
from introductions.store.desk_mail import HELD_WORDS
from introductions.store.tables import IntroductionRow
from knowledge.language.words import tokens
from knowledge.understanding.danger import assess
from knowledge.understanding.scope import Scope
from knowledge.understanding.threats import threatens


def is_dangerous(*texts: str) -> bool:
    """Any of them holds plain words of danger, or a threat against its reader, by the reviewed lists alone.

    The network beside the lists learned from people in need, and might hold back a place's "And thread?".
    """
    return any(assess(Scope.of(tokens(text))).level == "act" or threatens(text) for text in texts)


class Guarding(Changes):
    def _hold_words(self, session: Session, row: IntroductionRow, *texts: str) -> None:
        """Keep the words for the lead, who hears at once and may read them (``nwd introductions show --reveal``)."""
        words = "\n".join(texts)
        mark = self.cipher.digest(words)[:16]
        new = self._note(session, row, "words_held", "provider", once=f"words_held:{mark}", data={"text": words})
        if new:
            said = {"short": row.short, "service_id": row.service_id}
            self._to_desk(
                session, HELD_WORDS, f"{row.id}:{HELD_WORDS}:{mark}", to=self.lead, about=row.person_id, **said
            )
