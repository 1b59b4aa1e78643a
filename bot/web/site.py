"""Every page's address."""

from __future__ import annotations

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.web.card_routes import CardPages
from bot.web.chat_routes import ChatPages
from bot.web.deps import Deps
from bot.web.keepers_routes import KeeperPages
from bot.web.letter_routes import LetterPages
from bot.web.local_routes import LocalPages
from bot.web.pages import STATIC, Pages
from bot.web.places_routes import PlacesPages
from nwd.settings import Settings

Refuse = Callable[[Request, Exception], Response]


def routes(deps: Deps) -> list[BaseRoute]:
    """The pages' routes. ``/`` is the local page where there is one, else it leads to the chat."""
    pages = Pages(deps.settings)
    chat, places, letters = ChatPages(deps, pages), PlacesPages(deps, pages), LetterPages(deps, pages)
    cards, keepers = CardPages(deps, pages), KeeperPages(deps, pages)
    common: list[BaseRoute] = [
        Mount("/static", StaticFiles(directory=STATIC), name="static"),
        Route("/chat", chat.show, methods=["GET"]),
        Route("/chat", chat.say, methods=["POST"]),
        Route("/places", places.all, methods=["GET"]),
        Route("/places/{service}", places.one, methods=["GET"]),
        Route("/i/{token}", letters.show, methods=["GET"]),
        Route("/i/{token}", letters.act, methods=["POST"]),
        Route("/k/{token}", keepers.show, methods=["GET"]),
        Route("/k/{token}", keepers.act, methods=["POST"]),
        Route("/card/{token}", cards.show, methods=["GET"]),
        Route("/card/{token}", cards.open, methods=["POST"]),
    ]
    if deps.local is None or not deps.settings.is_local:
        return [*common, Route("/", lambda _request: RedirectResponse("/chat"), methods=["GET"])]
    local = LocalPages(deps, deps.local, pages)
    return [
        *common,
        Route("/", local.shell, methods=["GET"]),
        Route("/local/inbox", local.inbox, methods=["GET"]),
        Route("/local/inbox/{mail}", local.mail, methods=["GET"]),
        Route("/local/system", local.system, methods=["GET"]),
        Route("/local/clock", local.move_clock, methods=["POST"]),
        Route("/local/new", local.new_person, methods=["POST"]),
    ]


def refusal(settings: Settings) -> Refuse:
    """What answers an address that is none: a page with ways on for whoever reads in a browser, else a plain word."""
    pages = Pages(settings)

    def refuse(request: Request, error: Exception) -> Response:
        if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
            return pages.show("unknown.html", status=404)
        detail = error.detail if isinstance(error, HTTPException) else "Not Found"
        return PlainTextResponse(detail, 404)

    return refuse
