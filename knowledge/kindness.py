"""Hard things, and hopes, that somebody tells: which kind line answers first. The lines are the dialogue's copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.language.patois import in_plain_english
from knowledge.language.phrases import Found, PhraseBook, split_phrases
from knowledge.language.stems import stem
from knowledge.language.usage import DATA, language
from knowledge.language.words import Token, tokens
from knowledge.yaml_files import read_yaml

FOR_SOMEONE_ELSE = "for_someone_else"


@dataclass(frozen=True)
class Told:
    """``kind`` as in ``data/kindness.yaml``; ``who`` the relative it is about ("mum"), if one was named."""

    kind: str
    who: str = ""


def told(text: str) -> tuple[Told, ...]:
    """The hard things that ``text`` tells, in the file's order."""
    message = tokens(in_plain_english(text))
    found = {one.label: one for one in reversed(_found(message))}
    if found.keys() & _OF_THE_DEAD:
        found.pop(FOR_SOMEONE_ELSE, None)
    return tuple(Told(kind, _who(found[kind], message)) for kind in _kindness().kinds if kind in found)


def kin() -> str:
    """Whom the kinds are told of, as a group of phrases."""
    return " / ".join(sorted(_kindness().kin))


def kinds_in(message: Sequence[Token]) -> frozenset[str]:
    """The kinds of hard things that a message already in words tells."""
    return frozenset(one.label for one in _found(message))


def _found(message: Sequence[Token]) -> list[Found]:
    """Who cares, cooks or works for a husband tells of themselves: "for my husband" asks for nobody then."""
    return [
        one
        for one in _kindness().phrases.find(message)
        if not _told_themselves(one, message)
        and not (one.label == "bereavement_plain" and _is_of_no_other(message[one.start : one.end]))
        and (one.label != FOR_SOMEONE_ELSE or message[one.start].word != "for" or not _own_doing(message[: one.start]))
    ]


def _told_themselves(one: Found, message: Sequence[Token]) -> bool:
    """Who told the Jobcentre something fears no telling: "ive told the jobcentre that"."""
    if one.label != "dwp" or message[one.start].word not in ("told", "tell"):
        return False
    before = [
        token.word for token in message[max(0, one.start - 3) : one.start] if token.word not in ("have", "already")
    ]
    return bool(before) and before[-1] == "i" and message[one.start].word == "told"


def _is_of_no_other(message: Sequence[Token]) -> bool:
    """Whether what died is nobody, "my phone died", or one of their own, of whom more is said."""
    return any({token.word, token.stem} & (_THINGS | _kindness().kin) for token in message)


_THINGS = frozenset(
    "phone mobile battery laptop computer pc tablet ipad kindle car van bike scooter engine motor charger telly tv "
    "wifi internet signal router fridge freezer boiler oven cooker washer machine washing dryer printer plant plants "
    "garden flowers tomatoes roses tree app screen radio watch clock hope dream confidence spirit leg foot it what who "
    "that nobody everyone".split()
)


def _own_doing(before: Sequence[Token]) -> bool:
    """Whether what stands before "for my cousins" is what somebody does: "I do hair and nails". To ask, to look and to
    be here for somebody is no such thing, nor is "I'm doing this".
    """
    if not before:
        return False
    if before[-1].stem in _OWN_DOINGS:
        return True
    since = max((at for at, token in enumerate(before) if _turns(token)), default=0)
    clause = [token for token in before[since:] if token.word not in _WITHOUT_WEIGHT]
    own = max((at for at, token in enumerate(clause) if token.word in _SELVES), default=-1)
    said = clause[own + 1 :]
    if any(token.word in _THIS or token.stem in _ASKING for token in said):
        return False
    doing = [token for token in said if token.word not in _HELPING_VERBS]
    begun = [token for token in doing if token.word not in _JOINS]
    if not begun or (own < 0 and begun[0].stem not in _OWN_DOINGS and not begun[0].word.endswith("ing")):
        return False
    return not (doing[0].word in _LIKING and any(token.word == "would" for token in said))


def _turns(token: Token) -> bool:
    return token.word in _TURNS or bool(token.pause and token.word not in _JOINS)


_OF_THE_DEAD = frozenset(("bereavement", "bereavement_plain"))
"""Nobody asks for one of theirs who died."""
_OWN_DOINGS = frozenset(map(stem, "care carer caring cook work clean iron live worry afraid scared pray there".split()))


_SELVES, _TURNS = frozenset("i we".split()), frozenset("but because so".split())
_THIS = frozenset(
    "this it something anything somewhere anywhere here place places group groups class club course".split()
)
_ASKING = frozenset(
    map(stem, "ask look search want need write message try hope find help get seek come wonder speak talk text".split())
)
_JOINS = frozenset("and or".split())
"""What follows them goes on with what was done: "I sing, and cook arepas for my daughter's friends"."""
_HELPING_VERBS = frozenset("am was were be have had has do used to can could will would been got did not".split())
_LIKING = frozenset("like love".split())
"""With "would" they ask, as in "I would like company for my mum"."""
_WITHOUT_WEIGHT = frozenset("just also always still often sometimes usually really only mostly even".split())


def tells_hard(text: str) -> tuple[Told, ...]:
    """As ``told``, without hopes, and without what is asked for a relative."""
    return tuple(one for one in told(text) if one.kind not in (FOR_SOMEONE_ELSE, DREAM))


def of_someone_else(text: str) -> str:
    """The words of somebody who asks for a relative, without the relative: "he likes games" then tells of them."""
    message = tokens(text)
    cut_to = len(message)
    for one in sorted(_found(message), key=lambda one: -one.start):
        if one.label == FOR_SOMEONE_ELSE and one.end <= cut_to:
            text = text[: message[one.start].start] + text[message[one.end - 1].end :]
            cut_to = one.start
    return text


def dream(text: str) -> str:
    """What somebody would love to be, in their words: "be a pilot"; empty where none is told."""
    message = tokens(text)
    for found in _kindness().phrases.find(message):
        verbs = [at for at in range(found.start, found.end) if message[at].stem in _BECOMING]
        if found.label != DREAM or not verbs:
            continue
        ends = (at for at in range(found.end, len(message)) if message[at].pause or message[at].word in _ENDS)
        last = min(next(ends, len(message)), found.end + _LONGEST_DREAM)
        if last > found.end:
            return text[message[verbs[0]].start : message[last - 1].end]
    return ""


DREAM = "dream"
_BECOMING = frozenset("be become work train".split())
_ENDS = frozenset("but because and so although if though when since".split())
_LONGEST_DREAM = 4
"""Words after "be a"."""


@dataclass(frozen=True)
class _Kindness:
    phrases: PhraseBook
    kinds: tuple[str, ...]
    kin: frozenset[str]


@lru_cache(maxsize=1)
def _kindness() -> _Kindness:
    data = read_yaml(DATA / "kindness.yaml")
    kin = str(data["kin"])
    phrases = [(kind, phrase) for kind, block in data["kinds"].items() for phrase in split_phrases(block)]
    book = PhraseBook(phrases, {**language().groups, "kin": kin, "skill": str(data["skill"])})
    return _Kindness(book, tuple(data["kinds"]), frozenset(split_phrases(kin)))


def _who(found: Found, message: tuple[Token, ...]) -> str:
    words = [message[place].word for place in range(found.start, found.end)]
    return next((word for word in words if word in _kindness().kin), "")
