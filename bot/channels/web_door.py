"""The door that a visitor of the page came through, carried by a cookie until their first message."""

from __future__ import annotations

import re
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "nwd_door"
DAY_SECONDS = 24 * 3600
_NAME = re.compile(r"[a-z0-9-]{1,36}")


def keep(request: Request, response: Response) -> None:
    """From ``/chat?door=NAME``; a name that cannot be one is not kept."""
    name = request.query_params.get("door", "")
    if _NAME.fullmatch(name):
        response.set_cookie(COOKIE, name, max_age=DAY_SECONDS, httponly=True, samesite="lax", path="/")


def carried(request: Request) -> dict[str, Any]:
    """What a message of this visitor carries beside its words."""
    name = request.cookies.get(COOKIE, "")
    return {"door": f"door-{name}"} if _NAME.fullmatch(name) else {}
