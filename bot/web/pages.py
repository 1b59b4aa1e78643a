"""Renders a template into a response with the headers that every page carries."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from nwd.clock import LONDON
from nwd.settings import Settings

HERE = Path(__file__).parent
STATIC = HERE / "static"
_NOTHING_FROM_OUTSIDE = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
)


def day(value: date | datetime) -> str:
    """A day as people say it, in London: Thursday 26 November."""
    local = value.astimezone(LONDON) if isinstance(value, datetime) else value
    return f"{local:%A} {local.day} {local:%B}"


def long_day(value: date | datetime) -> str:
    local = value.astimezone(LONDON) if isinstance(value, datetime) else value
    return f"{local.day} {local:%B %Y}"


def time_of_day(value: datetime) -> str:
    return f"{value.astimezone(LONDON):%H:%M}"


def static_url(name: str) -> str:
    """The address of a static file, with a mark that changes when its content does."""
    return f"/static/{name}?{_mark(name)}"


def _mark(name: str) -> str:
    return sha256((STATIC / name).read_bytes()).hexdigest()[:10]


class Pages:
    def __init__(self, settings: Settings) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        marks = {path.name: static_url(path.name) for path in STATIC.iterdir()}
        self._environment.globals |= {
            "static": marks.__getitem__,
            "operator": settings.operator,
            "area": settings.area,
            "is_local": settings.is_local,
        }
        self._environment.filters |= {"day": day, "long_day": long_day, "time": time_of_day}
        # Only the local page shows pages within a page.
        self._frames = ("'self'", "SAMEORIGIN") if settings.is_local else ("'none'", "DENY")

    def text(self, template: str, **values: object) -> str:
        return self._environment.get_template(template).render(values)

    def show(self, template: str, *, status: int = 200, private: bool = True, **values: object) -> HTMLResponse:
        """``private`` pages are kept by no cache, found by no search engine, and named to no other site."""
        response = HTMLResponse(self.text(template, **values), status)
        ancestors, frame_options = self._frames
        response.headers["Content-Security-Policy"] = _NOTHING_FROM_OUTSIDE.format(ancestors=ancestors)
        response.headers["X-Frame-Options"] = frame_options
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        if private:
            response.headers["Cache-Control"] = "no-store"
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response
