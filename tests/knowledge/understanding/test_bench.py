"""The benchmark and the review of what was not understood."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.understanding import understand
from knowledge.understanding.bench import run
from knowledge.understanding.bench.messages import read_messages
from knowledge.understanding.bench.scores import Found, bootstrap, false_yes, rates
from knowledge.understanding.review import Kept, keep, label, listed, rescored, worth_keeping

_FOLDER = Path(__file__).parents[2] / "data" / "understanding"
_AT = datetime(2026, 11, 22, tzinfo=UTC)


def test_rates_count_a_wrong_polarity_as_wrong() -> None:
    message = read_messages(_FOLDER / "open.jsonl")[1]
    turned = Found(frozenset((code, "yes") for code, _ in message.facts), message.intent)
    assert rates([message], [turned]).right == 1
    assert false_yes([message], [turned]) == (2, 2)


def test_the_bootstrap_of_equal_readers_spans_zero() -> None:
    messages = read_messages(_FOLDER / "open.jsonl")[:50]
    same = [Found(m.facts, m.intent) for m in messages]
    assert bootstrap(messages, same, same, rounds=50) == (0.0, 0.0)


def test_the_open_half_is_scored_beside_the_keywords(tmp_path: Path) -> None:
    shutil.copy(_FOLDER / "open.jsonl", tmp_path)
    said: list[str] = []
    totals = run("open", folder=tmp_path, at=_AT, say=said.append)
    assert totals["messages"] >= 500
    assert totals["concepts"]["f1"] > totals["keywords"]["f1"] + 0.1
    assert totals["keywords"]["we_lead_by"][0] > 0
    assert totals["safety"]["caught"] >= 0.98
    assert any("open-" in line for line in said)


def test_of_the_sealed_half_only_totals_are_said_and_each_scoring_is_logged(tmp_path: Path) -> None:
    rows = (_FOLDER / "open.jsonl").read_text(encoding="utf-8").splitlines()[:40]
    for name in ("open", "sealed"):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(rows), encoding="utf-8")
    said: list[str] = []
    log = tmp_path / "scores.jsonl"
    run("sealed", folder=tmp_path, at=_AT, log=log, say=said.append)
    first = read_messages(tmp_path / "sealed.jsonl")[0].text
    assert len(log.read_text(encoding="utf-8").splitlines()) == 1
    assert first not in "".join(said) + log.read_text(encoding="utf-8")


def test_only_what_was_not_understood_is_kept_and_redacted() -> None:
    row = keep("1", "zorb flimmer 07700 900123", None)
    assert row is not None
    assert "900123" not in row.text
    assert keep("2", "i love cooking", None) is None
    assert not worth_keeping(understand("i want to kill myself"))


def test_the_commonest_wording_is_reviewed_first_and_once() -> None:
    rows = [Kept("1", "abc"), Kept("2", "xyz"), Kept("3", "ABC")]
    assert [(row.id, count) for row, count in listed(rows)] == [("1", 2), ("2", 1)]


def test_a_labelled_row_can_be_scored() -> None:
    row = label(Kept("1", "flimmer"), ["-interest.music"], "inform")
    assert row["concepts"] == [{"code": "interest.music", "polarity": "no"}]
    with pytest.raises(ValueError, match=r"interest\.zorb"):
        label(Kept("1", "flimmer"), ["interest.zorb"], "inform")
    assert rescored(read_messages(_FOLDER / "open.jsonl")[:20])["f1"] > 0.5
