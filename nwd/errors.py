"""The root of the project's errors: each says whether to try again and what the person is told."""

from __future__ import annotations

from typing import ClassVar


class NwdError(Exception):
    """Base of every error this project raises on purpose.

    ``retry`` says whether the same call may succeed later; ``response`` names the copy that tells the person.
    Messages never carry what a person wrote.
    """

    retry: ClassVar[bool] = False
    response: ClassVar[str | None] = None


class SettingsError(NwdError):
    """Settings that cannot be used; the message names every wrong one and what to do."""


class InputError(NwdError):
    """What was given on the command line cannot be used; the message is the one line that is shown."""
