"""One message in, everything it says out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.language.gibberish import is_gibberish
from knowledge.language.phrases import Found, strongest
from knowledge.language.words import Token, tokens
from knowledge.understanding.answers import SKIPPED, answer, answered_codes, passed_over
from knowledge.understanding.books import books
from knowledge.understanding.capitals import by_capitals
from knowledge.understanding.concepts import listed_concepts, of_age
from knowledge.understanding.danger import judge
from knowledge.understanding.heard import Heard
from knowledge.understanding.helper import about_them, without_own_carers
from knowledge.understanding.intents import intent_of
from knowledge.understanding.misspelt import hinted
from knowledge.understanding.model import Concept, Understanding, Value
from knowledge.understanding.scope import Scope
from knowledge.understanding.sensing import Hint, sense
from knowledge.understanding.tied import tied_to_home
from knowledge.understanding.values import values
from knowledge.understanding.week import taken, without_taken
from knowledge.understanding.weighing import weighed
from knowledge.understanding.without_benefits import without_benefits

_TELLING = frozenset(("inform", "correct", "crisis", "affirm", "deny", "unsure", "skip", "greet", "thank", "goodbye"))
_TOLD_ANYWHERE = ("health.", "constraint.english", "constraint.literacy", "constraint.no_phone_calls", "identity.")
_TOLD_OF_PLACES = ("constraint.", "interest.")
_PLAINLY, _SURELY = 0.4, 0.9
_OTHERS = "more_options"
"""Where the words of the wish tell nothing: "show me others" asks for no company."""


def understand(text: str, asked: str | None = None) -> Understanding:
    """What a message says; ``asked`` is the slot of the open question, whose options it may answer.

    Never raises on any text. Nothing is kept or logged.
    """
    heard = hear(text, asked)
    intent, confidence, alternatives = intent_of(heard)
    return Understanding(
        text=text,
        intent=intent,
        confidence=confidence,
        concepts=tuple(_told(heard, intent)),
        values=heard.values,
        answer=heard.answer,
        crisis=heard.safety.level,
        crisis_kinds=heard.safety.kinds,
        alternatives=alternatives,
    )


def hear(text: str, asked: str | None = None) -> Heard:
    """All readers but the intent's; danger is looked for in the whole text, whoever it is about."""
    books()
    whole, text = text, about_them(text)
    message, sensed = tokens(text), sense(text)
    scope = Scope.of(message)
    listed = listed_concepts(text, scope)
    said = weighed(text, listed, _hints(text, hinted(text, message, listed, sensed)))
    said += [
        one for one in listed if (_trade(one) or _left_alone(one)) and all(one.code != other.code for other in said)
    ]
    said += _never_again(listed, said)
    said = _one_thing(text, [*said, *by_capitals(text, said)], listed)
    picked = answer(scope, asked)
    if picked is not None and asked is not None and _part_of_another(message, asked, picked, listed):
        picked = None
    if picked is not None and asked == "times":
        picked = _of_times(text, message, picked, said)
    if picked is not None and asked is not None and _said_to_be_none(text, message, asked, picked, said):
        picked = None
    if picked is not None and asked is not None:
        said = _with_answer(said, answered_codes(text, message, asked, *picked))
        if picked[0] == SKIPPED:
            first, last = passed_over(scope, picked[1])
            said = [concept for concept in said if not first <= concept.start < last]
    said = without_benefits(text, tied_to_home(text, without_taken(text, said, listed)))
    found = tuple(_without_wishes(values(text, message, asked), message, asked))
    found = tuple(value for value in found if asked is not None or not _is_what_they_are(value, listed))
    said = _spoken_only(without_own_carers(text, said), found)
    said = [*_without_bare_age([*said, *of_age(said, found)], found, sensed.hints)]
    if asked == "times":  # there "too late" is an hour
        said = [one for one in said if one.code != _AGE_WORRY]
    rules = strongest(books().rules.find(message))
    safety = judge(scope, sensed) if text == whole else judge(Scope.of(tokens(whole)), sense(whole))
    return Heard(text, message, asked, picked[0] if picked else None, tuple(said), found, safety, rules, sensed)


_NO_WISH = frozenset(("greet", "thank", "affirm", "deny", "goodbye", "language", "skip", "pause"))


