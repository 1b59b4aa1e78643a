"""Danger that only the network hears, said in other words and heard once more.

Somebody who writes beside another says "she has a bad back and likes sewing"; said of oneself the same words are
harmless, and so they are of her. Only what one person says, has, likes or is kept from is turned so, and plain wishes:
"he wants to learn". "He shouts" and "he wants the money" stay as they are, and so does every message in which the
writer, or another beside that person, is spoken of, but for a helper's few words aside. A doubt that is faint and of no
kind is none, nor is one that no sentence bears out by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from knowledge.language.phrases import Found, PhraseBook, split_phrases, strongest
from knowledge.language.usage import DATA, language
from knowledge.language.words import Token
from knowledge.understanding.plain_questions import plain_question
from knowledge.understanding.sensing import Sensed, sense
from knowledge.yaml_files import read_yaml

_OWN = frozenset("i me my mine myself we us our ours ourselves".split())
_SUBJECTS = frozenset(("he", "she"))
_AS_SELF = {
    "he": "I",
    "she": "I",
    "him": "me",
    "his": "my",
    "her": "my",
    "hers": "mine",
    "himself": "myself",
    "herself": "myself",
}
_VERBS = {"has": "have", "is": "am", "does": "do", "was": "was", "says": "say"}


_HERS, _HIS = frozenset(("she", "her", "hers", "herself")), frozenset(("he", "him", "his", "himself"))
HARMLESS, SURE, AGREED, CERTAIN = 0.1, 0.9, 0.6, 0.85
"""Chances by the network: of danger in the second hearing, under which there is none; of a kind of danger in the first,
and of a fact in the second, from which it is sure; of a greeting or an agreement; of danger in the first hearing, from
which no other words lift it."""
FAINT, OF_NO_KIND, OF_NO_KIND_BESIDE = 0.45, 0.4, 0.3
"""Chances of any danger, and of its likeliest kind, under which a doubt is of nothing that could be named; of the kind
where he or she is spoken of, who may be the danger.
"""
FAINTEST_KIND = 0.22
"""Chance of every kind, under which even a stronger doubt is of nothing, where illness is told in other words."""
UNSURE, QUIET, QUIET_OTHERWISE = 0.6, 0.06, 0.1
"""Chances of danger: under which what is heard in the whole message is looked for in each of its sentences; and what
none of them reaches, as they stand or in other words."""
_LONG, QUIET_IN_MUCH, _OF_ANY_KIND = 60, 0.15, 0.4
"""Words from which a comma parts sentences too, as who writes so much at once seldom ends any; the chance that none of
these reaches; and of every kind in the whole.
"""
_MUCH = 30
"""Words of a message that tells of more than one thing."""
_SMALL_TALK = frozenset(("affirm", "deny", "greet", "thank"))
_FACTS = ("health.", "interest.")
_OF_US, ASKED = frozenset(("ask_why", "ask_status", "ask_benefits", "more_options")), 0.95
"""Meanings that ask us something of our work, and the chance from which they surely do: "is there a point to any of
this" is less sure."""


def is_of_a_person(message: Sequence[Token]) -> bool:
    """Whether he or she is spoken of: who may be in danger, or be the danger."""
    return any(token.word in _HERS | _HIS for token in message)


_TITLES = {"mrs": "she", "ms": "she", "miss": "she", "mr": "he"}


def _named_by_pronoun(message: Sequence[Token]) -> Sequence[Token]:
    """Who is called by title and name, as he or she is: "Mrs Warsame is 54"."""
    turned = list[Token]()
    for at, token in enumerate(message):
        if at and message[at - 1].word in _TITLES and not token.pause:
            continue
        named = token.word in _TITLES and at + 1 < len(message) and not message[at + 1].pause
        turned.append(replace(token, word=_TITLES[token.word], stem=_TITLES[token.word]) if named else token)
    return turned


def has_other_words(message: Sequence[Token]) -> bool:
    """Whether there are other words that mean the same; says nothing yet of danger."""
    plain = _plain(message)
    return any(one.label in _books().enough for one in plain) or _is_of_another(message, plain)


