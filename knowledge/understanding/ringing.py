"""Calls between somebody and a place: who rings whom, and whether the place has a number of theirs."""

from __future__ import annotations

import re
from typing import Literal

from knowledge.language.weekdays import MENTION
from knowledge.understanding.contact import contact, holds_number
from knowledge.understanding.when_it_is import is_a_call

_THEY = r"(?:they|she|he|the (?:place|lady|man|woman|person|people))"
_RING = r"(?:ring|call|phone|text)"
_RANG = r"(?:rang|ring|called?|phoned?)"
_NUMBER = r"(?:phone |mobile |mob |tele?phone |contact )?(?:number|no\.?|num|mobile)\b"
_GETS = r"(?:got|have|get|see|know|need|want)"
_GIVEN = (
    r"\b(?:you|u)\s+(?:\w+ )?(?:giv(?:e|ing)|pass(?:ing)?|shar(?:e|ing)|send(?:ing)?|sell(?:ing)?)(?: on)?\s+"
    rf"(?:out )?my (?:{_NUMBER}|tele?phone|phone)\b"
)
"""Of us, whether or not a place is in sight: "you give my telephone to them?"."""
_NO_CALL = (
    rf"\b(?:don'?t|dont|dnt|do not|not|never) want (?:(?:any(?:one|body)|people|them|nobody)\s+)?(?:to )?(?:be )?"
    rf"(?:any |no |phone )*{_RING}(?:ing|ed|s)?\b(?: (?:me|them|anyone|anybody|people|up|please|right|ok"
    rf"|though|tho|thanks|sorry|actually|now|any ?more|at all|after all|yet))*\W*$"
    rf"|\b{_THEY} (?:won'?t|wont|will not|don'?t|dont|not|aren'?t) (?:\w+ )?{_RING}(?:ing)? me\b"
    rf"|\bno one (?:will |is going to )?{_RING}s? me\b"
    r"|^\W*(?:(?:and|but|please|pls|so|ok|sorry|no)\W+)*no (?:more )?(?:phone )?(?:calls?|ringing"
    r"|phoning)(?: (?:please|pls|thanks"
    r"|thank you|ta|ok|though|tho|from (?:them|anyone|anybody)))*\W*$"
)
_ASKS = (
    rf"\b(?:can|could|cud|will|would|do|does|is|are|may|should)\s+{_THEY}\s+(?:\w+ ){{0,2}}{_RING}(?:ing)?\s+me\b",
    rf"\b(?:rather|prefer(?: it if)?|better if)\s+(?:{_THEY}|them|her|him)\s+(?:to )?{_RANG}\s+me\b",
    rf"\bwho\s+(?:\w+ ){{0,3}}{_RING}(?:s|ing)?\s+(?:who|whom|first|me|them|her|him)\b",
    rf"\b(?:do|am|are|shall|should|must|will|can)\s+i\s+(?:\w+ ){{0,3}}{_RING}(?:ing)?\s+(?:them|her|him|or\b)",
    rf"\bhow\s+(?:do|does|will|would|can|are|is|am|should)\s+(?:{_THEY}|i|we)\s+(?:\w+ ){{0,2}}{_RING}(?:ing)?\b",
    rf"\b(?:have|has|do|does|did|will|would|can)\s+{_THEY}\s+(?:\w+ ){{0,2}}{_GETS}\s+my {_NUMBER}",
    rf"\b(?:they|she|he)\s+(?:don'?t|do not|doesn'?t|haven'?t|hasn'?t)\s+(?:even )?{_GETS}\s+my {_NUMBER}",
    rf"\b(?:give|giving|gave|send|tell|pass|share|sent|told)\s+(?:them|her|him)\s+my {_NUMBER}",
    _GIVEN,
    rf"\b(?:what|which)\s+number\s+(?:do|should|shall|will|can)\s+(?:i {_RING}\b|{_THEY} {_RING} me on\b)",
    rf"\b(?:what|which)\s+number\s+(?:will|would|is)\s+(?:it|{_THEY})\s+(?:\w+ )?(?:from|on)\b",
)
_ONE_OR_THE_OTHER = (
    rf"\b(?:me|i|we)\s+(?:that\s+|who\s+|to\s+)?{_RING}(?:s|ing)?\s+(?:\w+)\W+or\b|\b(?:her|him|them|she|he|they)\s+"
    rf"(?:that\s+|who\s+|to\s+)?{_RING}(?:s|ing)?\s+me\W+or\b|\bwho(?:'?s| is)? {_RING}(?:s|ing)? who(?:m)?\b"
)
_CALLS = re.compile("|".join((*_ASKS, _ONE_OR_THE_OTHER)), re.IGNORECASE)
_AT_A_TIME = re.compile(
    r"\d|\b(?:after|before|between|around|later|earlier|another|different|morning|afternoon|evening|tonight|tomorrow"
    r"|today|noon|day|week)\b",
    re.IGNORECASE,
)
_LONGEST = 20
"""Words; a longer message tells more than it asks."""


