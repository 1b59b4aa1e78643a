"""What a listing answers of its place, and what is asked in one breath with something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn
from actions.cards import cost, formats, price, run_by, sentence, where
from actions.deps import Say
from actions.for_whom import for_whom
from actions.meeting import papers
from actions.of_the_house import of_the_house
from actions.own_answers import asks_what_to_bring, own_answer
from actions.whereabouts import organisation, whereabouts, who_for
from actions.wording import day, worded
from knowledge.belonging import speaks_of_illness
from knowledge.first_visit import who_meets
from knowledge.geography import Where
from knowledge.listing import Provider, Service
from knowledge.pay import pays
from knowledge.place_answers import answered
from knowledge.understanding.asked_of_papers import asks_of_papers
from knowledge.understanding.coming import asks_who_may_come
from knowledge.understanding.not_alone import going_alone
from knowledge.understanding.of_place import CHILDREN, COST, PAY, SIZE, asks_of_place, words_for
from knowledge.understanding.topics_of_place import (
    AREA,
    DRINK,
    LASTS,
    RUN_BY,
    TIMES,
    WAY,
    WHO,
    asks_a_demand,
    asks_if_each_week,
    asks_what_kind,
    topics,
)

_SAID = {
    ("constraint.step_free", True): "utter_reason_step_free",
    ("constraint.step_free", False): "utter_place_steps",
    ("constraint.noise_crowds", True): "utter_reason_quiet",
    ("constraint.noise_crowds", False): "utter_caution_noisy",
    ("constraint.women_only", True): "utter_reason_women_only",
    ("constraint.women_only", False): "utter_caution_mixed",
    ("constraint.men_only", True): "utter_reason_men_only",
    ("constraint.men_only", False): "utter_caution_mixed",
    ("constraint.no_groups", True): "utter_format_one_to_one",
    ("constraint.no_groups", False): "utter_format_group_open",
    ("constraint.own_home", True): "utter_reason_from_home",
    ("constraint.own_home", False): "utter_place_in_person",
}
OF_A_KIND = 2
"""Sentences that name a thing, of which more may stand in a listing than anybody would read."""
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")


def answer_beside(action: Act, out: CollectingDispatcher, turn: Turn) -> None:
    """What is asked in one breath with a wish or a name has its answer, too: "introduce me. can my daughter come?"."""
    text, draft = action.people.words_of(turn.id) or "", action.people.current_draft(turn.person)
    codes = [code for code in map(asks_of_place, _SENTENCE.findall(text)) if code]
    directory = action.deps.directory()
    if asks_who_may_come(text):
        out.utter_message(response="utter_come_along")
    elif codes and draft is not None and draft.service_id in directory.services:
        service = directory.services[draft.service_id]
        line = place_line(action.deps.say, codes[0], service, directory.provider_of(service).name)
        out.utter_message(response="utter_about_places", lines=line)


def sentences(words: str) -> list[str]:
    return [one.strip() for one in _ENDED.split(words) if one.strip()]


_ENDED = re.compile(r"(?<=[.!?])\s+(?=[A-Z£])")


def answer_of(
    say: Say, question: str, service: Service, provider: Provider, lives: Where | None = None, told: Sequence[str] = ()
) -> str:
    """What its listing answers to one question, by its topics or in its own words; empty where it says nothing.

    ``lives`` is where the person lives, ``told`` what they said of themselves, as far as they told.
    """
    if going_alone(question):
        return who_meets(service)
    if _WITHOUT_LIFT.search(question) and _LIFT.search(_told(service)):
        return say("utter_place_lift_fails")
    if asks_of_papers(question):
        return papers(say, service)
    codes = topics(question)
    of_all = {RUN_BY: organisation(say, provider)}
    said = [of_all.get(code) or _of_topic(say, code, service, question, lives) for code in codes]
    said += [for_whom(say, service, question, told)] if COST in codes else []
    answer = " ".join(dict.fromkeys(one for one in said if one and one != say("utter_place_silent")))
    if codes:
        return answer
    answer = own_answer(question, service)
    if answer and asks_what_to_bring(question):
        return say("utter_asks_of_you", asks=answer)
    if answer and (asks_what_kind(question) or asks_a_demand(question)):
        told = sentences(answer)[:OF_A_KIND]
        return " ".join([*told, say("utter_place_asks_no_more")])
    return answer or (_what_it_asks(say, service) if asks_a_demand(question) else "")


_LIFT = re.compile(r"\blifts?\b", re.IGNORECASE)
_WITHOUT_LIFT = re.compile(
    r"\b(?:lifts?|elevator)\b.{0,25}\b(?:fail\w*|br[eo]ak\w*|broke\w*|out|stuck|down|stops?|packs? (?:up|in)"
    r"|not work\w*|n[o']t work\w*|bust(?:ed)?|dead)\b|\b(?:broken|no|without (?:the|a)) lift\b",
    re.IGNORECASE,
)
"""What happens then is no matter of steps at the door."""


def _told(service: Service) -> str:
    return " ".join([service.summary, service.about, *(place.near for place in service.places)])


def _of_topic(say: Say, code: str, service: Service, question: str, lives: Where | None) -> str:
    if code == TIMES:
        return _when(say, service, question)
    if code == LASTS:
        return _lasts(say, service)
    if code == WHO:
        return who_for(say, question, service, lives)
    if code in (WAY, AREA):
        return whereabouts(say, question, service, lives)
    if code == CHILDREN:
        return _answer(say, code, service, question)
    said = "" if code == DRINK else _answer(say, code, service, question)
    own = own_answer(question, service) if code == COST else ""  # "do i need money for the wool": what comes with it
    return of_the_house(say, code, service, question, " ".join(filter(None, (own, said))))


def _when(say: Say, service: Service, question: str) -> str:
    """When it is on; a time that is listed is one of every week, unless the listing says otherwise."""
    if not asks_if_each_week(question):
        return sentence(service.times_words)
    weekly = say("utter_place_each_week") if service.times and service.engagement != "one_off" else ""
    return " ".join(filter(None, (sentence(service.times_words), weekly, sentence(service.duration))))


def _lasts(say: Say, service: Service) -> str:
    """How long it goes on; of what has no end named, when it is on, which tells how long one time takes."""
    told = [sentence(service.duration)] if service.duration else []
    if service.ends is not None:
        told.append(say("utter_place_ends_on", day=day(service.ends)))
    return " ".join(told or [*filter(None, [sentence(service.times_words)]), say("utter_place_no_end_named")])


def _what_it_asks(say: Say, service: Service) -> str:
    """Where it is not said whether something has to be done: with how many one is there, and all that is asked."""
    if not service.asks_of_you:
        return ""
    asks = say("utter_asks_of_you", asks=sentence(service.asks_of_you))
    return " ".join([*formats(say, service), asks, say("utter_place_asks_no_more")])


def place_line(say: Say, code: str, service: Service, provider: str) -> str:
    """What its listing answers, under the name of the place."""
    return say("utter_place_answer", provider=provider, answer=_answer(say, code, service))


def told_apart(say: Say, service: Service, provider: Provider) -> str:
    """In what it differs from others: what one does there, with how many, when, where, at what cost, run by whom."""
    parts = [
        service.summary,
        *formats(say, service),
        sentence(service.times_words),
        sentence(where(service)),
        cost(say, service),
        run_by(say, provider),
    ]
    return " ".join(filter(None, parts))


def _answer(say: Say, code: str, service: Service, question: str = "") -> str:
    if code == COST:
        return price(say, service)
    if code == PAY:
        return _pay(say, service)
    if code == SIZE:
        return " ".join([*formats(say, service), sentence(service.first_visit)]).strip() or say("utter_place_silent")
    if code.startswith("health."):
        words = words_for(code, question).casefold() or worded(say, code, "")
        knows = code in service.specialism and speaks_of_illness(question, service)
        return say("utter_reason_specialism", words=words) if knows else say("utter_place_silent")
    told = answered(code, service)
    of_children = _of_children(service) if code == CHILDREN and told is not False else ""
    if told is None:
        return of_children or say("utter_place_silent")
    if (code, told) in _SAID:
        return say(_SAID[code, told])
    words = worded(say, code, "")
    if not told:
        return say("utter_place_cannot", words=words)
    return " ".join(filter(None, (say("utter_reason_adapts", words=words), of_children)))


def _pay(say: Say, service: Service) -> str:
    """A place that helps somebody to a job pays nothing itself; where no pay is named, none is promised."""
    if pays(service):
        return say("utter_cost_paid")
    return say("utter_place_jobs" if "support.job_brokering" in service.support else "utter_place_unpaid")


_CHILDREN_THERE = re.compile(
    r"\b(?:creche|little ones|toddlers?|bab(?:y|ies)|prams?|buggy|buggies|children (?:are )?(?:welcome|nap|play|come)"
    r"|no children|with (?:the|your) (?:children|kids)|and the children|mothers of young children)\b",
    re.IGNORECASE,
)


def _of_children(service: Service) -> str:
    """What its listing says of children who are there, in its own sentences."""
    texts = (service.summary, service.about, service.first_visit, service.asks_of_you, service.typical_group)
    said = [sentence(one) for text in texts for one in _SENTENCE.findall(text) if _CHILDREN_THERE.search(one)]
    return " ".join(dict.fromkeys(said))
