"""Whether a person's own words name a thing, or are a person's name; else they are a sentence, or half of one."""

from __future__ import annotations

import re
from collections.abc import Mapping

MOST_WORDS = 3
_NO_NAME_OF_A_THING = frozenset(
    "i im ive id my me we our you your he she they it its a an the this that to of at on in for with from up out "
    "about not no never dont cant wont didnt doesnt isnt aint am is are was were be been being have has had got get "
    "gets do does did done can could will would want wanna need like likes love loved enjoy used bit lot lots bad "
    "good really very so too n and or but cos because gone "
    "home homes office hospital ward warehouse factory site job jobs work".split()
)
_WORKPLACES = frozenset("home office hospital ward warehouse factory site".split())
_ROLE = re.compile(
    r"managers?|supervisors?|foreman|operatives?|workers?|assistants?|cleaners?|cooks?|chefs?|porters?|nurses?|doctors?"
    r"|pharmacists?|physios?|sisters?|engineers?|agents?|clerks?|drivers?|pickers?|packers?|hands?|security|receptionists?"
)

LONGEST_PLAIN_NAME = 40
_VERBS = frozenset(
    "is am are was were be been im its hes shes thats have has had got call called calls name say said put use give "
    "write like love want would can could do does dont did didnt think know feel go goes went come need".split()
)


_OPENS = frozenset("i im ive id its what why how where when who dont cant not".split())


def is_sentence(words: str) -> bool:
    """No name, as it seems: a verb among more than three words, more letters than names have, or how sentences open:
    "i'm scared".
    """
    plain = [word.casefold().replace("'", "").replace("’", "").strip(".,!?;:") for word in words.split()]
    if len(plain) > 1 and plain[0] in _OPENS:
        return True
    return len(words.strip()) > LONGEST_PLAIN_NAME or (len(plain) > MOST_WORDS and not _VERBS.isdisjoint(plain))


_MOST_OF_A_NAME = 6
_DENIES = re.compile(r"\b(?:no|not|never|don['\u2019]?t|isn['\u2019]?t|thats|that['\u2019]s)\b", re.IGNORECASE)


def may_be_meant_as_name(words: str) -> bool:
    """Whether it is worth asking if they are to stand as a name: no long sentence is, nor what denies something."""
    return len(words.split()) <= _MOST_OF_A_NAME and _DENIES.search(words) is None


_BARE = frozenset("show help give do learn try start work go see ready again soon later want own way".split())
"""Words that need another to name a thing: "show" of "show the young lads"."""


def is_name(words: str) -> bool:
    """One to three words that name a thing: no little words of a sentence, and no place of work, which nobody likes."""
    parts = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", words.casefold())
    plain = [part.replace("'", "").replace("’", "") for part in parts]
    if plain and _BARE.issuperset(plain):
        return False
    if len(plain) > 1 and _ROLE.fullmatch(plain[-1]):  # "site manager" is no site
        plain = [word for word in plain if word not in _WORKPLACES]
    return 0 < len(plain) <= MOST_WORDS and not _NO_NAME_OF_A_THING.intersection(plain) and not words.isdigit()


_PARTICLES = frozenset("de da do dos das del della di du la le van von der den ter bin ibn al el y e of the".split())


def as_name(words: str) -> str:
    """A name typed without a capital, as names are written; one with any capital stands as it is."""
    if words != words.lower():
        return words
    parts = words.split(" ")
    return " ".join(part if at and part in _PARTICLES else part[:1].upper() + part[1:] for at, part in enumerate(parts))


_SERVED = frozenset(
    "customer customers client clients patient patients passenger passengers guest guests shopper shoppers public"
    " resident residents pupil pupils student students".split()
)
_DO_TO_HOPE = frozenset(
    "learn study train volunteer help find get start set run build make try go meet improve practise practice work"
    " write read speak teach understand become be".split()
)


_QUALITIES = frozenset("paid unpaid young younger old older new junior senior local free part-time full-time".split())


def names_the_served(words: str) -> bool:
    """Whether it names those whom work is done for, or no thing at all: nobody enjoys "customer" or "paid"."""
    return words.casefold() in _SERVED | _QUALITIES


