"""Whether somebody asks when their own visit is: "so when is it now", "what time tho"; and the hour that words name."""

from __future__ import annotations

import re

_BEFORE = (
    r"(?:^|.*[.,!?]\s*)(?:(?:so|ok|okay|and|but|wait|sorry|hang on|remind me|tell me|thanks|great|then|again)\b\W*)*"
)
_OF_IT = (
    r"(?:\s+(?:is|was|it|it'?s|that|the|this|my|again|now|then|tho|though|do|did|i|we|go|am|are|going|meeting"
    r"|visit|have"
    r"|to|be|there|should|at|for|me|on|exactly|please|pls|mate|say|said|they|u|you|settled|meant|supposed)\b)*\W*$"
)
_WHEN = re.compile(
    _BEFORE + r"(?:when(?:'?s)?|(?:what|wot|which)(?:'?s)?(?:\s+the)?\s+(?:time|day|date|hour))\b" + _OF_IT,
    re.IGNORECASE,
)
_ITS_OWN = re.compile(
    r"\b(?:when(?:'?s| is| was)\s+(?:it|that|the (?:visit|meeting)|my (?:visit|meeting))|when (?:do|am|should) i\b"
    r"|(?:time|day|date)\b.*\b(?:is|was) (?:it|that)|remind me)",
    re.IGNORECASE,
)


def asks_when(text: str) -> bool:
    """Of whatever is spoken of: a visit that was agreed, or else a place."""
    return _WHEN.match(text.strip().replace("’", "'")) is not None


_OF_A_MEETING = r"(?:day|date|time|hour|place|address|bus stop|stop|street|road|where|when)"
_THEY_MEET = re.compile(
    _BEFORE + rf"(?:when|where|(?:what|wot|which)(?: the)? {_OF_A_MEETING})\b(?:[ ,/]*(?:and|an|n|&)?[ ,]*(?:what|wot"
    rf"|which|the)?"
    rf" ?{_OF_A_MEETING}\b)*\s+(?:is |does |do |will |did |am |are |it )*(?:[\w'&-]+\s+){{1,2}}?(?:meet(?:s"
    rf"|ing)?|see(?:s|ing)?"
    r"|wait(?:s|ing)?|ring(?:s|ing)?|call(?:s|ing)?|com(?:e|es|ing))\b(?: for| to)?(?: me| us| them| her| him)?"
    + _OF_IT,
    re.IGNORECASE,
)
_TELL_AGAIN = re.compile(
    _BEFORE + r"(?:(?:can|could|will) (?:you|u) )?(?:tell|remind|give|say|send|show)(?: (?:me|us|it))?(?: again)?(?: of"
    r"| to me)?"
    rf" (?:again )?(?:the |what |which )?{_OF_A_MEETING}\b(?:[ ,/]*(?:and|an|n|&)?[ ,]*(?:the )?{_OF_A_MEETING}\b)*"
    + _OF_IT,
    re.IGNORECASE,
)


def _asks_when_they_meet(text: str) -> bool:
    plain = text.strip().replace("’", "'")
    return _THEY_MEET.match(plain) is not None or _TELL_AGAIN.match(plain) is not None


def asks_of_their_visit(text: str) -> bool:
    """Where the words alone tell that it is their own: "nice one. so when is it now", "what time delroy meet me again",
    "tell me again the day and the bus stop".
    """
    if _asks_when_they_meet(text):
        return True
    return asks_when(text) and _ITS_OWN.search(text.replace("’", "'")) is not None


_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK = (
    rf"(?:(?:half(?:\s+past)?|quarter\s+(?:past|to))\s+{_NUMBER}\b|\d{{1,2}}[:.]\d\d(?:\s*[ap]m\b)?"
    rf"|\d{{1,2}}\s*[ap]m\b"
    rf"|{_NUMBER}\s+o'?clock\b|noon\b|midday\b)"
)
_AT = re.compile(
    rf"\b(?:at|make it|for|it'?s)\s+(?P<hour>{_CLOCK}|{_NUMBER}\b(?!\s*(?:the|of|st|nd|rd|th|days?|weeks?)\b))",
    re.IGNORECASE,
)
_ANY = re.compile(rf"\b(?<!after )(?<!before )(?P<hour>{_CLOCK})", re.IGNORECASE)


def hour_named(words: str) -> str:
    """The one hour that they set: "half 4" of "after 4 is fine, see you at half 4"; empty where none or several."""
    for shape in (_AT, _ANY):
        found = {one["hour"].casefold() for one in shape.finditer(words.replace("’", "'"))}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


_REFUSES_HOUR = re.compile(
    rf"\b(?:can'?t|cant|cannot|can not|couldn'?t|won'?t|not able to|no good)\s+(?:really\s+)?"
    rf"(?:do|make|manage|come(?: at)?|get there (?:at|for|by)|be there (?:at|for|by))\s+"
    rf"(?:at\s+)?(?P<hour>{_CLOCK}|{_NUMBER}\b)"
    r"|\b(?:same|that|later that) day\b|\b(?:a )?(?:different|another|later|earlier) time\b",
    re.IGNORECASE,
)


def wants_another_hour(text: str) -> bool:
    """Whether it is against the hour that was set: "cant do 2, can do after 4 same day"."""
    return _REFUSES_HOUR.search(text.replace("’", "'")) is not None


_ANOTHER_DAY = re.compile(
    r"\bthe (?:week|day) after\b|\b(?:another|a different|some other) (?:day|week)\b"
    r"|\b(?:can'?t|cannot|can not|couldn'?t|won'?t)\s+(?:do|make|come|be there)\s+(?:that|then|that day)\b"
    r"|\b(?:got|have|at|in)\s+(?:the |my |a )?\w+\s+that day\b",
    re.IGNORECASE,
)
_SUPPOSES = re.compile(r"\W*(?:and |but |so )?(?:what (?:if|happens)|suppose)\b", re.IGNORECASE)


def wants_another_day(text: str) -> bool:
    """Whether it is against the day that was set, with no other named: "could we do the week after"."""
    plain = text.replace("’", "'")
    return _ANOTHER_DAY.search(plain) is not None and _SUPPOSES.match(plain) is None


_CALLS = re.compile(r"\b(?:ring|call|phone|telephone|video|zoom|teams|online)\w*\b", re.IGNORECASE)
_GOES_THERE = re.compile(
    r"\b(?:come|comes|coming|visit|tea|coffee|cuppa|look round|look around|tour|door|drop in|pop in|in person"
    r"|walk|session"
    r"|class|group|ring the bell|call (?:in|round|by))\b",
    re.IGNORECASE,
)


def goes_there(words: str) -> bool:
    """Whether a place writes of a visit: "just come on thursday and ask for me"."""
    return _GOES_THERE.search(words) is not None and _CALLS.search(words) is None


def is_a_call(step: str) -> bool:
    """Whether a first step is a call, and nowhere to go: "ring you for a chat", not "come in for a chat"."""
    return _CALLS.search(step) is not None and _GOES_THERE.search(step) is None
