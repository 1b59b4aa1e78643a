"""What somebody who reads their letter wants changed in it, by its shape: "add this", "take that out", "call me D"."""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge.understanding.letter_questions import ASKS_WHY
from knowledge.understanding.letter_words import FILLER
from knowledge.understanding.name_put_right import leaves_name_out, put_as_name, said_wrong
from knowledge.understanding.names import NO_NAME
from knowledge.understanding.put_in import put_in, without_ending
from knowledge.understanding.unwanted import thrown_out, unwanted, without_reason


class Edit(NamedTuple):
    """``words`` go into the letter, or out of it, where ``puts`` may take their place. ``of_name``: their own name.
    ``untrue``: they do not hold, in this letter or anywhere. ``loosely``: nothing says that they are for the letter, so
    they go in only where they are plainly about a line of it. ``name_like``: they stand where a name may stand.
    ``anew``: they stand for what the letter says much like them. ``line``: what the line is called that is meant.
    ``only``: they are all that stays. ``pointed``: "that" is meant by them, so a word of theirs is enough to find it.
    ``back``: they stood there before. ``at``: they stand there, and are to be "first" or "last".
    """

    adds: bool
    words: str
    puts: str = ""
    of_name: bool = False
    untrue: bool = False
    loosely: bool = False
    name_like: bool = False
    anew: bool = False
    line: str = ""
    only: bool = False
    pointed: bool = False
    back: bool = False
    at: str = ""


def edit(text: str) -> Edit | None:
    """As in "add: my meeting is Tuesday", "take my name out put D", "mornings not evenings"; None where it is none."""
    text = text.strip().replace("’", "'")
    return _name(text) or _taken_out(text) or _not_so(text) or _swapped(text) or _unwanted(text) or _kept_out(text)


def _unwanted(text: str) -> Edit | None:
    found = unwanted(text)
    return Edit(adds=False, words=found.words, untrue=found.untrue) if found else None


_BEFORE_IT_GOES = re.compile(
    r"\b(?:(?:take|tek|leave|cut|get)\b.*\b(?:out|off)|put\b.*\bin|add|change|edit|remove|correct)\b.*"
    r"\b(?:before|b4) (?:(?:it|that|the letter|my letter) (?:goes|leaves|is sent|gets sent|goes out)"
    r"|you send (?:it|that))\b",
    re.IGNORECASE,
)


def changes_before_it_goes(text: str) -> bool:
    """Whether a letter that was agreed, and waits, is to be changed: it has to come back first."""
    return _BEFORE_IT_GOES.search(text) is not None


_WANTED_OUT = re.compile(
    r"\b(?:do not|don['’]?t|dont|dnt|never|not)\s+(?:really\s+)?(?:want|need|like|wish)\b",
    re.IGNORECASE,
)


def _kept_out(text: str) -> Edit | None:
    """What is put in; out, where it is not wanted there: "i dont want roys name in it"."""
    put = _put_in(text)
    return Edit(adds=False, words=put.words) if put and _WANTED_OUT.search(text) else put


def _name(text: str) -> Edit | None:
    if called := put_as_name(text):
        return Edit(adds=True, words=called, of_name=True)
    if leaves_name_out(text):
        return Edit(adds=False, words="name", of_name=True)
    if (said := said_wrong(text)) is None:
        return None
    old, new = said
    return Edit(adds=False, words=old, puts=new) if old else Edit(adds=True, words=new, name_like=True)