_DONE_BY: Mapping[str, str] = {
    "tailor": "tailoring", "dressmaker": "dressmaking", "seamstress": "sewing", "baker": "baking", "cook": "cooking",
    "chef": "cooking", "painter": "painting", "decorator": "decorating", "builder": "building", "driver": "driving",
    "cleaner": "cleaning", "gardener": "gardening", "farmer": "farming", "hairdresser": "hairdressing",
    "barber": "barbering", "carpenter": "carpentry", "joiner": "joinery", "plumber": "plumbing", "welder": "welding",
    "teacher": "teaching", "nurse": "nursing", "carer": "caring for people", "writer": "writing", "singer": "singing",
    "dancer": "dancing", "musician": "music", "photographer": "photography", "potter": "pottery", "weaver": "weaving",
    "mechanic": "mending cars", "electrician": "electrical work", "waiter": "waiting at tables",
}  # fmt: skip


def done_by(words: str) -> str:
    """What is done by whom they name: "tailor" among likings is tailoring."""
    return _DONE_BY.get(words.casefold(), words)


def as_hope(words: str) -> str:
    """As it stands behind "I would like": "to learn more"."""
    first, space, _ = words.partition(" ")
    return f"to {words}" if space and first.casefold() in _DO_TO_HOPE else words


_OF_USE = re.compile(
    r"(?:to )?(?P<does>(?:be|feel) (?:useful|of (?:some |any )?use|needed)(?: again)?"
    r"|do (?:something|some) (?:useful|good)"
    r"|(?:give|giving) (?:something )?back|make a difference|lend a hand|contribute)",
    re.IGNORECASE,
)


def of_use(words: str) -> str:
    """A wish to be of use, which is not yet one to volunteer: "to be useful"; empty where it is another."""
    found = _OF_USE.fullmatch(words.strip())
    return f"to {found['does'].casefold().replace('giving', 'give')}" if found else ""


_DOES = frozenset(
    "teach sew knit cook bake draw paint sing write read swim mend fix crochet weave sketch make grow play "
    "clean drive build run sell serve carry deliver manage decorate weld climb photograph edit translate interpret "
    "organise carve wash repair".split()
)
"""Verbs that are seldom the name of a thing."""
_DOUBLED = frozenset("knit swim run".split())
_DID: Mapping[str, str] = {
    "drove": "drive", "ran": "run", "taught": "teach", "sold": "sell", "made": "make", "built": "build",
    "wrote": "write", "sang": "sing", "drew": "draw", "grew": "grow", "swam": "swim",
}  # fmt: skip


_STILL = re.compile(r"(?<=\w)\s+(?:still|too|again|though|mostly|sometimes|now and then|a lot|lots)$", re.IGNORECASE)
"""How often, or that it goes on, is no part of a thing's name: "baking still"."""


def as_liking(words: str) -> str:
    """The name of a thing, as it stands in a list of likings: who says "i can sew" likes sewing."""
    words = _STILL.sub("", words) or words
    told, space, rest = words.partition(" ")
    verb = _base(told.casefold()) if space else _of_her(told)
    if verb.casefold() not in _DOES:
        return words
    stem = verb[:-1] if verb.endswith("e") else verb + verb[-1] if verb.casefold() in _DOUBLED else verb
    return f"{stem}ing{space}{rest}"


def _of_her(word: str) -> str:
    """The verb of "she sews"."""
    bare = word.casefold().removesuffix("s")
    return bare if bare in _DOES else word


def does(words: str) -> bool:
    """Whether it is a verb with what is done: "drive buses", "cleaned offices"."""
    verb, space, _ = words.partition(" ")
    return bool(space) and _base(verb.casefold()) in _DOES


def did(words: str) -> bool:
    """As ``does``, in the past: "drove buses"; a "cook" is no verb there."""
    verb = words.partition(" ")[0].casefold()
    return does(words) and verb not in _DOES


def is_bare_verb(words: str) -> bool:
    """What was done, with nothing named that it was done to: "drove"."""
    verb = words.casefold().strip(" .")
    return verb not in _DOES and _base(verb) in _DOES


def _base(verb: str) -> str:
    regular = (verb.removesuffix("ed"), verb.removesuffix("d")) if verb.endswith("ed") else ()
    return _DID.get(verb) or next((one for one in regular if one in _DOES), verb)


def telling_words(words: str) -> list[str]:
    """The words that name something, small ones left out."""
    parts = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", words.casefold())
    return [part for part in parts if part.replace("'", "").replace("’", "") not in _NO_NAME_OF_A_THING]
