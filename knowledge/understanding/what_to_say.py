"""Not knowing what to say: to somebody a person is to meet, or at a meeting at work; and whether they mind a quiet one.

Whether somebody is to be met, and where, is for the caller.
"""

from __future__ import annotations

import re
from typing import Literal

from knowledge.understanding.asides import speaks_to

OfSaying = Literal["work", "meeting", "words", "quiet"]
"""``meeting``: one that may be at work or with a place. ``words``: to whoever is met. ``quiet``: they say little."""
_WHAT = r"(?:what|wot|wat|wha)"
_SAY = r"(?:say|tell|talk about|speak about|ask)"
_WORDS = re.compile(
    rf"\b{_WHAT} (?:do|should|shall|can|could|would|will|am|must|ought|r|d) i (?:(?:even|just|actually|first|then|go"
    rf"|supposed to|meant to|going to|gonna|have to|need to|got to|to) ?)*{_SAY}\b"
    rf"|\b{_WHAT} (?:i (?:should|shall|can|could|am (?:meant|supposed) to|say)(?: say)?|to {_SAY})\b"
    rf"|\b(?:don'?t|do not|dont|won'?t|never|not) (?:really )?know {_WHAT} (?:to|i(?:'?ll| will| should)?) {_SAY}\b"
    rf"|\bhow (?:do|should|shall|can|would) i (?:start|begin|open|break the ice|introduce myself|greet|say hello)\b"
    r"|\b(?:have|got|ha(?:ve|s) got) (?:nothing|no idea what) to say\b",
    re.IGNORECASE,
)
_QUIET = re.compile(
    r"\b(?:(?:will|would|do|does|wont|won'?t|is it|would it be|does it|can) (?:\w+ ){0,3}?"
    r"(?:mind|minds|matter|bother|bothered|ok|okay|fine|alright|all right|rude|weird|think i'?m (?:rude|weird|odd"
    r"|strange|stupid))|what if|is it (?:ok|rude))\b[^.?!]{0,12}\b(?:i|im|i'm)\b[^.?!]{0,20}"
    r"\b(?:quiet|silent|shy|don'?t (?:talk|speak|say)|not (?:talk|speak|say|saying|talking)|say nothing|say (?:much"
    r"|anything|a word)|(?:can'?t|cannot) (?:talk|speak)|stammer|stutter|lost for words|mumble)\b"
    r"|\bmy mind (?:goes|went|will go) blank\b",
    re.IGNORECASE,
)
_AT_WORK = re.compile(
    r"\b(?:boss(?:es)?|(?:line |my |the |area )?manager|supervisor|gaffer|employer|hr|human resources|head ?teacher"
    r"|disciplinary|grievance|capability|return to work|occupational health|my work|at work|in work|my job)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:in|at|for|to|before) (?:the|my|this|that|a) (?:\w+ )?(?:meeting"
    r"|hearing)\b",
    re.IGNORECASE,
)
_OF_ELSE = re.compile(
    r"\b(?:letter|dwp|job ?cent(?:re|er)|work coach|pip|esa|uc|universal credit|assessment|assessor|tribunal"
    r"|interview"
    r"|doctor|gp|council|landlord|police|court|put|write|type|to (?:you|u|ya)\b|here|you (?:want|need)"
    r"|this chat|form)\b",
    re.IGNORECASE,
)
_LONGEST = 30


def asks_what_to_say(text: str) -> OfSaying | None:
    """As in "what should i say when i get there", "wot do i say to my boss", "will she mind if i go quiet"."""
    plain = text.strip().replace("\u2019", "'")
    if len(plain.split()) > _LONGEST or speaks_to(plain) or _OF_ELSE.search(plain):
        return None
    if _QUIET.search(plain) and not _AT_WORK.search(plain):
        return "quiet"
    if not _WORDS.search(plain):
        return None
    return "work" if _AT_WORK.search(plain) else "meeting" if _MEETING.search(plain) else "words"
