"""The public directory as a page shows it: grouped by what one would like, searched by plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.directory import Directory
from knowledge.freshness import CAUTION_FROM, freshness
from knowledge.listing import Provider, Service
from knowledge.pay import beside_the_price, gives_time, is_free_at_first

KINDS: tuple[tuple[str, str], ...] = (
    ("social_engagement", "Company and things to do"),
    ("psychological_support", "Someone to talk to"),
    ("coaching_mentoring", "Working out what next"),
    ("training", "Learning something"),
    ("information_technology", "Phones and computers"),
    ("employability_skills", "Applying for work"),
    ("work_experience", "Trying it out, volunteering"),
    ("job_brokering", "Finding a job"),
    ("in_work_support", "Keeping a job"),
    ("business_enterprise", "Work of your own"),
    ("financial_advice", "Money and benefits advice"),
    ("broader_welfare", "Home and family"),
)
"""The typology's twelve kinds of support, in everyday words."""

RUN_BY = {
    "charity": "a charity",
    "community": "a community group",
    "social_enterprise": "a social enterprise",
    "college": "a college",
    "council": "the council",
    "nhs": "the NHS",
    "housing": "a housing association",
    "private": "a company",
    "faith": "a faith group",
    "jobcentre": "the Jobcentre",
    "dwp": "the DWP",
}
FORMATS = {
    "one_to_one": "one to one",
    "group": "in a group",
    "online": "from home by video",
    "outreach": "they come to you",
    "phone": "by phone",
}
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Entry:
    service: Service
    provider: Provider

    @property
    def where(self) -> str:
        """Areas and landmarks; a private address is no part of it."""
        return "; ".join(dict.fromkeys(p.near or p.area or p.name for p in self.service.places))

    @property
    def cost(self) -> str:
        return cost(self.service)


def cost(service: Service) -> str:
    """Of time that somebody gives no price, only what is paid for them."""
    if gives_time(service) and (service.free or not service.cost):
        beside = beside_the_price(service)
        return beside[:1].upper() + beside[1:]
    return "Free" if service.free and not is_free_at_first(service) else service.cost


@dataclass(frozen=True)
class Group:
    code: str
    title: str
    entries: tuple[Entry, ...]


def groups(directory: Directory, words: str = "", kind: str = "") -> list[Group]:
    """Open services that fit every word of ``words``, each once under the first kind of support it names."""
    wanted = words.casefold().split()
    found = [Entry(s, directory.provider_of(s)) for s in directory.services.values() if s.capacity != "closed"]
    fitting = [e for e in found if _fits(e, wanted) and (not kind or kind in _kinds(e.service))]
    shown = [(code, title) for code, title in KINDS if not kind or code == kind]
    grouped = (Group(code, title, _under(fitting, code, first_only=not kind)) for code, title in shown)
    return [group for group in grouped if group.entries]


def _kinds(service: Service) -> list[str]:
    return [code.removeprefix("support.") for code in service.support]


def _under(entries: Sequence[Entry], code: str, *, first_only: bool) -> tuple[Entry, ...]:
    here = [e for e in entries if code in (_kinds(e.service)[:1] if first_only else _kinds(e.service))]
    return tuple(sorted(here, key=lambda e: e.service.name.casefold()))


def _fits(entry: Entry, wanted: Sequence[str]) -> bool:
    service, provider = entry.service, entry.provider
    kinds = [title for code, title in KINDS if code in _kinds(service)]
    places = [word for p in service.places for word in (p.name, p.area, p.district, p.near)]
    interests = [code.removeprefix("interest.").replace("_", " ") for code in service.interests]
    texts = (service.name, service.summary, service.about, service.times_words, service.target_group, provider.name)
    text = " ".join([*texts, *kinds, *places, *interests]).casefold()
    return all(word in text for word in wanted)


def is_old(service: Service, today: date) -> bool:
    """Checked so long ago, or never, that it may have changed."""
    return service.checked is None or today - service.checked >= CAUTION_FROM


@dataclass(frozen=True)
class Shown:
    """One listing as people see it. Nobody is introduced where it is not ``offered``."""

    service: Service
    provider: Provider
    who: tuple[str, ...]
    run_by: str
    formats: tuple[str, ...]
    cost: str
    is_old: bool
    offered: bool


def shown(service: Service, directory: Directory, today: date) -> Shown:
    provider = directory.provider_of(service)
    return Shown(
        service=service,
        provider=provider,
        who=tuple(who_may_come(service)),
        run_by=RUN_BY[provider.kind],
        formats=tuple(FORMATS[name] for name in service.formats),
        cost=cost(service),
        is_old=is_old(service, today),
        offered=service.capacity != "closed" and freshness(service, today).offered,
    )


def who_may_come(service: Service) -> list[str]:
    """What closes the service to some, in plain words; empty when it is open to all."""
    rules = service.eligibility
    said = []
    if rules.min_age is not None and rules.max_age is not None:
        said.append(f"people aged {rules.min_age} to {rules.max_age}")
    elif rules.min_age is not None:
        said.append(f"people aged {rules.min_age} and over")
    elif rules.max_age is not None:
        said.append(f"people up to {rules.max_age}")
    if rules.women_only or rules.men_only:
        said.append("women only" if rules.women_only else "men only")
    where = [*rules.areas, *rules.districts]
    if where:
        said.append(f"people who live in {', '.join(where)}")
    if rules.needs_diagnosis:
        said.append("they ask for a doctor’s diagnosis")
    if rules.right_to_work:
        said.append("they ask for the right to work in the UK")
    return said
