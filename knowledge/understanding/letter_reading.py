"""A message beside the letter that is shown, part by part: what each part is, and what it wants changed."""

from __future__ import annotations

import re

from knowledge.understanding.beside import of_the_person, roles, tidy
from knowledge.understanding.edits import Edit
from knowledge.understanding.for_us import without_ours
from knowledge.understanding.letter_changes import (
    CHANGES,
    PRONOUN,
    Said,
    back,
    bare,
    changed,
    instead,
    only,
    placed,
    put_in,
)
from knowledge.understanding.letter_questions import letter_question
from knowledge.understanding.letter_said_anew import said_in_one
from knowledge.understanding.letter_splitting import QUOTED_WORD, masked, parts, unmasked
from knowledge.understanding.letter_talk import ASKS, FACT, KEEP, LATER, NO, PLEASANTRY, REMARK, YES
from knowledge.understanding.letter_words import (
    FALSE,
    SAYS,
    UNDO,
    Kind,
)
from knowledge.understanding.names import told_name
from knowledge.understanding.parts_said import names_a_part, put_right
from knowledge.understanding.put_in import without_ending
from knowledge.understanding.sending import sends


def read_beside_letter(text: str) -> list[Said]:
    """In the order said."""
    text = re.sub(r"[ \t]+", " ", text.strip().replace("’", "'"))
    called = told_name(text)
    if called:
        return [Said("instead", text, Edit(adds=True, words=called, of_name=True))]
    bare, quotes = masked(text)
    bare = said_in_one(_said_there_and_out(bare))
    bare, ours = without_ours(bare)
    found: list[Said] = []
    times = "" if quotes else put_right(bare)
    for part in parts(_NOT_AND_NOT.sub(r"\g<one>. ", bare)):
        of_times = times and names_a_part(part)
        if of_times and any(one.edit and one.edit.line == "times" for one in found):
            continue
        one = Said("instead", part, Edit(adds=True, words=times, line="times")) if of_times else _read(part, found)
        if not (PLEASANTRY.match(one.said) or _is_said_again(one, found)):
            found.append(one)
    found += [Said("ours", one) for one in ours]
    return [_with_quotes(one, quotes) for one in found]


def _said_there_and_out(text: str) -> str:
    """Of "it says X, no, he did that. Take out" only what goes; what they quote is all that is meant."""
    says, out = SAYS.match(text), _OUT_AT_END.search(text)
    if not says or not out or "?" in text:
        return text
    old = says["old"][: max(0, out.start() - says.start("old"))]
    quoted = QUOTED_WORD.findall(old)
    meant = quoted[0] if len(quoted) == 1 else re.split(r"[.,;!?]", old)[0].strip()
    return text if not meant or PRONOUN.match(meant) or FALSE.search(old) else f"take out {meant}."


_OUT_AT_END = re.compile(
    r"(?:(?<=[.!;,\n])\s*)(?:(?:so|and|then|please|pls|just|can you|you can)\s+)*"
    r"(?:(?:take|tek|tak|leave|cut)\s+(?:(?:it|that|dat|this|them|dem)\s+)?(?:out|off)"
    r"|(?:remove|delete|scrap)(?:\s+(?:it|that|dat|this|them|dem))?)"
    r"(?:\s+(?:please|pls|then|now))*\W*$",
    re.IGNORECASE,
)
_NOT_AND_NOT = re.compile(
    r"\b(?P<one>not (?:the |my )?[\w'-]+),\s*(?:and |or )?(?=(?:not|no) (?:the |my )?[\w'-]+\W*$)", re.IGNORECASE
)


