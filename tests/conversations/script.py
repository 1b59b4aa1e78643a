"""Conversation scripts: files that read as dialogue.

# a title
> what the person types            < words that must be in the answer (several lines: each of them)
> [Title of a button]              ! words that must not be in the answer
@ 2 days                           moves the clock            @ morning   to nine the next day
= provider hello Ade | come in | Thursday     the provider of the latest letter answers
= sent                             what the person hears when the letter has gone
= news                             what comes by itself
? [Title]                          a button that must be offered
~ skip                             skips whatever is asked still, until no question offers it
~ skip to WORDS                    the same, up to a question with these words
* met_yes                          presses a button of that meaning that came on another day (with news, at a door)
* show_news news=gone              the same, with what the button carries
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MARKS = "><!?@=~*"


@dataclass(frozen=True)
class Line:
    mark: str
    words: str
    number: int


@dataclass(frozen=True)
class Script:
    title: str
    lines: tuple[Line, ...]


def read(path: Path) -> Script:
    """Raises ValueError naming the line that is none of the marks."""
    title, lines = path.stem, list[Line]()
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text = raw.strip()
        if text.startswith("#"):
            title = text.lstrip("# ") if not lines else title
        elif text:
            mark, words = text[0], text[1:].strip()
            if mark not in MARKS:
                raise ValueError(f"{path.name}:{number}: begins with none of {MARKS}")
            lines.append(Line(mark, words, number))
    return Script(title, tuple(lines))
