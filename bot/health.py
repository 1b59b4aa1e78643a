"""Alive, ready, and figures for a monitor on the private network."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Gauge, generate_latest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.store import StoreBusyError
from bot.wiring import Bot


@dataclass(frozen=True)
class Health:
    """``troubles``: what is to be put right though most of us works, a line each."""

    bot: Bot
    troubles: Callable[[], Sequence[str]] = tuple

    def routes(self) -> list[Route]:
        return [
            Route("/healthz", self.alive, methods=["GET"]),
            Route("/readyz", self.ready, methods=["GET"]),
            Route("/metrics", self.metrics, methods=["GET"]),
        ]

    async def alive(self, _request: Request) -> Response:
        return PlainTextResponse("alive\n")

    async def ready(self, _request: Request) -> Response:
        """200 when the database and Rasa answer, with what else is amiss below; else 503 and which one does not."""
        try:
            await self.bot.threads.run(self.bot.store.turns.counts)
        except StoreBusyError:
            return PlainTextResponse("the database does not answer\n", 503)
        if not await self.bot.outside.rasa.is_up():
            return PlainTextResponse("rasa does not answer\n", 503)
        return PlainTextResponse("".join(f"{line}\n" for line in ("ready", *self.troubles())))

    async def metrics(self, request: Request) -> Response:
        """Figures without people. Only for callers on this machine or its private network, not through a proxy."""
        if not _is_private(request):
            return Response(status_code=404)
        registry = CollectorRegistry()
        for name, count in (await self.bot.threads.run(self.bot.store.turns.counts)).items():
            Gauge(f"nwd_{name}", name.replace("_", " "), registry=registry).set(count)
        return Response(generate_latest(registry), media_type="text/plain; version=0.0.4")


def _is_private(request: Request) -> bool:
    if request.client is None or "x-forwarded-for" in request.headers or "forwarded" in request.headers:
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_private
    except ValueError:
        return False
