"""How to leave the chat on a computer that others use: "can i stop this on my library computer".

It is no wish to have anything deleted: the chat may go on elsewhere.
"""

from __future__ import annotations

import re

_SCREEN = (
    r"(?:(?:this|the|my|our|your|a|public|library|shared|work|school|centre)\s+){1,3}"
    r"(?:computer|pc|laptop|tablet|ipad|machine|screen|browser|terminal)"
)
_IT = (
    r"(?:(?:it|this|that|me|here|(?:the|my|this|our) (?:chat|page|conversation|talk|messages?))\s+){0,2}"
    r"(?:off |open |up |out )?"
)
_LEAVES = re.compile(
    rf"\b(?:leave|close|clear|hide|stop|end|finish|remove|take|get|shut|exit|log (?:me )?(?:out|off)"
    rf"|sign (?:me )?(?:out|off))\s+{_IT}"
    rf"(?:on|from|off|of|at|in)\s+{_SCREEN}\b"
    rf"|\b(?:leave|close|clear|exit|log off|shut)\s+{_SCREEN}\b"
    r"|\b(?:log|sign) (?:me )?(?:out|off)\b(?! (?:sick|work|from work|by|with))",
    re.IGNORECASE,
)
_OTHERS = (
    r"(?:nobody|no ?one|others|other people|anyone|anybody|someone|somebody|the next (?:person|one|user)|people)"
    r"(?: else)?"
)
_READ_AFTER = re.compile(
    rf"\b{_OTHERS}\b[^.?!]{{0,15}}\b(?:reads?|sees?|finds?|opens?|looks?)\b[^.?!]{{0,25}}\b(?:after"
    rf"|on {_SCREEN}|when i(?:'m|'ve| am)? (?:go|gone|left"
    rf"|leave)|once i)\b|\bon {_SCREEN}\b[^.?!]{{0,25}}\b{_OTHERS}\b[^.?!]{{0,15}}\b(?:reads?|sees?)\b",
    re.IGNORECASE,
)
_ALL_OF_IT = re.compile(r"\b(?:delete|erase|wipe)\b|\b(?:clear|remove) (?:everything|all)\b", re.IGNORECASE)
_LONGEST = 24


def leaves_a_shared_screen(text: str) -> bool:
    """Who says delete wishes that."""
    plain = text.strip().replace("’", "'")
    if len(plain.split()) > _LONGEST or _ALL_OF_IT.search(plain):
        return False
    return _LEAVES.search(plain) is not None or _READ_AFTER.search(plain) is not None
