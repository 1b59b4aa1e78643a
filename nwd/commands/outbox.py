"""``nwd outbox``: messages to people that were given up, and sending them again."""

from __future__ import annotations

from typing import Annotated

import typer

from nwd.commands.output import print_json, say
from nwd.errors import InputError
from nwd.settings import load

box = typer.Typer(no_args_is_help=True, help="Messages to people that could not be delivered.")


@box.command()
def dead(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (the only form there is).")] = True,
) -> None:
    """Every message that was given up, without its words; the log says why, by the same number."""
    from bot.letters import dead_letters

    print_json(dead_letters(load()))


@box.command()
def resend(number: Annotated[int, typer.Argument(metavar="ID", help="The message's number.")]) -> None:
    """Put one back in line, as it was; what runs sends it within a second."""
    from bot.letters import resend_letter

    if not resend_letter(load(), number):
        raise InputError("no message that was given up has that number, or its words are gone: see `nwd outbox dead`")
    say("In line again.")


def add(app: typer.Typer) -> None:
    app.add_typer(box, name="outbox")
