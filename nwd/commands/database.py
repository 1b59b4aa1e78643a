"""``nwd db``: migrations."""

from __future__ import annotations

import typer

from nwd.commands.output import say
from nwd.settings import load

database = typer.Typer(no_args_is_help=True, help="The database's tables.")


@database.command()
def upgrade() -> None:
    """Bring the tables to this release (and, locally, load the sample directory)."""
    from bot.house import prepare

    prepare(load())
    say("The database is at this release.")


@database.command()
def check() -> None:
    """Whether the tables are at this release; exit status 1 if not."""
    from bot.house import migration_state, open_engine_of

    current, head = migration_state(open_engine_of(load()))
    say(f"database: {current or 'empty'}   this release: {head}")
    if current != head:
        say("Run: nwd db upgrade")
        raise typer.Exit(1)


def add(app: typer.Typer) -> None:
    app.add_typer(database, name="db")
