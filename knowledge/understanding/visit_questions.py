"""What is asked about a place that had a letter: what it was told, and a visit there that is agreed or was made."""

from __future__ import annotations

import re
from typing import Literal

from knowledge.language.patois import in_plain_english
from knowledge.understanding.of_place import LEAD

_PLACE = r"(?:them|her|him|the (?:place|group|people|charity|centre|center|class))"
_THEY = r"(?:they|he|she|the (?:place|group|people|charity|centre|center)|(?:the )?people there)"
_OF = r"(?:(?:that|about|of|if|whether|anything about|all about|of the)\s+)*"
_MINE = r"(?:i|im|i'm|ive|i've|my)\b.*"
_TELL = r"(?:tell|told|mention|mentioned|say|said|put|write|wrote|written|give|gave)"
_OF_ITSELF = r"(?:tell|told|mention|mentioned)"
"""Said of nobody else; "did you say thursday" asks what we said to them."""
_TOLD = (
    re.compile(
        rf"\b(?:do|does|did|will|would|can|could|have|has)\s+{_THEY}\s+"
        r"(?:already |now |even |get to |be |been |have to )*"
        rf"(?:know|see|seen|read|hear|heard|told|find out)\s+{_OF}(?P<words>{_MINE})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:did|have|had|will|do)\s+(?:you|u|ya)\s+(?:also |already |even |ever )*"
        rf"(?:{_OF_ITSELF}\s+(?:{_PLACE}\s+)?{_OF}|{_TELL}\s+(?:to )?{_PLACE}\s+{_OF}"
        rf"|(?:put|write|written)\s+{_OF}(?=my\b))"
        rf"(?P<words>(?!{_PLACE}\W*$)\S.*?)(?:\s+(?:to {_PLACE}|in|in (?:it|the letter|my letter)))?\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:did|does|do)\s+(?:the|my|that) letter\s+(?:say|mention|tell {_PLACE})\s+{_OF}(?P<words>\S.*?)\W*$"
        r"|\b(?:is|was|are|were)\s+(?P<inside>\S.*?)\s+in (?:the|my|that) letter\W*$",
        re.IGNORECASE,
    ),
)
_SENT = r"(?:the|my|that) letter"
_ALL = re.compile(
    rf"\bwhat (?:(?:all )?(?:did|have|has|do)\s+(?:you|u|ya)\s+(?:actually |already )?{_TELL}\s+(?:to )?{_PLACE}"
    rf"|(?:do|did|does)\s+{_THEY}\s+(?:actually |already |now )?(?:know|see|read|have)(?: about| of| on)?(?: me)?\W*$"
    rf"|(?:did|does|do|was|is|were)\s+{_SENT}\s+(?:say|said|about)|(?:was|is|were)\s+in\s+{_SENT}"
    r"|(?:did|have) (?:you|u|i|we) (?:send|sent)(?: (?:to )?(?:them|her|him))?\W*$)"
    r"|^\W*(?:(?:(?:can|could) (?:i|you)|let me|i want to|please)\b[^.?!]{0,20}\b"
    r"(?:see|read|show me|look at)|show me)\b"
    rf"[^.?!]{{0,12}}\b{_SENT}\b(?: please)? (?:again|that went|you sent|i sent)(?: please)?\W*$",
    re.IGNORECASE,
)


_WILL_BE = re.compile(
    r"\bwhat\b(?:\s+(?:exactly|precisely|all|actually|else|stuff|info(?:rmation)?))*\s+(?:will|would|wil|are|r"
    r"|do|does|'ll|is)\s+"
    r"(?:(?:(?:you|u|ya|it|the letter|this|going|gonna)\s+(?:(?:going|gonna|to|be|actually|exactly|then)\s+)*"
    r"(?:tell|say|write|put|send|share|pass(?: on)?|give|told|sent))"
    r"|(?:they|she|he|the place)\s+(?:(?:going|gonna|to|get|be|actually|exactly|then)\s+)*(?:see|know|read|told))\b"
    r"(?:\s+(?:to|in|on|about|of))?"
    rf"(?:\s+(?:{_PLACE}|it|me|the letter|my letter|about me|there|down|exactly|first|then))*\W*$"
    r"|\bwhat (?:exactly )?(?:goes|will go|is going|gets put) (?:in|into) (?:the|my|that) letter\b",
    re.IGNORECASE,
)


