"""What a turn says, as few WhatsApp messages as can carry it: one person may be sent about one in six seconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.channels.contract import Said, SaidButton
from bot.sentences import split

# The Cloud API's limits, in characters.
TEXT = 4096
BODY = 1024
REPLY_BUTTONS = 3
REPLY_TITLE = 20
ROWS = 10
ROW_TITLE = 24
ROW_ABOUT = 72


def shaped(said: Sequence[Said], choose: str) -> list[Said]:
    """The turn's texts as one message with all its buttons, in more only where a limit asks for it.

    ``choose`` is the line above buttons whose own text had to go before them.
    """
    lines = [_placed(line) for line in said]
    kind = lines[-1].kind if len({line.kind for line in lines}) == 1 else "text"
    chunks = _chunks([line.buttons for line in lines])
    texts = [line.text for line in lines if line.text.strip()]
    if not chunks:
        return [Said(part, (), kind) for part in split("\n\n".join(texts), TEXT)]
    *front, last = texts or [choose]
    messages = _with_front(front, last, chunks, choose)
    return [replace(message, kind=kind) for message in messages]


def _with_front(front: Sequence[str], last: str, chunks: Sequence[tuple[SaidButton, ...]], choose: str) -> list[Said]:
    """``last`` stands above the last buttons, what came before above the first, each alone where it is too long."""
    before = "\n\n".join(front)
    if len(chunks) == 1:
        whole = "\n\n".join(filter(None, (before, last)))
        if len(whole) <= BODY:
            return [Said(whole, chunks[0])]
        return [*_alone(before), *_above(last, chunks[0], choose)]
    head = _above(before, chunks[0], choose) if before else [Said(choose, chunks[0])]
    middle = [Said(choose, chunk) for chunk in chunks[1:-1]]
    return [*head, *middle, *_above(last, chunks[-1], choose)]


def _above(text: str, buttons: tuple[SaidButton, ...], choose: str) -> list[Said]:
    if len(text) <= BODY:
        return [Said(text, buttons)]
    return [*_alone(text), Said(choose, buttons)]


def _alone(text: str) -> list[Said]:
    return [Said(part) for part in split(text, TEXT)]


def _placed(line: Said) -> Said:
    """The buttons of an offered place say which place they are about: its heading is the card's first line."""
    if line.kind != "options":
        return line
    heading = line.text.partition("\n")[0].rstrip(".")
    return replace(line, buttons=tuple(replace(button, about=button.about or heading) for button in line.buttons))


def _chunks(groups: Sequence[tuple[SaidButton, ...]]) -> list[tuple[SaidButton, ...]]:
    """Buttons in lists of ROWS at most; those of one message stay together where they can."""
    chunks: list[tuple[SaidButton, ...]] = []
    for group in groups:
        for start in range(0, len(group), ROWS):
            part = group[start : start + ROWS]
            if chunks and len(chunks[-1]) + len(part) <= ROWS:
                chunks[-1] += part
            else:
                chunks.append(part)
    return chunks


def row_title(number: int, title: str) -> str:
    """A list row's title with its number; one that is too long ends after a word, in a sign, and stands whole below."""
    return _cut(f"{number}. {title}", ROW_TITLE)


def row_about(number: int, title: str, about: str) -> str | None:
    """What stands below a row's title: the whole title where that was too long, and the place it is about."""
    is_whole = len(f"{number}. {title}") <= ROW_TITLE
    below = " · ".join(filter(None, ("" if is_whole else title, about)))
    return _cut(below, ROW_ABOUT) or None


def _cut(words: str, room: int) -> str:
    """As many whole words as there is room for, with a sign where some are left out; of one long word its beginning."""
    if len(words) <= room:
        return words
    kept = words[:room].rpartition(" ")[0].rstrip(" ·,;:&-")
    return f"{kept if len(kept) > room // 3 else words[: room - 1].rstrip()}…"


def as_reply_buttons(titles: Sequence[str]) -> bool:
    """Whether these fit under a message as buttons; titles there must differ."""
    return (
        len(titles) <= REPLY_BUTTONS
        and len(set(titles)) == len(titles)
        and all(len(title) <= REPLY_TITLE for title in titles)
    )
