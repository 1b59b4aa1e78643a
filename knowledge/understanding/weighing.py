"""Word lists and network together: which codes a message says, and with which polarity.

Neither is believed alone. How far each is, by group of codes, is fitted by ``scripts/teach`` on messages that the
network had not seen, and stands in ``data/network/mixing.yaml``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.language.usage import DATA
from knowledge.understanding.model import POLARITIES, Concept, Polarity
from knowledge.understanding.past import LASTING
from knowledge.understanding.sensing import FAINTEST, Hint
from knowledge.understanding.week import TIMES
from knowledge.yaml_files import read_yaml

_SUREST = 0.9999
_BY_LISTS = TIMES | {
    "constraint.benefits_worry",
    "constraint.age_worry",
    "constraint.overqualified",
    "constraint.going_alone",
    "support.in_work_support",
}
"""Codes for which the lists alone are believed; times only in a message of a few words, or where the network hears a
hint as well. Where a few words name one time, the network adds no other; where many do, only one it is sure
of. They are plain words: a time that is said is not asked for again, and whether it is a must is for
``knowledge.musts`` to say. A needless word on benefits, or on help to keep a job, does no harm; a missing one may.
The network was never taught what it is not to walk in alone."""
_FEW, _HEARD, _DENIED, _HINTED = 6, 0.9, 0.7, 0.3
_HEALTH, _SOME_KIND = "health.", 0.75
"""From which sum of chances some condition is told, though none of them is sure."""
_WISHES = ("support.", "interest.")
_STAGES = {"stage.distant": 3, "stage.nearer": 2, "stage.ready": 1, "stage.in_work": 0}
_NEAR = 0.1
"""Stages by how far they are from work, and what a step counts where chances are alike."""
_TWICE_DENIED = "constraint.not_mornings"
"""Who says that mornings are no trouble tells that mornings suit, and nothing else."""
_KEPT_UP = (*LASTING, "health.addiction")
"""What does not pass, or is lived with from day to day: who is sober for a year is no stranger to it."""
_HELP_FOR = re.compile(
    r"\b(?:counselling|therapy|therapist|help|support|groups?|talk\w*)\b[^.;!?]*\b(?:for|with|about)\s+(?:my\s+)?$",
    re.IGNORECASE,
)
"""What help is asked for is told: "counselling for trauma"."""
MIXING = DATA / "network" / "mixing.yaml"


@dataclass(frozen=True)
class Belief:
    """A code counts as said when ``network`` times the log odds of its chance, with ``listed`` added if the word lists
    have it too, is above ``least``.
    """

    network: float
    listed: float
    least: float


@dataclass(frozen=True)
class Mixing:
    """``codes`` are added to ``least`` where one code differs from its group. ``agreeing`` is added to the chance of a
    polarity that the word lists say too, and ``denied`` to that of a denial: in doubt no words are put into somebody's
    mouth. Above ``both`` a second polarity counts.
    """

    groups: Mapping[str, Belief]
    codes: Mapping[str, float]
    agreeing: Mapping[str, float]
    denied: float
    both: float


def weighed(text: str, listed: Sequence[Concept], hints: Sequence[Hint]) -> list[Concept]:
    """The concepts of a message in order of appearance; each code once for each of its polarities."""
    ours: dict[str, list[Concept]] = {}
    for concept in listed:
        ours.setdefault(concept.code, []).append(concept)
    hinted = {hint.code: hint for hint in hints if not _lesser_stage(hint, hints)}
    said = [concept for code in ours.keys() | hinted.keys() for concept in _of_code(text, code, ours, hinted.get(code))]
    said += _of_one_kind(text, said, hints)
    return sorted(said, key=lambda concept: (concept.start, concept.end, concept.code, concept.polarity))


def _of_one_kind(text: str, said: Sequence[Concept], hints: Sequence[Hint]) -> list[Concept]:
    """The likeliest condition where none is sure and one is: a breakdown is stress or low mood, and something."""
    health = [hint for hint in hints if hint.code.startswith(_HEALTH)]
    best = max(health, key=lambda hint: hint.chance, default=None)
    if best is None or any(one.code.startswith(_HEALTH) for one in said):
        return []
    same = sum(hint.chance for hint in health if hint.start < best.end and best.start < hint.end)
    return _sides(text, best.code, (), best) if same > _SOME_KIND and best.chance > _HINTED else []


def _of_code(text: str, code: str, ours: Mapping[str, Sequence[Concept]], hint: Hint | None) -> Sequence[Concept]:
    """What is believed of one code; nothing, if it is not."""
    belief, listed = mixing().groups[code.partition(".")[0]], ours.get(code, ())
    few = len(text.split()) <= _FEW
    if code in TIMES and any(one.polarity == "yes" and _suits(text, one) for one in listed):
        return listed
    if code in TIMES and listed and all(_named_in_a_no(text, one) for one in listed):
        return listed
    if few and code in TIMES and hint and _surely_denied(hint):
        return _sides(text, code, [one for one in listed if one.polarity == "no"], hint)
    if listed and code in _BY_LISTS and (few or code not in TIMES):
        return listed
    plainly = few or (code.startswith(_WISHES) and all(one.polarity == "no" for one in listed))
    if listed and plainly and hint and hint.chance > _HINTED and not _surely_denied(hint):
        return listed
    if few and code in TIMES and TIMES & ours.keys():
        return ()
    if code in TIMES and not listed and TIMES & ours.keys() and hint and hint.chance < _HEARD:
        return ()
    if listed and code.startswith("health.") and any(_HELP_FOR.search(text[: one.start]) for one in listed):
        return listed
    odds = belief.network * log_odds(hint) + belief.listed * bool(listed)
    if odds > belief.least + mixing().codes.get(code, 0.0):
        return _sides(text, code, listed, hint)
    return listed if code in _BY_LISTS and (hint or code not in TIMES) else ()


def _lesser_stage(hint: Hint, hints: Sequence[Hint]) -> bool:
    """Whether the same words tell of another stage that is likelier, or about as likely and further from work: "want to
    get back to something" is not ready yet.
    """
    others = (other for other in hints if other is not hint and other.code in _STAGES and hint.code in _STAGES)
    return any(
        other.chance + _NEAR * (_STAGES[other.code] - _STAGES[hint.code]) > hint.chance
        for other in others
        if other.start < hint.end and hint.start < other.end
    )


_SUIT = r"(?:best|better|good|great|fine|ok(?:ay)?|perfect|ideal|easier|suits?(?: me)?)"
_SUITS_AFTER = re.compile(
    r"^\s+(?:(?:after|before|while|when|once|during)\s+[^.,;!?]{1,30}?\s+)?"
    rf"(?:is |are |r |would be |'?s )?(?:really |much |always )?{_SUIT}\b(?!\s+(?:for|if|when)\b)",
    re.IGNORECASE,
)
_SUITS_WITHIN = re.compile(rf"\b{_SUIT}$", re.IGNORECASE)
_NO = re.compile(r"\b(?:not?|never|nor|isn'?t|aren'?t|dont|don'?t|cant|can'?t)\b[^.,;!?]*$", re.IGNORECASE)


def _suits(text: str, said: Concept) -> bool:
    """Whether it is said in so many words that the time suits: "evenings are best"; then nothing need be guessed."""
    plainly = _SUITS_AFTER.match(text[said.end :]) or _SUITS_WITHIN.search(said.words)
    return plainly is not None and not _NO.search(text[: said.start])


def _named_in_a_no(text: str, said: Concept) -> bool:
    """Whether a time is turned down by name, whatever the network hears: "i can do mornings. not afternoons"."""
    return said.polarity == "no" and _NOT_IT.search(text[: said.start]) is not None


_NOT_IT = re.compile(r"\b(?:not|no) $", re.IGNORECASE)


def _surely_denied(hint: Hint) -> bool:
    """Whether the network hears it said, and hears a no: the lists pass over many a way to turn a time down."""
    yes, no, _ = hint.polarities
    return hint.chance > _DENIED and no > _DENIED and yes < 1 - _DENIED


def log_odds(hint: Hint | None) -> float:
    """Of the code being said; what is not hinted at counts as the faintest hint."""
    chance = min(max(hint.chance if hint else 0.0, FAINTEST), _SUREST)
    return math.log(chance / (1 - chance))


def _sides(text: str, code: str, listed: Sequence[Concept], hint: Hint | None) -> list[Concept]:
    """One concept for the likeliest polarity, and for others that are likely as well."""
    if hint is None:
        return list(listed)
    ours = {concept.polarity: concept for concept in listed}
    mixed = mixing()
    chances = {side: hint.polarities[n] + mixed.agreeing[side] * (side in ours) for n, side in enumerate(POLARITIES)}
    chances["no"] += mixed.denied
    best = max(POLARITIES, key=chances.__getitem__)
    if best == "past" and _lasts(listed):
        return list(listed)
    sides: list[Polarity] = [side for side in POLARITIES if side == best or chances[side] > mixed.both]
    if code == _TWICE_DENIED:
        sides = [side for side in sides if side != "no" or side in ours]
    return [ours.get(side) or Concept(code, side, hint.start, hint.end, text[hint.start : hint.end]) for side in sides]


def _lasts(listed: Sequence[Concept]) -> bool:
    """Whether the lists tell of a condition that does not pass: a back that went while somebody was a porter is bad."""
    return bool(listed) and all(one.code in _KEPT_UP and one.polarity == "yes" for one in listed)


@lru_cache(maxsize=1)
def mixing() -> Mixing:
    """Read once in a process."""
    read = read_yaml(MIXING)
    groups = {group: Belief(**row) for group, row in read["groups"].items()}
    return Mixing(groups, read["codes"], read["agreeing"], read["denied"], read["both"])
