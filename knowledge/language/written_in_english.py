"""Whether somebody writes English, well or not."""

from __future__ import annotations

import re

_LITTLE = frozenset(
    "i i'm im my me we you it its it's is am are was be been have has had do does did can could will would want like "
    "not no don't dont and but or so the a an in on of to for with from at this that there they them he she what when "
    "how now some any all very much more good before after because".split()
)
_ENOUGH, _SHARE = 4, 0.3


def writes_english(text: str) -> bool:
    """By its little words, a third of them all; a few words alone say nothing."""
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.casefold().replace("’", "'"))
    return len(words) >= _ENOUGH and sum(word in _LITTLE for word in words) >= _SHARE * len(words)
