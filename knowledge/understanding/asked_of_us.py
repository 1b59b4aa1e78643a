"""What is asked of us: what we keep, what we go by, who we are with, when a letter goes, whether a place may say no."""

from __future__ import annotations

import re
from typing import Literal

from knowledge.understanding.letting_us_keep import lets_us_keep
from knowledge.understanding.question_form import pieces

OfUs = Literal["kept", "matched", "government", "refused", "said_no", "sent", "keep"]
"""``keep``: nothing is asked; they say that we may keep what they told."""

_YOU = r"(?:you|u|yuh)"
_KEEP = r"(?:record|keep|store|save|hold|log|collect|retain|note(?: down)?|write down)"
_KEPT = r"(?:recorded|kept|stored|saved|held|logged|collected|noted|written down)"
_PERSONAL = (
    r"(?:name|surname|full name|date of birth|d\.?o\.?b|birthday|diagnosis|address|postcode|ni number"
    r"|national insurance|nhs number|medical (?:records?|history|details)|health (?:records?|details|data))"
)
_OFFICE = (
    r"(?:government|gov|govt|home office|council|nhs|dwp|job ?cent(?:re|er)s?|immigration|police|state|social services"
    r"|the social|lambeth)"
)
_PLACE = r"(?:they|dem|them|the (?:place|college|charity|group|club|cent(?:re|er)|people|school|hall|lady|man))"
_LETTER = r"(?:it|this|that|(?:the|my|mi|this|that) (?:letter|message|introduction))"
_BY_KIND: tuple[tuple[OfUs, tuple[str, ...]], ...] = (
    (
        "kept",
        (
            (
                rf"\bwhat (?:\w+ ){{0,2}}?(?:do|will|would|did|are) {_YOU} (?:\w+ ){{0,2}}?{_KEEP}(?:ing)?\b"
                r"(?! (?:on|about|of) (?:me|us|him|her)\b)"
            ),
            rf"\bwhat {_YOU} (?:\w+ )?{_KEEP}\b",
            rf"\bwhat (?:\w+ ){{0,2}}?(?:is|gets?|will be|are being|is being) {_KEPT}\b",
            (
                rf"\bhow long (?:do|will|would|is|are) (?:{_YOU}|it|this|they|my \w+)\b[^.?!]{{0,25}}"
                rf"\b(?:{_KEEP}|{_KEPT})\b"
            ),
            rf"\b(?:do|will|would) {_YOU} (?:\w+ )?(?:{_KEEP}|need|ask for|want|take) (?:my |mi |the )?{_PERSONAL}\b",
        ),
    ),
    (
        "matched",
        (
            (
                r"\b(?:what|how)\b[^.?!]{0,20}\b(?:matching|match(?:es)?|suggestions?|choices?|results?|picks?)"
                r"\s+(?:is |are |all |really |being )*(?:based|work|works|made|done|come|comes|decided)\b"
            ),
            (
                r"\bhow (?:do|did|does|will|would|can) (?:you|u|it|this) (?:\w+ )?"
                r"(?:(?:match|pick|choose|select)(?:es|s)?\b(?: \w+)? (?:places?|these|those|them|me|which|what)\b"
                r"|(?:decide|work out|know) (?:which|what) (?:places?|suits?|fits?|to (?:show|suggest)|is right))"
            ),
        ),
    ),
    (
        "government",
        (
            (
                r"\b(?:is|are|r) (?:this|dis|you|u|(?:this|dis|the|your) (?:service|app|site|website|chat|charity))\b"
                r"[^.?!]{0,20}\b(?:from|part of|run by|with|by|belongs? to|belonging to|linked (?:to|with)|owned by"
                rf"|connected (?:to|with)|working (?:for|with)|paid by) (?:the |our )?{_OFFICE}\b"
            ),
            rf"\b(?:do|does) (?:you|u|this) (?:work|belong) (?:for|with|to) (?:the )?{_OFFICE}\b",
        ),
    ),
    (
        "refused",
        (
            (
                rf"\b(?:can|could|may|might|will|would|what if|what happens if|suppose|do|if) {_PLACE} (?:\w+ )?"
                r"(?:(?:reject|refuse|decline)s?(?= (?:me|us|and|it|this|my letter)\b|\W*$|[,?.])"
                r"|turn (?:me|us) (?:down|away)|says? no\b(?! to (?:my|the)\b)"
                r"|(?:not|don'?t|won'?t|do not) (?:want|take|accept) (?:me|us)\b)[^.!]*"
            ),
            r"\b(?:can|could|may|might|will|would) i (?:be|get) (?:rejected|refused|declined|turned (?:down|away))\b",
        ),
    ),
    (
        "said_no",
        (
            (
                r"\bwhy (?:(?:did|do|have|has|would|was|were) )?"
                r"(?:they|dem|the (?:\w+ ){0,2}?(?:place|one|college|charity|group|club))"
                r" (?:\w+ )?(?:say no|said no|sey no|reject\w*|refuse\w*|decline\w*|turn(?:ed)? (?:me|us) (?:down|away)"
                r"|not want(?:ed)? (?:me|us)|no want (?:me|us))\b"
            ),
        ),
    ),
    (
        "sent",
        (
            (
                r"\bwhat(?: \w+)? (?:happens?|happen)\b[^.?!]{0,20}\b(?:i|we|mi|me)(?: \w+)? "
                r"(?:agree|say yes|send|press|tap|consent|accept)\b"
            ),
            (
                rf"\b(?:when|wen|what time) (?:is|does|will|would|do|are|did) (?:{_LETTER}|you|u) (?:\w+ ){{0,2}}?"
                r"(?:sent|send|sending|go|going|leave)\b(?! (?:on|to the|ahead|there)\b)(?=[^?!.]{0,25}(?:\W*$|[?.!]))"
            ),
            (
                rf"\bwho(?:m)? (?:is|does|will|would|do|are) (?:{_LETTER}|you|u) (?:\w+ )?"
                r"(?:sent|send|sending|go|going|addressed|reach)\b"
            ),
        ),
    ),
)
_SHAPES = tuple((kind, re.compile("|".join(shapes), re.IGNORECASE)) for kind, shapes in _BY_KIND)
_LONGEST = 30
"""Words; a longer message tells more than it asks."""
_HELD = re.compile(
    rf"\bwhat (?:\w+ ){{0,2}}?(?:do|have|does|did) {_YOU} (?:\w+ )?(?:hold|have|got|keep|kept|know|store|stored|record"
    r"|recorded|written|wrote|saved)(?: down)? (?:on|about|of) (?:me|him|her|us)\W*$",
    re.IGNORECASE,
)


