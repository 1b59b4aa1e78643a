"""What words tell of somebody else, or of nothing: his allotment, the children at work, the odd word of a liking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.understanding.model import Concept

_KIN = (
    r"(?:husband|hubby|wife|partner|missus|mum|mom|mother|dad|father|son|daughter|brother|sister|nan|gran\w*|uncle|aunt\w*"
    r"|cousin|friend|mate|neighbour|boyfriend|girlfriend|ex|boy|girl|late (?:husband|wife))"
)
_OWNER = rf"(?:he|she|(?:my|me|the|our) (?:\w+ )?{_KIN}(?: \w+)?)"
_HAD = (
    r"(?:had|has|have|'s got|got|kept|keeps|did|does|loved|loves|liked|likes|enjoyed|used to \w+|was"
    r" (?:always )?(?:in|into|on))"
)
_THEIRS_BEFORE = re.compile(
    rf"(?:\b(?:his|her|their|(?:my|me|the|our) (?:\w+ )?{_KIN}(?:'?s)?|(?-i:[A-Z])\w+'s) (?:\w+ )?"
    rf"|\b{_OWNER} {_HAD}(?: (?:an?|the|this|that|lots of|all|his|her|\w+ing))*(?: \w+)? )$",
    re.IGNORECASE,
)
_NAMED_HAD = re.compile(
    r"(?:^|[.!?,;]\s*)(?P<who>[^\W\d_]{3,})\s+(?:had|has|kept|loved) (?:an?|his|her|the) (?:\w+ )?$", re.IGNORECASE
)
_NO_NAMES = frozenset("i we you they who this that there also really always never just only still once and but".split())
_THEIRS_AFTER = re.compile(
    rf"^(?:\s+\w+)?\s+(?:was|is|were|are|it was|were all|was all)(?: more| really| only| always| just)*\s+"
    rf"(?:his|hers|theirs|him|her|(?:my|me) (?:\w+ )?{_KIN}(?:'?s)?|\w+'s|(?:his|her|their) (?:thing"
    rf"|hobby|place|plot|idea))(?: really| mostly| more than mine| to be fair)?"
    r"(?=\s*(?:$|[,.;!?]|\bnot\b|\band\b|\bi\b))",
    re.IGNORECASE,
)
_UNBEARABLE = re.compile(
    r"^[^.!?]{0,40}?(?:,|\band\b|\bbut\b|\s)\s*i (?:can'?t|cant|can not|cannot|couldn'?t|couldnt)(?: even| really)? "
    r"(?:face|bear|go near|look at|go (?:there|back|in there|to it))\b",
    re.IGNORECASE,
)
_BEARS_NOT = re.compile(
    r"\b(?:can'?t|cant|can not|cannot|couldn'?t) (?:even |really )?(?:face|bear|go near|look at)(?:"
    r" the| that| his| her| any| an?)* $",
    re.IGNORECASE,
)
_LIKED = "interest."


def without_others(text: str, said: Sequence[Concept]) -> list[Concept]:
    """What was a dead husband's is nobody's liking; said outright it is denied: "the allotment was his, not mine"."""
    plain = text.replace("’", "'")
    return [kept for one in said for kept in _own(plain, one)]


def _own(text: str, one: Concept) -> list[Concept]:
    before, after = text[: one.start], text[one.end :]
    if one.code == "constraint.childcare":
        return [] if _OF_NOBODY.search(before) or _GROWN.match(after) else [one]
    if one.code == "constraint.good_bad_days":
        return [] if _ALONE_THEN.match(after) else [one]
    if one.words.casefold() == "school" and one.code in _LEARNING:
        return [] if _SCHOOL_RUN.search(before) else [one]
    if not one.code.startswith(_LIKED) or one.polarity == "no":
        return [one]
    if one.words.casefold() in ("grown", "grow") and _CHILDREN_ARE.search(before):
        return []
    if not _SELF.search(text) and not _KIN_SAID.search(text):
        return [_plainly_called(one)]  # who helps says "he" of the person whose words these are
    if _THEIRS_AFTER.match(after) and not re.match(r"\s*\w*\s*\w* (?:and )?mine\b", after):
        return [replace(one, polarity="no")]
    if _is_his(text, before) or _named_had(before):
        return (
            []
            if not re.match(r"[^.!?]*\b(?:me too|so do i|so did i|and i (?:do|did|like|love)|we both)\b", after)
            else [one]
        )
    if _UNBEARABLE.match(after) or _BEARS_NOT.search(before):
        return []
    return [_plainly_called(one)]


_LEARNING = frozenset(("support.training", "stage.nearer"))
_SCHOOL_RUN = re.compile(
    r"\b(?:take|takes|taking|pick|picks|drop|drops|collect|collects|get|gets|bring|brings|kids?|child(?:ren)?|grand\w+|son"
    r"|daughter|boys?|girls?|little one)\b[^.!?]*\b(?:to|from|at|after|before|in) $",
    re.IGNORECASE,
)
_CHILDREN_ARE = re.compile(
    r"\b(?:kids|children|boys|girls|sons|daughters)(?: are| have| is|'re| all| now)* $", re.IGNORECASE
)
_SELF = re.compile(r"\b(?:i|i'm|im|ive|i've|id|i'd|me|mine)\b", re.IGNORECASE)
_KIN_SAID = re.compile(rf"\b(?:my|me|the|our) (?:\w+ )?{_KIN}\b", re.IGNORECASE)


def _is_his(text: str, before: str) -> bool:
    """Of "he" and "she" only where it was said who that is."""
    found = _THEIRS_BEFORE.search(before)
    return found is not None and (_KIN_SAID.search(text[: found.end()]) is not None or "'s " in found.group())


def _named_had(before: str) -> bool:
    found = _NAMED_HAD.search(before)
    return found is not None and found["who"].casefold() not in _NO_NAMES


_OF_NOBODY = re.compile(
    r"\b(?:all|them|those|school|other people'?s|love[ds]?|miss(?:ed)?|work(?:ed)? with|cook\w* for)"
    r"(?: all| the| them| those| little| school)* $",
    re.IGNORECASE,
)
_GROWN = re.compile(
    r"\s*(?:have|are|is|'ve|'re|all|now)*\s*(?:all )?(?:gone|grown|left(?! me| us| with| at| in| alone| behind)"
    r"|moved out|flown|big now|adults|grew up)\b",
    re.IGNORECASE,
)
_ALONE_THEN = re.compile(
    r"\s*,?\s*i (?:don'?t|dont|do not|never|hardly|barely|only)\s+(?:even )?(?:speak|talk|see|meet|hear)\b",
    re.IGNORECASE,
)
_NAMES_NOTHING = frozenset(
    "young younger old older new good better best proper nice little big small people person"
    " someone somebody others them "
    "it that this thing things one ones show help do make learn try get give use used stuff way ways anyone".split()
)


def _plainly_called(one: Concept) -> Concept:
    """A liking heard in words that name no thing has no name in them: "young", of "show a young un"."""
    words = [word.strip("'\u2019,.!") for word in one.words.casefold().split()]
    return replace(one, words="") if words and _NAMES_NOTHING.issuperset(words) else one
