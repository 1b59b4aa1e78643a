"""Other directories' tags, read as codes of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from knowledge.typology import typology
from knowledge.yaml_files import read_yaml

_FILE = Path(__file__).parent.parent / "data" / "tags.yaml"


def codes_of(tags: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes in the order of the tags, each once, and the tags that stand for none. A code of ours counts as itself."""
    codes: dict[str, None] = {}
    unknown = []
    for tag in tags:
        found = [tag] if tag in typology().codes else _named(tag)
        codes |= dict.fromkeys(found)
        if not found:
            unknown.append(tag)
    return tuple(codes), tuple(unknown)


def _named(tag: str) -> list[str]:
    """A phrase inside a longer one that also stands there does not count: self employment is not employment."""
    words = f" {' '.join(re.findall(r'[a-z0-9]+', tag.casefold()))} "
    found = [(code, phrase) for code, phrases in _phrases().items() for phrase in phrases if phrase in words]
    longest = [phrase for _, phrase in found]
    return [code for code, phrase in found if not any(phrase != other and phrase in other for other in longest)]


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, tuple[str, ...]]:
    groups = read_yaml(_FILE)
    return {
        f"{group}.{key}": tuple(f" {phrase.replace('-', ' ')} " for phrase in phrases)
        for group, keys in groups.items()
        for key, phrases in keys.items()
    }
