"""The bot that ours is measured against asks the same, and is stock in everything else."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from rasa.shared.core.domain import Domain

from nlu.plain_bot import project
from nlu.project import NLU, Project, merged_domain


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("plain")
    project.write(written, Project(), "http://127.0.0.1:9/webhook")
    return written


def test_it_has_our_intents_questions_and_pipeline(folder: Path) -> None:
    ours = merged_domain(Project().domain_files())
    plain = Domain.load(folder / "domain.yml")
    questions = ours["forms"][project.FORM]["required_slots"]
    assert set(ours["intents"]) <= set(plain.intents)
    assert plain.required_slots_for_form(project.FORM) == questions
    for slot in questions:
        texts = [said["text"] for said in ours["responses"][f"utter_ask_{slot}"]]
        assert [said["text"] for said in plain.responses[f"utter_ask_{slot}"]] == texts
    pipelines = [
        yaml.safe_load(file.read_text())["pipeline"] for file in (NLU / "config.yml", NLU / "plain_bot/config.yml")
    ]
    assert pipelines[0] == pipelines[1]


def test_it_uses_stock_parts_and_one_action(folder: Path) -> None:
    endpoints = yaml.safe_load((folder / "endpoints.yml").read_text())
    assert endpoints["tracker_store"]["type"] == "SQL"
    assert yaml.safe_load((folder / "credentials.yml").read_text()) == {"rest": None}
    assert yaml.safe_load((folder / "domain.yml").read_text())["actions"] == [f"validate_{project.FORM}"]


def test_the_questions_that_people_ask_back_are_answered_there_too(folder: Path) -> None:
    rules = yaml.safe_load((folder / "rules.yml").read_text())["rules"]
    answered = {rule["steps"][0]["intent"] for rule in rules if "intent" in rule["steps"][0]}
    assert {"ask_benefits", "greet"} <= answered
