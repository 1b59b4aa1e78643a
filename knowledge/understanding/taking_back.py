"""A letter that is to come back, in words that name it or its place: "take back the Two Hats letter".

Whether there is such a letter, and whose name it is, is for the caller.
"""

from __future__ import annotations

import re

_LEAD = (
    r"^\W*(?:(?:yes|yeah|yep|no|ok|okay|and|but|so|oh|actually|sorry|hi|please|pls|just|now|then|also|well|right|wait"
    r"|i (?:said|mean|meant)|did you|can you|could you|will you|would you|can i|could i|let'?s"
    r"|i(?:'?d| would)? (?:want|like|need)"
    r"(?: you)? to|i(?:'?d| would) rather|i wanna|go on and|did you)\b\W*)*"
)
_LETTER = r"(?:letter|intro|introduction|message|note|one|application|request)"
_NO_LETTER = (
    r"(?!(?:reminders?|appointments?|appt|meetings?|visits?|calls?|orders?|bus|train|taxi|class|texts?|messages|writing"
    r"|what|control|my (?:words?|answer|life|job|word)|anything|everything|nothing|me|him|her|them|us|you|that i|all"
    r"|if|when|whenever|because|without|or|on|for|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|(?:the|my|that|this|our)\W*(?:reminders?"
    r"|appointments?|appt|meetings?|visits?|calls?|bus|taxi|class|day|time|words?|last bit|number))\b)"
)
_NAMED = rf"(?P<of>{_NO_LETTER}(?!(?:it|that|this)\b)[\w'&][\w' &.-]*?)"
_END = (
    r"(?:\s+(?:please|pls|now|thanks|thank you|then|too|as well|instead|for me|altogether|completely|not passed on\b.*)"
    r"|,?\s+not (?:passed|sent|send)\b.*)*\W*$"
)
_VERB = r"(?:get|have)"
_DONE = r"(?:(?:taken|pulled) back|cancell?ed|withdrawn|stopped)"
_SHAPES = tuple(
    re.compile(_LEAD + shape + _END, re.IGNORECASE)
    for shape in (
        rf"(?:take|pull|bring) back\s+{_NAMED}",
        rf"(?:take|pull)\s+{_NAMED}\s+(?:back|off them)",
        rf"{_VERB}\s+{_NAMED}\s+(?:taken|pulled|brought) back",
        rf"(?:i(?:'?d| would)? )?(?:want|wanted|need|like)\s+{_NAMED}\s+(?:to be )?{_DONE}",
        rf"(?:cancel|withdraw|undo|unsend|recall|retract|revoke|call off)\s+{_NAMED}",
    )
)
_CHANGED_AGAIN = r"(?!.*\b(?:no wait|leave it|don'?t take|do not take)\b)"
_REASON = re.compile(
    rf"(?:\s*[,;:]\s*|\s+[-–—]+\s+|\s+(?=(?:because|cause|cos|coz|cuz|bc|since|as)\b)|(?<=\bback)\s+)"
    r"(?:because|cause|cos|coz|cuz|bc|since|as|it|its|it's|i|i'm|im|ive|i've|there|there's|they|my|the|that|this|he|she|we|me"
    rf"|something|some)\b{_CHANGED_AGAIN}(?!\s*{_LETTER}\b).*$",
    re.IGNORECASE,
)
"""Why it is to come back: "it has wrong thing", "i wanna change which one"."""
_SENTENCES = re.compile(
    r"(?<=[.!?;\n])\s+|,\s+(?=(?:and|but)\b)|\s+(?=and (?:cancel|take back|withdraw)\b)", re.IGNORECASE
)
_SAID_OF_NONE = re.compile(
    rf"^(?:(?:the|my|that|this|our)\s+)?(?:{_LETTER}s?)?$|^(?:the|my|that|this)\s+(?:other|first|last)\s+{_LETTER}$",
    re.IGNORECASE,
)
_LONGEST = 24
"""Words; a longer message tells more than it wishes."""


def taken_back(text: str) -> str | None:
    """What is said to be taken back: "the Two Hats letter", "the letter to Two Hats"; None for any other message."""
    plain = text.strip().replace("’", "'")
    if len(plain.split()) > _LONGEST:
        return None
    for sentence in _SENTENCES.split(plain):
        for said in (sentence, _REASON.sub("", sentence)):
            found = next((one for shape in _SHAPES if (one := shape.match(said))), None)
            if found:
                return found["of"].strip()
    return None


_IT = re.compile(_LEAD + r"(?:take|pull) (?:it|that|that one|(?:the|my|that) letter) back" + _END, re.IGNORECASE)


def takes_it_back(text: str) -> bool:
    """As in "yes take it back", of a letter that was spoken of."""
    plain = text.strip().replace("’", "'")
    if len(plain.split()) > _LONGEST:
        return False
    return any(_IT.match(said) for said in (plain, _REASON.sub("", plain)))


_CHANGES = r"(?:chang(?:e|ed)|edit(?:ed|able)?|alter(?:ed)?|correct(?:ed)?|fix(?:ed)?|amend(?:ed)?)"
_CHANGED = re.compile(
    rf"\b(?:can|could|may) (?:i|we|you) (?:still |now )?{_CHANGES} (?:something (?:in|on) )?(?:the|my|that) letter\b"
    rf"|\b(?:can|could|may) (?:the|my|that) letter (?:still |now )?be {_CHANGES}\b"
    rf"|\bis (?:the|my|that) letter (?:still |now )?{_CHANGES}\b",
    re.IGNORECASE,
)


def asks_to_change_it(text: str) -> bool:
    """Of a letter that has its yes: "is the letter still editable?"."""
    return len(text.split()) <= _LONGEST and _CHANGED.search(text) is not None


def names_whose(of: str) -> bool:
    """Whether words of ``taken_back`` say which letter: not "my letter"."""
    return _SAID_OF_NONE.match(of.strip()) is None
