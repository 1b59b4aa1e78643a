"""Whether a place is for people like this person, in the person's own terms; and how true its listing still is."""

from __future__ import annotations

from datetime import date
from functools import cache

from knowledge.aspects import Belonging
from knowledge.freshness import CAUTION_FROM
from knowledge.heritage import meets
from knowledge.illnesses import illness_in, illnesses_in, illnesses_listed, same_illness
from knowledge.language.phrases import inside
from knowledge.language.words import tokens
from knowledge.lexicon import NOTHING, lexicon
from knowledge.listing import Provider, Service
from knowledge.part import Part, Tally
from knowledge.reasons import Reason
from knowledge.who import BODY, MIND

SPECIALISM, FURTHER_SPECIALISM, CONDITION, NEAR_SPECIALISM = 16.0, 5.0, 10.0, 8.0
NAMES_IT = 6.0
"""For who told of the very illness that a listing names: a circle of people with it, beside any that know its code."""
OF_A_CONDITION, OF_ANOTHER_KIND = 0.3, 0.8
"""For who has not named the condition that a place has in its name."""
OWN_COMMUNITY, GROUP, SAME_GENDER, AGE = 20.0, 14.0, 14.0, 8.0


def belonging(said: Belonging, service: Service, provider: Provider) -> Part:
    tally = Tally()
    _health(tally, said, service)
    _community(tally, said, service, provider)
    _gender(tally, said, service)
    _groups(tally, said, service)
    return tally.part()


def _health(tally: Tally, said: Belonging, service: Service) -> None:
    for entry in said.conditions if not _is_of_an_illness_untold(said, service) else ():
        words = entry.words if speaks_of_illness(entry.words, service) else ""
        if entry.code in service.specialism:
            points = SPECIALISM if not tally.reasons else FURTHER_SPECIALISM
            tally.add(points, Reason("specialism", entry.code, words, "specialism"))
        elif entry.code in service.eligibility.conditions:
            tally.add(CONDITION, Reason("condition", entry.code, words, "eligibility.conditions"))
    if _met_by_name(said, service):
        tally.points += NAMES_IT
    _of_a_condition(tally, said, service)
    own, known = said.before | {entry.code for entry in said.conditions}, frozenset(service.specialism)
    if said.before & known and not tally.reasons:
        tally.points += NEAR_SPECIALISM  # weighed, and not told: nobody is reminded of it
    of_one = len(known) == 1 and known <= BODY and not known & own
    if own and known and (of_one or any(own <= kind and not known & kind for kind in (MIND, BODY))):
        tally.factor *= OF_ANOTHER_KIND
    if not said.conditions and said.health in ("mind", "body", "both"):
        family = {"mind": MIND, "body": BODY}.get(said.health, MIND | BODY)
        if family & set(service.specialism):
            tally.add(NEAR_SPECIALISM, Reason("specialism", "health", field="specialism"))


def _of_a_condition(tally: Tally, said: Belonging, service: Service) -> None:
    """Nobody is shown a circle for people who hear voices who has spoken of no such thing, while anything else fits."""
    untold = _is_of_an_illness_untold(said, service)
    if service.eligibility.conditions:  # whether they may come, and the caution, is for eligibility to say
        if untold and said.conditions:
            tally.warn(OF_A_CONDITION, Reason("condition_unknown", field="name"))
        return
    told = {entry.code for entry in said.conditions}
    known_for = conditions_named(service.name) & set(service.specialism)
    if (known_for and not known_for & told) or untold:
        tally.warn(OF_A_CONDITION, Reason("condition_unknown", field="name"))


def _is_of_an_illness_untold(said: Belonging, service: Service) -> bool:
    """Illnesses that share a code with others are no matter of theirs: who tires easily has no sickle cell."""
    coded = {one.code for one in said.conditions if not one.words}
    named = illnesses_listed(_of_whom(service))
    return bool(named) and not _met_by_name(said, service) and not (set(service.specialism) & coded)


def _of_whom(service: Service) -> str:
    return f"{service.name} {service.summary} {service.target_group}"


