"""Every setting, read once from the environment, ``.env`` or files, and checked. Secrets print as ``***``."""

from __future__ import annotations

import contextlib
import os
import secrets
from datetime import time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from nwd.errors import SettingsError
from nwd.settings_checks import wrong_of

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_RASA_URL = "http://127.0.0.1:5005"
SECRETS_DIR = "NWD_SECRETS_DIR"
"""Names a folder with one file a setting, such as ``nwd_secret_key``; Docker's folder of secrets if unset."""
DOCKER_SECRETS = Path("/run/secrets")


class Settings(BaseSettings):
    """One frozen object. Field names are the interface's names in lower case without ``NWD_``."""

    model_config = SettingsConfigDict(
        env_prefix="NWD_", env_file=".env", frozen=True, extra="ignore", env_ignore_empty=True
    )

    env: Literal["local", "production"] = "local"
    data_dir: Path = ROOT / "var"
    operator: str = "Lantern Neighbours (an invented charity)"
    operator_kind: Literal["charity", "council", "nhs", "other"] = "charity"
    safeguarding_contact: str | None = None
    safeguarding_cover: str | None = None
    coordinator: str | None = None
    staff_hours: str | None = None
    area: str = "Lambeth"
    quiet_hours: Annotated[tuple[time, time], NoDecode] = (time(21), time(9))
    database_url: str = ""
    secret_key: SecretStr = SecretStr("")
    public_url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    rasa_url: str = ""
    rasa_token: SecretStr = SecretStr("")
    rasa_timeout: float = Field(default=8.0, gt=0, le=120)
    actions_url: str = ""
    smtp_url: SecretStr | None = None
    mail_from: str = "No Wrong Door <hello@no-wrong-door.example>"
    mailbox_url: SecretStr | None = None
    """Where answers by mail arrive, imaps://user:password@host/INBOX; read by the worker, emptied as it goes."""
    mail_token: SecretStr | None = None
    """What a mail system that pushes to /mail/incoming shows as its bearer token; unset, there is no such door."""
    telegram_token: SecretStr | None = None
    telegram_api_url: str | None = None
    telegram_secret: SecretStr | None = None
    telegram_mode: Literal["polling", "webhook"] = "polling"
    whatsapp_token: SecretStr | None = None
    whatsapp_phone_id: str | None = None
    whatsapp_app_secret: SecretStr | None = None
    whatsapp_verify_token: SecretStr | None = None
    whatsapp_api_url: str | None = None
    clock: str | None = None

    @field_validator("quiet_hours", mode="before")
    @classmethod
    def _hours(cls, value: object) -> object:
        if isinstance(value, str):
            try:
                start, end = (time.fromisoformat(part.strip()) for part in value.split("-"))
            except ValueError:  # its own words hold the value
                raise ValueError("write two times with a dash, such as 21:00-09:00") from None
            return (start, end)
        return value

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: SecretStr) -> SecretStr:
        if any(len(part) < 32 for part in value.get_secret_value().split(",") if value.get_secret_value()):
            raise ValueError("use at least 32 characters (when rotating: new,old)")
        return value

    @property
    def is_local(self) -> bool:
        return self.env == "local"

    @property
    def secrets(self) -> list[str]:
        """The secret keys, newest first."""
        return self.secret_key.get_secret_value().split(",")

    @property
    def base_url(self) -> str:
        """Where people reach the app."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")


def _kept_secret(data_dir: Path, name: str) -> str:
    """A random secret of a local installation, made once and kept where only its owner can read it."""
    path = data_dir / name
    data_dir.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        staging = path.with_suffix(f".{secrets.token_hex(4)}")
        staging.touch(mode=0o600)
        staging.write_text(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(staging)
        staging.unlink()
    return path.read_text()


def _secrets_dir() -> Path | None:
    """Raises SettingsError when a folder is named that is not there."""
    named = os.environ.get(SECRETS_DIR)
    if named and not Path(named).is_dir():
        raise SettingsError(f"settings: {SECRETS_DIR}: there is no such folder")
    folder = Path(named) if named else DOCKER_SECRETS
    return folder if folder.is_dir() else None


def load() -> Settings:
    """Read and check every setting; fill what a local installation may leave out.

    Raises SettingsError, in one message, naming every setting that is wrong and never showing a value.
    """
    settings, wrong = _read()
    wrong |= wrong_of(settings, wrong)
    if wrong:
        lines = [f"NWD_{name.upper()}: {what}" for name, what in sorted(wrong.items())]
        raise SettingsError("settings: " + "; ".join(lines))
    try:
        return _completed(settings)
    except OSError as error:
        raise SettingsError(f"settings: NWD_DATA_DIR: cannot be written to ({type(error).__name__})") from None


def _read() -> tuple[Settings, dict[str, str]]:
    """The settings, and what is wrong by field; one that cannot be read at all has its default meanwhile."""
    folder = _secrets_dir()
    try:
        return Settings(_secrets_dir=folder), {}
    except ValidationError as error:
        bad = {str(e["loc"][0]): e["msg"].removeprefix("Value error, ") for e in error.errors()}
    meanwhile = {name: Settings.model_fields[name].get_default() for name in bad}
    return Settings(_secrets_dir=folder, **meanwhile), bad


def actions_url(host: str, port: int) -> str:
    """Where Rasa calls the app's actions."""
    return f"http://{host}:{port}/actions/webhook"


def _completed(settings: Settings) -> Settings:
    filled: dict[str, object] = {}
    if not settings.secret_key.get_secret_value():
        filled["secret_key"] = SecretStr(_kept_secret(settings.data_dir, "secret.key"))
    if not settings.rasa_token.get_secret_value():
        filled["rasa_token"] = SecretStr(_kept_secret(settings.data_dir, "rasa.token"))
    if not settings.database_url:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        filled["database_url"] = f"sqlite:///{settings.data_dir / 'nwd.db'}"
    if not settings.rasa_url:
        filled["rasa_url"] = DEFAULT_RASA_URL
    if not settings.actions_url:
        filled["actions_url"] = actions_url(settings.host, settings.port)
    return settings.model_copy(update=filled)
