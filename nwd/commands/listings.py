"""``nwd listings``: what keepers were asked and said, and that the desk has put a listing right."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from nwd.commands.output import print_json, say
from nwd.errors import InputError
from nwd.settings import load

checked = typer.Typer(no_args_is_help=True, help="Whether listings are still right, as their keepers say.")
QUIET = ("room", "yes", "edited")


@checked.command()
def checks(
    all_: Annotated[bool, typer.Option("--all", help="Every listing, not only those that want something.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (the only form there is).")] = True,
) -> None:
    """Listings that are asked about, doubted, full or closed by their keepers, or due within two weeks."""
    from bot.house import open_house

    house = open_house(load())
    now = house.clock.now()
    found = house.introductions.listing_checks()
    print_json([one for one in found if all_ or _wants_something(one, now)])


def _wants_something(one: dict[str, Any], now: Any) -> bool:
    from introductions.asking import NEAR

    coming, last = one["next"], one["last"]
    is_near = coming is not None and (coming["what"] != "ask" or coming["at"] <= now + NEAR)
    return bool(
        is_near or one["set_off"] or one["doubt"] or not one["keeper"] or (last and last["answer"] not in QUIET)
    )


@checked.command()
def edited(service: Annotated[str, typer.Argument(metavar="SERVICE", help="The listing's id.")]) -> None:
    """Say that a listing has been put right, or stands as it is: it counts as checked today."""
    from bot.house import open_house
    from introductions.errors import NotFound

    try:
        open_house(load()).introductions.listing_edited(service)
    except NotFound as error:
        raise InputError(f"{error}; `nwd listings checks --all` names them") from error
    say("Kept: checked today.")


def add(app: typer.Typer) -> None:
    app.add_typer(checked, name="listings")
