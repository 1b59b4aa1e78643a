"""What a place read of somebody, and whether a number for a call that it offers is in it."""

from __future__ import annotations

from actions.deps import Deps
from introductions.model import Introduction
from introductions.ringing import Ringing, ringing


def told_of(deps: Deps, one: Introduction) -> list[str]:
    """All that its place has read of them."""
    told = deps.introductions.told_place(one.id)
    return [told.page_text, *told.words]


def call_of(deps: Deps, one: Introduction) -> Ringing:
    return ringing(one.first_step, one.when, told_of(deps, one))
