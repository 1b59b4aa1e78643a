"""An illness of somebody of theirs is heard as that, and as none of the person's own."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.others_health import whose_illness


def health(text: str) -> set[str]:
    said = understand(text).concepts
    return {
        one.code.removeprefix("health.") for one in said if one.code.startswith("health.") and one.polarity == "yes"
    }


@pytest.mark.parametrize(
    ("text", "who", "own"),
    [
        ("my son has asthma", "son", set()),
        ("My son has asthma so some days I am up all night with him", "son", set()),
        ("I have a son with autism and I like cooking", "son", set()),
        ("my boyfriend has epilepsy", "boyfriend", set()),
        ("My daughter is 9. She has sickle cell and we are in hospital a lot", "daughter", set()),
        ("I have two childrens, small one she have asma", "little one", set()),
        ("two kids, the eldest is autistic", "eldest", set()),
        ("me son have asthma bad bad", "son", set()),
        ("my wife had a stroke in march", "wife", set()),
        ("my mum who has dementia lives with us", "mum", set()),
        ("the asthma is of my son", "son", set()),
        ("I have a disabled daughter and a bad back", "daughter", {"musculoskeletal"}),
        ("my son has asthma and i have copd", "son", {"heart_lungs"}),
        ("my mum has diabetes and i have diabetes too", "mum", {"diabetes"}),
        ("three kids, my youngest got epilepsy. im diabetic", "youngest", {"diabetes"}),
    ],
)
def test_it_is_theirs(text: str, who: str, own: set[str]) -> None:
    assert (whose_illness(text), health(text)) == (who, own)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("my husband says i have depression", {"depression"}),
        ("my partner is worried about my depression", {"depression"}),
        ("my wife left and my depression is bad", {"depression"}),
        ("my son helps me with my arthritis", {"musculoskeletal"}),
        ("my boy is 3 and my back is bad", {"musculoskeletal"}),
        ("like my mum i have arthritis", {"musculoskeletal"}),
        ("i have asthma like my son", {"heart_lungs"}),
        ("I care for my son and have depression", {"depression"}),
        ("single mum, bad back", {"musculoskeletal"}),
        ("I have MS and two kids", {"epilepsy"}),
        ("my friend has a cafe and i have anxiety", {"anxiety"}),
        ("my husband passed away, he had cancer", set()),
        ("they had a meeting with me about my absence", set()),
    ],
)
def test_it_is_not_somebody_else_s(text: str, own: set[str]) -> None:
    assert (whose_illness(text), health(text)) == ("", own)