def harmless_otherwise(message: Sequence[Token], first: Sensed) -> bool:
    """Whether a doubt is of nothing, or the same in other words is harmless; of somebody else only what is plainly a
    fact, or small talk.
    """
    message = _named_by_pronoun(message)
    danger = first.ask + first.act
    ours = any(name in _OF_US and chance > ASKED for name, chance in first.intents)
    if danger < UNSURE and (ours or _asks_who_is_told(message)) and _likeliest(first.kinds) < SURE:
        return True
    if danger < FAINT and _likeliest(first.kinds) < (OF_NO_KIND_BESIDE if is_of_a_person(message) else OF_NO_KIND):
        return True
    if _is_quiet_throughout(message, first) and (danger < UNSURE or _is_of_no_kind_in_much(message, first)):
        return True
    plain = _plain(message)
    turned = _is_of_another(message, plain)
    if (turned and danger > CERTAIN) or (not turned and not any(one.label in _books().enough for one in plain)):
        return False
    if not turned and danger < UNSURE and _likeliest(first.kinds) < FAINTEST_KIND:
        return True
    other = " ".join(_words(message, plain, turned=turned))
    again = sense(other)
    much = len(message) >= _LONG and _likeliest(first.kinds) < _OF_ANY_KIND
    apart, least = (other.replace(" , ", " . "), QUIET_IN_MUCH) if much else (other, QUIET_OTHERWISE)
    if again.ask + again.act >= HARMLESS and not _are_quiet(apart.split(" . "), least):
        return False
    return not turned or _is_plainly_theirs(message, first, again)


def _asks_who_is_told(message: Sequence[Token]) -> bool:
    """As in "will he tell the council i am doing well": a fear for their money or their name."""
    return (plain_question(" ".join(token.word for token in message)) or "").startswith("ask_told")


def only_goes_on(message: Sequence[Token]) -> bool:
    """Whether the whole of it is that they go on with something, or think it over: "gonna keep going"."""
    return any(one.mask.bit_count() == len(message) for one in _books().going_on.find(message))


def harmless_facts(message: Sequence[Token]) -> bool:
    """Whether nothing but plain facts are told of another, which are harmless said of oneself."""
    message = _named_by_pronoun(message)
    plain = _plain(message)
    if not _is_of_another(message, plain) or not _tells_facts_alone(message):
        return False
    again = sense(" ".join(_words(message, plain, turned=True)))
    return again.ask + again.act < HARMLESS


def _plain(message: Sequence[Token]) -> list[Found]:
    return strongest(_books().plainly.find(message))


FEARS = {"i may not come": "ask_bad_day", "i am shy": "ask_panic", "i want company": "who_may_come"}
"""Fears of a first visit, and the plain question whose answer meets them."""
_BESIDE_A_FEAR = frozenset("i am im it is its just but cos because and so well only really thing am be to".split())


def feared(message: Sequence[Token]) -> str | None:
    """The plain question that a fear of going asks, where the message tells of nothing else: "im scared i wont go"."""
    plain = [one for one in _plain(message) if one.label in FEARS]
    rest = [token.word for at, token in enumerate(message) if not any(one.mask >> at & 1 for one in plain)]
    return FEARS[plain[0].label] if plain and all(word in _BESIDE_A_FEAR for word in rest) else None


def _is_plainly_theirs(message: Sequence[Token], first: Sensed, again: Sensed) -> bool:
    if _tells_facts_alone(message):
        return True
    return _likeliest(first.kinds) < SURE and (bool(_books().harmless.find(message)) or _is_told(again))


def _tells_facts_alone(message: Sequence[Token]) -> bool:
    starts = _subjects_in(message, _books().facts)
    subjects = {at for at, token in enumerate(message) if token.word in _SUBJECTS}
    covered = {at for one in _plain(message) for at in range(one.start, one.end)}
    return bool(starts) and subjects - covered <= starts


def _likeliest(kinds: Sequence[tuple[str, float]]) -> float:
    return max((chance for _, chance in kinds), default=0.0)


