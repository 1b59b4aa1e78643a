"""What is installed: exact releases, checked by hash, from no address that a file names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = ("requirements.txt", "requirements-dev.txt", "requirements-uv.txt", "nlu/requirements.txt")
PINNED = re.compile(r"^[a-z0-9][a-z0-9._-]*(\[[a-z0-9,-]+\])?==[^\s;\\]+( ; [^\\]+)?$")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def entries(name: str) -> list[str]:
    """One requirement with its hashes an entry."""
    text = (ROOT / name).read_text().replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def names(name: str) -> dict[str, str]:
    return {entry.split("==")[0].partition("[")[0]: entry.split()[0].partition("==")[2] for entry in entries(name)}


@pytest.mark.parametrize("name", FILES)
def test_every_requirement_is_one_release_with_hashes(name: str) -> None:
    assert len(entries(name)) > 0
    for entry in entries(name):
        assert PINNED.match(entry.partition("--hash")[0].strip()), entry[:80]
        assert HASH.search(entry), entry[:80]


@pytest.mark.parametrize("name", FILES)
def test_a_requirement_file_holds_no_address(name: str) -> None:
    assert (
        re.findall(
            r"\w+://\S+|--(?:index|extra-index|find-links|trusted-host)\S*|@ file|^-e .*", (ROOT / name).read_text()
        )
        == []
    )


def test_the_test_tools_stand_on_the_same_releases_as_the_app() -> None:
    app, dev = names("requirements.txt"), names("requirements-dev.txt")
    assert {name: (app[name], dev.get(name)) for name in app if app[name] != dev.get(name)} == {}


def test_rasa_is_the_last_of_its_line() -> None:
    assert names("nlu/requirements.txt")["rasa"] == "3.6.21"
    assert "rasa" not in names("requirements-dev.txt")
