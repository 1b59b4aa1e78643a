"""Request bodies, read up to a limit."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request

from nwd.errors import NwdError

LARGEST = 128 * 1024


class TooLargeError(NwdError):
    """The body is larger than anything a person writes."""

    response = "utter_too_large"


class MalformedError(NwdError):
    """The body is not the JSON it was to be."""

    response = "utter_not_understood_request"


async def read_body(request: Request, *, largest: int = LARGEST) -> bytes:
    """The raw body. Raises TooLargeError as soon as the limit is passed."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > largest:
        raise TooLargeError("the body is too large")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            raise TooLargeError("the body is too large")
    return bytes(body)


def parse_object(body: bytes) -> dict[str, Any]:
    """One JSON object. Raises MalformedError."""
    try:
        read = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise MalformedError("the body is not JSON") from error
    if not isinstance(read, dict):
        raise MalformedError("the body is not a JSON object")
    return read
