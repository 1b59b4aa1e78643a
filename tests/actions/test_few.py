"""Two good places are shown rather than a third that pads the list."""

from __future__ import annotations

import pytest

from actions.few import few
from knowledge.listing import Provider, Service
from knowledge.matching import Match
from knowledge.reasons import Reason


def place(name: str, *codes: str, by: str = "", sure: bool = True, cautions: tuple[str, ...] = ()) -> Match:
    service, provider = Service(name, by or name, name), Provider(by or name, by or name)
    told = tuple(Reason(code) for code in codes)
    warned = tuple(Reason(code) for code in cautions)
    return Match(name, provider.name, name, 1.0, told, warned, service, provider, sure=sure)


FIRST, SECOND = place("a", "interest", "hope"), place("b", "hope", "small_group")


@pytest.mark.parametrize(
    ("third", "shown"),
    [
        (place("c", "hope", "times"), "abc"),
        (place("c", "hope", "times", sure=False), "ab"),
        (place("c", "interest", sure=False), "abc"),
        (place("c", "hope", "specialism", by="a"), "ab"),
        (place("c", "hope", "small_group", by="a"), "abc"),
        (place("c", "interest", cautions=("group_unknown",)), "ab"),
    ],
)
def test_the_third_has_to_earn_its_place(third: Match, shown: str) -> None:
    assert "".join(one.service_id for one in few([FIRST, SECOND, third])) == shown


def test_what_is_for_some_people_only_is_not_shown_to_who_never_told_it_even_alone() -> None:
    assert few([place("c", "interest", cautions=("group_unknown",))]) == []


def test_where_all_fit_less_well_none_gives_way_to_another() -> None:
    assert len(few([place(name, "hope", sure=False) for name in "abcd"])) == 3


def test_a_good_fourth_stands_in_for_a_third_that_was_held_back() -> None:
    held = place("c", "hope", "specialism", by="a")
    assert [one.service_id for one in few([FIRST, SECOND, held, place("d", "hope")])] == ["a", "b", "d"]
    assert [one.service_id for one in few([FIRST, SECOND, held, place("d", "hope", sure=False)])] == ["a", "b"]
