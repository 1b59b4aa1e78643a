"""What goes wrong in the work that somebody has, and an adviser has to know: hours cut, sick pay, the job at risk."""

from __future__ import annotations

import re

from knowledge.understanding.asked_of_work import AskedOfWork, Kind
from knowledge.understanding.lost_work import has_lost_work

_HOURS = r"(?:hours?|shifts?|days?|rota)"
_SHAPES: tuple[tuple[Kind, str, re.Pattern[str]], ...] = (
    (
        "plain",
        "advice on my hours being cut",
        re.compile(
            rf"\b(?:cut(?:ting)?|reduc(?:ed|ing)|dropped|slashed|took|taken|taking|lost"
            rf"|halved)\b[^.;?!]{{0,12}}?\b(?:my|our|me) "
            rf"(?:\w+ )?{_HOURS}\b"
            rf"|\b(?:my|our) {_HOURS}\b[^.;?!]{{0,12}}?\b(?:cut|reduced|dropped|slashed|halved|gone down)\b"
            rf"|\bput me (?:down|on)\b[^.;?!]{{0,12}}?\b(?:one|two|1|2|fewer|less|no|zero)\s+{_HOURS}\b",
            re.IGNORECASE,
        ),
    ),
    (
        "plain",
        "advice on keeping my job",
        re.compile(
            r"\b(?:sack(?:ed|ing)? me|get(?:ting)? (?:me )?sacked|(?:get |getting |be |being )?(?:sacked|fired"
            r"|dismissed|let go)"
            r"|los(?:e|ing) (?:my|the|this) job|get rid of me|push(?:ing)? me out|manag(?:e|ing) me out|redundan\w+"
            r"|(?:written|final|first|second|last|verbal) warning)\b"
            r"|\bjob\b[^.;?!]{0,30}\b(?:don'?t|dont|do not|not) want to lose it\b",
            re.IGNORECASE,
        ),
    ),
    (
        "hinting",
        "advice on my sick pay",
        re.compile(r"\b(?:sick(?:ness)? pay|ssp|statutory sick)\b", re.IGNORECASE),
    ),
)  # fmt: skip


_CANNOT = re.compile(
    r"\b(?:can'?t|cannot|can not|cyaan|no fit|struggl\w+ (?:to|with)|unable to|not able to)\s+"
    r"(?:(?:keep(?: on)?|do|manage|carry on|go on|handle|cope with|doing|with|the|all|this|that|so much|much|any|more"
    r"|no more)\s+)*"
    r"(?P<what>(?:(?:heavy|long|late)\s+)?(?P<verb>lift|carry|stand|bend|walk|driv|push|reach|kneel)(?:e|ing)?"
    r"|(?:night )?shifts?|nights|overtime)\b(?! (?:my|the|him|her|them|it|this|that|his|people)\b)",
    re.IGNORECASE,
)
_DOING = {"driv": "driving"}


def _less(found: re.Match[str]) -> str:
    """As it stands behind "at work i would like": "less heavy lifting"."""
    if not (verb := found["verb"]):
        return f"fewer {found['what']}" if found["what"].endswith("s") else f"less {found['what']}"
    return (
        f"less {found['what'][: found.start('verb') - found.start('what')]}{_DOING.get(verb, verb + 'ing')}".casefold()
    )


def troubles_at_work(text: str) -> list[AskedOfWork]:
    """Each once, and none of work that is lost. Whether they have any at all is for the caller to know."""
    told = text.replace("\u2019", "'")
    if has_lost_work(told):
        return []
    found = [(kind, reads, shape.search(told)) for kind, reads, shape in _SHAPES]
    told_of = [AskedOfWork(kind, reads, one.group()) for kind, reads, one in found if one]
    cannot = _CANNOT.search(told)
    return [*told_of, *([AskedOfWork("hinting", _less(cannot), cannot.group())] if cannot else [])]
