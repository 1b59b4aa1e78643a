"""A model's domain as JSON beside its YAML.

Rasa reads the YAML four times, in Python, and holds it against the schema that it was trained by: a third of the start
goes there. Read once by libyaml it is still a tenth; JSON takes some milliseconds.
"""

# ruff: noqa: SLF001, ARG001 - patching means replacing private members, with the arguments that they have

from __future__ import annotations

import json
from typing import Any, Type

import ruamel.yaml
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain

FILE = "domain.json"
_persist = DomainProvider._persist


def keep_json() -> None:
    """From here on models trained in this process hold their domain as JSON too."""
    DomainProvider._persist = persist_with_json


def persist_with_json(self: DomainProvider, domain: Domain) -> None:
    """In place of ``DomainProvider._persist``, while a model is trained."""
    _persist(self, domain)
    with self._model_storage.write_to(self._resource) as folder:
        written = (folder / "domain.yml").read_text(encoding="utf-8")
        (folder / FILE).write_text(json.dumps(ruamel.yaml.YAML(typ="safe").load(written)), encoding="utf-8")


def load_json(
    cls: Type[DomainProvider], config: Any, model_storage: ModelStorage, resource: Resource, **_more: Any
) -> DomainProvider:
    """In place of ``DomainProvider.load``."""
    with model_storage.read_from(resource) as folder:
        written = (folder / FILE).read_text(encoding="utf-8")
    return cls(model_storage, resource, Domain.from_dict(json.loads(written)))
