"""A provider's own chat: linked by a code from a letter's page, written in like a reply by mail, left by "stop"."""

from __future__ import annotations

import hmac
import re
import secrets
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from introductions.states import RELAYING
from introductions.store.base import new_id
from introductions.store.keeper_chats import KeeperChats
from introductions.store.provider_chat_table import ProviderChatCodeRow, ProviderChatRow
from introductions.store.replies import Replies
from introductions.store.tables import IntroductionRow, OutgoingRow
from introductions.store.ways import CHAT_NOTICE, chat_row, end_chat, forget_channel_ids, to_mail_instead
from introductions.templates import render
from introductions.ways import CODE_MARK, Chat, ChatWords, Linked

CODE_LASTS = timedelta(hours=24)
STOPS = frozenset({"stop", "/stop", "unsubscribe", "stop telegram", "back to email", "email please"})
_REFERENCE = re.compile(r"\s*(?:reference\s+)?([A-Za-z0-9]{6})\s*[:,.\-–\n]\s*(\S.*)", re.IGNORECASE | re.DOTALL)


class ProviderChats(Replies, KeeperChats):
    def chat_code(self, token: str) -> str:
        """A code that links one chat to the provider of this letter, within a day. Raises LinkError and NotOpened."""
        self.view(token)
        with self.writing() as session:
            row = self._linked(session, token, lock=True)
            now, nonce = self.clock.now(), secrets.token_urlsafe(16)
            code = f"{CODE_MARK}{nonce}-{self._code_mark(nonce)}"
            session.execute(delete(ProviderChatCodeRow).where(ProviderChatCodeRow.until <= now))
            session.add(
                ProviderChatCodeRow(
                    hash=self.cipher.digest(code), provider_id=row.provider_id, introduction_id=row.id,
                    until=now + CODE_LASTS,
                )
            )  # fmt: skip
            return code

    def _code_mark(self, nonce: str) -> str:
        return self.cipher.digest("provider-chat:" + nonce)[:16]

    def is_on_chat(self, provider_id: str) -> bool:
        """Whether this provider's letters go to a chat now."""
        with self.reading() as session:
            return chat_row(session, provider_id) is not None

    def link_chat(self, chat: Chat, code: str, key: str) -> Linked:
        """Somebody came by a code. The provider's own mail address hears of it. ``over``: no code of ours, used or old.

        The same press again (``key``) does nothing more.
        """
        nonce, _, mark = code.removeprefix(CODE_MARK).rpartition("-")
        if not hmac.compare_digest(mark.encode(), self._code_mark(nonce).encode()):
            return "over"
        with self.writing() as session:
            if self._answered(session, key):
                return "linked"
            wanted = select(ProviderChatCodeRow).filter_by(hash=self.cipher.digest(code)).with_for_update()
            found = session.scalar(wanted)
            now = self.clock.now()
            if found is None or found.used_at is not None or found.until <= now:
                return "over"
            found.used_at = now
            self._link(session, chat, found, key)
            return "linked"

    def _link(self, session: Session, chat: Chat, code: ProviderChatCodeRow, key: str) -> None:
        now, provider = self.clock.now(), self.directory().providers.get(code.provider_id)
        before = chat_row(session, code.provider_id)
        row = self._chat(session, chat)
        if before is not None and before is not row:
            end_chat(session, before, provider, now)
        if row is not None and row.provider_id != code.provider_id and row.ended_at is None:
            end_chat(session, row, self.directory().providers.get(row.provider_id), now)
        if row is None:
            row = ProviderChatRow(channel=chat.channel, hash=self._hash(chat), address=chat.to)
            session.add(row)
        row.provider_id, row.since, row.ended_at = code.provider_id, now, None
        session.flush()
        self._answer(session, chat, "chat_linked", key)
        if provider is not None and provider.letter_email:
            introduction = self._row(session, code.introduction_id)
            self._mail(session, introduction, CHAT_NOTICE, code.hash[:16], to=provider.letter_email)

    def leave_chat(self, token: str) -> None:
        """The provider wants its letters by mail again, said on a letter's page. Raises LinkError."""
        with self.writing() as session:
            provider_id = self._linked(session, token, lock=True).provider_id
            row = chat_row(session, provider_id)
            if row is not None:
                end_chat(session, row, self.directory().providers.get(provider_id), self.clock.now())

    def chat_wrote(self, said: ChatWords) -> bool:
        """Take what was done in a provider's chat. False: it is no provider's, and so a person's own conversation.

        Words go to the person as a reply by mail would; which person is told by the message they answer, by the
        reference before them, or because there is only one.
        """
        with self.writing() as session:
            row = self._chat(session, said.chat)
            if row is None or (row.ended_at is not None and said.begins):
                if row is not None:
                    forget_channel_ids(session, row)
                    provider = self.directory().providers.get(row.provider_id)
                    to_mail_instead(session, row, provider, may_have_left=True)
                    session.delete(row)
                return False
            answer = self._own_answer(session, row, said)
            if answer:
                self._answer(session, said.chat, answer, said.key)
                return True
            about, words = self._about(session, row, said)
        passed = about is not None and self.mail_reply(about.id, words, said.key)
        with self.writing() as session:
            if about is None:
                self._answer(session, said.chat, "chat_which", said.key)
            elif passed:
                self._answer(session, said.chat, "chat_passed", said.key, short=about.short)
        return True

    def _own_answer(self, session: Session, row: ProviderChatRow, said: ChatWords) -> str:
        """The line that answers what is not for a person; empty for words that are."""
        if self._answered(session, said.key):
            return "again"
        if row.ended_at is not None:
            return "chat_off"
        if said.words.strip().casefold().strip(" .!") in STOPS:
            end_chat(session, row, self.directory().providers.get(row.provider_id), self.clock.now())
            return "chat_stopped"
        if said.begins:
            return "chat_linked"
        if of_listing := self._keeper_in_chat(session, row.provider_id, said):
            return of_listing
        return "" if said.words.strip() else "chat_words_only"

    def _about(self, session: Session, row: ProviderChatRow, said: ChatWords) -> tuple[IntroductionRow | None, str]:
        theirs = select(IntroductionRow).filter_by(provider_id=row.provider_id, link_revoked_at=None)
        if said.replied:
            sent = select(OutgoingRow.introduction_id).filter_by(channel_id=self.channel_id(said.chat, said.replied))
            return session.scalar(theirs.where(IntroductionRow.id.in_(sent))), said.words
        found = _REFERENCE.match(said.words)
        if found:
            named = session.scalar(theirs.where(IntroductionRow.short == found[1].upper()))
            if named is not None:
                return named, found[2]
        going_on = session.scalars(theirs.where(IntroductionRow.state.in_(RELAYING)).limit(2)).all()
        return (going_on[0] if len(going_on) == 1 else None), said.words

    def _chat(self, session: Session, chat: Chat) -> ProviderChatRow | None:
        wanted = select(ProviderChatRow).filter_by(channel=chat.channel, hash=self._hash(chat)).with_for_update()
        return session.scalar(wanted)

    def _answered(self, session: Session, key: str) -> bool:
        return session.scalar(select(OutgoingRow.id).filter_by(cause=self._cause(key))) is not None

    def _cause(self, key: str) -> str:
        return f"chat:{self.cipher.digest(key)[:32]}"

    def _answer(self, session: Session, chat: Chat, kind: str, key: str, *, short: str = "") -> None:
        """A line back into the chat, once for each thing that was done there."""
        if self._answered(session, key):
            return
        now, cause = self.clock.now(), self._cause(key)
        text = render(f"{kind}.txt", {"operator": self.values.operator, "short": short})
        session.add(
            OutgoingRow(
                id=new_id(), introduction_id=None, kind=kind, cause=cause,
                message_id=f"<{self.cipher.digest(cause)[:32]}@{self._mail_domain()}>", to=str(chat), reply_to="",
                subject="", text=text, html="", written_at=now, due_at=now, state="queued",
            )
        )  # fmt: skip
        session.flush()