def _met_by_name(said: Belonging, service: Service) -> bool:
    told = [name for one in said.conditions for name in illnesses_in(one.words)]
    return bool(told) and any(same_illness(one, other) for one in illnesses_listed(_of_whom(service)) for other in told)


def speaks_of_illness(words: str, service: Service) -> bool:
    """Whether the listing itself names the illness that the words name; what its code holds besides, nobody claims."""
    told = illness_in(words)
    listed = illnesses_listed(f"{service.name} {service.summary} {service.about} {service.target_group}")
    return not told or any(same_illness(told, one) for one in listed)


@cache
def conditions_named(words: str) -> frozenset[str]:
    """The health codes that a listing's name says: "Hearing voices circle"."""
    found = lexicon().find(tokens(words))
    hidden = [one for one in found if one.label.startswith(NOTHING)]
    return frozenset(
        one.label
        for one in found
        if one.label.startswith("health.")
        and one.label != "health.other"
        and " " not in one.label
        and not any(inside(one, other) for other in hidden)
    )


def _community(tally: Tally, said: Belonging, service: Service, provider: Provider) -> None:
    """Only for people who ask for their own community: heritage alone never moves what is shown first."""
    wish = next((entry for entry in said.community if entry.code == "constraint.own_community"), None)
    if wish is None:
        return
    own_words = said.heritage or wish.words
    theirs = (
        bool(service.eligibility.ethnicities) and bool(own_words) and meets(own_words, service.eligibility.ethnicities)
    )
    led = provider.black_led and (not own_words or meets(own_words, ("black",)) is not False)
    if theirs or led:
        field = "eligibility.ethnicities" if theirs else "black_led"
        tally.add(OWN_COMMUNITY, Reason("own_community", wish.code, wish.words, field))


def _gender(tally: Tally, said: Belonging, service: Service) -> None:
    rule = service.eligibility
    for code, only in (("women_only", rule.women_only), ("men_only", rule.men_only)):
        wish = f"constraint.{code}"
        if all(entry.code != wish for entry in said.community):
            continue
        if only or wish in service.adapts:
            tally.add(SAME_GENDER, Reason(code, wish, field="eligibility.gender"))
        elif set(service.formats) == {"group"}:
            tally.warn(0.55, Reason("mixed", wish, field="eligibility.gender"))


def _groups(tally: Tally, said: Belonging, service: Service) -> None:
    rule = service.eligibility
    for entry in said.identities:
        if entry.code in rule.groups:
            tally.add(GROUP, Reason("group", entry.code, entry.words, "eligibility.groups"))
            break
    if said.ages is None:
        return
    low, high = said.ages
    made_for_older = rule.min_age is not None and rule.min_age >= 45 and low >= rule.min_age
    made_for_younger = rule.max_age is not None and rule.max_age <= 30 and high <= rule.max_age
    if made_for_older or made_for_younger:
        tally.add(AGE, Reason("age", "age", field="eligibility.age"))


def honesty(service: Service, provider: Provider, today: date) -> Part:
    """Cautions that hold for everybody: waiting, not checked lately, not begun, money running out, no letters."""
    tally = Tally()
    if service.capacity == "waiting":
        tally.warn(0.88, Reason("waiting", field="capacity"))
    if service.season and f"{today:%B}" not in service.season:
        tally.warn(0.7, Reason("out_of_season", field="season"))
    if service.doubt:
        tally.warn(0.85, Reason(service.doubt, field="doubt"))
    elif service.checked is None or today - service.checked >= CAUTION_FROM:
        tally.warn(0.92, Reason("unchecked", field="checked"))
    if service.starts is not None and service.starts > today:
        tally.warn(0.95, Reason("starts_later", field="starts"))
    if service.funded_until is not None and service.funded_until < today:
        tally.warn(0.9, Reason("funding", field="funded_until"))
    if service.eligibility.no_recent:
        tally.warn(1.0, Reason("no_recent", field="eligibility.no_recent"))
    if provider.away_from and provider.away_until and provider.away_from <= today <= provider.away_until:
        tally.warn(0.9, Reason("away", field="away_until"))
    if not provider.takes_introductions:
        tally.warn(0.7, Reason("no_letters", field="letter_email"))
    return tally.part()
