"""Words that were no words for a place: they were for us ("it was for u", "dont send, it was a question for you"), or
are taken back in the same breath ("tell her about his pigeons, no don't, he'll tell her himself").
"""

from __future__ import annotations

import re

_FOR_US = re.compile(
    r"^\W*(?:(?:no+|nah|nope|oh|sorry|wait|but|please|pls|stop|actually|i mean|i meant|(?:do not|don'?t|dont"
    r"|dnt) (?:send|pass)(?: (?:it|that"
    r"|this|them))?(?: on)?|not (?:for|to) (?:them|her|him))\b\W*)*"
    r"(?:(?:it|that|this|dat|dis|i|mi|it'?s|that'?s|i'?m)\s+)?(?:(?:is|was|wa|were|am|jus|just|only|meant|mean"
    r"|a|my|me|the|question"
    r"|message|asking|ask|asked|asks|talking|talk|speaking|writing|it|that|this)\s+)*"
    r"(?:(?:for|to|4)\s+(?:you|u|yu|yuh|ya)|(?<=asking )(?:you|u|yuh)|(?<=ask )(?:you|u|yuh)|(?<=asked )(?:you"
    r"|u|yuh))\b"
    r"(?:\W+(?:not (?:for |to )?(?:them|her|him|the place|\w+)|only|lol|sorry|thanks|thank you|please"
    r"|the (?:chat|bot|computer)))*\W*$",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"[,.;!?\s-]+(?:no+|nah|actually no|actually|wait|oh no)\W+(?:no\W+)?(?:(?:please )?(?:don'?t|do not|dont"
    r"|dnt)\b(?! (?:know|want|mind|like|have"
    r"|need|think))|never ?mind|forget (?:it|that)|leave it|scrap that)\b"
    r"(?:\W+(?:(?:he|she|they|i)(?:'ll| will|ll)?\s+(?:will )?(?:tell|say|do|ask)\b.*|(?:please|thanks|sorry"
    r"|tell (?:her|him|them)|send(?: it| that)?|bother"
    r"|say (?:it|that|anything)|after all|it|that|yet|now)\b\W*)*)?\W*$",
    re.IGNORECASE,
)


def was_for_us(text: str) -> bool:
    """Of words that we showed, or asked about, as words for a place."""
    return _FOR_US.match(text.strip().replace("’", "'")) is not None


def unsays_itself(text: str) -> bool:
    """Whether what it tells a place is taken back at its end."""
    return _TAKEN_BACK.search(text.strip().replace("’", "'")) is not None
