"""What people ask once a letter went: whether it arrived and what they do now, of the meeting itself, of their address.

Whether there is such a letter is for the caller.
"""

from __future__ import annotations

import re

from knowledge.language.patois import in_plain_english

_LETTER = r"(?:(?:the|my|that|our) )?(?:letter|message|intro(?:duction)?|note)|it"
_THEY = r"(?:they|he|she|(?:some|any)(?:one|body)|the (?:place|lady|man|woman|person|people|charity|college|group))"
_GOT = r"(?:got|get|gotten|have|had|received?|recieved?|see|seen|read|opened?|open|found|looked at)"
_LEAD = (
    r"^\W*(?:(?:ok|okay|and|but|so|oh|um|er|hi|cheers|ta|thanks|thank you|great|good|lovely|right|please|sorry|well"
    r"|i mean|i just want to (?:know|ask)|(?:she|he) (?:says|asks|wants to know))\b\W*)*"
)
_ARRIVED = re.compile(
    rf"{_LEAD}(?:has|have|did|do|does|will|when will|is)\s+{_THEY}\s+(?:all |just |already |actually |now )*"
    rf"{_GOT}\s+(?:{_LETTER})\b"
    rf"|{_LEAD}(?:did|has|have|is)\s+(?:{_LETTER})\s+(?:\w+\s+)?"
    r"(?:arrive|arrived|go|gone|get there|reach|reached|sent)\b"
    rf"|{_LEAD}can\s+{_THEY}\s+(?:see|read) (?:{_LETTER})(?: now| yet)?\W*$",
    re.IGNORECASE,
)
_NOW = re.compile(
    rf"{_LEAD}(?:is|was) (?:that|this) (?:it|all|everything)(?: then| now| done)?\W*$"
    rf"|{_LEAD}(?:what|wot|wat)(?: (?:do|should|shall|can|must|am|will) (?:i|we)(?: (?:meant|supposed|have|need) to)?"
    r"(?: have to| need to)? do)(?: now| next| then| after| till then| until then| meanwhile| in the meantime)*\W*$"
    rf"|{_LEAD}(?:do|should|must|shall) (?:i|we)(?: have to| need to)? (?:do|wait for) (?:anything|something|owt)\b"
    rf"|{_LEAD}(?:do|should|shall) (?:i|we) just (?:wait|sit|hang)\b",
    re.IGNORECASE,
)
_WHO_ANSWERS = re.compile(
    rf"{_LEAD}(?!who\s+(?:\w+\s+)?(?:sees?|reads?|knows?|looks?|reading|seeing)\b)(?:who|which (?:person"
    rf"|one)|how)(?:'?s| is| will| would| do| does| can| am| are)?\b[^?!.]{{0,25}}"
    r"\b(?:answer(?:s|ing)?|repl(?:y|ies|ying)|writ(?:e|es|ing)|get(?:s|ting)? back|hear (?:back|from them|anything)"
    r"|contact(?:s|ing)?|ring(?:s|ing)?|know if (?:they|he|she)|know when (?:they|he|she)|find out)\b"
    rf"|{_LEAD}when (?:will|do|would|should|might|am|can) (?:i|we|she|he|they)\b[^?!.]{{0,20}}"
    r"\b(?:hear|answer|reply|know|get back|write|say|decide|tell me|let me know|come back)\b"
    rf"|{_LEAD}how (?:long|many (?:days|weeks|hours)|soon|quick(?:ly)?|fast)\b[^?!.]{{0,25}}"
    r"\b(?:answer(?:s|ing)?|repl(?:y|ies)|hear|get back|come back|decide|respond?)\b"
    rf"|{_LEAD}how long (?:do|does|will|would|did) (?:they|these people|people|places|the place|he"
    rf"|she)(?: usually| normally)? (?:take|need|be)"
    r"\W*$"
    rf"|{_LEAD}(?:when|wen) (?:they|them|he|she) (?:will |going to |go |do )?(?:answer|reply|write|say|tell me"
    rf"|get back)\b",
    re.IGNORECASE,
)
_NOT = r"(?:don'?t|do not|dont|doesn'?t|does not|never|not|no|won'?t|didn'?t)"
_ANSWERS = r"(?:answers?|repl(?:y|ies)|writes?|responds?|gets? back|comes? back|say (?:anything|nothing))"
_SILENT = re.compile(
    rf"{_LEAD}(?:(?:what|wot|wat|wah?) (?:will )?(?:if|happens? (?:if|when)|(?:do|should|can) (?:i|you"
    rf"|we) do if)|(?:and )?if)\s+"
    rf"(?:(?:nobody|no ?one|no-one)\b[^?!.]{{0,12}}\b{_ANSWERS}"
    rf"|{_THEY}\b[^?!.]{{0,12}}\b{_NOT}\b[^?!.]{{0,10}}\b{_ANSWERS})\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.?!;\n]+|,\s*|\b(?:and|but)\b", re.IGNORECASE)
_LONGEST = 30
"""Words; a longer message tells more than it asks."""


def asks_what_now(text: str) -> bool:
    """As in "has someone got my letter now? feel a bit sick lol", "cheers. is that it? wot do i do now"."""
    return _any_clause(text, _ARRIVED, _NOW, _WHO_ANSWERS)


def asks_if_silent(text: str) -> bool:
    """As in "what if they do not answer?"."""
    return _any_clause(text, _SILENT)