def asks_what_will_be_told(text: str) -> bool:
    """Before a letter goes: "what exactly will you tell them", "what will they know about me"."""
    plain = text.strip().replace("’", "'")
    return len(plain.split()) <= _LONGEST and _WILL_BE.search(plain) is not None


_MORE = re.compile(r"[.?!]\s*\w")
"""Another sentence tells more than is asked."""


_SEE_IT = re.compile(
    r"^\W*(?:(?:please|can|could|i|you|let me|want to|just|and|so)\b\W*)*(?:see|read|view|look at|show(?: me)?|open)"
    r"(?: (?:the|my|that|this) letter| what (?:went|was sent|you sent|i sent|you wrote|it said|they got))"
    r"(?: (?:that )?(?:i|you) (?:sent|send|wrote)| again| please| now)*\W*$"
    rf"|\bwhat (?:did|does|do) (?:it|you) (?:say|says|said|write) (?:in )?{_SENT}\b",
    re.IGNORECASE,
)


def asks_to_see_it(text: str) -> bool:
    """Of a letter that went, where none is in hand: "see the letter", "show me what went"."""
    plain = text.strip().replace("’", "'")
    return len(plain.split()) <= _LONGEST and any(_SEE_IT.search(one) for one in re.split(r"[.?!]+\s+", plain))


def asked_of_letter(text: str) -> str | None:
    """The words that it is asked about, as in "do they know im bipolar", "did you tell them about my epilepsy"; empty
    where all of the letter is meant ("what did you tell them"); None for any other message.
    """
    plain = text.strip().replace("’", "'")
    if _MORE.search(plain):
        return None
    if _ALL.search(plain):
        return ""
    for shape in _TOLD:
        if found := shape.search(plain):
            return next(words for words in found.groupdict().values() if words).strip(" .!?,'\"")
    return None


