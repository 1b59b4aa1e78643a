"""What a few words tell by what they name: a pastime, work that was done, a wish for a job."""

from __future__ import annotations

import re
from functools import lru_cache

from introductions.naming import MOST_WORDS, is_name
from knowledge.understanding import understand

_DID = re.compile(
    r"^i\s+(?:used to (?:work|drive|run|be|do|teach|manage|serve|sell|build|clean|cook|nurse|deliver|look after|fix"
    r"|make|keep|have|own)|(?:have\s+|'ve\s+)?(?:worked|drove|driven|ran|was an?|did|taught|managed|served|sold|built"
    r"|cleaned|cooked|nursed|delivered|looked after))\b",
    re.IGNORECASE,
)
_NO_JOB = re.compile(r"\b(?:love|like|enjoy|go|play|live|be (?:happy|well|fit))\b", re.IGNORECASE)


def did_for_a_living(part: str) -> bool:
    """As in "i drove the 159 bus": something that is done as work, in words that say that they did it."""
    if not _DID.match(part) or _NO_JOB.search(part):
        return False
    codes = {concept.code for concept in understand(part).concepts}
    return not any(code.startswith("health.") for code in codes) and (
        any(code.startswith("interest.") for code in codes)
        or re.match(r"^i\s+(?:have\s+)?(?:worked|drove|managed)", part) is not None
    )


ONCE = re.compile(r"^i\s+(?:used to|always)\s+(?:love|like|enjoy|play|do|go to|go)\s+(?P<what>\S.*)$", re.IGNORECASE)


def liked_once(part: str) -> bool:
    once = ONCE.match(part)
    return once is not None and is_pastime(bare_liking(once["what"]))


def is_wished(part: str) -> bool:
    """A job, a course, by name alone."""
    bare = bare_liking(part.casefold().strip(" ."))
    bare = re.sub(r"^an?\s+", "", bare)
    if not bare or len(bare.split()) > MOST_WORDS:
        return False
    wished = {concept.code for concept in understand(f"i want a {bare}").concepts if concept.polarity == "yes"}
    return any(code in _WISHED for code in wished) and not any(code.startswith("interest.") for code in wished)


_WISHED = ("stage.ready", "support.job_brokering", "support.training", "support.work_experience")


def bare_liking(part: str) -> str:
    """The thing alone: "my cooking", "i can sew"."""
    return _MINE.sub("", part).strip()


_MINE = re.compile(r"^(?:my|the|some|i can|i do|how i|doing)\s+(?=\S)", re.IGNORECASE)


@lru_cache(maxsize=256)
def is_pastime(words: str) -> bool:
    """A thing by name that is done for the joy of it, though by itself it says something else: "dominoes"."""
    if not is_name(words) or _HOPES_FOR.search(words):
        return False
    return any(
        one.code.startswith("interest.") and one.polarity == "yes" for one in understand(f"i like {words}").concepts
    )


_HOPES_FOR = re.compile(
    r"\b(?:compan\w*|friends?|people|jobs?|work|help|advice|support|course|volunteer\w*|talk\w*)\b", re.IGNORECASE
)
