"""A provider's link: a GET shows the same page for every link; a POST opens, answers, or says kindly why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.web import letter, weeks
from bot.web.deps import Deps
from bot.web.guard import BadTries, FormKeys, from_elsewhere
from bot.web.later import LATER_DOES, NEEDS, LaterDo, later, pass_on
from bot.web.pages import Pages
from bot.web.weeks import Mistake
from introductions.errors import ImpossibleChange, LinkError, NotOpened, RelayClosed, TooLong, WordsHeld
from introductions.links import is_broken
from introductions.model import LetterView
from introductions.states import State
from knowledge.listing import Service
from nwd.clock import LONDON

log = structlog.get_logger()

WayDo = Literal["telegram", "by_mail", "week"]
Do = Literal["open", "hello", "ask", "not_yet", "no", "not_me"] | LaterDo | WayDo
DOES: tuple[Do, ...] = ("open", "hello", "ask", "not_yet", "no", "not_me", "telegram", "by_mail", "week", *LATER_DOES)
REASONS = (
    ("full", "We are full just now"),
    ("not_fit", "It is not what we do"),
    ("closed", "We have stopped or closed this"),
    ("other", "Another reason"),
)
LONGEST_HOLD = timedelta(days=92)
UNANSWERED = frozenset({State.SENT, State.QUESTION, State.ON_HOLD})
STATUS = {"forged": 404, "expired": 410, "revoked": 410, "limited": 429, "origin": 403}


@dataclass(frozen=True)
class Given:
    """What a form brought, kept so that nothing has to be typed twice."""

    contact: str = ""
    first_step: str = ""
    when: str = ""
    text: str = ""
    from_date: str = ""
    why: str = ""
    suggest: str = ""
    other: str = ""
    """A place that was written by its name; it counts before one that was picked."""
    days: str = ""
    people: str = ""
    away_from: str = ""
    away_until: str = ""
    seen: str = ""
    """How the letter stood on the page that the form was on."""

    @classmethod
    def of(cls, form: FormData) -> Given:
        return cls(**{name: " ".join(map(str, form.getlist(name))).strip() for name in cls.__dataclass_fields__})

    @property
    def suggested(self) -> str:
        return self.other or self.suggest


@dataclass
class LetterPages:
    deps: Deps
    pages: Pages
    tries: BadTries = field(init=False)
    keys: FormKeys = field(init=False)

    def __post_init__(self) -> None:
        self.tries = BadTries(self.deps.clock)
        self.keys = FormKeys(self.deps.cipher, self.deps.clock)

    async def show(self, request: Request) -> Response:
        """The same page for every link of ours, live or not; nothing is looked up. One that we never made says so."""
        return self._closed(request.path_params["token"])

    async def act(self, request: Request) -> Response:
        token = request.path_params["token"]
        if from_elsewhere(request, self.deps.settings):
            return self._refused("origin")
        if self.tries.too_many(request):
            return self._refused("limited")
        form = await request.form(max_files=0, max_fields=30)
        if not self.keys.fits(token, str(form.get("form", ""))):
            return self._closed(token, stale=True)
        try:
            return await run_in_threadpool(self._do, token, _wanted(form), Given.of(form))
        except NotOpened:
            return self._closed(token)
        except LinkError as error:
            self.tries.note(request)
            log.info("link_refused", reason=error.reason)
            return self._refused(error.reason)

    def _closed(self, token: str, *, stale: bool = False) -> Response:
        broken = is_broken(self.deps.cipher, token)
        return self.pages.show("letter_closed.html", form=self.keys.make(token), stale=stale, broken=broken)

    def _refused(self, reason: str) -> Response:
        return self.pages.show("letter_refused.html", status=STATUS[reason], reason=reason)

    def _do(self, token: str, do: Do, given: Given) -> Response:
        if do == "open":
            self.deps.letters.open_link(token)
            return self._letter(token)
        if do in ("telegram", "by_mail"):
            return self._way(token, do)
        try:
            if do == "week":
                return self._week(token, given)
            if later_do := next((one for one in LATER_DOES if one == do), None):
                return self._later(token, later_do, given)
            return self._thanks(token, do, given, self._answer(token, do, given))
        except Mistake as mistake:
            return self._letter(token, str(mistake), do, given, status=422)
        except TooLong:
            problem = "That is longer than we can carry. Please make it shorter."
            return self._letter(token, problem, do, given, status=422)
        except WordsHeld:
            problem = "That may speak of danger, so it was not passed on. Our coordinator will be in touch."
            return self._letter(token, problem, status=409)
        except RelayClosed:
            problem = "That was not passed on: writing here was stopped, or ten messages went today."
            return self._letter(token, problem, status=409)
        except ImpossibleChange:
            problem = "This was answered or changed in the meantime, so nothing was sent. Here is how it stands now."
            return self._letter(token, problem, "", given, status=409)

    def _way(self, token: str, do: Do) -> Response:
        """Their letters to a chat of theirs, by a link that works once; or by mail again."""
        letters, name = self.deps.letters, self.deps.telegram_name()
        view = letters.view(token)
        if do == "telegram" and name:
            link = f"https://t.me/{name}?start={letters.chat_code(token)}"
            return self._show("letter_telegram.html", view, link=link, form=self.keys.make(token))
        letters.leave_chat(token)
        return self._letter(token, done="by_mail")

    def _week(self, token: str, given: Given) -> Response:
        """What the place says of its own week: all of it at once, as the form shows it."""
        self.deps.letters.view(token)
        self.deps.letters.set_week(token, weeks.read_form(given, self.deps.clock.now().astimezone(LONDON).date()))
        return self._letter(token, done="week")

    def _later(self, token: str, do: LaterDo, given: Given) -> Response:
        """Pass it on and show the letter again with a line on what was done."""
        self.deps.letters.view(token)
        words = _filled(given, NEEDS[do])[0] if do in NEEDS else ""
        pass_on(self.deps.letters, token, do, words)
        return self._letter(token, done=do)

    def _answer(self, token: str, do: Do, given: Given) -> LetterView:
        """Do what the form asks and give the letter as it was seen when the answer was given."""
        letters = self.deps.letters
        before = self.deps.letters.view(token)
        if do == "no" and before.contact and given.seen in UNANSWERED:
            raise ImpossibleChange("somebody said hello since that page was opened")
        if do == "hello":
            letters.say_hello(token, *_filled(given, "contact", "first_step", "when"))
        elif do == "ask":
            letters.ask(token, *_filled(given, "text"))
        elif do == "not_yet":
            letters.not_yet(token, self._hold(given.from_date))
        elif do == "no":
            letters.not_for_us(token, _filled(given, "why")[0], given.suggested)
        else:
            letters.not_meant_for_me(token)
            return before
        return letters.view(token) if do != "no" else before

    def _hold(self, text: str) -> date:
        first, last = self._hold_days()
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise Mistake("Please pick the day from which it could be.") from None
        if not first <= day <= last:
            raise Mistake("Please pick a day after today and within three months.")
        return day

    def _hold_days(self) -> tuple[date, date]:
        today = self.deps.clock.now().astimezone(LONDON).date()
        return today + timedelta(days=1), today + LONGEST_HOLD

    def _letter(
        self,
        token: str,
        problem: str = "",
        doing: str = "",
        given: Given | None = None,
        *,
        done: str = "",
        status: int = 200,
    ) -> Response:
        view = self.deps.letters.view(token)
        if view.states_only:
            return self._show("letter_over.html", view, status=status)
        directory = self.deps.directory()
        first, last = self._hold_days()
        values: dict[str, Any] = {
            "letter": letter.lay_out(view.page_text),
            "can": letter.answers(view),
            "call": letter.call(view),
            "later": later(view),
            "done": done,
            "name": _name(view),
            "unreached": self._unreached(view),
            "usual": letter.listing(view, directory) or Service("", "", ""),
            "elsewhere": letter.elsewhere(view, directory),
            "reasons": REASONS,
            "form": self.keys.make(token),
            "earliest": first.isoformat(),
            "latest": last.isoformat(),
            "week": weeks.shown(self.deps.letters.week_of(view.provider_id), directory.providers.get(view.provider_id)),
            "telegram": self.deps.telegram_name(),
            "on_chat": self.deps.letters.is_on_chat(view.provider_id),
            "problem": problem,
            "doing": doing,
            "given": given or Given(),
        }
        return self._show("letter_open.html", view, status=status, **values)

    def _show(self, template: str, view: LetterView, *, status: int = 200, **values: Any) -> Response:
        """With a line where the place is one of the sample's."""
        provider = self.deps.directory().providers.get(view.provider_id)
        invented = provider is not None and provider.sample
        return self.pages.show(template, status=status, view=view, invented=invented, **values)

    def _unreached(self, view: LetterView) -> bool:
        """Whether the place said something that the person has not got yet."""
        spoke = view.question or view.contact or any(message.by == "provider" for message in view.messages)
        return bool(spoke) and self.deps.unreached(self.deps.letters.introduction(view.introduction_id).person_id)

    def _thanks(self, token: str, do: Do, given: Given, view: LetterView) -> Response:
        directory = self.deps.directory()
        service = None if given.other else directory.services.get(given.suggest)
        suggested = f"{service.name} at {directory.provider_of(service).name}" if service else given.other
        values: dict[str, Any] = {
            "done": do,
            "call": letter.call(view),
            "name": _name(view),
            "suggested": suggested,
            "form": self.keys.make(token),
        }
        return self._show("letter_thanks.html", view, **values)


def _wanted(form: FormData) -> Do:
    return next((do for do in DOES if do == form.get("do")), "open")


def _filled(given: Given, *names: str) -> list[str]:
    values = [getattr(given, name) for name in names]
    if not all(values):
        raise Mistake("Something is still empty. Please fill it in, in a few words, and send it again.")
    return values


def _name(view: LetterView) -> str:
    return view.name or "this person"