AskedOfVisit = Literal["again", "still_on", "changed", "what_if", "who", "bring"]
_WEEK = r"(?:week|month|time|session|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?s?"
_TO_A_QUESTION = r"\b(?:a|one|to (?:the )?(?:\w+ )?(?:question|start|beginning|places?|list|menu|top|ones?))\b"
_GO = (
    r"(?:go|come|pop|turn up|attend|join in|visit|get)(?!\s+(?:over|through|for|with|home|out)\b)"
    rf"(?!\s+back\s*(?:$|[.,!?]|{_TO_A_QUESTION}))"
)
_MAY_I = r"(?:can|could|may|shall|should|will|would|am i|is it|do i just|when (?:can|could|should))\b"
_AGAIN = re.compile(
    rf"{LEAD}{_MAY_I}[^.?!]{{0,30}}?\b"
    rf"(?:{_GO}\b[^.?!]*?\b(?:again|back\b[^.?!]*\b(?:next|on|every|each|another|this|tomorrow)\b"
    rf"|(?:every|each) {_WEEK}|weekly|regularly|more than once|a second time|as often as)"
    r"|go back (?:there|to (?:them|it|that group)))\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"\b(?:instead|can'?t|cannot|places?|ones?|another day|different day)\b", re.IGNORECASE)
_IT = (
    r"(?:it|that|this|we|i|everything|my (?:visit|meeting)|(?:the )?(?:visit|meeting|group|class|circle|session"
    r"|course|club|mon\w*|tues\w*|wed\w*|thurs\w*|fri\w*|sat\w*|sun\w*))"
)
_STILL_ON = re.compile(
    rf"{LEAD}(?:is|are|was|will)\s+{_IT}\s+(?:all |be )?"
    r"(?:(?:still|definitely) (?:be )?(?:on|happening|going ahead|running|good)|happening|going ahead|cancell?ed"
    r"|called off|on(?=\W*$|\s+(?:today|tonight|tomorrow|this week|next week)\b))\b(?!\s+(?:the|a|zoom|foot)\b)",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    rf"{LEAD}(?:(?:is|are|was|will|has|have)\s+{_IT}\s+(?:definitely |really |now |been |all |be )*"
    r"(?:changed|moved|switched|swapped|confirmed|agreed|settled|sorted|booked|set)(?! (?:up|in|out|off)\b)"
    rf"|(?:did|do|does|have|has)\s+{_THEY}\s+(?:all |already )?(?:agreed?|say yes|said yes|confirm(?:ed)?"
    r"|ok(?:ay)?'?d|changed? (?:it|the)|moved? (?:it|the)|get back))\b",
    re.IGNORECASE,
)
"""As in "is it definitely changed to wednesday", "did they agree to wednesday"."""
_WHAT_IF = re.compile(
    rf"{LEAD}(?:[^.?!]{{0,60}}\b(?:but|and|so)\s+)?(?:what if|what happens if|what do i do if|suppose|in case"
    r"|if(?=[^.!]*\?|[^.?!]*\bwhat (?:happens?|will|do|then)\b))"
    r"\s+(?:i|im|i'm|my|they|work|the|it|he|she)\b[^.?!]{0,30}\b(?:shift|(?:at|to) work|working|called in|rota"
    r"|hospital"
    r"|appointment|appt|job ?centre"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|that day|on the day|the day)\b",
    re.IGNORECASE,
)
"""As in "what if i get a shift tuesday", "if the pain takes me that day?"."""
_WHO = re.compile(
    r"\bwho (?:do|will|am|should|shall|is|was|meets)\b.*\b(?:ask|meet\w*|see\w*|speak|talk|look|name|me|there|it)\b"
    r"|\bwhat\s?(?:is|was|'?s) (?:her|his|their) name\b|\bwho is my contact\b|\bask for (?:who|whom)\b",
    re.IGNORECASE,
)
BRING = (
    r"\b(?:what|anything|something)\b.*\b(?:wear|bring|take|need)\b"
    r"|\b(?:do|should|must|shall) i (?:need to |have to )?(?:bring|wear|take)\b"
)
_LONGEST = 16
"""Words; a longer message tells more than it asks."""


def asks_to_go_again(text: str) -> bool:
    """As in "can i go again?", "can i go back next week"; not "can i go back", which is to the question before."""
    few = len(text.split()) <= _LONGEST
    return few and _AGAIN.match(text.strip()) is not None and not _INSTEAD.search(text)


def asks_if_still_on(text: str) -> bool:
    """As in "is it still on", "is thursday cancelled"."""
    return len(text.split()) <= _LONGEST and _STILL_ON.match(text.strip()) is not None


def asks_if_changed(text: str) -> bool:
    """As in "is it definitely changed to wednesday", "did they agree to half 4"."""
    return len(text.split()) <= _LONGEST and _CHANGED.match(text.strip()) is not None


def asks_what_if(text: str) -> bool:
    """What happens if something comes between them and the day: "but what if i get a shift tuesday"."""
    few = len(text.split()) <= 2 * _LONGEST
    return few and any(_WHAT_IF.match(one) for one in re.split(r"(?<=[.!?])\s+", text.strip().replace("’", "'")))


def asked_of_visit(text: str) -> AskedOfVisit | None:
    """What of a visit wants its own words first; None where all that is known is told in its order."""
    plain = in_plain_english(text.strip().replace("’", "'"))
    if asks_to_go_again(plain):
        return "again"
    if asks_if_still_on(plain):
        return "still_on"
    if asks_if_changed(plain):
        return "changed"
    if asks_what_if(plain):
        return "what_if"
    if _WHO.search(plain):
        return "who"
    return "bring" if re.search(BRING, plain, re.IGNORECASE) else None
