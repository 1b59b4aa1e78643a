"""What was misheard, or no longer holds, is taken off the list, said so, and places are looked for anew."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rapidfuzz import fuzz
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn, projected
from actions.titles import short_title
from actions.wording import TIMES, WISHES, worded
from introductions.asked import QUESTIONS
from introductions.corrections import corrected
from introductions.likings import LIKED, liking_of
from introductions.model import Fact, Heard
from introductions.naming import telling_words
from introductions.questions import telling
from introductions.reading import Reading
from knowledge.answers import answer_codes
from knowledge.illnesses import illness_in, same_illness
from knowledge.understanding import understand
from knowledge.understanding.misheard import not_me, swapped, taken_off, told_beside

_ALIKE = 85
"""RapidFuzz ratio (0 to 100) from which two words count as the same, "draw" and "drawing" by their beginning."""
_LIKED = ("interest.",)
_HARD = ("health.", "constraint.")
_OWN_ONLY = ("stage.", "identity.")
_DENIED_LIKING = re.compile(
    r"\b(?:never|not|didn'?t|did not)\s+(?:say|said|tell you|told you)\s+(?:that\s+)?i\s+(?:like|love|enjoy)\b"
)
MOST_BUTTONS = 8
_TAKEN = SlotSet("misheard_step", "taken")


class PutRight(Act):
    """Facts whose words are named go; of those that the message denies by meaning, all. A liking that is told stays.

    Where it is not said what is wrong, the one thing to work round goes, and among several it asks which. The slot
    ``misheard_step`` tells the rules how it went.
    """

    action = "action_put_right"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if self.people.person(turn.person).keep == "none":
            return [_TAKEN]
        text = self.people.words_of(turn.id) or ""
        swap = None if turn.picked or turn.asked else swapped(text)
        read = Reading.of(understand(swap.new if swap else text, asked=turn.asked))
        if swap:
            return self._swap(out, turn, read, swap.old)
        unnamed = not turn.picked and not_me(text, turn.asked)
        wrong = self._meant(turn, unnamed=unnamed) or self._named(turn, read, text)
        if not wrong and (unnamed or self._names_nothing_known(turn, read, text)):
            return self._ask_which(out, turn)
        if not wrong:
            return [*self._as_told(turn, read), _TAKEN]
        wrong += _chosen(self.facts(turn), wrong)
        for fact in wrong:
            self.people.forget(turn.person, fact.id, f"{self.key(turn)}:{fact.id}")
        liked = [one for one in read.concepts if (one.code or "").startswith(_LIKED) and _likes(text, one)]
        heard = [Heard("concept", one.value, one.code, "yes", one.words) for one in liked]
        heard += self._beside(turn, text, {fact.code for fact in wrong} | {one.code for one in heard})
        if heard:
            self.people.remember(turn.person, heard, turn=turn.id, key=self.key(turn))
        shown = _each_once([self._shown(fact) for fact in wrong if not _is_ours_to_know(fact)] or [wrong[0].words])
        out.utter_message(response="utter_taken_off", words=shown)
        return [*projected(self.facts(turn)), _TAKEN]

    def _names_nothing_known(self, turn: Turn, read: Reading, text: str) -> bool:
        """Whether something is said to be wrong that is not on the list, and nothing else is told."""
        named = taken_off(text, asked=True)  # outright: "im not a printer" may be of a place that was shown
        return bool(named) and not telling(read, turn.asked).heard and bool(_standing(self.facts(turn)))

    def _beside(self, turn: Turn, text: str, settled: Collection[str | None]) -> list[Heard]:
        """What other sentences of the message tell."""
        rest = told_beside(text)
        read = Reading.of(understand(rest, asked=turn.asked)) if rest and rest != text.strip() else None
        return [one for one in telling(read, turn.asked).heard if one.code not in settled] if read else []

    def _swap(self, out: CollectingDispatcher, turn: Turn, read: Reading, old: str) -> Events:
        """One thing in another's place. A liking or trade that no list of ours knows is none of ours to look for."""
        named = illness_in(read.text)
        wrong = [
            fact
            for fact in _standing(self.facts(turn))
            if self._is_called(fact, old) and not (named and same_illness(named, illness_in(fact.words)))
        ]
        for fact in wrong:
            self.people.forget(turn.person, fact.id, f"{self.key(turn)}:{fact.id}")
        if wrong:
            out.utter_message(response="utter_taken_off", words=_each_once([self._shown(fact) for fact in wrong]))
        return [*self._as_told(turn, read), _TAKEN]

    def _meant(self, turn: Turn, *, unnamed: bool) -> list[Fact]:
        """The facts of a button that was pressed; without a name the one thing to work round."""
        standing = _standing(self.facts(turn))
        if turn.picked:
            return [fact for fact in standing if fact.code == turn.picked.get("field")]
        hard = [fact for fact in standing if (fact.code or "").startswith(_HARD) and fact.code not in (*TIMES, *WISHES)]
        codes = {fact.code for fact in (hard or standing)}
        return (hard or standing) if unnamed and len(codes) == 1 else []

    def _named(self, turn: Turn, read: Reading, text: str) -> list[Fact]:
        named = taken_off(text, asked=turn.asked is not None) or ""
        facts = self.facts(turn)
        ours = [fact for fact in _standing(facts) if self._is_our_word(fact, named)]
        if ours:
            codes = {fact.code for fact in ours}
            return [*ours, *(fact for fact in facts if fact.field == LIKED and liking_of(fact) in codes)]
        plainly = [fact for fact in facts if fact.field in _PLAIN_FIELDS and named and _is_plainly(fact, named)]
        return [*misheard(facts, named, read, text), *plainly] or [
            fact for fact in _standing(facts) if named and self._is_called(fact, named) and not _of_problems(text)
        ]

    def _is_our_word(self, fact: Fact, named: str) -> bool:
        """Whether it is named in the very words in which we said it back."""
        words = telling_words(named)
        return bool(words) and not (fact.code or "").startswith(_OWN_ONLY) and telling_words(self._shown(fact)) == words

    def _is_called(self, fact: Fact, named: str) -> bool:
        """By what we called it, or by another word for it: "take stress out" where they had said "burnt out"."""
        ours = telling_words(self._shown(fact))
        if any(_alike(word, other) for word in telling_words(named) for other in ours):
            return True
        return any(concept.code == fact.code for concept in understand(named).concepts)

    def _shown(self, fact: Fact) -> str:
        """What nobody is told back in words of ours, as who somebody is, stands in their own."""
        if not fact.code or fact.code.startswith(_OWN_ONLY):
            return fact.words or fact.value
        return worded(self.deps.say, fact.code or "", fact.words)

    def _ask_which(self, out: CollectingDispatcher, turn: Turn) -> Events:
        standing = {fact.code or "": fact for fact in _standing(self.facts(turn))}
        buttons = [
            {"title": _short(self._shown(fact)), "intent": "put_right", "entities": {"field": code}}
            for code, fact in list(standing.items())[-MOST_BUTTONS:]
        ]
        out.utter_message(response="utter_which_misheard", buttons=buttons)
        return [SlotSet("misheard_step", "asked")]

    def _as_told(self, turn: Turn, read: Reading) -> Events:
        """Nothing of the kind is on the list, so the message tells what it tells."""
        heard = telling(read, turn.asked).heard
        heard = (*corrected(read, heard, self.facts(turn)), *heard)
        if heard:
            self.people.remember(turn.person, heard, turn=turn.id, key=self.key(turn))
        return projected(self.facts(turn))


