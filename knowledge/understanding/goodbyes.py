"""A goodbye and nothing else: "night night then", "bye for now", "ok. thank you. good night"."""

from __future__ import annotations

import re

_BYE = (
    r"(?:good ?bye|bye(?:[ -]?bye)*|bye ?(?:for )?now|by+e+|good ?night|g'?night|night(?:[ ,-]*night)+"
    r"|nighty? ?night|nite(?: nite)?"
    r"|nos da|ta ?ra|ta ta|toodle[- ]?(?:oo|pip)|laters?|cya|ttyl|ciao|cheerio|so long|farewell|off to (?:bed|sleep)"
    r"|(?:i'?m |im )?(?:off|going) to bed(?: now)?|(?:speak|talk) (?:to (?:you|u) )?(?:soon|later|tomorrow))"
)
_BESIDE = (
    r"(?:then|now|for now|for today|for tonight|tonight|ok|okay|right|well|so|and|thanks?|thank (?:you|u)|ta"
    r"|cheers|love|mate|dear"
    r"|darling|hun|bruv|x+|all|everyone|everybody|lovely|great|good|again|so much|very much|a lot|for (?:your"
    r"|the|all your)"
    r"|help|that'?s (?:all|me|it)(?: done)?|take care|god bless|sleep (?:well|tight)|i'?ll|leave it|there|have a|good"
    r"|nice|evening|day|weekend|bless|got to go|gotta go|must go|i (?:have to|got to|must) go)"
)
_GOODBYE = re.compile(rf"^\W*(?:{_BESIDE}\b\W*)*\b{_BYE}\b(?:\W*\b(?:{_BESIDE}|{_BYE})\b)*\W*$", re.IGNORECASE)


def says_goodbye(text: str) -> bool:
    """Whether the whole message is one. "See you Thursday" is not: it may be said to a place."""
    return _GOODBYE.match(text.strip().replace("\u2019", "'")) is not None
