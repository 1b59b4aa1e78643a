"""Work that is lost is none to keep, and its loss no worry about benefits."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.lost_work import has_lost_work
from knowledge.understanding.troubles_at_work import troubles_at_work


@pytest.mark.parametrize(
    "text",
    [
        "I lost my job last year",
        "lost me cleaning job and since then im low",
        "got sacked in march",
        "i was made redundant, been out of work 2 years",
        "they let me go in june",
        "the firm got rid of me when i was ill",
    ],
)
def test_lost_work_is_none_to_keep(text: str) -> None:
    assert has_lost_work(text)
    assert "support.in_work_support" not in {one.code for one in understand(text).concepts if one.polarity == "yes"}
    assert troubles_at_work(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "scared im gonna get sacked, my boss hates me",
        "nearly lost my job over this",
        "i dont want to be out of work again",
        "got sacked once before, my manager is doing it again",
        "got fired for being off sick, is that even legal",
        "lost my job last year, i work in a shop now and it is too much",
        "if i lost my job id have nothing",
    ],
)
def test_work_at_risk_is_not_lost(text: str) -> None:
    assert not has_lost_work(text)


@pytest.mark.parametrize("text", ["scared im gonna lose my job", "they will sack me for my back, i know it"])
def test_fear_for_a_job_is_no_worry_about_benefits(text: str) -> None:
    assert "constraint.benefits_worry" not in {one.code for one in understand(text).concepts}


def test_benefits_beside_it_stay_a_worry() -> None:
    told = understand("im scared they sack me and then they stop my universal credit")
    assert "constraint.benefits_worry" in {one.code for one in told.concepts}
