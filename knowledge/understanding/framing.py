"""Words for a place inside a frame that is meant for us: "no no. delete that bit. just: i want to bring my niece"."""

from __future__ import annotations

import re

_TO_US = (
    r"(?:no+|nah|nope|oh|ok|okay|wait|sorry|stop|hang on|hold on|actually|please|pls|well|right|and|so|but|then"
    r"|just|not that"
    r"|(?:that'?s|thats|its|it'?s) (?:not (?:it|right|what i (?:said|meant|wrote))|wrong)"
    r"|(?:take|leave|cut|get) (?:out|off|rid of)?\b[^.!?:;\n]*|(?:delete|remove|scrap|change|forget|lose|bin"
    r"|ignore) [^.!?:;\n]*"
    r"|(?:do not|don'?t|dont) (?:say|send|put|write|pass) [^.!?:;\n]*)"
)
_FRAME = re.compile(
    rf"^\W*(?:{_TO_US}\W+)*?(?:(?:(?:can|could) (?:you|u) |i (?:want|meant?|said) (?:you |it )?to |it should "
    rf"|make it |it'?s )?"
    r"(?:please |just |only )*(?:just|only|say|says|put|write|send|pass(?: it| this| that)? on)(?: this| that"
    r"| it| only| just| to (?:them|her"
    r"|him))*)"
    r"\s*[:\u2013-]\s*(?P<words>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SAY = re.compile(
    rf"^\W*(?:{_TO_US}\W+)*?(?:just |please |can you |can u )*say\s+(?:to (?:them|her|him)\s+)?(?:that\s+)?"
    r"(?P<words>(?!(?:it|that|this|so|something|nothing|anything|again|hello|hi|hey|thank\w*)\b)\S+\s+\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SAY_IN_IT = re.compile(r"^\W*say\s+(?:yes|no|when|what|if|sorry)\b", re.IGNORECASE)


def framed(text: str) -> str:
    """What stands behind "just: ..." or "say ..."; all of it, where nothing of it is meant for us."""
    told = text.strip()
    found = _FRAME.match(told) or (None if _SAY_IN_IT.match(told) else _SAY.match(told))
    return found["words"].strip().strip('"\u201c\u201d') if found else text
