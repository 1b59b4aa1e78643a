"""The chat as the page shows it: which buttons still count, their numbers, and what stands on a card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape

from bot.channels.web_chat import ChatLine

LATEST = 60
LATEST_BYTES = 11 * 1024
"""Lines shown at first, and what they may weigh as HTML: with style and script the page stays under 30 KB.

The earlier ones are one tap away.
"""
LONGEST_BYTES = 2 * 1024
"""Of one line that a person wrote, at first; what is cut is one tap away too."""
AGAIN_BYTES = 5 * 1024
"""Of words that did not arrive, on the page that sends them again. Longer ones are sent by loading that page anew."""


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
    is_cut: bool = False


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


def latest(shown: Sequence[ShownLine], html_of: Callable[[ShownLine], str], *, taken: int = 0) -> list[str]:
    """The last lines as HTML, as many as the page has room for; ``taken`` bytes are gone already.

    The very last is always there, and what a person wrote at great length is cut.
    """
    kept: list[str] = []
    for line in reversed(shown[-LATEST:]):
        html = html_of(_cut(line))
        taken += len(html.encode())
        if kept and taken > LATEST_BYTES:
            break
        kept.append(html)
    return kept[::-1]


def weight(text: str) -> int:
    """In bytes, as the page carries it: a mark or a letter of another script is several."""
    return len(escape(text).encode())


def _cut(line: ShownLine) -> ShownLine:
    """At a word's end. What we say is short enough, and a letter has to be seen whole."""
    if line.line.by == "navigator" or weight(line.text) <= LONGEST_BYTES:
        return line
    taken, end = 0, 0
    for end, mark in enumerate(line.text):  # noqa: B007 - the place where there is no more room
        taken += weight(mark)
        if taken > LONGEST_BYTES:
            break
    start = line.text[:end]
    return replace(line, text=f"{start.rpartition(' ')[0] or start} …", is_cut=True)


def card(text: str) -> tuple[str, str]:
    """The first line of several, without its full stop, as heading; and the rest."""
    heading, _, rest = text.partition("\n")
    return (heading.removesuffix("."), rest) if rest else ("", text)
