"""Not knowing what to say: to somebody a person is to meet, or at a meeting at work; and whether they mind a quiet one.

Whether somebody is to be met, and where, is for the caller.
"""

from __future__ import annotations

import re
from typing import Literal

from knowledge.language.patois import in_plain_english
from knowledge.understanding.asides import speaks_to

OfSaying = Literal["work", "meeting", "words", "quiet"]
"""``meeting``: one that may be at work or with a place. ``words``: to whoever is met. ``quiet``: they say little."""
_WHAT = r"(?:what|wot|wat|wha)"
_SAY = r"(?:say|tell|talk about|speak about|ask|answer)"
_ASKED = (
    rf"(?:\b{_WHAT} (?:do|should|shall|can|could|would|will|am|must|ought|r|d) i (?:(?:even|just|actually|first|then|go"
    rf"|supposed to|meant to|going to|gonna|have to|need to|got to|to) ?)*{_SAY}\b"
    rf"|\b{_WHAT} (?:i (?:should|shall|can|could|am (?:meant|supposed) to)|to) {_SAY}\b"
    rf"|^\W*{_WHAT} i say\b"
    rf"|\b(?:don'?t|do not|dont|won'?t|never|not) (?:really )?know {_WHAT} i(?:'?ll| will)? {_SAY}\b)"
)
_HOW = r"\bhow (?:do|should|shall|can|would) i (?:(?:even|best|ever) )?"
_MEETS = rf"{_HOW}(?:break the ice|introduce myself|greet|say hello)\b"
_WORDS = re.compile(
    rf"{_ASKED}|{_MEETS}|{_HOW}(?:start|begin|open)\b(?! (?:back|at|on|an?|doing|work\w*"
    r"|(?:my|the|this|that) (?:new )?(?:job|work|course|class|trial))\b)"
    r"|\b(?:have|got|ha(?:ve|s) got) (?:nothing|no idea what) to say\b",
    re.IGNORECASE,
)
_HAILS = re.compile(_MEETS, re.IGNORECASE)
_BARE = re.compile(
    r"(?:\W|\b(?:i|im|i'm|so|and|but|um|well|ok|okay|then|now|please|pls|just|really|still|don'?t|do not|dont|won'?t"
    r"|never|not|know|sure|have|no idea|tell|me|help|with|them|it)\b)*",
    re.IGNORECASE,
)
"""What is left of a message that says nothing of whom, where or when."""
_QUIET = re.compile(
    r"\b(?:(?:will|would|do|does|wont|won'?t|is it|would it be|does it|can) (?:\w+ ){0,3}?"
    r"(?:mind|minds|matter|bother|bothered|ok|okay|fine|alright|all right|rude|weird|think i'?m (?:rude|weird|odd"
    r"|strange|stupid))|what if|is it (?:ok|rude))\b[^.?!]{0,12}\b(?:i|im|i'm)\b[^.?!]{0,20}"
    r"\b(?:quiet|silent|shy|don'?t (?:talk|speak|say)|not (?:talk|speak|say|saying|talking)|say nothing|say (?:much"
    r"|anything|a word)|(?:can'?t|cannot) (?:talk|speak)|stammer|stutter|lost for words|mumble)\b"
    r"|\bmy mind (?:goes|went|will go) blank\b",
    re.IGNORECASE,
)
_BOSS = (
    r"(?:boss(?:es)?|(?:(?:line|area|shift|store) )?managers?|supervisor|gaffer|foreman|employers?|hr|human resources"
    r"|head ?teacher)"
)
_TO_BOSS = re.compile(
    rf"(?:{_ASKED}|{_HOW}(?:say|tell|ask|answer|put|explain)\b)(?: (?:it|this|that|back))*(?: (?:to|2))?"
    rf" (?:(?:my|the|our) )?(?:{_BOSS}|(?:work|firm|agency|company)(?! (?:coach|out|about)))\b",
    re.IGNORECASE,
)
"""Whatever they are to be told about."""
_AT_WORK = re.compile(
    rf"\b(?:{_BOSS}|disciplinary|grievance|capability|return to work|back to work|occupational health|my work|at work"
    r"|in work|my job|(?:sickness|absence|welfare|probation|dismissal|redundancy) (?:\w+ )?(?:review|meeting|hearing"
    r"|appeal))\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:in|at|for|to|before) (?:the|my|this|that|a) (?:(?:\w+ )?(?:meeting|hearing)|review)\b", re.IGNORECASE
)
_OF_ELSE = re.compile(
    r"\b(?:letter|dwp|job ?cent(?:re|er)|work coach|pip|esa|uc|universal credit|assessment|assessor|tribunal"
    r"|interviews?|doctor|gp|council|landlord|police|court|put|write|type|(?:to|tell|ask|answer) (?:you|u|ya)\b|here"
    r"|you (?:want|need)|this chat|form|(?:medication|medicine|meds|care) review)\b",
    re.IGNORECASE,
)
_HAS_WORDS = re.compile(
    rf"\b(?:told|tells|telling|knows|knew|(?:i|we|they) (?:already |now )?know) (?:(?!if)\w+ )?{_WHAT}\b",
    re.IGNORECASE,
)
_LONGEST = 30


def asks_what_to_say(text: str) -> OfSaying | None:
    """As in "what should i say when i get there", "wot do i say to my boss", "will she mind if i go quiet". A bare
    "what should i say" is asked of nobody.
    """
    plain = in_plain_english(text).strip().replace("\u2019", "'")
    if len(plain.split()) > _LONGEST or speaks_to(plain) or _HAS_WORDS.search(plain):
        return None
    if _TO_BOSS.search(plain):
        return "work"
    if _OF_ELSE.search(plain):
        return None
    if _QUIET.search(plain) and not _AT_WORK.search(plain):
        return "quiet"
    if not _WORDS.search(plain) or (_BARE.fullmatch(_WORDS.sub(" ", plain)) and not _HAILS.search(plain)):
        return None
    return "work" if _AT_WORK.search(plain) else "meeting" if _MEETING.search(plain) else "words"


def asks_words_at_work(text: str) -> bool:
    """Whether it may be of their work, and so is answered before any place was met."""
    return asks_what_to_say(text) in ("work", "meeting")