def _without_wishes(found: Sequence[Value], message: Sequence[Token], asked: str | None) -> list[Value]:
    """No name is made of the words of a wish: "introduce me", where a name was asked for."""
    rules = (
        [rule for rule in books().rules.find(message) if rule.label not in _NO_WISH] if asked == "chosen_name" else []
    )
    wishes = [(message[rule.start].start, message[rule.end - 1].end) for rule in rules if rule.mask.bit_count() > 1]
    return [
        value
        for value in found
        if value.field != "name" or not any(a <= value.start and value.end <= b for a, b in wishes)
    ]


def _is_what_they_are(value: Value, listed: Sequence[Concept]) -> bool:
    """No name is "I'm Dyslexic"."""
    told = (one for one in listed if one.code.startswith(("health.", "identity.")))
    return value.field == "name" and any(one.start <= value.start and value.end <= one.end for one in told)


def _hints(text: str, hints: Sequence[Hint]) -> list[Hint]:
    """In words that are none of the common ones, which may be struck at random, only what the network is sure of."""
    least = _SURELY if is_gibberish(text) else 0.0
    return [hint for hint in hints if hint.chance > least]


_TRADE = re.compile(r"(i'?m|i am|i was|am|was|ran|run|running|work(ed|ing)?( as)?)\b.*\s\S+", re.IGNORECASE)


def _trade(one: Concept) -> bool:
    """What somebody is or did for a living is believed as it stands: "I'm a printer", "ran print presses"."""
    return one.code.startswith("interest.") and one.polarity != "no" and bool(_TRADE.fullmatch(one.words))


_LEFT_ALONE = re.compile(r"\bbe left\b|\bleave\b.*\b(?:alone|own|long|more)\b", re.IGNORECASE)
_OF_CARE = frozenset(("constraint.caring", "constraint.own_home"))


def _left_alone(one: Concept) -> bool:
    """So is that somebody cannot be left, and what follows from it."""
    return one.code in _OF_CARE and one.polarity == "yes" and bool(_LEFT_ALONE.search(one.words))


def _never_again(listed: Sequence[Concept], said: Sequence[Concept]) -> list[Concept]:
    """What is told to be past and over: "was a courier, need a new line of work"."""
    heard = {(one.code, one.polarity) for one in (*listed, *said)}
    kept = {one.code for one in said if one.polarity == "past"} - {one.code for one in said if one.polarity != "past"}
    over = (one for one in listed if one.polarity == "no" and one.code in kept and (one.code, "past") in heard)
    return [one for one in over if one.code.startswith("interest.")]


def _one_thing(text: str, said: Sequence[Concept], listed: Sequence[Concept]) -> list[Concept]:
    """Likings that stand side by side, of which the lists know one at most, are one thing: "model railways"."""
    known = {one.code for one in listed}
    joined = list(said)
    for one in said:
        if not one.code.startswith("interest."):
            continue
        for other in joined:
            near = other.code.startswith("interest.") and text[one.end : other.start] == " "
            if near and one.polarity == other.polarity and not {one.code, other.code} <= known:
                words = text[one.start : other.end]
                joined = [
                    replace(c, start=one.start, end=other.end, words=words) if c in (one, other) else c for c in joined
                ]
                break
    return joined


def _spoken_only(said: Sequence[Concept], found: Sequence[Value]) -> list[Concept]:
    """Without a liking for languages where a bare name says which one somebody speaks: "deaf, BSL"."""
    names = {value.words.casefold() for value in found if value.field == "language"}
    return [one for one in said if one.code != "interest.languages" or one.words.casefold() not in names]


def _part_of_another(
    message: Sequence[Token], asked: str, picked: tuple[str, Found], listed: Sequence[Concept]
) -> bool:
    """Whether the words of an answer are a part of something else: no sport is meant by "ran print presses"."""
    option, found = picked
    start, end = message[found.start].start, message[found.end - 1].end
    codes = {code for code, _ in books().answer_codes.get((asked, option), ())}
    if asked == "hopes" and any(_left_alone(one) and one.start <= start and end <= one.end for one in listed):
        return True  # who has to be at home does not wish to get out of it
    around = (one for one in listed if one.start <= start and end <= one.end and one.end - one.start > end - start)
    return bool(codes) and any(one.code not in codes and _trade(one) for one in around)


