"""Listings and their keepers, for tests: what is known of a service, who is asked, and what came of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from introductions import Introductions
from introductions.model import Outgoing
from knowledge.directory import Directory
from knowledge.listing import Service
from knowledge.matching import match
from knowledge.profile import Profile
from knowledge.profile import Said as Told
from nwd.clock import FrozenClock
from tests.introductions.places import DIRECTORY
from tests.introductions.steps import Story

TODAY = date(2026, 11, 3)
DESK, ADE = "coordinator@nwd.example", "hello@kettle.example"
COMPANY = ("support.social_engagement",)


def kept(name: str, days: int | None, *, keeper: str = "Ade", provider: str = "kettle", **more: object) -> Service:
    checked = None if days is None else TODAY - timedelta(days=days)
    known = Service(name, provider, f"The {name}", support=COMPANY, keeper=keeper, checked=checked)
    return replace(known, **more)  # type: ignore[arg-type]


def listing(*services: Service) -> Directory:
    return Directory.of(DIRECTORY.providers.values(), services)


def asked(room: Introductions, story: Story) -> list[Outgoing]:
    """Ask whoever is due, twice as two workers would; gives what went."""
    room.ask_keepers()
    room.ask_keepers()
    return story.post()


def link_of(mail: Outgoing) -> str:
    found = re.search(r"/k/(\S+)", mail.text)
    assert found
    return found[1]


def cautions(directory: Directory, at: datetime) -> dict[str, list[str]]:
    result = match(Profile(concepts=(Told(COMPANY[0]),)), directory, today=at.date())
    return {one.service_id: [caution.code for caution in one.cautions] for one in result.matches}


def left_out(directory: Directory, at: datetime) -> dict[str, str]:
    result = match(Profile(concepts=(Told(COMPANY[0]),)), directory, today=at.date())
    return {one.service_id: one.reason for one in result.excluded}


def live(room: Introductions, story: Story, clock: FrozenClock, days: int) -> list[tuple[str, Outgoing]]:
    went = []
    for _ in range(days):
        clock.move(timedelta(days=1))
        went += [(f"{clock.now():%m-%d}", mail) for mail in asked(room, story)]
    return went
