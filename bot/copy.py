"""Renders the dialogue's own copy files for the few things said without Rasa. The words stay in one place."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from knowledge.yaml_files import read_yaml
from nwd.errors import NwdError

FOLDER = Path(__file__).with_name("dialogues") / "copy"
ASKS_A_PERSON = frozenset({"ask_human"})
"""Intents whose buttons offer a person."""
WITHOUT_PERSON = "without_person"
"""The key in a response's ``custom`` that holds its words where nobody sits at the desk."""
_SLOT = re.compile(r"{([^\n{}]+?)}")


class CopyError(NwdError):
    """A response that is not written, or one that lacks a value: mend the file under bot/dialogues/copy/."""


@dataclass(frozen=True)
class CopyButton:
    title: str
    intent: str
    entities: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class CopyLine:
    """One rendered response. ``kind`` and ``data`` come from the response's ``custom``."""

    response: str
    text: str
    buttons: tuple[CopyButton, ...] = ()
    kind: str = "text"
    data: Mapping[str, Any] = field(default_factory=dict)


class Copy:
    """Every response under one folder, read once. Files are Rasa response YAML; templates follow Rasa's ``{name}``."""

    def __init__(self, folder: Path = FOLDER, *, offers_person: bool = True) -> None:
        self._folder, self._offers_person = folder, offers_person
        self._responses = _responses(folder)

    def where_nobody_sits(self) -> Copy:
        """The same words, without the offer of a person: no button asks for one, and ``without_person`` is said."""
        return Copy(self._folder, offers_person=False)

    @property
    def offers_person(self) -> bool:
        """Whether somebody sits at the desk."""
        return self._offers_person

    @property
    def names(self) -> Collection[str]:
        return self._responses.keys()

    def __contains__(self, name: object) -> bool:
        return name in self._responses

    def line(self, name: str, /, **values: object) -> CopyLine:
        """The default variation of a response (no channel, no condition), filled in. Raises CopyError."""
        variation = self._default(name)
        buttons = tuple(
            CopyButton(_fill(name, b["title"], values), b["intent"], b.get("entities") or {})
            for b in variation.get("buttons", [])
            if self._offers_person or b["intent"] not in ASKS_A_PERSON
        )
        custom = variation.get("custom") or {}
        rest = {key: value for key, value in custom.items() if key != "kind"}
        words = (
            variation.get("text", "") if self._offers_person else rest.get(WITHOUT_PERSON, variation.get("text", ""))
        )
        text = _fill(name, words, values)
        return CopyLine(name, text, buttons, custom.get("kind", "text"), rest)

    def text(self, name: str, /, **values: object) -> str:
        return self.line(name, **values).text

    def _default(self, name: str) -> dict[str, Any]:
        variations = self._responses.get(name)
        if not variations:
            raise CopyError(f"{name} is not written in bot/dialogues/copy/")
        plain = [v for v in variations if not v.get("channel") and not v.get("condition")]
        return (plain or variations)[0]


@lru_cache(maxsize=8)
def _responses(folder: Path) -> Mapping[str, list[dict[str, Any]]]:
    """Once a process: nobody edits the copy of a program that runs."""
    read = [read_yaml(path) or {} for path in sorted(folder.glob("*.yml"))]
    return {name: response for one in read for name, response in one.get("responses", {}).items()}


def _fill(name: str, template: str, values: Mapping[str, object]) -> str:
    def one(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise CopyError(f"{name} has no value for {{{match[1]}}}")
        return str(values[match[1]])

    return _SLOT.sub(one, template).strip()
