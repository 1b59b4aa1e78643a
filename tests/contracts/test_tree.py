"""What is committed: small files, and nothing that belongs to one machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_PYTHON, LONGEST_YAML = 400, 300
MAY_BE_LONGER = {
    "migrations/versions/": "the first migration makes every table, and is never edited again",
    "knowledge/data/": "words are data: a list grows as people teach it",
}
PINS = re.compile(r"(^|/)requirements[^/]*\.txt$")
WORD_LISTS = ("knowledge/data/words/",)
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|Users|work|mnt)/\w|(?<![\w.])/tmp/\w")
REGISTRY = re.compile(
    r"\b(?:pypi\.org|pythonhosted\.org|registry\.npmjs\.org|files\.\w+\.org/packages)\b|extra-index-url|find-links=|index-url="
)
BINARY = {".png", ".ico", ".npz", ".onnx"}


def committed() -> list[str]:
    """Every file of the next commit; on an export without Git, every file outside the ignored folders."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]
    pytest.skip("not a Git checkout")


def texts() -> list[tuple[str, str]]:
    names = [
        n for n in committed() if Path(n).suffix not in BINARY and not PINS.search(n) and not n.startswith(WORD_LISTS)
    ]
    return [(name, (ROOT / name).read_text(encoding="utf-8")) for name in names]


def test_no_file_is_too_long_to_read_in_one_sitting() -> None:
    limits = {".py": LONGEST_PYTHON, ".yml": LONGEST_YAML, ".yaml": LONGEST_YAML}
    long = {name: len(text.splitlines()) for name, text in texts() if not name.startswith(tuple(MAY_BE_LONGER))}
    assert {name: n for name, n in long.items() if n > limits.get(Path(name).suffix, n)} == {}


def test_nothing_names_a_folder_of_one_machine() -> None:
    found = [(name, match.group()) for name, text in texts() if name != here() for match in MACHINE.finditer(text)]
    assert found == []


def test_nothing_names_a_host_that_packages_come_from() -> None:
    found = [(name, match.group()) for name, text in texts() if name != here() for match in REGISTRY.finditer(text)]
    assert found == []


def test_no_secret_or_database_is_committed() -> None:
    kept = re.compile(r"(^|/)\.env$|\.db(-wal|-shm)?$|secret\.key$|\.token$|deploy/secrets/|\.tar\.gz$")
    assert [name for name in committed() if kept.search(name)] == []


def here() -> str:
    return Path(__file__).relative_to(ROOT).as_posix()
