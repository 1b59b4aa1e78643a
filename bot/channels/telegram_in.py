"""Telegram in: our own long polling, or a webhook. Nothing is confirmed before it is claimed."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import warnings
from collections.abc import Sequence
from time import monotonic
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.bodies import MalformedError, TooLargeError, parse_object, read_body
from bot.channels.contract import Inbound
from bot.channels.telegram import POLL_SECONDS, REFUSES_US, SECONDS, Telegram, retry_seconds
from bot.channels.telegram_updates import ALLOWED, NAME, answered_by, completed, group_of, inbound_of
from bot.copy import Copy
from bot.gateway.backoff import backoff
from bot.gateway.order import Gateway
from bot.gateway.provider_chats import ProviderChats
from bot.store import StoreBusyError

log = structlog.get_logger()

LARGEST_UPDATE = 1024 * 1024
QUICK_SECONDS = 0.3
REFUSED_SECONDS, TOLD_EVERY = 60.0, 30
REFUSED_LINKS = {"resident": "utter_place_link_resident", "over": "utter_place_link_over"}
"""What is said aside to a place's link that could not be taken."""


class TelegramIn:
    """One batch of updates is claimed in one commit; only then does the offset rise, or the webhook answer."""

    def __init__(
        self,
        bot: Bot,
        channel: Telegram,
        gateway: Gateway,
        copy: Copy,
        secret: str = "",
        providers: ProviderChats | None = None,
    ) -> None:
        self._bot, self._channel, self._gateway, self._copy, self._secret = bot, channel, gateway, copy, secret
        self._providers = providers
        self._offset: int | None = None
        self._may_poll = False
        self._groups_told: set[int] = set()
        self._niceties: set[asyncio.Task[None]] = set()

    def route(self) -> Route:
        return Route("/telegram/webhook", self.post, methods=["POST"])

    async def poll(self, stopping: asyncio.Event) -> None:
        """Until ``stopping`` is set. Whatever goes wrong is tried again, with growing pauses; what looks like a wrong
        token, with long ones: a server that starts again answers so too.
        """
        failures = 0
        while not stopping.is_set():
            try:
                await self._poll_gently(stopping)
                failures, self._channel.token_refused = 0, False
            except (TelegramError, StoreBusyError) as error:
                failures += 1
                self._tell(error, failures)
                await self._pause(stopping, failures, error)
            except Exception as error:
                failures += 1
                log.exception("telegram_poll_broke", attempts=failures)
                await self._pause(stopping, failures, error)

    async def _poll_gently(self, stopping: asyncio.Event) -> None:
        if not self._may_poll:
            await self._begin()
        asked = monotonic()
        if not await self.poll_once() and monotonic() - asked < QUICK_SECONDS:
            await _until(stopping, QUICK_SECONDS)  # a server that does not wait is not asked without end

    def _tell(self, error: Exception, failures: int) -> None:
        """An error to look at, the first time and now and then; the rest are warnings."""
        if not isinstance(error, InvalidToken):
            self._may_poll = self._may_poll and not isinstance(error, Conflict)
            log.warning("telegram_poll_failed", attempts=failures, error=type(error).__name__)
            return
        if not self._channel.token_refused or failures % TOLD_EVERY == 0:
            log.error("telegram_token_refused", attempts=failures, reason=REFUSES_US)
        self._channel.token_refused = True

    async def poll_once(self, seconds: int = POLL_SECONDS) -> int:
        """Fetch and claim one batch; gives how many updates it held. Raises TelegramError, StoreBusyError."""
        updates = sorted(await self._fetch(seconds), key=lambda one: one[1])  # their numbers are their order
        await self._claim([update for update, _ in updates if update is not None])
        if updates:
            self._offset = max(number for _, number in updates) + 1
        return len(updates)

    async def post(self, request: Request) -> Response:
        """Telegram's webhook: 403 without the secret, 200 once claimed, 503 to be sent again."""
        given = request.headers.get("x-telegram-bot-api-secret-token", "")
        if not self._secret or not hmac.compare_digest(given.encode(), self._secret.encode()):
            return _refused(403, "secret")
        try:
            raw = parse_object(await read_body(request, largest=LARGEST_UPDATE))
        except TooLargeError:
            return _refused(413, "too large")
        except MalformedError:
            return _refused(400, "not JSON")
        if not isinstance(raw.get("update_id"), int):
            return _refused(400, "not an update")
        update = self._read(raw)
        try:
            await self._claim([update] if update else [])  # one that cannot be read is no better when sent again
        except StoreBusyError:
            return Response(status_code=503)
        return Response(status_code=200)

    async def _begin(self) -> None:
        """Polling and a webhook exclude each other. A token that is refused here is refused again at once."""
        with contextlib.suppress(InvalidToken):
            await self._bot.delete_webhook()
        self._may_poll = True

    async def _claim(self, updates: Sequence[Update]) -> None:
        inbounds = [(update, _inbound(update)) for update in updates]
        elsewhere = [not await self._is_a_persons(update, inbound) for update, inbound in inbounds]
        ours = [inbound for (_, inbound), away in zip(inbounds, elsewhere, strict=True) if inbound and not away]
        if ours:
            await self._gateway.claim_all(ours)
        for (update, inbound), away in zip(inbounds, elsewhere, strict=True):
            self._be_nice(update, inbound.sender if inbound and not away else None)

    async def _is_a_persons(self, update: Update, inbound: Inbound | None) -> bool:
        """False for what was done in a provider's chat, and for a provider's link that could not be taken."""
        if inbound is None or self._providers is None:
            return True
        taken = await self._providers.take(inbound, answered_by(update), is_new=update.message is not None)
        if taken in REFUSED_LINKS:
            self._start(self._channel.say_aside(int(inbound.sender), self._copy.text(REFUSED_LINKS[taken])))
        return taken == "no"

    def _be_nice(self, update: Update, sender: str | None) -> None:
        """What makes it pleasant, beside what makes it right: nobody waits for these."""
        group = group_of(update)
        if update.callback_query:
            self._start(self._channel.acknowledge(update.callback_query))
        if sender:
            self._start(self._channel.type(sender))
        elif group and group not in self._groups_told:
            self._groups_told.add(group)
            self._start(self._channel.say_aside(group, self._copy.text("utter_no_groups")))

    def _start(self, nicety: Any) -> None:
        task = asyncio.create_task(nicety)
        self._niceties.add(task)
        task.add_done_callback(self._niceties.discard)

    async def _fetch(self, seconds: int) -> list[tuple[Update | None, int]]:
        """Updates with their numbers; None in place of one that cannot be read, so that it holds up no other."""
        try:
            updates = await self._bot.get_updates(offset=self._offset, timeout=seconds, allowed_updates=ALLOWED)
        except TelegramError:
            raise
        except Exception:
            log.exception("telegram_update_unreadable")
            return await self._fetch_one_by_one(seconds)
        return [(update, update.update_id) for update in updates]

    async def _fetch_one_by_one(self, seconds: int) -> list[tuple[Update | None, int]]:
        wanted = {"offset": self._offset, "timeout": seconds, "allowed_updates": ALLOWED}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library would rather parse for us; that is what failed
            raws = await self._bot.do_api_request("getUpdates", wanted, read_timeout=seconds + SECONDS)
        return [(self._read(raw), int(raw["update_id"])) for raw in raws]

    def _read(self, raw: dict[str, Any]) -> Update | None:
        try:
            return Update.de_json(completed(raw), self._bot)
        except Exception:
            log.exception("telegram_update_unreadable")
            return None

    async def _pause(self, stopping: asyncio.Event, failures: int, error: Exception) -> None:
        seconds = backoff(failures).total_seconds()
        if isinstance(error, InvalidToken):
            seconds = REFUSED_SECONDS
        if isinstance(error, RetryAfter):
            seconds = max(seconds, retry_seconds(error))
        if isinstance(error, Conflict):
            log.error("telegram_conflict", reason="another program polls with this token")
        await _until(stopping, seconds)


async def _until(stopping: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stopping.wait()


def _inbound(update: Update) -> Inbound | None:
    """None too for one that makes no sense: it would make no more when it comes again."""
    try:
        return inbound_of(update)
    except Exception:
        log.exception("telegram_update_unreadable")
        return None


def _refused(status: int, reason: str) -> Response:
    log.warning("webhook_refused", channel=NAME, status=status, reason=reason)
    return Response(status_code=status)
