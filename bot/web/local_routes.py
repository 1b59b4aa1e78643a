"""The local page: a newcomer plays resident and provider, sees what the system did, and moves the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web import local
from bot.web.deps import Deps, Local
from bot.web.guard import from_elsewhere
from bot.web.hint import hint as hint_of
from bot.web.local import Mail
from bot.web.pages import Pages
from introductions.errors import UnknownPerson
from introductions.model import Fact, Introduction, Person
from introductions.states import ENDED

NEWEST = 200
"""Mails that the inbox shows: those about listings must not push the resident's own letters out."""
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Seen:
    """The person of this browser, as far as anything is kept."""

    person: Person | None = None
    introductions: tuple[Introduction, ...] = ()
    facts: tuple[Fact, ...] = ()
    coming: Mapping[str, Sequence[tuple[str, datetime]]] = field(default_factory=dict)
    """By introduction: what time alone would bring, soonest first."""

    @property
    def soonest(self) -> datetime | None:
        ended = {one.id for one in self.introductions if one.state in ENDED}
        going_on = [strikes for key, strikes in self.coming.items() if key not in ended]
        return min((at for strikes in going_on for _, at in strikes[:1]), default=None)


@dataclass(frozen=True)
class LocalPages:
    deps: Deps
    local: Local
    pages: Pages

    async def shell(self, request: Request) -> Response:
        return await run_in_threadpool(self._shell, request)

    async def inbox(self, request: Request) -> Response:
        return await run_in_threadpool(self._inbox, request)

    async def mail(self, request: Request) -> Response:
        return await run_in_threadpool(self._mail, request.path_params["mail"])

    async def system(self, request: Request) -> Response:
        return await run_in_threadpool(self._system, request)

    async def move_clock(self, request: Request) -> Response:
        if from_elsewhere(request, self.deps.settings):
            return Response(status_code=403)
        form = await request.form(max_files=0, max_fields=2)
        wanted = str(form.get("by", ""))
        if wanted in local.MOVES:
            await run_in_threadpool(self._move, wanted, request)
        return RedirectResponse("/local/system", 303)

    async def new_person(self, request: Request) -> Response:
        """A new cookie, so a new conversation; the old one stays until its time is over."""
        if from_elsewhere(request, self.deps.settings):
            return Response(status_code=403)
        response = RedirectResponse("/", 303)
        self.deps.chat.welcome(response)
        return response

    def _move(self, wanted: str, request: Request) -> None:
        soonest = self._seen(request).soonest if wanted == "next" else None
        self.local.move_clock(local.step(wanted, self.deps.clock.now(), soonest))
        self.local.settle()

    def _shell(self, request: Request) -> Response:
        seen = self._seen(request)
        hint = hint_of(seen.person, seen.introductions, self.deps.clock.now())
        mails = sum(_is_own(one) for one in self._mails(seen))
        return self.pages.show("local.html", hint=hint, mails=mails)

    def _mails(self, seen: Seen) -> list[Mail]:
        """Newest first: what went, and what is kept by the mailer alone since its introduction is gone."""
        directory, own = self.deps.directory(), {one.id for one in seen.introductions}
        sent = {one.id: one for one in [*self.local.unbound_mail(), *self.deps.letters.sent_letters(NEWEST)]}
        newest = sorted(sent.values(), key=lambda one: one.written_at or _LONG_AGO, reverse=True)
        return [local.mail(one, directory, own) for one in newest]

    def _inbox(self, request: Request) -> Response:
        seen = self._seen(request)
        mails = self._mails(seen)
        due = local.waits_for_morning(seen.introductions)
        values: dict[str, Any] = {
            "mails": [one for one in mails if _is_own(one)],
            "others": [one for one in mails if one.is_other],
            "listings": [one for one in mails if one.is_listing],
        }
        return self.pages.show("local_inbox.html", due=due, **values)

    def _mail(self, mail_id: str) -> Response:
        mail = next((one for one in self._mails(Seen()) if one.id == mail_id), None)
        if mail is None:
            return RedirectResponse("/local/inbox", 303)
        return self.pages.show("local_mail.html", mail=mail)

    def _system(self, request: Request) -> Response:
        seen = self._seen(request)
        directory = self.deps.directory()
        return self.pages.show(
            "local_system.html",
            now=self.deps.clock.now(),
            moves=[(name, title) for name, (title, _) in local.MOVES.items() if name != "next"],
            soonest=seen.soonest,
            coming=seen.coming,
            person=seen.person,
            introductions=seen.introductions,
            providers={p.id: p.name for p in directory.providers.values()},
            services={s.id: s.name for s in directory.services.values()},
            remembered=local.remembered(seen.facts),
        )

    def _seen(self, request: Request) -> Seen:
        sender = self.deps.chat.sender(request)
        person_id = self.deps.chat.person_of(sender) if sender else None
        if person_id is None:
            return Seen()
        letters = self.deps.letters
        try:
            person, facts = letters.person(person_id), tuple(letters.facts(person_id))
        except UnknownPerson:
            return Seen()
        introductions = tuple(letters.of_person(person_id))
        return Seen(person, introductions, facts, {one.id: self._coming(one) for one in introductions})

    def _coming(self, one: Introduction) -> list[tuple[str, datetime]]:
        letters = self.deps.letters
        mails = [("mail", due) for _, due in letters.waiting_mail(one.id)]
        return sorted([*letters.next_strikes(one.id), *mails], key=lambda strike: strike[1])


def _is_own(mail: Mail) -> bool:
    """Of this browser's conversation, or of none."""
    return not (mail.is_other or mail.is_listing)
