"""The questions of a first conversation: what a message answers, and what is known, as slots.

Slots are a projection of facts: a list of codes, an answer, ``given`` or ``skipped``. None: not asked, not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from introductions.asked_about import EXPERIENCED, only_asked_about
from introductions.likings import likings_told, makes_ill, points_at_a_place
from introductions.model import Fact, Heard
from introductions.trades import trades_told
from knowledge.answers import answer_codes
from knowledge.kindness import dream
from knowledge.language.gibberish import is_gibberish
from knowledge.understanding.giving import TEACHING
from knowledge.understanding.grumbles import is_no_complaint
from knowledge.understanding.last_word import last_word
from knowledge.understanding.leaving import on_sending
from knowledge.understanding.looked_on import is_looked_on
from knowledge.understanding.model import Understanding
from knowledge.understanding.place_wish import wants_introduction
from knowledge.understanding.sending import sends
from knowledge.understanding.times_again import is_any_time

QUESTIONS = (
    "story", "interests", "hopes", "hard", "times", "place", "health",
    "alone", "age", "heritage", "gender", "diagnosis", "work_right", "circumstance", "record",
)  # fmt: skip
SENSITIVE = frozenset({"age", "heritage", "gender", "diagnosis", "work_right", "circumstance", "record"})
"""Asked only where a good place requires it, and only of somebody who is not overlooked."""
MOST_QUESTIONS = 6
"""How many questions may be asked before the first places are shown."""
A_STORY = 2
"""So many things told before the question make it needless to ask for the story."""

FREE_TEXT = frozenset(
    "story heritage chosen_name new_line answer_text message_text complaint_text complaint_service "
    "complaint_words reminder_words reminder_day".split()
)
_TIMES = frozenset({"constraint.daytime_only", "constraint.evenings_weekends", "constraint.not_mornings"})
_CIRCUMSTANCES = ("care_experienced", "refugee", "lone_parent", "veteran", "lgbt")
_NO = {
    "hard": "nothing", "health": "none", "circumstance": "none", "record": "no", "diagnosis": "no", "work_right": "no",
    "alone": "alone", "message_decision": "skipped", "answer_decision": "skipped",
    "complaint_harm": "no", "complaint_service": "skipped", "complaint_words": "skipped",
}  # fmt: skip
_YES = {
    "record": "yes", "diagnosis": "yes", "work_right": "yes", "alone": "with_someone", "complaint_harm": "yes",
    "message_decision": "send", "answer_decision": "send",
}  # fmt: skip
_ASIDE = frozenset({"about_place", "out_of_scope", "call_me", "complain", "delete_data", "opt_out", "crisis", "quiet"})
"""Meanings beside the question: words of theirs that look like an option pick none ("what time is *it*")."""
_ALSO_WORDS = frozenset(
    "nlu_fallback affirm deny unsure correct thank greet goodbye complain language out_of_scope decline_match "
    "more_options want_introduction".split()
)
"""Meanings that words to pass on may have by themselves: "yes, Tuesdays" answers a place's question."""


SAID = "said"
"""The entity of a button that was meant in words, as by the name of a place: its words are theirs."""


@dataclass(frozen=True)
class Reading:
    """What Rasa (or, for held words, the understanding itself) found in one message."""

    intent: str
    text: str = ""
    concepts: tuple[Heard, ...] = ()
    values: tuple[Heard, ...] = ()
    answer: str | None = None
    tapped: bool = False

    @classmethod
    def of(cls, read: Understanding) -> Reading:
        return cls(
            read.intent,
            read.text,
            tuple(Heard("concept", c.code, c.code, c.polarity, c.words) for c in read.concepts),
            tuple(Heard(v.field, v.value, None, "yes", v.words) for v in read.values),
            read.answer,
        )

    @classmethod
    def of_entities(cls, intent: str, text: str, entities: Iterable[Mapping[str, Any]]) -> Reading:
        """From Rasa's entities; those of a button carry no ``words``."""
        found = list(entities)
        answers = [e for e in found if e["entity"] == "answer"]
        return cls(
            intent,
            text,
            tuple(
                Heard("concept", e["value"], e["value"], e["polarity"], e["words"])
                for e in found
                if e["entity"] == "concept"
            ),
            tuple(Heard(e["field"], e["value"], None, "yes", e["words"]) for e in found if e["entity"] == "value"),
            str(answers[0]["value"]) if answers else None,
            tapped=not any("words" in e or e["entity"] == SAID for e in found) and bool(found),
        )


