"""``python -m tests.conversations.missed_rules_in_rasa TURNS``: the rules that no recorded conversation would miss.

Runs in Rasa's environment and imports Rasa once. ``TURNS`` holds, by conversation, the events that Rasa kept of real
turns. The rule policy is refitted alone without each rule; a rule is missed where it then predicts another next action.
Prints JSON: ``strange`` (what the whole dialogue predicts otherwise than was recorded) and ``missed`` (by rule, where).
"""

from __future__ import annotations

import json
import logging
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, List, Set

from nlu.left_out import leave_out

leave_out()

import structlog
from rasa.core.policies.rule_policy import RULES, RULES_FOR_LOOP_UNHAPPY_PATH, RulePolicy
from rasa.core.training import load_data
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.importers.importer import TrainingDataImporter

from nlu.project import Project
from nlu.train import MODELS

POLICY = "RulePolicy"
structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


@dataclass
class Point:
    """A moment at which the rules chose: ``keys`` are what the choice with the whole dialogue rested on."""

    where: str
    tracker: DialogueStateTracker
    chosen: str
    keys: Set[str]


class Fitted:
    """The rule policy of some rules."""

    def __init__(self, trackers: List[Any], domain: Domain, folder: Path) -> None:
        folder.mkdir()
        storage, context = LocalModelStorage.create(folder), ExecutionContext(GraphSchema({}))
        config = {**RulePolicy.get_default_config(), **policy_config(), "check_for_contradictions": False}
        self.policy, self.domain = RulePolicy(config, storage, Resource("rules"), context), domain
        self.policy.train(trackers, domain)

    @property
    def keys(self) -> Set[str]:
        return {*self.policy.lookup[RULES], *self.policy.lookup[RULES_FOR_LOOP_UNHAPPY_PATH]}

    def choice(self, tracker: DialogueStateTracker) -> str:
        probabilities = self.policy._predict(tracker, self.domain)[0].probabilities
        return str(self.domain.action_names_or_texts[probabilities.index(max(probabilities))])

    def rests_on(self, tracker: DialogueStateTracker) -> Set[str]:
        source = self.policy._predict(tracker, self.domain)[1]
        if not tracker.active_loop_name:
            return {str(source)}
        states = self.policy._prediction_states(tracker, self.domain)
        return {str(source), *self.policy._get_possible_keys(self.policy.lookup[RULES_FOR_LOOP_UNHAPPY_PATH], states)}


def policy_config() -> Any:
    import yaml

    return yaml.safe_load(Project().config.read_text())["policies"][0]


def points(name: str, events: List[Any], domain: Domain) -> Iterator[Point]:
    """Every choice of the rule policy in one conversation; followed-up actions and sessions are not its own."""
    tracker = DialogueStateTracker(name, domain.slots)
    for place, kept in enumerate(events):
        event = Event.from_parameters(kept)
        if isinstance(event, ActionExecuted) and event.policy == POLICY:
            yield Point(f"{name}, event {place}", tracker.copy(), str(event.action_name), set())
        if event is not None:
            tracker.update(event, domain)


def report(turns: Path) -> Any:
    project = Project()
    importer = TrainingDataImporter.load_from_config(
        str(project.config), str(MODELS / "domain.yml"), [str(folder) for folder in project.data()]
    )
    domain = importer.get_domain()
    trackers = load_data(importer, domain, augmentation_factor=0)
    strange, seen, missed = [], [], {}
    with tempfile.TemporaryDirectory() as folder:
        whole = Fitted(trackers, domain, Path(folder, "whole"))
        for name, events in json.loads(turns.read_text()).items():
            for point in points(name, events, domain):
                found = whole.choice(point.tracker)
                if found != point.chosen:
                    strange.append(f"{point.where}: {point.chosen} was recorded, the rules say {found}")
                point.keys = whole.rests_on(point.tracker)
                seen.append(point)
        for number, rule in enumerate(sorted({tracker.sender_id for tracker in trackers})):
            less = Fitted([one for one in trackers if one.sender_id != rule], domain, Path(folder, str(number)))
            gone = whole.keys - less.keys
            touched = (point for point in seen if point.keys & gone)
            missed[rule] = next((p.where for p in touched if less.choice(p.tracker) != p.chosen), None)
    return {"strange": strange, "missed": missed}


if __name__ == "__main__":
    json.dump(report(Path(sys.argv[1])), sys.stdout)
