"""Every line a resident reads, held to the manner of this service: docs/copy.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.yaml_files import read_yaml
from tests.contracts.manner import ARI, READING_AGE, of_the_system, readability, too_long, words

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "bot" / "dialogues" / "copy").glob("*.yml"))
SIMPLER_WORDS = 10


def responses(path: Path) -> dict[str, list[dict[str, object]]]:
    return dict(read_yaml(path)["responses"])


def lines(path: Path) -> Iterator[tuple[str, str]]:
    for name, variations in responses(path).items():
        for variation in variations:
            yield name, str(variation.get("text", ""))


def titles() -> Iterator[tuple[str, int, str]]:
    for path in FILES:
        for name, variations in responses(path).items():
            for variation in variations:
                buttons = variation.get("buttons") or []
                for button in buttons:  # type: ignore[attr-defined]
                    yield name, len(buttons), button["title"]  # type: ignore[arg-type]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_file_reads_at_about_age_nine(path: Path, record_property: Callable[[str, object], None]) -> None:
    score = readability([text for _, text in lines(path) if text])
    record_property(ARI, round(score, 2))
    assert score <= READING_AGE


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_no_sentence_is_longer_than_twenty_words(path: Path) -> None:
    assert [(name, long) for name, text in lines(path) for long in too_long(text)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_no_line_uses_the_words_of_the_system(path: Path) -> None:
    assert [(name, wrong) for name, text in lines(path) for wrong in of_the_system(text)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_no_line_cheers(path: Path) -> None:
    assert [name for name, text in lines(path) if "!" in text] == []


def test_a_question_s_simpler_line_has_ten_words_at_most() -> None:
    simpler = [(n, t) for path in FILES for n, t in lines(path) if n.startswith("utter_simpler_")]
    assert simpler
    assert [(n, t) for n, t in simpler if len(words(t)) > SIMPLER_WORDS] == []


def test_every_question_says_why_and_has_a_simpler_line() -> None:
    names = {name for path in FILES for name, _ in lines(path)}
    asked = {name.removeprefix("utter_ask_") for name in names if name.startswith("utter_ask_")}
    asked |= {"letter_decision", "answer_text"}
    assert {f"utter_{kind}_{slot}" for slot in asked for kind in ("why", "simpler")} - names == set()


def test_a_question_has_other_words_for_the_second_time() -> None:
    asked = {n: v for path in FILES for n, v in responses(path).items() if n.startswith("utter_ask_")}
    again = {"type": "slot", "name": "asked_as", "value": "again"}
    assert [
        name for name, said in asked.items() if not any(str(again) in str(one.get("condition")) for one in said)
    ] == []
    simpler = {n: v[0]["text"] for path in FILES for n, v in responses(path).items() if n.startswith("utter_simpler_")}
    words = {n: [*(one["text"] for one in v), simpler[n.replace("_ask_", "_simpler_")]] for n, v in asked.items()}
    assert [name for name, texts in words.items() if len(set(texts)) != len(texts)] == []


def test_no_response_is_written_twice() -> None:
    seen: dict[str, str] = {}
    twice = []
    for path in FILES:
        for name in responses(path):
            if name in seen:
                twice.append((name, seen[name], path.name))
            seen[name] = path.name
    assert twice == []


def test_the_hello_is_about_sixty_words() -> None:
    """And a question beside them, so that a yes is one to something."""
    copy = {name: text for path in FILES for name, text in lines(path)}
    assert len(words(copy["utter_hello"] + " " + copy["utter_ask_agreed"])) <= 70


def test_nothing_promises_that_benefits_are_safe() -> None:
    unsafe = re.compile(
        r"benefits (are|will be|stay) (safe|fine|the same)|won't (affect|change) your benefits", re.IGNORECASE
    )
    assert [name for path in FILES for name, text in lines(path) if unsafe.search(text)] == []


def test_button_titles_fit_the_tightest_channel() -> None:
    """WhatsApp: three reply buttons of 20 characters, else a list of ten rows of 24."""
    wrong = [(name, title) for name, count, title in titles() if len(title) > (20 if count <= 3 else 24) or count > 10]
    assert wrong == []


def test_no_response_is_left_without_anyone_to_say_it() -> None:
    """Every response is named in a rule, in Python, or made from a name the code builds (utter_news_<name> …)."""
    built = tuple(
        f"utter_{kind}_"
        for kind in (
            "ask why simpler said kind goal news status reason caution title letter_line meaning format contact crisis "
            "held letter_means opening cannot_read operator_kind menu place_kind paid_by where calls place_not_said"
        ).split()
    )
    said = "\n".join(
        p.read_text(encoding="utf-8")
        for room in ("actions", "bot", "introductions", "nwd")
        for p in (ROOT / room).rglob("*")
        if p.suffix in (".py", ".yml", ".html") and "copy" not in p.parts
    )
    names = [name for path in FILES for name in responses(path)]
    assert [n for n in names if not n.startswith(built) and not re.search(rf"\b{n}\b", said)] == []
