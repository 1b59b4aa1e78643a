"""A visit told in somebody's own words: that they went, or did not, and how it was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Feeling = Literal["welcome", "okay", "bad"]
_I = (
    r"(?:(?:i|we|me and \w+)(?:['’]?(?:ve|m)| have| did| had)?\s+"
    r"(?:(?:just|finally|actually|only|already|even)\s+)*)"
)
_WHEN = (
    r"(?:(?:on|last|this|that)\s+)?(?:(?:mon|tues|wednes|wens|thurs|fri|satur|sun)day|yesterday|today|earlier|"
    r"morning|afternoon|evening|week|night|the day|then)\b"
)
_THERE = (
    r"(?:\W*$|\s*[.,;!:]|\s+(?:there\b|in\b|along\b|round\b|back\b|today\b|and\b|but\b|it was\b|was\b"
    r"|(?:up\s+)?(?:with\s+)?(?:them|her|him)\b|to\s+(?:them|it|that|the\s+(?:place|group|class|circle"
    r"|first\s+\w+|session)|"
    r"(?:see|meet|visit)\s+(?:them|her|him|it))\b|to\s+" + _WHEN + r"|" + _WHEN + r"))"
)
_SOMEBODY = (
    r"\s+(?!my\b|an?\b|the\b|some|people|friends|loads|lots|new\b|no\b|nobody|online|in\b|at\b|up\b)[\w'’-]+"
    r"(?=\W*$|\s*[.,;!:]|\s+(?:and|but|she|he|they|" + _WHEN + r"))"
)
_DID = re.compile(
    r"(?:^|[.,!?;]\s*|\b(?:and|so|hi|hello|hey|well|ok|okay|yes|yeah|no)\s+)"
    r"(?:" + _I + r"(?:went|been|gone|visited|met|met up|attended|turned up|got there)"
    r"|(?:went|been|visited|met up|met)(?=\s+(?:there|them|her|him|"
    + _WHEN
    + r")))(?:"
    + _THERE
    + r"|(?<=\bmet)"
    + _SOMEBODY
    + ")",
    re.IGNORECASE,
)
_DID_AT_A_PLACE = re.compile(
    r"\b(?:i|we)(?:['’]?ve| have)?\s+(?:\w+\s+)?(?:went|been|visited|met|attended)\b", re.IGNORECASE
)
_DID_NOT_AT_A_PLACE = re.compile(
    r"\b(?:didn['’]?t|did not|never|couldn['’]?t|could not)\s+(?:go|get|make it|turn(?:ed)? up|meet)\b", re.IGNORECASE
)
_DID_NOT = re.compile(
    r"(?:^|[.,!?;]\s*|\b(?:and|so|hi|hello|sorry|well|no)\s+)(?:in the end\s+)?(?:i|we)?\s*"
    r"(?:didn['’]?t|did not|never|couldn['’]?t|could not|wasn['’]?t able to)\s+(?:even\s+|actually\s+)*"
    r"(?:go|went|make it|get there|turn(?:ed)? up|manage(?: it| to go)?|show(?:ed)? up|meet (?:them|her|him))" + _THERE,
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:would|if|when|before|haven['’]?t|used to|ago|years?|as a child|don['’]?t)\b|\?", re.IGNORECASE
)
_GOOD = re.compile(
    r"\b(?:lovely|good|great|nice|fun|enjoy\w*|loved|brilliant|brill|fab\w*|welcom\w+|kind|friendly|happy|glad|"
    r"fantastic|amazing|well|better|best|liked|laugh\w*)\b",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"\b(?:awful|horrible|bad|badly|hated|rude|scar\w+|terrible|uncomfortable|out of place|worst|rubbish|nasty|"
    r"upset\w*|shout\w*|ignored|crying|cried)\b|\b(?:not|wasn['’]?t|weren['’]?t|didn['’]?t)\s+(?:\w+\s+)?"
    r"(?:good|great|nice|for me|like|enjoy|kind|friendly|well)\b",
    re.IGNORECASE,
)
_OKAY = re.compile(r"\b(?:ok|okay|alright|all right|fine|not bad|so so)\b", re.IGNORECASE)
LONGEST = 40
"""Words; a longer message tells more than a visit."""


@dataclass(frozen=True)
class Visited:
    went: bool
    feeling: Feeling | None = None


def told_visit(text: str, *, named: bool = False) -> Visited | None:
    """As in "I went friday and it was lovely", "went there yesterday", "didnt go in the end". None for going to
    something that is named otherwise, and for what was long ago, is asked or is yet to come. ``named``: a place of
    ours is named in it, so that "went to" needs no more.
    """
    if len(text.split()) > LONGEST or _NOT_YET.search(text):
        return None
    if _DID_NOT.search(text) or (named and _DID_NOT_AT_A_PLACE.search(text)):
        return Visited(went=False)
    went = _DID.search(text) or (named and _DID_AT_A_PLACE.search(text))
    return Visited(went=True, feeling=felt(text)) if went else None


_SPOKE = r"(?:rang|rung|called|phoned|telephoned|spoke to|talked to|chatted (?:to|with)|spoke with|talked with)"
_NOBODY_THERE = (
    r"(?!(?:work|boss|mum|mom|dad|gp|doctor|dr|hospital|school|council|dwp|jobcentre|police|hr|landlord"
    r"|nobody|none|who|it|you"
    r"|u|that|this|someone|somebody|manager|sister|brother|son|daughter|nan|phone|one|never|not|just|people|bank|nurse"
    r"|surgery)\b)"
)
_THEY_RANG = re.compile(
    r"(?:^|[.!?,;]\s*)(?:(?:hi|hello|hey|so|ok|well|yes|yeah|and|oh|good news)\b\W*)*"
    rf"(?:{_NOBODY_THERE}[\w'’-]+|they|she|he)\s+(?:has |have |did |just |finally |already )*"
    r"(?:rang|rung|called|phoned|ring)"
    r"(?: (?:me|us)\b|(?=\W*$|\s*[,.;!]|\s+(?:and|today|yesterday|this|earlier|on|at|back|he|she)\b))"
    r"|(?:^|[.!?,;]\s*)(?:(?:hi|hello|hey|so|ok|well|yes|yeah|and)\b\W*)*(?:i(?:'ve|ve| have)?\s+)?(?:just "
    r"|finally |already )?"
    rf"(?:{_SPOKE})\s+(?:them|her|him|{_WHEN}|(?!up\b|in\b|off\b){_NOBODY_THERE}(?!my\b|an?\b|the\b|about\b)[\w'’-]+"
    r"(?=\W*$|\s*[,.;!]|\s+(?:and|today|yesterday|this|earlier|on|like|at|she|he|they)\b))",
    re.IGNORECASE,
)


def told_call(text: str) -> Visited | None:
    """A call that was made: "nadia rang, she was brilliant", "i rang monday at 3"; kin and offices are no place."""
    if len(text.split()) > LONGEST or _NOT_YET.search(text) or not _THEY_RANG.search(text):
        return None
    return Visited(went=True, feeling=felt(text))


_CAME = {
    "job_kept": r"i(?:'?ve| have| did)? (?:kept?|got to keep|get to keep|am keeping|can keep|still have"
    r"|still got|saved)"
    r" (?:my|the) job|my job(?:'?s| is) (?:safe|saved)|they(?:'?re| are)? (?:let(?:ting)? me keep|kept"
    r"|keeping) (?:me on|my job)",
    "job": r"i(?:'?ve| have)? (?:just |finally )?(?:got|been offered|landed) (?:the|a) (?:new )?job"
    r"|they (?:gave|offered) me (?:the|a) job",
    "volunteering": r"i(?:'?m| am)? (?:volunteer(?:ing)? (?:there|now|with them))|i(?:'?ve"
    r"| have)? started volunteering",
    "course": r"i(?:'?m| am)(?: now)? on (?:the|a) course(?: now)?|i(?:'?ve| have)? (?:started"
    r"|got on(?:to)?) the course",
    "confident": r"i(?:'?m| am| feel)? (?:a lot |a bit |much |so much )?more confident",
    "routine": r"i(?:'?ve| have)? (?:got|keep|have) a (?:good |new )?routine",
    "placement": r"i(?:'?ve| have)? (?:got|started) (?:a|the|my) placement",
}
_CAME_OF_IT = re.compile(
    r"^\W*(?:(?:hi|hello|hey|so|ok|well|yes|yeah|and|guess what|good news|just to say|thank you|thanks)\b\W*)*(?:"
    + "|".join(f"(?P<{name}>{shape})" for name, shape in _CAME.items())
    + r")(?:\W+(?:x+|now|then|thanks?(?: to (?:you|them|her|him|\w+))?|thank you|yay|after all|in the end"
    r"|so (?:happy|glad)|lol)\b)*\W*"
    r"(?:(?<=[.,!;\s])(?:(?:she|he|they|nadia|\w+) (?:came|was|were|sat|spoke|helped|stood)\b[^.?!]{0,40}"
    r"|because of (?:you|them|her|him))\W*)?$",
    re.IGNORECASE,
)


def came_of_it(text: str) -> str | None:
    """What came of a meeting, told by itself: "i kept my job x". The names are those of the outcomes."""
    found = _CAME_OF_IT.match(text.strip().replace("’", "'"))
    return next((name for name, words in found.groupdict().items() if words), None) if found else None


def felt(text: str) -> Feeling | None:
    """How it was, where they say so; what was bad goes before what was good."""
    if _BAD.search(re.sub(r"\bnot (?:too )?bad\b", "okay", text, flags=re.IGNORECASE)):
        return "bad"
    if _GOOD.search(text):
        return "welcome"
    return "okay" if _OKAY.search(text) else None
