"""Words of danger, tried on the examples that stand beside them."""

from __future__ import annotations

import pytest

from bot.gateway.safety import URGENCY
from knowledge.language.usage import DATA
from knowledge.safety import check
from knowledge.understanding import understand
from knowledge.yaml_files import read_yaml

_FILES = sorted((DATA / "safety").glob("*.yaml"))


def _examples(side: str) -> list[str]:
    return [text for path in _FILES for text in read_yaml(path).get(side, [])]


@pytest.mark.parametrize("text", _examples("positive"))
def test_an_example_of_danger_is_never_passed_over(text: str) -> None:
    assert check(text).level != "none"


@pytest.mark.parametrize("text", _examples("negative"))
def test_a_harmless_example_raises_no_alarm(text: str) -> None:
    assert check(text).level == "none"


@pytest.mark.parametrize("text", _examples("positive_after"))
def test_words_are_heard_with_the_danger_before_in_mind(text: str) -> None:
    assert check(text, after_danger=True).level != "none"


@pytest.mark.parametrize("text", _examples("negative_after"))
def test_after_danger_other_things_can_be_said_again(text: str) -> None:
    assert check(text, after_danger=True).level == "none"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("stop hes hurting me", "violence"),
        ("my son wants to die", "suicide"),
        ("the voices tell me to hurt people", "harm_others"),
        ("não tenho onde dormir", "no_shelter"),
        ("no tengo comida", "no_food"),
    ],
)
def test_plain_words_act_at_once_with_their_kind(text: str, kind: str) -> None:
    result = check(text)
    assert (result.level, kind in result.kinds) == ("act", True)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("cant do this anymore. wish i didnt wake up", "suicide"),
        ("my mum wont wake up", "medical"),
        ("he hit me and i cant breathe", "medical"),
    ],
)
def test_the_first_words_are_on_what_is_meant(text: str, first: str) -> None:
    assert min(check(text).kinds, key=URGENCY.index) == first


def test_what_else_was_said_is_read_beside_the_danger() -> None:
    """The gateway answers danger itself, so that nothing of such a message becomes a fact."""
    result = understand("i have depression and i want to kill myself tonight")
    assert result.crisis == "act"
    assert [concept.code for concept in result.concepts] == ["health.depression"]


@pytest.mark.parametrize("text", ["i hear voices", "i take lithium for bipolar", "depression is bad this week"])
def test_an_illness_is_health_not_danger(text: str) -> None:
    assert check(text).level == "none"