_ALL = (
    r"(?!(?:everything(?! about)|it all|all|me|my data|my account|(?:this|the|that|our) chat|my (?:chat|messages))\b)"
)
_OUT = re.compile(
    rf"(?<!\bi )(?<!\bthey )\b(?:take|leave|cut|get)\s+{_ALL}(?P<a>.+?)\s+(?:out|off)\b|\b(?:take"
    rf"|leave)\s+out\s+(?P<b>.+)$"
    rf"|\b(?:remove|delete|scrap|get rid of)\s+{_ALL}(?P<c>.+)$"
    r"|\b(?:do not|don'?t)\s+(?:say|mention|put|include|write|tell (?:them|her|him))\s+(?:about\s+)?(?P<d>.+)$"
    r"|\b(?:do not|don'?t)\s+want\s+(?:them|her|him|it)\s+to\s+(?:know|see|hear|say|mention|have)\s+"
    r"(?:about\s+)?(?P<e>.+)$",
    re.IGNORECASE,
)
_AND_PUT = re.compile(
    r"(?<!\bpart)(?<!\bbit)(?<!\bline)(?<!\bthat)(?<!\bwhich)[,.;?!]?\s+(?:and\s+|then\s+|just\s+)*(?:put(?:\s+in)?"
    r"|add|say|write)\b\s*:?\s+(?:just\s+)?(?P<new>.+)$",
    re.IGNORECASE,
)
_SAYS = r"(?:say|said|put|write|wrote|written|mention(?:ed)?|tell|told|ask(?:ed)?(?: for)?|want(?:ed)?)"
_ASKS_WHY = re.compile(ASKS_WHY + r"(?P<a>[^,.!?]+)", re.IGNORECASE)
_NEVER_SAID = re.compile(rf"\bi\s+(?:didn'?t|did not|never)\s+(?:ever\s+)?{_SAYS}\s+(?P<a>[^,.!?]+)", re.IGNORECASE)
_SUITS_NOT = re.compile(
    r"^(?:no\W+|but\W+|oh\W+|actually\W+)*(?:(?:that|the|this)\s+)?(?P<a>(?!(?:that|this|it|these|those|i|you|which)\b)"
    r"[^\W\d_]\w*(?:\s+\w+)?)\s+"
    r"(?:isn'?t|is not|aren'?t|are not|doesn'?t|does not|don'?t|do not|won'?t|will not|never)\s+"
    r"(?:(?:a|the|my)\s+)?(?:times?\s+|days?\s+)?(?:that\s+)?(?:suits?|works?|good|any good|ok(?:ay)?)"
    r"(?:\s+(?:for\s+)?me)?\W*$",
    re.IGNORECASE,
)
_THAT = re.compile(r"^(?:that|it|this|those|them|these)(?:\s+(?:bit|line|part|one|word|thing))?$", re.IGNORECASE)


def _taken_out(text: str) -> Edit | None:
    """Taken out by name; "that" is what they asked about, or never said, in the same breath."""
    out, why, never = _OUT.search(text), _ASKS_WHY.search(text), _NEVER_SAID.search(text)
    about = why or never
    named, put = "", None
    if out:
        group = next(name for name, words in out.groupdict().items() if words)
        put = _AND_PUT.search(text, out.start(group))
        named = text[out.start(group) : min(out.end(group), put.start() if put else len(text))]
        named = without_reason(re.split(r"[.!?](?:\s|$)", named)[0])
    if about and (not named or _THAT.match(named.strip())):
        put = put or _AND_PUT.search(text, about.start("a"))
        named = text[about.start("a") : min(about.end("a"), put.start() if put else len(text))]
    elif not out:
        thrown = thrown_out(text)
        return Edit(adds=False, words=_bare(thrown)) if thrown else None
    if why and not out and not put:
        return None
    return Edit(
        adds=False,
        words=_bare(named),
        puts=_bare(put["new"]) if put else "",
        untrue=never is not None and about is never,
    )


def asks_after(text: str) -> bool:
    """Whether it wonders at words of the letter: "why does it say sewing", "i never said company"."""
    return bool(_ASKS_WHY.search(text) or _NEVER_SAID.search(text))


def _bare(words: str) -> str:
    return words.strip(" .!?,'\"")


def _not_so(text: str) -> Edit | None:
    """What does not suit them, in this letter or another: "that friday isn't a time that suits me"."""
    found = _SUITS_NOT.search(text)
    return Edit(adds=False, words=_bare(found["a"]), untrue=True) if found else None


