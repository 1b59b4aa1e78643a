"""What production on one machine promises, read from its files; and checked by Compose itself where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from knowledge.yaml_files import read_yaml
from nwd.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = read_yaml(ROOT / "docker-compose.yml")
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {"migrate": "db upgrade", "app": "serve", "worker": "worker", "rasa": "rasa"}


def client() -> list[str] | None:
    """Compose as a plug-in of Docker's client, or by itself; None where there is neither."""
    for command in (["docker", "compose"], ["docker-compose"]):
        if (
            shutil.which(command[0])
            and not subprocess.run([*command, "version"], capture_output=True, check=False).returncode
        ):
            return command
    return None


def config(folder: Path, env: str) -> subprocess.CompletedProcess[str]:
    """What Compose says of the file in a folder of its own; it needs no engine for that."""
    compose = client()
    if compose is None:
        pytest.skip("Compose is not installed, so it has NOT read docker-compose.yml: scripts/system-packages.sh")
    shutil.copy(ROOT / "docker-compose.yml", folder)
    (folder / ".env").write_text(env)
    shutil.copytree(ROOT / "deploy", folder / "deploy", ignore=shutil.ignore_patterns("secrets"))
    return subprocess.run([*compose, "config", "-q"], cwd=folder, capture_output=True, text=True, check=False)


def test_compose_accepts_the_file(tmp_path: Path) -> None:
    checked = config(tmp_path, (ROOT / "deploy" / "example.env").read_text())
    assert (checked.returncode, checked.stderr) == (0, "")


def test_compose_says_which_address_is_missing(tmp_path: Path) -> None:
    checked = config(tmp_path, "NWD_OPERATOR=Lantern Neighbours\n")
    assert checked.returncode != 0
    assert "NWD_PUBLIC_URL" in checked.stderr


@pytest.mark.parametrize(("service", "command"), OURS.items())
def test_a_service_starts_the_command_that_a_checkout_has(service: str, command: str) -> None:
    assert SERVICES[service]["command"] == ["nwd", *command.split()]


def test_only_the_proxy_can_be_reached_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]


def test_rasa_and_the_database_are_on_private_networks_only() -> None:
    private = {name for name, network in COMPOSE["networks"].items() if network.get("internal")}
    assert set(SERVICES["rasa"]["networks"]) | set(SERVICES["database"]["networks"]) <= private


def test_rasa_cannot_be_reached_by_the_proxy() -> None:
    assert not set(SERVICES["rasa"]["networks"]) & set(SERVICES["proxy"]["networks"])


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_checked_and_can_gain_no_rights(name: str) -> None:
    service = SERVICES[name]
    assert service["healthcheck"]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize("target", ["app", "rasa"])
def test_an_image_of_ours_runs_as_an_ordinary_user(target: str) -> None:
    stages = re.split(r"(?m)^FROM ", (ROOT / "deploy" / "Dockerfile").read_text())
    stage = next(stage for stage in stages if stage.splitlines()[0].endswith(f" AS {target}"))
    assert re.findall(r"(?m)^USER (\w+)$", stage) == ["nwd"]


def test_the_proxy_and_the_database_run_as_ordinary_users() -> None:
    assert re.search(r"(?m)^USER proxy$", (ROOT / "deploy" / "proxy.Dockerfile").read_text())
    assert SERVICES["database"]["user"] == "postgres"


def test_secrets_come_by_file() -> None:
    assert all(set(secret) == {"file"} for secret in COMPOSE["secrets"].values())
    fields = {name for name, field in Settings.model_fields.items() if "SecretStr" in str(field.annotation)} | {
        "database_url"
    }
    given = {
        key.removeprefix("NWD_").lower()
        for service in SERVICES.values()
        for key in service.get("environment", {})
        if key.startswith("NWD_")
    }
    assert given & fields == set()


@pytest.mark.parametrize("path", ["/actions/webhook", "/metrics", "/readyz", "/local/clock"])
def test_the_proxy_does_not_know_a_private_path(path: str) -> None:
    assert path not in public_paths()
    assert not any(path.startswith(known.removesuffix("*")) for known in public_paths() if known.endswith("*"))


@pytest.mark.parametrize("path", ["/chat", "/i/*", "/web/*", "/telegram/webhook", "/whatsapp/webhook"])
def test_the_proxy_knows_what_people_and_channels_call(path: str) -> None:
    assert path in public_paths()


def public_paths() -> list[str]:
    named = re.search(r"@public path (.+)", (ROOT / "deploy" / "Caddyfile").read_text())
    assert named
    return named[1].split()


def test_everything_an_image_copies_is_let_through() -> None:
    let_through = (ROOT / ".dockerignore").read_text().splitlines()
    lines = [line for file in ROOT.glob("deploy/*Dockerfile") for line in file.read_text().splitlines()]
    copied = [source for line in lines if re.match("COPY (?!--from)", line) for source in line.split()[1:-1]]
    assert len(copied) > 10
    assert [source for source in copied if f"!{source}" not in let_through] == []
