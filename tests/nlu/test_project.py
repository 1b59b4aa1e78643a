"""What a model is made of, and when it is made again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from nlu.project import DomainError, Project, merged_domain
from tests.nlu.harness import PROJECT


@pytest.fixture
def project(tmp_path: Path) -> Project:
    copied = tmp_path / "project"
    shutil.copytree(PROJECT, copied)
    return Project(copied, copied / "config.yml", copied / "examples")


@pytest.mark.parametrize(
    "file", ["domain/shoes.yml", "copy/shoes.yml", "rules/shoes.yml", "examples/shoes.yml", "config.yml"]
)
def test_any_change_of_an_input_changes_the_fingerprint(project: Project, file: str) -> None:
    before = project.fingerprint()
    changed = project.dialogues / file
    changed.write_text(changed.read_text() + "\n# a change\n")
    assert project.fingerprint() != before


def test_the_same_inputs_elsewhere_have_the_same_fingerprint(project: Project) -> None:
    assert project.fingerprint() == Project(PROJECT, PROJECT / "config.yml", PROJECT / "examples").fingerprint()


def test_a_renamed_file_changes_the_fingerprint(project: Project) -> None:
    before = project.fingerprint()
    (project.dialogues / "copy" / "shoes.yml").rename(project.dialogues / "copy" / "boots.yml")
    assert project.fingerprint() != before


def test_the_domain_is_all_files_of_domain_and_copy(project: Project) -> None:
    domain = merged_domain(project.domain_files())
    assert "event_news" in domain["intents"]
    assert domain["responses"]["utter_news"][0]["custom"] == {"kind": "notice"}
    assert set(domain["slots"]) == {"size", "colour"}


def test_a_response_said_in_two_files_is_refused_naming_both(project: Project) -> None:
    (project.dialogues / "copy" / "more.yml").write_text("responses:\n  utter_news:\n  - text: Other news.\n")
    with pytest.raises(DomainError, match=r"utter_news stands in more.yml and in shoes.yml"):
        merged_domain(project.domain_files())


def test_stories_are_optional_data(project: Project) -> None:
    assert [folder.name for folder in project.data()] == ["rules", "examples"]
    (project.dialogues / "stories").mkdir()
    assert [folder.name for folder in project.data()] == ["rules", "stories", "examples"]
    assert replace(project, examples=project.dialogues / "none").data()[-1].name == "stories"
