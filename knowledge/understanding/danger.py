"""How dangerous words are weighed: what is denied or over does not count, what is doubtful is asked about."""

from __future__ import annotations

from dataclasses import replace

from knowledge.language.phrases import Found, strongest
from knowledge.understanding.books import books
from knowledge.understanding.calm_grief import is_calm_grief, wishes_to_follow
from knowledge.understanding.model import Level, Safety
from knowledge.understanding.plain_questions import plain_question
from knowledge.understanding.scope import Scope
from knowledge.understanding.second_hearing import (
    harmless_facts,
    harmless_otherwise,
    is_of_a_person,
    only_goes_on,
)  # fmt: skip
from knowledge.understanding.sensing import Sensed

DOUBTFUL, PLAIN, HARMLESS, LIKELY, LIKELY_BESIDE, UNHEARD = 0.16, 0.8, 0.2, 0.05, 0.01, 0.03
"""Chances by the network: of any danger from which we ask, of plain danger from which we act; under HARMLESS even plain
listed words are only asked about, under UNHEARD passed over, and from LIKELY on doubtful listed words are asked about;
from LIKELY_BESIDE on where he or she is spoken of.
Chosen on ``open-kept-back.jsonl``, which it had not seen: 93 % of danger found, 5 % of the rest asked about."""
FEW, FAMILIAR = 4, 0.6
"""A message of so FEW words gives the network little to go by, and danger that is named but denied or over leads it
astray: it must be surer before we ask."""
CROSS = 0.85
"""Chance of a complaint of us, from which doubtful listed words need more than a faint chance of danger."""
WARY, AFTER = 0.3, "after"
"""Once danger was spoken of, a smaller chance of it is asked about, and so are the words that count only then."""
SURE, UNLIKELY = 0.9, 0.1
"""Chances of a kind of danger, from which the network is believed on it, and under which a listed one is dropped."""
OF_A_KIND, BARE = 0.3, 6
"""So sure of a kind of danger, or so many words, that what the network alone hears is acted on."""
_TO_OTHERS, _OWN_LIFE = "harm_others", frozenset(("suicide", "self_harm"))
_HEARD = 0.05
"""Plain words on somebody's own life are not passed over where the network hears such a thing at all."""
_LEVELS: dict[str, int] = {"none": 0, "ask": 1, "act": 2, AFTER: 1}
_DENIERS = frozenset(("not", "never", "no", "nobody", "without", "stopped", "nor", "wouldnt", "none"))
_NOT_A_DENIAL = frozenset("stop help sure know why only just sleep eat like can care wait safe well because".split())
_RECENT = frozenset(
    "tonight today now again yesterday still week recently lately currently "
    "tomorrow morning hour day minute just".split()
)


def judge(scope: Scope, sensed: Sensed, *, after_danger: bool = False) -> Safety:
    """Word lists and network together: either may raise the alarm, and where they disagree we ask.

    What the network alone hears is heard once more in other words; never once danger was spoken of.
    """
    safety = _unless_harmless(scope, sensed, after_danger=after_danger)
    if safety.level == "none" and wishes_to_follow(scope.message):
        return Safety("ask", ("suicide",), named=True)
    return safety


def _unless_harmless(scope: Scope, sensed: Sensed, *, after_danger: bool) -> Safety:
    listed = assess(scope, after_danger=after_danger)
    safety = _judged(scope, listed, sensed, after_danger=after_danger)
    if after_danger and _is_of_a_visit(scope, sensed):
        return Safety("none")
    if safety.level == "ask" and is_calm_grief(scope.message, sensed, _named(scope)):
        return Safety("none")
    faint = listed.level == "none" and sensed.ask + sensed.act < FAMILIAR
    if safety.level == "none" or listed.level != "none" or after_danger:
        return replace(safety, faint=faint, named=listed.level != "none" or _is_of_own_life(sensed))
    if only_goes_on(scope.message):
        return Safety("none")
    otherwise = safety.level == "ask" and harmless_otherwise(scope.message, sensed)
    if otherwise or harmless_facts(scope.message):
        return Safety("none")
    return replace(safety, faint=faint, named=_is_of_own_life(sensed))


def _is_of_a_visit(scope: Scope, sensed: Sensed) -> bool:
    """Whether it is an everyday question, heard with words that count only once danger was spoken of."""
    asks = plain_question(" ".join(token.word for token in scope.message))
    least = HARMLESS / 2 if asks in _FEARS_OF_A_VISIT else UNHEARD
    return asks is not None and sensed.ask + sensed.act < least and assess(scope).level == "none"


_FEARS_OF_A_VISIT = frozenset(("ask_panic", "ask_bad_day"))


def _is_of_own_life(sensed: Sensed) -> bool:
    """Whether the network is sure what danger it would be, and that it is to somebody's own life: as good as named."""
    return any(chance > SURE for kind, chance in sensed.kinds if kind in _OWN_LIFE)


