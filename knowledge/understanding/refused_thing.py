"""What is turned down of a place that was shown, in words that tell of no liking: "not a kitchen full of people",
"mucking out goats, with my hands? you must be joking".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.understanding.model import Concept
from knowledge.understanding.question_form import asks, pieces

Span = tuple[int, int]
_NOT_A_THING = (
    r"(?!(?:sure|yet|now|today|tonight|tomorrow|really|much|for|me|bad|good|well|that|this|it|one|too|so|thanks|thank"
    r"|problem|idea|way|worries|point|doubt|i|you|they|he|she|we|us|to|at|on|in|if|as|like|only|just|all|always|many"
    r"|more than|less|even|matter|longer|because|what|when|where|who|everyone|everybody|enough|a (?:lot|bit|problem"
    r"|clue|chance|good|fan)|far|long|sorry|yes|please|money|car|phone|fixed|able|allowed|ready|happy|well)\b)"
)
_FRAGMENT = re.compile(
    r"(?:^|(?<=[.!?;,\n]))\s*(?:(?:oh|no|nah|nope|sorry|please|god|well|ok|but|and)\W+)*"
    rf"\b(?:not|no)\s+(?:more\s+|another\s+)?{_NOT_A_THING}(?P<what>[\w'’-]+(?:\s+[\w'’-]+){{0,7}}?)\s*(?=[.!?;,\n]|$)",
    re.IGNORECASE,
)
_SCORNS = re.compile(
    r"\b(?:(?:you|u|ya)(?:'?re| are| r)?\s+(?:must be |having |surely )?(?:joking|kidding|(?:a )?laugh\w*|giraffe"
    r"|taking the (?:piss|mick|mickey))|(?:must be|is (?:this|that)) a joke|seriously|honestly\s*\?|do me a favour"
    r"|give over|pull the other|come off it|as if\b|i (?:said|told (?:you|u|ya)|asked for)"
    r"|what do (?:you|u) take me for"
    r"|with my (?:\w+ )?(?:hands?|back|knees?|hips?|legs?|lungs?|chest|shoulders?|heart|eyes|feet|degree|years)"
    r"|at my age|after (?:\w+[ -]?){1,3}years|is that (?:it|all|what)|insult\w*|really\s*\?+)",
    re.IGNORECASE,
)
_WANTS_ME_TO = re.compile(
    r"^\W*(?:(?:so|and|what|oh|really|honestly)\W+)*(?:(?:do|did|are) )?(?:you|u)"
    r" (?:really |honestly |seriously |just )*(?:want|expect|wanted|expecting|think|reckon)"
    r"\s+(?:me to|i'?d|i would|i should|i could|i'?ll|i want to)\s+",
    re.IGNORECASE,
)
_PLEASED = re.compile(
    r"\b(?:love|lovely|nice|great|brilliant|perfect|good idea|fun|yes please|(?<!not )interested)\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"^\W*(?:(?:ok|and|but|so|well|oh|seriously|really|honestly)\W+)*(?:is|are|was|do|does|did|can|could|will|would"
    r"|should|shall|has|have|may|might|what|where|when|who|how|which|why|any\w*|some\w*|maybe|or|a visit|i|i'?m|you"
    r"|they|we|he|she|it)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


def scorned(text: str) -> list[Span]:
    """Where things stand that are thrown back at us as a question that asks nothing, with scorn beside them."""
    plain = text.replace("’", "'")
    if _PLEASED.search(plain):
        return []
    found = list(_thrown_back(plain))
    return [span for span, sure in found if sure or _SCORNS.search(plain)]


def _thrown_back(text: str) -> Iterator[tuple[Span, bool]]:
    for one in _SENTENCE.finditer(text):
        words = one.group()
        if not words.rstrip().endswith("?"):
            continue
        if found := _WANTS_ME_TO.match(words):
            yield (one.start() + found.end(), one.end()), True
        elif not _ASKS.match(words) and not _asks_plainly(words) and len(words.split()) > 1:
            yield one.span(), False


def _asks_plainly(words: str) -> bool:
    return _TELLS.search(words) is not None or any(asks(one.text, marked=False) for one in pieces(words))


_TELLS = re.compile(r"\b(?:tell|show) me\b|\bi (?:said|told|want|mean|meant|asked)\b", re.IGNORECASE)


def refused(text: str) -> list[Span]:
    """Where things stand that are turned down in a fragment by itself; whether a place is meant is for the caller. What
    is looked for without something is no refusal: "is there anything with sites, but not lifting".
    """
    plain = text.replace("’", "'")
    fragments = (found.span("what") for found in _FRAGMENT.finditer(plain))
    wished = [one.span() for one in _SENTENCE.finditer(plain) if asks(one.group().strip())]
    return [*(span for span in fragments if not any(a <= span[0] < b for a, b in wished)), *scorned(text)]


_BELITTLES = re.compile(
    r"(?<!\bis )(?<!\bwas )\b(?:that|this|it)(?:'?s| is| was)?\s+(?:just |only |all |really |more )*"
    r"(?:an? |for (?:the )?|the )?(?:trainees?|beginners?'?|kids?'?|child(?:ren)?'?s?|youngsters?|school ?leavers?"
    r"|young (?:man|men|people|lads?)'?s?"
    r"|learners?|starters?|apprentices?|basics?|entry[- ]level|students?|pensioners?)\b(?:'s)?"
    r"(?:\s+(?:thing|stuff|job|place|course|scheme|game|lark|level|work))?\W*(?:$|[.,;!\n])",
    re.IGNORECASE,
)


def belittles(text: str) -> bool:
    """Whether the place that is spoken of is found to be beneath them: "that's a trainee thing"."""
    return _BELITTLES.search(text.replace("’", "'")) is not None


def without_scorned(text: str, said: Sequence[Concept]) -> list[Concept]:
    """Nobody likes, or knows, what they throw back with scorn."""
    spans = scorned(text)
    return [one for one in said if not (one.code.startswith("interest.") and _within(one, spans))]


def _within(one: Concept, spans: Sequence[Span]) -> bool:
    return any(a <= one.start and one.end <= b for a, b in spans)
