"""How many of the places that fit are shown at once."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.matching import Match

SHOWN = 3
"""Places shown at once, at most."""
_CONSIDERED = 6
_GENERAL = frozenset(
    {
        *("hope", "times", "free", "near", "from_home", "benefits_first"),
        *("stage_distant", "stage_nearer", "stage_ready", "stage_in_work"),
    }
)
"""Reasons that hold for many a place."""
_BESIDE_ANOTHER = _GENERAL | {"specialism"}


def few(matches: Sequence[Match]) -> list[Match]:
    """What is shown at once; two good ones beat three. Held back is what ``_pads`` the list, and a third that has
    nothing to do with them; but where all fit less well, none does so beside another. What is for some people only is
    not shown to who never told that they are.
    """
    theirs = [match for match in matches if not _for_others(match)][:_CONSIDERED]
    weak = {match.service_id for match in theirs if not match.sure}
    weak = weak if len(weak) < len(theirs) else set()
    shown: list[Match] = []
    for at, match in enumerate(theirs):
        less = match.service_id in weak
        late = at >= SHOWN and less
        if len(shown) == SHOWN or (len(shown) == SHOWN - 1 and (match.apart or late)):
            break
        if not shown or not (late or _pads(match, shown, less=less)):
            shown.append(match)
    return shown


def _for_others(match: Match) -> bool:
    return any(caution.code == "group_unknown" for caution in match.cautions)


def _pads(match: Match, shown: Sequence[Match], *, less: bool) -> bool:
    """Whether it fits clearly ``less`` well, or is another of a place shown, with general reasons alone."""
    codes = {reason.code for reason in match.reasons}
    again = any(one.listing.provider_id == match.listing.provider_id for one in shown)
    return codes <= (_BESIDE_ANOTHER if again else _GENERAL) if again or less else False