def _judged(scope: Scope, listed: Safety, sensed: Sensed, *, after_danger: bool) -> Safety:
    danger = sensed.ask + sensed.act
    kinds = _kinds(listed.kinds, sensed)
    own_life = any(chance > _HEARD for kind, chance in sensed.kinds if kind in _OWN_LIFE & set(listed.kinds))
    if listed.level == "act" and (danger > UNHEARD or after_danger or own_life):
        return Safety("act" if danger > HARMLESS else "ask", kinds)
    if sensed.act > PLAIN:
        return Safety("act" if len(scope.message) > BARE or _is_of_a_kind(listed, sensed) else "ask", kinds)
    if after_danger and (danger > WARY or listed.level == "ask"):
        return Safety("ask", kinds)
    likely = LIKELY_BESIDE if is_of_a_person(scope.message) else HARMLESS if _is_cross(sensed) else LIKELY
    if danger > FAMILIAR or (listed.level == "ask" and danger > likely):
        return Safety("ask", kinds)
    if danger > DOUBTFUL and len(scope.message) > FEW and not (listed.level == "none" and _named(scope)):
        return Safety("ask", kinds)
    return Safety("none")


def _is_cross(sensed: Sensed) -> bool:
    """Whether it is we who are complained of: weary words beside that are of us, "this is rubbish ive had enough"."""
    return any(name == "complain" and chance > CROSS for name, chance in sensed.intents)


def _is_of_a_kind(listed: Safety, sensed: Sensed) -> bool:
    """Whether it can be said what danger it is; a few plain words of none, "he won't come here", are asked about."""
    return listed.level != "none" or (bool(sensed.kinds) and sensed.kinds[0][1] > OF_A_KIND)


def _kinds(listed: tuple[str, ...], sensed: Sensed) -> tuple[str, ...]:
    """The listed kinds, less those that the network thinks unlikely where it is sure of another: who wishes they had
    not woken up is not unconscious. The likeliest comes first.
    """
    likeliest, chances = _likeliest(sensed), dict(sensed.kinds)
    if not listed or chances.get(next(iter(likeliest), ""), 0.0) < SURE:
        return listed or likeliest
    kept = tuple(kind for kind in listed if chances.get(kind, 0.0) > UNLIKELY)
    if _TO_OTHERS in listed:  # who is afraid of what they may do is not told that nobody may do it to them
        likeliest = tuple(kind for kind in likeliest if kind != "violence")
    return tuple(dict.fromkeys((*likeliest, *kept)))


def _named(scope: Scope) -> list[Found]:
    """Danger named in words that we know; if it weighs nothing then, it is denied or long over."""
    return [one for one in strongest(books().safety.find(scope.message)) if not one.label.startswith(("none", AFTER))]


def _likeliest(sensed: Sensed) -> tuple[str, ...]:
    """The likeliest kind, and whatever else is more likely than not."""
    return tuple(kind for place, (kind, chance) in enumerate(sensed.kinds) if not place or chance > 0.5)


def assess(scope: Scope, *, after_danger: bool = False) -> Safety:
    """What the word lists say of one message already in words."""
    found: dict[str, int] = {}
    for one in strongest(books().safety.find(scope.message)):
        if one.label == "none":
            continue
        level, _, kind = one.label.partition(" ")
        if level == AFTER and not after_danger:
            continue
        weight = _weighed(scope, one, _LEVELS[level])
        if weight:
            found[kind] = max(found.get(kind, 0), weight)
    if not found:
        return Safety("none")
    top = max(found.values())
    levels: tuple[Level, ...] = ("none", "ask", "act")
    kinds = tuple(kind for kind, weight in found.items() if weight == top)
    return Safety(levels[top], kinds)


def _weighed(scope: Scope, one: Found, weight: int) -> int:
    """A denial counts for nothing; a past that is over counts for nothing, one that may not be is asked about."""
    if _denied(scope, one):
        return 0
    return _past(scope, one, weight)


def _denied(scope: Scope, one: Found) -> bool:
    first, _ = scope.clause(one.start, one.end)
    before = scope.message[max(first, one.start - 5) : one.start]
    for index, token in enumerate(before):
        following = before[index + 1].stem if index + 1 < len(before) else scope.message[one.start].stem
        if token.word in _DENIERS and following not in _NOT_A_DENIAL:
            return True
    return False


def _past(scope: Scope, one: Found, weight: int) -> int:
    start, end = scope.sentence_start(one.start), scope.sentence_end(one.end)
    words = {token.stem for token in scope.message[start:end]} | {token.word for token in scope.message[start:end]}
    ended = [c for c in scope.cues.get("strong_past_after", ()) if c.start >= one.end]
    before = [c for c in scope.cues.get("past_safety", ()) if c.start >= start and c.end <= one.end]
    if not ended and not before:
        return weight
    if words & _RECENT - {"now", "day", "just"} or ("now" in words and not ended):
        return weight
    return 0 if ended else min(weight, 1)
