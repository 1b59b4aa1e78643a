"""Whether a message says that someone is in danger now: plain words act, doubtful ones ask first.

The words are in ``data/safety``, with examples on both sides beside them. Nothing here writes or logs what was said.
"""

from __future__ import annotations

from knowledge.language.words import tokens
from knowledge.understanding.books import books
from knowledge.understanding.danger import judge
from knowledge.understanding.model import Safety
from knowledge.understanding.scope import Scope
from knowledge.understanding.sensing import sense


def check(text: str, *, after_danger: bool = False) -> Safety:
    """The level and kinds of one message. Takes a few milliseconds; the first call reads the data files.

    ``after_danger``: danger was spoken of shortly before, and words are heard with that in mind.
    """
    books()
    return judge(Scope.of(tokens(text)), sense(text), after_danger=after_danger)
