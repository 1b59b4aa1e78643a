"""Matching for one person, as the actions need it."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from actions.deps import Deps
from introductions.model import Fact
from introductions.profiles import profile
from knowledge.asking import AskNext
from knowledge.geography import Where, where
from knowledge.matching import Result, match

LONDON = ZoneInfo("Europe/London")
ALL = 200
"""More than any directory of a borough offers one person."""


def look(
    deps: Deps, person_id: str, facts: Sequence[Fact], *, limit: int = 3, ask: bool = False, forgiving: bool = False
) -> Result:
    """``forgiving``: what they turned down is looked at like any other."""
    person = deps.introductions.person(person_id)
    return match(
        profile(
            facts,
            text=deps.introductions.own_words(person_id, telling_turns(facts)),
            age_band=person.age_band,
            dislikes=() if forgiving else deps.introductions.dislikes(person_id),
        ),
        deps.directory(),
        today=deps.clock.now().astimezone(LONDON).date(),
        turns=deps.introductions.turns_taken(besides=person_id),
        limit=limit,
        ask=ask,
    )


def lives_in(facts: Sequence[Fact]) -> Where:
    """Where they live, as far as they told."""
    told = {fact.field: fact.value for fact in facts if fact.field in ("district", "area")}
    return where(told.get("district"), told.get("area"))


def telling_turns(facts: Sequence[Fact]) -> set[str]:
    """The turns in which the person told of themselves; "skip" and "who sees this" match no place."""
    return {fact.turn for fact in facts if fact.code or (fact.field == "story" and fact.value == "given")}


def ask_next(deps: Deps, person_id: str, facts: Sequence[Fact]) -> AskNext | None:
    return look(deps, person_id, facts, ask=True).ask_next
