"""``nwd keys``: turning everything stored over to a new secret key."""

from __future__ import annotations

from typing import Annotated

import typer

from nwd.commands.output import print_json, say
from nwd.settings import load

keys = typer.Typer(no_args_is_help=True, help="The secret keys that encrypt what people say.")


@keys.command()
def rotate(as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False) -> None:
    """Re-encrypt everything with the first key of NWD_SECRET_KEY (new,old). Run it again until it turns nothing."""
    from bot.house import open_house
    from bot.keys import turn_keys_over

    done = turn_keys_over(open_house(load()))
    if as_json:
        print_json(done)
    for name, count in done["tables"].items():
        say(f"{name}: {count['turned']} turned over, {count['stood']} stood already, {count['lost']} lost")
    if done["lost"]:
        say("Values that no key opens are left as they are: is a key missing from NWD_SECRET_KEY?")
        raise typer.Exit(1)
    again = "Run this again before you drop the old key." if done["turned"] else "The first key opens everything."
    say(f"{done['turned']} turned over. {again}")


@keys.callback()
def only_group() -> None:
    """The secret keys that encrypt what people say."""


def add(app: typer.Typer) -> None:
    app.add_typer(keys, name="keys")
