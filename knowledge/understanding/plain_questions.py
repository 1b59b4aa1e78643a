"""Everyday questions that want a plain answer first: forms, an ill day, whether this is real, who is told, the sack."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.language.patois import in_plain_english
from knowledge.language.phrases import PhraseBook, split_phrases, strongest
from knowledge.language.usage import DATA, language
from knowledge.language.words import tokens
from knowledge.understanding.what_to_say import asks_words_at_work
from knowledge.yaml_files import read_yaml

_UNLESS, _GROUPS = "unless", "groups"


_CHANGES_MIND = re.compile(
    r"\b(?:what if|what happens if|what happens when|(?:can|could|may) (?:i|me)(?: still)?|am i (?:able"
    r"|allowed) to|is it (?:ok|okay|fine)"
    r" (?:if i|to)|if|suppose|i (?:might|may))\s+(?:i |me )?(?:can |could |want to |decide to |need to )?(?:chang\w*"
    r"|chng)\s+(?:my|me|mi|the)\s+min(?:d|e)\b"
    r"|\b(?:can|could|may|what if) i (?:still )?(?:take (?:it|that|the letter|my letter) back|pull out|back out"
    r"|say no|stop it)"
    r" (?:after|later|afterwards|once (?:it|you|they)|when it)\b",
    re.IGNORECASE,
)


def asks_to_change_mind(text: str) -> bool:
    """As in "yes but what if i change my mind after": a question, and no yes."""
    plain = in_plain_english(text).replace("\u2019", "'")
    return len(text.split()) <= _FEW and _CHANGES_MIND.search(plain) is not None


def plain_question(text: str) -> str | None:
    """The dialogue's own intent of the question that is asked; None where it is none of these."""
    if asks_to_change_mind(text):
        return "ask_panic"
    if asks_words_at_work(text):
        return "ask_what_to_say"
    found = [one.label for one in strongest(_book().find(tokens(text)))]
    return None if _UNLESS in found else next(iter(found), None)


@lru_cache(maxsize=1)
def _book() -> PhraseBook:
    """Spelling is not taught its words: how everything else is read stays as it is."""
    data = read_yaml(DATA / "intents" / "plain_questions.yaml")
    kinds = {label: block for label, block in data.items() if label != _GROUPS}
    phrases = ((label, phrase) for label, block in kinds.items() for phrase in split_phrases(block))
    return PhraseBook(phrases, {**language().groups, **data[_GROUPS]})


