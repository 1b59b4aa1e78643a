"""The answer that a message picks among the options of the question asked.

Four ways, the longest words winning: the option's own wordings, a number or an hour, the ways to pass over any
question, and, where none of these is said, the option whose wordings share most of the message's telling words.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from knowledge.language.phrases import Found, strongest
from knowledge.language.words import Token
from knowledge.understanding.agreeing import is_only_yes
from knowledge.understanding.amounts import of_age, part_of_day
from knowledge.understanding.books import books
from knowledge.understanding.model import Concept
from knowledge.understanding.scope import Scope

SKIPPED = "skipped"
_ANY = "every"
_PICK_ONE = frozenset(("agreed", "young", "diagnosis", "work_right", "record", "gender", "age", "story"))
_MIXED = ("health", frozenset(("body", "mind")), "both")
_DENIES = frozenset(("no", "not", "never", "nobody", "nothing", "none"))
_EMPTY = frozenset(("nothing", "none", "not_sure", "any_time", "no", "something_else", "just_look"))
_UNSURE = "unsure"
"""At the head of a message it governs what follows: "don't know what my visa lets me do"."""
_SAFER = frozenset(("under_18", "under_16", "16_17"))
"""Whatever else is said there: nobody under 18 is taken for a grown-up who agreed."""

_LITTLE = frozenset(
    "i you he she it we they me my your his her our their this that these those a an the be am is are was were do does "
    "have had can could will would not no yes and or but so to of in on at by for with from as if then than there here "
    "up out off about just only really very too one some any what when where who why how which all more most bit get "
    "go like want need thing stuff lot please hi hello thanks".split()
)
"""Words that tell nothing by themselves; such a pick counts at the head of a message, or where little else is said."""
_ASKS_FIRST, _US = frozenset("can could will would is are does".split()), frozenset("you it this that".split())
"""As in "can you keep it safe?", which is no yes."""
_I_ASKED = ("i", "asked")
_YES_TO_KEEPING, _AGREE = frozenset(("agreed", "agreed_young")), "agree"
_DOUBTING = frozenset("but not sure maybe if unless never no dont before until till once when".split())
_QUESTION = frozenset("who what why how where when which can could will would do does are is".split())
_FEW_BEFORE = 4
_WELCOME = frozenset(("agreed", "young", "agreed_young", "story"))
"""There "can I look first?" is an answer; elsewhere one word of a question to us is none."""
_A_PHRASE = 5
"""So many little words together tell something: "not be so … of going out"."""
_SHORT, _NEAR_ENOUGH, _AHEAD = 4, 0.5, 1.5
_LONGEST_NEAR, _MANY, _SHARED_BY = 12, 2, 2
_ANSWERING = frozenset("inform correct skip unsure affirm deny".split())


def answer(scope: Scope, asked: str | None) -> tuple[str, Found] | None:
    """The option code and where it was said, or None. The longest wording wins; the first of equals."""
    message = scope.message
    if asked is None or not message:
        return None
    said = _picks(scope, asked)
    yes = [found for option, found in said if option == _AGREE and asked in _YES_TO_KEEPING]
    at_last = _ends_in_yes(message, yes)
    picks = [pick for pick in said if _enough(message, asked, pick[1]) or (at_last and pick[0] == _AGREE)]
    if asked in _YES_TO_KEEPING and not _plain_yes(message, said):
        picks = [pick for pick in picks if pick[0] != _AGREE]
    if not picks:
        return _nearest(scope, asked)
    kinds = {option for option, _ in picks}
    if asked == _MIXED[0] and kinds >= _MIXED[1]:
        return _MIXED[2], picks[0][1]
    return max(
        picks,
        key=lambda pick: (
            (asked == "agreed" and pick[0] in _SAFER) or (pick[0] == _UNSURE and pick[1].start <= 1),
            pick[1].mask.bit_count(),
            pick[0] not in _EMPTY,
            -pick[1].start,
        ),
    )


def _plain_yes(message: Sequence[Token], picks: Sequence[tuple[str, Found]]) -> bool:
    """Whether the message is a yes and nothing else, or "I agree" as a sentence of its own; not "before I agree, who
    reads this?".
    """
    if len(message) > 1 and message[0].word in _ASKS_FIRST and message[1].word in _US:
        return False
    yes = [found for option, found in picks if option == _AGREE]
    said = sum(1 << at for at in range(len(message)) if any(found.mask >> at & 1 for found in yes))
    rest = [token for at, token in enumerate(message) if not said >> at & 1]
    if is_only_yes(rest):
        return True
    if _ends_in_yes(message, yes):
        return True
    agreeing = [found for found in yes if any(t.stem == _AGREE for t in message[found.start : found.end])]
    doubting = rest[: _asked_before(rest)]
    return any(_stands_alone(message, found) for found in agreeing) and not _doubted(doubting)


def _asked_before(words: Sequence[Token]) -> int:
    """Where a sentence begins that asks once more: "I agree. I asked what you record, not who reads it"."""
    sentences = (at for at, one in enumerate(words) if one.pause == ".")
    return next((at for at in sentences if tuple(one.word for one in words[at : at + 2]) == _I_ASKED), len(words))


def _ends_in_yes(message: Sequence[Token], yes: Sequence[Found]) -> bool:
    """As in "nothing to change?? i said yes": few words, without doubt or question, and a yes as the last sentence."""
    last = max((at for at in range(len(message)) if message[at].pause), default=0)
    before = message[:last]
    if not 0 < len(before) <= _FEW_BEFORE or _doubted(before) or any(token.word in _QUESTION for token in before):
        return False
    left = [message[at] for at in range(last, len(message)) if not any(found.mask >> at & 1 for found in yes)]
    return len(left) < len(message) - last and is_only_yes(left)


def _stands_alone(message: Sequence[Token], found: Found) -> bool:
    """Whether pauses or the message's ends stand on both sides, with polite words at most in between."""
    if found.end < len(message) and not message[found.end].pause:
        return False
    first = max((at for at in range(found.start + 1) if message[at].pause), default=0)
    return is_only_yes(message[first : found.start])


