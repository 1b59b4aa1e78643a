"""The composition root: mounts the actions, and serves everything but Rasa over HTTP."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Iterator
from types import FrameType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionMissingDomainException, ActionNotFoundException
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from actions.deps import Deps as ActionDeps
from actions.deps import Position
from actions.registry import actions
from bot.action_webhook import ActionWebhook
from bot.channels.email import KeptLocally
from bot.channels.web import WebChannel
from bot.channels.web_chat import WebChat
from bot.channels.web_identity import Identities
from bot.gateway.danger import KEPT_IN_MIND
from bot.gateway.notify import OUTBOX, TIME, Notifier
from bot.gateway.provider_chats import ProviderChats
from bot.health import Health
from bot.house import open_house
from bot.opened import App, open_app
from bot.people import erase_person, export_person, person_of
from bot.web import Deps as PageDeps
from bot.web import refusal
from bot.web import routes as page_routes
from bot.web.deps import Local
from nwd.memory import settle
from nwd.settings import Settings
from nwd.settings_checks import LOOPBACK

if TYPE_CHECKING:
    from bot.channels.telegram_in import TelegramIn

__all__ = ["build_app", "erase_person", "export_person", "person_of", "run_worker"]

REFUSALS = {ActionExecutionRejection: 400, ActionNotFoundException: 404, ActionMissingDomainException: 449}


def build_app(settings: Settings, *, worker: bool = True) -> Starlette:
    """The HTTP application. Its lifespan starts the gateway, and the worker unless that runs elsewhere."""
    app = open_app(open_house(settings))
    bot = app.bot
    web = WebChannel(bot.gateway, bot.store, bot.threads, bot.notifier, _identities(app), app.copy)
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=[*LOOPBACK, "[::1]"])
    providers = ProviderChats(app.house.introductions, bot.store, bot.threads, bot.notifier)
    telegram = app.telegram.incoming(bot.gateway, providers) if app.telegram else None
    channels = app.telegram.routes(telegram) if app.telegram and telegram else []
    channels += app.whatsapp.routes(bot.gateway, bot.sender) if app.whatsapp else []
    starlette = Starlette(
        routes=[
            *channels,
            *web.routes(),
            *(app.worker.mail.routes() if app.worker.mail else []),
            _webhook(app).route(),
            *Health(bot, lambda: app.telegram.channel.troubles if app.telegram else ()).routes(),
            *page_routes(_page_deps(app, web)),
        ],
        middleware=[hosts] if settings.is_local else [],
        exception_handlers={404: refusal(settings)},
        lifespan=lambda _: _running(app, telegram, worker=worker),
    )
    starlette.state.app = app
    return starlette


async def run_worker(settings: Settings) -> None:
    """The worker alone, until SIGTERM or SIGINT."""
    app = open_app(open_house(settings))
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    settle()
    await app.bot.gateway.start()
    await app.worker.run(stopping)
    await app.bot.close()


@contextlib.asynccontextmanager
async def _running(app: App, telegram: TelegramIn | None, *, worker: bool) -> AsyncIterator[None]:
    stopping = asyncio.Event()
    await app.bot.gateway.start()
    tasks = [asyncio.create_task(app.worker.run(stopping) if worker else app.worker.run_turns(stopping))]
    if app.telegram and telegram:
        tasks.append(asyncio.create_task(app.telegram.run(telegram, stopping)))
    with _streams_end_with_the_process(app.bot.notifier):
        yield
    stopping.set()
    app.bot.notifier.close()
    for task in tasks[1:]:
        task.cancel()  # a long poll that is cut off has confirmed nothing
    await asyncio.gather(*tasks, return_exceptions=True)
    await app.bot.close()


@contextlib.contextmanager
def _streams_end_with_the_process(notifier: Notifier) -> Iterator[None]:
    """Servers wait for open responses before they end the lifespan: event streams must hear of the signal first."""
    loop = asyncio.get_running_loop()
    before: dict[signal.Signals, Any] = {}

    def ending(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(notifier.close)
        handler = before[signal.Signals(number)]
        if callable(handler):
            handler(number, frame)

    with contextlib.suppress(ValueError):  # not in the main thread: then nobody signals us
        for number in (signal.SIGTERM, signal.SIGINT):
            before[number] = signal.getsignal(number)
            signal.signal(number, ending)
    yield
    with contextlib.suppress(ValueError):
        for sign, handler in before.items():
            signal.signal(sign, handler)


def _identities(app: App) -> Identities:
    settings = app.house.settings
    base = urlsplit(settings.base_url)
    return Identities(app.house.cipher, settings.is_local, base.scheme == "https", base.netloc)


def _webhook(app: App) -> ActionWebhook:
    executor = ActionExecutor()
    for action in actions(_action_deps(app)):
        executor.register_action(action)
    token = app.house.settings.rasa_token.get_secret_value()
    return ActionWebhook(executor.run, token, app.bot.failed_actions, REFUSALS)


def _action_deps(app: App) -> ActionDeps:
    def position(person: str) -> Position:
        return Position(*app.bot.store.turns.where(person))

    def after_danger(person: str) -> bool:
        at = app.bot.store.turns.danger_at(person)
        return at is not None and app.house.clock.now() - at < KEPT_IN_MIND

    house, settings = app.house, app.house.settings
    kind = app.copy.text(f"utter_operator_kind_{settings.operator_kind}")
    about = {"operator": settings.operator, "operator_kind": kind, "area": settings.area}
    about["hours"] = settings.staff_hours or app.copy.text("utter_hours_unsaid")
    reads = settings.coordinator is not None
    return ActionDeps(
        house.introductions,
        house.directory,
        house.clock,
        app.copy.text,
        position,
        about,
        reads,
        trial=settings.is_local and settings.smtp_url is None,
        join_code=app.bot.store.joining.issue,
        door=app.bot.store.arrivals.door,
        after_danger=after_danger,
        telegram_name=lambda: app.telegram.name if app.telegram else None,
    )


def _page_deps(app: App, web: WebChannel) -> PageDeps:
    house = app.house
    local = None
    if house.offset:
        mailer = app.worker.mailer
        unbound = mailer.unbound.copy if isinstance(mailer, KeptLocally) else tuple
        local = Local(house.move_clock, lambda: app.bot.notifier.tell_from_thread(OUTBOX, TIME), unbound)
    chat, people = WebChat(web), house.introductions
    return PageDeps(
        house.settings,
        house.clock,
        house.cipher,
        house.directory,
        people,
        chat,
        local,
        app.bot.store.delivery.is_unreached,
        telegram_name=lambda: app.telegram.name if app.telegram else None,
        directory_changed=house.forget_directory,
    )
