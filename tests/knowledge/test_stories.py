"""Whole stories, read and matched: what a caring navigator would show among the first three, and what never."""

from __future__ import annotations

import pytest

from knowledge.matching import Match, match
from knowledge.profile import Profile, Said
from knowledge.sample import SAMPLE_DAY, load_sample
from knowledge.understanding import understand

DIRECTORY = load_sample()
PORTERS = ("upright-backs-at-work", "night-bench-rights", "fair-shift-rights")


def told(text: str) -> Profile:
    read = understand(text)
    values = {value.field: value.value for value in reversed(read.values)}
    said = {side: tuple(Said(c.code, c.words) for c in read.concepts if c.polarity == side) for side in ("yes", "past")}
    return Profile(
        concepts=said["yes"],
        past=said["past"],
        not_=tuple(c.code for c in read.concepts if c.polarity == "no"),
        text=text,
        age=int(values["age"]) if "age" in values else None,
        days=tuple(values.get("days", "").split()),
        languages=tuple(value.value for value in read.values if value.field == "language"),
    )


def first_three(text: str) -> tuple[Match, ...]:
    return match(told(text), DIRECTORY, today=SAMPLE_DAY, ask=False).matches


@pytest.mark.parametrize(
    ("story", "among", "never"),
    [
        (
            "dental nurse 18 years, had a breakdown two years ago, want to get back to something but not full on",
            ("guild-return-to-wards",),
            (*PORTERS, "plantain-trainee", "quayhand-care-course"),
        ),
        (
            "used to do a bit of fishing. i just want to get out the house, its quiet. afternoons",
            ("muddy-collar-walks",),
            ("kitchen-table-singing", "kitchen-table-snaps", "shelfmark-read-aloud", "muddy-collar-doorstep"),
        ),
        (
            "fishing, bit of walking. i want to meet a few blokes. se11",
            ("lark-street-strolls",),
            ("night-bench-rights", "redwing-boss-pack"),
        ),
        (
            "i come from somalia. my english is small. i want meet people and learn more english. i like cook",
            ("learning-desk-english",),
            ("night-bench-rights",),
        ),
        (
            "i was an accountant 17 years, fatigue. proper work part time at my level",
            (),
            ("redwing-boss-pack", "sideways-plans"),
        ),
        ("bipolar, off work 5 months, my boss wants me back", ("doorway-stay-in",), ("pennyroyal-debt",)),
        (
            "I have sickle cell and i cant do fixed hours. i was a receptionist. want a job that understand",
            ("tide-street-front-of-house",),
            ("windrow-form-clinic", "copperleaf-mock"),
        ),
        (
            "single mum two kids, anxiety, never worked, would like to learn hair",
            ("barrow-first-stall",),
            ("second-socket-bench", "spanner-bike-bench"),
        ),
        (
            "epilepsy, lost my driving licence, was a courier. need a new line of work",
            (),
            ("spanner-bike-bench", "spanner-old-hands", "adjust-ask-for-change"),
        ),
        (
            "deaf, BSL, looking for warehouse work",
            ("maple-local-jobs",),
            ("tide-street-front-of-house", "learning-desk-english"),
        ),
        (
            "worked as a carer 12 years till my back went, now my nerves bad too, want some thing light",
            ("two-hats-mentor-match",),
            ("shelfmark-till", *PORTERS[1:]),
        ),
        ("veteran, ptsd, like being outside with plants, no groups", ("muddy-collar-walks",), ("doorstep-keep-home",)),
        (
            "i clean offices nights and my knees gone, manager dont care",
            ("fair-shift-rights",),
            ("quayhand-care-course",),
        ),
        (
            "heart attack last year, was a scaffolder 30 yrs, cant lift now",
            ("spanner-old-hands",),
            ("bridgefoot-trades",),
        ),
        ("my PIP stopped and im scared to do anything, rent arrears", ("pennyroyal-benefits",), ("doorway-job-match",)),
        ("schizophrenia well on meds 3 years, want a real paid job, i like kitchens", ("plantain-trainee",), PORTERS),
        ("my nerves bad since the fire, i dont go out, i love radio", ("kitchen-table-snaps",), PORTERS),
        ("58 builder, hands finished with arthritis, could teach young ones", ("spanner-old-hands",), PORTERS),
        ("sober 1 year, want to help others like me", ("heron-first-steps", "two-hats-be-a-mentor"), PORTERS),
        ("i have ptsd from domestic, need counselling with a woman", ("kestrel-one-to-one",), ("doorstep-keep-home",)),
        ("i like sewing, mornings school run", ("windrow-open-studio",), ("zaytun-stitch", "marrow-lane-mornings")),
    ],
)
def test_the_first_three_places_of_a_story(story: str, among: tuple[str, ...], never: tuple[str, ...]) -> None:
    shown = [found.service_id for found in first_three(story)]
    assert set(among) <= set(shown), shown
    assert not set(never) & set(shown), shown


@pytest.mark.parametrize(
    "story",
    ["my back went when i was a porter at kings, now i sit at home all day, im 54", "was a cleaner, want company"],
)
def test_what_somebody_used_to_do_is_no_reason_where_only_the_members_do_it(story: str) -> None:
    shown = match(told(story), DIRECTORY, today=SAMPLE_DAY, limit=30, ask=False).matches
    assert shown
    for found in shown:
        if found.service_id in PORTERS:
            assert not {"strength", "own_words"} & {reason.code for reason in found.reasons}
