"""What of the directory is stale, incomplete or unreachable, for whoever keeps it."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator
from datetime import date

from knowledge.directory import Directory
from knowledge.exchange.clean import SUMMARY_WORDS
from knowledge.exchange.report import Problem
from knowledge.freshness import freshness
from knowledge.listing import NO_INTRODUCTION_KINDS, Provider, Service

_WANTED = ("summary", "support", "stages", "formats", "cost", "first_visit", "contact_name", "keeper")
"""Fields without which a card or a first visit has a hole."""
_REMOTE = frozenset({"online", "phone", "outreach"})


def check_directory(directory: Directory, today: date) -> list[Problem]:
    """Problems by listing, in the directory's order. ``kept`` is false where a service is not offered because of it."""
    found = [problem for provider in directory.providers.values() for problem in _provider(provider, directory)]
    for service in directory.services.values():
        found += _stale(service, today)
        found += _incomplete(service)
        found += _contradictory(service, directory)
    return found


def _provider(provider: Provider, directory: Directory) -> Iterator[Problem]:
    if not provider.letter_email and provider.kind not in NO_INTRODUCTION_KINDS:
        yield Problem(provider.id, "letter_email", "is empty: nobody can be introduced there")
    if not directory.services_of(provider.id):
        yield Problem(provider.id, "services", "has none")


def _stale(service: Service, today: date) -> Iterator[Problem]:
    state = freshness(service, today)
    if state.age is None:
        yield Problem(service.id, "checked", "was never checked: ask its keeper")
    elif state.funding:
        yield Problem(service.id, "funded_until", f"funding ends {service.funded_until}: ask whether it goes on")
    elif state.state != "fresh" and state.why != "full":
        yield Problem(service.id, "checked", f"was checked {state.age} days ago: ask its keeper", kept=state.offered)
    if service.ends and service.ends < today:
        yield Problem(service.id, "ends", f"ended {service.ends}: give new dates or close it", kept=False)
    if service.capacity == "full" and service.full_until and service.full_until <= today:
        yield Problem(service.id, "full_until", "has passed: ask whether there is room")


def _incomplete(service: Service) -> Iterator[Problem]:
    for name in _WANTED:
        if not getattr(service, name):
            yield Problem(service.id, name, "is empty")
    if not service.places and not _REMOTE & set(service.formats):
        yield Problem(service.id, "places", "is empty, and nothing says that it comes to people")
    if not service.times and not service.times_words:
        yield Problem(service.id, "times", "is empty")
    if len(service.summary.split()) > SUMMARY_WORDS:
        yield Problem(service.id, "summary", f"is longer than {SUMMARY_WORDS} words")


def _contradictory(service: Service, directory: Directory) -> Iterator[Problem]:
    if both := set(service.adapts) & set(service.cannot_meet):
        yield Problem(service.id, "adapts", f"can and cannot work around {', '.join(sorted(both))}")
    if unknown := [name for name in service.not_alongside if name not in directory.services]:
        yield Problem(service.id, "not_alongside", f"names services that are not here: {', '.join(unknown)}")
    if strange := [month for month in service.season if month not in month_name[1:]]:
        yield Problem(service.id, "season", f"names no month: {', '.join(strange)}")
    if service.starts and service.ends and service.starts > service.ends:
        yield Problem(service.id, "starts", "is after it ends")