def asks_of_ringing(text: str) -> bool:
    """As in "can they ring me on my mobile instead of here", "who rings who", "do they have my number". Another day or
    hour for a call is for the place to settle.
    """
    plain = text.replace("’", "'")
    if contact(plain) or len(plain.split()) > _LONGEST or _AT_A_TIME.search(plain) or MENTION.search(plain):
        return False
    return _CALLS.search(plain) is not None


_OF_US = re.compile(_GIVEN, re.IGNORECASE)
_NEED_NOT = re.compile(
    rf"{_NO_CALL}|\b(?:do|must|should|shall|have) i (?:have to |need to |got to |got )?{_RING}\b",
    re.IGNORECASE,
)


def asks_if_given(text: str) -> bool:
    """Whether we hand a number of theirs on."""
    return _OF_US.search(text) is not None


def wants_no_call(text: str) -> bool:
    """As in "they wont ring me right", "do i have to call them"."""
    return _NEED_NOT.search(text.replace("’", "'")) is not None


_THEY_RING = re.compile(
    rf"\b(?:can|could|cud|will|would|may|maybe|tell|ask|let|want|like|get)\s+"
    r"(?!you\b|u\b|someone|somebody|anyone|a\b|me\b|i\b)"
    rf"[\w'&-]+\s+(?:please |pls |just |to |can |could |only |know (?:to|she can|he can|they can) |she can "
    rf"|he can |they can )*"
    rf"{_RING}\s+me\b",
    re.IGNORECASE,
)


def gives_number_to_ring(text: str) -> bool:
    """A number for somebody at a place who is to ring, not us: "can she ring me after 10 on 07700 900456"."""
    return holds_number(text) and _THEY_RING.search(text) is not None


_BY_PHONE = re.compile(r"\b(?:ring|rang|call|phone|telephone)\w*\b", re.IGNORECASE)
_ON_SCREEN = re.compile(r"\b(?:video|zoom|teams|online|on ?line|screen|link|whatsapp)\b", re.IGNORECASE)


Caller = Literal["they", "you"]
_CALL = r"(?:ring|rings|ringing|call|calls|calling|phone|phones|phoning|telephone|telephones|text|texts|buzz)"
_CALLERS: tuple[tuple[Caller, re.Pattern[str]], ...] = (
    (
        "they",
        re.compile(
            rf"\b{_CALL}\s+(?:you|u|her|him|them)\b|\bgives?\s+(?:you|her|him|them)\s+a\s+(?:\w+\s+)?(?:ring|call|bell|buzz)"
            r"|\b(?:a|our|my)\s+(?:\w+\s+){0,2}call\s+from\b|\b(?:expect|await|wait for|pick up|answer"
            r"|take)\b[^.!?]{0,15}\bcall\b"
            rf"|\b(?:i|we|she|he|they)(?:'ll|\s+(?:will|can|shall|would))\s+{_CALL}\b(?!\s+(?:me|us)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "you",
        re.compile(
            rf"\b{_CALL}\s+(?:me|us|our|the\s+(?:office|desk|hub|shop|cent(?:re|er)|line|number)|(?:on\s+)?[+0]\d)"
            r"|\bgive\s+(?:me|us|the\s+\w+)\s+a\s+(?:\w+\s+)?(?:ring|call|bell|buzz)"
            rf"|(?<!\bto )(?<!\bring )(?<!\bcall )\byou(?:'ll|\s+(?:will|can|could|may))?\s+{_CALL}\b",
            re.IGNORECASE,
        ),
    ),
)


def who_rings(step: str) -> Caller | None:
    """Whose part it is to ring, as a place writes it of a first step: "I ring you", "give us a call"; None where it
    does not say, or says both.
    """
    found = [who for who, shape in _CALLERS if shape.search(step.replace("’", "'"))]
    return found[0] if len(found) == 1 else None


def by_phone(step: str) -> bool:
    """Whether it is a talk on the phone, and on no screen."""
    return is_a_call(step) and _BY_PHONE.search(step) is not None and _ON_SCREEN.search(step) is None


def needs_a_number(step: str) -> bool:
    """Whether a first step is a talk on the phone for which the place names no number of its own, or is to ring."""
    return by_phone(step) and (not holds_number(step) or who_rings(step) == "they")
