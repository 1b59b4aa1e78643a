"""Whether a record holds to Open Referral UK version 3, for whoever publishes the feed.

Of 1,557 real records all but four did not (measured on a live council feed), so this never decides anything about an
import. It wants the package ``jsonschema`` with its format checkers; without those bad addresses would pass unseen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.exchange.report import Problem

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

_FILE = Path(__file__).parent.parent / "data" / "oruk_service.schema.json"
SHOWN = 10
"""Problems told of one record; a record with more is wrong throughout."""


def conformance(records: list[Any]) -> list[Problem]:
    """What each record breaks, by the path to it. Values are never repeated: they may be somebody's address."""
    return [problem for number, record in enumerate(records, start=1) for problem in _of(record, f"service {number}")]


def _of(record: Any, place: str) -> list[Problem]:
    name = str(record.get("id") or place) if isinstance(record, Mapping) else place
    found: dict[Problem, None] = {}
    for error in sorted(_validator().iter_errors(record), key=_shallowest_first):
        path = ".".join(str(step) for step in error.absolute_path)
        asked = f"does not hold to Open Referral UK 3: {error.validator} {_asked(error)}"
        found[Problem(name, path, asked)] = None
    return list(found)[:SHOWN]


def _shallowest_first(error: Any) -> tuple[int, list[str]]:
    return len(error.absolute_path), [str(step) for step in error.absolute_path]


def _asked(error: Any) -> str:
    if error.validator == "required":
        return ", ".join(name for name in error.validator_value if name not in error.instance)
    return json.dumps(error.validator_value)


@lru_cache(maxsize=1)
def _validator() -> Draft202012Validator:
    from jsonschema import Draft202012Validator  # its grammars of addresses take a second or two, which most never need

    schema = json.loads(_FILE.read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
