"""The codes that every part of the system speaks, with their labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from knowledge.yaml_files import read_yaml

_FILE = Path(__file__).parent / "data" / "typology.yaml"


@dataclass(frozen=True)
class Typology:
    """``codes`` holds ``group.key`` of every group, intents too. Labels are for developers, never for residents."""

    labels: Mapping[str, str]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(self.labels)

    def label(self, code: str) -> str:
        """Raises ``KeyError`` for a code that is not in the typology."""
        return self.labels[code]

    def group(self, name: str) -> tuple[str, ...]:
        """The codes of one group, in the typology's order; empty for an unknown group."""
        return tuple(code for code in self.labels if code.startswith(name + "."))


@lru_cache(maxsize=1)
def typology() -> Typology:
    groups = read_yaml(_FILE)
    return Typology({f"{group}.{key}": label for group, keys in groups.items() for key, label in keys.items()})
