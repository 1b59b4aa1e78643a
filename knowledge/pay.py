"""Whether a listing tells of work that pays, in its first words; nobody calls a job free."""

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
