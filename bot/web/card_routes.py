"""The door card's link: a GET shows the same page for every link; the card itself comes by a press."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.web.card import Card, card_of, chosen, introduction_of_card
from bot.web.deps import Deps
from bot.web.guard import BadTries
from bot.web.pages import Pages
from introductions.errors import LinkError, NotFound

log = structlog.get_logger()

STATUS = {"forged": 404, "expired": 410, "over": 410, "limited": 429}


@dataclass
class CardPages:
    deps: Deps
    pages: Pages
    tries: BadTries = field(init=False)

    def __post_init__(self) -> None:
        self.tries = BadTries(self.deps.clock)

    async def show(self, _request: Request) -> Response:
        """Nothing is looked up: previews of links in chats fetch them too."""
        return self.pages.show("card_closed.html")

    async def open(self, request: Request) -> Response:
        """The card, with the lines that were tapped. Changes nothing and keeps nothing."""
        if self.tries.too_many(request):
            return self._none("limited")
        form = await request.form(max_files=0, max_fields=20)
        try:
            card = await run_in_threadpool(self._card, request.path_params["token"])
        except LinkError as error:
            self.tries.note(request)
            log.info("card_refused", reason=error.reason)
            return self._none(error.reason)
        if card is None:
            return self._none("over")
        values: dict[str, Any] = {"card": card, "lines": chosen(form.getlist("line"))}
        return self.pages.show("card_open.html", **values)

    def _card(self, token: str) -> Card | None:
        introduction_id = introduction_of_card(self.deps.cipher, token, self.deps.clock.now())
        try:
            return card_of(self.deps.letters.introduction(introduction_id))
        except NotFound:
            return None

    def _none(self, reason: str) -> Response:
        return self.pages.show("card_none.html", status=STATUS[reason], reason=reason)
