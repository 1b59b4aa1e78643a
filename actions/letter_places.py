"""Whether words at a letter are about another place than the letter's: "no. not sewing. somali women mornings"."""

from __future__ import annotations

from collections.abc import Sequence

from actions.base import Act, Turn
from introductions.choosing import best_by_words
from introductions.model import Draft
from introductions.place_meant import place_meant
from knowledge.understanding.letter_wishes import Wish


def another_place(action: Act, turn: Turn, draft: Draft, wanted: Sequence[Wish]) -> str | None:
    """The one other place that a wish names which says nothing of the letter itself."""
    offers = action.people.offers(turn.person)
    for wish in wanted:
        if wish.edit is not None and not wish.edit.loosely:
            continue
        meant = place_meant(action.deps.directory(), offers, wish.said)
        if meant is not None and len(meant.services) == 1 and meant.services[0] != draft.service_id:
            return meant.services[0]
    return None


def is_of_its_name(action: Act, draft: Draft, undone: Sequence[Wish]) -> bool:
    """Whether all that could not be taken out is what the place itself is called by: "not sewing"."""
    service = action.deps.directory().services.get(draft.service_id)
    if service is None or not undone:
        return False
    name = {service.id: f"{action.deps.directory().provider_of(service).name} {service.name}"}
    return all(wish.edit and not wish.edit.adds and best_by_words(wish.edit.words, name) for wish in undone)
