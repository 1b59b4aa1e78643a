from __future__ import annotations

import pytest

from knowledge.redaction import redact


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("my name is Marcia Brown", "Marcia"),
        ("call me on 07700 900123 pls", "900123"),
        ("im at 12 Coldharbour Lane SW9 8LF", "Coldharbour"),
        ("mail me at marcia@post.example", "marcia@"),
        ("my son Devon has autism", "Devon"),
        ("ni number QQ 12 34 56 C", "12 34 56"),
    ],
)
def test_what_says_whose_it_is_goes(text: str, secret: str) -> None:
    assert secret not in redact(text)


def test_ordinary_words_stay() -> None:
    text = "anxiety n back gone, used to b a chef, kids so only mornings"
    assert redact(text) == text