@dataclass(frozen=True)
class Telling:
    """``heard`` are the facts to keep; ``answered`` says whether the asked question has its answer."""

    heard: tuple[Heard, ...] = ()
    answered: bool = False


def telling(read: Reading, asked: str | None) -> Telling:
    """What one message tells, in the light of the question that was ``asked`` (a slot's name)."""
    if asked and asked in SENSITIVE and not read.tapped and is_looked_on(read.text):
        return Telling((_marker(asked, "skipped", read), _marker("alone", "with_someone", read)), answered=True)
    goal = _goal(read)
    facts = [*(meant := _meant(read, asked)), *trades_told(read.text, meant), *map(_value, read.values), *goal]
    if not read.tapped and read.intent in ("inform", "correct"):
        facts += likings_told(read.text, asked)
    answer = _answer(read, asked)
    if asked is None and not read.tapped and is_any_time(read.text):
        facts.append(_marker("times", "any_time", read))
    if answer is None and goal and asked in _ASKS_FOR_GOALS:
        answer = "given"
    if answer is None and asked and read.intent in ("inform", "correct") and _tells(asked, facts):
        answer = "given"
    if answer is not None and asked:
        facts += _coded(asked, answer, read, facts)
        facts.append(_marker(asked, answer, read))
    return Telling(tuple(facts), answer is not None)


_ASKS_FOR_GOALS = ("story", "interests", "hopes")


def _goal(read: Reading) -> list[Heard]:
    """What they would love to be, in their own words: no list of ours holds every ambition."""
    words = dream(read.text) if not read.tapped and read.intent in ("inform", "correct", "nlu_fallback") else ""
    return [Heard("goal", words, None, "yes", words)] if words else []


def _meant(read: Reading, asked: str | None) -> list[Heard]:
    """The concepts without those that other words of the message took with them.

    Digits of a postcode are no hour of the day; the basic help that somebody is sick of is not what they ask for.
    """
    places = [one.words for one in read.values if one.field == "district"]
    teaches = any(one.code == "interest.teaching" for one in read.concepts)
    sick_of_basics = any(one.code == EXPERIENCED for one in read.concepts)
    names = [one.words.casefold() for one in read.values if one.field == "name"] if asked == "chosen_name" else []
    return [
        replace(one, words="") if one.words in places else one
        for one in read.concepts
        if one.words.casefold() not in names
        and not makes_ill(read.text, one, read.concepts)
        and not points_at_a_place(read.text, one)
        and not only_asked_about(read.intent, one.code or "")
        and not (one.words.isdigit() and any(one.words in place for place in places))
        and not (one.code == "constraint.cost" and _ASKS_IF_FREE.search(read.text))
        and not (sick_of_basics and one.code in _BASICS)
        and not (asked != "times" and one.code in _TIMES and _worked(read.text, one.words))
        and not (teaches and one.code == "support.training" and one.words.casefold() == "teach")
    ]


def _worked(text: str, words: str) -> bool:
    """Hours that somebody works suit nothing else: "work in a care home nights"."""
    return bool(words) and _WORKS.search(text.casefold().partition(words.casefold())[0]) is not None


_WORKS = re.compile(
    r"(\bi |\bi'?m |^|\b(and|but) )(work|working|do|doing|on|am on)\b((?! so | then | but )[^.,;!?&])*$"
)
_ASKS_IF_FREE = re.compile(r"\b(is|are) (it|this|that|they)( \w+)? free\b", re.IGNORECASE)
"""A question about the price tells of no need."""
_BASICS = frozenset({"support.employability_skills", "support.information_technology"})


_PUT_RIGHT = ("hopes", "times")
_CORRECTS = re.compile(r"\s*(no\b|nah\b|actually\b|sorry\b|i meant\b|i mean\b|not\b|wait\b|change)", re.IGNORECASE)


