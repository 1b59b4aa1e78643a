"""Words against us in passing, "you're no help are you": an honest sorry and another try, not a form to complain on.

What is told of harm, a place or a person there is a complaint; so is the plain word for it.
"""

from __future__ import annotations

import re

_SO = (
    r"(?:(?:just|really|so|still|clearly|even|bloody|fucking|effing|proper|absolutely|a bit|being"
    r"|all|such|such a|a|no)\s+)*"
)
_LEAD = (
    r"(?:(?:oh|ffs|omg|jesus|christ|god|right|well|look|mate|no|nah|ok|and|but|sorry|lol|man|honestly|tbh)\b[\s,]*)*"
)
_US = (
    r"(?:you|u|ya|this|it(?=\W*(?:'?s|is)\b)|(?:this|the|your|ur|that) (?:thing|bot|app|site|computer|machine|chat|list"
    r"|lot|suggestions?|ideas?|answers?|questions?))"
)
_ARE = r"(?:\s*(?:'re|'s|’re|’s)|\s+(?:are|is|r)|)"
_TAIL = (
    r"(?:\s+(?:are you|r u|is it|at all|to me|me|one bit|mate|anyway|then|really|now|any more|again"
    r"|though|tho|lol|here))*"
)
_BAD = (
    r"(?:useless|rubbish|crap|hopeless|stupid|thick|annoying|pointless|joke|waste of (?:my )?time|shit|pants|dumb|daft"
    r"|winding me up|doing my head in|doing my nut in|getting on my nerves|taking the (?:piss|mick)|garbage|clueless"
    r"|not (?:working|helping|helpful|listening|hearing me|understanding|much (?:help|use|cop)|any (?:help|use|good))"
    r"|(?:no|little) (?:help|use|good)|unhelpful|deaf)"
)
_CLAUSE = re.compile(
    rf"\W*{_LEAD}(?:"
    rf"{_US}{_ARE}\s+(?:ain'?t\s+|isn'?t\s+|aren'?t\s+|not\s+|never\s+){_SO}"
    rf"(?:listening|hearing me|helping(?: me)?|helpful|help|use|good|understanding|getting (?:it|me)|listen)"
    rf"|{_US}{_ARE}\s+{_SO}{_BAD}"
    r"|(?:you|u)\s+(?:don'?t|do not|cant|can'?t|never|didn'?t|wont|won'?t)\s+(?:even\s+|ever\s+)?"
    r"(?:listen|understand|hear|read|get it|get me|help)(?:\s+(?:to me|me|a word|anything|what i (?:say|said)))*"
    r"|(?:you|u)\s+(?:keep|kept)\s+(?:asking|saying|telling|repeating|going on)(?:\s+(?:me|the|same|thing|that|this|it"
    r"|over|and|again|about))*"
    r"|(?:are|r)\s+(?:you|u)\s+(?:even\s+)?(?:listening|deaf|thick|stupid|having a laugh|taking the (?:piss|mick))"
    r"|(?:sod|bugger|screw|blow)\s+(?:it|this|that)|ffs|for (?:fuck'?s|god'?s|christ'?s|pete'?s"
    r"|crying out|heaven'?s)\s*"
    r"(?:sake|loud)?|bloody hell|oh come on|give me strength|what a (?:joke|waste of time)|(?:load"
    r" of|total) (?:rubbish|crap)"
    r"|(?:i|mi)(?:'?ve| have)? (?:already |just |jus )+(?:told|said|answered|gave)(?: (?:you|u|this|that|it|both|all|so"
    r"|them|these|twice))*"
    r"|did(?:n'?t)? (?:it|that|you|u) (?:not )?(?:register|hear(?: me)?|listen|get (?:it|that)|read (?:it|that))"
    r"|(?:no|not much) (?:help|use)|(?:a |total |complete )?waste of (?:my )?time"
    r"|(?:i'?ve|i have|ive|im|i'?m) (?:had enough of|sick of|fed up (?:of|with)|had it with|done with)\s+"
    r"(?:this|you|it|all this|your (?:list|questions))"
    rf"){_TAIL}\W*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(?<=[.!?;\n])\s*|,\s*|\s+(?=\b(?:but|so)\b)")
