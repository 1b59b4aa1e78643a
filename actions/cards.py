"""A place as a card, and what was heard as two lines: values for the copy, no words of our own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from actions.deps import Say
from actions.wording import BROUGHT, TIMES, WISHES, listed, worded
from introductions.model import Fact
from introductions.naming import is_name
from introductions.trades import Work, is_trade, work_of
from knowledge.geography import gazetteer
from knowledge.listing import Provider, Service
from knowledge.matching import Match
from knowledge.own_words import speaks_of
from knowledge.pay import beside_the_price, finds_a_job, gives_time, is_free_at_first, pays
from knowledge.reasons import Reason, parameters, response_of

REASONS_SHOWN = 2
CAUTIONS_SHOWN = 1
WORDS_SHOWN = 4
ROUND_SHOWN = 6
"""What is to be worked round is shown in full as far as may be: who told of epilepsy looks for it there."""
PARTLY = "times_partly"
"""Where some of the times suit, they stand as such, and no other caution gives way to it."""
TOLD_BY_CAUTION = frozenset({"cost", "times"})
"""Cautions that give the listing's own words, which then stand nowhere else on the card."""
CARD_WORDS = 50
"""A second reason is left out where the card would grow longer than this."""


def card(
    say: Say, match: Match, service: Service, provider: Provider, hopes: Mapping[str, str], *, before: str = ""
) -> dict[str, object]:
    """The values of ``utter_offer``: why it fits in the person's words, when, where, cost, who runs it if that matters.

    What a caution tells stands there alone. ``before`` says what came of a letter to it. ``hopes`` are the words of
    what was chosen, by the codes that it means.
    """
    partly = [one for one in match.cautions if one.code == PARTLY]
    shown = [one for one in match.cautions if one.code != PARTLY][:CAUTIONS_SHOWN]
    cautions = _worded(say, "caution", shown, service, provider, {})
    times = _worded(say, "caution", partly, service, provider, {}) or [sentence(service.times_words)]
    warned = {reason.field for reason in shown if reason.code in TOLD_BY_CAUTION}
    parts = [
        *([] if "times" in warned else times),
        sentence(where(service)),
        "" if "cost" in warned else cost(say, service),
        run_by(say, provider),
        *cautions,
    ]
    practical = " ".join(filter(None, parts))
    why = reasons(say, match, service, provider, hopes)[:REASONS_SHOWN]
    if len(f"{service.summary} {practical} {' '.join(why)}".split()) > CARD_WORDS:
        why = why[:1]
    why = why if match.sure or before else [say("utter_less_sure"), *why]
    why = [before, *why[:1]] if before else why
    return {
        "provider": provider.name,
        "service": sentence(service.name),
        "summary": service.summary,
        "reasons": " ".join(why),
        "practical": practical,
    }


def reasons(say: Say, match: Match, service: Service, provider: Provider, hopes: Mapping[str, str]) -> list[str]:
    """Every reason in a sentence; a liking that the listing has no such words for comes last."""
    listed = [_as_listed(one, service) for one in match.reasons]
    told = [one for one in listed if one in match.reasons] + [one for one in listed if one not in match.reasons]
    told.sort(key=lambda one: one.code != "met")  # who would not walk in alone reads first who meets them
    return _worded(say, "reason", told, service, provider, hopes)


def details(say: Say, service: Service, provider: Provider) -> dict[str, object]:
    """The values of ``utter_offer_details``."""
    checked = service.checked
    return {
        "provider": provider.name,
        "service": sentence(service.name),
        "about": service.about,
        "first_visit": sentence(service.first_visit),
        "formats": " ".join(formats(say, service)),
        "who_for": say("utter_who_for", group=inside(service.target_group)) if service.target_group else "",
        "asks": say("utter_asks_of_you", asks=sentence(service.asks_of_you)) if service.asks_of_you else "",
        "cost": cost(say, service),
        "run_by": run_by(say, provider),
        "checked": say("utter_checked_on", day=f"{checked.day} {checked:%B}")
        if checked
        else say("utter_never_checked"),
        "invented": say("utter_invented") if provider.sample else "",
    }


def where(service: Service) -> str:
    """Where it is in the listing's own words; a private address is never shown."""
    shown = [place.near or place.area for place in service.places if not place.private]
    return next((words for words in shown if words), "")


def cost(say: Say, service: Service) -> str:
    """As a card tells it: of time that somebody gives no price, only what is paid for them, or what it costs them."""
    if pays(service):
        return say("utter_cost_paid")
    if gives_time(service) and (service.free or not service.cost):
        return sentence(beside_the_price(service))
    return "" if service.free and finds_a_job(service) else price(say, service)