def corrected(read: Reading, heard: Sequence[Heard], facts: Sequence[Fact]) -> list[Heard]:
    """What no longer holds where a message puts an answer right ("no, afternoons"): a no to what stood there before."""
    if not (read.intent == "correct" or _CORRECTS.match(read.text)) or read.tapped:
        return []
    denied: list[Heard] = []
    for name in _PUT_RIGHT:
        said = {one.code for one in heard if one.code and one.polarity == "yes" and _belongs(name, one.code)}
        if not said:
            continue
        before = [one for one in facts if one.code and one.polarity == "yes" and _belongs(name, one.code)]
        denied += [Heard("concept", one.value, one.code, "no") for one in before if one.code not in said]
        denied += [
            Heard(name, one.value, None, "no")
            for one in facts
            if one.field == name and one.polarity == "yes" and one.value != "skipped"
        ]
    return denied


def _value(one: Heard) -> Heard:
    return replace(one, code=None)


def _answer(read: Reading, asked: str | None) -> str | None:
    if asked is None:
        return None
    if read.intent == "skip":
        return "skipped"
    if asked == "letter_decision":
        return _decision(read)
    if asked in _OF_A_COMPLAINT and not read.tapped and is_no_complaint(read.text):
        return "skipped"
    if (
        read.answer is not None
        and read.intent not in _ASIDE
        and not read.intent.startswith("ask_")
        and not _is_place(read)
    ):
        return read.answer
    if read.intent == "ask_benefits" and asked == "hard":
        return "benefits"
    if read.intent == "unsure" and asked in QUESTIONS:
        return "not_sure" if asked == "hopes" else "skipped"
    if read.intent == "deny" and (asked in QUESTIONS or asked in _NO):
        return _NO.get(asked, "skipped")
    if read.intent == "affirm" and asked in _YES:
        return _YES[asked]
    return "given" if _is_own_text(read, asked) else None


_OF_A_COMPLAINT = ("complaint_text", "complaint_words")
"""What is plainly something else is kept as no complaint."""


def _is_own_text(read: Reading, asked: str) -> bool:
    """Words to pass on are whatever was written; a story, or who somebody is, has to be told as such."""
    if not read.text.strip() or read.tapped or asked not in FREE_TEXT:
        return False
    if asked == "chosen_name" and read.intent in ("affirm", "deny"):
        return False
    if asked == "story" and not (read.concepts or read.values) and is_gibberish(read.text):
        return False
    if asked == "chosen_name" and any(one.field == "name" and one.value != read.text.strip() for one in read.values):
        return True
    if asked == "chosen_name" and (wants_introduction(read.text) or sends(read.text)):
        return False
    return read.intent == "inform" or (asked not in QUESTIONS and read.intent in _ALSO_WORDS)


def _is_place(read: Reading) -> bool:
    """The message is a postcode and nothing else, so its digits pick no option."""
    return any(one.field == "district" and one.words == read.text.strip() for one in read.values)


_MAY_DECIDE = ("deny", "nlu_fallback", "inform", "withdraw")
"""Meanings of "nah dont send that" to who does not know what was asked; a button beside the letter has its own."""


def _decision(read: Reading) -> str | None:
    """A letter is sent by its button or by the words of consent, and by nothing else."""
    last = None if read.tapped else last_word(read.text)
    if last:
        return "discard" if last == "leave" else None
    if read.intent in _MAY_DECIDE and on_sending(read.text, letter=True) == "leave":
        return "discard"
    if read.answer != "send":
        return "send" if not read.tapped and _is_consent(read.text) else read.answer
    return "send" if read.tapped or _is_consent(read.text) else None


def _is_consent(text: str) -> bool:
    """Consent by typing is the whole message "I agree"; a mere yes is not."""
    words = "".join(c for c in text.casefold() if c.isalpha() or c.isspace()).split()
    return words in (["i", "agree"], ["i", "agree", "send", "it"])


def _tells(asked: str, facts: Sequence[Heard]) -> bool:
    if asked == "times" and any(one.code in _TIMES or one.field == "days" for one in facts):
        return True
    if asked == "hopes" and any((one.code, one.polarity) == (TEACHING, "yes") for one in facts):
        return True
    return slot_of(asked, [_as_fact(one) for one in facts]) is not None


def _coded(asked: str, answer: str, read: Reading, facts: Sequence[Heard]) -> list[Heard]:
    known = {one.code for one in facts}
    words = "" if answer in ("skipped", "given") else read.text.strip()
    words = words[:1].lower() + words[1:] if read.tapped else words
    return [
        Heard("concept", code, code, "yes", words[:80]) for code in answer_codes(asked, answer) if code not in known
    ]


