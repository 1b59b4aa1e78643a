"""Whether a price is theirs to pay, in one sentence: by the place's own words, and what they told of themselves."""

from __future__ import annotations

from collections.abc import Sequence

from actions.deps import Say
from knowledge.listing import Service
from knowledge.pay import pays
from knowledge.price_terms import benefit_named, terms, works


def for_whom(say: Say, service: Service, question: str, told: Sequence[str]) -> str:
    """Empty where the price is the same for everybody, or says all of it itself."""
    benefit = benefit_named(question) or next(filter(None, map(benefit_named, reversed(told))), "")
    hangs_on = terms(service.cost, benefit)
    if pays(service) or hangs_on in ("free", "named"):
        return ""
    if hangs_on == "by_work":
        working = works([*told, question])
        if working is not None:
            return say("utter_price_in_work" if working else "utter_price_out_of_work")
        return say("utter_price_by_work", benefit=benefit) if benefit else ""
    if not benefit_named(question):
        return ""
    return say("utter_price_unnamed" if hangs_on == "by_other" else "utter_price_same", benefit=benefit)
