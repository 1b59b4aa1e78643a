"""The Cloud API's messages call: bodies by pywa's types, errors by pywa's classes, over an HTTP client of our own.

pywa's own sending is not used: it takes a user id with letters in it for a group, and raises on an answer of another
shape after the message has gone, which would send it again.
"""

from __future__ import annotations

import re
from typing import Any

import httpx
from pywa.errors import (
    AccessDenied,
    AccountLocked,
    AuthorizationError,
    BusinessPaymentIssue,
    IncorrectCertificate,
    PhoneNumberDisplayNameNotApproved,
    ReEngagementMessage,
    TemporarilyBlocked,
    ThrottlingError,
    WhatsAppError,
)
from pywa.types.callback import Button, Section, SectionList, SectionRow

from bot.channels import whatsapp_shape as shape
from bot.channels.contract import AccountError, HeldError, Outgoing, RefusedError, SendError

GRAPH = "https://graph.facebook.com"
VERSION = "v24.0"
SECONDS = 15.0
CONNECTIONS = 32
# About one message in six seconds goes to one person.
PAIR_SECONDS = 6.0
_TOO_FAST_FOR_ONE = 131056
# Faults of theirs that pass: unknown, temporarily away, down for maintenance.
_PASSING = frozenset({1, 2, 131000, 131016, 131057})
# Faults of our account, not of a message: the token, what it may do, payment, policy, a number not registered (133010).
_ACCOUNT: tuple[type[WhatsAppError], ...] = (
    AuthorizationError,
    AccessDenied,
    AccountLocked,
    TemporarilyBlocked,
    BusinessPaymentIssue,
)
_ACCOUNT += (IncorrectCertificate, PhoneNumberDisplayNameNotApproved)
_NOT_REGISTERED = 133010
ACCOUNT_SECONDS = 60.0
_LATER = frozenset({401, 408, 429})  # a token can be renewed while messages wait
_PHONE = re.compile(r"\d{5,20}")


class CloudApi:
    """One phone number's calls. ``api_url`` is a root in place of the Graph API's; it is reached without a proxy."""

    def __init__(self, token: str, phone_id: str, api_url: str | None) -> None:
        self._http = httpx.AsyncClient(
            base_url=f"{(api_url or GRAPH).rstrip('/')}/{VERSION}/{phone_id}",
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(SECONDS, pool=None),
            limits=httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS),
            trust_env=api_url is None,
        )

    async def send(self, to: str, body: dict[str, Any], *, tracker: int) -> str:
        """Send to a phone number or a user id; gives the message's id. Raises SendError.

        ``tracker`` comes back with every status of the message.
        """
        whom = {"to": to} if _PHONE.fullmatch(to) else {"recipient": to}
        same = {"messaging_product": "whatsapp", "recipient_type": "individual"}
        answer = await self._post({**same, **whom, **body, "biz_opaque_callback_data": str(tracker)})
        try:
            return str(answer["messages"][0]["id"])
        except (KeyError, IndexError, TypeError):
            return ""  # it went: only the answer has another shape

    async def read_and_type(self, message_id: str) -> None:
        """Mark a message read and show that an answer is being written. Raises SendError."""
        typing = {"status": "read", "message_id": message_id, "typing_indicator": {"type": "text"}}
        await self._post({"messaging_product": "whatsapp", **typing})

    async def close(self) -> None:
        await self._http.aclose()

    async def _post(self, body: dict[str, Any]) -> dict[str, Any]:
        try:
            response = await self._http.post("/messages", json=body)
        except httpx.HTTPError as error:
            raise SendError(type(error).__name__) from error
        try:
            answer = response.json()
        except ValueError:
            answer = {}
        if response.is_success:
            return answer if isinstance(answer, dict) else {}
        raise error_of(answer, response.status_code)


def error_of(answer: object, status: int = 400) -> SendError:
    """What an error of the API, or of a status, means for the message: later, once they write, or never.

    Its words stay behind: they may hold a number.
    """
    raw = answer.get("error", answer) if isinstance(answer, dict) else {}
    try:
        error = WhatsAppError.from_dict({"message": "", **raw})
    except (KeyError, TypeError, ValueError, AttributeError):
        reason = f"status {status}"
        return SendError(reason) if status in _LATER or status >= 500 else RefusedError(reason)
    reason = f"code {error.code}"
    if isinstance(error, ReEngagementMessage):
        return HeldError(reason)
    if isinstance(error, ThrottlingError):
        return SendError(reason, retry_after=PAIR_SECONDS if error.code == _TOO_FAST_FOR_ONE else None)
    if isinstance(error, _ACCOUNT) or error.code == _NOT_REGISTERED:
        return AccountError(reason, retry_after=ACCOUNT_SECONDS)
    passing = error.is_transient or error.code in _PASSING or status in _LATER or status >= 500
    return SendError(reason) if passing else RefusedError(reason)


def text_body(text: str) -> dict[str, Any]:
    return {"type": "text", "text": {"body": text, "preview_url": False}}


def template_body(name: str, language: str) -> dict[str, Any]:
    return {"type": "template", "template": {"name": name, "language": {"code": language}}}


def options_body(message: Outgoing, choose: str) -> dict[str, Any]:
    """Reply buttons where they fit, else a list whose own button says ``choose``; rows carry the turn's numbers."""
    titles = [button.title for button in message.buttons]
    if shape.as_reply_buttons(titles):
        replies = [Button(title=button.title, callback_data=button.id) for button in message.buttons]
        kind, action = "button", {"buttons": [reply.to_dict() for reply in replies]}
    else:
        rows = [
            SectionRow(
                title=shape.row_title(number, button.title),
                callback_data=button.id,
                description=shape.row_about(number, button.title, button.about),
            )
            for number, button in enumerate(message.buttons, start=message.first)
        ]
        kind, action = "list", SectionList(choose, [Section(choose, rows)]).to_dict()
    return {"type": "interactive", "interactive": {"type": kind, "body": {"text": message.text}, "action": action}}
