"""Weekly times as people say them: "Tuesdays 1 to 4, Fridays at 7"."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.listing import Slot

_DAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
_PARTS = {"00": "{hour}", "15": "quarter past {hour}", "30": "half past {hour}", "45": "quarter to {next}"}


def in_words(slots: Iterable[Slot]) -> str:
    """Days of the same hours stand together, in the order of the week; empty for no slots."""
    by_hours: dict[tuple[str, str], list[int]] = {}
    for slot in sorted(slots, key=lambda one: (one.day, one.start)):
        by_hours.setdefault((slot.start, slot.end), []).append(slot.day)
    return ", ".join(f"{_days(days)} {_clock(start)} to {_clock(end)}" for (start, end), days in by_hours.items())


def _days(days: list[int]) -> str:
    names = [_DAYS[day] for day in dict.fromkeys(days)]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _clock(time: str) -> str:
    hour, minutes = (int(part) for part in time.split(":"))
    if (hour, minutes) in ((23, 59), (24, 0)):
        return "midnight"
    if minutes % 15:
        return f"{_twelve(hour)}:{minutes:02}"
    return _PARTS[f"{minutes:02}"].format(hour=_twelve(hour), next=_twelve(hour + 1))


def _twelve(hour: int) -> int:
    return (hour - 1) % 12 + 1
