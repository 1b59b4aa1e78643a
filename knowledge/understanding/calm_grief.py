"""Grief and loneliness told calmly: whom somebody misses, how quiet the house is. No word of despair beside them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from knowledge.kindness import kin, kinds_in
from knowledge.language.phrases import Found, PhraseBook, inside, split_phrases
from knowledge.language.usage import DATA, language
from knowledge.language.words import Token
from knowledge.understanding.sensing import Sensed
from knowledge.yaml_files import read_yaml

LOSS = frozenset(("bereavement", "bereavement_plain"))
GRIEF = LOSS | {"missing", "lonely"}
_OF_GRIEF = frozenset(("suicide", "self_harm", "medical", "no_food", "no_shelter"))
"""Kinds of danger that grief is taken for; who may be hurt by another is asked."""
_PLAIN, _ANY = 0.6, 0.97
"""Chances by the network of plain danger, and of any, from which nothing is taken for calm."""
_SURE = 0.6


def is_calm_grief(message: Sequence[Token], sensed: Sensed, named: Sequence[Found]) -> bool:
    """Whether a doubt is of grief or loneliness alone; ``named`` is the danger found in words that we know."""
    if sensed.act > _PLAIN or sensed.ask + sensed.act > _ANY or not GRIEF & kinds_in(message):
        return False
    if any(chance > _SURE for kind, chance in sensed.kinds if kind not in _OF_GRIEF):
        return False
    weak = _book("weak").find(message)
    return not any(
        not any(inside(one, other) or one.mask == other.mask for other in weak)
        for one in (*named, *_book("despair").find(message))
    )


def wishes_to_follow(message: Sequence[Token]) -> bool:
    """Whether somebody died and the writer wishes to be where they are: "i just want to join him"."""
    if _book("follow_plainly").find(message):
        return True
    return bool(LOSS & kinds_in(message)) and bool(_book("follow").find(message))


@cache
def _book(name: str) -> PhraseBook:
    """Spelling is not taught their words: how everything else is read stays as it is."""
    groups = {**language().groups, "kin": kin()}
    return PhraseBook([(name, phrase) for phrase in split_phrases(read_yaml(DATA / "grief.yaml")[name])], groups)
