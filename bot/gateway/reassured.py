"""How somebody says that they are safe, asks why we asked, or for a person, in words that no list holds whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.gateway.words import plain
from knowledge.kindness import tells_hard
from knowledge.understanding import understand
from knowledge.understanding.calm_grief import GRIEF
from knowledge.understanding.question_form import asks

HUMAN, _PLAINLY_ASKED = "ask_human", 0.7
_ENDS = re.compile(r"[.!?;\n\r]+|,|\s[-\u2013\u2014]+\s|\band\b|\s(?=i (?:just|only)\b)", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?;\n])\s*")
_LEAD = (
    r"(?:(?:yes|yeah|yeh|yep|no|nah|oh|ok|okay|lol|haha|sorry|thanks|thank you|honestly|really|im sorry|eh|huh|well"
    r"|of course|course|man)\s)*"
)
_WHO = (
    r"(?:im|i am|me|were|we are|hes|he is|shes|she is|theyre|they are|were both|we both are|both of us are|everyones"
    r"|everyone is|everythings|everything is|everybodys|everybody is|its|it is|thats|all is|i feel|we feel|im feeling)"
)
_HOW = r"(?:(?:all|both|quite|perfectly|totally|completely|absolutely|very|pretty|honestly|really|just|doing|still)\s)*"
_FINE = r"(?:safe|fine|ok|okay|alright|all right|good|well|grand)"
_MORE = (
    r"(?:\s(?:here|now|thanks|thank you|honestly|really|both|today|at home|at the library|the both of us|dont worry"
    r"|love|luv|mate|darling|dear|darlin|hun|babe|bruv|bro|sis|my love|my dear|bless you"
    r"|man|lol|haha|sure|for sure|as houses|you know))*"
)
_SELF_OR_ANYONE = r"(?:anything|myself|anyone|anybody|nothing|any harm|it|himself|herself|ourselves)"
_SAFE = re.compile(
    rf"{_LEAD}{_WHO} {_HOW}{_FINE}{_MORE}"
    rf"|{_LEAD}(?:{_WHO} |there is |theres )?(?:not in|no|not at|in no) (?:any )?(?:real )?(?:danger|risk){_MORE}"
    rf"|{_LEAD}(?:{_WHO} )?(?:not (?:going to|gonna|about to|planning to)|(?:i )?(?:wouldnt|would never|wont)) "
    rf"(?:do|hurt|harm|kill) {_SELF_OR_ANYONE}(?: (?:silly|stupid|foolish|mad|bad|daft|like that|to myself|at all))*"
    rf"|{_LEAD}(?:nobody|no one|noone)(?: is|s| has been| was)? (?:hurting|hitting|harming|threatening|touching)"
    r" (?:me|us|anyone)"
    rf"|{_LEAD}(?:{_WHO} {_HOW}{_FINE}{_MORE}\s)?(?:(?:it|that|this)(?: is| was|s)? |(?:im|i am|i was|was) )?"
    r"(?:just |only )*(?:a |my |another )?(?:bad |silly |dark |stupid )?"
    r"(?:joke|joking|jokes|kidding|having a laugh|messing(?: about)?)"
    rf"(?: about (?:a |the |my )?\w+(?: \w+){{0,2}})?{_MORE}"
    rf"|{_LEAD}(?:it|that|this)(?: is| was|s) not (?:now|right now|today|happening(?: now| any more| anymore)?)"
    rf"|{_LEAD}(?:it|that|this|the (?!overdose|attempt)\w+|(?:his|her) (?!husband|wife|overdose|attempt)\w+)"
    rf" (?:was|happened)(?: \w+){{0,3}} years? ago"
    rf"|{_LEAD}(?:it|that|this) was(?: all)? (?:in the past|long ago|a long time ago|years back)"
    rf"|{_LEAD}(?:its |it is |theres )?nothing (?:like that|bad|is wrong|wrong)(?: (?:is )?(?:going on|here))?",
)
"""One part of a message that says, of those who are there, that they are safe."""
_LIGHTLY = re.compile(
    rf"{_LEAD}(?:im |i am |i was |were |hes |shes |its |it was )?(?:only|just) "
    r"(?:a bit |so |very |really |feeling |being )*(?:tired|nervous|stressed|anxious|sad|low|fed up|knackered|exhausted"
    r"|worried|upset|venting|moaning|joking|silly|cross|annoyed|shy|sick|bored|done"
    r"|(?:a|an|my) (?:expression|saying|joke|figure of speech|way of talking))"
    r"(?P<of> (?:of|with|by|about|from|at)(?: \w+){1,5})?(?: (?:really|today|now))?"
    rf"|{_LEAD}(?:i am|we are|both of us|{_FINE}{_MORE})"
)
"""What says so only in answer to our question; ``of`` is what they are weary of, which may be life itself."""
_JUST = re.compile(r"(?<=\w)\s(?=(?:just|only|its just|im just)\b)")
_ON = re.compile(
    rf"{_LEAD}(?:so )?(?:(?:please|can we|shall we|lets|let us|i want to|id like to|we can|just|then) )*"
    r"(?:carry on|go on|continue|keep going|move on|go ahead|go back|next(?: question)?"
    r"|what (?:now|next|was the question|were you asking|did you ask))"
    r"(?: (?:then|please|now|with it|thanks|me|in english))*"
    r"|(?:yes |no |ok )?(?:in )?english(?: is)?(?: (?:please|fine|ok|okay|good|better))*"
)
_WHY = re.compile(
    r"\b(?:why|what made|what makes|how come|what for)\b.{0,40}\b(?:ask\w*|say\w*|said|think|worried|check\w*|that)\b"
    r"|^(?:but |and )?(?:why|how come|why is that|what do you mean)$"
)
_FRIGHTENED = re.compile(r"\b(?:scared|afraid|frightened|unsafe|not safe|worse|trapped|help me)\b")
_TURNS = re.compile(r"\b(?:but|unless|until|except|though)\b(?! (?:why|what made|how come)\b)", re.IGNORECASE)
_SHORT_NO = re.compile(r"\b(?:not|isnt|arent|aint|dont|never|wasnt)\b")
_FEW = 4
"""A denial of so few words may take back what was said beside it: "he isn't", "not really"."""


@dataclass(frozen=True)
class Reassured:
    """``rest`` is what else was said beside being safe and asking why, ``weary`` what they are only tired of."""

    safe: bool = False
    why: bool = False
    rest: str = ""
    weary: str = ""


def reassured(text: str, *, asked: bool) -> Reassured:
    """``asked``: after our question, where less says it than after the lines were shown."""
    safe, why, rest, weary, light = False, False, list[str](), list[str](), list[str]()
    for part in _parts(text):
        words = plain(part)
        if not words or re.fullmatch(_LEAD, f"{words} "):
            continue
        lightly = _LIGHTLY.fullmatch(words)
        if _SAFE.fullmatch(words):
            safe = True
        elif lightly:
            (weary if lightly["of"] else light).append(part.strip())
            safe = safe or (asked and not lightly["of"])
        elif _WHY.search(words):
            why = True
        else:
            rest.append(part.strip() + ("?" if f"{part}?" in text else ""))
    if not safe:
        rest, weary = [*rest, *light, *weary], []
    return Reassured(safe and not _takes_back(text, rest), why, ". ".join(rest).replace("?.", "?"), ". ".join(weary))


def _parts(text: str) -> list[str]:
    """What is said, in pieces; "just" begins another only where one of the two says that they are safe."""
    ended = [(end, _JUST.split(end)) for end in _ENDS.split(text)]
    return [
        part
        for end, parts in ended
        for part in (
            parts if any(_SAFE.fullmatch(plain(one)) or _LIGHTLY.fullmatch(plain(one)) for one in parts) else [end]
        )
    ]


def goes_on(text: str) -> bool:
    """Whether they want to go on with what was asked: "ok carry on then", "so what now"."""
    return _ON.fullmatch(plain(text)) is not None


def speaks_of_else(text: str) -> bool:
    """Whether more than the question of safety is spoken of: something is asked, told, or put right."""
    read = understand(text)
    intent, chance = read.otherwise
    ours = intent not in _NO_ANSWER and chance > _PLAINLY_ASKED
    asked = asks(text) or _MEANS.search(plain(text)) is not None
    return asked or bool(read.concepts) or any(one.kind in GRIEF for one in tells_hard(text)) or ours


_MEANS = re.compile(
    r"\bi (?:am |m |was |just |only )*(?:ask(?:ing|ed)|talking|on)(?: you)?(?: if| whether| about| what| how)\b"
    r"|\bim (?:just |only )*(?:asking|talking|on)(?: you)?(?: if| whether| about| what| how)\b"
    r"|\bi (?:just |only )*(?:meant|ment|mean)\b"
)
_NO_ANSWER = frozenset(
    ("affirm", "deny", "unsure", "opt_out", "skip", "crisis", "simpler", "greet", "out_of_scope", HUMAN)
)
"""What answers no more than that we asked; "leave me be" is no word on being safe."""


def wants_no_call(text: str) -> bool:
    """Whether help has to come in writing: "please no phone call, text only"."""
    return any((one.code, one.polarity) == ("constraint.no_phone_calls", "yes") for one in understand(text).concepts)


def asks_for_a_person(text: str) -> bool:
    """Whether "would you like a person?" is answered in words of their own: "id like a person please"."""
    intent, chance = understand(text).otherwise
    return intent == HUMAN and chance > _PLAINLY_ASKED and not _SHORT_NO.search(plain(text))


def without_danger(text: str, is_danger: Callable[[str], bool]) -> str:
    """The sentences that are no danger by themselves."""
    kept = (part.strip() for part in _SENTENCES.split(text))
    return " ".join(part for part in kept if part and not is_danger(part))


def _takes_back(text: str, rest: list[str]) -> bool:
    said = [plain(part) for part in rest]
    short = any(_SHORT_NO.search(words) and len(words.split()) < _FEW for words in said)
    return short or bool(_TURNS.search(text)) or any(_FRIGHTENED.search(words) for words in said)
