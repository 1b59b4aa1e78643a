"""``nwd introductions``: states, events and clocks; nothing personal unless revealed."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nwd.commands.output import print_json, say
from nwd.errors import InputError
from nwd.settings import load

if TYPE_CHECKING:
    from introductions import Introductions

listing = typer.Typer(no_args_is_help=True, help="Introductions: their states, events and clocks.")
JSON = Annotated[bool, typer.Option("--json", help="Print JSON (the only form there is).")]


def _kept() -> Introductions:
    from bot.house import open_house

    return open_house(load()).introductions


def _found(kept: Introductions, introduction: str, reveal_to: str | None = None) -> dict[str, Any]:
    from introductions.errors import NotFound

    try:
        return kept.show_introduction(introduction, reveal_to=reveal_to)
    except NotFound as error:
        raise InputError(f"{error}; `nwd introductions list` names them") from error


@listing.command("list")
def list_(as_json: JSON = True) -> None:
    """Every introduction, without anything personal."""
    print_json(_kept().list_introductions())


@listing.command()
def show(
    introduction: str,
    as_json: JSON = True,
    reveal: Annotated[bool, typer.Option("--reveal", help="Show words too; who looked is recorded.")] = False,
) -> None:
    """One introduction, by its id or short name."""
    print_json(_found(_kept(), introduction, getpass.getuser() if reveal else None))


@listing.command()
def withdraw(
    introduction: str, reason: Annotated[str, typer.Option(help="Why; the person is told it was taken back.")] = ""
) -> None:
    """Take an introduction back, as the person would."""
    kept = _kept()
    found = _found(kept, introduction)
    kept.withdraw(found["id"], by="coordinator", reason=reason, key=f"command:{found['id']}")
    say("Taken back.")


def add(app: typer.Typer) -> None:
    app.add_typer(listing, name="introductions")
