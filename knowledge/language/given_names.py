"""First names that people here go by, so that a name told where nobody asked for it is heard as one."""

from __future__ import annotations

from functools import lru_cache

from knowledge.language.usage import DATA
from knowledge.yaml_files import read_yaml


@lru_cache(maxsize=1)
def given_names() -> tuple[frozenset[str], frozenset[str]]:
    """Names alone, and those that are words as well ("hope"), in small letters."""
    data = read_yaml(DATA / "given_names.yaml")
    return frozenset(data["plain"].split()), frozenset(data["also_words"].split())
