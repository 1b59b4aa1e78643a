"""Which services fit a person, why, with what cautions, and which question would help most.

Hard facts exclude, each with its reason; everything else scores and explains itself. Unknown is not no. No match is an
honest answer: the list may be empty. The order is ours and the same each time: bands of score, fair turns, name, id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from types import MappingProxyType

from knowledge.asking import Asking, AskNext
from knowledge.aspects import stage_weights
from knowledge.board import Board
from knowledge.directory import Directory
from knowledge.fair_turns import AT_ONCE
from knowledge.listing import Provider, Service
from knowledge.profile import Profile
from knowledge.reasons import Reason
from knowledge.shortlist import Shown, shortlist
from knowledge.skilled import fields as trades_of
from knowledge.skilled import is_unlike_them

NO_TURNS: Mapping[str, int] = MappingProxyType({})

SURE = 0.65
"""Share of the best score from which a place counts as a fit like it."""

Wording = Callable[[str, Reason, Service, Provider], str]
"""Words one reason: called with ``reason`` or ``caution``, the reason, its service and its provider."""


@dataclass(frozen=True)
class Match:
    """One service that fits. ``provider`` and ``service`` are names; ``score`` compares within one result only."""

    service_id: str
    provider: str
    service: str
    score: float
    reasons: tuple[Reason, ...]
    cautions: tuple[Reason, ...]
    listing: Service = field(repr=False)
    run_by: Provider = field(repr=False)
    sure: bool = True
    """Whether it fits about as well as the best; a place that fits clearly less well is shown as such."""
    apart: bool = False
    """Work or learning in another trade than a skilled person's: no third beside two others."""


@dataclass(frozen=True)
class Excluded:
    """``reason`` is one of ``reasons.EXCLUSIONS``; ``fitting``: nothing else spoke against it."""

    service_id: str
    reason: str
    fitting: bool = False


@dataclass(frozen=True)
class Result:
    """``stages`` are weights that sum to 1. ``excluded`` holds every service that is closed to the person."""

    stages: Mapping[str, float]
    matches: tuple[Match, ...]
    excluded: tuple[Excluded, ...]
    ask_next: AskNext | None


def match(
    profile: Profile,
    directory: Directory,
    *,
    today: date,
    turns: Mapping[str, int] = NO_TURNS,
    limit: int = 3,
    area: str = "Lambeth",
    ask: bool = True,
) -> Result:
    """At most ``limit`` matches, best first. ``turns``: how often each service was offered so far, to anybody.

    Without ``ask`` no next question is looked for, which is most of the work. Raises ValueError for a limit below one.
    """
    if limit < 1:
        raise ValueError("A match shows at least one place; give a limit of 1 or more.")
    board = Board(directory, today, area)
    ratings = board.rate(profile)
    shown = shortlist(profile, ratings, turns, limit)
    at_once = min(limit, AT_ONCE)
    best = max((one.rating.score for one in shown if not one.after), default=0.0)
    asking = Asking(board, profile, turns, at_once, ratings, [entry.rating for entry in shown[:at_once]])
    return Result(
        stages=stage_weights(profile),
        matches=tuple(_match(profile, entry, best) for entry in shown),
        excluded=tuple(Excluded(r.service.id, r.excluded, fitting=r.fits) for r in ratings if r.excluded),
        ask_next=asking.next() if ask else None,
    )


def as_json(result: Result, *, explain: bool = False, wording: Wording | None = None) -> dict[str, object]:
    """The object of ``nwd match --json``.

    ``excluded`` lists places that would have fitted, or with ``explain`` every one that is closed. Without
    ``wording`` each ``text`` is empty.
    """
    listed = [entry for entry in result.excluded if explain or entry.fitting]
    return {
        "stages": dict(result.stages),
        "matches": [_as_json(entry, wording) for entry in result.matches],
        "excluded": [{"service_id": entry.service_id, "reason": entry.reason} for entry in listed],
        "ask_next": None if result.ask_next is None else asdict(result.ask_next),
    }


_TOLD = ("code", "because", "words", "field", "text")


def _as_json(found: Match, wording: Wording | None) -> dict[str, object]:
    def told(kind: str, entries: tuple[Reason, ...]) -> list[dict[str, str]]:
        text = [wording(kind, entry, found.listing, found.run_by) if wording else entry.text for entry in entries]
        plain = [{name: getattr(entry, name) for name in _TOLD} for entry in entries]
        return [entry | {"text": words} for entry, words in zip(plain, text, strict=True)]

    return {
        "service_id": found.service_id,
        "provider": found.provider,
        "service": found.service,
        "score": found.score,
        "reasons": told("reason", found.reasons),
        "cautions": told("caution", found.cautions),
    }


def _match(profile: Profile, entry: Shown, best: float) -> Match:
    rating = entry.rating
    return Match(
        service_id=rating.service.id,
        provider=rating.provider.name,
        service=rating.service.name,
        score=rating.score,
        reasons=(*entry.further, *rating.reasons),
        cautions=rating.cautions,
        listing=rating.service,
        run_by=rating.provider,
        apart=is_unlike_them(profile, trades_of(profile), rating.service),
        sure=bool(entry.further) or rating.score >= SURE * best,
    )
