"""The public directory: one list with a search, and one page for each service."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from bot.web import places
from bot.web.deps import Deps
from bot.web.pages import Pages
from nwd.clock import LONDON

LONGEST_SEARCH = 80


@dataclass(frozen=True)
class PlacesPages:
    deps: Deps
    pages: Pages

    async def all(self, request: Request) -> Response:
        words = request.query_params.get("q", "").strip()[:LONGEST_SEARCH]
        kind = request.query_params.get("kind", "")
        directory = self.deps.directory()
        found = places.groups(directory, words, kind if kind in dict(places.KINDS) else "")
        return self.pages.show(
            "places.html",
            private=bool(words),
            groups=found,
            count=sum(len(group.entries) for group in found),
            words=words,
            kind=kind,
            kinds=places.KINDS,
            sample=any(p.sample for p in directory.providers.values()),
        )

    async def one(self, request: Request) -> Response:
        directory = self.deps.directory()
        service = directory.services.get(request.path_params["service"])
        if service is None:
            return self.pages.show("place_unknown.html", status=404)
        known = places.shown(service, directory, self.deps.clock.now().astimezone(LONDON).date())
        siblings = directory.services_of(service.provider_id)
        return self.pages.show(
            "place.html",
            private=False,
            service=service,
            provider=known.provider,
            shown=known,
            others=[one for one in siblings if one.id != service.id and one.capacity != "closed"],
        )
