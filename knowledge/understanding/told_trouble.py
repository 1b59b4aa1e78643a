"""Whether words tell of something that makes life hard, though no code of ours holds it: "the meds. and my manager"."""

from __future__ import annotations

import re

_TROUBLE = re.compile(
    r"\b(?:med(?:s|ication|icine)s?|tablets?|pills?|injections?|side effects?|withdrawals?|shak\w+|shook|tremor\w*"
    r"|dizz\w+|faint\w*|sweat\w*|swell\w*|swollen|stiff\w*|ach(?:e|es|ing)|sore|weak|breath\w*|out of puff|memory"
    r"|forget\w*|focus\w*|concentrat\w+|temper|moods?|sleep\w*|tired|toilet|bladder"
    r"|bowels?|loo|smells?|heat|the cold|weather"
    r"|boss|manager|supervisor|gaffer|colleagues?|found out|unfit|unsafe|judg\w+|stigma\w*|looks? at me"
    r"|star(?:e|es|ing)|laugh\w*|whisper\w*|gossip\w*|trust\w*|shame|ashamed|guilt\w*|fear\w*|afraid|scared|frighten\w*"
    r"|worr\w+|nervous|panic\w*|stress\w*|pressure|deadlines?|rush\w*|overwhelm\w*|too much|can'?t cope|struggl\w+"
    r"|hard to|difficult"
    r"|neighbours?|landlord|damp|bills?|family stuff|my (?:ex|partner|mum|dad|son|daughter|kids?|head|body|legs?|hands?"
    r"|feet|foot|knees?|hips?|back|neck|shoulders?|eyes?|heart|chest|lungs?|nerves?|skin|stomach|belly|condition|illness))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|^\W*(?:what|why|who|where|when|how|can|could|do|does|is|are|will|would|wot|wat)\b(?! (?:i|it) )", re.IGNORECASE
)


def tells_trouble(text: str) -> bool:
    return _TROUBLE.search(text) is not None and _ASKS.search(text) is None
