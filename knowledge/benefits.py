"""Which services advise on benefits. None works out entitlements here; a person who knows them is introduced."""

from __future__ import annotations

from knowledge.listing import Service

WORRY = "constraint.benefits_worry"
_ADVICE = frozenset({"support.financial_advice", "support.broader_welfare"})


def advises_on_benefits(service: Service) -> bool:
    if not _ADVICE & set(service.support):
        return False
    return "benefit" in f"{service.name} {service.summary} {service.about}".lower()
