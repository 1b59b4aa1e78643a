"""Questions about a place that no topic of ours covers: "do i have to talk?", "can i sit down while i chop?".

They are answered from what the listing says in its own words, or it is told that it does not say. Two questions in one
message are two.
"""

from __future__ import annotations

import re

from knowledge.understanding.coming import asks_who_may_come
from knowledge.understanding.of_place import LEAD, LONGEST, asks_of_place
from knowledge.understanding.place_wish import without_pointing

_ASKING = "is|are|has|have|does|do|can|could|will|would|how|what|when|where|who|must|should"
_SPLIT = re.compile(rf"(?<=[?!.])\s+|\s*(?:,|\band\b|&|\bor\b)\s+(?=(?:{_ASKING})\b)", re.IGNORECASE)
_MAY_I = (
    r"(?:do|does|will|would|must|should|could|can|may)\s+i\s+(?:have to|need|be|get to|sit|stand|lie|leave|watch|listen"
    r"|try|wear|eat|drink|smoke|park|come|arrive|bring|use|join|just|only|still|stay|take a (?:break|rest)"
    r"|do it|go (?:in|out|alone|once))\s+\w"
)
_IS_IT = r"(?:is|are)\s+(?:it|there|they|(?:the|these|those)\s+\w+|people|everyone)\b"
_DO_THEY = (
    r"(?:do|does|did|will|would|can|could|has|have|might)\s+(?:it|they|there|people|(?:the|other)\s+\w+|everyone)\b"
)
_WHAT = (
    r"(?:what\s+(?:do|should|shall|must|would)\s+i\s+(?:wear|bring|need|take)|what (?:time|days?|ages?)"
    r"|when (?:is|are|does|do)|where (?:is|are) (?:it|they)|how (?:old|far|often|hot|cold)"
    r"|how long (?:is|does it (?:last|go)|are)"
    r"|how do i get there|what(?:'?s| is) it like|who (?:else|goes|comes|runs|is there|will be|teaches|leads|meets)"
    r"|(?:can|could|may|is it ok(?:ay)? (?:if|for)) (?:my|the|a) (?:\w+ )?(?:dogs?|pets?) (?:come|go|to))\b"
)
_OF_A_PLACE = re.compile(f"{LEAD}(?:{_MAY_I}|{_IS_IT}|{_DO_THEY}|{_WHAT})", re.IGNORECASE)
_OF_US = re.compile(
    r"\b(?:you|u|your|ur|me|any(?:thing|where|one)|some(?:thing|where|one|body)|else|other|others|ones?"
    r"|benefits?|pip|uc|esa|dla|wages?|lose|letters?|messages?|jobcentre|job centre|dwp|council|boss|jobs?|work"
    r"|data|details|information|private|confidential|scam|real|safe|true|legit|answer(?:ed)?|repl(?:y|ied)|heard|written"
    r"|weather|news|problem|point|sure|okay|ok|alright|worried|late|tell|told|now|later|tomorrow|stop|introduced?"
    r"|they (?:say|said|know|see|call|ring|write|contact|find))\b",
    re.IGNORECASE,
)
"""What a question to us, or about other things of theirs, speaks of."""


_TO_ME = re.compile(r"\b(?:to|with|at|for|about) me\b", re.IGNORECASE)
_DIFFERENCE = re.compile(
    rf"{LEAD}(?:(?:so|can you|please|tell me)\s+)*"
    r"(?:(?:what|how|whats|what's)\b.{0,20}\b(?:difference|different|differ)\b|compare\b"
    r"|which (?:one|of (?:them|these|those|the (?:two|three)))\b.{0,25}\b(?:best|better|easier|easiest|quieter|quietest"
    r"|smaller|smallest|nearer|nearest|closer|closest|suits?|right|would you|do you)\b)",
    re.IGNORECASE,
)


def asks_difference(text: str) -> bool:
    """Whether places that were shown are to be told apart: "whats the difference between the first and second"."""
    return len(text.split()) <= LONGEST and _DIFFERENCE.search(text) is not None


def questions(text: str) -> list[str]:
    """The questions of one message, each by itself: "how much is it and is there a lift?"."""
    return [piece.strip() for piece in _SPLIT.split(text.strip()) if piece and piece.strip()]


def asks_freely(text: str) -> bool:
    """Whether something of a place is asked that only its own words may answer."""
    few = 1 < len(text.split()) <= LONGEST
    return (
        few
        and bool(_OF_A_PLACE.match(text))
        and not _OF_US.search(_TO_ME.sub("", without_pointing(text)))
        and not asks_who_may_come(text)
    )


def asks_anything_of_place(text: str) -> bool:
    """Whether every part of the message asks about a place, at least one of them by a topic or freely."""
    pieces = questions(text)
    return asks_difference(text) or (
        bool(pieces) and all(asks_of_place(piece) or asks_freely(piece) for piece in pieces)
    )
