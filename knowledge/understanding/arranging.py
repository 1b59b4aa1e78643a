"""Words on a visit or a call that is agreed, which the place alone can settle: another day or hour, who is late, which
door it is, a call that was missed. Whether there is such a visit is for the caller.
"""

from __future__ import annotations

import re

from knowledge.language.weekdays import MENTION
from knowledge.understanding.coming import asks_to_bring_a_child, asks_who_may_come
from knowledge.understanding.not_alone import asked_to_come, going_alone
from knowledge.understanding.of_place import LEAD, LONGEST
from knowledge.understanding.when_it_is import wants_another_day

_ASKS = (
    r"(?:can|could|cud|may|shall|would|will|any chance(?: of)?|is it (?:ok|okay|possible|alright|all right"
    r"|fine)|ok if"
    r"|(?:what|how) about|i(?:'d| would)? (?:rather|prefer|like to|need to|want to|have to|got to)|need to|have to"
    r"|please|pls)"
)
_MOVES = re.compile(
    rf"{LEAD}(?:[^.?!]{{0,30}}\b)?{_ASKS}\b[^.?!]{{0,30}}\b(?:instead|re-?arrange|re-?schedule|postpone"
    rf"|put (?:it|that) (?:off|back)"
    r"|change (?:it|that) (?:to|for|from|round)|(?:move|swap|switch|push) (?:it|that)"
    r"|(?:change|move|swap|switch) (?:the (?:day|time|date|visit|meeting|call)|my (?:visit|meeting|call)|to)"
    r"|(?:make|do) it (?:on |at )?(?:a bit |half an hour |an hour )?(?:another|a different|later|earlier)"
    r"|(?:a|an|any) (?:different|other|later|earlier) (?:day|time|slot)|another (?:day|time)"
    r"|come (?:a bit |an hour |half an hour )?(?:later|earlier))\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"\binstead\b", re.IGNORECASE)
_OUGHT = re.compile(
    rf"{LEAD}(?:hi \w+ |\w+ )?(?:i'?m|im|i am|i'?ll be|ill be|i will be|i might be|i may be|might be"
    rf"|going to be|gonna be"
    r"|gunna be|running|will be|we'?re|we'?ll be)\s+(?:\w+\s+){0,2}?(?:(?:\d+|ten|five|twenty|a few|a bit"
    r"|a little|half an|an|so|very|really"
    r"|about|just)\s+(?:\w+\s+)?)*(?:late|delayed|held up|outside|here now|lost|at the (?:door|gate|bus|station"
    r"|stop|wrong)"
    r"|stuck (?:on|in|at)|on my way|on the (?:bus|train|tube|way)|nearly there)\b"
    r"|\b(?:can'?t|cannot|couldn'?t) (?:find|see) (?:it|you|them|the (?:\w+ )?(?:door|place|entrance|building"
    r"|gate|way in|room))\b"
    r"|\b(?:the |my )?(?:bus|train|tube) (?:is|was|are|has been|hasn'?t|didn'?t)\b[^.?!]{0,15}\b(?:late|delayed"
    r"|cancell?ed|come|stuck)\b",
    re.IGNORECASE,
)
_DOOR = re.compile(
    rf"{LEAD}(?:(?:which|what|wich|wot|is it|where(?:'?s| is| are)?|how do i (?:find|know))\b[^.?!]{{0,20}}"
    r"\b(?:door|entrance|gate|floor|bell|buzzer|room|building|desk|way in|side of the road)\b"
    r"|(?:where|can|is there)\b[^.?!]{0,20}\bpark(?:ing)?\b(?! bench| gates)|do i (?:just )?(?:ring|press|buzz"
    r"|knock|walk in|go in|come in|go up)\b"
    r"|who (?:do i|should i|shall i) (?:ring|buzz|ask for)\b)",
    re.IGNORECASE,
)
_CALL = re.compile(
    rf"{LEAD}(?:(?:which|what) (?:phone )?number (?:will|do|does|are|is|would)\b[^.?!]{{0,25}}\b(?:ring|call"
    rf"|phone|come up)"
    r"|(?:sorry )?(?:i(?:'?ve)? )?(?:just )?missed (?:the|their|her|his|your|a) (?:call|phone)"
    r"|(?:they|she|he|nobody|no one|no-one) (?:never|did not|didn'?t|hasn'?t|haven'?t|has not)?\s?(?:rang|ring"
    r"|rung|called?|phoned?)\b"
    r"|(?:can|could|will|would) (?:they|she|he) (?:please )?(?:ring|call|phone|text)\b)",
    re.IGNORECASE,
)

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def arranges(text: str) -> bool:
    """As in "can we do wednesday morning instead?", "ill be 10 mins late", "which door is it", "i missed the call"."""
    plain = text.strip().replace("’", "'")
    if len(plain.split()) > LONGEST + 4:
        return False
    sentences = _SENTENCE.split(plain)
    if any(shape.search(one) for shape in (_MOVES, _OUGHT, _DOOR, _CALL) for one in sentences):
        return True
    return _INSTEAD.search(plain) is not None and MENTION.search(plain) is not None


def asks_for_another_day(text: str) -> bool:
    """Whether the day that was set is asked away from: "could i do next week instead", "i cant make thursday"."""
    plain = text.strip().replace("’", "'")
    return arranges(plain) or wants_another_day(plain) or _CANNOT_MAKE.search(plain) is not None


_CANNOT_MAKE = re.compile(
    r"\b(?:can'?t|cannot|can not|won'?t|not able to)\b[^.?!]{0,20}\b(?:make it|come|do)\b"
    r"|\b(?:can'?t|cannot|can not|won'?t|not able to)\b[^.?!]{0,20}\b(?:(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|tomorrow|today)\b",
    re.IGNORECASE,
)


def brings_or_needs_somebody(text: str) -> bool:
    """Who comes along, or would be met: asked of a place they are about to go to it is for the place to say."""
    if asked_to_come(text):
        return False
    return asks_who_may_come(text) or asks_to_bring_a_child(text) or going_alone(text) is not None or _brings(text)


_BRINGS = re.compile(
    rf"{LEAD}(?:can|could|may|is it ok(?:ay)? (?:if i|to)|do they mind if i)\b[^.?!]{{0,12}}\b(?:bring|take)\b"
    rf"|{LEAD}(?:i|me)(?:'d|'ll)?\s+(?:want|wanna|would|will|need|am|hope|plan|like"
    rf"|might)\b[^.?!]{{0,12}}\bbring\s+(?:my|me|our)\b",
    re.IGNORECASE,
)


def _brings(text: str) -> bool:
    return len(text.split()) <= LONGEST + 4 and _BRINGS.search(text) is not None


_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_CANNOT = re.compile(
    r"^\W*(?:(?:oh|so|sorry|ok|okay|no|but|and|actually|honestly|tbh|um|god|i'm sorry|im sorry|you know what)\b\W*)*"
    r"i(?:'?m)?\s+(?:really |just |honestly )*"
    r"(?:(?:don'?t|do not|dont)\s+(?:really |even )?(?:think|reckon|feel|know if|know whether|believe)\s+"
    r"(?:like |that )?(?:i|i'm|im)\s+"
    r"(?:(?:can|could|will be able to|am able to|up to|ready to|ready for)\s*)?"
    r"|not sure (?:i|if i|that i) (?:can|could)\s+"
    r"|(?:can'?t|cannot|can not)\s+(?=face|do it|do this|do that|go through|go to it|bring myself))"
    r"(?:(?:do|face|manage|cope with|go through with|go to|go|come|make|handle|bring myself to go)\b\s*)?"
    r"(?:it|this|that|there|them|her|him|going(?: there)?|meeting (?:them|her|him)|the (?:visit|meeting|call))?"
    rf"(?:\s+(?:now|after all|any ?more|today|tbh|sorry|really|at all|yet|to be honest|though|tho|tomorrow"
    rf"|(?:on )?{_DAY}))*\W*"
    r"(?:(?<=\W)(?!.*\b(?:want|wanna|wish|forever|end|die|dead|liv(?:e|ing)|pills?|tablets?)\b)(?:i|i'?m"
    r"|i'?ve|ive|im|cos|because|had|bad|no|did(?:n'?t| not))\b[^.?!]{0,40}\b(?:sle(?:pt|ep)\w*|night|tired"
    r"|shattered|poorly|ill|sick|unwell|bad day|pain|flare\w*|nerv\w+|rough|migraine|cold|fever)\b[^.?!]{0,15}\W*)?$",
    re.IGNORECASE,
)


_NOT_GOING = re.compile(
    r"^\W*(?:(?:oh|so|sorry|ok|okay|no|nah|but|and|actually|honestly|tbh|um|you know what|hello|hi|please"
    r"|tell (?:them|her|him))\b\W*)*"
    r"i(?:'?m| am|'?ll| will)?\s+(?:really |just |definitely |now )*(?:not|don'?t|do not|dont|no longer|never"
    r"|won'?t|wont|no)\s+"
    r"(?:(?:want to|wanna|want|wish to|going to|gonna|think i(?:'?ll| will|'?m going to)?|be|able to)\s+)*"
    r"(?:go|going|come|coming|attend|attending|do it|turn up|meet (?:them|her|him)|go ahead)\b"
    r"(?:\s+(?:there|to (?:it|that|them|this|the (?:place|meeting|visit|group))|with (?:it|them)))?"
    r"(?:\W+(?:again|any ?more|no more|now|after all|then|in the end|sorry|i(?:'?m| am)? sorry|thanks|thank you"
    r"|please|tbh|today|on the day"
    r"|i(?:'ve| have)? changed? my mind))*\W*$",
    re.IGNORECASE,
)


def not_going(text: str) -> bool:
    """Whether somebody says of a meeting that they do not go to it: "im not going any more, sorry"."""
    plain = text.strip().replace("’", "'")
    return len(plain.split()) <= LONGEST and _NOT_GOING.match(plain) is not None


def cannot_face_it(text: str) -> bool:
    """Whether somebody says of a meeting that they may not be able to: "i dont think i can do it", "i cant face it"."""
    plain = text.strip().replace("’", "'")
    return len(plain.split()) <= LONGEST and _CANNOT.match(plain) is not None