_FEW = r"[^\W\d_][\w'&-]*(?:\s+[\w'&-]+){0,2}"
_SWAPS = (
    re.compile(
        rf"^{FILLER}(?:(?:can|could) (?:you|u) )?(?:it's|its|it is|put|say|use|write|make it|i'm|im|i am|i meant?)?\s*"
        rf"(?P<new>{_FEW}),?\s+not\s+(?P<old>{_FEW})\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^{FILLER}i (?:said|put|wrote|told you)\s+(?P<old>{_FEW}?),?\s+(?:but|only)?\s*"
        rf"(?:i meant?|it should be|it should say|make it)\s+(?P<new>{_FEW})\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?:no\W+)?not\s+(?P<old>{_FEW}),\s*(?:it's|its|it is|put|but|say)?\s*(?P<new>{_FEW})\W*$", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?:put|say|use|write|make it)\s+(?P<new>{_FEW}),?\s+(?:instead of|not)\s+(?P<old>{_FEW})\W*$",
        re.IGNORECASE,
    ),
)
_CHANGES = (
    re.compile(
        r"\b(?:change|swap|replace|turn|make)\s+(?:the\s+|my\s+)?(?P<old>[^,.;!?]{2,60}?)(?<!\bused)\s+"
        r"(?:to|into|with|say|for(?! to\b))\s+(?P<new>[^.;!?]+?)\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:the\s+|my\s+)?(?P<old>[\w' -]{2,40}?)\s+"
        r"(?:should|shd|needs? to|has to|ought to|must|is meant to|was meant to)\s+(?:be|say|read)\s+"
        r"(?P<new>[^.;!?]+?)\W*$",
        re.IGNORECASE,
    ),
)
_NO_SWAP = re.compile(
    r"\b(?:i|you|u|we|it|send|sent|agree|agreed|yes|ok|okay|sure|want|yet|now|today|know|do|will|would|can|me"
    r"|letter)\b",
    re.IGNORECASE,
)
"""Words of an answer, a wish or a doubt: "send it, not now" swaps nothing."""


_NO_THING = re.compile(
    r"^(?:(?:no+|nah|nope|yes|yeah|yep|ok|okay|oh|sorry|please|wait|but|so|i|im|it"
    r"|and)\b\W*)+$",
    re.IGNORECASE,
)
"""Words that nothing is called: of "no not elder tide" nothing is put in."""


_NO_MORE = re.compile(r"(?:and\s+)?(?:not|no|nah|nuh|neither)\s", re.IGNORECASE)
"""Of "not hair, not beauty" the one does not take the other's place."""


def _swapped(text: str) -> Edit | None:
    for shape in (*_SWAPS, *_CHANGES):
        found = shape.search(text)
        if (
            found is None
            or _NO_THING.match(found["new"])
            or _NO_MORE.match(found["new"])
            or _THAT.match(found["old"])
            or found["old"].casefold() in ("them", "it", "letter")
        ):
            continue
        if shape in _CHANGES or not _NO_SWAP.search(f"{found['old']} {found['new']}"):
            if re.fullmatch(r"(?:my )?name", found["old"], re.IGNORECASE):
                return Edit(adds=True, words=found["new"], of_name=True)
            return Edit(adds=False, words=found["old"], puts=_PLEASE.sub("", without_ending(found["new"])))
    return None


def _put_in(text: str) -> Edit | None:
    added = put_in(text)
    if added is None:
        return None
    words, bare = added.words or _LED_IN.sub("", added.before), _PUT_BARE.search(_PLEASE.sub("", text))
    return Edit(adds=True, words=_PLEASE.sub("", words) if bare else words, name_like=bare is not None)


_LED_IN = re.compile(r"^(?:(?:no|nah|but|well|so|and)\b\W*)+(?=(?:i|my)\b)", re.IGNORECASE)
_PLEASE = re.compile(r"(?:[\s,]+(?:please|pls|plz|instead))+\W*$", re.IGNORECASE)
_PUT_BARE = re.compile(
    rf"\b(?:put|use|write|make it)\s+(?:just\s+)?{NO_NAME}[^\W\d_][\w'-]*(?:\s+[^\W\d_][\w'-]*)?\W*$", re.IGNORECASE
)
