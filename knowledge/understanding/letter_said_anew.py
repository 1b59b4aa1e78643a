"""A change that is said in two breaths, in the one that the other shapes know: what is wrong, what is to stand there.

As in "the line with X is broken. Please change it to: Y", "it says X, just say Y", "that's wrong. My work is Y".
"""

from __future__ import annotations

import re

from knowledge.understanding.letter_words import FILLER, LINE, shape

_A_LINE = (
    r"(?:(?:the|that|this|my) )?(?:line|bit|part|sentence|words?)(?: (?:with|about|where it says|that says|saying))?"
)
_NO_PLACE = r"(?:that|this|it|which|what|i|you|u)\b"
_IS_WRONG = (
    r"\s+(?:(?:is|looks?|reads?|sounds?|seems?|'s)\s+(?:all |still |a bit |just |so |really )*(?:broken|wrong|odd|weird"
    r"|silly|clumsy|garbled|not (?:right|english|true|me|good|how i\b[^.!?]*)|no good|nonsense|rubbish|bad english)"
    r"|(?:is ?n'?t|isnt|ain'?t|aint) (?:really |even )?(?:right|english|good english|true|me|how i\b[^.!?]*)"
    r"|(?:makes?|made) no sense|(?:does ?n'?t|doesnt) (?:make sense|read (?:right|well)|sound (?:right|like me)))"
)
_MAKE = (
    r"(?:make|change|turn|have|let)\s+(?:it|that|this)\b(?:\s+(?:to|into|say|read|be|so it says)\b)*"
    r"|(?:it|that|this) (?:should|needs to|must|has to|ought to) (?:just )?(?:say|read|be)\b"
    r"|(?:just )?(?:say|put|write)\b(?!\s+(?:in|that|also|a question)\b)"
)
_IN_TWO = shape(
    rf"^{FILLER}(?:(?P<line>{_A_LINE})\s+)?(?P<old>(?!{_NO_PLACE})[^.!?;,]{{2,120}}?){_IS_WRONG}\s*[.,;!]\s*"
    rf"(?:(?:so|and|please|pls|can you|could you|just)\s+)*(?:{_MAKE})\s*:?\s*(?P<new>\S.*)$"
)
_JUST = shape(
    rf"^{FILLER}(?:(?:but|why)\s+)?(?:it|the letter|you|u)(?:'?ve)?\s+(?:still |now )?(?:says?|said|put|wrote)\s+"
    r"(?P<old>(?!that\b)[^,.!?;]{2,60}?)\s*[,.;]\s*(?:(?:so|please|pls|can you|could you|it should|that should)\s+)*"
    r"(?:just|only)\s+(?:say|put|write|be|have)\s*:?\s+(?P<new>[^.!?]+)\W*$"
)
_WRONG = shape(
    r"^\W*(?:(?:no|nah|but|oh)\W+)*(?:that'?s|that is|this is|it'?s)\s+(?:all |still |just )*(?:wrong|not right)"
    r"[.,;!]+\s+"
)
_OF_A_LINE = re.compile(
    rf"(?P<before>^|[.!;]\s+)(?P<line>{LINE})\s+(?:is|are|was|should be|should say)\s+"
    r"(?=\w)(?!(?:wrong|not|fine|ok)\b)",
    re.IGNORECASE,
)
_MADE_SO = shape(
    rf"^{FILLER}(?:(?:can|could) you )?(?:please |just )*(?:make|change|have|let)\s+(?:it|that|this)"
    r"(?:\s+(?:to|say|read|be))*\s*:?\s*(?P<new>Zqz\d+z)(?P<more>\s*[.,;].*)?$"
)
"""What they quote, in the place of what says much the same."""
_MOVED_AND = shape(
    r"^(?P<first>[^.!?;:,]*\b(?:first|last|top|start|beginning|end|bottom))\s*,?\s+and\s+(?P<then>it (?:should|needs to"
    r"|must|has to) (?:say|read|be)\b.*)$"
)
_MARK = re.compile(r"\b((?:take|tek|tak|leave|cut)\s+(?:out|off)|remove|delete|scrap)\s*:\s*(?=\S)", re.IGNORECASE)
_QUESTION = re.compile(
    r"\b(?P<put>put in|put|add(?: in)?|include|write in|write)\s+(?:a|the|this|my|one)\s+question\s*[,:;–-]\s*(?=\S)",
    re.IGNORECASE,
)


def said_in_one(text: str) -> str:
    """The message as the shapes of a change know it; what is not so stands as it is."""
    text = _QUESTION.sub(r"\g<put>: ", _MARK.sub(r"\1 ", text))
    for two in (_IN_TWO, _JUST):
        if found := two.match(text):
            if found.groupdict().get("line"):
                return f"change the bit about {found['old'].strip()} to say: {found['new']}"
            return f"change {found['old'].strip()} to: {found['new']}"
    if found := _MADE_SO.match(text):
        return f"it should read: {found['new']}{found['more'] or ''}"
    if found := _MOVED_AND.match(text):
        return f"{found['first']}. {found['then']}"
    wrong = _WRONG.match(text)
    if wrong and _OF_A_LINE.search(text[wrong.end() :]):
        return _OF_A_LINE.sub(r"\g<before>change \g<line> to: ", text[wrong.end() :])
    return text
