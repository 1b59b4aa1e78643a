"""A message about a letter, cut into its parts: sentences, and clauses that each ask for something."""

from __future__ import annotations

import re

from knowledge.understanding.edits import asks_after, edit
from knowledge.understanding.letter_words import FALSE, FILLER, SAYS, SAYS_BARE
from knowledge.understanding.unwanted import THROWN

ASKS_FOR = (
    r"(?:put|add|include|mention|write|say|take|leave|cut|get rid|remove|delete|scrap|change|swap|replace"
    rf"|{THROWN}|make it|make the|call me|my name|(?:do not|don'?t)\s+(?:say|put|mention|include|write|tell)"
    r"|tell (?:them|her|him)|(?:can|could) (?:you|u) (?:please )?(?:put|add|take|say|leave|remove|change|delete))"
    r"\b(?!\W*$)"
)
_SENDS = r"(?:do not|don'?t|dont)\s+(?:send|post)\b"
_CUT = re.compile(
    r"(?<=[.!?;\n])\s+|\s*(?:,|\s(?:and|then|but|plus)\b)"
    rf"(?:\s*\b(?:and|then|also|please|pls|but|plus|just|so|instead)\b)*\s+(?={ASKS_FOR}|{_SENDS})",
    re.IGNORECASE,
)
_BEGINS = re.compile(rf"^{FILLER}{ASKS_FOR}", re.IGNORECASE)
_LIKE_THE_LAST = re.compile(
    r"^(?P<first>.*?\b(?:change|swap|replace)\b.+?)\s+and\s+(?P<next>(?:the|my)\s+[\w' ]{2,30}?\s+(?:to|for|into"
    r"|with)\s+.+)$",
    re.IGNORECASE,
)
_BOTH_OUT = re.compile(
    rf"^(?P<first>{FILLER}(?P<verb>(?:take|leave|cut) out|remove|delete|scrap)\s+(?:the|my)\s+[\w' ]{{2,40}}?)\s+and\s+"
    r"(?P<next>(?:the|my)\s+[\w' ]{2,40}?)(?:\s+(?:please|pls|too|as well))*\W*$",
    re.IGNORECASE,
)
_REPLACES = re.compile(
    r"^(?:and\s+|then\s+|just\s+)*(?:put|say|write|make it)\b(?!\s+(?:in\b|also\b|(?:that\s+)?i\b))", re.IGNORECASE
)
_THAT = re.compile(
    r"\b(?:put|add|write|say|take|leave|get|cut|include|mention|remove|delete|lose|bin)\s+(?:in\s+|out\s+)?"
    r"(?:that|it|this|them)\b(?:\s+(?:bit|part|line|one))?(?:\s+(?:in|out|off|too|as well|please|pls|there|down"
    r"|to (?:it|the letter)))*\W*$",
    re.IGNORECASE,
)
_OUT = re.compile(r"\b(?:out|off|remove|delete|scrap|don'?t|do not|cut|get rid)\b", re.IGNORECASE)
_OPENS = re.compile(
    rf"^{FILLER}(?:where|instead of|rather than|in place of|under|for (?:the|my)|in the|the bit|the part"
    rf"|{SAYS_BARE})\b",
    re.IGNORECASE,
)
"""How a part begins that says which words are meant by what comes behind it."""
_DICTATES = re.compile(r"\b(?:say|says|read|put|add|write|in|to|be|them|this)\s*:\s+\S", re.IGNORECASE)
_QUOTED = re.compile(
    r"[\"“”](?P<a>[^\"“”]+)[\"“”]|(?:(?<=\s)|(?<=^)"
    r"|(?<=:))['‘](?P<b>[^'‘’]+(?:['’]\w[^'‘’]*)*)['’](?=\W|$)"
)


def masked(text: str) -> tuple[str, list[str]]:
    """The message with a bare word in the place of each quotation, and the quotations."""
    quotes: list[str] = []

    def word(found: re.Match[str]) -> str:
        quotes.append((found["a"] or found["b"]).strip())
        return f"{_WORD}{len(quotes) - 1}z"

    return _QUOTED.sub(word, text), quotes


_WORD = "Zqz"
QUOTED_WORD = re.compile(rf"\b{_WORD}\d+z\b")
"""What stands for a quotation in a masked text."""


def unmasked(words: str, quotes: list[str]) -> str:
    for at, quote in enumerate(quotes):
        words = words.replace(f"{_WORD}{at}z", quote)
    return words


def parts(text: str) -> list[str]:
    cut = [part for one in _CUT.split(text) for part in _alike(one or "") if part.strip(" ,.;!?")]
    return _joined(cut)


def _alike(part: str) -> list[str]:
    """Where one verb stands for two: "change the times to mornings and my name to Bev", "take out the X and the Y"."""
    if two := _BOTH_OUT.match(part):
        return [two["first"], f"{two['verb']} {two['next']}"]
    found = _LIKE_THE_LAST.match(part)
    return [found["first"], f"change {found['next']}"] if found else [part]


def _joined(cut: list[str]) -> list[str]:
    """Parts that mean something only together: "why does it say sewing, take that out", "i sew, put that in"; and all
    that is dictated behind a colon.
    """
    whole: list[str] = []
    for part in cut:
        before = whole[-1] if whole else ""
        if before and _THAT.search(before) and _OUT.search(before) and SAYS.match(part) and not FALSE.search(part):
            whole[-1] = f"{part.rstrip(' .!?')}, {before.strip(' .!?,')}"
        elif before and (_refers(part, before) or _goes_on(part, before)):
            whole[-1] = f"{before.rstrip()} {part}" if before.rstrip()[-1:] in ".!?;" else f"{before.rstrip()}, {part}"
        else:
            whole.append(part)
    return whole


def _refers(part: str, before: str) -> bool:
    if _THAT.search(part) and (asks_after(before) or not edit(before)):
        return True
    if _OPENS.match(before) and before.rstrip()[-1:] not in ".!?" and not edit(before):
        return True
    return _REPLACES.match(part) is not None and (asks_after(before) or _takes_out(before))


def _goes_on(part: str, before: str) -> bool:
    """Whether it is dictated still: a sentence behind "it should say: ...", that asks for nothing itself."""
    return _DICTATES.search(before) is not None and not _BEGINS.match(part) and not part.rstrip().endswith("?")


def _takes_out(part: str) -> bool:
    """Nothing is put for it yet."""
    wish = edit(part)
    return wish is not None and not wish.adds and not wish.puts and bool(_OUT.search(part)) and part[-1:] not in ".!;"
