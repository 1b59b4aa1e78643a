"""What may go wrong between people, and what the person is told of it."""

from __future__ import annotations

from nwd.errors import NwdError


class IntroductionError(NwdError):
    """Base of this room's errors. Messages carry ids and states, never words."""


class UnknownPerson(IntroductionError):
    """Nobody is kept under this id: they never wrote, or everything was erased."""

    response = "utter_nothing_kept"


class KeepNotAgreed(IntroductionError):
    """Facts may only be kept after a yes to keeping; hold the text until then."""

    response = "utter_ask_agreed"


class NotFound(IntroductionError):
    """No such draft, fact, question or introduction for this person."""

    response = "utter_nothing_to_change"


class NoIntroduction(IntroductionError):
    """This place cannot be introduced to for this person. ``reason`` is one of the words of ``REASONS``."""

    response = "utter_no_introduction"
    REASONS = ("takes_none", "closed", "paused", "just_look", "age", "already_introduced", "unknown_service")

    def __init__(self, reason: str) -> None:
        super().__init__(f"no introduction here: {reason}")
        self.reason = reason


class Paused(NoIntroduction):
    """Nothing new goes to this place for now: it leaked, or somebody decides whether it goes on."""

    response = "utter_introductions_paused"

    def __init__(self) -> None:
        super().__init__("paused")


class StaleDraft(IntroductionError):
    """The letter was changed after this version was shown: show it again before asking for the yes."""

    response = "utter_letter_changed"


class TooLong(IntroductionError):
    """A line, name or message is longer than we carry."""

    response = "utter_too_long"


class ImpossibleChange(IntroductionError):
    """The state table does not allow this change; nothing was written."""

    response = "utter_introduction_moved_on"


class NothingToAnswer(IntroductionError):
    """There is no open question to answer: it was answered already, or the introduction moved on."""

    response = "utter_no_open_question"


class RelayClosed(IntroductionError):
    """Words pass only while an introduction is open and neither side has stopped them."""

    response = "utter_relay_closed"


class LineShut(RelayClosed):
    """The link is dead, or the place leaked and nothing may pass there: what was arranged stands."""

    response = "utter_line_shut"


class WordsHeld(IntroductionError):
    """A provider's words hold plain words of danger: they were kept for the desk, and nothing was passed on."""


class LinkError(IntroductionError):
    """A provider's link that opens nothing. ``reason`` is ``forged``, ``expired`` or ``revoked``."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"this link opens nothing: {reason}")
        self.reason = reason


class NotOpened(IntroductionError):
    """The letter shows only after *Open* was pressed."""
