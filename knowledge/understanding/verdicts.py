"""A verdict on all the places that were shown: "these are all too basic", "what a load of rubbish these are".

It turns them down, and is no complaint: nobody is said to have done anything. What a place was like when they went, or
somebody there, is for the complaint.
"""

from __future__ import annotations

import re

from knowledge.understanding.grumbles import without_grumble

_LEAD = (
    r"(?:(?:oh|well|no|nah|sorry|hmm+|honestly|tbh|ok|okay|but|and|so|mate|lol|look|god|please|i think|i find)\b\W*)*"
)
_KINDS = r"(?:places|ones|ideas|suggestions|options|courses|groups|classes|jobs|things|cards|results)"
_THESE = (
    rf"(?:(?:(?:all|most|both) (?:of )?)?(?:these|those)(?: {_KINDS})?|(?:they|them)(?:'?re| are) all|they all"
    r"|all (?:of )?(?:this|that|them|it)|the lot|the whole lot"
    rf"|(?:the|your|ur) (?:list|{_KINDS})|everything (?:here|there|you(?:'?ve)? (?:show|shown|got|have|put)\w*(?: me)?)"
    r"|(?:this|that|it)(?: is|'?s) all)"
)
_ARE = r"(?:\s*(?:'re|'s|re)|\s+(?:are|r|is|look|looks|sound|sounds|seem|seems|feel|feels))?"
_SO = (
    r"(?:\s+(?:all|just|really|so|very|a bit|a little|far|way|much|too|quite|pretty|bit|kinda|kind of|sort of|simply"
    r"|bloody|fucking|absolutely|totally|completely|such|still|a load of|load of|full of|mostly|only|stuff))*"
)
_LOW = r"(?:basic|simple|easy|low level|childish|boring|elementary|beneath me)"
_NO_GOOD = (
    r"(?:basic|simple|easy|eas(?:y|ier)|elementary|boring|dull|rubbish|crap|shit|shite|useless|pointless|hopeless|pants"
    r"|naff|lame|a (?:joke|waste of (?:my )?time)|no (?:good|use|help)|not (?:\w+ )?(?:good|right|for me|my thing"
    r"|my cup of tea|my level|at my level|interesting|suitable|helpful|much (?:good|use|cop)"
    r"|what i(?:'?m| am)? (?:\w+ )?(?:want|need|after|asked|like|meant|looking)(?:ed)?(?: for)?)"
    r"|patroni[sz]ing|insulting|demeaning|childish|babyish|(?:beneath|below|under) (?:me|my level)|low(?:er)? level"
    r"|beginners?(?:'? (?:stuff|level))?|entry level|wrong|terrible|awful|depressing|samey|the same"
    r"|for (?:\w+ )?(?:kids|children|beginners|babies|dummies|idiots|old people|young people|teenagers|women|men|mums)"
    r"|for people who\b[^.!?]{1,40})"
)
_TAIL = (
    r"(?:\W+(?:for|to) (?:me|us|him|her|my liking|someone like me|somebody like me|people like me"
    r"|my level|a person like me)"
    r"|\W+(?:tbh|honestly|really|though|tho|sorry|lol|mate|(?:for someone )?with my \w+|at my age|to be honest))*"
)
_VERDICT = re.compile(
    rf"{_LEAD}(?:{_THESE}{_ARE}{_SO}\s+{_NO_GOOD}"
    rf"|what a (?:load of (?:rubbish|crap|shit|tosh)|joke|waste of time)\s+(?:{_THESE})(?:\s+(?:are|is))?"
    rf"|(?:all |just )?(?:a bit|a little|way|far|much|all)?\s*too {_LOW}|(?:all |just )?(?:a bit|a little) {_LOW}"
    rf"|i(?:'?m| am) (?:\w+ )?over ?qualified for (?:all )?(?:these|those|this|that|any|them|the lot)(?: \w+)?"
    rf"){_TAIL}\W*",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?<=[.!?;,\n])\s*|\s+(?=\b(?:but|because|cos|as i)\b)")
_HAPPENED = re.compile(
    r"\b(?:complain\w*|complaint|rude|racist|nasty|hurt|scared|hit|touched|shout\w*|laughed|lied|staff|lady|bloke"
    r"|when i (?:went|got|was|rang|called)|i went|turned up|was there|were there)\b",
    re.IGNORECASE,
)


def turns_all_down(text: str) -> bool:
    """Whether it finds everything that was shown no good; who is cross with us about it hears a sorry first."""
    plain = text.replace("’", "'").strip()
    if _HAPPENED.search(plain) or without_grumble(plain) is not None:
        return False
    return any(_VERDICT.fullmatch(clause.strip(" ,;")) for clause in _CLAUSE.split(plain) if clause.strip())