def _said_to_be_none(
    text: str, message: Sequence[Token], asked: str, picked: tuple[str, Found], said: Sequence[Concept]
) -> bool:
    """Whether the words that would pick an answer say that it is none: no worry is meant by "bus fare ok got pass"."""
    given = answered_codes(text, message, asked, *picked)
    so = {one.code for one in said if one.polarity == "yes"}
    denied = [one for one in said if one.polarity == "no" and one.code not in so]
    meant = [(one, no) for one in given for no in denied if one.polarity == "yes" and one.code == no.code]
    return any(one.start < no.end and no.start < one.end for one, no in meant)


_AGE_WORRY = "constraint.age_worry"
_AGE_ALONE = re.compile(r"(?:my )?age(?: is)?", re.IGNORECASE)


def _without_bare_age(said: Sequence[Concept], found: Sequence[Value], hints: Sequence[Hint]) -> list[Concept]:
    """Who tells their age in those words does not worry about it: "my age is 61"; unless other words say so."""
    ages = [value for value in found if value.field == "age" and _AGE_ALONE.match(value.words)]
    spans = [(one.start, one.end) for one in said if one.code == _AGE_WORRY]
    spans += [(hint.start, hint.end) for hint in hints if hint.code == _AGE_WORRY]
    bare = ages and all(any(age.end - len(age.words) <= a and b <= age.end for age in ages) for a, b in spans)
    return [one for one in said if not bare or one.code != _AGE_WORRY]


_NOON, _LATE = "constraint.not_mornings", "constraint.evenings_weekends"


def _of_times(
    text: str, message: Sequence[Token], picked: tuple[str, Found], said: Sequence[Concept]
) -> tuple[str, Found] | None:
    """Who cannot do mornings has not chosen them, nor has who has no mornings free, and "evenings not mornings" asks
    for no afternoons.
    """
    if any(one.start <= message[picked[1].start].start < one.end for one in taken(text)):
        return None
    times = {(one.code, one.polarity): one.words.casefold() for one in said}
    if picked[0] == "mornings":
        return None if (_NOON, "yes") in times else picked
    late = times.get((_LATE, "yes"), "")
    turned = picked[0] == "afternoons" and late.startswith("eve") and times.get((_NOON, "yes"), "").startswith("not ")
    return ("evenings", picked[1]) if turned else picked


def _with_answer(said: list[Concept], given: list[Concept]) -> list[Concept]:
    """The answer's codes come first and outrank what the same words said otherwise."""
    codes = {concept.code for concept in given}
    return [*given, *(concept for concept in said if concept.code not in codes)]


def _told(heard: Heard, intent: str) -> list[Concept]:
    """Facts in a sentence that asks us for something are told only as far as the network hears them plainly: not in
    "would I lose my PIP if I volunteered?".
    """
    if intent in _TELLING:
        return list(heard.concepts)
    rules = [rule for rule in heard.rules if rule.label == intent]
    asking = _asking(heard.text, heard.message, rules)
    wish = [(heard.message[one.start].start, heard.message[one.end - 1].end) for one in rules if intent == _OTHERS]
    kept = _TOLD_ANYWHERE + (_TOLD_OF_PLACES if intent == "decline_match" else ())
    plain = {hint.code for hint in heard.sensed.hints if hint.chance > _PLAINLY}
    plain -= {"constraint.benefits_worry"} if intent == "ask_benefits" else set()
    if intent == _OTHERS:
        plain -= {
            hint.code for hint in heard.sensed.hints if hint.code.startswith("support.") and hint.chance < _SURELY
        }
    return [
        c
        for c in heard.concepts
        if not any(a <= c.start and c.end <= b for a, b in wish)
        and (c.code in plain or c.code.startswith(kept) or not any(a <= c.start < b for a, b in asking))
    ]


def _asking(text: str, message: Sequence[Token], rules: Sequence[Found]) -> list[tuple[int, int]]:
    """Places in the text of the sentences that the rules stand in; the whole text when no rule spoke."""
    if not message:
        return []
    spans = []
    for rule in rules:
        first = max(i for i in range(rule.start + 1) if i == 0 or message[i].pause == ".")
        last = next((i for i in range(rule.end, len(message)) if message[i].pause == "."), len(message))
        spans.append((message[first].start, message[last - 1].end))
    return spans or _questions(message[0].start, text) or [(0, message[-1].end)]


def _questions(first: int, text: str) -> list[tuple[int, int]]:
    """The sentences that end in a question mark."""
    return [(max(first, one.start()), one.end()) for one in re.finditer(r"[^.!?]+\?", text)]
