"""Names of what troubles somebody's health, in their own words, so that each fits behind "I'll work round".

"Depressed" and "always tired" are no names; a breakdown is one, and wants its article.
"""

from __future__ import annotations

import re

from introductions.naming import is_name
from knowledge.illnesses import illness_in

_NAME = re.compile(
    r"(?:\w{0,20}(?:itis|osis|lgia|noia|emia|aemia|hobia|ritis|lepsy|ylosis|ophy|pathy|ania|arthria|exia|somnia|lexia"
    r"|praxia|phrenia|entia|aches?|pains?|xiety|ness(?<!illness))|autism|alcoholism|rheumatism|depression|stress|burnout|trauma"
    r"|grief|bereavement|asthma|diabetes|cancer|leukaemia|lymphoma|epilepsy|lupus|gout|sciatica|angina|eczema|psoriasis"
    r"|glaucoma|cataracts|tinnitus|vertigo|endometriosis|menopause|adhd|add|asd|ocd|ptsd|cptsd|bpd|eupd|copd|ibs|ibd"
    r"|cfs|me|ms|hiv|pcos|rsi|covid|bipolar|fibro|fibromyalgia|crohns|parkinsons|sclerosis|palsy|dystrophy|damage"
    r"|fatigue|exhaustion|dizziness|insomnia|addiction|gambling|drinking|mobility|blood pressure|cholesterol|psychosis"
    r"|paranoia|voices|flashbacks|nightmares|seizures|fits|palpitations|migraines|allergies|problems|issues|attacks"
    r"|fog|loss|disease|failure|syndrome|anaemia|sickle cell|fibrosis|disorder|phobia|anger|withdrawal|recovery"
    r"|low mood|bad sleep|poor sleep|mood swings|mental health|hot flushes)$",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"(?:^|\s)(?:breakdown|stroke|attack|disc|back|shoulder|knee|hip|neck|leg|foot|hand|arm|wrist|ankle|chest|heart"
    r"|stoma|clot|pacemaker|implant|transplant|replacement|operation|condition|disability|difficulty|problem|injury|illness"
    r"|disorder"
    r"|syndrome|tumour|hernia|nerve|stammer|stutter|limp|phobia|relapse|miscarriage|bladder|thyroid|lung)$",
    re.IGNORECASE,
)
_BY_ITSELF = re.compile(
    r"(?:back|shoulder|knee|hip|neck|leg|foot|hand|arm|wrist|ankle|chest|heart|bladder|thyroid|lung)", re.IGNORECASE
)
_OF_A_DOCTOR = re.compile(
    r"(?:parkinson|alzheimer|crohn|huntington|raynaud|tourette|asperger|hodgkin|addison|graves|meniere|paget|still)"
    r"['’]?s?(?: disease| syndrome)?",
    re.IGNORECASE,
)
"""Named for who first told of it."""


_SENTENCE = re.compile(r"(?:hear|see|get|have|feel|lose|losing|take|taking)\s", re.IGNORECASE)
"""Words of what somebody does or has, which name nothing behind "I'll work round"."""
_PRESSURE = re.compile(
    r"\b(?:(?:my|mi|me|di|the|high|low) pressure (?:is |a |too )*(?:high|low|up|bad|gone up)|(?:high|low) pressure"
    r"|(?:my|mi|me) pressure$)",
    re.IGNORECASE,
)
_SAYS_WHAT_ONE_IS = re.compile(r"(?:autistic|dyslexic|dyspraxic)$", re.IGNORECASE)


def trouble(words: str) -> str:
    """The words as a name, with its article where it wants one; the illness they name, where they say more than that;
    empty where they name none.
    """
    named = illness_in(words)
    if not named and _PRESSURE.search(words):
        return "blood pressure"
    named = "" if _SAYS_WHAT_ONE_IS.search(named) else named
    if named and named.casefold() == words.casefold().strip():
        return named
    words = words.casefold() if words[1:].islower() else words
    if _SENTENCE.match(words):
        return named
    if not is_name(words):
        return named
    if _OF_A_DOCTOR.fullmatch(words):
        return named or words[:1].upper() + words[1:]
    if _ONE_OF.search(words):
        return f"your {words}" if _BY_ITSELF.fullmatch(words) else f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
    return words if _NAME.search(words) else named
