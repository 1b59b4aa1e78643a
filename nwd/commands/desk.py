"""``nwd desk`` and ``nwd services``: what waits for a person of ours, and which services are paused and by whom."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from nwd.commands.output import print_json, say
from nwd.errors import InputError
from nwd.settings import load

if TYPE_CHECKING:
    from introductions import Introductions

desk = typer.Typer(no_args_is_help=True, help="Complaints, and people who asked for a person or a call.")
services = typer.Typer(no_args_is_help=True, help="Services to which nothing new goes, and who decides.")
JSON = Annotated[bool, typer.Option("--json", help="Print JSON (the only form there is).")]
Number = Annotated[int, typer.Argument(help="Its number, as `nwd desk list` says.")]
Service = Annotated[str, typer.Argument(metavar="SERVICE", help="The service's id.")]


TAPPED = "(They tapped a button and wrote nothing with it. What was said before is in `nwd person export PERSON`.)"


@contextmanager
def _kept() -> Iterator[Introductions]:
    from bot.house import open_house
    from introductions.errors import NotFound

    try:
        yield open_house(load()).introductions
    except NotFound as error:
        raise InputError(str(error)) from error


@desk.command("list")
def waiting(
    as_json: JSON = True,
    all_: Annotated[bool, typer.Option("--all", help="Those that were dealt with too.")] = False,
) -> None:
    """What waits, oldest first: no words, and nothing of whom."""
    with _kept() as kept:
        print_json(kept.desk_requests(done=all_))


@desk.command()
def show(number: Number, as_json: JSON = True) -> None:
    """One of them with its words and whose it is; who looked is recorded."""
    with _kept() as kept:
        shown = kept.show_request(number, by=getpass.getuser())
    print_json(shown | {"text": shown["text"] or TAPPED})


@desk.command()
def done(number: Number) -> None:
    """It was dealt with."""
    with _kept() as kept:
        kept.close_request(number)
    say("Done.")


@services.command("list")
def paused(as_json: JSON = True) -> None:
    """Every paused service: since when, by whom, whether that was decided, what waits and what goes on."""
    with _kept() as kept:
        print_json(kept.paused_services())


@services.command()
def history(service: Service, as_json: JSON = True) -> None:
    """Every pause and decision about one service, with the time and who."""
    with _kept() as kept:
        print_json(kept.service_history(service))


@services.command()
def pause(service: Service) -> None:
    """Stop new introductions, or decide that a pause stays. Letters that wait are given up; their people are told."""
    with _kept() as kept:
        shown = kept.pause_service(service, by=getpass.getuser())
    print_json(shown)
    say(f"Nothing new goes to {service}. {len(shown['going_on'])} introductions that had begun go on.")
    say(f"To let introductions go on: nwd services resume {service}")


@services.command()
def resume(service: Service) -> None:
    """New introductions again; letters that waited go."""
    with _kept() as kept:
        went = kept.resume_service(service, by=getpass.getuser())
    say(f"New introductions go to {service} again. {went} letters that waited are on their way.")


def add(app: typer.Typer) -> None:
    app.add_typer(desk, name="desk")
    app.add_typer(services, name="services")
