"""What can go wrong in a turn, told apart because each is answered differently."""

from __future__ import annotations


class StoreError(Exception):
    """The tracker store could not be read or written. Nothing of the turn was kept: try the same turn again later."""


class StaleTrackerError(StoreError):
    """The conversation was erased, or changed by another process, while this turn ran. Its outcome is thrown away."""


class TurnFailedError(BaseException):
    """An action failed, so the turn stops where it is and is not kept.

    Not an ``Exception``, since Rasa catches those around every action, writes a line to its log, and speaks on.
    """

    def __init__(self, action: str, cause: str) -> None:
        super().__init__(f"{action}: {cause}")
        self.action = action
        self.cause = cause
