"""Unprompted news joins the person's own line, as an inbound like any other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import structlog

from bot.store import BotStore

log = structlog.get_logger()


class NewsItem(Protocol):
    """As introductions write it, in the transaction of what happened."""

    @property
    def id(self) -> Any: ...
    @property
    def person_id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def introduction_id(self) -> str | None: ...


class NewsSource(Protocol):
    def pending_news(self, limit: int) -> Sequence[NewsItem]: ...
    def news_done(self, news_id: Any) -> None: ...


def queue_news(store: BotStore, source: NewsSource, *, limit: int = 50) -> list[str]:
    """Queue what is pending, each once; gives the conversations to set going. Blocks.

    Only ids travel: the dialogue's action reads the news itself, by its id.
    """
    conversations = []
    for item in source.pending_news(limit):
        entities = {"news": item.id, "introduction": item.introduction_id}
        claim = store.claims.claim_event(item.person_id, f"news:{item.id}", "news", entities)
        source.news_done(item.id)
        if claim is None:
            log.warning("news_for_nobody", news=item.id, name=item.name)
        else:
            conversations.append(claim.conversation)
    return conversations
