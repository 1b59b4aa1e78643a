"""The work somebody would like, in their own words; what others want of them, or nobody does, is none."""

from __future__ import annotations

import pytest

from knowledge.understanding.work_wish import work_wished


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("I'd like to get back to finance work, part time, perhaps three days.", "to get back to finance work"),
        ("want to get back into nursing one day", "to get back into nursing"),
        ("would like to go back to being a chef", "to get back to being a chef"),
        ("I hope to return to teaching", "to return to teaching"),
        ("i want to go back to work", "to get back to work"),
        ("looking for a part time cleaning job near me", "a part time cleaning job"),
        ("maybe a little job in a cafe", "a little job in a cafe"),
        ("i'd love a job outdoors", "a job outdoors"),
        ("want to work with kids", "to work with kids"),
        ("not looking for a shop job, want a job in an office", "a job in an office"),
        ("a kitchen job would be sweet but whos gonna have me", "a kitchen job"),
        ("a kitchen job would be too much", ""),
        ("i want a job", ""),
        ("i dont want a cleaning job", ""),
        ("my work coach wants me to get a job in a warehouse", ""),
        ("they keep telling me to get a cleaning job", ""),
        ("I'd like to get back to work at my level, slowly", "to get back to work at my level"),
        ("looking to return to work at my level", "to return to work at my level"),
        ("i want to go back to normal", ""),
        ("i had a job in a shop", ""),
        ("i'd like some help with work", ""),
    ],
)
def test_it_reads_behind_i_would_like(text: str, wish: str) -> None:
    assert work_wished(text) == wish
