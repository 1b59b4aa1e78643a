"""One message in, everything it says out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.language.gibberish import is_gibberish
from knowledge.language.phrases import strongest
from knowledge.language.words import Token, tokens
from knowledge.understanding.allowed import without_advisers
from knowledge.understanding.answer_meant import is_of_others, meant, of_the_week
from knowledge.understanding.answers import SKIPPED, answered_codes, passed_over
from knowledge.understanding.at_worst import at_worst
from knowledge.understanding.books import books
from knowledge.understanding.by_name import by_name
from knowledge.understanding.call_times import calls_blanked, without_call_times
from knowledge.understanding.capitals import by_capitals
from knowledge.understanding.concepts import listed_concepts, of_age
from knowledge.understanding.danger import judge
from knowledge.understanding.drinking import without_what_others_drink
from knowledge.understanding.early_names import bare_name
from knowledge.understanding.gets_out import as_getting_out
from knowledge.understanding.giving import given
from knowledge.understanding.heard import Heard
from knowledge.understanding.helper import about_them, without_own_carers
from knowledge.understanding.intents import intent_of
from knowledge.understanding.late_mornings import late_mornings
from knowledge.understanding.limits import limits_heard
from knowledge.understanding.lost_work import lost_work
from knowledge.understanding.misspelt import hinted
from knowledge.understanding.model import Concept, Understanding, Value
from knowledge.understanding.negative_questions import asked_plainly
from knowledge.understanding.no_job import without_a_job, without_pieces
from knowledge.understanding.no_use import without_use
from knowledge.understanding.not_alone import without_the_opposite
from knowledge.understanding.not_theirs import without_others
from knowledge.understanding.others_wishes import without_others_wishes
from knowledge.understanding.own_gender import own_gender
from knowledge.understanding.own_line import in_their_line
from knowledge.understanding.parts_said import hours_said, is_denied, parts_said
from knowledge.understanding.past import once_before
from knowledge.understanding.picked import is_of_the_week
from knowledge.understanding.plainly_so import is_called_a_trade, is_plainly_so, named, names_nothing, never_again
from knowledge.understanding.refused_thing import without_scorned
from knowledge.understanding.said_of_them import said_of_them
from knowledge.understanding.scope import Scope
from knowledge.understanding.sensing import Hint, sense
from knowledge.understanding.sober import as_sober
from knowledge.understanding.tied import tied_to_home
from knowledge.understanding.times_again import not_free, times_again
from knowledge.understanding.told import told
from knowledge.understanding.told_whom import without_fears
from knowledge.understanding.turned_round import turned_round
from knowledge.understanding.values import values
from knowledge.understanding.wanting_out import as_wanting_out
from knowledge.understanding.week import without_taken
from knowledge.understanding.weighing import weighed
from knowledge.understanding.without_benefits import without_benefits

_SURELY = 0.9


def understand(text: str, asked: str | None = None) -> Understanding:
    """What a message says; ``asked`` is the slot of the open question, whose options it may answer.

    Never raises on any text. Nothing is kept or logged.
    """
    heard = hear(text, asked)
    intent, confidence, alternatives = intent_of(heard)
    read = Understanding(
        text=text,
        intent=intent,
        confidence=confidence,
        values=heard.values,
        answer=heard.answer,
        crisis=heard.safety.level,
        crisis_kinds=heard.safety.kinds,
        alternatives=alternatives,
    )
    return replace(read, concepts=tuple(told(heard, read.otherwise[0])))


def hear(text: str, asked: str | None = None) -> Heard:
    """All readers but the intent's; danger is looked for in the whole text, whoever it is about."""
    books()
    whole, spoken = text, asked_plainly(about_them(text), unasked=asked is None)
    text = calls_blanked(spoken, all_of_them=asked == "times")
    message, sensed = tokens(text), sense(text)
    scope = Scope.of(message)
    listed = listed_concepts(text, scope)
    said = weighed(text, listed, _hints(text, hinted(text, message, listed, sensed)))
    plain = [one for one in listed if is_plainly_so(one) or is_called_a_trade(text, one)]
    said += [one for one in plain if all(one.code != other.code for other in said)]
    said = [named(one) for one in said if not names_nothing(one, text)]
    said += never_again(listed, said)
    said = _one_thing(text, [*said, *by_capitals(text, said)], listed)
    picked = meant(text, scope, asked, listed, said, sensed.hints)
    if picked is not None and asked is not None:
        said = _with_answer(said, answered_codes(text, message, asked, *picked))
        if picked[0] == SKIPPED:
            first, last = passed_over(scope, picked[1])
            said = [concept for concept in said if not first <= concept.start < last]
    said = by_name(text, given(text, without_others_wishes(text, turned_round(text, said))))
    said, before = without_pieces(text, without_others(text, said)), said
    picked = None if asked and picked and is_of_others(asked, picked[0], before, said) else picked
    said = own_gender(text, without_a_job(text, in_their_line(text, said), asked))
    said = without_benefits(text, as_getting_out(text, tied_to_home(text, without_taken(text, said, listed))))
    found = tuple(_without_wishes(values(text, message, asked), message, asked))
    found = tuple(value for value in found if asked is not None or not _is_what_they_are(value, listed))
    said = [one for one in said if one.code not in _PARTS_OF_A_DAY or not is_of_the_week(one.words)]
    picked, said = of_the_week(text, message, asked, picked, said, found)
    said = _spoken_only(without_own_carers(text, said), found)
    said = [*_without_bare_age([*said, *of_age(said, found)], found, sensed.hints)]
    said = as_wanting_out(text, without_the_opposite(said, listed))
    said = once_before(text, said)
    said = at_worst(text, not_free(text, without_advisers(text, without_fears(text, said, listed))))
    if asked != "times":
        said = times_again(text, said, only_theirs=asked is not None)
    said = limits_heard(text, said_of_them(text, late_mornings(text, parts_said(text, hours_said(text, said)))))
    said = as_sober(text, lost_work(text, without_use(text, without_call_times(spoken, said))))
    said = without_what_others_drink(text, without_scorned(text, said))
    picked = None if asked == "times" and picked and is_denied(picked[0], said) else picked
    if asked == "times" or _ASKS_AGE.search(text):  # "too late" is an hour there
        said = [one for one in said if one.code != _AGE_WORRY]
    if bare_name(text):  # what the network hears in a name that it never met is nothing
        said = [one for one in said if one in listed]
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


