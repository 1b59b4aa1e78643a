"""Renders the dialogue's own copy files for the few things said without Rasa. The words stay in one place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from nwd.errors import NwdError

FOLDER = Path(__file__).with_name("dialogues") / "copy"
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

    def __init__(self, folder: Path = FOLDER) -> None:
        self._responses: dict[str, list[dict[str, Any]]] = {}
        for path in sorted(folder.glob("*.yml")):
            read = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
            self._responses.update(read.get("responses", {}))

    def __contains__(self, name: object) -> bool:
        return name in self._responses

    def line(self, name: str, /, **values: object) -> CopyLine:
        """The default variation of a response (no channel, no condition), filled in. Raises CopyError."""
        variation = self._default(name)
        buttons = tuple(
            CopyButton(_fill(name, b["title"], values), b["intent"], b.get("entities") or {})
            for b in variation.get("buttons", [])
        )
        custom = variation.get("custom") or {}
        rest = {key: value for key, value in custom.items() if key != "kind"}
        text = _fill(name, variation.get("text", ""), values)
        return CopyLine(name, text, buttons, custom.get("kind", "text"), rest)

    def text(self, name: str, /, **values: object) -> str:
        return self.line(name, **values).text

    def _default(self, name: str) -> dict[str, Any]:
        variations = self._responses.get(name)
        if not variations:
            raise CopyError(f"{name} is not written in bot/dialogues/copy/")
        plain = [v for v in variations if not v.get("channel") and not v.get("condition")]
        return (plain or variations)[0]


def _fill(name: str, template: str, values: Mapping[str, object]) -> str:
    def one(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise CopyError(f"{name} has no value for {{{match[1]}}}")
        return str(values[match[1]])

    return _SLOT.sub(one, template).strip()
