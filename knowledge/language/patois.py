"""Small words of Caribbean English in those of the standard one, for shapes that are made of small words: "when mi a go
meet dem" is "when i going to meet them".

Only for telling what is meant. What somebody wrote is never changed, nor shown so.
"""

from __future__ import annotations

import re

_DOES = (
    r"(?:a|am|ah|nah|no|not|nuh|neva|never|wi|will|did|do|don'?t|have|haffi|ha|got|can|cyaan|cya|can'?t|cannot"
    r"|could|should|would"
    r"|go|gwine|going|gonna|wan|want|waan|need|like|love|know|feel|think|tink|hope|change|change[d]?|might|may"
    r"|fi|going to"
    r"|frighten|fraid|safe|sorry|ready|tired|sick|meet|come|see|say|sey|tell|ask|answer|ansa|write|reply|ring"
    r"|call|read|get|reach)"
)
_TO = (
    r"(?:remind|tell|show|gi|give|call|ring|help|let|mek|make|for|fi|to|with|wid|from|meet|see|answer|ansa|write|ask"
    r"|text|message|phone|introduce|of|about|bout|at|tek|take|leave|lef|hear|send)"
)
_SAID: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(shape, re.IGNORECASE), words)
    for shape, words in (
        (r"\bweh (.{1,24}?) deh\b", r"where is \1"),
        (rf"\b({_TO}) mi\b(?! {_DOES}\b)", r"\1 me"),
        (rf"\bmi(?= (?:{_DOES}|in|inna|still|just|jus)\b)", "i"),
        (r"\bmi\b", "my"),
        (r"\byuh\b", "you"),
        (rf"(?<!\w)(?:dem|dey)(?= {_DOES}\b)", "they"),
        (r"\bdem\b", "them"),
        (
            r"\b(?:wah|wha|wat|weh|wot)(?= (?:them|they|him|her|she|he|the|di|happen|time|day|if|mek|i|my|you)\b)",
            "what",
        ),
        (r"\b(?:a|ah|gwine) go(?= \w)", "going to"),
        (r"\b(?:nah|nuh|naa) go\b", "not going"),
        (r"\b(i|we|they|she|he) (?:nah|nuh)\b", r"\1 not"),
        (r"\bwi(?= (?:go|come|be|do|tell|answer|ansa|see|meet)\b)", "will"),
        (r"\b(?:sey|seh)\b", "say"),
        (r"\b(?:ansa|anser)\b", "answer"),
        (r"\bfi\b", "to"),
        (r"\b(?:di|de)(?= \w)", "the"),
        (r"\bdat\b", "that"),
        (r"\bdis\b", "this"),
        (r"\b(?:tek|teck)\b", "take"),
        (r"\b(?:letta|leta)\b", "letter"),
        (r"\binna\b", "in"),
        (r"\b(?:wid)\b", "with"),
        (r"\b(?:cyaan|kyaan|cyah)\b", "can't"),
        (r"\b(?:waan|wan)\b", "want"),
    )
)


def plainly(text: str) -> str:
    """The same text where it has none of them."""
    for shape, words in _SAID:
        text = shape.sub(words, text)
    return text
