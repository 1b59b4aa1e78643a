"""The chat as the page shows it: which buttons still count, their numbers, and what stands on a card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.channels.web_chat import ChatLine

LATEST = 60
"""Lines shown at first; the earlier ones are one tap away, so that the page stays small."""


@dataclass(frozen=True)
class ShownButton:
    """``number`` is what may be typed instead; None where a number would mean something else by now."""

    id: str
    title: str
    number: int | None


@dataclass(frozen=True)
class ShownLine:
    line: ChatLine
    heading: str
    text: str
    buttons: tuple[ShownButton, ...]
    is_latest: bool


def show(lines: Sequence[ChatLine]) -> list[ShownLine]:
    """Numbers run over the latest turn's buttons; of older turns those stay that answer no question."""
    latest = next((line.turn for line in reversed(lines) if line.by == "navigator"), None)
    shown, number = [], 0
    for line in lines:
        is_latest = line.by == "navigator" and line.turn == latest
        offered = line.buttons if is_latest or line.lasts else ()
        buttons = []
        for button in offered:
            number += is_latest
            buttons.append(ShownButton(button.id, button.title, number if is_latest else None))
        heading, text = card(line.text) if line.kind == "options" else ("", line.text)
        shown.append(ShownLine(line, heading, text, tuple(buttons), is_latest))
    return shown


def card(text: str) -> tuple[str, str]:
    """The first line of several, without its full stop, as heading; and the rest."""
    heading, _, rest = text.partition("\n")
    return (heading.removesuffix("."), rest) if rest else ("", text)
