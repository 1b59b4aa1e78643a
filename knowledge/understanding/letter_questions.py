"""Questions about the letter that stands above: "does it say I'm on benefits?", "what does 'this is about' mean?"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple


class LetterQuestion(NamedTuple):
    """``words`` are what it is about, empty where they only point at it; ``why``: they wonder that it is there;
    ``private``: which lines are of their private life.
    """

    kind: Literal["says", "why", "means", "all", "private", "who"]
    words: str


ASKS_WHY = (
    r"\b(?:why|y|how come)\s+(?:(?:does|do|did|dos|is|have|has|would)\s+)?(?:it|you|u|the letter|that|this)(?:'?s"
    r"|'?ve)?"
    r"\s+(?:even\s+|still\s+|also\s+)?(?:say(?:s|ing)?|said|put|writ(?:e|ing|ten)|wrote|got|have|has|mention\w*"
    r"|tell(?:ing)? (?:them|her|him))\s+(?:about\s+|that\s+)?"
)
"""As in "why does it say"; what it says comes next."""
_LETTER = r"(?:it|this|that|the letter|my letter|you|u)"
_SHAPES = (
    ("all", re.compile(
        r"^\W*(?:so |and |but )*what (?:do|does|will|can|would) (?:they|he|she|the place)(?: get to)? "
        r"(?P<a>see|know|read|hear|get|find out)(?: about| of)?(?: me| us)?\W*$", re.IGNORECASE)),
    ("who", re.compile(
        r"^\W*(?:(?:so|and|but|ok|wait)\W+)*who(?:'?s|'?ll|se)?(?: all| else| is| will| can| would| gets?"
        r"| get)*(?: to| going to"
        r"| gonna| be| able to)*\s+(?P<a>sees?|seeing|reads?|reading|gets?|getting|looks? at|looking at|open)\s+"
        r"(?:this|it|that|the letter|my letter|these|those)(?: lines?| letter)?\W*$", re.IGNORECASE)),
    ("who", re.compile(
        r"^\W*(?:(?:what|so|and|but|ok|wait)\W+)*(?:would|will|can|could|does|do|might)\s+(?:my|the)\s+"
        r"(?!place\b|letter\b)[\w']+(?: [\w']+)?\s+(?:get to |be able to |ever |then )?"
        r"(?P<a>see|read|hear about|find out|know about)"
        r"(?: (?:about )?(?:this|it|that|the letter|any of (?:it|this)))?\W*$", re.IGNORECASE)),
    ("private", re.compile(
        r"^\W*(?:so |and |but )*(?:what|which|wot)(?:'?s| is| are)?\s+(?:the |these |those |all )?"
        r"(?P<a>(?:private|personal|secret|health)\s+(?:things?|stuff|bits?|matters?|info\w*|details?|lines?))"
        r"(?: (?:is|are|do|does|about|in|you|it|mean|they)\b.*)?\W*$", re.IGNORECASE)),
    ("why", re.compile(
        ASKS_WHY + r"(?P<a>[^?]+)|^\W*(?:but |and |no )?why (?:about |the |my )?"
        r"(?P<b>(?!(?:not|me|so|is|are|do|does|did|would|should|can|have|has|am|was|bother|you|u|i|they|that|this"
        r"|it)\b)"
        r"[^\W\d_]+(?: [^\W\d_]+)?)(?: there| in it| in there)?\s*\?"
        r"|\b(?:why|how come)\s+(?:(?:is|are|was|has)\s+)?(?:the |my )?(?P<c>[\w' ]{2,40}?)\s+(?:is |are )?(?:in|on)\s+"
        r"(?:it|there|the letter|my letter|this)\W*$"
        r"|\bwhat(?:'?s| is| are)\s+(?:the |my )?(?P<d>[\w' ]{2,40}?)\s+doing\s+(?:in|on)\s+(?:it|there"
        r"|the letter|this)\W*$"
        r"|\bwhere(?:'?d| did| do| have| has| does|'?s)? (?:(?:you|u|it|that|this)\b)?(?: (?:get|got|getting|take|hear"
        r"|find|come|came))?\s*(?:the |that |my )?"
        r"(?P<e>(?!(?:get|got|take|hear|find|come|came)\b)[\w' ]{2,40}?)??\s*(?:come |came |get )?from\W*$"
        r"|\bwho (?:said|told (?:you|u))\s+(?:that\s+|about\s+)?(?P<f>(?:i|i'm|im|my|i've|ive|that|this|it|so)\b.*)$"
        r"|\bwhat (?:made|makes) (?:you|u|it) (?:say|said|think|put|write|wrote|believe)\s+(?P<g>.+)$"
        r"|\b(?:how (?:do|did|would) (?:you|u) (?:know|get)|(?:when|where) did i (?:ever )?(?:say|tell you"
        r"|write|mention)|did i (?:really |ever |even |actually )*(?:say|tell you|write|mention)"
        r"|i (?:don'?t|dont|do not|can'?t) (?:remember|recall) (?:saying|telling you|writing|mentioning))\s+"
        r"(?:that\s+)?(?P<h>.+)$", re.IGNORECASE)),
    ("means", re.compile(
        r"\bwhat(?:'?s| is| do(?:es)?)?\s+(?:the (?:bit|line) )?[\"'“‘]?(?P<a>.+?)[\"'”’]?\s+(?:means?|meant|about)\W*$"
        r"|\bwhat do (?:you|u) mean (?:by|with)\s+(?P<b>.+)$", re.IGNORECASE)),
    ("says", re.compile(
        rf"\b(?:does|do|did|will|would|is|have|has)\s+{_LETTER}\s+(?:really\s+|going to\s+)?"
        r"(?:say|says|mention|put|write|tell (?:them|her|him)|state|show|told|written|mentioned)\b\s*"
        r"(?:that\s+|about\s+)*(?P<a>.+)$"
        r"|\b(?:is|are)\s+(?P<b>.+?)\s+(?:in|on)\s+(?:it|there|the letter|my letter)\W*$"
        rf"|\bwhat(?:'?s| does| do| is| did)?\s+{_LETTER}\s+(?:say|says|saying|said|got|put)\s+(?:about|on"
        rf"|of)\s+(?P<c>.+)$"
        r"|\b(?:is there |does it have |what(?:'?s| is) |anything |something )+(?:in (?:it|there) )?(?:about"
        r"|on)\s+(?P<g>.+?)"
        r"(?:\s+in (?:it|there|the letter))?\W*$"
        rf"|\bwhere does {_LETTER} say\s+(?P<d>.+)$"
        r"|\b(?:will|do|does|did|can|could|would|might|gonna) (?!(?:you|u|i|it|we|any\w*|some\w*)\b)"
        r"(?:the place|\w+)\s+"
        r"(?:get to |be |get |have to )*(?:see|know|read|hear|learn|told|find out|seen)\s+"
        r"(?:that\s+|about\s+|of\s+)*(?P<e>(?:i|i'm|im|i've|ive|my|he|he's|hes|she|she's|shes|his|her)\b.+)$"
        r"|\b(?:do|will|did|have) (?:you|u) (?:tell|told|telling) (?:them|her|him|the place)\s+(?:that\s+|about\s+)*"
        r"(?P<f>(?:i|i'm|im|i've|ive|my)\b.+)$",
        re.IGNORECASE)),
)  # fmt: skip
_PRONOUN = re.compile(
    r"^(?:it|this|that|you|u|they|he|she|these|those|next|all|everything|anything)\W*$", re.IGNORECASE
)
_POINTS = re.compile(
    r"^(?:that|this|it|so|those|these|them)(?: (?:there|then|about me|of me|bit|line|one))*\W*$", re.IGNORECASE
)


def letter_question(text: str) -> LetterQuestion | None:
    """As in "does it say I work?"; None where nothing in the letter is asked about."""
    text = text.strip().replace("’", "'")
    for kind, shape in _SHAPES:
        found = shape.search(text)
        if found:
            words = next((words for words in found.groupdict().values() if words), "").strip(" .!?,'\"“”‘")
            if kind == "why" and (not words or _POINTS.match(words)):
                return LetterQuestion("why", "")
            return LetterQuestion(kind, words) if words and (kind == "who" or not _PRONOUN.match(words)) else None  # type: ignore[arg-type]
    return None