def _doubted(words: Sequence[Token]) -> bool:
    return any(token.word in _DOUBTING for token in words)


def _picks(scope: Scope, asked: str) -> list[tuple[str, Found]]:
    message = scope.message
    labels = (asked + " ", f"{_ANY} ") if asked in books().skippable else (asked + " ",)
    found = [f for f in books().answers.find(message) if f.label.startswith(labels)]
    ages = [pick for pick in of_age(message, asked) if not scope.of_another(pick[1], "identity.")]
    picks = ages + (list(part_of_day(message)) if asked == "times" else [])
    for one in strongest(found):
        option = one.label.split(" ", 1)[1]
        denied = option not in (*_EMPTY, SKIPPED) and asked not in _PICK_ONE
        denied = denied and message[one.start].word not in _DENIES  # "no, not heard" says it twice
        bare = asked in _YES_TO_KEEPING and _is_of_something(message, one)
        if bare or _taken_back(message, one) or (denied and scope.polarity(one, _code(asked, option), ()) == "no"):
            continue
        picks.append((option, one))
    return picks


def _taken_back(message: Sequence[Token], found: Found) -> bool:
    """As "I can" is in "I can not"."""
    following = message[found.end] if found.end < len(message) else None
    return following is not None and following.word == "not" and not following.pause


_AFTER_NO = frozenset(
    "thanks thank ta thx cheers way not i we you he she it they that this sorry please never but and because just "
    "really only mate bro sis luv love worry worries need idea more comment no nope nah".split()
)


def _is_of_something(message: Sequence[Token], found: Found) -> bool:
    """Whether a bare "no" is of what follows: "no health problems" is no answer to "may I keep it?"."""
    if found.end - found.start != 1 or message[found.start].word != "no" or found.end >= len(message):
        return False
    following = message[found.end]
    return not following.pause and following.word not in _AFTER_NO