def price(say: Say, service: Service) -> str:
    """As the answer to who asks what it costs."""
    if pays(service):
        return say("utter_cost_paid")
    if service.free and not is_free_at_first(service):
        beside = beside_the_price(service) if gives_time(service) else ""
        return " ".join(filter(None, (say("utter_cost_free"), sentence(beside))))
    if service.cost.casefold().startswith("free"):
        return sentence(service.cost)
    return say("utter_cost_some", cost=service.cost.rstrip(".")) if service.cost else say("utter_cost_unknown")


def run_by(say: Say, provider: Provider) -> str:
    if provider.kind == "council":
        return say("utter_run_by_council")
    return say("utter_run_by_dwp") if provider.kind in ("dwp", "jobcentre") else ""


def formats(say: Say, service: Service) -> Iterable[str]:
    """One phrase for how many meet, though a listing may have both ways; then whatever else is possible."""
    meets = "_or_".join(name for name in ("one_to_one", "group") if name in service.formats)
    size = service.group_size if "group" in service.formats else None
    if meets == "one_to_one" or (meets and size):
        yield say(f"utter_format_{meets}", size=size)
    elif meets:
        yield say(f"utter_format_{meets}_open")
    for name in service.formats:
        if name not in ("one_to_one", "group"):
            yield say(f"utter_format_{name}")


def _worded(
    say: Say, kind: str, reasons: Sequence[Reason], service: Service, provider: Provider, hopes: Mapping[str, str]
) -> list[str]:
    return [say(response_of(kind, r), **_values(say, r, service, provider, hopes)) for r in reasons]


_LIKED = ("interest", "strength")


def _as_listed(reason: Reason, service: Service) -> Reason:
    """A liking in their own words is told where the listing speaks of that; else, last, that it is near."""
    if reason.code not in _LIKED or speaks_of(service, reason.words):
        return reason
    return replace(reason, words="")


def _values(say: Say, reason: Reason, service: Service, provider: Provider, hopes: Mapping[str, str]) -> dict[str, str]:
    values = parameters(reason, service, provider)
    if reason.because in hopes:
        values["words"] = hopes[reason.because]
    elif reason.words and not reason.rest and "." in reason.because and not reason.because.startswith(("identity.", "stage.")):
        values["words"] = worded(say, reason.because, reason.words)
    return values


def inside(words: str) -> str:
    """A listing's sentence as a part of one of ours."""
    words = words.strip().rstrip(".")
    if words.partition(" ")[0].casefold() in gazetteer().neighbourhoods:
        return words
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def sentence(words: str) -> str:
    words = words.strip()
    words = words[:1].upper() + words[1:]
    return words if not words or words.endswith((".", "?", "!")) else f"{words}."


def heard_lines(say: Say, facts: Sequence[Fact]) -> dict[str, str]:
    """The two lines of ``utter_what_i_heard``: what they like and would like; what to work round, when and where."""
    first = [
        _line(say, "utter_line_likes", [fact for fact in facts if not is_trade(fact, facts)], ("interest.",)),
        _work(say, facts),
        _line(say, "utter_line_brought", facts, BROUGHT),
        _line(say, "utter_line_hopes", facts, ("support.", "stage.ready", *WISHES)),
    ]
    in_the_way = [fact for fact in facts if fact.code not in (*TIMES, *WISHES, *BROUGHT)]
    second = [
        _line(say, "utter_line_around", in_the_way, ("constraint.", "health."), most=ROUND_SHOWN),
        _line(say, "utter_line_times", facts, TIMES),
        _place(say, facts),
    ]
    return {"first": " ".join(filter(None, first)), "second": " ".join(filter(None, second))}


def _work(say: Say, facts: Sequence[Fact]) -> str:
    words = [_as_heard(one) or worded(say, one.code, one.words) for one in work_of(facts)]
    return say("utter_line_worked", words=", ".join(words[:WORDS_SHOWN])) if words else ""


def _as_heard(one: Work) -> str:
    """With its rank and years, where they told any; it stands behind a colon, without a capital of theirs."""
    more = one.reads != one.words and is_name(one.words)
    return one.reads[:1].lower() + one.reads[1:] if more and one.reads[1:2].islower() else one.reads if more else ""


def _line(say: Say, response: str, facts: Sequence[Fact], groups: tuple[str, ...], *, most: int = WORDS_SHOWN) -> str:
    words = listed(say, facts, groups)
    return say(response, words=", ".join(words[:most])) if words else ""


def _place(say: Say, facts: Sequence[Fact]) -> str:
    place = next((f.value for f in reversed(facts) if f.field in ("district", "area")), "")
    return say("utter_line_place", place=place) if place else ""
