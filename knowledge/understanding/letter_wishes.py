"""All that one message wants changed in a letter, each wish by itself: "take dominoes out and call me Bev"."""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge.understanding.beside import of_the_person, roles, tidy
from knowledge.understanding.edits import Edit, asks_after, edit
from knowledge.understanding.letter_questions import letter_question
from knowledge.understanding.names import told_name
from knowledge.understanding.put_in import without_ending
from knowledge.understanding.unwanted import THROWN


class Wish(NamedTuple):
    """``said`` is the part of the message that asks for it; ``edit`` None where that part was not understood."""

    said: str
    edit: Edit | None


_VERB = (
    r"(?:put|add|include|mention|write|say|take|leave|cut|get rid|remove|delete|scrap|change|swap|replace"
    rf"|{THROWN}|make it|make the|call me|my name|(?:do not|don'?t)\s+(?:say|put|mention|include|write|tell)"
    r"|tell (?:them|her|him)|(?:can|could) (?:you|u) (?:please )?(?:put|add|take|say|leave|remove|change|delete))"
    r"\b(?!\W*$)"
)
_CUT = re.compile(
    r"(?<=[.!?;\n])\s+|\s*(?:,|\s(?:and|then|but|plus)\b)"
    rf"(?:\s*\b(?:and|then|also|please|pls|but|plus|just)\b)*\s+(?={_VERB})",
    re.IGNORECASE,
)
_ASKS_FOR_IT = re.compile(rf"\W*(?:(?:and|then|also|please|pls|but|plus|just)\s+)*{_VERB}", re.IGNORECASE)
_TO = r"\s+(?:to|for|into|with)\s+.+"
_LIKE_THE_LAST = re.compile(
    r"^(?P<first>.*?\b(?:change|swap|replace)\b.+?)\s+and\s+"
    rf"(?P<next>(?:the|my)\s+[\w' ]{{2,30}}?{_TO})$",
    re.IGNORECASE,
)
_REPLACES = re.compile(
    r"^(?:and\s+|then\s+|just\s+)*(?:put|say|write|make it)\b(?!\s+(?:in\b|also\b|(?:that\s+)?i\b))", re.IGNORECASE
)
_THAT = re.compile(
    r"\b(?:put|add|write|say|take|leave|get|cut|include|mention|remove|delete)\s+(?:in\s+|out\s+)?"
    r"(?:that|it|this|them)\b(?:\s+(?:bit|part|line|one))?(?:\s+(?:in|out|off|too|as well|please|pls|there|down"
    r"|to (?:it|the letter)))*\W*$",
    re.IGNORECASE,
)
_OUT = re.compile(r"\b(?:out|off|remove|delete|scrap|don'?t|do not|cut|get rid)\b", re.IGNORECASE)
_PLEASANTRY = re.compile(
    r"^\W*(?:(?:no|oh|ok|okay|yes|yeah|hi|hello|hang on|wait|sorry|please|pls|thanks|thank you|ta|cheers|actually"
    r"|hm+|well|and|but|so|also|then|that'?s (?:all|it)|that is (?:all|it)|for now|if you can|it looks? good|looks good"
    r"|change (?:it|that|this|the letter|my letter)|lol|haha"
    r"|nice|great|good|fine|love|mate|just (?:a|one|two|some) (?:changes?|things?))\b\W*)+$",
    re.IGNORECASE,
)


def wishes(text: str) -> list[Wish]:
    """In the order said; none where nothing in the letter is to be other than it is."""
    text = text.strip().replace("’", "'")
    called = told_name(text)
    if called:
        return [Wish(text, Edit(adds=True, words=called, of_name=True))]
    parts = _joined([part for one in _CUT.split(text) for part in _alike(one or "") if part.strip(" ,.;!?")])
    found: list[Wish] = []
    for part in parts:
        found.append(_wish(part, found[-1] if found else None))
    found = [one for one in found if one.edit is not None or not (_PLEASANTRY.match(one.said) or _wonders(one.said))]
    if not any(one.edit for one in found):
        whole = edit(text)
        return [Wish(text, whole)] if whole else []
    return [] if _asks_beside(found) else found


def wishes_beside(text: str) -> list[Wish]:
    """As ``wishes`` where a helper writes: without what they say of themselves; "im the librarian, take that out" takes
    the librarian out.
    """
    named = next(iter(roles(text)), "")
    return [
        one._replace(edit=one.edit._replace(words=named))
        if one.edit and not one.edit.adds and named and _THAT_ALONE.match(one.edit.words)
        else one
        for one in wishes(tidy(of_the_person(text)))
    ]


_THAT_ALONE = re.compile(r"^(?:that|it|this)(?: (?:bit|part|line|one))?$", re.IGNORECASE)


def _asks_beside(found: list[Wish]) -> bool:
    """Whether a question is put, and what stands beside it is told rather than wanted in the letter."""
    asked = any(one.edit is None and one.said.rstrip().endswith("?") for one in found)
    return asked and not any(one.edit and re.search(rf"\b{_VERB}", one.said, re.IGNORECASE) for one in found)


def _alike(part: str) -> list[str]:
    """Where one verb stands for two: "change the times to mornings and my name to Bev"."""
    found = _LIKE_THE_LAST.match(part)
    return [found["first"], f"change {found['next']}"] if found else [part]


def _joined(parts: list[str]) -> list[str]:
    """Parts that mean something only together: "why does it say sewing, take that out", "i sew, put that in"."""
    whole: list[str] = []
    for part in parts:
        before = whole[-1] if whole else ""
        belongs = before and (
            (_THAT.search(part) and (asks_after(before) or not edit(before)))
            or (_REPLACES.match(part) and (asks_after(before) or _takes_out(before)))
        )
        if belongs:
            whole[-1] = f"{before.rstrip()} {part}" if before[-1:] in ".!?;" else f"{before}, {part}"
        else:
            whole.append(part)
    return whole


def _takes_out(part: str) -> bool:
    """Nothing is put for it yet."""
    wish = edit(part)
    return wish is not None and not wish.adds and not wish.puts and bool(_OUT.search(part)) and part[-1:] not in ".!;"


def _wonders(said: str) -> bool:
    """Whether it only asks why the letter says something, beside what is to be done about it."""
    question = letter_question(said)
    return question is not None and question.kind == "why"


def _wish(part: str, before: Wish | None) -> Wish:
    """What goes on after something that is to go in does so too; after another wish it may be a remark to us."""
    said = part.strip(" ,;")
    called = told_name(said)
    if called:
        return Wish(said, Edit(adds=True, words=called, of_name=True))
    one = edit(said)
    if one is None and before is not None and not said.endswith("?") and not _PLEASANTRY.match(said):
        goes_on = before.edit is not None and before.edit.adds and not before.edit.of_name
        goes_on = goes_on or _ASKS_FOR_IT.match(said) is not None
        return Wish(said, Edit(adds=True, words=without_ending(said), loosely=not goes_on))
    return Wish(said, one)
