"""One part of a message beside the letter that asks for a change: in, out, in another's place, or only what stays."""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge.language.words import tokens
from knowledge.understanding.concepts import listed_concepts
from knowledge.understanding.edits import Edit, edit
from knowledge.understanding.letter_order import moved
from knowledge.understanding.letter_talk import ASKS
from knowledge.understanding.letter_words import (
    ANEW,
    ASKED_OF_THEM,
    DENIED,
    FALSE,
    IN,
    INSTEAD,
    LINE,
    ONLY,
    OUT,
    RATHER_NOT,
    SAYS,
    Kind,
)
from knowledge.understanding.put_back import put_back
from knowledge.understanding.put_in import without_ending
from knowledge.understanding.scope import Scope
from knowledge.understanding.unwanted import without_reason


class Said(NamedTuple):
    """``edit`` for what goes in, out or in another's place; ``of``: the words that a remark is about."""

    kind: Kind
    said: str
    edit: Edit | None = None
    of: str = ""


CHANGES: tuple[Kind, ...] = ("in", "out", "instead", "undo")


def instead(said: str) -> Said | None:
    """Something else is to stand there; the first word of the shapes that fit counts, since a text may hold others."""
    for shape in INSTEAD:
        found = shape.search(said)
        if found is None or PRONOUN.match(bare(found["old"])) or _NO_MORE.match(bare(found["new"])):
            continue
        old = bare(found["old"])
        if old.casefold() in _WHO_WISHES:
            continue
        if _NAME.fullmatch(old):
            return Said("instead", said, Edit(adds=True, words=bare(found["new"]), of_name=True))
        return Said("instead", said, Edit(adds=False, words=old, puts=_without_please(_dictated(found["new"]))))
    anew = ANEW.search(said)
    return Said("instead", said, Edit(adds=True, words=_dictated(anew["new"]), anew=True)) if anew else None


def only(said: str) -> Said | None:
    found = next((one for shape in ONLY if (one := shape.search(said))), None)
    words = bare(found["only"]) if found else ""
    if not words or PRONOUN.match(words):
        return None
    return Said("out", said, Edit(adds=False, words=words, only=True))


def placed(said: str) -> Said | None:
    """What stands in the letter, and is to stand first or last."""
    found = moved(said)
    if found is None:
        return None
    words, where = found
    return Said("instead", said, Edit(adds=True, words=words, at=where))


def back(said: str) -> Said | None:
    """What stood there before, or may: "put baking back in, I could bring a cake"."""
    found = put_back(said)
    if found is None or PRONOUN.match(found[0]):
        return None
    words, more = found
    if more:
        return Said("in", said, Edit(adds=True, words=f"{words}. {more}"))
    return Said("in", said, Edit(adds=True, words=_dictated(_without_please(words)), back=True))


def put_in(said: str) -> Said | None:
    asked = ASKED_OF_THEM.match(said)
    if asked is not None:
        return Said(
            "in",
            said,
            Edit(adds=True, words=f"please can you tell me {_dictated(asked['new']).rstrip(' .?!')}?", line="own"),
        )
    found = IN.match(said)
    if found is None or _LEADS_ELSEWHERE.match(found["new"]):
        return None
    words = _dictated(found["new"])
    instead = _INSTEAD_AT_END.sub("", words)
    return Said("instead" if instead != words else "in", said, Edit(adds=True, words=instead, anew=instead != words))


def changed(said: str) -> Said | None:
    asks = ASKS.match(said) is not None
    rather = RATHER_NOT.search(said)
    if rather and not PRONOUN.match(rather["old"]):
        return Said("out", said, Edit(adds=False, words=bare(rather["old"])))
    if not (asks and said.endswith("?")) and (denied := _denied(said)):
        return denied
    wish = edit(_I_SAID.sub("", said)) if not (asks and said.endswith("?")) or "why" in said.casefold() else None
    says = SAYS.match(said)
    if wish and not wish.adds and PRONOUN.match(wish.words):
        if says:
            wish = wish._replace(words=bare(re.split(r"[.,;!?]\s", says["old"])[0]))
        elif wish.untrue:
            return Said("remark", said)
        elif before := _pointed_at(said):
            wish = wish._replace(words=before, pointed=True)
    if wish:
        wish = wish._replace(puts=_without_please(wish.puts))
        return Said("in" if wish.adds else "instead" if wish.puts else "out", said, wish)
    if asks and said.endswith("?"):
        return None
    return _out(said)


_WHO_WISHES = frozenset("i we he she they you u".split())
"""Of "i want to be useful" nothing stands for "i"."""
_NO_MORE = re.compile(r"(?:and\s+)?(?:not|no|nah|nuh|neither)\s", re.IGNORECASE)
"""Of "not hair, not beauty" the one does not take the other's place."""


