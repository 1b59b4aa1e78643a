"""Providers and services: the fields a good introduction rests on.

Figure 1 of the Lambeth "No Wrong Door" study gives the kinds of support, Figure 11 the stages, bespoke or defined,
eligibility, ways in, costs, places and formats, duration and dates; sections 1.2 to 1.8 the difference between
eligibility, target group and typical group, engagement, papers, outcomes; Appendix A size, employers and shared space.

Unknown is said by an empty value (``None``, ``""`` or ``()``) and is never read as "no". All texts are UK English
that a resident may read. Codes are those of ``knowledge/data/typology.yaml``. Days run from Monday 0 to Sunday 6.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

ProviderKind = Literal[
    "charity",
    "community",
    "social_enterprise",
    "college",
    "council",
    "nhs",
    "housing",
    "private",
    "faith",
    "jobcentre",
    "dwp",
]
PublicBody = Literal["council", "nhs", "dwp"]
Size = Literal["tiny", "small", "medium", "large"]
Bespoke = Literal["bespoke", "defined"]
Format = Literal["one_to_one", "group", "online", "outreach", "phone"]
Engagement = Literal["open_ended", "goal_led", "fixed", "one_off"]
Capacity = Literal["open", "waiting", "full", "closed"]
Doubt = Literal["", "changed", "silent"]
"""What keeps a listing from being sure: its keeper said that something changed, or left two letters unanswered."""

NO_INTRODUCTION_KINDS: frozenset[str] = frozenset({"jobcentre", "dwp"})
"""Kinds of provider that are listed but never receive anything about a person."""


@dataclass(frozen=True)
class Provider:
    """One organisation. ``sample`` marks an invented one, which every page labels as such."""

    id: str
    name: str
    about: str = ""
    kind: ProviderKind = "charity"
    run_by: str = ""
    """Who runs it, when that is not plain from the name ("its members", "Lambeth Council")."""
    reports_to: str = ""
    """To whom it answers for its work: funder, commissioner, trustees."""
    paid_by: tuple[PublicBody, ...] = ()
    """Public bodies that pay for it, said on the card and in the consent even when somebody else runs it."""
    black_led: bool = False
    size: Size = "small"
    """Full-time posts, after Appendix A question 5: tiny to 5, small to 20, medium to 50, large above."""
    website: str = ""
    letter_email: str = ""
    """Where introductions go. Empty: the provider is shown but cannot be introduced to."""
    second_email: str = ""
    """Tried when the first stays silent for four working days."""
    reply_typical: str = ""
    """In words ("usually replies in two days"). Never used to order places."""
    working_days: tuple[int, ...] = (0, 1, 2, 3, 4)
    away_from: date | None = None
    away_until: date | None = None
    """First and last day on which nobody there answers; such days are no working days."""
    employers: str = ""
    """Employers it works with, in words (Appendix A question 16)."""
    space_to_share: str = ""
    """Rooms or equipment others may use (Figure 12), in words."""
    sample: bool = False

    @property
    def takes_introductions(self) -> bool:
        """False for the Jobcentre and the DWP, whatever their listing says, and where no letter address is known."""
        return self.kind not in NO_INTRODUCTION_KINDS and bool(self.letter_email)


@dataclass(frozen=True)
class Eligibility:
    """What closes a service to some people. Every field left empty closes it to nobody.

    A target group is not eligibility: it stands in ``Service.target_group`` and never excludes.
    """

    min_age: int | None = None
    max_age: int | None = None
    """Both ages are inside the range: 16 to 25 takes a person of 25."""
    areas: tuple[str, ...] = ()
    """Names of boroughs or neighbourhoods whose residents may come ("Lambeth", "Brixton")."""
    districts: tuple[str, ...] = ()
    """Outward codes ("SE5") or, for a part of one, sectors ("SE5 8")."""
    ethnicities: tuple[str, ...] = ()
    """Lower-case words to meet in a person's own description of themselves ("black", "somali")."""
    conditions: tuple[str, ...] = ()
    """Health codes, any one of which is asked for."""
    needs_diagnosis: bool = False
    """A doctor's diagnosis, or being under a team, is asked for."""
    groups: tuple[str, ...] = ()
    """Identity or constraint codes, any one of which is asked for ("identity.refugee")."""
    women_only: bool = False
    men_only: bool = False
    right_to_work: bool = False
    no_recent: str = ""
    """What somebody may not have done recently, in words. It is shown as a caution and never decides."""


@dataclass(frozen=True)
class Place:
    """Where a service happens. The address of a ``private`` place is never shown or exported."""

    name: str
    address: str | None = None
    area: str = ""
    district: str = ""
    private: bool = False
    step_free: bool | None = None
    quiet: bool | None = None
    near: str = ""
    """A landmark in the listing's own words; distances are never worked out."""

    @property
    def shown_address(self) -> str | None:
        return None if self.private else self.address


@dataclass(frozen=True)
class Slot:
    """One weekly time, local time in London, "HH:MM"."""

    day: int
    start: str
    end: str


@dataclass(frozen=True)
class Service:
    """One thing a provider does with people. ``summary`` is at most 30 words and says what you do there."""

    id: str
    provider_id: str
    name: str
    summary: str = ""
    about: str = ""
    like_group: str = ""
    """Services of one group do much the same and are offered in fair turns; empty: like no other."""
    support: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    bespoke: Bespoke = "defined"
    eligibility: Eligibility = field(default_factory=Eligibility)
    target_group: str = ""
    """Whom it sets out to serve."""
    typical_group: str = ""
    """Who in fact comes."""
    specialism: tuple[str, ...] = ()
    """Health codes that the people there know well."""
    ways_in: tuple[str, ...] = ()
    papers_first: tuple[str, ...] = ()
    """Papers or forms asked for before or at the first meeting."""
    cost: str = ""
    free: bool = True
    cost_introducer: str = ""
    """What whoever introduces somebody pays, in words."""
    places: tuple[Place, ...] = ()
    formats: tuple[Format, ...] = ()
    group_size: int | None = None
    languages: tuple[str, ...] = ("en",)
    """BCP 47 tags of languages spoken there."""
    times: tuple[Slot, ...] = ()
    times_words: str = ""
    duration: str = ""
    starts: date | None = None
    ends: date | None = None
    season: tuple[str, ...] = ()
    """The months of the year in which it runs, as "April"; empty: all the year."""
    engagement: Engagement = "open_ended"
    may_return: bool = True
    outcomes: tuple[str, ...] = ()
    not_alongside: tuple[str, ...] = ()
    """Ids of services that cannot run at the same time as this one."""
    child_safeguarding: bool | None = None
    """Child safeguarding is recorded; without it nobody of 16 or 17 is offered the service."""
    adapts: tuple[str, ...] = ()
    """Constraint codes it can work around."""
    cannot_meet: tuple[str, ...] = ()
    """Constraint codes it cannot. A code in neither is unknown."""
    capacity: Capacity = "open"
    full_until: date | None = None
    waiting: str = ""
    """How long people wait, in words."""
    first_visit: str = ""
    """Who meets you, and how many people are there."""
    asks_of_you: str = ""
    touches_benefits: bool = False
    """A step here may touch benefits, so an introduction to benefits advice is offered first."""
    contact_name: str = ""
    funded_until: date | None = None
    keeper: str = ""
    """Who keeps this listing true."""
    keeper_email: str = field(default="", metadata={"private": True})
    """The keeper's own address; empty: asked where the place's letters go. Never shown or exported."""
    checked: date | None = None
    doubt: Doubt = field(default="", metadata={"derived": True})
    """Laid over the listing from what its keeper said; no part of any record, in or out."""
