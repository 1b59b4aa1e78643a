"""What is said where one thing is asked, a number, an hour or a name, and is no answer to it: a wait, a no to calls, a
question about a place, a wish for another.
"""

from __future__ import annotations

import re

from knowledge.understanding.commands.any_question import freely
from knowledge.understanding.kind_asked import asks_for_kind
from knowledge.understanding.of_place import asks_of_place, asks_whether_there_is
from knowledge.understanding.place_wish import asks_for_one, picks_another, pointing, wants_more
from knowledge.understanding.ringing import wants_no_call
from knowledge.understanding.seen_again import seen_again

CALL = frozenset(("phone", "safe_time"))
SINGLE = CALL | {"chosen_name"}
_HOLDS_ON = re.compile(
    r"^\W*(?:(?:oh|ok|okay|um|er|no|sorry|please|just|can you|could you|pls|erm)\W+)*"
    r"(?:wait|hang on|hold on|hold up|bear with me|give me|gimme|(?:one|1|a|half a) (?:sec(?:ond)?|secs"
    r"|min(?:ute)?|mo(?:ment)?"
    r"|tick)|two (?:secs|mins|minutes|ticks)|let me (?:find|look|get|check|see)|just a (?:sec|minute|moment|mo))\b"
    r"(?:\W+(?:wait|on|for|let|a|one|1|two|half|sec\w*|min\w*|mo(?:ment)?|tick|bit|there|please|pls|me|it|my|the|phone|number|glasses"
    r"|got to|need to|have to|to|find|look|get|check|up|while|i|i'?m|im|will|first|sorry|thinking|think"
    r"|looking|ok))*\W*$",
    re.IGNORECASE,
)

_INSTEAD = re.compile(r"\b(?:instead|rather (?:have|do|go|try|be)|changed my mind|not this one)\b", re.IGNORECASE)
"""With a place that is pointed at: "i want the dog one instead"."""


def holds_on(text: str) -> bool:
    """As in "wait", "hang on one sec", "let me find it"."""
    return _HOLDS_ON.match(text.strip().replace("’", "'")) is not None


def at_once(text: str, asked: str | None) -> str | None:
    """Before anything else that the words might be: a wait is no name, and who wants no calls gives no number."""
    if asked not in SINGLE:
        return None
    if holds_on(text):
        return "hold_on"
    if wants_no_call(text):
        return "skip" if asked in CALL else "ask_ringing"
    return None


def of_a_place(text: str, asked: str | None) -> str | None:
    """Where nothing nearer was heard: what is asked of a place, or wished, is heard as where nothing is asked."""
    if asked not in SINGLE:
        return None
    if seen_again(text):
        return "show_place"
    if asks_for_kind(text):
        return "show_kind"
    if asks_of_place(text):
        return "about_place"
    if wants_more(text):
        return "tell_more"
    if picks_another(text) or (pointing(text) and _INSTEAD.search(text)) or (asked in CALL and asks_for_one(text)):
        return "want_introduction"
    return "find_place" if asks_whether_there_is(text) else freely(text)
