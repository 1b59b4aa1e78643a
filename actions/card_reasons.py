"""Why a place is shown, and what to know before: sentences of the copy, with the person's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from actions.deps import Say
from actions.wording import worded
from knowledge.listing import Provider, Service
from knowledge.matching import Match
from knowledge.own_words import speaks_of
from knowledge.reasons import Reason, parameters, response_of

_ON_THE_CARD = frozenset({"hope", "near", "free"})
"""The wish itself was said back above all cards; where it is and what it costs stand in lines of their own."""
_GENERAL = ("times", "stage_distant", "stage_nearer", "stage_ready", "stage_in_work")
"""True of many places: told where nothing else is, and before it the rest."""


def told_on_card(say: Say, match: Match, service: Service, provider: Provider, hopes: Mapping[str, str]) -> list[str]:
    """Why this place and no other, what tells most of it first; of what holds for many, at most one thing."""
    told = [one for one in _in_order(match, service) if one.code not in _ON_THE_CARD]
    own = [one for one in told if one.code not in _GENERAL]
    general = sorted((one for one in told if one.code in _GENERAL), key=lambda one: _GENERAL.index(one.code))
    return worded_all(say, "reason", [*own, *general[:1]], service, provider, hopes)


def reasons(say: Say, match: Match, service: Service, provider: Provider, hopes: Mapping[str, str]) -> list[str]:
    """Every reason in a sentence; a liking that the listing has no such words for comes last."""
    return worded_all(say, "reason", _in_order(match, service), service, provider, hopes)


def _in_order(match: Match, service: Service) -> list[Reason]:
    listed = [_as_listed(one, service) for one in match.reasons]
    told = [one for one in listed if one in match.reasons] + [one for one in listed if one not in match.reasons]
    return sorted(told, key=lambda one: one.code != "met")  # who would not walk in alone reads first who meets them


def worded_all(
    say: Say, kind: str, reasons: Sequence[Reason], service: Service, provider: Provider, hopes: Mapping[str, str]
) -> list[str]:
    return [say(response_of(kind, r), **_values(say, r, service, provider, hopes)) for r in reasons]


_LIKED = ("interest", "strength")


def _as_listed(reason: Reason, service: Service) -> Reason:
    """A liking in their own words is told where the listing speaks of that; else, last, that it is near."""
    if reason.code not in _LIKED or speaks_of(service, reason.words):
        return reason
    return replace(reason, words="")


def _values(say: Say, reason: Reason, service: Service, provider: Provider, hopes: Mapping[str, str]) -> dict[str, str]:
    values = parameters(reason, service, provider)
    coded = "." in reason.because and not reason.because.startswith(("identity.", "stage."))
    if reason.because in hopes:
        values["words"] = hopes[reason.because]
    elif reason.words and coded and not reason.rest:
        values["words"] = worded(say, reason.because, reason.words)
    return values
