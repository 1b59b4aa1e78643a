from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from knowledge.fair_turns import BAND, Candidate, bands, choose, in_order


def ids(candidates: Sequence[Candidate]) -> list[str]:
    return [candidate.service_id for candidate in candidates]


def test_of_two_like_scores_the_one_offered_less_goes_first() -> None:
    near, far = Candidate("a", "Alder", 100.0), Candidate("b", "Birch", 96.0)
    assert ids(in_order([near, far], {"a": 3, "b": 2})) == ["b", "a"]
    assert ids(in_order([near, far], {"a": 2, "b": 3})) == ["a", "b"]


def test_a_score_more_than_five_per_cent_better_wins_whatever_the_turns() -> None:
    best, other = Candidate("a", "Alder", 100.0), Candidate("b", "Birch", 94.0)
    assert ids(in_order([other, best], {"a": 99})) == ["a", "b"]


def test_with_equal_turns_names_and_then_ids_decide() -> None:
    candidates = [Candidate("2", "Birch", 50.0), Candidate("1", "Birch", 50.0), Candidate("9", "Alder", 49.0)]
    assert ids(in_order(candidates, {})) == ["9", "1", "2"]


def test_turns_pass_round_a_group_so_that_each_is_offered_as_often() -> None:
    candidates = [Candidate(name, name, 50.0, "sewing") for name in "abcd"]
    turns = dict.fromkeys("abcd", 0)
    for _ in range(40):
        (first,) = choose(in_order(candidates, turns), 1)
        turns[first.service_id] += 1
    assert set(turns.values()) == {10}


def test_only_one_of_a_group_is_shown_while_others_fit() -> None:
    ordered = in_order(
        [
            Candidate("a", "A", 100.0, "sewing"),
            Candidate("b", "B", 99.0, "sewing"),
            Candidate("c", "C", 60.0),
            Candidate("d", "D", 50.0),
        ],
        {},
    )
    assert ids(choose(ordered, 3)) == ["a", "c", "d"]


def test_a_second_of_a_group_fills_up_where_nothing_else_fits() -> None:
    ordered = in_order([Candidate("a", "A", 100.0, "sewing"), Candidate("b", "B", 99.0, "sewing")], {})
    assert ids(choose(ordered, 3)) == ["a", "b"]


def test_what_comes_after_the_first_three_is_spread_in_the_same_way() -> None:
    scores = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "", "f": "x"}
    ordered = in_order([Candidate(name, name, 50.0, group) for name, group in scores.items()], {})
    assert ids(choose(ordered, 6)) == ["a", "c", "e", "b", "d", "f"]


def test_a_weak_fit_is_not_shown_beside_a_strong_one() -> None:
    ordered = in_order([Candidate("a", "A", 100.0), Candidate("b", "B", 30.0)], {})
    assert ids(choose(ordered, 3)) == ["a"]


def test_what_would_insult_the_experienced_comes_last() -> None:
    ordered = in_order([Candidate("cv", "CV", 100.0, basic=True), Candidate("b", "B", 60.0)], {})
    assert ids(ordered) == ["b", "cv"]


SCORES = st.lists(st.floats(min_value=0.1, max_value=500), min_size=1, max_size=30)


@given(SCORES)
def test_everything_within_five_per_cent_of_a_bands_best_shares_the_band(scores: list[float]) -> None:
    found = bands(scores)
    for band in set(found.values()):
        members = [score for score in found if found[score] == band]
        assert min(members) >= max(members) * (1 - BAND)
    ranked = sorted(found, reverse=True)
    assert [found[score] for score in ranked] == sorted(found.values(), reverse=True)


@given(SCORES, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_the_directory(scores: list[float], random: Random) -> None:
    candidates = [Candidate(f"s{at}", "Same", score) for at, score in enumerate(scores)]
    shuffled = random.sample(candidates, len(candidates))
    assert in_order(candidates, {}) == in_order(shuffled, {})


@given(SCORES, st.integers(min_value=1, max_value=5))
def test_no_more_are_shown_than_asked_for(scores: list[float], limit: int) -> None:
    candidates = [Candidate(f"s{at}", "Same", score, "g" if at % 2 else "") for at, score in enumerate(scores)]
    assert 1 <= len(choose(in_order(candidates, {}), limit)) <= limit
