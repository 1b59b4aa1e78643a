"""The work somebody would like, as they name it: "to get back to finance work", "a part time cleaning job"."""

from __future__ import annotations

import re

from knowledge.language.words import tokens
from knowledge.understanding.concepts import listed_concepts
from knowledge.understanding.scope import Scope

_WISHES = (
    r"\b(?:want(?: to)?|wanna|like(?: to)?|love(?: to)?|need|hop(?:e|ing)(?: to| for)?|ready to|able to|keen to"
    r"|try(?:ing)? to|look(?:ing)? (?:for|to)|find(?:ing)?|get|after|maybe|perhaps|ideally|prefer|dream of"
    r"|think(?:ing)? (?:of|about))\s+"
)
_END = (
    r"(?=\W*$|\s*[,.;!?]|\s+(?:but|and|or|because|cos|coz|so|if|when|one day|again|soon|near|(?:part|full)[- ]?time"
    r"|at some|in the|for a|maybe|perhaps|with less|from)\b)"
)
_BACK = re.compile(
    rf"{_WISHES}(?:\w+ ){{0,2}}?(?:get |go |getting |going |come )?(?P<back>back (?:in)?to|return(?:ing)? to)\s+"
    rf"(?P<what>(?:a |an |the )?(?:my old )?(?:[\w'-]+ ){{0,3}}?[\w'-]+){_END}",
    re.IGNORECASE,
)
_A_JOB = re.compile(
    rf"{_WISHES}(?:\w+ ){{0,1}}?(?P<what>(?:an?|some) (?:(?!help|support|advice|ideas?)[\w'-]+ ){{0,4}}?"
    r"(?:job|work|role|post|position))\b"
    r"(?P<of>\s+(?:(?:with|in|at|as) (?:an? )?[\w'-]+(?: [\w'-]+)?|outdoors|outside))?",
    re.IGNORECASE,
)
_TO_WORK = re.compile(
    rf"{_WISHES}(?P<what>work(?:ing)? (?:with|in|as|on) (?:an? |the )?(?:[\w'-]+ ){{0,2}}?[\w'-]+){_END}", re.IGNORECASE
)
_NOT_THEIRS = re.compile(
    r"(?:\b(?:not|dont|never|no|(?:tell(?:s|ing)?|told|wants?|wanting|makes?|making|pushing|forcing) (?:me|us)"
    r"|says?|said|saying)|n't)\b[^.,;!?]*$",
    re.IGNORECASE,
)
"""What stands before a wish that is none, or another's."""
_WOULD_BE = re.compile(
    r"\b(?P<what>an? (?:[\w'-]+ ){1,3}(?:job|role|post|position)) would be "
    r"(?!too\b|hard|impossible|no\b|not\b|a lot|difficult|scary|stressful)(?P<of>)\w",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?:an?|some) (?:job|work|role|post|position)$", re.IGNORECASE)
_WORK = re.compile(
    r"(?:my |the )?(?:old |last )?(?:work|job|career|trade|profession)"
    r"(?: at (?:my|the same|that) (?:own |old )?level)?",
    re.IGNORECASE,
)


def work_wished(text: str) -> str:
    """As it stands behind "I would like"; empty where none is named."""
    plain = text.replace("’", "'")
    reads = ((_BACK, _back), (_A_JOB, _a_job), (_WOULD_BE, _a_job), (_TO_WORK, _to_work))
    for shape, read in reads:
        theirs = (one for one in shape.finditer(plain) if not _NOT_THEIRS.search(plain[: one.start("what")]))
        words = next(filter(None, map(read, theirs)), "")
        if words:
            return words
    return ""


def _back(found: re.Match[str]) -> str:
    back, what = found["back"].casefold(), found["what"]
    lead = "to return to" if back.startswith("return") else f"to get {back}"
    return f"{lead} {_small(what)}" if _WORK.fullmatch(what) or _is_of_work(what) else ""


def _a_job(found: re.Match[str]) -> str:
    of = found["of"] if found["of"] and _is_of_work(found["of"]) else ""
    words = f"{_small(found['what'])}{of}"
    return "" if _BARE.fullmatch(words) else words


def _to_work(found: re.Match[str]) -> str:
    what = re.sub(r"^working", "work", found["what"], flags=re.IGNORECASE)
    return f"to {_small(what)}" if _is_of_work(what) else ""


def _is_of_work(words: str) -> bool:
    """Whether it names something that is done for a living, or liked."""
    named = listed_concepts(words, Scope.of(tokens(words)))
    return any(one.code.startswith("interest.") and one.polarity != "no" for one in named)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words
