"""``nwd incident``: a leak at a provider, contained; everybody exposed is told once somebody has approved the words."""

from __future__ import annotations

import getpass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nwd.clock import LONDON
from nwd.commands.output import print_json, say
from nwd.errors import InputError
from nwd.settings import load

if TYPE_CHECKING:
    from bot.house import House

incident = typer.Typer(no_args_is_help=True, help="A leak at a provider.")


def _house() -> House:
    from bot.house import open_house

    return open_house(load())


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise InputError("--since: write a day or an instant, such as 2026-11-02 or 2026-11-02T09:00") from None
    return at if at.tzinfo else at.replace(tzinfo=LONDON)


def _told(shown: dict[str, Any]) -> None:
    print_json(shown)
    waiting = sum(one["approved_at"] is None for one in shown["people"])
    say(f"Incident {shown['id']}: {len(shown['people'])} exposed, {waiting} not told yet.")
    say(f"Tell the regulator by {shown['report_by']}, if people's rights are at risk.")
    if waiting:
        say(f"Nobody hears anything before: nwd incident approve {shown['id']}")


@incident.command("open")
def open_(
    provider: Annotated[str, typer.Option(help="The provider's id.")],
    since: Annotated[str, typer.Option(help="When it began: a day or an instant.")],
) -> None:
    """Kill the provider's links, hold its queue, list who was exposed and draft what they are told."""
    from bot.incidents import open_incident
    from introductions.errors import NotFound

    try:
        _told(open_incident(_house(), provider, _instant(since), by=getpass.getuser()))
    except NotFound as error:
        raise InputError(str(error)) from error


@incident.command()
def show(number: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """One leak again; who looked is recorded."""
    _told(_house().introductions.show_incident(number, by=getpass.getuser()))


@incident.command()
def approve(
    number: Annotated[str, typer.Argument(metavar="ID")],
    introduction: Annotated[str | None, typer.Option(help="Only the message about this introduction.")] = None,
) -> None:
    """Send the drafted messages, or one of them."""
    told = _house().introductions.approve_incident(number, by=getpass.getuser(), introduction_id=introduction)
    say(f"{told} on their way.")


@incident.command()
def close(number: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """The provider is safe again: what waited for it goes. Links that were shut stay shut."""
    _house().introductions.close_incident(number)
    say("Closed.")


def add(app: typer.Typer) -> None:
    app.add_typer(incident, name="incident")
