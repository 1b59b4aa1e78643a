"""A yes that a helper passes on, and whether it holds the person's own words; and where answers are read."""

from __future__ import annotations

import re

_WHO = r"(?:he|she|they|(?-i:[A-Z])\w+)"
_SPEAKER = r"(?!(?:it|that|this|who|what|letter|nobody|everyone|everybody|mail|page|one)\b)[a-z]{3,}"
_LEAD = re.compile(
    rf"^\W*(?:(?:ok|okay|right|so|yes|yeah|and)\b\W*)*(?:(?:{_WHO}(?:'?s| is| are|'?re| has| just)*\s+(?:just\s+)?"
    r"(?:says?|said|saying|answers|answered|told me|nods|nodded|agreed|agrees|happy|fine|ok|okay)"
    rf"|{_SPEAKER} (?:just )?(?:says|said|is saying|agrees))\b"
    rf"|(?:(?:that'?s|that is|it'?s|it is) )?(?:an? )?yes from (?:him|her|them|{_SPEAKER})\b)",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\b(?:yes|yeah|yep|aye|ok|okay|fine|agrees?|agreed|happy|send it|go ahead|sure|nods|nodded)\b", re.IGNORECASE
)
_NO = re.compile(r"\b(?:no|not|n't|dont|doesnt|wont|never|but|unless|if|change|take|wait|later)\b", re.IGNORECASE)
_AROUND = re.compile(
    rf"\b(?:yes|yeah|yep|aye|ok|okay|please|pls"
    r"|(?:that'?s|that is|it'?s|it is) (?:fine|ok|okay|good|all right)|to (?:that|it|this)"
    rf"|that|and|{_WHO}(?:'?s| is)(?: aged?)? \d{{2}})\b",
    re.IGNORECASE,
)
_CONSENT = ("i agree", "i agree send it")


def relays_a_yes(text: str) -> bool:
    """As in "she says yes send it", "hes saying yes thats fine, hes 52"; not where a no or a wish is beside it."""
    return bool(_LEAD.match(text) and _YES.search(text)) and not _NO.search(text)


def relayed_consent(text: str) -> str | None:
    """The words of consent that stand in such a yes, where nothing else does: "he says yes, i agree"."""
    if not relays_a_yes(text):
        return None
    left = re.sub(r"[^a-z\s]", " ", _AROUND.sub(" ", _LEAD.sub("", text)).casefold())
    words = " ".join(left.split())
    return words if words in _CONSENT else None


_ANSWER = r"(?:answers?|repl(?:y|ies)|responses?|news|letter back|message back)"
_WHERE = (
    re.compile(
        rf"\b(?:where|how)\b[^.?!]*\b(?:{_ANSWER}\b[^.?!]*\b(?:go|come|arrive|land|find|get|see|read|sent|reach\w*)"
        rf"|(?:get|see|read|find|have|hear|pick up|collect)\b[^.?!]*\b{_ANSWER}\b"
        r"|hear back\b[^.?!]*\b(?:without|no|not got|hasn'?t|doesn'?t)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:can|could|will|would|does|do|may|is)\b[^.?!]*\b{_ANSWER}\b[^.?!]*"
        r"\b(?:here|desk|library|surgery|(?:no|without a) phone"
        r"|this (?:computer|screen|chat|machine|pc|tablet|laptop))\b",
        re.IGNORECASE,
    ),
)


def asks_where_answers_come(text: str) -> bool:
    """As in "can he get the answer here at the library desk", "where do the answers go, he has no phone"."""
    return any(shape.search(text) for shape in _WHERE)
