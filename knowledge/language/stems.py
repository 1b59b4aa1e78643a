"""Light stemming: the endings of English verbs and plurals, nothing more, so that "sews" and "sewing" are one word."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.language.english import english_words

_IRREGULAR = {
    form: base
    for base, forms in {
        "be": "am is are",
        "have": "has having",
        "do": "does doing",
        "go": "goes went gone going",
        "get": "got gets gotten getting",
        "make": "made making",
        "sew": "sewn",
        "teach": "taught",
        "drive": "drove driven driving",
        "sell": "sold",
        "run": "ran running",
        "write": "wrote written writing",
        "sing": "sang sung",
        "draw": "drew drawn",
        "build": "built",
        "lose": "lost loses losing loosing",
        "feel": "felt",
        "sleep": "slept",
        "leave": "left leaving",
        "hurt": "hurting hurts",
        "think": "thought",
        "say": "said",
        "tell": "told",
        "keep": "kept",
        "find": "found",
        "take": "took taken taking",
        "give": "gave given giving",
        "know": "knew known",
        "see": "saw seen",
        "come": "came coming",
        "eat": "ate eaten",
        "break": "broke broken",
        "fall": "fell fallen",
        "grow": "grew grown",
        "speak": "spoke spoken",
        "hear": "heard",
        "die": "dying died dies",
        "lie": "lying",
        "child": "children childs kids kid",
        "person": "persons",
        "woman": "women womens",
        "man": "men mens",
        "knee": "knees",
        "shoe": "shoes",
        "bus": "buses busses",
        "life": "lives",
        "knife": "knives",
        "study": "studied studying studies",
        "cry": "cried crying cries",
        "beat": "beaten beating",
        "hit": "hitting",
        "stab": "stabbed stabbing",
        "cut": "cutting cuts",
        "self": "selves",
    }.items()
    for form in forms.split()
}
_WHOLE = frozenset(
    "as us is this his yes was has does gas always perhaps news sports series species christmas thanks means times "
    "glasses clothes arts maths physics electronics logistics athletics aerobics gymnastics politics mathematics "
    "during thing something anything nothing everything king ring bring spring string morning evening ceiling wedding "
    "building nursing counselling feeling meeting training need feed speed seed bed red wed shed led fed weed bleed "
    "indeed hundred naked sacred wicked illness business less unless homeless stress dress access process progress "
    "address happiness loneliness sadness address boss loss pass class glass across press mess bless "
    "various previous nervous serious anxious famous religious diabetes rabies asbestos housing clothing "
    "arthritis bronchitis sclerosis psychosis diagnosis analysis basis crisis tennis lupus virus campus status bonus "
    "focus census circus canvas pancreas lens sertraline being string anything living".split()
)
_CVC = re.compile(r"^[^aeiou]*[aeiouy][^aeiouwxy]$")


@lru_cache(maxsize=20000)
def stem(word: str) -> str:
    """The base form of a lower-case word; words of three letters and unknown shapes come back unchanged."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or word in _WHOLE or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return stem(word[:-1]) if len(word) > 4 else word[:-1]
    if word.endswith("ing") and len(word) > 5:
        return _verb(word[:-3])
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ed") and len(word) > 4:
        return _verb(word[:-2])
    return word


def _verb(root: str) -> str:
    """What is left of a verb when -ing or -ed has gone, with its doubled letter undone or its e put back."""
    if not re.search("[aeiouy]", root):
        return root + "ing"
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
        return root[:-1]
    words = english_words()
    if _CVC.match(root) and root + "e" in words:
        return root + "e"
    if root in words and not root.endswith(("c", "v", "u")):
        return root
    if root + "e" in words:
        return root + "e"
    if root[-1:] == root[-2:-1] and root[:-1] in words:
        return root[:-1]
    return root
