"""The other way round of what was changed in a letter: "no take that out", said of words just put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from introductions.model import DraftField
from introductions.part_meant import called, telling_parts
from introductions.sorting import sort
from introductions.telling import OWN
from introductions.units import units
from knowledge.understanding.edits import Edit


def turned_back(fields: Mapping[str, DraftField], edits: Sequence[Edit]) -> list[Edit]:
    """The wishes that undo these, last first. A name stays as it was put: nobody's earlier name is guessed."""
    return [one for edit in reversed(edits) if not edit.of_name for one in _back(fields, edit)]


def _back(fields: Mapping[str, DraftField], edit: Edit) -> Iterator[Edit]:
    if edit.adds:
        pieces = [edit.words] if edit.line == OWN else [piece.text for piece in sort(edit.words)]
        yield from (Edit(adds=False, words=text) for text in pieces)
        return
    line = called(edit.words)
    was = fields[line].text if line in fields and line else _told(fields, edit.words)
    if edit.puts and line is None:
        yield Edit(adds=False, words=edit.puts, puts=was or edit.words)
    elif was and not edit.only:
        yield Edit(adds=True, words=was) if line is None else Edit(adds=False, words=edit.words, puts=was)


def _told(fields: Mapping[str, DraftField], words: str) -> str:
    """What they had told us by those words; nothing is made up where they had written it themselves."""
    meant = set(telling_parts(words))
    parts = (part for field in fields.values() for part in units(field.told or ""))
    return next((part for part in parts if meant and meant <= set(telling_parts(part))), "")
