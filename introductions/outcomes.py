"""What may come of a meeting, as codes: how it felt, what is better since, what came of it, and what is next."""

from __future__ import annotations

from collections.abc import Mapping

FELT = ("welcome", "okay", "bad")
SOFT = ("confident", "routine")
HARD = ("volunteering", "course", "placement", "job", "job_kept")
CAME_OF_IT = (*SOFT, *HARD)
NEXT = ("going", "more", "enough")
_CODES: Mapping[str, tuple[str, ...]] = {
    "feeling": FELT,
    "next": (*NEXT, *CAME_OF_IT, "work"),
    "met": ("yes", "no"),
    "going": ("yes", "no"),
    "tap": ("started", "came", "stopped"),
    **dict.fromkeys(CAME_OF_IT, ("yes",)),
}


def codes_of(answers: Mapping[str, str]) -> dict[str, str]:
    """The answers that are codes of ours, without any that could be somebody's words."""
    return {name: value for name, value in answers.items() if value in _CODES.get(name, ())}
