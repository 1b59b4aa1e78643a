"""A place as a card: values for the copy, no words of our own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from actions.card_reasons import told_on_card, worded_all
from actions.deps import Say
from knowledge.geography import Where, gazetteer
from knowledge.listing import Provider, Service
from knowledge.matching import Match
from knowledge.nearness import nearest
from knowledge.pay import beside_the_price, finds_a_job, gives_time, is_free_at_first, pays

REASONS_SHOWN = 2
CAUTIONS_SHOWN = 1
PARTLY = "times_partly"
"""Where some of the times suit, they stand as such, and no other caution gives way to it."""
OFF_TIMES = "times"
"""None of the times suits: that stands on every card, whatever else does."""
FEARED = "touches_benefits"
"""Told only to who fears for their benefits, so it gives way to no other caution."""
TOLD_BY_CAUTION = frozenset({"cost", "times"})
"""Cautions that give the listing's own words, which then stand nowhere else on the card."""
CARD_WORDS = 50
"""A second reason is left out where the card would grow longer than this."""


def card(
    say: Say,
    match: Match,
    service: Service,
    provider: Provider,
    hopes: Mapping[str, str],
    *,
    before: str = "",
    home: Where | None = None,
) -> dict[str, object]:
    """The values of ``utter_offer``: why it fits in the person's words, when, where, cost, who runs it if that matters.

    What a caution tells stands there alone. ``before`` says what came of a letter to it. ``hopes`` are the words of
    what was chosen, by the codes that it means; ``home`` is where the person lives.
    """
    partly = [one for one in match.cautions if one.code == PARTLY]
    others = [one for one in match.cautions if one.code not in (PARTLY, FEARED)]
    shown = others[:CAUTIONS_SHOWN] + [one for one in others[CAUTIONS_SHOWN:] if one.code == OFF_TIMES]
    shown += [one for one in match.cautions if one.code == FEARED]
    cautions = worded_all(say, "caution", shown, service, provider, {})
    times = worded_all(say, "caution", partly, service, provider, {}) or [sentence(service.times_words)]
    warned = {reason.field for reason in shown if reason.code in TOLD_BY_CAUTION}
    parts = [
        *([] if "times" in warned else times),
        located(say, service, home),
        "" if "cost" in warned else cost(say, service),
        run_by(say, provider),
        *cautions,
    ]
    practical = " ".join(filter(None, parts))
    why = told_on_card(say, match, service, provider, hopes)[:REASONS_SHOWN]
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


def located(say: Say, service: Service, home: Where | None) -> str:
    """Its part of town and how that lies to theirs, as far as it is known, and where it is there."""
    place, near = nearest(home, service)
    if place is None or not place.area:
        return sentence(where(service))
    area = say(f"utter_where_{near or 'there'}", area=place.area)
    named = near in (None, "there") and place.area.casefold() in place.near.casefold()
    return sentence(place.near if named else ", ".join(filter(None, (area, place.near))))


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