def _is_quiet_throughout(message: Sequence[Token], first: Sensed) -> bool:
    """Whether none of several sentences tells of danger by itself."""
    long = len(message) >= _LONG and _likeliest(first.kinds) < _OF_ANY_KIND
    stops, least = (".,", QUIET_IN_MUCH) if long else (".", QUIET)
    ends = [*(at for at, token in enumerate(message) if at and token.pause and token.pause in stops), len(message)]
    if len(ends) == 1:
        return False
    return _are_quiet([" ".join(t.word for t in message[a:b]) for a, b in zip([0, *ends], ends, strict=False)], least)


def _is_of_no_kind_in_much(message: Sequence[Token], first: Sensed) -> bool:
    """Whether somebody tells much, and the doubt of the whole is of nothing that could be named: "scared they will let
    me go", behind a life's story.
    """
    much = len(message) >= _MUCH and first.ask + first.act < CERTAIN
    return much and _likeliest(first.kinds) < FAINTEST_KIND


def _are_quiet(sentences: Sequence[str], least: float = QUIET) -> bool:
    heard = [sense(one) for one in sentences]
    return len(heard) > 1 and all(one.ask + one.act < least for one in heard)


def _is_told(again: Sensed) -> bool:
    talk = any(name in _SMALL_TALK and chance > AGREED for name, chance in again.intents)
    return talk or any(hint.code.startswith(_FACTS) and hint.chance > SURE for hint in again.hints)


def _is_of_another(message: Sequence[Token], plain: Sequence[Found]) -> bool:
    """Whether it speaks of him alone, or of her, and of nothing but what they say, have or like."""
    outside = [at for at in range(len(message)) if not any(one.start <= at < one.end for one in plain)]
    words = {message[at].word for at in outside}
    if words & _OWN or (words & _HERS and words & _HIS):
        return False
    subjects = {at for at in outside if message[at].word in _SUBJECTS}
    books = (_books().told, _books().harmless, _books().facts)
    return bool(subjects) and subjects <= set[int]().union(*(_subjects_in(message, book) for book in books))


def _subjects_in(message: Sequence[Token], book: PhraseBook) -> set[int]:
    """Where a phrase speaks of him or her."""
    return {at for one in book.find(message) for at in range(one.start, one.end) if message[at].word in _SUBJECTS}


def _words(message: Sequence[Token], plain: Sequence[Found], *, turned: bool) -> Iterator[str]:
    for at, token in enumerate(message):
        if token.pause and at:
            yield "." if token.pause == "." else ","
        within = next((one for one in plain if one.start <= at < one.end), None)
        if within is not None:
            yield from [within.label] if at == within.start else []
        else:
            yield _own(message, at) if turned else token.word


def _own(message: Sequence[Token], at: int) -> str:
    """One word of him or her as they would say it: "she wants" is "I want"."""
    token, before = message[at], message[at - 1].word if at else ""
    if token.word in _AS_SELF:
        return _AS_SELF[token.word]
    if before not in _SUBJECTS and before != "and":
        return token.word
    if token.word in _VERBS:
        return _VERBS[token.word]
    return token.stem if token.word == token.stem + "s" else token.word


@dataclass(frozen=True)
class _Books:
    told: PhraseBook
    harmless: PhraseBook
    facts: PhraseBook
    going_on: PhraseBook
    plainly: PhraseBook
    enough: frozenset[str]
    """Labels of ``plainly`` that change the sense by themselves; the rest are words aside."""


@lru_cache(maxsize=1)
def _books() -> _Books:
    """Spelling is not taught their words: how everything else is read stays as it is."""
    data = read_yaml(DATA / "second_hearing.yaml")
    in_front = {**data["plainly"], **data["aside"]}
    plainly = [(label, phrase) for label, block in in_front.items() for phrase in split_phrases(block)]

    def book(name: str) -> PhraseBook:
        return PhraseBook([(name, phrase) for phrase in split_phrases(data[name])], language().groups)

    books = (book("told"), book("harmless"), book("facts"), book("going_on"), PhraseBook(plainly, language().groups))
    return _Books(*books, enough=frozenset(data["plainly"]))
