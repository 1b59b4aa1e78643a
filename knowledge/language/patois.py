"""Patois in the order and the words of plain English, so that one shape hears both: "weh it deh" is "where is it".

Single words are written out by language.yaml too; here by their place in the sentence, as "mi" is I, me or my.
"""

from __future__ import annotations

import re

_TELLING = re.compile(r"\b(?:deh|weh|whe|wah|cyaan|inna|waan|dem|sey|yuh|smaddy|haffi)\b", re.IGNORECASE)
_MARKS = re.compile(r"\b(?:mi|di|fi|nuh|nah|wen|wi|wid|wha|ah|dis|dat|letta|jus|bout|tek|ansa|ketch)\b", re.IGNORECASE)
"""One of the first, or two of the second: "mi" alone is Spanish too."""
_DOES = (
    r"(?:want|waan|wan|wah|might|may|can|can't|cyaan|cannot|could|would|should|will|wi|like|love|need|have|haffi|feel"
    r"|get|got|go|a|ah|am|do|did|does|nuh|nah|no|not|say|sey|deh|live|work|use|used|jus|just|still|think|know|hear|see"
    r"|miss|lost|lose|cook|sew|play|come|bring|reach|fi|frighten|fraid|tired|sick|inna|in|ask|tell|write|ring|call|meet"
    r"|go|find|start|change|read|answer|ansa|take|tek)"
)
_TO = (
    r"(?:to|with|wid|for|fi|tell|give|gi|ring|call|introduce|remind|put|see|let|ask|know|write|ketch|catch|tek|take|help"
    r"|meet|text|phone|answer|ansa|of|from|about|bout|by)"
)
_AFTER_ME = (
    r"(?:dat|that|dis|this|when|wen|if|to|on|at|first|back|please|pls|pon|again|later|today|tomorrow|so|because)"
)
_ONE = r"(?:it|he|she|they|dem|(?:di|the|mi|my|dat|that|dis|this) \w+)"
_REWRITES = tuple(
    (re.compile(shape, re.IGNORECASE), plain)
    for shape, plain in (
        (r"\bwho (?:deh|dey)(?: (?:deh|there|dere))?\b", "who is there"),
        (rf"\b(?:weh|whe|where|wey) ({_ONE}) (?:deh|dey)\b", r"where is \1"),
        (r"\b(?:wah|wha|wat|what) (?:a )?(?:happen|gwaan|gwan)\b", "what happens"),
        (r"\b(?:weh|whe|wah|wha) (mi|i|wi|yuh) fi\b", r"what should \1"),
        (r"(?<!when )(?<!wen )\bdem (?:a|ah) (?=(?:woman|women|man|men|lady|nurse|gyal|girl|boy)\b)", "are they "),
        (r"^\W*nah\b(?=\W+(?:mi|i|wi)\b)", "no,"),
        (r"\b(?:mi|i) (?:nah|nuh|naa) go\b(?! \w+ing\b)", "i am not going"),
        (r"\bmi (?=(?:sorry|safe|ready)\b)", "i am "),
        (r"\b(when|wen|where|weh|how) (?:mi|i) (?:a|ah) go\b", r"\1 am i going to"),
        (r"\b(mi|dem|wi|yuh|he|she) (?:a|ah) go\b", r"\1 going to"),
        (rf"\b(mi|dem|wi|yuh|he|she|it) (?:nuh|nah|no)\b(?= {_DOES}\b)", r"\1 do not"),
        (r"\b(?:mi|i) inna\b", "i am in"),
        (r"\b(mi|dem|wi|yuh|he|she|it) wi\b", r"\1 will"),
        (r"\b(mi|dem|wi|yuh|he|she|it|i) fi\b", r"\1 should"),
        (r"\bfi (?=(?:mi|me|people|him|her|them|dem|yuh|you|everybody|everyone|free)\b)", "for "),
        (rf"\b({_TO}) mi\b(?!\s+(?!(?:{_DOES}|{_AFTER_ME})\b)\w)", r"\1 me"),
        (rf"\b({_TO}) dem\b", r"\1 them"),
        (r"\bdem\b(?=\W*$|\s*[,.?!])", "them"),
        (rf"\bmi\b(?= {_DOES}\b)", "i"),
        (r"\b(i|they|you|dem|yuh|not) (?:wah|waan|wan)\b", r"\1 want"),
    )
)
_WORDS = {
    "mi": "my", "di": "the", "dis": "this", "dat": "that", "dem": "they", "fi": "to", "nuh": "not",
    "nah": "not", "wen": "when", "weh": "where", "whe": "where", "wah": "what", "wha": "what", "wat": "what",
    "inna": "in", "sey": "say", "yuh": "you", "wid": "with", "letta": "letter", "ansa": "answer",
    "bout": "about", "jus": "just", "deh": "there", "cyaan": "can't", "waan": "want", "smaddy": "somebody",
    "haffi": "have to", "tek": "take", "ketch": "catch", "lickle": "little", "aftanoon": "afternoon",
    "ting": "thing", "wi": "we",
}  # fmt: skip
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


def in_plain_english(text: str) -> str:
    """As it is, where it is no patois."""
    if not _TELLING.search(text) and len({one.casefold() for one in _MARKS.findall(text)}) < 2:
        return text
    for shape, plain in _REWRITES:
        text = shape.sub(plain, text)
    return _WORD.sub(lambda one: _WORDS[one.group().casefold()], text)
