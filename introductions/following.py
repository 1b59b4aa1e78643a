"""A letter that was begun follows what its person tells meanwhile; a line that they wrote stays theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from introductions.fields import switched
from introductions.model import DraftField
from introductions.telling import OWN
from introductions.told_lines import LONGEST_LINE

FOLLOWS = ("enjoys", "worked", "hopes", "at_work", "helps", "times", "language", "who_comes")
"""Lines that are made of what was told; name, answers, own words and health are only ever written."""


OF_A_PLACE = ("hopes", "at_work", "times", "who_comes")
"""Of these they write what they would like of one place."""


def _is_written(name: str, line: DraftField) -> bool:
    """Whether it says a thing that nobody told us: what is only left out, or shorter, is no writing, nor are the times
    that they told said more closely.
    """
    was = [part.casefold() for part in _parts(line.told or "")]
    if name == "times" and was and all(part in line.text.casefold() for part in was):
        return False
    return line.on and any(part.casefold() not in was for part in _parts(line.text))


def noted(fields: Mapping[str, DraftField], told: Mapping[str, DraftField]) -> dict[str, DraftField]:
    """``fields`` as they are, with what was told so far noted as known: a line just written holds it already."""
    return {name: replace(one, told=told[name].text) if name in FOLLOWS else one for name, one in fields.items()}


def following(fields: Mapping[str, DraftField], told: Mapping[str, DraftField]) -> dict[str, DraftField]:
    """``fields`` with what is told now and was not when they were last looked at, and without what no longer holds."""
    return {name: _follow(one, told[name]) if name in FOLLOWS else one for name, one in fields.items()}


def carried(
    last: Mapping[str, DraftField], told: Mapping[str, DraftField], *, here: Mapping[str, DraftField] | None = None
) -> dict[str, DraftField]:
    """A new letter beside the last one: what was taken out there stays out, to be put in again, and what they wrote of
    themselves stands; what they wrote for that place alone, a hope or times, does not. What may say something about
    health waits for their tap, as in any letter. ``here``: the last letter to the same place.
    """
    last = {name: one for name, one in last.items() if name not in OF_A_PLACE or not _is_written(name, one)}
    last |= {name: here[name] for name in OF_A_PLACE if here and name in here}
    return {name: _carry(last[name], one) if name in FOLLOWS and name in last else one for name, one in told.items()}


def kept_words(fields: Mapping[str, DraftField], before: Mapping[str, DraftField]) -> dict[str, DraftField]:
    """A letter to the same place anew holds what they wrote in their own words ``before``; what tells of health or of
    other private things waits for their tap.
    """
    own = before.get(OWN)
    if own is None or not (own.on and own.text):
        return dict(fields)
    return {**fields, OWN: replace(own, on=not own.sensitive)}


def _carry(line: DraftField, told: DraftField) -> DraftField:
    if line.sensitive and not line.on:  # it waited for a tap there, and was not taken out
        return told
    after = _follow(switched(line, on=line.on), told)
    if not after.on:
        return replace(told, on=False)
    sensitive = told.sensitive or (line.sensitive and after.text != told.text)
    return replace(after, on=not sensitive, sensitive=sensitive)


def _follow(line: DraftField, told: DraftField) -> DraftField:
    was, now = _parts(line.told if line.told is not None else told.text), _parts(told.text)
    noted_line = replace(line, told=told.text)
    if set(was) == set(now):
        return noted_line
    is_theirs = line.on and (line.sensitive or bool(line.text and line.text != line.told))
    if told.sensitive and is_theirs:  # what may say something about health comes into such a line by their words alone
        new = [part for part in now if part not in was and part.casefold() not in line.text.casefold()]
        text = _changed(line.text, was, [part for part in now if part in was])
        waits = _changed(line.waits, was, [part for part in now if part in was or part in new])
        return replace(noted_line, text=text, waits=waits)
    if line.text == line.told:
        on = (line.on or not line.text) and not told.sensitive and bool(told.text)
        return DraftField(on, told.text, told.sensitive, told.text)
    return replace(noted_line, text=_changed(line.text, was, now), on=line.on or (not line.text and bool(told.text)))


def _changed(text: str, was: Sequence[str], now: Sequence[str]) -> str:
    """What they wrote, without the parts that are gone, and with the new ones behind."""
    kept = [part for part in _parts(text) if part not in was or part in now]
    new = [part for part in now if part not in was and part.casefold() not in text.casefold()]
    line = ", ".join([*kept, *new])
    return line if len(line) <= LONGEST_LINE else text


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r",\s*", text) if part]