_MINE = (
    r"(?:my (?:\w+ )?(?:meeting|appointment|appt|visit|session|first (?:day|time|visit|meeting))"
    r"|(?:am|are|do|will|should|shall|was|did) (?:i|we) (?:\w+ )?(?:meet|meeting|see|seeing|go|going|come|coming"
    r"|supposed|meant|due|get|getting|ask for)\b"
    r"|(?:is|was) (?:it|that|this|the (?:place|meeting|visit|appointment|building))\b(?! for\b)"
    r"|(?:it|that) (?:is|was|'?s)\b|(?:'s|\bs) (?:it|that|the place)\b(?! for\b)"
    r"|(?:i|we) (?:am |are |will |must |have to |should |going to )*(?:meet|go|see|come|get) )"
)
_SAID = re.compile(
    rf"{_LEAD}(?:what|wot) (?:did (?!you\b|u\b|i\b|we\b|it\b)(?:\w+ )?\w+|they|she|he)"
    r" (?:say|write|tell me|said|says|wrote)(?: back| to me| again| exactly)*\W*$"
    rf"|{_LEAD}(?:what|wot|wat)(?:'?s| has| does| is|s)? (?!you\b|u\b|i\b|we\b|it\b|that\b|this\b|people\b|to\b"
    rf"|the\b)"
    r"[\w'-]+(?: at \w[\w' -]{0,30})? (?:say|says|said|sayin|saying|write|written|writing|wrote|reply|replied)"
    r"(?: back| to me| again| exactly| then| now)*\W*$",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(
    rf"{_LEAD}(?:no |hang on |wait |remind me |tell me |can you (?:tell|remind) me |what i (?:meant"
    rf"|asked) (?:is|was) "
    r"|i (?:ask|asked|said|meant|want to know|need to know|forgot|forget|dont know|don't know) )*"
    rf"(?:when|where|wher|(?:what|wot|which) (?:time|day|date)|who)(?:'?s)?\b[^?!.]{{0,12}}?{_MINE}"
    rf"|{_LEAD}how (?:do|can|would|will|to|should)(?: i| we| you)? (?:get|go|find|travel)\b"
    r"(?! (?:over|through|on|in touch|it))[^?!.]{0,20}\b(?:there|here|it|to|them|place|from|by)\b"
    rf"|{_LEAD}how (?:i|we|he|she) (?:will |can |to )*(?:get|go|reach|travel|come)(?: there| to (?:it|them"
    rf"|the \w+))?\W*$"
    rf"|{_LEAD}(?:can|could|is there|does|do) (?:\w+ )?(?:get |go |take |catch )?(?:a |the |any )?(?:bus|buses"
    rf"|train|tube)\b[^?!.]{{0,15}}\bthere\b"
    rf"|{_LEAD}(?:which|what) (?:bus|buses|train|tube|stop|station|tram)\b"
    rf"|{_LEAD}(?:what'?s?|whats|wots)(?: is)? (?:the|their|its) (?:address|postcode|street|road|day|time|date)\b"
    rf"|{_LEAD}(?:where|i ask(?:ed)? where|i said where|i mean where|i meant where) (?:is|are)\b",
    re.IGNORECASE,
)


def asks_of_meeting(text: str) -> bool:
    """As in "when is it again and how do i get there", "i mean when am i meeting joan", "where is it the place?"."""
    return _any_clause(text, _OF_MEETING, _SAID)


def asks_what_was_said(text: str) -> bool:
    """As in "what did Ade say", "wha dem sey": before there is an answer, how it stands is asked."""
    return _any_clause(in_plain_english(text), _SAID)


_HOME = (
    r"(?:my (?:home )?(?:add?ress|postcode|street|door number)|where i live|my house number"
    r"|which (?:street|road|house) i)"
)
_ADDRESS = (
    re.compile(
        rf"\b(?:safe|ok|okay|alright|all right|wise|secure|do i|should i|shall i|must i|have to|need to|can i"
        rf"|how do i"
        rf"|where do i|will you|did you|are you|do they|will they|have they|does (?:she|he)|wants?"
        rf"|asked? (?:for|me))\b[^?!.]{{0,40}}\b{_HOME}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:they|she|he|you|nobody|no one|place) "
        rf"(?:don'?t|do not|doesn'?t|won'?t|hasn'?t|haven'?t) (?:even |really )?(?:know|have|got|see)\b"
        rf"[^?!.]{{0,12}}\b{_HOME}\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bhow (?:do|will|would|can|does) (?:i|they|she|he|it|you)\b[^?!.]{0,20}"
        r"\b(?:get|send|post|deliver|receive|arrive|reach)\b[^?!.]{0,15}\b(?:parcel|pack|package|kit|wool|post|stuff"
        r"|things|materials|booklet|book)\b",
        re.IGNORECASE,
    ),
)


def asks_of_address(text: str) -> bool:
    """As in "how do i get the parcel they dont know where i live", "is it safe to give them my address"."""
    plain = text.replace("\u2019", "'")
    return len(plain.split()) <= _LONGEST and any(shape.search(plain) for shape in _ADDRESS)


def _any_clause(text: str, *shapes: re.Pattern[str]) -> bool:
    plain = text.strip().replace("\u2019", "'")
    if len(plain.split()) > _LONGEST:
        return False
    clauses = [plain, *filter(None, map(str.strip, _CLAUSE.split(plain)))]
    return any(shape.match(clause) for clause in clauses for shape in shapes)