_PLAINLY_TOLD = re.compile(
    r"\b(?:complain\w*|complaint|they|them|their|he|she|him|his|her|staff|workers?|man|woman|lady|bloke|guy|manager|nurse"
    r"|driver|receptionist|volunteer|teacher|coach|somebody|someone there|people (?:there|were|was)|person"
    r"|place|group|class|course|centre|office|hall|meeting|session|visit|letter|rude|racist|nasty|shout\w*|ignored|touch\w*"
    r"|hit|hurt|scared|frighten\w*|threat\w*|bull(?:y|ied)|grabb?ed|unsafe|insult\w*|lied|lost|wait(?:ed|ing)|late|cold"
    r"|closed|shut|locked|wrong|broke\w*|swore|sworn|laughed|nobody (?:came|was|answered|there)|no"
    r" ?one (?:came|was|answered)"
    r"|(?:you|u) (?:said|sent|told|gave|put|wrote|lost|never|didn'?t|promised|passed|shared|let))\b",
    re.IGNORECASE,
)
_NOTHING_TO_TELL = re.compile(
    r"\b(?:nobody|no ?one|nothing)\s+(?:there\s+)?(?:hurt|scared|did|happened|wrong|bad)\b(?![^.!?]*\bbut\b)"
    r"|\b(?:not|n'?t|aint|never|no)\s+(?:here to\s+|trying to\s+|want(?:ing)? to\s+|a\s+|making"
    r" a\s+)?(?:complain\w*|moan\w*)"
    r"|\b(?:no|wasn'?t a|isn'?t a|not a) complaint\b|\bi(?:'m|m| am| was)? (?:only|just) (?:asking"
    r"|asked|want|wondering)\b"
    r"|^\W*(?:never ?mind|forget (?:it|that)|leave it|doesn'?t matter|sod it|drop it)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?\s*$|(?:^|[.!?]\s*)(?:can|could|do|did|does|is|are|will|would|what|where|when|who|how|which)\s+"
    r"(?:i|you|u|we|it|there|about|much|many|time|day)\b",
    re.IGNORECASE,
)


def without_grumble(text: str) -> str | None:
    """What else such a message says, empty where that is nothing; None where it says nothing against us, or where it
    complains in so many words.
    """
    parts = [part for part in _PARTS.split(text) if part and part.strip()]
    against = [part for part in parts if _CLAUSE.fullmatch(part.strip())]
    if not against or _FORMAL.search(text):
        return None
    for part in against:
        text = text.replace(part, "", 1)
    return text.strip(" ,.;!?-") and text.strip(" ,.;!-")


_FORMAL = re.compile(r"\b(?:complain\w*|complaint|rude|hurt me|scared me|racist)\b", re.IGNORECASE)


def tells_complaint(text: str) -> bool:
    """Whether something is told to complain of: harm, a place, a person there, what we did; or the word itself."""
    return _PLAINLY_TOLD.search(text) is not None


def is_no_complaint(text: str) -> bool:
    """Whether what stands where a complaint was asked for is plainly something else."""
    if _NOTHING_TO_TELL.search(text):
        return True
    return not tells_complaint(text) and _ASKS.search(text) is not None


_TALKS_DOWN = r"(?:patroni[sz]\w*|insulting|condescending|talking down|rude|cheeky|an insult)"
_OURS = re.compile(
    rf"(?:[\"'”’]|\b(?:that|this|it|you|u|that'?s|it'?s|your \w+|you'?re|first step|wording)) "
    rf"(?:(?:is|are|was|were|sounds|feels|a|bit|so|really|just|very|quite) )*{_TALKS_DOWN}\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:they|he|she|job ?cent\w*|dwp|course|adviser|coach|college)\b", re.IGNORECASE)


def blames_us(text: str) -> bool:
    """As in '"small first step" is patronising': of our own words, which we own."""
    return _OURS.search(text) is not None and _OTHERS.search(text) is None
