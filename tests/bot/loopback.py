"""Loopback: an ASGI application on a free port, for what needs real sockets, and how clients reach one."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import uvicorn
from starlette.applications import Starlette

LOOPBACK: dict[str, Any] = {"trust_env": False, "verify": False}
"""Of an HTTP client: no proxies, and no certificates, which take each new client 30 ms to read."""


@contextlib.asynccontextmanager
async def served(app: Starlette) -> AsyncIterator[str]:
    """The address of the running server."""
    config = uvicorn.Config(app, port=0, log_config=None, lifespan="off")
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    running = asyncio.create_task(server.main_loop())
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        await running
        await server.shutdown()
