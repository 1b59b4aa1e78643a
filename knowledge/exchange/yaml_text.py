"""The directory as one YAML document of two lists, ``providers`` and ``services``; only private addresses stay out."""

from __future__ import annotations

from typing import Any

import yaml

from knowledge.directory import Directory
from knowledge.exchange.own_records import read_records
from knowledge.exchange.report import Feed, FeedError
from knowledge.records import record_of


def write_yaml(directory: Directory) -> str:
    document = {
        "providers": [record_of(provider, public=True) for provider in directory.providers.values()],
        "services": [record_of(service, public=True) for service in directory.services.values()],
    }
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=120)


def read_yaml_feed(text: str) -> Feed:
    """Raises ``FeedError`` where the text is not YAML or holds neither list."""
    try:
        document: Any = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" near line {mark.line + 1}" if mark else ""
        raise FeedError(f"Correct the YAML{where}: it does not parse.") from None
    if not isinstance(document, dict) or not {"providers", "services"} & set(document):
        raise FeedError('Put the listings under "providers" and "services": neither is there.')
    return read_records(document.get("providers"), document.get("services"))
