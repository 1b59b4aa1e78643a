"""A message beside the letter that is shown, part by part: what each part is, and what it wants changed."""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge.language.words import tokens
from knowledge.understanding.beside import of_the_person, roles, tidy
from knowledge.understanding.concepts import listed_concepts
from knowledge.understanding.edits import Edit, edit
from knowledge.understanding.for_us import without_ours
from knowledge.understanding.letter_questions import letter_question
from knowledge.understanding.letter_splitting import masked, parts, unmasked
from knowledge.understanding.letter_talk import ASKS, FACT, KEEP, LATER, NO, PLEASANTRY, REMARK, YES
from knowledge.understanding.letter_words import (
    ANEW,
    ASKED_OF_THEM,
    DENIED,
    FALSE,
    IN,
    INSTEAD,
    ONLY,
    OUT,
    RATHER_NOT,
    SAYS,
    UNDO,
    Kind,
)
from knowledge.understanding.names import told_name
from knowledge.understanding.put_in import without_ending
from knowledge.understanding.scope import Scope
from knowledge.understanding.sending import sends
from knowledge.understanding.unwanted import without_reason


class Said(NamedTuple):
    """``edit`` for what goes in, out or in another's place; ``of``: the words that a remark is about."""

    kind: Kind
    said: str
    edit: Edit | None = None
    of: str = ""


CHANGES: tuple[Kind, ...] = ("in", "out", "instead", "undo")


def read_beside_letter(text: str) -> list[Said]:
    """In the order said."""
    text = re.sub(r"[ \t]+", " ", text.strip().replace("’", "'"))
    called = told_name(text)
    if called:
        return [Said("instead", text, Edit(adds=True, words=called, of_name=True))]
    bare, quotes = masked(text)
    bare, ours = without_ours(bare)
    found: list[Said] = []
    for part in parts(bare):
        one = _read(part, found)
        if not (PLEASANTRY.match(one.said) or _is_said_again(one, found)):
            found.append(one)
    found += [Said("ours", one) for one in ours]
    return [_with_quotes(one, quotes) for one in found]


def read_of_helper(text: str) -> list[Said]:
    """As ``read_beside_letter`` where a helper writes: without what they say of themselves; "im the librarian, take
    that out" takes the librarian out.
    """
    named = next(iter(roles(text)), "")
    return [
        one._replace(kind="out", edit=one.edit._replace(words=named))
        if one.kind in ("out", "undo") and one.edit and named and _PRONOUN.match(one.edit.words or "that")
        else one
        for one in read_beside_letter(tidy(of_the_person(text)))
    ]


def is_of_the_letter(said: list[Said]) -> bool:
    """Whether it is the letter's own skill that answers: a change, a remark, a question about its words."""
    return any(
        one.kind in (*CHANGES, "remark", "ours") or (one.kind == "asks" and letter_question(one.said)) for one in said
    )


def may_go_in(one: Said) -> bool:
    """Whether words that ask for nothing may be meant for the letter: something told, and not a mere "hmm"."""
    return one.kind == "fact" or (one.kind == "other" and len(one.said.split()) > _FEW - 2)


def _read(part: str, before: list[Said]) -> Said:
    said = part.strip(" ,;")
    if (called := told_name(said)) is not None:
        return Said("instead", said, Edit(adds=True, words=called, of_name=True))
    if UNDO.match(said) and not before:
        return Said("undo", said, Edit(adds=False, words=""))
    if _NOT_COMING.match(said) and (said.casefold().lstrip(" no,").startswith("i") or _NOT.search(said)):
        return Said("out", said, Edit(adds=False, words="who comes"))
    one = _only(said) or _instead(said) or _whole(said) or _in(said) or _remark(said) or _change(said) or _beside(said)
    if one:
        return one
    last = next((one for one in reversed(before) if one.kind not in ("yes", "no", "keep")), None)
    if last is not None and last.kind == "in" and last.edit is not None and not last.edit.of_name:
        return Said("in", said, Edit(adds=True, words=without_ending(said)))
    kind: Kind = "fact" if FACT.match(said) else "other"
    return Said(kind, said, Edit(adds=True, words=without_ending(said), loosely=True))


