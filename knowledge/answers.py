"""What an answer to a question means in codes: the table in ``data/answers.yaml``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from knowledge.yaml_files import read_yaml

_TABLE = Path(__file__).parent / "data" / "answers.yaml"


@lru_cache(maxsize=1)
def _answers() -> dict[str, dict[str, Any]]:
    return dict(read_yaml(_TABLE))


def answer_codes(question: str, answer: str) -> tuple[str, ...]:
    """Codes of the typology that ``answer`` to ``question`` (a slot's name) says yes to; it may itself be a code."""
    option = _answers().get(question, {}).get(answer) or {}
    codes = tuple(option.get("codes") or ())
    return codes or ((answer,) if "." in answer else ())
