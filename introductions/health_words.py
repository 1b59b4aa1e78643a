"""Whether words of somebody's own tell of their health, so that nothing but health's own line holds them."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.understanding import understand

_VARIES = "constraint.good_bad_days"
_CARE = re.compile(
    r"\b(?:medications?|meds|tablets|diagnos\w+|prognosis|symptoms?|surgery|sick ?notes?|fit note"
    r"|signed (?:me |him |her |them )?off|in (?:a |the )?hospital"
    r"|(?:my|a|the) (?:therapist|counsellor|psych\w+|cpn|consultant|oncologist|mental health|health condition"
    r"|illness))\b"
    r"|\bneed(?:s|ed)? (?:to|a) (?:rest|lie down)\b",
    re.IGNORECASE,
)
"""Care, and what calls for it, where no illness has its name; work in care is neither."""
_IN_CARE = re.compile(r"\b(?:worked|work|job|porter|cleaner|volunteer\w*|receptionist)\b.*\bhospital\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def names_health(words: str) -> bool:
    """By an illness, by how they are, or by the care that they get: "my bad back", "i have bad days", "my tablets"."""
    words = without_mild(words)
    codes = [one.code for one in understand(words).concepts]
    if any(code.startswith("health.") or code == _VARIES for code in codes):
        return True
    return _ILL.search(words) is not None or (_CARE.search(words) is not None and _IN_CARE.search(words) is None)


_MILD = re.compile(
    r"\b(?:a (?:little|bit|touch)(?: bit)?|bit|slightly|rather|quite)\s+"
    r"(?:afraid|scared|nervous|shy|worried|unsure|wary)\b"
    r"(?:\s+(?:of|about|with|in|around|at)\b[^.,;:!?\n]*)?",
    re.IGNORECASE,
)
_ILL = re.compile(
    r"\b(?:i|he|she|we)(?:['’]?(?:m|ve|s))?\s+(?:(?:was|were|am|is|got|fell|been|have|has|had|went|being|felt|so|very|really)\s+)+"
    r"(?:ill|unwell|sick|poorly)\b(?! of\b)|\b(?:found|declared|deemed|called|signed|being|im|i['’]m|am|are) unfit\b"
    r"|\bunfit (?:for|to) (?:work|drive)\b|\boff sick\b|\bon the sick\b|\bsick leave\b",
    re.IGNORECASE,
)


def without_mild(words: str) -> str:
    """Without what anybody may say who meets strangers, which is no illness: "a little afraid of many people"."""
    return _MILD.sub("", words)
