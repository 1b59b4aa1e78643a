"""Four invented places, enough to introduce somebody to."""

from __future__ import annotations

from knowledge.directory import Directory
from knowledge.listing import Eligibility, Provider, Service

DIRECTORY = Directory.of(
    providers=[
        Provider("kettle", "Thread & Kettle", letter_email="hello@kettle.example", second_email="ade@kettle.example"),
        Provider("town", "Town Hall Skills", kind="council", letter_email="skills@town.example", working_days=(1, 3)),
        Provider("centre", "The Jobcentre", kind="jobcentre", letter_email="jobs@centre.example"),
        Provider("shed", "Mend Shed"),
    ],
    services=[
        Service(
            "circle", "kettle", "Sewing circle", support=("support.social_engagement",), formats=("group", "online")
        ),
        Service(
            "quilts",
            "kettle",
            "Quilt mornings",
            child_safeguarding=True,
            eligibility=Eligibility(min_age=16, max_age=25),
        ),
        Service("skills", "town", "Evening skills", support=("support.training", "support.financial_advice")),
        Service("coach", "centre", "Work coach"),
        Service("mending", "shed", "Mending day"),
    ],
)
