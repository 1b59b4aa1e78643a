"""``nwd understand`` and ``nwd match``: what the navigator reads and finds, without Rasa."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from nwd.clock import LONDON, SystemClock
from nwd.commands.output import print_json, print_line
from nwd.errors import InputError
from nwd.settings import load


def understand(
    text: Annotated[list[str] | None, typer.Argument(help="One message.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (the only form there is).")] = True,
    lines: Annotated[Path | None, typer.Option(help="A file with one message a line.")] = None,
    asked: Annotated[str | None, typer.Option(help="The question that was asked, a slot's name.")] = None,
) -> None:
    """What one message says: intent, codes with polarity, safety."""
    from knowledge.understanding import understand as read
    from knowledge.understanding.lines import understand_lines

    if lines is not None:
        for found in understand_lines(lines):
            print_line(found)
    elif text:
        print_json(read(" ".join(text), asked=asked).as_json())
    else:
        raise InputError("understand: give a message, or --lines FILE")


def match(
    profile: Annotated[Path, typer.Option(help="A JSON file; its shape is in the README.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (the only form there is).")] = True,
    limit: Annotated[int, typer.Option(min=1, help="How many places.")] = 3,
    explain: Annotated[bool, typer.Option("--explain", help="List everything that was left out, and why.")] = False,
) -> None:
    """Places that fit a profile, with reasons, cautions and the next question."""
    from bot.copy import Copy
    from bot.house import open_house, prepare
    from knowledge import matching
    from knowledge.profile import Profile
    from knowledge.reasons import parameters, response_of

    try:
        given = json.loads(profile.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"--profile: {profile} cannot be read as JSON ({type(error).__name__})") from error
    settings = load()
    prepare(settings)
    today = SystemClock().now().astimezone(LONDON).date()
    found = matching.match(Profile.from_json(given), open_house(settings).directory(), today=today, limit=limit)
    copy = Copy()
    print_json(
        matching.as_json(
            found,
            explain=explain,
            wording=lambda kind, reason, service, provider: copy.text(
                response_of(kind, reason), **parameters(reason, service, provider)
            ),
        )
    )


def add(app: typer.Typer) -> None:
    app.command()(understand)
    app.command()(match)
