"""``nwd bench NAME``: benchmarks; each prints its figures and what it compared with."""

from __future__ import annotations

from typing import Annotated

import typer

from nwd import running
from nwd.clock import SystemClock
from nwd.commands.output import say
from nwd.errors import InputError
from nwd.settings import ROOT

NAMES = ("understanding", "turn")


def bench(
    name: Annotated[str, typer.Argument(help=f"One of: {', '.join(NAMES)}.")],
    which: Annotated[str, typer.Option(help="understanding: the half to score, open or sealed.")] = "open",
    diet: Annotated[bool, typer.Option(help="understanding: also train stock DIET (about four minutes).")] = True,
) -> None:
    """Measure, beside something run in the same call."""
    if name == "understanding":
        from knowledge.understanding.bench import run
        from knowledge.understanding.bench.agreement import agreement

        folder = ROOT / "tests" / "data" / "understanding"
        agreed = agreement(folder / f"{which}.jsonl")
        if agreed:
            say(f"two labellers agree: {agreed}")
        run(
            which,
            folder=folder,
            at=SystemClock().now(),
            log=ROOT / "docs" / "understanding-scores.jsonl",
            rasa_python=running.RASA_PYTHON if diet and running.RASA_PYTHON.exists() else None,
        )
    elif name == "turn":
        from bot.bench.turn import run as run_turn

        run_turn()
    else:
        raise InputError(f"bench: no benchmark of that name; there are {', '.join(NAMES)}")


def add(app: typer.Typer) -> None:
    app.command()(bench)
