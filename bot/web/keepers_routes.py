"""A keeper's link: a GET shows the listings as people see them and changes nothing; a POST keeps what is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.web import keepers
from bot.web.deps import Deps
from bot.web.guard import BadTries, FormKeys, from_elsewhere
from bot.web.letter_routes import STATUS
from bot.web.pages import Pages
from bot.web.weeks import Mistake
from introductions.errors import ImpossibleChange, LinkError, TooLong
from introductions.keeping import KeeperView
from nwd.clock import LONDON

log = structlog.get_logger()

CHANGED_MEANWHILE = "That cannot be said of this listing now, so nothing was kept. Here is how it stands."


@dataclass
class KeeperPages:
    deps: Deps
    pages: Pages
    tries: BadTries = field(init=False)
    keys: FormKeys = field(init=False)

    def __post_init__(self) -> None:
        self.tries = BadTries(self.deps.clock)
        self.keys = FormKeys(self.deps.cipher, self.deps.clock)

    async def show(self, request: Request) -> Response:
        """What is shown is public; only the link says who may change it."""
        if self.tries.too_many(request):
            return self._refused("limited")
        token = request.path_params["token"]
        try:
            return await run_in_threadpool(lambda: self._page(token, self.deps.letters.keeper_view(token)))
        except LinkError as error:
            return self._bad_link(request, error)

    async def act(self, request: Request) -> Response:
        if from_elsewhere(request, self.deps.settings):
            return self._refused("origin")
        if self.tries.too_many(request):
            return self._refused("limited")
        token, form = request.path_params["token"], await request.form(max_files=0, max_fields=10)
        try:
            return await run_in_threadpool(self._act, token, form)
        except LinkError as error:
            return self._bad_link(request, error)

    def _act(self, token: str, form: FormData) -> Response:
        letters = self.deps.letters
        if not self.keys.fits(token, str(form.get("form", ""))):
            problem = "This page stood open for long. Please tap once more."
            return self._page(token, letters.keeper_view(token), problem=problem, status=409)
        about = str(form.get("service", ""))
        try:
            view = letters.keeper_says(token, keepers.read_form(form, self._today()), about)
        except Mistake as mistake:
            return self._again(token, form, str(mistake), 422)
        except TooLong:
            return self._again(token, form, "That is longer than we can carry. Please make it shorter.", 422)
        except ImpossibleChange:
            return self._again(token, form, CHANGED_MEANWHILE, 409)
        self.deps.directory_changed()
        return self._page(token, view, done=about or "all")

    def _again(self, token: str, form: FormData, problem: str, status: int) -> Response:
        """The page with what was wrong at its top, and what was typed still in its place."""
        doing = (str(form.get("service", "")), str(form.get("do", "")), str(form.get("text", "")))
        return self._page(token, self.deps.letters.keeper_view(token), problem=problem, doing=doing, status=status)

    def _page(
        self,
        token: str,
        view: KeeperView,
        *,
        done: str = "",
        problem: str = "",
        doing: tuple[str, str, str] = ("", "", ""),
        status: int = 200,
    ) -> Response:
        directory, today = self.deps.directory(), self._today()
        earliest, latest = keepers.full_days(today)
        values: dict[str, Any] = {
            "view": view,
            "provider": directory.providers[view.provider_id].name,
            "asked": keepers.listings(view.asked, directory, today),
            "others": keepers.listings(view.others, directory, today),
            "waiting": keepers.still_asked(view),
            "choices": keepers.full_choices(today),
            "earliest": earliest,
            "latest": latest,
            "done": done,
            "problem": problem,
            "doing": doing,
            "form": self.keys.make(token),
        }
        return self.pages.show("keeper.html", status=status, **values)

    def _today(self) -> date:
        return self.deps.clock.now().astimezone(LONDON).date()

    def _bad_link(self, request: Request, error: LinkError) -> Response:
        self.tries.note(request)
        log.info("link_refused", reason=error.reason)
        return self._refused(error.reason)

    def _refused(self, reason: str) -> Response:
        return self.pages.show("keeper_refused.html", status=STATUS[reason], reason=reason)
