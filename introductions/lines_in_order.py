"""What stands elsewhere in a letter, or stands in it again, as its person asks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from introductions.fields import FIELDS, switched
from introductions.model import DraftField
from introductions.part_meant import called, parts_meant, telling_parts
from introductions.telling import OWN
from introductions.units import capital, ended, sentences, speaks

_QUESTION = re.compile(r"\bquestions?\b", re.IGNORECASE)


def moved(fields: Mapping[str, DraftField], words: str, *, first: bool) -> dict[str, str]:
    """Their own words with the sentences that are meant before the others or behind them; the lines of a letter have
    their order, so of anything else nothing moves.
    """
    if not fields[OWN].on or called(words) not in (None, OWN):
        return {}
    said = [ended(capital(one)) for one in sentences(fields[OWN].text)]
    meant = [one for one in said if _is_meant(one, words)]
    if not meant:
        return {}
    rest = [one for one in said if one not in meant]
    return {OWN: " ".join([*meant, *rest] if first else [*rest, *meant])}


def _is_meant(sentence: str, words: str) -> bool:
    asks = _QUESTION.search(words) is not None
    told = set(telling_parts(_QUESTION.sub("", words)))
    return bool(asks or told) and told <= set(telling_parts(sentence)) and (sentence.endswith("?") or not asks)


def come_back(fields: Mapping[str, DraftField], words: str) -> dict[str, str]:
    """What was left out and is kept beside the letter, by what its line is called or by its words; a sentence of their
    own is new.
    """
    hidden = [field for field in FIELDS if fields[field].text and not fields[field].on]
    line = called(words)
    if line in hidden and line:
        return {line: switched(fields[line], on=True).text}
    if speaks(words):
        return {}
    found = parts_meant(fields, words, hidden)
    field = found[0][0] if found else None
    return {field: ", ".join(part for other, part in found if other == field)} if field else {}
