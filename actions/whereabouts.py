"""Where a place is, for which parts of town, for whom and run by whom: what its listing says, no distance of ours."""

from __future__ import annotations

from actions.cards import inside, sentence, where
from actions.deps import Say
from knowledge.geography import Inside, Where, in_areas, in_districts
from knowledge.listing import Provider, Service
from knowledge.understanding.topics_of_place import asks_how_far, asks_who_is_taken

GROWN_UP = 18


def whereabouts(say: Say, question: str, service: Service, lives: Where | None) -> str:
    """Where it is, and whom it takes by where they live."""
    parts = [sentence(where(service)), _stands_in(say, service), _takes(say, service, question, lives)]
    parts.append(say("utter_place_how_far") if asks_how_far(question) and where(service) else "")
    return " ".join(filter(None, parts))


def who_for(say: Say, question: str, service: Service, lives: Where | None) -> str:
    """Whom it is for, who comes, and whom it is closed to."""
    rule = service.eligibility
    parts = [
        say("utter_reason_women_only") if rule.women_only else "",
        say("utter_reason_men_only") if rule.men_only else "",
        _ages(say, rule.min_age, rule.max_age),
        say("utter_who_for", group=inside(service.target_group)) if service.target_group else "",
        say("utter_place_who_comes", group=inside(service.typical_group)) if service.typical_group else "",
        _takes(say, service, question, lives) if rule.areas or rule.districts else "",
    ]
    return " ".join(filter(None, parts))


def organisation(say: Say, provider: Provider) -> str:
    """What kind of place it is, who runs it, whom it answers to, and what public money it has."""
    kind = say(f"utter_place_kind_{provider.kind}")
    parts = [
        say("utter_is_kind_run_by", kind=kind, who=inside(provider.run_by))
        if provider.run_by and provider.kind not in _SAYS_WHO
        else say("utter_is_kind", kind=kind),
        sentence(provider.about),
        say("utter_answers_to", whom=inside(provider.reports_to)) if provider.reports_to else "",
        *(say(f"utter_paid_by_{body}") for body in provider.paid_by if _is_news(body, provider)),
    ]
    return " ".join(filter(None, parts))


def _is_news(body: str, provider: Provider) -> bool:
    """Whether a public body that pays is not named already."""
    return body != provider.kind and body not in provider.reports_to.casefold()


_SAYS_WHO = frozenset(("council", "dwp", "jobcentre"))


def _ages(say: Say, least: int | None, most: int | None) -> str:
    if most is not None:
        return say("utter_place_ages", least=least or 16, most=most)
    return say("utter_place_ages_from", least=least) if least and least > GROWN_UP else ""


def _stands_in(say: Say, service: Service) -> str:
    areas = dict.fromkeys(f"{one.area}, {one.district}" for one in service.places if one.area and not one.private)
    return say("utter_place_stands_in", area=next(iter(areas))) if len(areas) == 1 else ""


def _takes(say: Say, service: Service, question: str, lives: Where | None) -> str:
    """Whom it takes by where they live, and whether that takes in where the person does."""
    rule = service.eligibility
    taken = (*rule.areas, *rule.districts)
    if not taken:
        return say("utter_place_any_area") if asks_who_is_taken(question) else ""
    told = say("utter_place_takes_area", area=", ".join(taken))
    if lives is None or not lives.told:
        return told
    counts = in_areas(lives, rule.areas) if rule.areas else in_districts(lives, rule.districts)
    return f"{told} {say(_VERDICTS[counts], area=lives.words)}" if counts in _VERDICTS else told


_VERDICTS: dict[Inside, str] = {
    "yes": "utter_place_area_yes",
    "part": "utter_place_area_part",
    "no": "utter_place_area_no",
}
