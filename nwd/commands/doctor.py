"""``nwd doctor``: what is set, what is missing, what answers. Never prints a secret."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from pydantic import SecretStr

from nwd import running
from nwd.settings import Settings, load


def doctor() -> None:
    """What is set, what is missing, what answers."""
    settings = load()
    for name, state in [*_settings(settings), *_answers(settings)]:
        print(f"{name:<28} {state}")


def _settings(settings: Settings) -> Iterator[tuple[str, str]]:
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        if isinstance(value, SecretStr):
            shown = "set (hidden)" if value.get_secret_value() else "not set"
        elif name == "database_url":
            shown = f"{str(value).partition('://')[0]} (address hidden)"
        elif name == "quiet_hours":
            shown = "-".join(f"{at:%H:%M}" for at in value)
        else:
            shown = "not set" if value in (None, "") else str(value)
        yield f"NWD_{name.upper()}", shown


def _answers(settings: Settings) -> Iterator[tuple[str, str]]:
    from bot.house import migration_state, open_engine_of

    yield "Rasa's environment", "there" if running.RASA_PYTHON.exists() else "missing: run `make setup`"
    try:
        current, head = migration_state(open_engine_of(settings))
        yield "database", "at this release" if current == head else "behind: run `nwd db upgrade`"
    except Exception as error:  # noqa: BLE001 - the doctor says what fails and goes on
        yield "database", f"does not answer ({type(error).__name__})"
    found = running.find_running(settings)
    yield "app", f"answers at {found.url}" if found else "not running: `make run` starts it"
    for trouble in running.troubles(found) if found else ():
        yield "app", trouble
    if settings.coordinator is None:
        yield "a person to take over", "nobody: set NWD_COORDINATOR and NWD_STAFF_HOURS"


def add(app: typer.Typer) -> None:
    app.command()(doctor)
