"""What may become of the words of one message, by what it means. Where the dialogue goes next its rules say."""

from __future__ import annotations

from introductions.questions import Reading

_HOLDABLE = frozenset({"inform", "first_words", "correct", "ask_privacy", "ask_benefits"})
_NOT_FOR_KEEPING = frozenset({"first_words", "event_news", "event_resume"})
_ANSWERS = frozenset({"inform", "skip", "unsure", "affirm", "deny", "correct", "nlu_fallback"})


def is_theirs(read: Reading) -> bool:
    """Whether a person said it, by words or a tap; our own news is no sign of life."""
    return read.intent != "event_news"


def is_written(read: Reading) -> bool:
    """Whether it is words of theirs, to be kept under their turn."""
    return bool(read.text) and not read.tapped and read.intent not in _NOT_FOR_KEEPING


def waits_for_the_yes(read: Reading) -> bool:
    """Whether it tells something that is held until its person agrees to our keeping it."""
    return bool(read.text) and not read.tapped and read.answer is None and read.intent in _HOLDABLE


def may_answer(read: Reading) -> bool:
    """Whether it can move the questions on; other meanings leave the open one as it is."""
    return read.intent in _ANSWERS


def tells_plainly(read: Reading) -> bool:
    """Whether it means nothing but to tell; what it repeats then is told as well."""
    return read.intent == "inform"
