"""How Rasa calls our actions: over connections that stay open, and with the domain only when the app lacks it.

Rasa opens a connection for every call and sends the whole domain with it. The current rasa-sdk remembers a domain by
its digest and answers 449 when it has another one or none, as after a restart of the app; then we call again with it.
"""

from __future__ import annotations

import json as json_
from hashlib import sha256
from typing import Any, Dict, Optional

import aiohttp
from rasa.shared.core.domain import Domain
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

DOMAIN_MISSING = 449
KEPT_OPEN = 2  # seconds; less than the app keeps an idle connection, so that no call meets a closing one


class ActionsEndpoint(EndpointConfig):
    """The action endpoint of ``nlu/endpoints.yml``. Give it the model's domain with ``know`` before the first call."""

    def __init__(self, configured: EndpointConfig) -> None:
        super().__init__(configured.url, headers=configured.headers, **configured.kwargs)
        self._session: Optional[aiohttp.ClientSession] = None
        self._domain: Dict[str, Any] = {}
        self._digest = ""

    def know(self, domain: Domain) -> None:
        """Copy is left out of what is sent: actions name responses and never read them."""
        self._domain = {**domain.as_dict(), "responses": {}}
        self._digest = sha256(json_.dumps(self._domain, sort_keys=True).encode()).hexdigest()

    async def request(self, *_method: Any, json: Dict[str, Any], timeout: float, **_post: Any) -> Any:  # noqa: ASYNC109
        """The reply's JSON, or None if there is none. Raises ClientResponseError from a status of 400 on."""
        call = {**json, "domain_digest": self._digest}
        try:
            return await self._post(call, timeout)
        except ClientResponseError as error:
            if error.status != DOMAIN_MISSING:
                raise
        return await self._post({**call, "domain": self._domain}, timeout)

    async def close(self) -> None:
        if self._session:
            await self._session.close()

    async def _post(self, call: Dict[str, Any], seconds: float) -> Any:
        if self._session is None:
            connector = aiohttp.TCPConnector(keepalive_timeout=KEPT_OPEN)
            self._session = aiohttp.ClientSession(connector=connector, headers=self.headers)
        limit = aiohttp.ClientTimeout(total=seconds)
        async with self._session.post(self.url, json=call, timeout=limit) as reply:
            if reply.status >= 400:
                raise ClientResponseError(reply.status, reply.reason, await reply.read())
            return await reply.json()
