"""Helpers: somebody who types for the person beside them, whose own affairs tell of nobody; and one's own carers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.understanding.model import Concept

_SERVED = r"(?:customer|client|patient|visitor|reader|borrower|service user|resident|tenant|neighbour|young person)"
_SOMEBODY = rf"(?:{_SERVED}|man|woman|lady|gentleman|gent|guy|bloke|lad|girl|person|fella|chap|mother|mum|father|dad)"
_DOING = r"(?:here |sat |sitting |just |currently |typing |writing |working |filling this in |doing this )*"
_WITH = re.compile(
    rf"\bi(?:'m|m| am)\s+{_DOING}(?:with|helping|beside|next to)\s+"
    rf"(?:an?|the|this|one of (?:our|my)|my(?= {_SERVED}))\s+(?:\w+ )?{_SOMEBODY}s?\b"
    r"(?:\s+(?:here|now|today|at the moment|who))*"
    rf"|\b(?:typing|writing|filling (?:this|it) in|doing this|asking|here)(?: this)? (?:for|with|on behalf of) "
    rf"(?:an?|my|this|the) (?:\w+ )?{_SOMEBODY}\b"
    rf"|\b(?:got|have|there is|there's) (?:an?|this) (?:\w+ )?{_SOMEBODY} "
    r"(?:here|with me|in front of me|beside me|next to me)\b"
    rf"|\bthis (?={_SOMEBODY} (?:here )?(?:wants?|needs?|is|has|likes?|would|can'?t|says?|used to|was)\b)"
    r"|\bi(?:'m|m| am) (?=(?:his|her|their) (?:\w+ )?(?:worker|carer|navigator|coach|adviser|nurse|keyworker)\b)",
    re.IGNORECASE,
)
"""Beside whom somebody types; what stands there tells nothing of anybody."""
_WORKER = (
    r"(?:librarian|navigator|(?:link|support|key|social|youth|outreach) ?worker|keyworker|volunteer|nurse|gp|doctor"
    r"|teacher|coach|advis[eo]r|manager|carer|neighbour|friend|receptionist|caseworker)"
)
_ONLY = r"(?:only|just)?\s*"
_OF_THEMSELVES = re.compile(
    rf"\bi(?:'m|m| am)\s+(?:an?|the|his|her|their)\s+(?:\w+ )?{_WORKER}\b"
    r"[^,.;!?]*?(?=$|[,.;!?]|\band (?:he|she|they)\b)"
    rf"|\b(?:his|her|their) (?:\w+ )?{_WORKER}\b"
    r"|\bi (?:work|volunteer|help out|help|run|manage)\b(?: \w+)? (?:at|for|in|with|here|the) ?"
    r"[^,.;!?]*?(?=$|[,.;!?]|\b(?:and|but) (?:he|she|they|this|i've|i have|got)\b)"
    rf"|\b(?:i|we)(?:'ve|ve| have)?\s+{_ONLY}(?:got|have)?\s*{_ONLY}(?:an?|a few|\w+) (?:minutes?|mins?)\b[^,.;!?]*"
    r"|\bi (?:think|guess|believe|reckon)\b(?= (?:he|she|they)\b)",
    re.IGNORECASE,
)


def about_them(text: str) -> str:
    """The text with blanks for what a helper says of themselves, each letter that is left in its place."""
    if not _WITH.search(text):
        return text
    return _OF_THEMSELVES.sub(_blank, _WITH.sub(_blank, text))


def only_of_helper(text: str) -> bool:
    """Whether a helper has told nothing yet of the person beside them: "I'm with a customer"."""
    left = about_them(text)
    return left != text and not re.search(r"\w", left)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


_CARING = "constraint.caring"
_BEING_ONE = re.compile(
    r"\b(?:i'?m|am|be|being|been|as|was|full[ -]time|unpaid|young|family)(?: (?:an?|the))?\s*$", re.IGNORECASE
)
_FOR_KIN = re.compile(
    r"\b(?:mum|mom|mother|dad|father|husband|wife|partner|son|daughter|brother|sister|nan|gran\w*|him|her|them)\b",
    re.IGNORECASE,
)


def without_own_carers(text: str, said: Sequence[Concept]) -> list[Concept]:
    """Who has carers coming cares for nobody by that: "I have a carer in the morning"."""
    return [one for one in said if one.code != _CARING or not _is_their_own(text, one)]


def _is_their_own(text: str, one: Concept) -> bool:
    bare = one.words.casefold() in ("carer", "carers", "my carer", "my carers", "a carer")
    return bare and not _BEING_ONE.search(text[: one.start]) and not _FOR_KIN.search(text)