def asked_of_us(text: str) -> OfUs | None:
    """As in "what do you record, precisely?", "can they reject me, and will I be told?"."""
    plain = text.replace("’", "'")
    if len(plain.split()) > _LONGEST:
        return None
    if lets_us_keep(plain):
        return "keep"
    return next((kind for kind, shape in _SHAPES if shape.search(plain)), None)


def asks_what_is_held(text: str) -> bool:
    """As in "ok what do you hold on me": the list of all of it."""
    return len(text.split()) <= _LONGEST and _HELD.search(text.replace("’", "'")) is not None


OF_A_LETTER = frozenset({"refused", "sent"})
_WHO_WE_ARE = re.compile(
    r"\bwho(?:'?s| is| are| r)?\s+(?:\w+ly\s+)?(?:runs?|running|behind|made|makes|built|owns?|funds?|funding|pays? for"
    r"|set up|operates?|does)\s+(?:all (?:of )?)?(?:this|dis|you|u|it)(?:\s+(?:thing|service|app|site|website|chat|bot"
    r"|program|all|then|anyway|exactly))*\W*$"
    r"|\bwho(?:\s+the hell)?\s+(?:are|r|is)\s+(?:you|u|ya|this)(?:\s+(?:lot|people|guys|then|anyway|exactly))*\W*$",
    re.IGNORECASE,
)


_LOOSELY = re.compile(
    r"\W*(?:(?:and|but|so|ok|also|then)\W+)*(?:who|whos|what|whats|where|when|how|why|which|will|would|do|does|did|is|are|am|can"
    r"|could|should|has|have)\b",
    re.IGNORECASE,
)
"""Beside one question another asks without its mark: "who runs this? will it affect my pip"."""


def asks_who_we_are(question: str) -> bool:
    """Of one question: "who runs this", "who are you lot"."""
    return _WHO_WE_ARE.search(question.replace("’", "'")) is not None


def beside_who(text: str) -> str:
    """The rest of a message that asks who we are and something else; empty where it does not ask both."""
    parts = pieces(text)
    rest = [one for one in parts if not (one.asks and asks_who_we_are(one.text))]
    if len(rest) == len(parts) or not any(one.asks or _LOOSELY.match(one.text) for one in rest):
        return ""
    return " ".join(one.text for one in rest)
