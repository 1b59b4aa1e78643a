"""Messages strung together from the word lists' own phrases, so that the network knows their words from the start."""

from __future__ import annotations

import random
from functools import lru_cache
from typing import Any

from knowledge.language.wording import worded
from knowledge.lexicon import NOTHING, entries

_MARKS = "<_^$="
_JOINED_BY = (", ", ", ", " and ", ". ", " n ", " but ", " also ", "; ", " - ")
_MOST = 5
_SIDED = {
    "interest": {
        "no": "not {}/no {}/no {} please/hate {}/cant stand {}/anything but {}/{} is not for me/{} no thanks/"
        "never doing {} again/not into {}/dont want {}/wouldnt do {}/not interested in {}/no more {}/{} bores me",
        "past": "used to do {}/did {} for years/{} years ago/{} before i got ill/gave up {}/my old job was {}/"
        "{} back home, long time ago/{} in my last life/retired from {}",
    },
    "health": {
        "no": "no {}/dont have {}/never had {}/not {}/i havent got {}/no {} here/tested for {}, its not that",
        "past": "had {} years ago, fine now/used to have {}/{} all gone now/over the {} now/{} as a child, not since",
    },
}
_OF_OTHERS = "my mate has {}/my brother is into {}/my ex did {}/the neighbour got {}/{} on the telly last night/his {}"
_SIDED_SHARE, _OTHERS_SHARE, _FEW = 0.35, 0.06, 2


def phrase_messages(chance: random.Random, count: int) -> list[dict[str, Any]]:
    """Rows with concepts alone, each of one to five phrases whose codes and places are known."""
    return [_message(chance) for _ in range(count)]


def _message(chance: random.Random) -> dict[str, Any]:
    text, concepts = "", []
    for label, phrase in chance.sample(_plain(), chance.randint(1, _MOST)):
        words = worded(phrase, chance)
        code, _, polarity = label.partition(" ")
        if words:
            around, side = _side(code, words, polarity, chance)
            text += chance.choice(_JOINED_BY) if text else ""
            start = len(text) + around.index("{}")
            text += around.format(words)
            if side:
                concepts.append({"code": code, "polarity": side, "start": start, "end": start + len(words)})
    return {"text": text or "hello", "concepts": concepts}


def _side(code: str, words: str, polarity: str, chance: random.Random) -> tuple[str, str]:
    """Words to put around a short phrase, and the polarity that it has among them; none for what is said of others."""
    sided = _SIDED.get(code.partition(".")[0])
    dice = chance.random()
    if sided is None or polarity or len(words.split()) > _FEW or dice > _SIDED_SHARE + _OTHERS_SHARE:
        return "{}", polarity or "yes"
    if dice > _SIDED_SHARE:
        return chance.choice(_OF_OTHERS.split("/")), ""
    side = chance.choice(("no", "no", "past"))
    return chance.choice(sided[side].split("/")), side


def short_words() -> list[tuple[str, str]]:
    """Each phrase that is plain words as it stands, with its code."""
    return [(label, phrase) for label, phrase in _plain() if " " not in label and phrase.replace(" ", "").isalpha()]


@lru_cache(maxsize=1)
def _plain() -> list[tuple[str, str]]:
    return [
        (label, phrase)
        for label, phrase in entries()
        if not label.startswith(NOTHING) and not any(mark in phrase for mark in _MARKS)
    ]
