"""A letter that is to say no more than a few things that it says already: "only keep the sewing"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from introductions.fields import FIELDS
from introductions.model import DraftField
from introductions.units import units

_BETWEEN = re.compile(r"\s*(?:,|;|&|\+)\s*(?:and\s+)?|\s+(?:and|n|plus)\s+", re.IGNORECASE)
_NAME = re.compile(r"^(?:just |only )?(?:the |my )?(?:first )?name$", re.IGNORECASE)
_LEAD = re.compile(r"^(?:just|only|the|my|about|that|thing|bit|part|on)\s+", re.IGNORECASE)

Found = Callable[[str], Sequence[tuple[str, str]]]
"""The parts of the letter that words mean, each with its line."""


def kept_only(
    fields: Mapping[str, DraftField], words: str, called: Callable[[str], str | None], found: Found
) -> dict[str, str | None] | None:
    """What each line says then, None where it goes. Of things that are named the others of their kind go; beside a line
    or the name, which are of no kind, all else goes. None where the letter has no such thing.
    """
    shown = [field for field in FIELDS if fields[field].on and field not in ("reply_way", "name")]
    kept: dict[str, list[str]] = {}
    alone = False
    for one in filter(None, _BETWEEN.split(words)):
        if _NAME.match(one.strip()):
            alone = True
            continue
        line = called(one)
        if line in shown and line:
            kept[line], alone = units(fields[line].text), True
            continue
        parts = found(_LEAD.sub("", one.strip()))
        if not parts:
            return None
        for field, part in parts:
            kept.setdefault(field, []).append(part)
    lines: dict[str, str | None] = {field: _line(fields[field].text, parts) for field, parts in kept.items()}
    left = [field for field in shown if field not in kept] if alone else []
    return lines | dict.fromkeys(left, None)


def _line(line: str, parts: Sequence[str]) -> str:
    return line if set(units(line)) <= set(parts) else ", ".join(one for one in units(line) if one in parts)
