"""``nwd directory``: listings in and out, and what is stale."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Annotated

import typer

from nwd.clock import LONDON, SystemClock
from nwd.commands.output import print_json
from nwd.settings import load

listings = typer.Typer(no_args_is_help=True, help="The directory of places.")
JSON = Annotated[bool, typer.Option("--json", help="Print JSON (the only form there is).")]
Format = Annotated[str | None, typer.Option("--format", help="oruk, hsds, csv or yaml; else by the name.")]


@listings.command("import")
def import_(
    source: Annotated[str, typer.Argument(help="A file or an address.")],
    format_: Format = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    as_json: JSON = True,
) -> None:
    """Read listings in. Nothing is ever deleted; what is odd is told and, where it can be, mended."""
    from bot.house import open_engine_of, prepare
    from knowledge.exchange.importing import import_directory
    from knowledge.store import DirectoryStore

    settings = load()
    prepare(settings)
    report = import_directory(source, DirectoryStore(open_engine_of(settings)), format=format_, dry_run=dry_run)
    print_json(asdict(report))


@listings.command()
def export(format_: Annotated[str, typer.Option("--format", help="oruk, hsds, csv or yaml.")] = "yaml") -> None:
    """Write the whole directory out."""
    from bot.house import open_house, prepare
    from knowledge.exchange.importing import export_directory

    settings = load()
    prepare(settings)
    sys.stdout.write(export_directory(open_house(settings).directory(), format_))


@listings.command()
def check(as_json: JSON = True) -> None:
    """What is stale, incomplete or contradicts itself."""
    from bot.house import open_house, prepare
    from knowledge.exchange.checking import check_directory

    settings = load()
    prepare(settings)
    today = SystemClock().now().astimezone(LONDON).date()
    print_json([asdict(problem) for problem in check_directory(open_house(settings).directory(), today)])


def add(app: typer.Typer) -> None:
    app.add_typer(listings, name="directory")
