"""WhatsApp out: one message a turn where it fits, within the day in which we may write."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

import structlog

from bot.channels import whatsapp_shape as shape
from bot.channels.contract import HeldError, Limits, Outgoing, RefusedError, Said, SendError
from bot.channels.pace import Pace
from bot.channels.whatsapp_api import CloudApi, options_body, template_body, text_body
from knowledge.yaml_files import read_yaml
from nwd.clock import Clock

log = structlog.get_logger()

NAME = "whatsapp"
TEMPLATES = Path(__file__).with_name("whatsapp_templates.yml")
# The Cloud API carries 80 messages a second for one number.
MESSAGES_A_SECOND = 60
# We may write for a day after the person's last message; a minute less, since their clock decides.
WINDOW = timedelta(hours=24) - timedelta(minutes=1)


@dataclass(frozen=True)
class Template:
    """A message that Meta approved beforehand; it names nothing and has no variables."""

    name: str
    language: str


@dataclass(frozen=True)
class Copied:
    """Lines of copy that the channel needs: above buttons that stand alone, and on the button that opens a list."""

    choose: str
    open_list: str


@dataclass(frozen=True)
class Manners:
    """Whom we may write to first. ``may_message`` asks whether a person agreed to it, and blocks; ``loud_from`` gives
    the end of the quiet hours, or the instant itself. ``meta`` is the clock that Meta lives by: nobody moves it.
    """

    clock: Clock
    meta: Clock
    may_message: Callable[[str], bool]
    loud_from: Callable[[datetime], datetime]


def load_template(path: Path = TEMPLATES) -> Template:
    read = read_yaml(path)["word_waits"]
    return Template(read["name"], read["language"])


class WhatsApp:
    """The channel's way out."""

    name: ClassVar[str] = NAME
    limits: ClassVar[Limits] = Limits(
        text=shape.TEXT,
        text_with_buttons=shape.BODY,
        buttons=shape.ROWS,
        button_title=shape.ROW_TITLE,
        button_payload_bytes=200,
    )

    def __init__(self, api: CloudApi, manners: Manners, template: Template, copied: Copied) -> None:
        self._api, self._manners, self._template, self._copied = api, manners, template, copied
        self._pace = Pace(MESSAGES_A_SECOND)

    def shape(self, said: Sequence[Said]) -> Sequence[Said]:
        """One message a turn, where it fits."""
        return shape.shaped(said, self._copied.choose) if said else []

    async def send(self, message: Outgoing) -> str:
        """Raises HeldError when the day is over in which we may write, SendError, RefusedError."""
        if self._is_closed(message):
            await self._invite(message)
        body = options_body(message, self._copied.open_list) if message.buttons else text_body(message.text)
        await self._pace.turn()
        try:
            return await self._api.send(message.to, body, tracker=message.n)
        except HeldError:
            await self._invite(message)
            raise

    def heard_at(self, at: datetime) -> datetime:
        """An instant of Meta's by our clock, which a local installation may have moved."""
        return at + (self._manners.clock.now() - self._manners.meta.now())

    async def read_and_type(self, message_id: str) -> None:
        """A nicety: it may fail."""
        try:
            await self._api.read_and_type(message_id)
        except SendError as error:
            log.debug("nicety_failed", name="typing", reason=str(error))

    async def close(self) -> None:
        """Close the connections to WhatsApp."""
        await self._api.close()

    def _is_closed(self, message: Outgoing) -> bool:
        if message.day_over:
            return True
        return message.last_written is not None and self._manners.clock.now() - message.last_written > WINDOW

    async def _invite(self, message: Outgoing) -> None:
        """Always raises: the message waits for its person, who is told so once, if they agreed to be written to."""
        if message.invited or not await asyncio.to_thread(self._manners.may_message, message.person):
            raise HeldError("the day to write in is over")
        now = self._manners.clock.now()
        loud = self._manners.loud_from(now)
        if loud > now:
            raise SendError("quiet hours", retry_after=(loud - now).total_seconds())
        await self._pace.turn()
        template = template_body(self._template.name, self._template.language)
        try:
            invitation = await self._api.send(message.to, template, tracker=0)
        except RefusedError as error:  # the template is not what they wait for: that comes when they write
            log.error("template_refused", template=self._template.name, reason=str(error))  # noqa: TRY400 (no trace)
            raise HeldError("the day to write in is over; the template was refused") from error
        raise HeldError("the day to write in is over; a template went", invitation or "template")