def _instead(said: str) -> Said | None:
    """Something else is to stand there; the first word of the shapes that fit counts, since a text may hold others."""
    for shape in INSTEAD:
        found = shape.search(said)
        if found is None or _PRONOUN.match(_bare(found["old"])):
            continue
        old = _bare(found["old"])
        if _NAME.fullmatch(old):
            return Said("instead", said, Edit(adds=True, words=_bare(found["new"]), of_name=True))
        return Said("instead", said, Edit(adds=False, words=old, puts=_without_please(_dictated(found["new"]))))
    anew = ANEW.search(said)
    return Said("instead", said, Edit(adds=True, words=_dictated(anew["new"]), anew=True)) if anew else None


_NOT_COMING = re.compile(
    r"^\W*(?:(?:no|oh|actually|sorry|but|and)\W+)*(?:(?:s?he|they|nobody|no ?one)\s+(?:can'?t|cannot|can not"
    r"|won'?t|isn'?t|is not"
    r"|aren'?t|is|can|will|will not|doesn'?t|not)\s+(?:be |not )?(?:com(?:e|ing)|make it|mak(?:e|ing) it)|i(?:'?m"
    r"|'?ll| am| will)?\s+"
    r"(?:be |just )*com(?:e|ing) (?:alone|on my own|by myself))\b[\w ]{0,20}\W*$",
    re.IGNORECASE,
)
"""Somebody who was to come along does not."""


def _only(said: str) -> Said | None:
    found = next((one for shape in ONLY if (one := shape.search(said))), None)
    words = _bare(found["only"]) if found else ""
    if not words or _PRONOUN.match(words):
        return None
    return Said("out", said, Edit(adds=False, words=words, only=True))


def _whole(said: str) -> Said | None:
    kinds: tuple[tuple[Kind, re.Pattern[str]], ...] = (("no", NO), ("yes", YES), ("keep", KEEP))
    kind = "yes" if sends(said) else next((kind for kind, shape in kinds if shape.search(said)), None)
    return Said(kind, said) if kind else None


def _in(said: str) -> Said | None:
    asked = ASKED_OF_THEM.match(said)
    if asked is not None:
        return Said(
            "in",
            said,
            Edit(adds=True, words=f"please can you tell me {_dictated(asked['new']).rstrip('?')}?", line="own"),
        )
    found = IN.match(said)
    if found is None or _LEADS_ELSEWHERE.match(found["new"]):
        return None
    words = _dictated(found["new"])
    instead = _INSTEAD_AT_END.sub("", words)
    return Said("instead" if instead != words else "in", said, Edit(adds=True, words=instead, anew=instead != words))


def _remark(said: str) -> Said | None:
    for shape in REMARK:
        found = shape.search(said)
        if found is None:
            continue
        named = found.groupdict()
        of = named.get("line") or named.get("line2") or ""
        says = SAYS.match(said)
        if says and _LETTER.search(said[: says.start("old")]):
            of = says["old"]
        return Said("remark", said, of="" if _OF_ALL.match(of) else _bare(of))
    return None


def _change(said: str) -> Said | None:
    asks = ASKS.match(said) is not None
    rather = RATHER_NOT.search(said)
    if rather and not _PRONOUN.match(rather["old"]):
        return Said("out", said, Edit(adds=False, words=_bare(rather["old"])))
    if not (asks and said.endswith("?")) and (denied := _denied(said)):
        return denied
    wish = edit(_I_SAID.sub("", said)) if not (asks and said.endswith("?")) or "why" in said.casefold() else None
    says = SAYS.match(said)
    if wish and not wish.adds and _PRONOUN.match(wish.words):
        if says:
            wish = wish._replace(words=_bare(re.split(r"[.,;!?]\s", says["old"])[0]))
        elif wish.untrue:
            return Said("remark", said)
    if wish:
        wish = wish._replace(puts=_without_please(wish.puts))
        return Said("in" if wish.adds else "instead" if wish.puts else "out", said, wish)
    if asks and said.endswith("?"):
        return None
    return _out(said)


def _out(said: str) -> Said | None:
    says = SAYS.match(said)
    false = FALSE.search(says["old"]) if says else None
    if says and false:
        old = _bare(says["old"][: false.start()])
        return Said("out", said, Edit(adds=False, words=old, untrue=True)) if old else None
    for shape in OUT:
        found = shape.search(said)
        if found and not _PRONOUN.match(found["old"]):
            at = found.groupdict().get("at") or ""
            return Said("out", said, Edit(adds=False, words=_bare(without_reason(found["old"])), line=at))
    return None


