"""What still fits somebody, less what they saw or do not like; and what is said where it is not at their level."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn
from actions.deps import Deps
from actions.looking import ALL, look
from actions.places import Offering
from actions.turned_down import is_turned_down, turned_down
from introductions.model import Fact
from introductions.trades import work_of
from knowledge.experience import is_basic
from knowledge.listing import Service
from knowledge.matching import Match
from knowledge.pay import finds_a_job
from knowledge.profile import Said
from knowledge.skilled import EXPERIENCED, fields_of, is_at_their_level

_WORK = frozenset(("stage.ready", "support.job_brokering"))
_HAS_WORK = frozenset(("stage.in_work", "support.in_work_support"))
"""Who would keep the work they have looks for no other."""
OPEN_DOOR = Fact(
    "",
    "concept",
    "support.social_engagement",
    "support.social_engagement",
    "yes",
    "",
    "",
    datetime.min.replace(tzinfo=UTC),
)
"""Where somebody asks for places and has told nothing: company is open to anyone."""


def tells(facts: Sequence[Fact]) -> bool:
    return any(fact.code for fact in facts)


def liked_by(deps: Deps, facts: Sequence[Fact], matches: Sequence[Match]) -> list[Match]:
    """Without places that are called by a thing they do not like, or stand in such a house; nor, for who keeps the job
    they have, such as find another.
    """
    words, services = turned_down(facts), deps.directory().services
    liked = [match for match in matches if not is_turned_down(words, services[match.service_id], match.run_by)]
    return without_other_jobs(facts, liked)


_KEPT = re.compile(r"\b(?:keep\w*|stay\w*|hold\w*|not los\w+)\b", re.IGNORECASE)
"""A wish for work that is the wish to keep theirs: "i want to keep my job"."""


def without_other_jobs(facts: Sequence[Fact], matches: Sequence[Match]) -> list[Match]:
    told = {fact.code for fact in facts if fact.polarity == "yes"}
    looks = any(f.code in _WORK and f.polarity == "yes" and not _KEPT.search(f.words) for f in facts)
    keeps = bool(told & _HAS_WORK) and not looks
    return [match for match in matches if not (keeps and finds_a_job(match.listing))]


def without_first_steps(facts: Sequence[Fact], matches: Sequence[Match]) -> list[Match]:
    """Nothing that teaches somebody with long experience the basics, or the trade that they bring."""
    told = {fact.code for fact in facts if fact.polarity == "yes"}
    if EXPERIENCED not in told:
        return list(matches)
    brought = [Said(one.code, one.words) for one in facts if one.code and one.polarity != "no"]
    mine = fields_of([*brought, *(Said(one.code, one.words) for one in work_of(facts))])
    return [one for one in matches if not (is_basic(one.listing) or _teaches(one.listing, mine))]


def _teaches(service: Service, mine: Collection[str]) -> bool:
    theirs = bool(set(service.interests) & set(mine))
    return theirs and "support.training" in service.support[:1] and EXPERIENCED not in service.adapts


def note_the_gap(act: Act, turn: Turn) -> None:
    """What somebody is told to have been noted: what they look for, and where, with nothing about them."""
    facts = act.facts(turn)
    codes = sorted({fact.code for fact in facts if fact.code and fact.polarity == "yes"})
    district = next((fact.value for fact in facts if fact.field == "district"), None)
    act.people.log_gap(district, codes, act.key(turn))


def tell_their_level(
    act: Act, out: CollectingDispatcher, turn: Turn, facts: Sequence[Fact], matches: Sequence[Match]
) -> None:
    """Who would like work, has none to keep and has a trade to bring, hears it first where nothing shown is at their
    level.
    """
    said = [Said(fact.code, fact.words) for fact in facts if fact.code and fact.polarity != "no"]
    mine = fields_of([*said, *(Said(one.code, one.words) for one in work_of(facts))])
    told = {fact.code for fact in facts if fact.polarity == "yes"}
    if (
        mine
        and told & _WORK
        and not told & _HAS_WORK
        and not any(is_at_their_level(mine, match.listing) for match in matches)
    ):
        note_the_gap(act, turn)
        out.utter_message(response="utter_none_at_their_level")


class Unseen(Offering):
    def unseen(self, turn: Turn) -> list[Match]:
        seen = {offer.service_id for offer in self.people.offers(turn.person)}
        facts = self.facts(turn)
        found = look(self.deps, turn.person, facts if tells(facts) else [*facts, OPEN_DOOR], limit=ALL).matches
        return [
            match for match in self.untried(turn, liked_by(self.deps, facts, found)) if match.service_id not in seen
        ]
