"""What somebody asks of the work they have: "can i get a different chair", "if they moved me off nights"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from knowledge.understanding.work_changes import ALONGSIDE, EMPLOYER, HINTING, LESS, PLAIN, SOMEBODY, A

Kind = Literal["plain", "hinting"]


class AskedOfWork(NamedTuple):
    """``reads``: as it stands in a list of what would help; ``said``: their words for it."""

    kind: Kind
    reads: str
    said: str


_WHO = rf"(?:i|we|they|he|she|{SOMEBODY}|{EMPLOYER})"
_ASKS = re.compile(
    rf"\b(?:(?:can|could|may|might) {_WHO}|needs?|want(?:s|ed)?(?: to)?|wanna|(?:would|'?d|id) (?:like|love)"
    r"|wish(?:es|ed)?|hop(?:e|es|ing)|ask(?:s|ed|ing)?|lets?|letting|allow(?:s|ed)?|gives?|giving"
    rf"|(?:any|some|no|a) (?:way|chance)|look(?:ing)? for|helps?|if {_WHO}|maybe|perhaps|should|prefer"
    r"|request(?:ed|ing)?|pushing for|know how|how (?:do|can|would|could|shall) i)\b",
    re.IGNORECASE,
)
"""How anything is asked for; what is asked comes behind it in the sentence."""
_ASKED_BEHIND = re.compile(
    r"\bwould (?:help|be (?:good|great|better|easier|ideal))\b|\bbe (?:allowed|possible)\b", re.IGNORECASE
)
_DENIED = re.compile(
    r"(?:\b(?:not|dont|never|without|stop|avoid|instead of|rather than|hate|cannot|cant|no more)|n't)\b"
    r"(?: \w+){0,2} ?$",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    rf"\bask(?:s|ed|ing)?\s+(?:{EMPLOYER}|them|him|her)\s+(?:for|about)\s+(?P<what>[^.;?!,\n]+)"
    rf"|\b(?:get|have|ask for|need|want|use)\s+(?P<here>{A} [^.;?!,\n]{{2,40}}?)\s+at work\b",
    re.IGNORECASE,
)
"""What is plainly asked of work, whatever it is; so it may hint at health."""
_ENDS = re.compile(r"\s+(?:and|but|or|because|cos|coz|so|if|when|as|since|for my|with my|due to)\s+.*$", re.IGNORECASE)
_SHAPES: tuple[tuple[Kind, str, re.Pattern[str]], ...] = (
    *(("plain", name, re.compile(rf"\b(?:{shape})", re.IGNORECASE)) for name, shape in PLAIN.items()),
    *(("hinting", name, re.compile(rf"\b(?:{shape})", re.IGNORECASE)) for name, shape in HINTING.items()),
)
_SENTENCE = re.compile(r"[^.;?!\n]+")
_MOST_WORDS = 7


def asked_of_work(text: str) -> list[AskedOfWork]:
    """Each thing once, in the order asked. Whether they have work at all is for the caller to know."""
    found = [
        one
        for sentence in _SENTENCE.findall(text.replace("’", "'"))
        if (start := _asked_from(sentence)) is not None
        for one in _in_order(sentence, start)
    ]
    return list({one.reads.casefold(): one for one in found}.values())


def _asked_from(sentence: str) -> int | None:
    """Where in the sentence what is asked may begin; None where nothing is."""
    if _ASKED_BEHIND.search(sentence) or _is_list(sentence):
        return 0
    return next((one.start() for one in _ASKS.finditer(sentence) if not _DENIED.search(sentence[: one.start()])), None)


def _is_list(sentence: str) -> bool:
    """Whether it names such things and nothing else: "fewer hours and a better chair please"."""
    left = sentence
    for _, _, shape in _SHAPES:
        left = shape.sub(" ", left)
    return left != sentence and _BESIDE_A_LIST.fullmatch(left) is not None


_BESIDE_A_LIST = re.compile(
    r"(?:\s|,|\b(?:and|or|n|plus|maybe|perhaps|also|just|please|pls|plz|really|mainly|mostly|like|at work|in work|too"
    r"|(?:for|with) (?:my|the) [\w']+)\b)*",
    re.IGNORECASE,
)


def _in_order(sentence: str, start: int) -> Iterator[AskedOfWork]:
    """The things of one sentence; of two that share words the one that begins first, then what has a shape of ours."""
    found = [
        (one.start(), one.end(), kind, name, one.group())
        for kind, name, shape in _SHAPES
        for one in shape.finditer(sentence, start)
    ]
    for one in _UNKNOWN.finditer(sentence):
        at, bare = one.start(str(one.lastgroup)), _ENDS.sub("", one[str(one.lastgroup)]).strip()
        if 0 < len(bare.split()) <= _MOST_WORDS:
            found.append((at, at + len(bare), "hinting", "", bare))
    end = 0
    for begins, ends, kind, name, words in sorted(found, key=lambda one: (one[0], not one[3], -one[1])):
        if (
            begins >= end
            and not _DENIED.search(sentence[start:begins])
            and not _is_done_to_them(sentence[:begins], name)
        ):
            end = ends
            yield AskedOfWork(kind, _as_listed(name, words), words)
            for beside in _alongside(sentence, end, [(one[0], one[1]) for one in found]):
                yield AskedOfWork("hinting", _as_listed("", beside), beside)


_DONE_TO_THEM = re.compile(
    rf"(?P<asks>\b(?:if|whether|can|could|would|will|hop\w+|wish\w*|maybe)\s+)?\b(?:{EMPLOYER}|he|she|they|dem|who|it)"
    r"(?:\s+(?:(?:he|she|they|dem|just|jus|only|also|already|now|then|again|even|has|have|had|is|are|was|were|will|did"
    r"|does|do|may|might|a|don|done|go|keeps?|kept|said|says?|suddenly|(?P<may>can|could|would)|gonna"
    r"|(?:wants?|wanted|wan|needs?|needed|going|try|tr\w+|decid\w+|threat\w+|have|had|allowed|able)"
    r" to)\b|'ll|'s|'ve|'re))*"
    r"\s+(?:(?:give|gives|gave|giving|given|put|puts|left|push|pushed|move|moved|drop|dropped|offered) me\s+"
    r"(?:(?:on|onto|with|to|only|just|down|down to)\s+)*)?$",
    re.IGNORECASE,
)
_ONLY_DONE = ("cut", "less", "move")
"""What is hardly asked for in a question: "can he cut my hours" fears it."""


def _is_done_to_them(before: str, name: str) -> bool:
    """Whether those they work for did a thing, or may do it: "my manager he cut my hours" wishes for none of that."""
    found = _DONE_TO_THEM.search(before)
    return found is not None and not (found["asks"] and (found["may"] or name not in _ONLY_DONE))


def _alongside(sentence: str, end: int, known: list[tuple[int, int]]) -> Iterator[str]:
    """Further things of the same list that no shape of ours knows."""
    while (more := ALONGSIDE.match(sentence, end)) is not None:
        start, end = more.span("more")
        if any(begin < end and start < to for begin, to in known):
            return
        yield more["more"].strip()


def _as_listed(name: str, words: str) -> str:
    """As it stands behind "at work i would like": "fewer hours", "to come off nights", "a different chair"."""
    said = LESS.sub("fewer", words)
    said = said[:1].lower() + said[1:] if said[1:2].islower() or said[1:2] == " " else said
    if name == "off":
        return f"to come {said}"
    if name == "to":
        return _MOVED.sub(lambda moved: f"to {_infinitive(moved['verb'])}", said)
    if name == "talk":
        return said if _HELP.match(said) else f"help with {_gerund(_HOW_TO.sub('', said))}"
    if name == "speak":
        return re.sub(r"\b(?:her|him|them)\b", "my work", said)
    if name == "stop":
        return re.sub(r"^\w+(?: do)? (?:(?:the|all the|any) )?", "no ", said)
    if name == "beside":
        return re.sub(rf"^({SOMEBODY}) (?=come|go|sit|be)", r"\1 to ", said, flags=re.IGNORECASE)
    return f"to {_infinitive(said)}" if name in _VERBS or _DOES.match(said) else said


def _infinitive(said: str) -> str:
    first, space, rest = said.partition(" ")
    return f"{_BASE.get(first.casefold(), first)}{space}{rest}"


def _gerund(said: str) -> str:
    first, space, rest = said.partition(" ")
    return f"{first.removesuffix('e').removesuffix('ing')}ing{space}{rest}"


_VERBS = ("cut", "less", "when", "home", "move")
_MOVED = re.compile(r"^(?P<verb>\w+)(?: me| over| back)*", re.IGNORECASE)
_HELP = re.compile(rf"(?:help|support|{SOMEBODY}|a |advice|confidence)", re.IGNORECASE)
_HOW_TO = re.compile(r"^how (?:to |do i |can i |would i |i )+", re.IGNORECASE)
_DOES = re.compile(r"(?:go|come|get|ease|start|sit|lie)(?:ing)? ", re.IGNORECASE)
_BASE = {
    "cutting": "cut", "dropping": "drop", "getting": "get", "reducing": "reduce", "leaving": "leave", "coming": "come",
    "going": "go", "starting": "start", "finishing": "finish", "working": "work", "doing": "do", "being": "be",
    "sitting": "sit", "lying": "lie", "easing": "ease", "beginning": "begin", "moved": "move", "moving": "move",
    "swapped": "swap", "swapping": "swap", "changed": "change", "changing": "change", "switched": "switch",
}  # fmt: skip
