"""A question about a place, answered in its listing's own words: what to bring, how long it is, whether one sits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from actions.cards import sentence, where
from knowledge.language.stems import stem
from knowledge.listing import Service
from knowledge.own_words import tokens
from knowledge.understanding.drinking import speaks_of_drink
from knowledge.understanding.visit_questions import BRING

_FIELDS: tuple[tuple[str, Callable[[Service], str]], ...] = (
    (r"\b(?:what|which) (?:times?|days?)\b|\bwhen\b|\bwhat time\b|\bhow often\b", lambda s: s.times_words),
    (BRING, lambda s: s.asks_of_you),
    (r"\bwhere\b|\bget there\b|\bhow far\b", where),
    (r"\bwho (?:else|goes|comes|will be|is there)\b|\bwhat people\b|\bhow old\b", lambda s: s.typical_group),
    (r"\b(?:nice|kind(?! of\b)|friendly|judge|judgy|welcoming|laugh at|rude)\b", lambda s: s.first_visit),
    (r"\bwhat'?s? (?:is )?it like\b|\bwho (?:meets|runs|leads|teaches)\b|\bfirst time\b", lambda s: s.first_visit),
)
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")
_LITTLE = frozenset(
    map(
        stem,
        (
            "have need does there they place people come want just while first time bring could would kind sort type "
            "many"
        ).split(),
    )
)


def asks_what_to_bring(question: str) -> bool:
    return re.search(BRING, question, re.IGNORECASE) is not None


def own_answer(question: str, service: Service) -> str:
    """What the listing says, as whole sentences of its own; empty where it says nothing of what is asked."""
    for shape, field in _FIELDS:
        if re.search(shape, question, re.IGNORECASE):
            return sentence(field(service))
    asked = set(tokens(question)) - _LITTLE
    told = list(dict.fromkeys(_sentences(service)))
    said = [one for one in told if asked & set(tokens(one))] or [one for one in told if _is_of_that(question, one)]
    return " ".join(said)


_OF_THAT: tuple[tuple[str, str], ...] = (
    (
        r"\b(?:heavy|lift(?:ing)?|carry(?:ing)?|strenuous|physical(?:ly)?|hard (?:work|graft)|graft|strain|exert\w*)\b",
        r"\b(?:lift|lifts|lifting|carry|carries|heavy|light|haul|push|pushing|load|loads|boxes|barrows?|chairs?|sit)\b",
    ),
    (
        r"\b(?:digg?(?:ing)?|shovel\w*|spades?|manual|outdoor work|garden\w*)\b",
        r"\b(?:dig|digging|prune|mow|plant|weed|water|lay paths?|spades?|barrows?|beds|compost|plots?)\b",
    ),
    (
        r"\b(?:lads?|youngsters?|kids|young (?:ones?|people|men|lads)|apprentices?|pupils?|students?|learners?)\b",
        r"\b(?:younger people|young people|learners?|lads?|students?|trainees?|apprentices?|pupils?|teens?)\b",
    ),
)
"""What is asked, and the words of a listing that answer it in others."""


def _is_of_that(question: str, told: str) -> bool:
    return any(re.search(a, question, re.IGNORECASE) and re.search(b, told, re.IGNORECASE) for a, b in _OF_THAT)


def of_drink(service: Service) -> str:
    """What its listing says of drink or drugs, in its own sentences."""
    texts = (*_sentences(service), sentence(service.typical_group), sentence(service.target_group))
    return " ".join(one for one in dict.fromkeys(texts) if speaks_of_drink(one))


def _sentences(service: Service) -> Iterator[str]:
    for text in (service.summary, service.about, service.first_visit, service.asks_of_you):
        yield from (sentence(one) for one in _SENTENCE.findall(text))
