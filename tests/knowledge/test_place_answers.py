"""What a listing answers: what it does not say is never a no."""

from __future__ import annotations

import pytest

from knowledge.listing import Eligibility, Place, Service
from knowledge.place_answers import answered


def service(**more: object) -> Service:
    return Service("s", "p", "Rest", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("topic", "listing", "told"),
    [
        ("step_free", service(places=(Place("hall", step_free=True), Place("attic", step_free=False))), True),
        ("step_free", service(places=(Place("attic", step_free=False),)), False),
        ("step_free", service(places=(Place("hall"),)), None),
        ("step_free", service(places=(Place("hall"),), adapts=("constraint.step_free",)), True),
        ("step_free", service(), None),
        ("noise_crowds", service(places=(Place("hall", quiet=False),)), False),
        ("women_only", service(eligibility=Eligibility(women_only=True)), True),
        ("women_only", service(), False),
        ("own_home", service(formats=("group", "online")), True),
        ("own_home", service(formats=("group",)), False),
        ("own_home", service(formats=("group", "phone"), places=(Place("hall"),)), False),
        ("own_home", service(formats=("group", "outreach"), places=(Place("stall"),)), False),
        (
            "own_home",
            service(formats=("one_to_one", "phone"), support=("support.job_brokering",), places=(Place("office"),)),
            False,
        ),
        ("own_home", service(formats=("one_to_one", "phone"), places=(Place("office"),)), True),
        ("no_groups", service(formats=("one_to_one",)), True),
        ("no_groups", service(), None),
        ("childcare", service(cannot_meet=("constraint.childcare",)), False),
        ("childcare", service(), None),
        ("cost", service(free=False, cost="£3"), False),
        ("cost", service(free=False), None),
    ],
)
def test_yes_no_and_not_said(topic: str, listing: Service, told: bool | None) -> None:
    assert answered(f"constraint.{topic}", listing) is told