def _each_once(shown: Sequence[str]) -> str:
    """Without what holds another of them: no "im a single dad" beside "single dad"."""
    names = list(dict.fromkeys(shown))
    return ", ".join(one for one in names if not any(other != one and other in one for other in names))


_PLAIN_FIELDS = ("district", "area", "language", "goal", LIKED)
"""What is said back in their own words, without a code."""


def _is_plainly(fact: Fact, named: str) -> bool:
    theirs = telling_words(fact.words or fact.value)
    return any(_alike(word, other) for word in telling_words(named) for other in theirs)


def _is_ours_to_know(fact: Fact) -> bool:
    """A mark of what was picked, and a stage, were never said back."""
    return (not fact.code and fact.field not in _PLAIN_FIELDS) or (fact.code or "").startswith("stage.")


def _chosen(facts: Sequence[Fact], wrong: Sequence[Fact]) -> list[Fact]:
    """Answers picked among our options that stand for nothing else than what goes, and the stage they were heard as."""
    codes = {fact.code for fact in wrong}
    options = [(fact, set(answer_codes(fact.field, fact.value))) for fact in facts if fact.field in QUESTIONS]
    picked = [(fact, meant) for fact, meant in options if _plain(meant) and _plain(meant) <= codes]
    heard_as = {(fact.turn, code) for fact, meant in picked for code in meant if code not in codes}
    return [*(fact for fact, _ in picked), *(one for one in facts if (one.turn, one.code) in heard_as)]


def _plain(codes: Collection[str]) -> set[str]:
    return {code for code in codes if not code.startswith(_OWN_ONLY)}


def _standing(facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.code and fact.polarity != "no"]


def _short(words: str) -> str:
    """As many whole words as a button holds."""
    title = words[:1].upper() + words[1:]
    return short_title(title)


def misheard(facts: Sequence[Fact], named: str, read: Reading, text: str) -> list[Fact]:
    """The facts that the message takes back: by their words, by a denial of the same code, as far as they are named."""
    standing = _standing(facts)
    problem = _of_problems(text)
    denied = {one.code for one in read.concepts if one.polarity == "no" and not (problem and _is_liked(one.code))}
    words = telling_words(named)
    found = [fact for fact in standing if fact.code in denied or _names(words, fact)]
    if problem:
        found = [fact for fact in found if not _is_liked(fact.code)]
    return found


def _names(words: Sequence[str], fact: Fact) -> bool:
    theirs = telling_words(fact.words or fact.code or "")
    return any(_alike(word, other) for word in words for other in theirs)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    near = one[0] == other[0] and fuzz.ratio(one, other) >= _ALIKE  # "looking" is no "cooking" misspelt
    return one == other or (len(short) > 3 and (long.startswith(short) or near))


def _of_problems(text: str) -> bool:
    """As in "drawing isn't a problem" and "take draw out, draw is what I like": the liking stays, the trouble goes."""
    said = _DENIED_LIKING.sub("", text.casefold())
    return any(words in said for words in ("problem", "issue", "trouble", "difficult", "i like", "i love", "i enjoy"))


def _is_liked(code: str | None) -> bool:
    return (code or "").startswith(_LIKED)


def _likes(text: str, one: Heard) -> bool:
    said, words = _DENIED_LIKING.sub("", text.casefold()), one.words.casefold()
    return any(f"{verb} {words}" in said for verb in ("like", "love", "enjoy")) or f"{words} is what i like" in said
