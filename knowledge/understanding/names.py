"""What somebody says they are called: "my name is Mrs Lowe", "call me D", "the name's Pat"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.language.english import english_words
from knowledge.understanding.model import Value

ASKS_FOR_NAME = ("chosen_name", "name")
_TITLE = (
    r"(?:mrs|mr|ms|miss|mx|dr|doctor|sir|madam|madame|lady|lord|rev|reverend|pastor|father|sister|brother|auntie|aunty"
    r"|uncle|mama|papa|nana|prof|professor|captain|senhor|senhora|senor|senora|dona|don)\b\.?"
)
NO_NAME = (
    r"(?!(?:a|an|the|this|that|it|in|on|at|up|to|of|for|from|by|if|or|not|no|none|nothing|my|me|your|his|her|their|what"
    r"|when|where|why|who|how|any\w*|some\w*|every\w*|about|after|before|again|asap|back|first|as|more|later|maybe"
    r"|next|now|only|please|pls|soon|straight|once|sooner|tonight|today|tomorrow|tmrw?|urgently|whenever|private|secret"
    r"|out|off|wrong|spelt|there|too|right|morning|afternoon|evening|weekdays?|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|and|but|so|x|is|was|are|just|old|crazy|stupid|names)\b)"
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
    """The names told in so many words; where a name is asked for, also what stands there alone."""
    told = [found for found in _NAMED.finditer(text) if _is_name(found)]
    for found in told:
        yield _value(found.start("name"), found["name"])
    if asked in ASKS_FOR_NAME and not told:
        words = _bare(text)
        if 0 < len(words.split()) <= _MOST_WORDS:
            yield _value(text.find(words), words)


def told_name(text: str) -> str | None:
    """The name that the whole message tells, and nothing else; in English, since another language is met as such."""
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
