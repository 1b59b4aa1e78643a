"""Whether words at a letter are about another place than the letter's: "no. not sewing. somali women mornings"."""

from __future__ import annotations

from collections.abc import Sequence

from actions.base import Act, Turn
from introductions.choosing import best_by_words
from introductions.model import Draft
from introductions.place_meant import place_meant
from knowledge.understanding.letter_changes import CHANGES, Said


def another_place(action: Act, turn: Turn, draft: Draft, said: Sequence[Said], text: str) -> str | None:
    """The one other place that is named where nothing plainly is said of the letter itself."""
    if any(one.kind in CHANGES and one.edit and (one.edit.adds or one.edit.puts) for one in said):
        return None
    offers = action.people.offers(turn.person)
    named = [one.said for one in said if one.kind in ("fact", "other") or (one.edit and one.edit.loosely)]
    for words in (*named, *([text] if named else [])):
        meant = place_meant(action.deps.directory(), offers, words)
        if meant is not None and len(meant.services) == 1 and meant.services[0] != draft.service_id:
            return meant.services[0]
    return None


def is_of_its_name(action: Act, draft: Draft, undone: Sequence[Said]) -> bool:
    """Whether all that could not be taken out is what the place itself is called by: "not sewing"."""
    service = action.deps.directory().services.get(draft.service_id)
    if service is None or not undone:
        return False
    name = {service.id: f"{action.deps.directory().provider_of(service).name} {service.name}"}
    return all(one.edit and not one.edit.adds and best_by_words(one.edit.words, name) for one in undone)
