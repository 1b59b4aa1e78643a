"""Answers to an open question: numbers, hours, ways to pass over it, and what is no answer at all."""

from __future__ import annotations

import pytest

from knowledge.understanding import understand
from knowledge.understanding.books import books


@pytest.mark.parametrize(
    ("asked", "text", "option"),
    [
        ("age", "37", "25_49"),
        ("age", "i'm forty two", "25_49"),
        ("age", "just turned 19", "18_24"),
        ("age", "seventy one in may", "50_plus"),
        ("age", "lend me 20 quid", None),
        ("agreed", "im 16", "16_17"),
        ("agreed", "im 15 and like music", "under_16"),
        ("agreed", "yes im 16 and i agree", "16_17"),
        ("agreed", "my son is 12 and needs help", None),
        ("agreed", "ok who is this", None),
        ("agreed", "Yes I gree", "agree"),
        ("agreed", "ok fine agree", "agree"),
        ("agreed", "fine whatever agree", "agree"),
        ("agreed", "I'm 18+ and I agree", "agree"),
        ("agreed", "whatever do i agree to", None),
        ("agreed", "yes but who are you", None),
        ("agreed", "I'd like to but not sure", None),
        ("agreed", "i agree with my mum that i need help", None),
        ("agreed", "im ok now i like music", None),
        ("agreed", "i agree. my back is bad", "agree"),
        ("agreed", "Before I agree: who can read this?", None),
        ("agreed", "before i say I agree, is it really free?", None),
        ("agreed", "once I agree, can i stop", None),
        ("agreed", "hello. I agree, who reads this?", "agree"),
        ("agreed", "safe im 22 so yh go on", "agree"),
        ("agreed", "ok i spose. im 34", "agree"),
        ("hopes", "idk. everything lol. not be so scared of going out maybe", "get_out"),
        ("agreed", "suppose so im 60", "agree"),
        ("agreed", "aight bet im 22", "agree"),
        ("agreed", "yh im 26 go for it", "agree"),
        ("agreed", "alrite then, 56 me", "agree"),
        ("agreed", "eh go on im 38", "agree"),
        ("agreed", "why not im 52", "agree"),
        ("agreed", "ok not sure im 40", None),
        ("agreed", "ok im 50 do i have to", None),
        ("agreed", "ok im 16", "16_17"),
        ("agreed", "yes im 45", "agree"),
        ("young", "I'm under 18", None),
        ("agreed", "i wont be 18 till march", "under_18"),
        ("agreed", "im 34", None),
        ("agreed", "yes im 34", "agree"),
        ("young", "seventeen", "16_17"),
        ("young", "nah only 14", "under_16"),
        ("times", "not before 1, i sleep late", "afternoons"),
        ("times", "9ish till 11", "mornings"),
        ("times", "between 10 and 12", "mornings"),
        ("times", "2 til 4ish", "afternoons"),
        ("times", "6 onwards", "evenings"),
        ("times", "before 3", "mornings"),
        ("times", "7pm", "evenings"),
        ("times", "depends on the day", "depends"),
        ("times", "ask me that later", "skipped"),
        ("health", "none of ur business", "skipped"),
        ("hard", "id rather not go there", "skipped"),
        ("hard", "i'd rather not be in groups", "groups"),
        ("hopes", "help me get on with my life and find a job", "job"),
        ("work_right", "idk what my visa lets me do", "unsure"),
        ("work_right", "i can't", None),
        ("interests", "play me a song", None),
        ("interests", "is anybody reading this or just a computer", None),
        ("diagnosis", "do i have to pay", None),
        ("hard", "many thanks", None),
        ("place", "rather not give my postcode", "skipped"),
    ],
)
def test_an_open_question_is_answered_by(asked: str, text: str, option: str | None) -> None:
    assert understand(text, asked=asked).answer == option


def test_what_a_question_turned_down_names_is_not_told() -> None:
    assert understand("prefer not to give my age", asked="age").concepts == ()


def test_every_option_is_named_by_a_word() -> None:
    """A bare 18_24 in the data would be read as the number 1824."""
    assert all(isinstance(option, str) for options in books().answer_words.values() for option in options)
    assert "18_24" in books().answer_words["age"]