_THAT_OUT = re.compile(
    r"[\s,.;!?-]*\b(?:(?:so|and|then|please|pls|just|can you|could you|now)\s+)*"
    r"(?:take|leave|cut|get|remove|delete|scrap|rub|lose|bin)\b[^.!?]*$",
    re.IGNORECASE,
)


def _pointed_at(said: str) -> str:
    """What stood before "take that line out" says which line is meant: "my husband is dead"."""
    found = _THAT_OUT.search(said)
    return bare(said[: found.start()]) if found else ""


def _out(said: str) -> Said | None:
    says = SAYS.match(said)
    false = FALSE.search(says["old"]) if says else None
    if says and false:
        old = bare(says["old"][: false.start()])
        return Said("out", said, Edit(adds=False, words=old, untrue=True)) if old else None
    for shape in OUT:
        found = shape.search(said)
        if found and not PRONOUN.match(found["old"]):
            at = found.groupdict().get("at") or ""
            return Said("out", said, Edit(adds=False, words=bare(without_reason(found["old"])), line=at))
    return None


def _denied(said: str) -> Said | None:
    """Something about them that does not hold; only of what a letter may name, or what is said to be no liking."""
    for shape in DENIED:
        found = shape.search(said)
        if found is None or PRONOUN.match(found["old"]):
            continue
        words = bare(re.split(r"[,;]", without_reason(found["old"]))[0])
        if found.groupdict().get("verb") or _nameable(words):
            return Said("out", said, Edit(adds=False, words=words, untrue=True, loosely=True))
    return None


def _nameable(words: str) -> bool:
    codes = [one.code for one in listed_concepts(words, Scope.of(tokens(words)))]
    return 0 < len(words.split()) <= _FEW and any(
        code.startswith(("interest.", "support.", "stage.")) for code in codes
    )


_FEW = 5


def bare(words: str) -> str:
    return words.strip(" .!?,;:-")


def _dictated(words: str) -> str:
    bare = _CLEFT.sub(r"\g<who> \g<what>", without_ending(words).strip(" ,;:"))
    asks = (
        (ASKS.match(bare) or _ASKS_SOMEBODY.match(bare)) and bare[-1:].isalnum() and not _NAMES_A_LINE.fullmatch(bare)
    )
    return f"{bare}?" if asks else bare


_ASKS_SOMEBODY = re.compile(
    r"^(?:and |so )?(?:please )?(?:can|could|would|will|may|might|is|does)\s+"
    r"(?:some(?:body|one)|any(?:body|one)|one of (?:you|them)|you|there)\b",
    re.IGNORECASE,
)
"""A question to the place: "could somebody meet me"."""
_NAMES_A_LINE = re.compile(LINE, re.IGNORECASE)


_CLEFT = re.compile(
    r"^(?:it'?s|is)\s+(?P<what>(?!(?:there|it|that|this|the|they|he|she|my|your|a|an)\b)[^,.;!?]+?)\s+(?:that\s+|what\s+)?"
    r"(?P<who>(?:i|me) (?:used to|did|do|love|like|miss|enjoy|always)\b[^,.;!?]*)",
    re.IGNORECASE,
)
"""As in "is callaloo i used to grow"."""
PRONOUN = re.compile(
    r"^\W*(?:that|it|this|those|them|these|him|her|us|me|you|u|there|anything|everything(?: (?:except|but)\b.*)?"
    r"|all|(?:the )?letter)"
    r"(?:\s+(?:bit|line|part|one|word|thing|all|like that|either|at all|now))*\W*$",
    re.IGNORECASE,
)


_PLEASE = re.compile(
    r"(?:[\s,]+(?:please|pls|plz|really|actually|though|tho|mate|lol|ta|thanks"
    r"|after all))+\W*$",
    re.IGNORECASE,
)


def _without_please(words: str) -> str:
    return _PLEASE.sub("", words)


_INSTEAD_AT_END = re.compile(r"[\s,]+instead\W*$", re.IGNORECASE)


_NAME = re.compile(r"(?:the |my )?name(?: (?:line|bit))?", re.IGNORECASE)


_LEADS_ELSEWHERE = re.compile(
    r"^(?:it|that|this)\b(?! (?:is|was|would)\b)|^(?:hello|hi|thanks?|thank you|yes|no|so)\W*$"
    r"|^me\b(?!\s+(?:and|an|n|&)\b)",
    re.IGNORECASE,
)


_I_SAID = re.compile(r"^\W*(?:(?:but|no|cos)\s+)*i (?:said|meant|mean|told you)\s+(?=[\w' ]+,?\s+not\s)", re.IGNORECASE)