_AGE_WORRY = "constraint.age_worry"
_PARTS_OF_A_DAY = ("constraint.evenings_weekends", "constraint.daytime_only")
_ASKS_AGE = re.compile(
    r"\b(?:is|are|am|would)\s+(?:(?:that|it|this|i|be|\d+|not)\s+)+too (?:old|young)\b", re.IGNORECASE
)
"""A question that we answer at once; it is nothing for a place to work round."""
_AGE_ALONE = re.compile(r"(?:my )?age(?: is)?", re.IGNORECASE)


def _without_bare_age(said: Sequence[Concept], found: Sequence[Value], hints: Sequence[Hint]) -> list[Concept]:
    """Who tells their age in those words does not worry about it: "my age is 61"; unless other words say so."""
    ages = [value for value in found if value.field == "age" and _AGE_ALONE.match(value.words)]
    spans = [(one.start, one.end) for one in said if one.code == _AGE_WORRY]
    spans += [(hint.start, hint.end) for hint in hints if hint.code == _AGE_WORRY]
    bare = ages and all(any(age.end - len(age.words) <= a and b <= age.end for age in ages) for a, b in spans)
    return [one for one in said if not bare or one.code != _AGE_WORRY]


def _with_answer(said: list[Concept], given: list[Concept]) -> list[Concept]:
    """The answer's codes come first and outrank what the same words said otherwise."""
    codes = {concept.code for concept in given}
    return [*given, *(concept for concept in said if concept.code not in codes)]
