"""Whether who writes tells of themselves, or only for somebody else: "I am writing for my husband. He had a stroke"."""

from __future__ import annotations

import re

from knowledge.kindness import FOR_SOMEONE_ELSE, told

KIN = (
    r"(?:(?:little|small|smaller|young|younger|old|older|big|bigger|first|last|other|middle) (?:one|boy|girl|lad|man)"
    r"|youngest|oldest|eldest|sons?|daughters?|dawta|child(?:ren)?s?|kids?|boys?|girls?|baby|toddler|teenagers?|twins|lads?"
    r"|pi(?:c?k|ck)ney|(?:grand|step)(?:sons?|daughters?|child(?:ren)?|kids|ma|dad|mother|father|pa)|grand?ma|gran|granny"
    r"|nana?|mums?|mom|mother|mam|dad|father|parents|(?:ex )?(?:husband|wife|partner|boyfriend|girlfriend)|hubby|missus"
    r"|other half|fiance|brothers?|sisters?|cousin|aunt(?:ie|y)?|uncle|niece|nephew|(?:best )?(?:friend|mate)|neighbour"
    r"|flatmate|housemate)"
)
_TELLING_FOR = (
    r"(?:am |'m |a |only |just |was )*(?:writ\w+|ask\w*|look\w*|here|do(?:ing)? this|typ\w+|fill\w*|say|mean)"
)
_SELF = re.compile(
    rf"(?<!only )\b(?:i|i'm|im|i've|ive|i'd|mi|me)\b(?! {_TELLING_FOR}\b)(?! (?:\w+ )?{KIN}\b)", re.IGNORECASE
)
_FOR_THEM = re.compile(
    r"\b(?:writ\w+|ask\w*|look\w*|here|it'?s|its|it is|is|something) (?:\w+ ){0,3}?(?:for|because of|fa|fi|about) "
    r"(?:my|me|mi|our|the|a)\b",
    re.IGNORECASE,
)


def tells_of_themselves(text: str) -> bool:
    plain = text.replace("’", "'")
    return _SELF.search(plain) is not None and not is_for_another(plain)


def is_for_another(text: str) -> bool:
    return _FOR_THEM.search(text) is not None or any(one.kind == FOR_SOMEONE_ELSE for one in told(text))
