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
    nothing to do with them.
    """
    shown: list[Match] = []
    for at, match in enumerate(matches[:_CONSIDERED]):
        late = at >= SHOWN and not match.sure
        if len(shown) == SHOWN or (len(shown) == SHOWN - 1 and (match.apart or late)):
            break
        if not shown or not (late or _pads(match, shown)):
            shown.append(match)
    return shown


def _pads(match: Match, shown: Sequence[Match]) -> bool:
    """Whether it fits clearly less well, or is another of a place shown, with general reasons alone; or is for some
    people only who they may not be.
    """
    if any(caution.code == "group_unknown" for caution in match.cautions):
        return True
    codes = {reason.code for reason in match.reasons}
    again = any(one.listing.provider_id == match.listing.provider_id for one in shown)
    return codes <= (_BESIDE_ANOTHER if again else _GENERAL) if again or not match.sure else False
