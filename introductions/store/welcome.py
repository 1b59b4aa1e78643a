"""Whether people felt welcome at a service, in numbers; low ones reach the coordinator and name nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from introductions.store.desk_mail import DeskMail
from introductions.store.service_events import WELCOME_LOW, ServiceEventRow
from introductions.store.tables import FollowUpRow, IntroductionRow

WORTH: Mapping[str, float] = MappingProxyType({"welcome": 1.0, "okay": 0.5, "bad": 0.0})
"""What each answer to "how did it feel" counts."""
ENOUGH = 5
"""Answers of so many people say something, and nobody can be told from them."""
LOW = 0.5
"""A mean below "it was okay" is low."""
COUNTS_FOR, TOLD_AGAIN = timedelta(days=365), timedelta(days=90)
"""How long an answer counts; how soon the coordinator may hear of the same service again."""


def is_low(felt: Mapping[str, int]) -> bool:
    """Whether these answers, so many of each, are enough and low."""
    answers = sum(felt.values())
    return answers >= ENOUGH and sum(WORTH[name] * count for name, count in felt.items()) / answers < LOW


class Welcomes(DeskMail):
    def _watch_welcome(self, session: Session, service_id: str) -> None:
        """After an answer: tell the coordinator if it is low, once in ``TOLD_AGAIN``."""
        now = self.clock.now()
        before = select(func.count(), func.max(ServiceEventRow.at)).where(
            ServiceEventRow.service_id == service_id, ServiceEventRow.what == WELCOME_LOW
        )
        times, last = session.execute(before).one()
        if last is not None and last > now - TOLD_AGAIN:
            return
        felt = self._felt(session, service_id)
        service = self.directory().services.get(service_id)
        if service is None or not is_low(felt):
            return
        session.add(ServiceEventRow(service_id=service_id, what=WELCOME_LOW, by="clock", at=now))
        provider = self.directory().provider_of(service)
        counts = {name: felt.get(name, 0) for name in WORTH}
        said: dict[str, Any] = {"service": service, "provider": provider, "felt": counts, "answers": sum(felt.values())}
        self._to_desk(session, WELCOME_LOW, f"{WELCOME_LOW}:{service_id}:{times}", to=self.desk, **said)

    def _felt(self, session: Session, service_id: str) -> Mapping[str, int]:
        """The last answer of each person, by what they said."""
        asked = (FollowUpRow.asked == "person") & (FollowUpRow.answered_at > self.clock.now() - COUNTS_FOR)
        of = select(IntroductionRow.person_id, FollowUpRow.answers).join(
            IntroductionRow, IntroductionRow.id == FollowUpRow.introduction_id
        )
        here = of.where(IntroductionRow.service_id == service_id, asked).order_by(FollowUpRow.answered_at)
        rows = session.execute(here)
        last = {person: answers["feeling"] for person, answers in rows if answers.get("feeling") in WORTH}
        return Counter(last.values())
