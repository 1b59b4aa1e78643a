"""``nwd person``: what is held on one person, and erasing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from nwd.commands.output import print_json, say
from nwd.errors import InputError
from nwd.running import beside_running
from nwd.settings import load

if TYPE_CHECKING:
    from bot.house import House

people = typer.Typer(no_args_is_help=True, help="What is held on one person.")


def _found(key: str) -> tuple[House, str]:
    from bot.app import person_of
    from bot.house import open_house

    house = open_house(beside_running(load()))
    person_id = person_of(house, key)
    if person_id is None:
        raise InputError("nobody is kept under that key; give channel:key, such as terminal:me, or a person's id")
    return house, person_id


@people.command()
def export(
    key: str, as_json: Annotated[bool, typer.Option("--json", help="Print JSON (the only form there is).")] = True
) -> None:
    """Everything held on one person, as a readable document."""
    from bot.app import export_person

    house, person_id = _found(key)
    print_json(export_person(house, person_id))


@people.command()
def erase(key: str) -> None:
    """Erase everything held on one person, in every store."""
    from bot.app import erase_person

    house, person_id = _found(key)
    erase_person(house, person_id)
    say("Erased.")


def add(app: typer.Typer) -> None:
    app.add_typer(people, name="person")
