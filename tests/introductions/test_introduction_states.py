from __future__ import annotations

import pytest

from introductions.errors import ImpossibleChange
from introductions.states import CHANGES, ENDED, State, changed

TABLE = """
draft: queued discarded
queued: sent withdrawn failed
sent: question accepted on_hold declined expired failed withdrawn
question: question accepted on_hold declined expired failed withdrawn
on_hold: accepted declined expired withdrawn
accepted: contact_made met declined lapsed withdrawn
contact_made: met lapsed withdrawn
met: going closed withdrawn
going: closed withdrawn
declined: closed
expired: closed
lapsed: closed
failed: closed
withdrawn: closed
closed:
discarded:
"""


def test_the_table_of_states_is_the_design_s() -> None:
    lines = [line.partition(":") for line in TABLE.strip().splitlines()]
    assert {State(a): {State(b) for b in rest.split()} for a, _, rest in lines} == CHANGES


@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("after", State)
def test_a_change_is_made_or_refused_by_name(before: State, after: State) -> None:
    if after in CHANGES[before]:
        assert changed(before, after) is after
    else:
        with pytest.raises(ImpossibleChange, match=f"{before} cannot become {after}"):
            changed(before, after)


def test_every_state_leads_to_an_end() -> None:
    def ends(state: State, seen: frozenset[State]) -> bool:
        return state in ENDED or any(ends(n, seen | {state}) for n in CHANGES[state] - seen)

    assert all(ends(state, frozenset()) for state in State)
