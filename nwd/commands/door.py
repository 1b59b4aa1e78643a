"""``nwd door``: what a place hangs up so that people can start from there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nwd.commands.output import say
from nwd.errors import InputError
from nwd.settings import load

doors = typer.Typer(no_args_is_help=True, help="Posters for the places where people may start.")

Out = Annotated[Path | None, typer.Option(help="A .pdf (a poster) or a .png (the code alone).")]


@doors.callback()
def _doors() -> None:
    """Keep ``poster`` a command of its own."""


@doors.command()
def poster(name: str, out: Out = None) -> None:
    """A printable poster for one door; NAME is a provider's id or any name of letters, figures and dashes."""
    from bot.copy import Copy
    from bot.doors.links import link_of
    from bot.doors.poster import Words, as_pdf, as_png

    path = out or Path(f"door-{name}.pdf")
    if path.suffix not in (".pdf", ".png"):
        raise InputError("--out: end it in .pdf or .png")
    settings, copy = load(), Copy()
    link = link_of(settings, name)
    text = copy.text("utter_poster_text", area=settings.area)
    by = copy.text("utter_poster_by", operator=settings.operator)
    words = Words(copy.text("utter_poster_title"), text, copy.text("utter_poster_how"), link, by)
    path.write_bytes(as_pdf(words) if path.suffix == ".pdf" else as_png(link))
    say(f"{path} leads to {link}")


def add(app: typer.Typer) -> None:
    app.add_typer(doors, name="door")