def _marker(asked: str, answer: str, read: Reading) -> Heard:
    words = ""
    if answer == "given" and asked == "heritage":
        words = read.text.strip()
    if answer == "given" and asked == "chosen_name":
        named = next((one.value for one in read.values if one.field == "name"), read.text.strip())
        words = _ASIDE_OF_A_NAME.split(named)[0].strip() or named
    return Heard(asked, words or answer, None, "yes", words)


_ASIDE_OF_A_NAME = re.compile(r"\s*[,;(]|\s+(?=since you|if you|but |thanks|please\b|for now\b)", re.IGNORECASE)
"""Where a name ends and what is said beside it begins: "Robert, since you ask"."""


def as_facts(heard: Iterable[Heard]) -> list[Fact]:
    """What was heard, as the facts it would become; for judging a message by itself."""
    return [_as_fact(one) for one in heard]


def _as_fact(one: Heard) -> Fact:
    return Fact("", one.field, one.value, one.code, one.polarity, one.words, "", datetime.min.replace(tzinfo=UTC))


def slots(facts: Sequence[Fact]) -> dict[str, object]:
    """Every question's slot: None where nothing is known and the person did not skip it."""
    waiting = reopened(facts)
    return {name: None if name == waiting else slot_of(name, facts) for name in QUESTIONS}


def jobs_turned_down(facts: Sequence[Fact]) -> bool:
    """Whether what they said last of a job is no; to have none is no such no."""
    return any(fact.code == "stage.ready" and fact.polarity == "no" for fact in facts)


def facts_of(question: str, facts: Sequence[Fact]) -> list[Fact]:
    """The facts that a question's answer left, in its own field or as codes that belong to it."""
    return [fact for fact in facts if fact.field == question or (question != "story" and slot_of(question, [fact]))]


def reopened(facts: Sequence[Fact]) -> str | None:
    """The question that the person wants to answer anew, if there is one."""
    return next((f.value or None for f in reversed(facts) if f.field == "reopened"), None)


def slot_of(name: str, facts: Sequence[Fact]) -> object:
    codes = sorted({f.code for f in facts if f.code and f.polarity != "no" and _belongs(name, f.code)})
    if codes:
        return codes
    marker = next((f.value for f in reversed(facts) if f.field == name and f.polarity == "yes"), None)
    if marker is not None:
        return "given" if name in FREE_TEXT and marker != "skipped" else marker
    if name == "hopes" and any(f.field == "goal" for f in facts):
        return "given"
    if name == "place":
        return "given" if any(f.field in ("district", "area") for f in facts) else None
    if name == "story":
        return "given" if sum(f.field == "concept" and f.polarity != "no" for f in facts) >= A_STORY else None
    if name == "health" and any(f.code and f.code.startswith("health.") and f.polarity == "no" for f in facts):
        return "none"
    if name == "work_right" and any(f.code == _NO_PAPERS and f.polarity == "no" for f in facts):
        return "yes"
    return None


_NO_PAPERS = "constraint.right_to_work"
"""Who says that it is no trouble ("yes I have papers") may work."""
_WISHED_STAGES = ("stage.ready", "stage.in_work")
"""Who wants a job, or has one to keep, has said what they hope for; the other stages are only ours to weigh."""


def _belongs(name: str, code: str) -> bool:
    if name == "interests":
        return code.startswith("interest.")
    if name == "hopes":
        return code.startswith("support.") or code in _WISHED_STAGES
    if name == "hard":
        return code.startswith("constraint.") and code not in _TIMES
    if name == "times":
        return code in _TIMES
    if name == "health":
        return code.startswith("health.")
    return code in _SINGLE.get(name, ())


_SINGLE: Mapping[str, tuple[str, ...]] = {
    "gender": ("identity.woman", "identity.man"),
    "heritage": ("identity.ethnicity",),
    "circumstance": tuple(f"identity.{name}" for name in _CIRCUMSTANCES),
    "record": ("constraint.criminal_record",),
}


def answered_by(facts: Sequence[Fact]) -> list[str]:
    """The questions that were asked and answered or skipped, oldest first."""
    return [f.field for f in facts if f.field in QUESTIONS]
