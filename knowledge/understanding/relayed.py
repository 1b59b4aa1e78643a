"""A yes that a helper passes on, and whether it holds the person's own words; and where answers are read."""

from __future__ import annotations

import re

_TITLED = r"(?:mr|mrs|ms|miss|dr)\b\.? \w+"
_WHO = rf"(?:he|she|they|{_TITLED}|(?-i:[A-Z])\w+)"
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
    r"|(?:that'?s |that is )?what (?:he|she|they) says?|(?:you|u) (?:can|may) (?:keep|have|use|save"
    r"|do|send) (?:it|that|them|this)"
    r"|(?:leave|keep) it (?:like that|like this|as it is|as is|so)|happy with (?:it|that)"
    rf"|that|and|{_WHO}(?:'?s| is)(?: aged?)? \d{{2}}(?: years old)?)\b",
    re.IGNORECASE,
)
_CONSENT = ("i agree", "i agree send it")
_TOO = re.compile(r"(?:he|she|they)? ?agrees?")
"""Beside a yes in so many words "she agrees" is one: "she says yes, she is 54 and she agrees"."""
_HE, _SHE = re.compile(r"\b(?:he|his|mr)\b", re.IGNORECASE), re.compile(r"\b(?:she|her|mrs|ms|miss)\b", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:yes|yeah|yep|aye)\b", re.IGNORECASE)
_AGE = re.compile(r"(?:\bis|s|\baged?) (\d{1,2})\b", re.IGNORECASE)


def relays_a_yes(text: str) -> bool:
    """As in "she says yes send it", "hes saying yes thats fine, hes 52"; not where a no or a wish is beside it."""
    return bool(_LEAD.match(text) and _YES.search(text)) and not _NO.search(text)


def speaks_for_another(text: str) -> bool:
    """Whether such a yes tells by itself that somebody types for a person: "she says yes"."""
    return _OF_THEM.match(text) is not None and relays_a_yes(text)


_OF_THEM = re.compile(rf"^\W*(?:(?:ok|okay|right|so|yes|yeah|and)\b\W*)*(?:he|she|{_TITLED})(?:'?s)?\b", re.IGNORECASE)


def relayed_consent(text: str, *, to_keeping: bool = False) -> str | None:
    """The words of consent that stand in such a yes, where nothing else does: "he says yes, i agree".

    ``to_keeping``: to what they tell being kept, where "she says yes, she agrees" is enough, of one person.
    """
    if not relays_a_yes(text) or any(int(age) < _GROWN_UP for age in _AGE.findall(text)):
        return None
    left = re.sub(r"[^a-z\s]", " ", _AROUND.sub(" ", _LEAD.sub("", text)).casefold())
    words = " ".join(left.split())
    of_one = not (_HE.search(text) and _SHE.search(text))
    if to_keeping and of_one and _SPOKEN.search(text) and _TOO.fullmatch(words):
        return _CONSENT[0]
    return words if words in _CONSENT else None


_GROWN_UP = 18


_ANSWER = r"(?:answers?|repl(?:y|ies)|responses?|news|letter back|message back)"
_WHERE = (
    re.compile(
        rf"\b(?:where|how)\b[^.?!]*\b(?:{_ANSWER}\b[^.?!]*\b(?:go|come|arrive|land|find|get|see|read|sent|reach\w*)"
        rf"|(?:get|see|read|find|have|hear|pick up|collect)\b[^.?!]*\b{_ANSWER}\b"
        r"|hear back\b[^.?!]*\b(?:without|no|not got|hasn'?t|doesn'?t)\b"
        r"|(?:will|do|does|can|would|should) (?:he|she|they|(?-i:[A-Z])\w+(?: [A-Z]\w+)?) (?:hear|know"
        r"|get told|find out)"
        r"\b(?= back|[?,.]|$| (?:if|when|what) (?:they|somebody|anyone) (?:say|answer|repl)))",
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


_ELSEWHERE = re.compile(
    r"\b(?:can|could|may|will|how (?:can|do|does)) (?:i|we|he|she|they)\b[^.?!]*"
    r"\b(?:(?:carry|go|keep) on|continue|do (?:this|it|the rest)|use this|finish)\b",
    re.IGNORECASE,
)
_OTHER_PHONE = re.compile(
    r"\b(?:on|from|with) (?:my|his|her|their) (?:own )?(?:phone|mobile|tablet|laptop|whatsapp|telegram)\b",
    re.IGNORECASE,
)


def goes_on_elsewhere(text: str) -> bool:
    """As in "can she carry on with this on her own phone?"."""
    return any(_ELSEWHERE.search(one) and _OTHER_PHONE.search(one) for one in re.findall(r"[^.?!]+\?", text))
