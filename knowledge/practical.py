"""Whether a person can come: what a service works around, its form, nearness, times, cost and languages."""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge import availability
from knowledge.aspects import Practical
from knowledge.availability import TIME_CONSTRAINTS
from knowledge.benefits import WORRY, advises_on_benefits
from knowledge.first_visit import can_be_met, who_meets
from knowledge.listing import Service
from knowledge.musts import HOME, goes_out_little, only_big, shuns_groups
from knowledge.nearness import nearness
from knowledge.part import Part, Tally
from knowledge.profile import Said
from knowledge.reasons import Reason
from knowledge.week_words import in_words

ADAPTS, MOST_ADAPTS = 8.0, 3
WHO_CAN_GO_OUT = 0.3
"""What counts of it for who goes out little, and does not say that they cannot."""
AMONG_OTHERS = 0.4
"""What is left of a place in a group for who can bear none."""
ONE_TO_ONE, SMALL_GROUP, FROM_HOME, SUITS_TIMES = 10.0, 7.0, 10.0, 8.0
OTHER_TIMES, LESS_LIKED_TIMES, SOME_TIMES = 0.6, 0.75, 0.95
NEAR, NEAR_WHEN_TRAVEL_IS_HARD, NEXT_WHEN_TRAVEL_IS_HARD = 10.0, 16.0, 6.0
ANOTHER_TONGUE = 0.7
"""For a place of one language, to who speaks another or none that we know: being from abroad is no reason for it."""
FREE, QUIET, STEP_FREE, LANGUAGE, MET = 5.0, 6.0, 6.0, 14.0, 6.0
GOING_ALONE = "constraint.going_alone"


def practical(said: Practical, service: Service) -> Part:
    tally = Tally()
    by_code = {entry.code: entry for entry in said.constraints}
    _form(tally, by_code, service)
    _at_home(tally, said, by_code, service)
    _near(tally, said, by_code, service)
    _times(tally, said, frozenset(by_code), service)
    for code, rule in _RULES.items():
        if code in by_code:
            rule(tally, service)
    _languages(tally, said, by_code, service)
    _adapts(tally, said, service)
    return tally.part()


_NOTHING_HARD = frozenset({"constraint.own_community", "constraint.women_only", "constraint.men_only"})


def _adapts(tally: Tally, said: Practical, service: Service) -> None:
    """A form that was already given as a reason is not told twice as something the place works around; of times the
    place's own tell, and company of one's own kind is nothing to work around.
    """
    told = {reason.because for reason in tally.reasons} | {one.because for one in tally.cautions if one.rest}
    at_home = {HOME, "constraint.travel"} if said.goes_out and availability.stays_in(service) else set()
    told |= at_home
    met = [entry for entry in said.constraints if entry.code in service.adapts and entry.code not in told]
    for entry in met[:MOST_ADAPTS]:
        if entry.code in TIME_CONSTRAINTS or entry.code in _NOTHING_HARD:
            tally.points += ADAPTS
        else:
            tally.add(ADAPTS, Reason("adapts", entry.code, entry.words, "adapts"))


_BY_YOURSELF = re.compile(
    r"\b(?:at|on) your own (?:bench|table|desk|plot|bed|corner|pace)\b|\bby yourself\b|\bon your own\b", re.IGNORECASE
)
"""Other people are there, and each does their own."""


def _form(tally: Tally, by_code: dict[str, Said], service: Service) -> None:
    forms = set(service.formats)
    if "constraint.no_groups" in by_code and forms:
        because = "constraint.no_groups"
        if "one_to_one" in forms:
            tally.add(ONE_TO_ONE, Reason("one_to_one", because, field="formats"))
        elif "group" in forms and shuns_groups(by_code[because].words):
            tally.warn(AMONG_OTHERS, Reason("group_only", because, field="group_size"))
        elif "group" in forms and service.group_size is not None and service.group_size <= availability.SMALL_GROUP:
            tally.add(SMALL_GROUP, Reason("small_group", because, field="group_size"))
        elif forms == {"group"} and _BY_YOURSELF.search(f"{service.summary} {service.about}"):
            tally.points += SMALL_GROUP
        elif (
            only_big(by_code[because].words) and (service.group_size or availability.BIG_GROUP) < availability.BIG_GROUP
        ):
            pass
        elif forms == {"group"}:
            tally.warn(0.6, Reason("group_only", because, field="group_size"))


def _is_small_enough(service: Service) -> bool:
    return service.group_size is not None and service.group_size < availability.BIG_GROUP


def _at_home(tally: Tally, said: Practical, by_code: dict[str, Said], service: Service) -> None:
    if said.goes_out:
        return
    if HOME in by_code and availability.from_home(service):
        softly = goes_out_little(by_code[HOME].words)
        tally.add(FROM_HOME * (WHO_CAN_GO_OUT if softly else 1), Reason("from_home", HOME, field="formats"))
    elif "constraint.travel" in by_code and availability.from_home(service):
        tally.add(FROM_HOME / 2, Reason("from_home", "constraint.travel", field="formats"))


