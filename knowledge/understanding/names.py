"""What somebody says they are called: "my name is Mrs Lowe", "call me D", "the name's Pat"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.heritage import names_a_people
from knowledge.language.english import english_words
from knowledge.language.given_names import given_names
from knowledge.understanding.model import Value
from knowledge.understanding.sending import sends

ASKS_FOR_NAME = ("chosen_name", "name")
_TITLE = (
    r"(?:mrs|mr|ms|miss|mx|dr|doctor|sir|madam|madame|lady|lord|rev|reverend|pastor|father|sister|brother|auntie|aunty"
    r"|uncle|mama|papa|nana|prof|professor|captain|senhor|senhora|senor|senora|dona|don)\b\.?"
)
NO_NAME = (
    r"(?!(?:a|an|the|this|that|it|in|on|at|up|to|of|for|from|by|if|or|not|no|none|nothing|my|me|your|his|her|their|what"
    r"|when|where|why|who|how|any\w*|some\w*|every\w*|about|after|before|again|asap|back|first|as|more|later|maybe"
    r"|next|now|only|please|pls|soon|straight|once|sooner|tonight|today|tomorrow|tmrw?|urgently|whenever|private|secret"
    r"|out|off|wrong|spelt|there|too|right|morning|afternoon|evening|weekdays?|weekends?|(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)days?"
    r"|and|but|so|x|is|was|are|just|old|crazy|stupid|names|isn['’]?t|ain['’]?t|wasn['’]?t|never)\b)"
)
_PART = rf"{NO_NAME}[^\W\d_][\w'’-]*\.?"
_END = (
    r"(?=\s*(?:$|[.,;!?\n(]|(?:and|but|so|or|i|x|n|please|pls|thanks|thx|ta|if|since|cos|because|for|not|instead"
    r"|rather)\b))"
)
_LEAD = (
    r"(?:(?:my|the|full|first) (?:(?:full|first|real|proper) )?names?(?:['’]?s| is| be)?"
    r"(?: (?:should be|to be|as|to|down as|actually|really))*|name(?:['’]s| is)"
    r"|(?:they|people|everyone|friends|you can|u can|just|pls|please)? ?call me|i['’]?m called|i am called|known as"
    r"|i go by|me llamo|me chamo)"
)
_NAMED = re.compile(
    rf"\b(?P<lead>{_LEAD})\s+(?:just |only )?"
    rf"(?P<name>{_TITLE}\s+{_PART}(?:\s+{_PART}){{0,2}}?|{_PART}(?:\s+{_PART}){{0,2}}?){_END}",
    re.IGNORECASE,
)
_CALL = re.compile(r"call me$", re.IGNORECASE)
_BEFORE_A_NAME = re.compile(
    r"^\W*(?:(?:its|it['’]s|it is|this is|put|just|only|use|say|write|yes|ok|okay|name|hi|hello)\b[\s:,]+)+",
    re.IGNORECASE,
)
_I_AM = re.compile(r"^\W*(?:i['’]?m|i am)\s+(?:called\s+)?", re.IGNORECASE)
_BEHIND_A_NAME = re.compile(
    r"[\s,]+(?:please|pls|thanks|thank you|is fine|will do|is ok|is okay|x+)[\s.!]*$", re.IGNORECASE
)
_ALONE = re.compile(r"\W*(?:(?:hi|hello|yes|ok|okay|well|and|you|can|pls|please)\b\W*)*", re.IGNORECASE)
_MOST_WORDS = 3


def names(text: str, asked: str | None) -> Iterator[Value]:
    """The names told in so many words; where a name is asked for, also what stands there alone, or in front of a
    question of theirs.
    """
    if asked in ASKS_FOR_NAME and sends(text):
        return
    told = [_value(found.start("name"), found["name"]) for found in _NAMED.finditer(text) if _is_name(found)]
    told = told or [_value(start, words) for start, words in _said_to_be(text, asked)]
    if (
        asked in ASKS_FOR_NAME
        and (sure := _NOT_ANOTHER.match(text))
        and _is_proper(sure["name"].strip("."), loosely=True)
    ):
        told = [_value(sure.start("name"), sure["name"])]
    yield from told
    if asked in ASKS_FOR_NAME and not told:
        first = _FIRST.match(text)
        words = first["name"] if first and _may_be_one(first["name"]) else _bare(text)
        if 0 < len(words.split()) <= _MOST_WORDS and not _says_a_wish(words) and not _is_of_no_name(words):
            yield _value(text.find(words), words)


def _may_be_one(words: str) -> bool:
    return not _is_ordinary(words) or words.casefold() in given_names()[0]


_NOT_ANOTHER = re.compile(
    rf"^\W*(?:(?:no|its|it['\u2019]?s|im|i['\u2019]?m|name is|just|put)\b\W+)*(?P<name>{_PART})\W+(?:and |but )?not\W+"
    rf"(?:{_PART}\W*){{1,3}}$",
    re.IGNORECASE,
)
"""As in "Terry. Not Terence"."""
_NEVER_IN_NAMES = frozenset("not no never none nor dont".split())
_WISHES = frozenset("show tell give find change start skip go say see more other another stop send try take".split())


_OF_SPEECH = re.compile(
    rf"{NO_NAME}(?!(?:i|im|ive|id|ill|wait|you|u|he|she|we|they|us|do|does|dont|did|didnt|can|cant|will|would|like|same|whatever"
    r"|nobody|noone|idk|dunno|send|which|mind|want|need|have|has|had|got|be|been|am|with|because|think|know|friend)\b)",
    re.IGNORECASE,
)


def _is_of_no_name(words: str) -> bool:
    """Whether one of the words is in no name: "my brother", "whatever you like"; not where all have capitals, as in
    "Will Long", and one word not where it is a name as well.
    """
    plain = [word.replace("'", "").replace("\u2019", "") for word in words.split()]
    if len(plain) > 1 and any(word.casefold().strip(".,!") in _NEVER_IN_NAMES for word in plain):
        return True
    if all(word[0].isupper() for word in plain) and (len(plain) > 1 or plain[0] in _NAMES_TOO):
        return False
    return any(not _OF_SPEECH.match(word) for word in plain if len(word) > 1 or word.islower())


_NAMES_TOO = frozenset(("Will", "Can", "My", "An", "So", "Do"))


def _says_a_wish(words: str) -> bool:
    """Whether several words begin with what we are to do, or tell a number: "Show others" is nobody's name, nor is
    "number 2".
    """
    first, *others = words.casefold().split()
    return bool(others) and (first in _WISHES or any(word.isdecimal() for word in others))


_AM = r"(?:i['’]?m|i am)"
_IS = rf"(?:{_AM}|its|it['’]s|it is|this is)"
_OF_THEM = r"(?:(?:he|she)['’]?s|(?:he|she) is|(?:his|her) name(?:['’]?s| is))"
_INTRODUCE_THEM = re.compile(r"\bintroduce\s+(?:him|her)\b", re.IGNORECASE)
_OF_A_NAME = re.compile(r"\bnames?\b", re.IGNORECASE)
_FIRST = re.compile(rf"\W*(?P<name>{_PART}(?: {_PART})?)\s*[.,!;\n]+\s*(?=\w+\W+\w+)", re.IGNORECASE)
_ORDINARY = 5000
"""The rank among English words below which a word by itself is taken for no name."""


def _said_to_be(text: str, asked: str | None) -> list[tuple[int, str]]:
    """As in "i told you it's Kofi" where a name is spoken of, "introduce me. Im Bev", "introduce him, he's Kwame"."""
    of_a_name = asked in ASKS_FOR_NAME or _OF_A_NAME.search(text) is not None
    lead = _IS if of_a_name else _OF_THEM if _INTRODUCE_THEM.search(text) else _AM
    shape = re.compile(rf"\b{lead}\s+(?:called\s+)?(?P<name>{_PART}){_END}", re.IGNORECASE)
    found = [(one.start("name"), one["name"]) for one in shape.finditer(text) if not _is_alone(one, text)]
    return [(start, words) for start, words in found if _is_proper(words, loosely=of_a_name)][-1:]


def _is_alone(found: re.Match[str], text: str) -> bool:
    """The whole message; what little words beside a name are is known elsewhere."""
    return not text[: found.start()].strip(" .!") and not text[found.end() :].strip(" .!")


def _is_proper(word: str, *, loosely: bool) -> bool:
    """A word that is no ordinary one; where no name was spoken of it has a capital and is no other English word."""
    if loosely and names_a_people(word.casefold()):
        return False
    if loosely:
        return _may_be_one(word) or (word[0].isupper() and english_words().get(word.casefold(), 0) > _COMMON)
    unknown = english_words().get(word.casefold(), _RARE) >= _RARE
    return unknown and word[0].isupper() and not word[1:].isupper() and not names_a_people(word.casefold())


_COMMON, _RARE = 700, 25000


def _is_ordinary(words: str) -> bool:
    return any(
        word.strip(".").casefold() in _CHAT or english_words().get(word.strip(".").casefold(), _ORDINARY) < _ORDINARY
        for word in words.split()
    )


_CHAT = frozenset("lol tbh nah nope um erm hmm hm ok okay yeah yep yh ya ta pls plz bruv innit omg wtf eh huh".split())


_NOT_THAT_NAME = re.compile(
    r"\bname\W+(?:is|was)?\s*(?:not|n['’]?t|isn['’]?t|ain['’]?t|wasn['’]?t|wrong)\b|\bwrong name\b|\bnot my name\b",
    re.IGNORECASE,
)


def told_name(text: str) -> str | None:
    """The name that the whole message tells, and nothing else; in English, since another language is met as such."""
    corrected = _said_to_be(text, None) if _NOT_THAT_NAME.search(text) else []
    if corrected:
        return _value(*corrected[-1]).value
    found = _NAMED.search(text)
    if found is None or not _is_name(found) or found["lead"].casefold().startswith("me "):
        return None
    around = text[: found.start()] + " " + _BEHIND_A_NAME.sub("", text[found.end("name") :])
    return _value(found.start("name"), found["name"]).value if _ALONE.fullmatch(around) else None


def _is_name(found: re.Match[str]) -> bool:
    """Several words after "call me" are a name only with a title or capitals: "call me first thing" asks for a call."""
    words = found["name"].split()
    if len(words) == 1 or not _CALL.search(found["lead"]):
        return True
    return re.match(_TITLE, found["name"], re.IGNORECASE) is not None or all(word[0].isupper() for word in words)


_WHICH_NAME = (
    r"(?:real|actual|proper|full|fake|false|made[ -]?up|pretend|nick ?|different|another|other|legal"
    r"|whole|first|last)"
)
_ASKS_OF_NAME = re.compile(
    rf"^\W*(?:(?:um+|oh|and|but|so|ok|wait|sorry)\W+)*(?:(?:can|could|may|must|should|shall|does|do|will|would|is"
    rf"|what if|why)\b(?! (?:you|u) (?:put|use|call|write|say)\b).*"
    rf"\b(?:name|{_WHICH_NAME} ?(?:one|name)|nick ?names?|anonymous\w*|initials?|who i am)\b.*)$"
    r"|\b(?:do not|don['’]?t|dont|rather not|not|without|no need to)\s+(?:really |want to |wanna |have to |like to "
    r"|want them to )*"
    r"(?:giv\w+|say\w*|tell\w*|use|using|put\w*|know|have|see|shar\w+)\s+(?:them |you |out )?(?:my|a|the"
    r"|any)\s+(?:real |full |own )?name\b"
    r"|\b(?:stay|be|remain|keep it)\s+(?:anonymous|nameless|private)\b",
    re.IGNORECASE,
)


def asks_of_name(text: str) -> bool:
    """Whether it asks what a name is for, or whether it has to be theirs: "can it not be my real name"."""
    return _ASKS_OF_NAME.search(text) is not None and told_name(text) is None


def may_be_a_name(words: str) -> bool:
    """Whether a word or two, said without "my name is", may be what somebody is called: rare, or a capital."""
    parts = words.strip(" .!").split()
    return 0 < len(parts) <= 2 and all(_is_proper(part, loosely=True) for part in parts)


def _bare(text: str) -> str:
    """The words that stand where a name was asked for, without "it's" before them or "please" behind."""
    words = _BEHIND_A_NAME.sub("", text.strip(" .!"))
    left = _BEFORE_A_NAME.sub("", words) or words
    own = _I_AM.sub("", left)
    if own != left and own and (own[0].isupper() or own.split()[0].casefold() not in english_words()):
        return own
    return left


def _value(start: int, words: str) -> Value:
    words = words.rstrip(".") if len(words.split()) == 1 else words.rstrip(" .")
    return Value("name", words, start, start + len(words), words)
