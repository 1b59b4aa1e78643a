"""What is to stay out of words for a place: "no. leave out the lithium", "i take lithium dont tell them that"."""

from __future__ import annotations

import re

from knowledge.language.stems import stem

_NOT = r"(?:do not|don'?t|dont|dnt|never|pls don'?t|please don'?t|not to|u don'?t need to|no need to)"
_THEM = r"(?:them|her|him|em|anyone|anybody|the place|it)"
_LEAD = (
    r"^\W*(?:(?:no+|nah|nope|oh|ok|okay|yes|yeah|wait|sorry|stop|hang on|but|and|actually|please|pls|can you"
    r"|could you"
    r"|just|not that|send it|send)\b\W*)*"
)
_OUT = re.compile(
    rf"{_LEAD}(?:(?:leave|take|cut|keep|miss|get|edit|drop|skip)\s+out\b|(?:leave|take|cut"
    rf"|keep)\b(?=[^.!?]*\bout\b)|without"
    r"|delete|remove|drop|scrap|lose|cut|skip|except|minus|not(?= (?:the|that bit|my|about)\b)"
    rf"|{_NOT} (?:say|mention|put|include|send|pass on|write|tell {_THEM}))\s+"
    r"(?!(?:that|it|this|them|those)\b(?! (?:bit|part|word|line)))"
    r"(?P<part>.+?)(?:\s+out)?(?:\s+(?:please|pls|thanks|thank you|then|now|and send(?: it| the rest)?))*\W*$",
    re.IGNORECASE | re.DOTALL,
)
_SMALL = frozenset(
    "the a an that this it bit bits part thing stuff about of on my i im me word words line and or to is am was in say"
    " says saying said where which with for them her him all rest other one out please anything what".split()
)
_SECRET = re.compile(
    rf"(?:^|(?<=[\s,;-]))(?:but |and |so |just )*(?:please |pls )?{_NOT} (?:tell|say|mention|pass on|send|give"
    rf"|share|write|put"
    rf"|let)\b(?: (?:to )?{_THEM})?(?: know)?(?: about)? (?:that|this|it|dat|that bit|this bit"
    rf"|that part)\b(?! (?:i|i'?m|we|my|he|she|they|the|it|you)\b)(?: please| pls)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?;\n])\s+")
_LONGEST = 20


def part_left_out(text: str) -> str | None:
    """The words of what is to go, said of words that were shown; None where it names nothing: "leave it out"."""
    plain = text.strip().replace("\u2019", "'")
    found = _OUT.match(plain) if len(plain.split()) <= _LONGEST else None
    return found["part"] if found and _content(found["part"]) else None


def without_part(words: str, part: str) -> str:
    """The words less whatever of them names the part: a clause of a sentence, or the whole of it."""
    named = _content(part)
    if part.strip(" .!\"'").casefold() in words.casefold() and len(named) > 1:
        return _tidy(re.sub(re.escape(part.strip(" .!\"'")), "", words, flags=re.IGNORECASE))
    kept = [_clauses_without(one, named) for one in _SENTENCE.split(words.strip())]
    return " ".join(one for one in kept if one)


def without_secrets(words: str) -> str:
    """Less what the same breath says is not to be told: "off thurs fri. i take lithium dont tell them that"."""
    kept: list[str] = []
    for sentence in _SENTENCE.split(words.strip()):
        found = _SECRET.search(sentence)
        if found is None:
            kept.append(sentence)
            continue
        before = sentence[: found.start()].strip(" ,;-")
        if before:
            head, comma, _ = before.rpartition(",")
            kept += [head.strip()] if comma else []
        elif kept:
            kept.pop()
        rest = sentence[found.end() :].strip(" ,;-.")
        kept += [rest] if len(rest.split()) > 1 else []
    return " ".join(kept)


def _clauses_without(sentence: str, named: frozenset[str]) -> str:
    if not named & _content(sentence):
        return sentence
    clauses = [one for one in re.split(r",\s*|\s+(?:and|but)\s+", sentence) if not named & _content(one)]
    return _tidy(", ".join(clauses)) if clauses else ""


def _tidy(words: str) -> str:
    return re.sub(r"\s+([,.!?])", r"\1", " ".join(words.split())).strip(" ,;-")


def _content(words: str) -> frozenset[str]:
    return frozenset(stem(one) for one in re.findall(r"[a-z0-9']+", words.casefold()) if one not in _SMALL)