def _near(tally: Tally, said: Practical, by_code: dict[str, Said], service: Service) -> None:
    if not said.where.told or not service.places:
        return
    hard = "constraint.travel" in by_code
    found = {nearness(said.where, place) for place in service.places}
    if "here" in found:
        points = NEAR_WHEN_TRAVEL_IS_HARD if hard else NEAR
        tally.add(points, Reason("near", "postcode", said.where.words, "places"))
    elif hard and "next" in found:
        tally.points += NEXT_WHEN_TRAVEL_IS_HARD
    elif hard and availability.only_in_person(service):
        tally.warn(0.75, Reason("travel", "constraint.travel", by_code["constraint.travel"].words, "places"))


def _times(tally: Tally, said: Practical, constraints: frozenset[str], service: Service) -> None:
    """Where only some of the times suit it is told which; for who has no mornings it counts a little less."""
    told = sorted(constraints & availability.TIME_CONSTRAINTS) or list(said.week.times) or sorted(said.week.denied)
    asked = [*told, *(["days"] if said.week.days else [])]
    if not asked or asked == ["any_time"]:
        return
    because = asked[0]
    words = next((entry.words for entry in said.constraints if entry.code == because), "")
    musts = (constraints & availability.TIME_CONSTRAINTS) - said.week.liked
    suits = availability.suits(said.week, musts, service)
    no_mornings = "constraint.not_mornings" in constraints
    if suits == "all":
        tally.add(SUITS_TIMES, Reason("times", because, words, "times"))
    elif suits == "some":
        tally.points += SUITS_TIMES
        theirs = availability.suiting(said.week, musts, service)
        others = in_words(slot for slot in service.times if slot not in theirs)
        partly = Reason("times_partly", because, in_words(theirs), "times", rest=others)
        tally.warn(SOME_TIMES if no_mornings else 1.0, partly)
    elif suits is None:
        tally.warn(0.97, Reason("timing_unsure", because, words, "times"))
    else:
        is_bound = bool(musts or no_mornings or said.week.days)
        tally.warn(OTHER_TIMES if is_bound else LESS_LIKED_TIMES, Reason("times", because, words, "times"))


def _cost(tally: Tally, service: Service) -> None:
    if service.free:
        tally.add(FREE, Reason("free", "constraint.cost", field="cost"))
    elif "constraint.cost" not in service.adapts:
        tally.warn(0.5, Reason("cost", "constraint.cost", field="cost"))


def _quiet(tally: Tally, service: Service) -> None:
    known = {place.quiet for place in service.places}
    if True in known:
        tally.add(QUIET, Reason("quiet", "constraint.noise_crowds", field="places"))
    elif None in known:
        tally.warn(0.95, Reason("quiet_unknown", "constraint.noise_crowds", field="places"))
    elif known:
        tally.warn(0.6, Reason("noisy", "constraint.noise_crowds", field="places"))


def _met(tally: Tally, service: Service) -> None:
    if can_be_met(service) and who_meets(service):
        tally.add(MET, Reason("met", GOING_ALONE, field="first_visit"))


def _step_free(tally: Tally, service: Service) -> None:
    known = {place.step_free for place in service.places}
    if True in known:
        tally.add(STEP_FREE, Reason("step_free", "constraint.step_free", field="places"))
    elif None in known:
        tally.warn(0.9, Reason("step_free_unknown", "constraint.step_free", field="places"))


def _papers(tally: Tally, service: Service) -> None:
    if service.papers_first and "constraint.documents" not in service.adapts:
        tally.warn(0.8, Reason("papers", "constraint.documents", field="papers_first"))


def _benefits(tally: Tally, service: Service) -> None:
    if service.touches_benefits and not advises_on_benefits(service):
        tally.warn(0.9, Reason("touches_benefits", WORRY, field="touches_benefits"))


def _languages(tally: Tally, said: Practical, by_code: dict[str, Said], service: Service) -> None:
    own = {tag.split("-")[0].lower() for tag in said.languages} - {"en"}
    theirs = {tag.split("-")[0].lower() for tag in service.languages}
    shared = own & theirs
    if not shared and theirs - {"en"} and (own or "constraint.english" in by_code):
        tally.factor *= ANOTHER_TONGUE
    if shared:
        tally.add(LANGUAGE, Reason("language", "languages", min(shared), "languages"))
    elif not said.english and (own or "constraint.english" in by_code) and "constraint.english" not in service.adapts:
        tally.warn(0.85, Reason("language", "languages", field="languages"))


_RULES: dict[str, Callable[[Tally, Service], None]] = {
    "constraint.cost": _cost,
    "constraint.noise_crowds": _quiet,
    "constraint.step_free": _step_free,
    "constraint.documents": _papers,
    GOING_ALONE: _met,
    WORRY: _benefits,
}
