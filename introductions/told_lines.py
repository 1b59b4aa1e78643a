"""What was told, as the parts of a letter's lines: in the person's own words where those name a thing and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from introductions.at_work import KEEPS_A_JOB, has_work
from introductions.calls import calls_wished
from introductions.job_hope import JOBS, is_a_wish_to_give, job_hoped, seat_hoped, teaching_hoped, would_teach
from introductions.likings import liked
from introductions.model import Fact
from introductions.naming import as_hope, as_liking, done_by, is_name, names_the_served, of_use, telling_words
from introductions.private_words import PRIVATE, says_private_things
from introductions.templates import phrases
from introductions.trades import is_trade, is_workplace, work_of
from knowledge.answers import answer_codes
from knowledge.listing import Service
from knowledge.musts import finds_it_hard, goes_out_little
from knowledge.pay import finds_a_job, pays
from knowledge.understanding.limits import is_of_a_week, limit_in
from knowledge.understanding.wanting_out import wants_company_too, wants_out

LONGEST_LINE = 300
_NAMED_HOPES = ("support.training", "support.business_enterprise", "support.job_brokering", "support.work_experience")
"""Of these people name what they wish for; of others they tell how they are: nobody hopes for "lonely"."""
_AS_HOPED = {"stage.ready": "support.job_brokering"}
"""Who says that they want a job hopes for one."""
_NO_HOPE = frozenset(("back", "ready", "again", "trainee", "apprentice", "student", "qualified", "trained"))
"""Words that a hope was heard in, and that name none: "back" of "get back to finance work", "trainee" of a trade."""
_COMPANY = "support.social_engagement"
_COST = "constraint.cost"
_TRIES = "support.work_experience"
_HOME, _PART_TIME = "constraint.own_home", "constraint.part_time"


def key_of(fact: Fact) -> str:
    return fact.code or f"{fact.field}.{fact.value}"


def worded(facts: Sequence[Fact], wordings: Mapping[str, str], *, own: tuple[str, ...] = ()) -> Iterator[str]:
    """In ``wordings``; in the person's own words where a code begins as one of ``own`` and they name a thing."""
    private = [f.words.casefold() for f in facts if f.words and key_of(f).startswith(PRIVATE)]
    for fact in facts:
        key = _AS_HOPED.get(key_of(fact), key_of(fact)) if wordings is phrases()["hopes"] else key_of(fact)
        if (
            key not in wordings
            or fact.polarity == "no"
            or (fact.polarity == "past" and not key.startswith("interest."))
        ):
            continue
        tells = any(words in fact.words.casefold() for words in private) or says_private_things(fact.words)
        theirs = (
            key.startswith(own)
            and fact.words.casefold() not in _NO_HOPE
            and is_name(fact.words)
            and not names_the_served(fact.words)
            and not tells
        )
        words = _own(key, fact.words) if theirs else wordings[key]
        yield phrases()["used_to"].format(words=words) if fact.polarity == "past" else words


def _own(key: str, words: str) -> str:
    return as_hope(words) if key.startswith("support.") else as_liking(done_by(words))


def likings(facts: Sequence[Fact]) -> list[str]:
    """What they enjoy; a thing that they name twice, or that is also their work, once."""
    told = [fact for fact in facts if not (is_trade(fact, facts) or is_workplace(fact) or is_a_wish_to_give(fact))]
    named = list(worded(told, phrases()["enjoys"], own=("interest.",)))
    work = " ".join(work_told(facts)).casefold()
    more = [one for one in liked(facts) if not says_private_things(one.words)]
    once = {as_liking(one.words) for one in more if one.polarity == "past"}
    names = [one for one in dict.fromkeys(as_liking(one.words) for one in more) if one.casefold() not in work]
    left = [one for one in names if not any(one.casefold() in other.casefold() for other in named)]
    return [*named, *(phrases()["used_to"].format(words=one) if one in once else one for one in left)]


def work_told(facts: Sequence[Fact]) -> Iterator[str]:
    """Work they do or did, in their words where those are a name for it and say nothing private."""
    for one in work_of(facts):
        yield one.reads if one.words and not says_private_things(one.reads) else phrases()["enjoys"].get(one.code, "")


def names_the_place(fact: Fact, service: Service) -> bool:
    """Whether a hope is but the name of the place that the letter goes to: nobody tells a college "i would like"
    that college.
    """
    named = telling_words(fact.words) if (fact.code or "").startswith("support.") else []
    theirs = telling_words(f"{service.name} {service.provider_id.replace('-', ' ')}")
    return len(named) > 1 and set(named) <= set(theirs)


def hopes(facts: Sequence[Fact]) -> Iterator[str]:
    """What was chosen among our options, in the option's words, stands for the codes that it means."""
    ours = phrases()["hopes_chosen"]
    chosen = [one for one in facts if one.field == "hopes" and one.polarity == "yes" and one.value in ours]
    useful = [told for one in facts if one.code == _TRIES and one.polarity == "yes" if (told := of_use(one.words))]
    chosen = [one for one in chosen if not (useful and one.value == "volunteer")]
    yield from useful
    covered = {(one.turn, code) for one in chosen for code in answer_codes("hopes", one.value)}
    yield from (ours[one.value] for one in chosen)
    left = [one for one in facts if (one.turn, one.code) not in covered and not _only_keeps_it(one, facts)]
    out = [one for one in left if one.code == _COMPANY and one.polarity == "yes" and wants_out(one.words)]
    yield from (ours["get_out_to_people" if wants_company_too(one.words) else "get_out"] for one in out)
    left = [one for one in left if one not in out and not (useful and one.code == _TRIES)]
    job = job_hoped(facts)
    yield from [*teaching_hoped(facts), *seat_hoped(facts), *([job] if job else [])]
    left = [one for one in left if not (job and one.code in JOBS) and not _is_of_teaching(one, facts)]
    yield from worded(left, phrases()["hopes"], own=_NAMED_HOPES)


