"""Work turned down as a whole is heard as a no to a job, and to have none, or to look in vain, is not."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand

READY = "stage.ready"


def heard(text: str, asked: str | None) -> set[str]:
    return {one.polarity for one in understand(text, asked).concepts if one.code == READY}


@pytest.mark.parametrize("asked", ["hopes", "times", None])
@pytest.mark.parametrize(
    "text",
    [
        "i cant work",
        "can't do a job right now",
        "i'm not able to work any more",
        "no work thanks",
        "i told you no job please",
        "dont push me into work",
        "anything but work",
        "jobs are not for me",
        "cant work, my back. like reading",
    ],
)
def test_work_is_turned_down(text: str, asked: str | None) -> None:
    assert heard(text, asked) == {"no"}
    assert understand(text, asked).answer != "job"


@pytest.mark.parametrize(
    "text",
    ["i cant find work", "i cant work but i want to", "no job at the moment but i want one", "a job"],
)
def test_a_job_is_still_hoped_for(text: str) -> None:
    assert heard(text, "hopes") == {"yes"}


@pytest.mark.parametrize("text", ["no work experience", "i cant work nights", "i have no job"])
def test_nothing_is_turned_down(text: str) -> None:
    assert "no" not in heard(text, "hopes")


def test_a_job_that_is_priced_is_none_to_be_had() -> None:
    assert heard("or estimating, pricing jobs up", "hopes") == set()