def read_of_helper(text: str) -> list[Said]:
    """As ``read_beside_letter`` where a helper writes: without what they say of themselves; "im the librarian, take
    that out" takes the librarian out.
    """
    named = next(iter(roles(text)), "")
    return [
        one._replace(kind="out", edit=one.edit._replace(words=named))
        if one.kind in ("out", "undo") and one.edit and named and PRONOUN.match(one.edit.words or "that")
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
    return one.kind == "fact" or (one.kind == "other" and len(one.said.split()) > _A_FEW)


_A_FEW = 3


def _read(part: str, before: list[Said]) -> Said:
    said = part.strip(" ,;")
    if (called := told_name(said)) is not None:
        return Said("instead", said, Edit(adds=True, words=called, of_name=True))
    if UNDO.match(said) and not before:
        return Said("undo", said, Edit(adds=False, words=""))
    if _NOT_COMING.match(said) and (said.casefold().lstrip(" no,").startswith("i") or _NOT.search(said)):
        return Said("out", said, Edit(adds=False, words="who comes"))
    if _WRITES_IT.match(said):
        return Said("remark", said)
    if LATER.search(said) and _WAITS.match(said):
        return Said("later", said)
    one = (
        placed(said)
        or only(said)
        or back(said)
        or instead(said)
        or _whole(said)
        or put_in(said)
        or _remark(said)
        or changed(said)
        or _beside(said)
    )
    if one:
        return one
    last = next((one for one in reversed(before) if one.kind not in ("yes", "no", "keep")), None)
    if last is not None and last.kind == "in" and last.edit is not None and not last.edit.of_name:
        return Said("in", said, Edit(adds=True, words=without_ending(said)))
    kind: Kind = "fact" if FACT.match(said) else "other"
    return Said(kind, said, Edit(adds=True, words=without_ending(said), loosely=True))


_NOT_COMING = re.compile(
    r"^\W*(?:(?:no|oh|actually|sorry|but|and)\W+)*(?:(?:s?he|they|nobody|no ?one)\s+(?:can'?t|cannot|can not"
    r"|won'?t|isn'?t|is not"
    r"|aren'?t|is|can|will|will not|doesn'?t|not)\s+(?:be |not )?(?:com(?:e|ing)|make it|mak(?:e|ing) it)|i(?:'?m"
    r"|'?ll| am| will)?\s+"
    r"(?:be |just )*com(?:e|ing) (?:alone|on my own|by myself))\b[\w ]{0,20}\W*$",
    re.IGNORECASE,
)
"""Somebody who was to come along does not."""


_WRITES_IT = re.compile(
    r"^\W*(?:(?:no|ok|okay|please|pls|actually|so|and|but)\W+)*(?:(?:can|may|could) i|let me|lemme|mek mi"
    r"|(?:i|mi)(?:'?d| would| will|'?ll)?(?:\s+(?:want|wan|wish|prefer|need|like|rather|should like))?"
    r"(?:\s+(?:to|fi))?)\s+"
    r"(?:just\s+)?(?:re-?)?(?:write|word|phrase|say|type|put|do)\s+"
    r"(?:it|that|this|the letter|my letter|(?:the|that|this) (?:line|bit|part)|them)"
    r"(?:\s+(?:myself|mi ?self|my own (?:way|words)|in my own words|my way|again))\W*$",
    re.IGNORECASE,
)
"""A wish to write the letter, and no line of it: "I want to write it myself"."""


_WAITS = re.compile(
    r"^\W*(?:(?:no|oh|ok|okay|well|actually|sorry|please|yes|yeah|hmm+|and|but|so|wait|hang on|hold on|just|maybe|i"
    r"|i'?m|i'?d|i'?ll|id|like|let me|lemme|can|could|would|need|want|have|wanna|gonna|going|think|better|rather"
    r"|to|going to)"
    r"\b[\s,.!:;-]*)*(?:sleep|pray|think|mull|have a think|decide|(?:a bit (?:of|more) |some |more "
    r"|a little )?time|not|give)\b",
    re.IGNORECASE,
)
"""A wish to wait, and no line: "hang on i want to sleep on it"."""


_YES_TO_THEM = re.compile(
    r"^\W*(?:(?:ok|okay|so|and|then|just|please|pls|yes|yeah|right|alright|you can|can you|can u)\b\W*)*"
    r"(?:tell (?:them|her|him|dem)|let (?:them|her|him) know)\s+(?:that\s+)?"
    r"(?:(?:yes|yeah|ok|okay|me|i|i'?m|im|i'?ll|ill|i am|i will|be|is|there|a|see you|see them|definitely|deffo"
    r"|for sure|happy to|ready to"
    r"|coming|come|comin|in|up for it|interested|ready|agree|soon|then|please|pls|thanks|thank you|love to|i'?d"
    r"|would)\b\W*)+$",
    re.IGNORECASE,
)
"""A yes that is said by way of the place: "tell them i coming". It says nothing for a line."""


def _whole(said: str) -> Said | None:
    kinds: tuple[tuple[Kind, re.Pattern[str]], ...] = (("no", NO), ("yes", YES), ("keep", KEEP))
    kind = (
        "yes"
        if sends(said) or _YES_TO_THEM.match(said)
        else next((kind for kind, shape in kinds if shape.search(said)), None)
    )
    return Said(kind, said) if kind else None


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
        return Said("remark", said, of="" if _OF_ALL.match(of) else bare(of))
    return None


def _beside(said: str) -> Said | None:
    if LATER.search(said):
        return Said("later", said)
    if letter_question(said) or said.endswith("?") or ASKS.match(said):
        return Said("asks", said)
    says = SAYS.match(said)
    return Said("remark", said, of=bare(says["old"])) if says and not FACT.match(said) else None


def _is_said_again(one: Said, before: list[Said]) -> bool:
    """Whether the same went out before in this message: "no job. i not want job", "i dont sew. take that out"."""
    if one.kind != "out" or one.edit is None:
        return False
    gone = [other.edit.words.casefold() for other in before if other.kind == "out" and other.edit]
    return bool(gone) and (one.edit.words.casefold() in gone or PRONOUN.match(one.edit.words) is not None)


def _with_quotes(one: Said, quotes: list[str]) -> Said:
    if not quotes:
        return one
    wish = one.edit and one.edit._replace(words=unmasked(one.edit.words, quotes), puts=unmasked(one.edit.puts, quotes))
    return one._replace(said=unmasked(one.said, quotes), edit=wish, of=unmasked(one.of, quotes))


_OF_ALL = re.compile(
    r"^\W*(?:that'?s?|it'?s?|this|me|my words|the (?:letter|wording|english|grammar|spelling)"
    r"|(?:the )?whole thing|all)\b",
    re.IGNORECASE,
)
"""What is meant of the letter as a whole."""
_LETTER = re.compile(r"\b(?:it|letter|line)\b", re.IGNORECASE)


_NOT = re.compile(r"\b(?:nobody|no ?one|not|cannot|cant|wont|isnt|arent|doesnt)\b|n't\b", re.IGNORECASE)
