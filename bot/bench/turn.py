"""``nwd bench turn``: a whole turn, ours beside a plain Rasa bot of the same dialogue, in the same call.

A turn is timed by the person: from the post until the last reply has been read. Everybody says the same script, again
and again as somebody new, without pauses. All systems are up, and are measured by turns, so that whatever else the
machine does falls on each of them; those that are not being measured have nothing to do.
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bot.bench import systems
from bot.bench.people import SCRIPT, NoAnswerError
from bot.bench.systems import System
from nwd.settings import ROOT

ROUNDS = {1: 2, 10: 2, 50: 1}
"""How many people talk at once, and in how many rounds."""
SECONDS = 5.0
"""How long a crowd talks in one round; conversations that have begun are finished."""
KEPT = ROOT / "var" / "bench"


@dataclass
class Figures:
    """Of one crowd: the seconds of each turn, and for how long they talked in all."""

    took: list[float] = field(default_factory=list)
    lasted: float = 0.0

    @property
    def median(self) -> float:
        """In milliseconds, as is ``slow``, the 95th percentile."""
        return statistics.median(self.took) * 1000

    @property
    def slow(self) -> float:
        return statistics.quantiles(self.took, n=20)[-1] * 1000

    @property
    def rate(self) -> float:
        """Turns a second."""
        return len(self.took) / self.lasted


@dataclass(frozen=True)
class Result:
    start: float
    megabytes: float
    crowds: dict[int, Figures]


def run(*, seconds: float = SECONDS) -> None:
    """Measure all three and print the table. Raises BenchError, NoAnswerError."""
    with tempfile.TemporaryDirectory(prefix="nwd-bench-") as name, ExitStack() as stack:
        folder = Path(name)
        ours = stack.enter_context(systems.ours(folder / "ours"))
        plain = stack.enter_context(systems.plain(KEPT / "plain"))
        floor = stack.enter_context(systems.floor(folder / "floor"))
        for line in table(*measured([ours, plain, floor], seconds)):
            print(line)


def measured(up: Sequence[System], seconds: float) -> list[Result]:
    for system in up:
        asyncio.run(_talk(system, 1, 0.0, Figures()))  # the first conversation loads what is loaded late
    figures = [{people: Figures() for people in ROUNDS} for _ in up]
    for people in [people for people, rounds in ROUNDS.items() for _ in range(rounds)]:
        for system, crowds in zip(up, figures, strict=True):
            asyncio.run(_talk(system, people, seconds, crowds[people]))
    return [Result(s.start_seconds, s.megabytes(), crowds) for s, crowds in zip(up, figures, strict=True)]


async def _talk(system: System, people: int, seconds: float, figures: Figures) -> None:
    numbers, begun = itertools.count(), time.perf_counter()
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx.AsyncClient(timeout=None, limits=limits, trust_env=False) as http:  # noqa: S113 (turns are bounded)

        async def one_after_the_other() -> None:
            while True:
                await system.person(next(numbers)).talk(http, figures.took)
                if time.perf_counter() - begun >= seconds:
                    return

        try:
            async with asyncio.TaskGroup() as crowd:
                for _ in range(people):
                    crowd.create_task(one_after_the_other())
        except* NoAnswerError as failed:
            raise _first(failed) from failed
    figures.lasted += time.perf_counter() - begun


def _first(failed: BaseExceptionGroup[NoAnswerError]) -> NoAnswerError:
    one = failed.exceptions[0]
    return one if isinstance(one, NoAnswerError) else _first(one)


def table(ours: Result, plain: Result, floor: Result) -> list[str]:
    """Lines to print; a ratio above 1 is better for us: how many times faster, smaller or more than the plain bot."""
    lines = [f"{'':24}{'No Wrong Door':>15}{'plain Rasa':>12}{'ratio':>8}{'gateway, stub for Rasa':>25}"]
    lines.append(_line("start, s", ours.start, plain.start, floor.start, True))
    lines.append(_line("memory, MB", ours.megabytes, plain.megabytes, floor.megabytes, True))
    for people, mine in ours.crowds.items():
        other, least = plain.crowds[people], floor.crowds[people]
        lines.append(_line(f"{people:>2} talking: median, ms", mine.median, other.median, least.median, True))
        lines.append(_line("            95 %, ms", mine.slow, other.slow, least.slow, True))
        lines.append(_line("            turns/s", mine.rate, other.rate, least.rate, False))
    turns = [sum(len(c.took) for c in result.crowds.values()) for result in (ours, plain, floor)]
    compared = f"Turns measured: {turns[0]}, {turns[1]}, {turns[2]}; {len(SCRIPT)} to a conversation, the same for all."
    return [*lines, compared, "Ratio: how many times better than the plain bot, of the same call."]


def _line(name: str, mine: float, other: float, least: float, less_is_better: bool) -> str:
    ratio = other / mine if less_is_better else mine / other
    return f"{name:24}{mine:>15.1f}{other:>12.1f}{ratio:>8.2f}{least:>25.1f}"
