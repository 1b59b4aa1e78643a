"""A reply by mail, whatever letter of ours it answers."""

from __future__ import annotations

from introductions.errors import NotFound
from introductions.store.keeper_answers import KeeperAnswers
from introductions.store.meeting import Meeting
from introductions.store.tables import IntroductionRow


class Replies(Meeting, KeeperAnswers):
    def mail_reply(self, introduction_id: str, text: str, key: str, sender: str = "") -> bool:
        """As ``Meeting.mail_reply``; an answer to a letter that asks about listings is kept for those instead.

        What one of our own people wrote (by the mail address of its ``sender``) is nobody's answer: NotFound.
        """
        if self._of_ours(introduction_id, sender):
            raise NotFound("one of our own people wrote that, so it answers no letter")
        kept = self.keeper_mail(introduction_id, text, key)
        return super().mail_reply(introduction_id, text, key) if kept is None else kept

    def _of_ours(self, introduction_id: str, sender: str) -> bool:
        """Somebody of ours who is not also the place that the letter went to."""
        wrote = sender.strip().casefold()
        if not wrote or wrote not in {self.desk.casefold(), self.lead.casefold(), self.sender.casefold()}:
            return False
        with self.reading() as session:
            row = session.get(IntroductionRow, introduction_id)
            if row is None:
                return False
            provider = self._provider(row)
        theirs = (provider.letter_email, provider.second_email) if provider else ()
        return wrote not in {(address or "").casefold() for address in theirs}
