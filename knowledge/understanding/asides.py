"""Wishes known by their shape: words for somebody at a place, a helper beside somebody, a day that is near.

Each gives the part of the message that it is about. Whether there is such a place is for the caller.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge.language.weekdays import MENTION
from knowledge.understanding.helper import asks_if_told, only_of_helper

_LEAD = (
    r"(?:^|[.,!?;:]\s*|\b(?:and|but|then|so|please|pls|can you|could you|can i|let me|(?:i )?want to|id like to"
    r"|i (?:mean|meant|said)|just|no|nah|yes|yeah|yh|ok|okay)\s+)"
)
_NOBODY = (
    r"(?!(?:me|us|you|u|myself|my|a|an|the|more|about|people|everyone|anyone|someone|somebody|it|this|that|what|for|to|"
    r"if|them all|stories|jokes|lies|others|other|is|go|alone|in)\b)"
)
_WHO = (
    _NOBODY
    + r"(?P<who>her\b|him\b|'?(?:th)?em\b|[\w'&-]+(?:\s+(?:shift|and|&|of|the|house|network|table)\b[\w' &-]*)?)"
)
_TOLD = re.compile(
    _LEAD + r"(?:(?:tell|ask|text|message|thank|answer|contact|email)\s+|(?:reply|respond|talk|speak|get back)\s+to\s+"
    r"|write\s+(?:back\s+)?to\s+|send\s+(?:(?:a|my|this|that|the)\s+)?(?:message|words?|note|reply)\s+to\s+)"
    + _WHO
    + r"(?P<words>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LET_KNOW = re.compile(_LEAD + r"let\s+" + _WHO + r"\s+know\b(?P<words>.*)$", re.IGNORECASE | re.DOTALL)
_SAY_TO = re.compile(
    _LEAD + r"(?:say|pass)\s+(?P<words>.+?)\s+(?:on\s+)?to\s+" + _WHO + r"\W*$", re.IGNORECASE | re.DOTALL
)
_SEND_TO = re.compile(
    _LEAD + r"send\s+(?P<words>(?:my |a |big |many |lots of |all my )*(?:thank(?:s| (?:you|u))|ta|cheers|love|regards"
    r"|apologies|sorry|hello|hi|best wishes|good wishes)\b.{0,60}?)\s+to\s+"
    + _WHO
    + r"(?:\W+(?:please|pls|then|now))*\W*$",
    re.IGNORECASE | re.DOTALL,
)
"""As in "send thank you to Femi"; what else is sent is a letter, or words that were shown."""
_TAKES_BACK = re.compile(
    r"^\W*(?:not\s+to|to\s+stop|to\s+forget)\s+(?:contact|call|ring|phone|write|text|message|email|it|me)",
    re.IGNORECASE,
)
"""As in "tell them not to contact me": that is no message, it takes the letter back."""
_JOINING = re.compile(r"^[\s,:;.!-]*(?:(?:know|that|please)\b[\s,:]*)*", re.IGNORECASE)


class Addressed(NamedTuple):
    """``who`` as they were named, and the words for them; none where they come next."""

    who: str
    words: str
    before: str = ""
    """What was said ahead of it, in the same message."""


def addressed(text: str) -> Addressed | None:
    """As in "tell Nadia thank you", "reply to them", "I want to write to Fair Shift", "can I turn it off? ask Jo"."""
    for shape in (_LET_KNOW, _SAY_TO, _SEND_TO, _TOLD):
        found = shape.search(text.strip())
        if found:
            if _TAKES_BACK.match(found["words"]):
                return None
            words = _JOINING.sub("", found["words"]).strip()
            before = text.strip()[: found.start() + 1].strip(" ,")
            if not words.strip(" .!?") and before.endswith("?"):
                words = before
            if found[0].casefold().lstrip(" ,.!?").startswith("thank "):
                words = "thank you"
            words = words if words.strip(" .!?") else ""
            ahead = text.strip()[: found.start()].strip(" ,.;!?") if words else ""
            return Addressed(found["who"].strip(), words, ahead)
    return None


_SPEAKS_TO = re.compile(
    r"^\W*(?:(?:ok|okay|yes|yeah|oh|aw|so|and|right|great|lovely|please|pls|can you|could you|will you|just|then"
    r"|(?:\w+ ){1,3}sounds? (?:nice|good|lovely|great))\b\W*)*"
    r"(?:tell|let|message|text|thank|reply to|write to|send(?=\b.* to ))\s+(?!me\b|us\b|you\b|u\b|a\b|an\b|my\b)",
    re.IGNORECASE,
)


def speaks_to(text: str) -> bool:
    """Whether a message begins with whom its words are for: "tell joan thank you, can i bring my mum". Whatever it
    asks then is asked of them.
    """
    said = addressed(text) if _SPEAKS_TO.match(text) else None
    return said is not None and bool(said.words)


_MEANT = re.compile(
    r"^\W*(?:(?:no|nah|nope|not (?:them|that one|him|her)|oh|sorry|wait)\b\W*)+"
    r"(?:i (?:mean|meant)|(?:it'?s|its|that'?s|this is) for|(?:i want(?:ed)? )?to)\s+(?:(?:to|for|the)\s+)*"
    r"(?P<who>(?!(?:i|it|that|this|yes|no|what|when|to|you|we|can|could|cant|can't|me|my|not|tell|ask|let|say|send)\b)[^.,;:!?\n]+)"
    r"(?:[.,;:!?\n]+(?P<words>.*))?$",
    re.IGNORECASE | re.DOTALL,
)


def means_another_place(text: str) -> Addressed | None:
    """As in "no I meant Bronwen at Adjust Together. Thank you, I'll come": whom it is for, and the words if any follow.
    Whether that is a place, or somebody there, is for the caller.
    """
    found = _MEANT.match(text.strip())
    if found and (MENTION.search(found["who"]) or re.search(r"\d", found["who"])):
        return None  # a day or an hour was put right
    return Addressed(found["who"].strip(), (found["words"] or "").strip()) if found else None


_OTHER_WORDS = re.compile(
    r"^\W*(?:(?:no|nah|nope|oh|wait|sorry|stop|hang on|actually|pls|please|but)\b\W*)*(?:"
    r"(?:do not|don'?t|dont) (?:send|pass) (?:that|it|this|them|those)(?: on)?\W+"
    r"(?!(?:please|pls|thanks|thank|yet|now|any ?more|at all|i|to|anything|then|after all|ever)\b)\w.*"
    r"|(?:that|it|this)(?:'?s| is| was)(?:n'?t| not| no)? "
    r"(?:what i (?:said|meant|wrote)|right|how i|my words|wrong)\b.*"
    r"|(?:that|it|this)(?: has|'?s got| put| stuck| added| mixed| joined)\b.*\b(?:words?|message|bit)\b.*"
    r"|(?:let me|can i|could i|i want to|i'?ll|i'?d like to) "
    r"(?:say|write|type|put|do|change|redo|reword|rewrite|start|edit)\b"
    r".*\b(?:again|over|anew|different\w*|it|that|this)\b.*"
    r"|(?:change|reword|rewrite|redo|edit) (?:it|that|this|the words|the message)\b.*"
    r"|(?:start|say it|type it|write it) (?:again|over|anew)\b.*)",
    re.IGNORECASE,
)


def wants_other_words(text: str) -> bool:
    """Of words shown before they go: "no dont send that, it stuck my other words on". A plain no leaves them."""
    return _OTHER_WORDS.match(text.strip().replace("\u2019", "'")) is not None


_HELPER = re.compile(
    r"\b(?:i(?:'m|m| am) (?:a |the |an )?(?:community |care |social )?"
    r"(?:navigator|librarian|link worker|support worker|key ?worker|social worker|peer worker|advocate|volunteer)\b"
    r"|i work (?:at|for|in) (?:the |a )?\w*\s?(?:library|surgery|gp|jobcentre|council|charity|centre)\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:with me(?=\s*(?:[,.!;]|$|here|now|today))|beside me|next to me|in front of me|on behalf of|sitting with"
    r"|helping (?:a|an|someone|mr|mrs|ms|miss)\b)",
    re.IGNORECASE,
)


def beside_someone(text: str) -> bool:
    """Whether a helper by trade writes with somebody beside them."""
    return only_of_helper(text) or asks_if_told(text) or bool(_HELPER.search(text) and _BESIDE.search(text))


_KIN = (
    r"(?:my|our|a)\s+(?:\w+\s+)?(?:husband|wife|partner|mum|mom|mother|dad|father|son|daughter|sister|brother|nan|gran\w*"
    r"|aunt\w*|uncle|cousin|niece|nephew|friend|mate|neighbour|client|patient|boyfriend|girlfriend|child|kid)"
)
_SOMEONE = r"(?:someone|somebody|some one|another person|other people|others)(?:\s+else)?"
_FOR_ANOTHER = (
    r"^\W*(?:(?:hi|hello|hey|ok|and|please|no|sorry|actually|can i|could i|may i|how do i|i"
    r"|is it (?:ok|okay|fine) (?:to|if i)|want to|would like to|'d like to|need to|to|am|'m|m|will|just|it's|its"
    r"|it is|this is|this isn't for me|not for me|start|starting|do|doing|use|using|fill|filling|ask|asking"
    r"|sign|signing|begin|look|looking|set|register|write|writing|here|this|it|one|up|in|out|again|over|new|a|chat|all)\b\W*)*"
    r"for\s+(?P<who>{who})(?:['’]s)?"
    r"(?:\s+(?:please|pls|instead|now|this time|not me|not for me))*\W*$"
)


_FOR_THEM = re.compile(
    r"^\W*(?:no\W+|sorry\W+|but\W+)*(?:it'?s|it is|this is|its)\s+(?:all\s+)?for\s+(?:him|her"
    r"|them)\W+not\s+(?:for\s+)?me\W*$",
    re.IGNORECASE,
)


def for_another(text: str, *, kin: bool) -> bool:
    """Whether the whole message says that somebody else is to be asked about: "start for someone else"."""
    who = f"{_SOMEONE}|{_KIN}" if kin else _SOMEONE
    if _FOR_THEM.match(text):
        return True
    return re.match(_FOR_ANOTHER.replace("{who}", who), text, re.IGNORECASE) is not None


_FOR_SELF = re.compile(
    r"\b(?:it'?s|it is|this is|asking|looking|writing|here)\s+(?:(?:all|only|just|really|actually)\s+)*for\s+"
    r"(?:me|myself)\b"
    r"|\b(?:i (?:mean|meant|said))\s+(?:(?:introduce|for)\s+)?(?:me|myself)\b"
    r"|\b(?:want|like|need)\s+(?:you\s+)?to\s+introduce me\b|\bintroduce me\W+(?:not|me|myself)\b",
    re.IGNORECASE,
)
_ONLY_FOR_SELF = re.compile(
    r"^\W*(?:(?:no|nah|but|ok|okay|sorry|oh|wait|yes)\W+)*"
    r"(?:(?:it'?s|it is|this is|i'?m (?:asking|looking|writing|here)|i (?:mean|meant|said))\s+)?"
    r"(?:(?:all|only|just|really|actually)\s+)*(?:for\s+(?:me|myself)\b|(?<=mean )me\b|(?<=meant )me\b)"
    r"(?:\W*$|[.,!?;]|\s+not\b)",
    re.IGNORECASE,
)


def for_themselves(text: str) -> bool:
    """Whether somebody says, beside other words, that they ask for themselves: "introduce me, not my mum"."""
    return _FOR_SELF.search(text) is not None


def only_for_themselves(text: str) -> bool:
    """Whether a short message says that first: "it's for ME. I want to go"."""
    return len(text.split()) <= _FEW_FOR_SELF and _ONLY_FOR_SELF.match(text) is not None


_FEW_FOR_SELF = 14
_EVENT = r"(?:meeting|hearing|appeal|interview|tribunal|disciplinary|eviction|assessment)"
_DAY = (
    r"(?:today|tonight|tomorrow|(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day'?s?"
    r"|next week|this week|(?:in )?(?:a|two|three|four|five|\d+) days?(?: away| time| off| left)?)"
)
_NEAR = re.compile(rf"\b{_EVENT}\b.{{0,30}}\b{_DAY}\b|\b{_DAY}\b.{{0,30}}\b{_EVENT}\b", re.IGNORECASE)
_HELP = re.compile(
    r"\b(?:what (?:do|can|should) i (?:do|say)|(?:i )?need help|help me|before|how soon|how quick\w*|how fast|in time"
    r"|what to say|(?:come|go|sit|be) (?:in )?(?:there )?with me|who can come)\b|\b(?:answer|reply|know)\b.*\bbefore\b",
    re.IGNORECASE,
)
_ANSWER_BEFORE = re.compile(
    rf"\b(?:will|can|could|do|would) (?:they|he|she|you|someone|somebody) (?:answer|reply|write|get"
    rf" back|do it|do that|see me"
    rf"|meet me|ring(?: me)?|help(?: me)?|meet)\b.*\b(?:before|by)\b.*\b{_DAY}\b",
    re.IGNORECASE,
)


def near_day(text: str) -> bool:
    """Whether somebody asks what to do about a meeting or a hearing on a day that is near."""
    return bool((_NEAR.search(text) and _HELP.search(text)) or _ANSWER_BEFORE.search(text))


def asks_how_to_know(text: str) -> bool:
    """As in "how will I know", often written "no"."""
    return re.match(r"\W*(?:and |so )?how (?:will|do|would) (?:i|we) (?:no|know)\b", text, re.IGNORECASE) is not None