def _denied(said: str) -> Said | None:
    """Something about them that does not hold; only of what a letter may name, or what is said to be no liking."""
    for shape in DENIED:
        found = shape.search(said)
        if found is None or _PRONOUN.match(found["old"]):
            continue
        words = _bare(re.split(r"[,;]", without_reason(found["old"]))[0])
        if found.groupdict().get("verb") or _nameable(words):
            return Said("out", said, Edit(adds=False, words=words, untrue=True, loosely=True))
    return None


def _nameable(words: str) -> bool:
    codes = [one.code for one in listed_concepts(words, Scope.of(tokens(words)))]
    return 0 < len(words.split()) <= _FEW and any(
        code.startswith(("interest.", "support.", "stage.")) for code in codes
    )


_FEW = 5


def _beside(said: str) -> Said | None:
    if LATER.search(said):
        return Said("later", said)
    if letter_question(said) or said.endswith("?") or ASKS.match(said):
        return Said("asks", said)
    says = SAYS.match(said)
    return Said("remark", said, of=_bare(says["old"])) if says and not FACT.match(said) else None


def _is_said_again(one: Said, before: list[Said]) -> bool:
    """Whether the same went out before in this message: "no job. i not want job", "i dont sew. take that out"."""
    if one.kind != "out" or one.edit is None:
        return False
    gone = [other.edit.words.casefold() for other in before if other.kind == "out" and other.edit]
    return bool(gone) and (one.edit.words.casefold() in gone or _PRONOUN.match(one.edit.words) is not None)


def _with_quotes(one: Said, quotes: list[str]) -> Said:
    if not quotes:
        return one
    wish = one.edit and one.edit._replace(words=unmasked(one.edit.words, quotes), puts=unmasked(one.edit.puts, quotes))
    return one._replace(said=unmasked(one.said, quotes), edit=wish, of=unmasked(one.of, quotes))


def _bare(words: str) -> str:
    return words.strip(" .!?,;:-")


def _dictated(words: str) -> str:
    bare = without_ending(words).strip(" ,;:")
    return f"{bare}?" if ASKS.match(bare) and bare[-1:].isalnum() else bare


_PRONOUN = re.compile(
    r"^\W*(?:that|it|this|those|them|these|him|her|us|me|you|u|there|anything|everything(?: (?:except|but)\b.*)?"
    r"|all|(?:the )?letter)"
    r"(?:\s+(?:bit|line|part|one|word|thing|all|like that|either|at all|now))*\W*$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"^\W*(?:that'?s?|it'?s?|this|me|my words|the (?:letter|wording|english|grammar|spelling)"
    r"|(?:the )?whole thing|all)\b",
    re.IGNORECASE,
)
"""What is meant of the letter as a whole."""
_LETTER = re.compile(r"\b(?:it|letter|line)\b", re.IGNORECASE)
_PLEASE = re.compile(
    r"(?:[\s,]+(?:please|pls|plz|really|actually|though|tho|mate|lol|ta|thanks"
    r"|after all))+\W*$",
    re.IGNORECASE,
)


def _without_please(words: str) -> str:
    return _PLEASE.sub("", words)


_INSTEAD_AT_END = re.compile(r"[\s,]+instead\W*$", re.IGNORECASE)
_NOT = re.compile(r"\b(?:nobody|no ?one|not|cannot|cant|wont|isnt|arent|doesnt)\b|n't\b", re.IGNORECASE)
_NAME = re.compile(r"(?:the |my )?name(?: (?:line|bit))?", re.IGNORECASE)
_LEADS_ELSEWHERE = re.compile(
    r"^(?:it|that|this)\b(?! (?:is|was|would)\b)|^(?:hello|hi|thanks?|thank you|yes|no|so)\W*$"
    r"|^me\b(?!\s+(?:and|an|n|&)\b)",
    re.IGNORECASE,
)
_I_SAID = re.compile(r"^\W*(?:(?:but|no|cos)\s+)*i (?:said|meant|mean|told you)\s+(?=[\w' ]+,?\s+not\s)", re.IGNORECASE)
