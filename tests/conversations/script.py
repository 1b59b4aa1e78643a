"""Conversation scripts: files that read as dialogue.

# a title
> what the person types            < words that must be in the answer (several lines: each of them)
> [Title of a button]              ! words that must not be in the answer
@ 2 days                           moves the clock (hours, days, weeks)
= hello Ade | come in | Thursday   the place of the latest letter answers; also: ask WORDS, no WHY | ANOTHER, wait DAYS,
                                   wrong, also ANOTHER, finished, unreached, writes WORDS, silent (no more words)
= answers WORDS                    the place answers by mail         = bounce  its mail server gives the letter back
= sent                             what the person hears when the letter has gone
= news                             what comes by itself
= until promised_day               moves the clock to when that strikes for the latest letter (introductions/clocks.py)
= mail refused                     the mail server refuses the person's next mail (off: later; lost: nobody knows)
= pause                            somebody else complains of the place: nothing new goes there     = stays  so decided
= leak                             letters there were read by a stranger     = taken  our desk takes the letter back
= again [Title]                    presses the first button of that title further up in the chat
= code there                       types the code that was just said on another phone (here: in this chat)
? [Title]                          a button that must be offered     ! [Title]  one that must not be
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
