"""Illnesses by their own names: several share one code, and who has one of them has not the others."""

from __future__ import annotations

import re
from functools import lru_cache

_NAMES = (
    r"multiple sclerosis|ms|parkinson['’]?s?|lupus|sle|fibro(?:myalgia)?|myalgic encephalomyelitis|me/cfs|cfs/me|cfs"
    r"|chronic fatigue(?: syndrome)?|long covid|copd|emphysema|asthma|bronchiectasis|cystic fibrosis|crohn['’]?s?"
    r"|(?:ulcerative )?colitis|ibs|ibd|coeliac|celiac|diabetes|diabetic|epilepsy|epileptic|motor neurone?|mnd"
    r"|huntington['’]?s?|alzheimer['’]?s?|dementia|sickle cell|sickle|thalass?a?emia|h(?:a)?emophilia|hiv"
    r"|hep(?:atitis)? [abc]"
    r"|endo(?:metriosis)?|pcos|eds|ehlers[- ]danlos|hypermobility|rheumatoid(?: arthritis)?|osteoarthritis|arthritis"
    r"|ankylosing spondylitis|psoria(?:sis|tic arthritis)|eczema|cerebral palsy|spina bifida|muscular dystrophy"
    r"|scoliosis|sciatica|neuropathy|neuralgia|migraines?|m[eé]ni[eè]re['’]?s?|tinnitus|glaucoma"
    r"|kidney failure|dialysis"
    r"|stroke(?!\s+(?:her|him|them|it|an?|the|dogs?|cats?|and|or)\b)|angina|heart failure|afib|cancer"
    r"|leuk(?:a)?emia|lymphoma|myeloma|schizophrenia|schizoaffective|psychosis"
    r"|bipolar|ocd|c?ptsd|bpd|eupd|adhd|autism|autistic|asperger['’]?s?|dyslexi[ac]|dyspraxi[ac]|tourette['’]?s?"
    r"|anorexia|bulimia|agoraphobia"
)
NAMED = re.compile(rf"\b(?:{_NAMES})\b", re.IGNORECASE)
_BY_LETTERS = re.compile(r"(?:\b(?:have|has|got|with)\s+|^\W*)(m\.?\s?e\.?)(?=\W*$)", re.IGNORECASE)
"""Where an illness is told, "have me" names one; anywhere else it names none."""
_IN_CAPITALS = frozenset(
    "ms me sle cfs copd ibs ibd mnd hiv pcos eds ocd ptsd cptsd bpd eupd adhd me/cfs cfs/me".split()
)
_SPELT = {
    "m.e.": "ME",
    "m.e": "ME",
    "m e": "ME",
    "stroke": "a stroke",
    "diabetic": "diabetes",
    "epileptic": "epilepsy",
    "sickle": "sickle cell",
}
_OF_A_DOCTOR = re.compile(
    r"(parkinson|crohn|huntington|alzheimer|asperger|tourette|meniere|ménière)['’]?s?", re.IGNORECASE
)


def illness_in(words: str) -> str:
    """The illness that words about somebody's health name, as it is written: "MS" of "ms diagnosed last year"."""
    found = _BY_LETTERS.search(words) or NAMED.search(words)
    if found is None:
        return ""
    return as_written(found[1] if found.re is _BY_LETTERS else found.group())


def as_written(words: str) -> str:
    """An abbreviation in capitals and a doctor's name with its own; other words as they are, no capital forced."""
    low = words.casefold().strip()
    if low in _SPELT:
        return _SPELT[low]
    if low in _IN_CAPITALS:
        return low.upper()
    if name := _OF_A_DOCTOR.fullmatch(low):
        return f"{name[1][:1].upper()}{name[1][1:]}'s"
    return low if words[1:].islower() else words


def same_illness(one: str, other: str) -> bool:
    """By their first letters: "sickle" and "sickle cell", "autism" and "autistic", "Parkinsons" and "Parkinson's"."""
    return one.casefold().removeprefix("a ")[:5] == other.casefold().removeprefix("a ")[:5]


@lru_cache(maxsize=1024)
def illnesses_listed(words: str) -> tuple[str, ...]:
    """The same in words of a listing, looked at again whenever places are chosen; nobody's own are kept so."""
    return illnesses_in(words)


def illnesses_in(words: str) -> tuple[str, ...]:
    """All that are named, in order."""
    return tuple(as_written(found.group()) for found in NAMED.finditer(words))