def _enough(message: Sequence[Token], asked: str, found: Found) -> bool:
    """One small word inside a long message, and any one word of a question to us, is no answer."""
    words = [message[at] for at in range(found.start, found.end) if found.mask >> at & 1]
    if len(words) < _A_PHRASE and all(word.stem in _LITTLE or word.word in _LITTLE for word in words):
        near_head = len(message) <= _SHORT or found.start <= 1
        return near_head and (asked in _WELCOME or not _asks_us(message))
    if len(words) > 1:
        return True
    if asked in _PICK_ONE and len(message) > 2 * _SHORT and found.start > 1:
        return False
    return asked in _WELCOME or not _asks_us(message)


def _asks_us(message: Sequence[Token]) -> bool:
    """As in "is this the council?" and "play me a song"."""
    if len(message) <= 2:
        return False
    second = message[1].word
    if message[0].word == "is" and second in ("only", "just"):
        return False  # "is only me here" tells it, as Caribbean English does
    return second in {"me", "us"} or (message[0].word in _QUESTION and second != "not")


def _nearest(scope: Scope, asked: str) -> tuple[str, Found] | None:
    """The option that shares most of the telling words, if they are a good part of them and no other comes close."""
    message = scope.message
    table = _vocabulary().get(asked)
    told = [at for at, token in enumerate(message) if token.stem not in _LITTLE and token.word not in _LITTLE]
    if table is None or not told or len(message) > _LONGEST_NEAR or _asks_us(message):
        return None
    scores: dict[str, float] = defaultdict(float)
    for at in told:
        for option, weight in table.get(message[at].stem, {}).items():
            scores[option] += weight
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _AHEAD * ranked[1][1]):
        return None
    best = ranked[0][0]
    shared = [at for at in told if best in table.get(message[at].stem, {})]
    thin = best in _EMPTY and len(shared) < _MANY
    if thin or len(shared) < _NEAR_ENOUGH * len(told) or _denied(scope, shared, asked, best) or _aside(message, shared):
        return None
    return best, Found(f"{asked} {best}", shared[0], shared[-1] + 1, sum(1 << at for at in shared))


def _aside(message: Sequence[Token], shared: Sequence[int]) -> bool:
    """Whether a way to ask or tell something else of us has these words: "many thanks", "the place was horrible"."""
    others = [rule for rule in books().rules.find(message) if rule.label not in _ANSWERING]
    return any(rule.mask >> at & 1 for rule in others for at in shared)


def _denied(scope: Scope, shared: Sequence[int], asked: str, option: str) -> bool:
    one = Found("", shared[0], shared[0] + 1, 1 << shared[0])
    return option not in _EMPTY and scope.polarity(one, _code(asked, option), ()) == "no"


def _code(asked: str, option: str) -> str:
    """The option's first code: who cannot pay still wants help with money, who cannot sing does not want music."""
    return next((code for code, _ in books().answer_codes.get((asked, option), ())), "interest.")


@lru_cache(maxsize=1)
def _vocabulary() -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    """Question, stem, option, weight: a word of one option weighs most, of many nothing."""
    table: dict[str, dict[str, dict[str, float]]] = {}
    for asked, options in books().answer_words.items():
        if asked in _PICK_ONE:
            continue
        table[asked] = {}
        for stem in {stem for stems in options.values() for stem in stems} - _LITTLE:
            having = [option for option, stems in options.items() if stem in stems]
            if len(having) <= min(_SHARED_BY, len(options) - 1):
                table[asked][stem] = dict.fromkeys(having, math.log(len(options) / len(having)))
    return table


def passed_over(scope: Scope, found: Found) -> tuple[int, int]:
    """The places in the text of the clause that turns the question down; what it names is not told."""
    first, last = scope.clause(found.start, found.end)
    return scope.message[first].start, scope.message[last - 1].end


def answered_codes(text: str, message: Sequence[Token], asked: str, option: str, found: Found) -> list[Concept]:
    """The codes that the option stands for, on the words that picked it."""
    start, end = message[found.start].start, message[found.end - 1].end
    return [
        Concept(code, "no" if polarity == "no" else "yes", start, end, text[start:end])
        for code, polarity in books().answer_codes.get((asked, option), ())
    ]