_LONG_WAIT = re.compile(
    r"^\W*(?:\w+\?\W*)?(?:oh\W+)?"
    r"(?:(?:that'?s|that is|it'?s|is) (?:ages|(?:way )?too long|so long|months|forever)|(?:total |a )?waste of time"
    r"|knew it|too long to wait|can'?t wait that long)\b(?!\s+(?:since|ago))",
    re.IGNORECASE,
)
_TURN_DOWN = (
    r"(?:nobody|no[- ]?one|none of (?:them|these places)|not one of them)\s+"
    r"(?:will|would|'?ll|ever|really|even|else|is|has|out there|there|seems? to|going to|gonna|ever will)*\s*"
    r"(?:want|need|like|care|bother|answer|repl|interested|take|took|wrote|write|pick|choose|chose)\w*"
    r"(?:\s+(?:in|to|about|back|with|on))*(?:\s+(?:me|us|someone like me|people like me))?"
)
_NOT_WANTED = re.compile(
    rf"\b{_TURN_DOWN}(?:\s+(?:then|anyway|do they|eh|again|at all|though|ever))*\W*(?:$|[.,!?])"
    r"|\b(?:nobody|no[- ]?one)\s+(?:will |would |'ll |ever |really |even )*(?:wants?|needs?|takes?|likes?|hires?)\s+"
    r"(?:an?|any)\s+(?:\w+ ){0,2}?(?:man|woman|person|bloke|guy|fella|lad|mum|mother|girl|worker|cripple"
    r"|body|someone|somebody)"
    r"(?: (?:like|with|of|on|who|in|at)\b[^.?!]{0,40})?\W*(?:$|[.,!?])"
    r"|\b(?:they|he|she|it|places?|people|that lot)\s+(?:all |just |really |clearly |obviously |probably )*"
    r"(?:don'?t|do not|didn'?t|did not|doesn'?t|does not|won'?t|wouldn'?t|never)\s+(?:even |really |ever )*"
    r"(?:want|like|need|fancy|wanted|liked)\s+(?:me|us|people like me|someone like me|my (?:sort|kind))\b"
    r"(?!\s+(?:to|in|on|off)\b)"
    r"|\b(?:i'?m|i am|am)\s+(?:just |clearly |obviously )*(?:not|never|un) ?(?:wanted|good enough|what they want)"
    r"|\b(?:story of my life|always the same with me|rejected|turned down again|what'?s wrong with me"
    r"|what did i do wrong|(?:is|was) it (?:me|something i (?:said|did|wrote))|(?:its|it's|it is) because of me)\b",
    re.IGNORECASE,
)
_FEW = 14
_FOR_THEM = re.compile(
    r"\b(?:is|are|r|would) (?:this|it|that|dis|you|u)(?: thing| app| service)?(?: be)?(?: \w+)?"
    r" (?:for|meant for|aimed at|ok for|any good for|suitable for)"
    r" (?:\w+ )?(?:(?:people|someone|somebody|folks?|anyone|ones|men|women|guys)(?: (?:like|of|at|in"
    r"|with))? (?:me|us|my\b.*)"
    r"|(?:like )?my age|(?:old|older|young|younger|disabled|ill|sick|poorly|foreign|black|deaf|blind)"
    r" (?:people|ones?|folks?|men|women))\b|\bdo (?:you|u) (?:take|help|do) (?:people|someone"
    r"|folks?) (?:like me|my age)\b",
    re.IGNORECASE,
)


_SIGNS = re.compile(
    r"\b(?:they|anyone|anybody|someone|somebody|staff|people)\b[^.?!]*\b(?:signs?(?!\s+(?:on|up|in|off|for"
    r"|me|us|my|the|a|it|this|that|forms?)\b)"
    r"|use (?:bsl|sign language))\b"
    r"|\b(?:is|are) there\b[^.?!]*\b(?:bsl|sign language|signer|who signs?)\b",
    re.IGNORECASE,
)
_KEPT_FROM = re.compile(
    r"\b(?:don'?t|do not|dnt|dont|never) want (?:any(?:one|body)|people|them|every(?:one|body)|others|nobody"
    r"|the places?)"
    r" (?:there )?(?:to )?(?:know(?:ing)?|find(?:ing)? out|hear(?:ing)?) (?:about|of|that|i\b|where|what|why|my\b)",
    re.IGNORECASE,
)


def asks_if_they_sign(text: str) -> bool:
    """As in "can they sign": of sign language, not of signing on."""
    return len(text.split()) <= _FEW and _SIGNS.search(text) is not None


def keeps_private(text: str) -> bool:
    """As in "dont want people to know about hospital": who is told what is said at once."""
    return len(text.split()) <= _FEW and _KEPT_FROM.search(text) is not None


def asks_if_for_them(text: str) -> bool:
    """As in "is this for people like me", asked of us before any place is shown."""
    return len(text.split()) <= _FEW and _FOR_THEM.search(text) is not None


def fed_up_of_waiting(text: str) -> bool:
    """As in "january? thats ages. knew it, waste of time"; in a longer message more is told than that."""
    return len(text.split()) <= _FEW and _LONG_WAIT.search(text) is not None


def feels_unwanted(text: str) -> bool:
    """As in "oh. nobody wants me then", when a place said no or nothing; in a longer message more is told."""
    return len(text.split()) <= _FEW and _NOT_WANTED.search(text) is not None


def answered_plainly(text: str) -> bool:
    """Whether the question, or the weariness, has an answer of its own, and wants no kind line besides."""
    return (
        fed_up_of_waiting(text) or feels_unwanted(text) or (plain_question(text) is not None and not is_a_story(text))
    )


def is_a_story(text: str) -> bool:
    """Whether so much is told that a question in it is answered beside what was heard."""
    return len(text.split()) > _FEW
