"""What somebody says was misheard or no longer holds: "take stress out", "i never said stress", "that's not me".

Whether anything of the kind is kept is for the caller.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge.language.words import tokens
from knowledge.understanding.concepts import listed_concepts
from knowledge.understanding.scope import Scope

_PLEASE = r"^\W*(?:(?:please|pls|can you|could you|no|ok|and|oh)\W+)*"
_SAY = r"(?:sa(?:id|y)|mention(?:ed)?|told (?:you|u)|tell (?:you|u)|wrote|write|put)"
_OFF = r"(?:take|cross|rub|strike)\s+(?:that|it|this)(?: one| bit| line)?\s+(?:off|out)"
_WRONG = r"(?:all |just |totally |completely )?(?:wrong|incorrect|a mistake|an error|not (?:right|true|correct))"
_NOT_OURS = (
    r"(?!(?:everything|all|it|its|it's|me|my|myself|that|thats|this|i|what|whats|who|something|nothing"
    r"|the (?:lot|whole|letter"
    r"|address|name|number|place|day|time)|chat|messages?|history|conversation|data|number|account)\b)"
)
_FEW_WORDS = r"[\w'-]+(?: [\w'-]+){0,6}?"
_TAKEN_OFF = (
    re.compile(rf"^\W*(?P<a>[^?.,!]+)\?[?.,!]*\s*(?:no\W+)?(?:please |can you |just )?{_OFF}\b", re.IGNORECASE),
    re.compile(
        rf"^\W*(?:no\W+)?(?P<a>i(?:'?m| am| have)?\s+(?:don'?t|do not|never|not|can|ain'?t|haven'?t|no longer)\s"
        rf"[^?.,!]+)[.,!]+\s*(?:so )?(?:please |can you |just )?{_OFF}\W*$",
        re.IGNORECASE,
    ),
    re.compile(rf"{_PLEASE}(?:that|this|it)(?:'?s| is| was)\s+{_WRONG}\b\W*(?P<a>i\b[^?.!]+)", re.IGNORECASE),
    re.compile(
        rf"{_PLEASE}{_NOT_OURS}(?P<a>(?:the )?{_FEW_WORDS})(?: bit| part| one| thing)?\s+"
        rf"(?:(?:is|are|was)\s+{_WRONG}|(?:isn'?t|aren'?t|ain'?t)\s+(?:right|true|correct))\W*(?:$|[,.;]\s*i\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:you|u)(?:'?ve)?\s+(?:got|put|wrote|written|said|have|listed)\s+(?:the |that |i (?:am|have|had"
        rf"|need(?:ed)?) )?"
        rf"{_NOT_OURS}(?P<a>{_FEW_WORDS})\s+(?:wrong|but\s+i\b|down but)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_PLEASE}{_NOT_OURS}(?P<a>(?:the )?{_FEW_WORDS})\s+(?:should(?:n'?t| not)|doesn'?t|does not)\s+"
        r"(?:be (?:on )?(?:there|here|(?:the|my|that) list|in there)|belong (?:there|here|to me))",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:but )?who said (?:that )?(?:i (?:have|had|am|need(?:ed)?|want(?:ed)?|like[sd]?|get|got"
        r"|do)\s+|i'?m\s+)?"
        rf"{_NOT_OURS}(?P<a>[^?.,!]+)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_PLEASE}(?:get rid of|delete)\s+{_NOT_OURS}(?P<a>(?:the )?{_FEW_WORDS})(?: bit| part| one"
        rf"| thing)?(?: please| pls)?\W*$",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_OFF}[^?.,!]*?\s(?:about|with)\s+(?P<a>[^?.,!]+)", re.IGNORECASE),
    re.compile(
        r"\b(?:don'?t|do not|dnt|no)\s+(?:put|write|note|list|keep)\s+"
        r"(?P<a>(?:the |my |that |any )?[\w'-]+(?: [\w'-]+){0,3}?)\s+(?:down|on (?:it|there)|in there)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:take|drop|leave|cross)\s+(?P<a>.+?)\s+(?:off|out)\b", re.IGNORECASE),
    re.compile(
        rf"{_PLEASE}(?:(?:take|leave|cross|strike|rub)\s+(?:out|off)|scrap|ditch)\s+"
        r"(?P<a>(?:the |my |that )?[\w'-]+(?: [\w'-]+){0,6}?)(?:\s+(?:please|pls|now|bit|part|line|thing))*\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bi\s+(?:never|didn'?t|did not)\s+(?:actually |ever )?{_SAY}\s+(?:you\s+)?(?:anything about\s+|about\s+)?"
        r"(?:(?:that\s+)?i (?:was|am|have|had)\s+|i'?m\s+)?(?P<a>[^.,!?]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?P<a>[^.,!?]{2,40}?)\W*\s+(?:is|are|was|'?s)(?:n'?t| not)\s+(?:quite |really |exactly |at all )*"
        r"(?:what i (?:do|did|said|meant|like|enjoy|want)|my (?:thing|line|trade|job|field))\b",
        re.IGNORECASE,
    ),
    re.compile(r"^\W*(?:where|how) did (?:you|u) get (?P<a>[^?.,!]+?)(?:\s+from)?\W*$", re.IGNORECASE),
    re.compile(
        r"^\W*why\s+(?P<a>[^?.,!]+)[?.,!]+\s*i(?:'?m not| am not| do not| don'?t| have not| haven'?t| never)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:please\s+)?(?:remove|forget(?:\s+about)?)\s+"
        r"(?!everything|all|it\b|me\b|my\b|that|this|i\b|what|who|the (?:lot|whole))"
        r"(?P<a>.+?)(?:\s+from\b.*)?\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.,!?]\s*)(?P<a>[\w' -]+?)\s+(?:isn'?t|is not|ain'?t|are not|aren'?t)\s+"
        r"(?:a |an |my |the )?(?:problem|issue|trouble|difficulty)",
        re.IGNORECASE,
    ),
)
_OF_ANOTHER = re.compile(
    rf"{_PLEASE}{_NOT_OURS}(?P<a>(?:the )?{_FEW_WORDS})\s+(?:is|are|was)\s+(?:(?:of|for|about|from|to do with)\s+)?"
    r"(?:my|our|me|mi|the)\s+[\w']+(?:\s+[\w']+)?\W+(?:and\s+|it'?s\s+)?not\s+(?:me|mine|my|i|about me)\b",
    re.IGNORECASE,
)
"""As in "the asthma is of my son, not me"."""
_PROTESTS = (
    re.compile(r"\bi(?:'m|m| am)\s+not\s+(?P<a>needing\s+[^.,!?]+)", re.IGNORECASE),
    re.compile(r"\bi(?:'m|m| am)\s+not\s+(?P<a>[^.,!?]+)[.,!?]+\s*(?:so )?why\b", re.IGNORECASE),
    re.compile(r"\b(?:sarcastic|joking|kidding|a joke)\b(?:\s+(?:about|with)\s+(?P<a>[^.,!?]+))?", re.IGNORECASE),
    re.compile(r"\bi(?:'m|m| am)\s+(?:not|nt)\s+(?P<a>(?:on|into|a|an)\s+[^.,!?]+)", re.IGNORECASE),
    re.compile(
        r"^\W*not\s+(?!sure|yet|now|today|really|much|for|me|bad|good|well|that|this|any)(?P<a>\w+(?:\s+\w+)?)\W*$",
        re.IGNORECASE,
    ),
)
_IT = re.compile(r"^(?:it|that|this|them|those|any of (?:it|that|this))$", re.IGNORECASE)
_NOT_ME = re.compile(
    rf"{_PLEASE}(?:"
    r"(?:that|this|it)(?:'?s| is| was)?\s*(?:isn'?t|wasn'?t|not|ain'?t)\s+(?:really |even |like )?"
    r"(?:me|mine|about me|true|true of me)"
    rf"|i\s+(?:never|didn'?t|did not)\s+{_SAY}\s+(?:it|that|this|any of (?:that|it))"
    r"|(?:take|cross)\s+(?:that|it|this)(?: one| bit)?\s+(?:off|out)|(?:take|cross)\s+(?:off|out)\s+(?:that|it|this)"
    r"|where did (?:you|u) get (?:that|it|this)(?: from)?|nothing like me)"
    r"(?:\s+(?:at all|though|tho|mate|please|pls|actually))*\W*$",
    re.IGNORECASE,
)
_MAY_BE_ASKED = frozenset((None, "interests", "hopes", "hard", "times", "place"))
"""Elsewhere "that's not me" answers the question."""


_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n")
_FEW = r"[\w'&-]+(?: [\w'&-]+){0,3}?"
_SWAPS = (
    re.compile(
        rf"{_PLEASE}(?:change|swap|switch|replace)\s+(?:the |my )?(?P<old>{_FEW})\s+"
        rf"(?:to|for|with|into)\s+(?P<new>{_FEW})\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_PLEASE}(?P<old>{_FEW})\s*\?[?!.]*\s*(?:but )?i (?:said|asked for|wanted|want|meant|told (?:you|u))\s+"
        rf"(?P<new>{_FEW})\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_PLEASE}(?:it'?s|its|it is|i (?:have|said|meant)|i'?ve got)\s+(?P<new>{_FEW})\s*[,;]?\s*(?:and )?not\s+"
        rf"(?P<old>{_FEW})\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_PLEASE}(?:i (?:said|meant)\s+)?not (?P<old>{_FEW})\s*[,.;]\s*(?:but |i (?:said|meant) )?"
        rf"(?P<new>{_FEW})\W*$",
        re.IGNORECASE,
    ),
)


class Swap(NamedTuple):
    """What was told no longer holds; what does, stands in its place."""

    old: str
    new: str


def swapped(text: str) -> Swap | None:
    """As in "change web design to graphic design" and "not web design, graphic design"."""
    found = next(filter(None, (shape.search(text) for shape in _SWAPS)), None)
    swap = Swap(found["old"], found["new"]) if found else None
    return swap if swap and all(listed_concepts(words, Scope.of(tokens(words))) for words in swap) else None


def taken_off(text: str, *, asked: bool = False) -> str | None:
    """What somebody says was misheard or no longer holds; with a question open only where it is said outright."""
    named = [found["a"] or "" for shape in _TAKEN_OFF for found in [shape.search(text)] if found]
    of_another = _OF_ANOTHER.match(text)
    named += [of_another["a"]] if of_another and _is_told_of_us(of_another["a"]) else []
    protest = (
        [found["a"] or "" for shape in _PROTESTS for found in [shape.search(text)] if found]
        if not asked or named
        else []
    )
    about = [words.strip() for words in (*named, *protest) if words.strip()]
    return next((words for words in about if not _IT.match(words)), None)


def _is_told_of_us(words: str) -> bool:
    named = listed_concepts(words, Scope.of(tokens(words)))
    return any(one.code.startswith(("health.", "interest.")) for one in named)


def told_beside(text: str) -> str:
    """The sentences that take nothing off: "I did not say dogs. Put my trade back: engineer"."""
    parts = (part.strip() for part in _SENTENCES.split(text))
    return " ".join(part for part in parts if part and not taken_off(part, asked=True) and not _NOT_ME.match(part))


def not_me(text: str, asked: str | None) -> bool:
    """Whether the whole message says that something is wrong about them, and not what: "that's not me"."""
    return asked in _MAY_BE_ASKED and _NOT_ME.match(text) is not None
