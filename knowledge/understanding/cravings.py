"""A craving, and a drink left alone. Danger is looked for before; a craving with more in it than a craving is none."""

from __future__ import annotations

import re

_LONGEST = 22
"""Words; a longer message tells more than how it is just now."""
_SUBSTANCE = r"(?:booze|alcohol|beer|wine|vodka|whisky|rum|drugs|crack|heroin|coke|spice|gear)"
_USING = (
    rf"(?:drink(?:ing)?|(?:a|some|one|another|just one) (?:drink|beer|pint|bottle|can|vodka|wine|hit)"
    rf"|(?:some )?{_SUBSTANCE}"
    rf"|us(?:e|ing) (?:again|tonight|today|{_SUBSTANCE})|get(?:ting)? drunk|relaps(?:e|ing)|score tonight"
    r"|pick(?:ing)? up (?:again|tonight|a drink))"
)
_CRAVES = re.compile(
    rf"\b(?:(?:i|me|only|really|just|so|still|badly) (?:(?:really|just|so|badly|do|still) )*(?:want|wanna"
    rf"|need|crave|fancy)"
    rf"(?: to| for)?|crav(?:e|ing)s?(?: for| to)?|(?:an? |the )?urges? (?:to|for)|tempted (?:to|by)"
    rf"|desperate (?:to|for)"
    rf"|gagging for|(?:think|thinking|thought) (?:about|of)|can'?t stop thinking (?:about|of)"
    rf"|(?:scared|afraid|worried|frightened|terrified) (?:that )?(?:i(?:'?ll| will| might| may| am going to"
    rf"| gonna)?|of)"
    rf"|about to|going to|gonna|might|nearly|close to) (?:have |go for |buy |get )?{_USING}\b",
    re.IGNORECASE,
)
_BARE_CRAVING = re.compile(
    r"^\W*(?:i(?:'?m| am|'?ve| have)?(?: got)? )?(?:the |my |really |bad |having |got |strong )*cravings?"
    r"(?: (?:are |is |so |really |very )*(?:bad|strong|back|again|tonight|now|today))*\W*$",
    re.IGNORECASE,
)
_MORE_THAN_THAT = re.compile(
    r"\b(?:something|anything|stupid|silly|worse|hurt\w*|harm\w*|kill\w*|die|dying|dead|death"
    r"|(?<!in the )end|jump|pills?|tablets?"
    r"|paracetamol|bleach|knife|cut|forever|wake|alive|live|living|any ?more|point|over|he|she|him|her|beat"
    r"|kids?|baby|driv\w+"
    r"|car|myself to)\b",
    re.IGNORECASE,
)
_ANOTHER_THING = re.compile(
    r"\b(?:tea|coffee|water|juice|milk|squash|hot drink|soft drinks?|with (?:people|friends|my|others|new)"
    r"|less|drinks? (?:with"
    r"|and)|used to|years? ago|my (?:son|dad|mum|husband|wife|partner|brother))\b",
    re.IGNORECASE,
)
_FELLOWS = (
    r"(?:aa|a\.a\.?|(?-i:NA|N\.A\.?)|alcoholics anonymous|narcotics anonymous|drinkline|smart recovery|a sponsor"
    r"|(?:a |an )?(?:sober|sobriety|recovery|alcohol|drink|drugs?) (?:group|meeting|line|helpline|service)s?)"
)
_ASKS_FELLOWS = re.compile(
    rf"\b(?:is|are|r) there (?:any |an |a |some )?{_FELLOWS}\b"
    rf"|\b(?:where|how|when|who|which|what|can|do you know|do you have|have you got|got|number for"
    rf"|number of|find me|need|want"
    rf"|any)\b[^.?!]{{0,25}}\b{_FELLOWS}\b[^.?!]*(?:\?|$)",
    re.IGNORECASE,
)
_LEFT_IT = re.compile(
    r"\b(?:i )?(?:(?:do|did|am|have|will|was)(?:n'?t| not)|dont|didnt|havent|wont|never|not)(?: going to| gonna)?"
    r" (?:drink|drank|drunk|drinking|use|used|touch(?:ed)? (?:it|a drop)|pick(?:ed)? up|had? a drink)\b"
    r"|\b(?:still|stayed|staying) sober\b|\bgot through (?:it|the night|last night)\b",
    re.IGNORECASE,
)
_RANG_SOMEBODY = re.compile(
    r"\b(?:i|have|just|ive|i've) (?:have |just )?(?:called|call|rang|ring|phoned|spoke (?:to|with)"
    r"|talked (?:to|with)|texted)\s+"
    r"(?:(?:to|my|a|the|with) )*(?:(?:friend|mate|brother|sister|someone|somebody|man|woman|lady|guy"
    r"|one) (?:from|of|in|at) (?:the |my )?"
    rf"(?:group|meeting|aa|na|fellowship)|sponsor|samaritans|{_FELLOWS})\b",
    re.IGNORECASE,
)
_TONIGHT = re.compile(
    r"\b(?:tonight|today|last night|in the end|after all|yet|good ?night|night night|still|got through)\b",
    re.IGNORECASE,
)
_A_PLACE = re.compile(
    r"^\W*(?:(?:yes|ok|please|show me|find me|is there|i want|i'd like|any|somewhere)\b\W*)*(?:an? "
    r"|any )?(?:place|places|somewhere|where)"
    r" (?:that helps? (?:with|people)|for|about|to help with|to stop) (?:the |my )?(?:that|this|it"
    r"|drink(?:ing)?|drugs?|drink and drugs"
    r"|alcohol|sober people|being sober|addiction)\W*(?:please\W*)?$",
    re.IGNORECASE,
)
_NIGHT = re.compile(r"\b(?:good ?night|night night|nite|to bed|to sleep)\b", re.IGNORECASE)


def craves(text: str) -> bool:
    """As in "i want to drink", "thinking about using again tonight", "is there AA": no danger, no wish for company."""
    plain = as_one_line(text)
    if len(plain.split()) > _LONGEST or _MORE_THAN_THAT.search(plain) or _ANOTHER_THING.search(plain):
        return False
    return any(shape.search(plain) for shape in (_CRAVES, _BARE_CRAVING, _ASKS_FELLOWS)) and not left_it(text)


def left_it(text: str) -> bool:
    """As in "i called my friend from group. i dont drink. goodnight"; that somebody never drinks is a plain fact."""
    plain = as_one_line(text)
    if len(plain.split()) > _LONGEST or _MORE_THAN_THAT.search(plain) or "?" in plain:
        return False
    rang = _RANG_SOMEBODY.search(plain) is not None
    return rang or (_LEFT_IT.search(plain) is not None and _TONIGHT.search(plain) is not None)


def wants_a_place_for_it(text: str) -> bool:
    """As in "is there a place for drinking"."""
    return _A_PLACE.match(as_one_line(text)) is not None


def says_good_night(text: str) -> bool:
    return _NIGHT.search(text) is not None


def as_one_line(text: str) -> str:
    return " ".join(text.replace("’", "'").split())
