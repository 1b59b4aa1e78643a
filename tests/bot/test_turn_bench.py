"""What `nwd bench turn` reports: every figure of a whole turn, beside a plain Rasa bot and the gateway's own floor."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from httpx import AsyncClient

from bot.bench import systems, turn
from bot.bench.people import SCRIPT, Person
from bot.bench.systems import System
from bot.bench.turn import Figures, Result, table
from nwd.settings import load

TURNS = [0.010] * 18 + [0.020, 0.100]


def result(start: float, megabytes: float, slower: float) -> Result:
    crowds = {people: Figures([took * slower for took in TURNS], lasted=2.0 * slower) for people in turn.ROUNDS}
    return Result(start, megabytes, crowds)


def row(lines: list[str], name: str) -> list[float]:
    return next([float(one) for one in line[24:].split()] for line in lines if line[:24].strip() == name)


def test_every_figure_stands_beside_the_plain_bots_and_the_floors() -> None:
    lines = table(result(4.0, 300.0, 1.0), result(8.0, 900.0, 3.0), result(1.0, 100.0, 0.5))
    assert row(lines, "start, s") == [4.0, 8.0, 2.0, 1.0]
    assert row(lines, "memory, MB") == [300.0, 900.0, 3.0, 100.0]
    for people in (1, 10, 50):
        assert row(lines, f"{people} talking: median, ms") == [10.0, 30.0, 3.0, 5.0]
    assert [line[:24].strip() for line in lines[3:12]] == [
        *("1 talking: median, ms", "95 %, ms", "turns/s"),
        *("10 talking: median, ms", "95 %, ms", "turns/s"),
        *("50 talking: median, ms", "95 %, ms", "turns/s"),
    ]
    assert "Turns measured: 60, 60, 60" in lines[-2]


def test_the_95th_percentile_and_the_rate_are_of_all_turns() -> None:
    figures = Figures(TURNS, lasted=2.0)
    assert figures.median == pytest.approx(10.0)
    assert 20.0 < figures.slow <= 100.0
    assert figures.rate == 10.0


class Small(System):
    def megabytes(self) -> float:
        return 100.0


class Quick(Person):
    """Says the script to nobody; every turn is over at once."""

    async def turn(self, http: AsyncClient, text: str) -> str:
        await asyncio.sleep(0)
        return text


def test_a_tiny_run_measures_all_three_and_every_crowd(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("ours", "plain", "floor"):
        monkeypatch.setattr(systems, name, up(name))
    turn.run(seconds=0.0)
    lines = capsys.readouterr().out.splitlines()
    assert [row(lines, f"{people} talking: median, ms")[0] >= 0 for people in (1, 10, 50)] == [True] * 3
    said = sum(people * rounds for people, rounds in turn.ROUNDS.items()) * len(SCRIPT)
    assert f"Turns measured: {said}, {said}, {said}" in lines[-2]


def up(name: str) -> Callable[[Path], AbstractContextManager[System]]:
    @contextmanager
    def system(folder: Path) -> Iterator[System]:
        yield Small(name, "http://127.0.0.1", (), 1.0, Quick, load(), folder)

    return system
