"""The pages say what the program does: every setting, every command, and examples that work."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from knowledge.exchange.yaml_text import read_yaml_feed
from knowledge.profile import Profile
from nwd import cli
from nwd.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "DECISIONS.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")
FIRST_LOOK = 30


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```", page(name))


def test_every_setting_is_explained_and_no_other() -> None:
    named = set(re.findall(r"`NWD_([A-Z_]+)`", page("settings.md"))) - {"SECRETS_DIR"}
    assert named == {name.upper() for name in Settings.model_fields}


def test_every_command_is_explained() -> None:
    cli.register()
    group = typer.main.get_command(cli.app)
    assert isinstance(group, TyperGroup)
    rows = [line for line in page("commands.md").splitlines() if line.startswith("| `nwd ")]
    for name, command in group.commands.items():
        told = " ".join(row for row in rows if f"`nwd {name}" in row)
        assert told, name
        assert [part for part in getattr(command, "commands", {}) if not re.search(rf"\b{part}\b", told)] == []


def test_the_example_of_a_place_is_read_without_a_problem() -> None:
    feed = read_yaml_feed(blocks("places.md", "yaml")[0])
    assert (len(feed.providers), len(feed.services), list(feed.problems)) == (1, 1, [])


def test_the_example_of_a_profile_is_one() -> None:
    assert Profile.from_json(json.loads(blocks("commands.md", "json")[0])).postcode == "SE5"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_points_only_at_what_is_there(path: Path) -> None:
    assert [
        target for target in LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / target).exists()
    ] == []


def test_the_readme_says_what_it_is_and_how_to_start_before_anything_else() -> None:
    start = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:FIRST_LOOK])
    assert all(
        words in start for words in ("make run", "make test", "`knowledge/`", "`introductions/`", "**introduces**")
    )


def test_the_changelog_tells_of_copy_and_privacy() -> None:
    for release in re.split(r"(?m)^## ", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))[1:]:
        assert "### Copy" in release
        assert "### Privacy" in release