def _is_of_teaching(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Words of who would teach were heard as a wish to be taught as well."""
    taught = [one.words for one in facts if would_teach(one) and one.turn == fact.turn]
    return fact.code == "support.training" and any(words in fact.words for words in taught)


def _only_keeps_it(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Who would like to keep their job hopes for no other one."""
    kept = [one.words for one in facts if one.code == KEEPS_A_JOB and one.turn == fact.turn]
    if fact.code not in _AS_HOPED or _ANOTHER_JOB.search(fact.words):
        return False
    in_work = any(one.code == "stage.in_work" and one.polarity == "yes" for one in facts)
    keeps = any(one.code == KEEPS_A_JOB and one.polarity == "yes" for one in facts)
    return (in_work and keeps) or any(words and words in fact.words for words in kept)


_ANOTHER_JOB = re.compile(r"\b(?:new|another|other|different|next|better|change)\b", re.IGNORECASE)


def goals(facts: Sequence[Fact]) -> list[str]:
    """What they would love to be, in their own words."""
    told = [fact.value for fact in facts if fact.field == "goal" and not says_private_things(fact.value)]
    return [phrases()["goal"].format(words=words) for words in told]


def offered_hopes(facts: Sequence[Fact], service: Service) -> Iterator[str]:
    """Hopes that touch health, money or family, told only to a place that gives just that, in plain words, and not
    before the person puts the line in.
    """
    offered = {code: words for code, words in phrases()["hopes_if_offered"].items() if code in service.support}
    return worded(facts, offered)


def helps_told(facts: Sequence[Fact], service: Service, at_work: Sequence[str] = ()) -> tuple[str, bool]:
    """The line on what would help, and whether it may hint at health, as all of ``at_work`` does. Nobody asks of a job
    that it be free, nor of a choir that it be part time.
    """
    asked = [fact for fact in facts if not _only_stays_in(fact)]
    hinting = [*at_work, *worded(asked, phrases()["helps_hinting"])]
    if "online" in service.formats and any(key_of(fact) == _HOME and fact.polarity == "yes" for fact in asked):
        hinting.append(phrases()["online_when_hard"])
    if any(fact.polarity == "yes" and _RESTS.search(fact.words) for fact in facts):
        hinting.insert(0, phrases()["rest"])
    fewer = {_PART_TIME: phrases()["fewer_hours"]} if has_work(facts) and any(map(_says_fewer, asked)) else {}
    is_job = finds_a_job(service) or pays(service)
    is_work = is_job or bool(_OF_WORK.intersection(service.support))
    beside = {key for key, out in ((_COST, is_job), (_PART_TIME, not is_work)) if out}
    limits = [
        limit for fact in facts if fact.code == _PART_TIME and fact.polarity == "yes" if (limit := limit_in(fact.words))
    ]
    beside |= {_PART_TIME} if limits else set()
    hinting += [one for one in limits if not is_of_a_week(one)]
    weekly = [one for one in limits if is_of_a_week(one) and is_work]
    plain = [fact for fact in facts if key_of(fact) not in beside]
    told = [*worded(plain, {**phrases()["helps"], **fewer}), *weekly, *calls_wished(facts)]
    return as_list([*told, *hinting]), bool(hinting)


_OF_WORK = frozenset(
    f"support.{key}" for key in ("job_brokering", "work_experience", "employability_skills", "coaching_mentoring")
) | {KEEPS_A_JOB}
_RESTS = re.compile(r"\b(?:rest|lie down|recover)\b", re.IGNORECASE)


def _says_fewer(fact: Fact) -> bool:
    return fact.code == _PART_TIME and _FEWER.search(fact.words) is not None


_FEWER = re.compile(r"\b(?:few(?:er)?|less|cut|drop|reduc\w*|shorter)\b", re.IGNORECASE)
"""Who has work and says so asks for fewer hours there, and for no other job."""


def _only_stays_in(fact: Fact) -> bool:
    """Who goes out little, and does not say that it is hard, asks nobody to come to them: "i dont go out much"."""
    return key_of(fact) == _HOME and goes_out_little(fact.words) and not finds_it_hard(fact.words)


def as_list(parts: Sequence[str] | Iterator[str]) -> str:
    """Each part once, in the order given, as one line short enough for a letter."""
    line = ""
    said = [one.strip(" .,;") for part in parts for one in re.split(r"\.\s", re.sub(r"\s+", " ", part))]
    for part in [one for at, one in enumerate(said) if one.casefold() not in map(str.casefold, said[:at])]:
        longer = f"{line}, {part}" if line else part
        if part and len(longer) <= LONGEST_LINE:
            line = longer
    return line
