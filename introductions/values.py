"""The settings this room needs, as values: ``nwd.settings.Settings`` fits, and so does a test's own object."""

from __future__ import annotations

from datetime import time
from typing import Protocol


class Values(Protocol):
    @property
    def operator(self) -> str:
        """Who runs this, as people read it."""

    @property
    def base_url(self) -> str:
        """Root of the links in letters, without a slash at the end."""

    @property
    def mail_from(self) -> str:
        """``Name <address>`` or an address."""

    @property
    def coordinator(self) -> str | None:
        """Who is told of letters that stay unanswered: a mail address, or None while nobody is there."""

    @property
    def safeguarding_contact(self) -> str | None:
        """Who decides where somebody was hurt or scared, or spoke of danger: a name with a mail address."""

    @property
    def quiet_hours(self) -> tuple[time, time]:
        """Local times between which no letter goes."""
