"""Whether a listing tells of work that pays, or of time that somebody gives; nobody calls either free."""

from __future__ import annotations

import re

from knowledge.listing import Service

A_JOB = "support.job_brokering"
_PAYS = re.compile(r"\bpaid\b(?! (?:from|for|by|back)\b)(?<!are paid)|\bliving wage\b", re.IGNORECASE)


def pays(service: Service) -> bool:
    """Work there is paid."""
    return _PAYS.search(f"{service.name} {service.summary}") is not None


def finds_a_job(service: Service) -> bool:
    """A job is the first thing that it is for."""
    return service.support[:1] == (A_JOB,)


TRYING_IT, VOLUNTEERING = "support.work_experience", "volunteering"
_FREE = re.compile(r"^\W*(?:free|no charge)(?: to (?:you|join(?: in)?))?\W*(?:(?:and|with|but)\s+)?", re.IGNORECASE)
_FREE_AT_FIRST = re.compile(r"^\W*free (?:for|if|until|on)\b", re.IGNORECASE)


def gives_time(service: Service) -> bool:
    """Unpaid work is the first thing that it is for, or the first that comes of it."""
    unpaid = service.support[:1] == (TRYING_IT,) or service.outcomes[:1] == (VOLUNTEERING,)
    return unpaid and not pays(service)


def is_work(service: Service) -> bool:
    """Paid or not: somebody is awaited there to do a job, or to get one."""
    return gives_time(service) or pays(service) or finds_a_job(service)


def beside_the_price(service: Service) -> str:
    """What the words of its cost say beside that it is free: "lunch and fares paid."."""
    return _FREE.sub("", service.cost.strip(), count=1) if _FREE.match(service.cost) else ""


def is_free_at_first(service: Service) -> bool:
    """Free for some, or for a time, which has to be said with it."""
    return _FREE_AT_FIRST.match(service.cost) is not None
