"""What was misheard, or no longer holds, is taken off the list, said so, and places are looked for anew."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rapidfuzz import fuzz
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn, projected
from actions.places import LONGEST_TITLE
from actions.wording import TIMES, WISHES, worded
from introductions.model import Fact, Heard
from introductions.naming import telling_words
from introductions.questions import Reading, corrected, telling
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
        if not wrong and unnamed:
            return self._ask_which(out, turn)
        if not wrong:
            return [*self._as_told(turn, read), _TAKEN]
        for fact in wrong:
            self.people.forget(turn.person, fact.id, f"{self.key(turn)}:{fact.id}")
        liked = [one for one in read.concepts if (one.code or "").startswith(_LIKED) and _likes(text, one)]
        heard = [Heard("concept", one.value, one.code, "yes", one.words) for one in liked]
        heard += self._beside(turn, text, {fact.code for fact in wrong} | {one.code for one in heard})
        if heard:
            self.people.remember(turn.person, heard, turn=turn.id, key=self.key(turn))
        out.utter_message(response="utter_taken_off", words=_each_once([self._shown(fact) for fact in wrong]))
        return [*projected(self.facts(turn)), _TAKEN]

    def _beside(self, turn: Turn, text: str, settled: Collection[str | None]) -> list[Heard]:
        """What other sentences of the message tell."""
        rest = told_beside(text)
        read = Reading.of(understand(rest, asked=turn.asked)) if rest and rest != text.strip() else None
        return [one for one in telling(read, turn.asked).heard if one.code not in settled] if read else []

    def _swap(self, out: CollectingDispatcher, turn: Turn, read: Reading, old: str) -> Events:
        """One thing in another's place. A liking or trade that no list of ours knows is none of ours to look for."""
        wrong = [fact for fact in _standing(self.facts(turn)) if self._is_called(fact, old)]
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
        return misheard(facts, named, read, text) or [
            fact for fact in _standing(facts) if named and self._is_called(fact, named) and not _of_problems(text)
        ]

    def _is_called(self, fact: Fact, named: str) -> bool:
        """By what we called it, or by another word for it: "take stress out" where they had said "burnt out"."""
        ours = telling_words(self._shown(fact))
        if any(_alike(word, other) for word in telling_words(named) for other in ours):
            return True
        return any(concept.code == fact.code for concept in understand(named).concepts)

    def _shown(self, fact: Fact) -> str:
        """What nobody is told back in words of ours, as who somebody is, stands in their own."""
        if (fact.code or "").startswith(_OWN_ONLY):
            return fact.words
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


def _standing(facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.code and fact.polarity != "no"]


def _short(words: str) -> str:
    """As many whole words as a button holds."""
    title = words[:1].upper() + words[1:]
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE + 1].rsplit(" ", 1)[0]


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
    return one == other or (len(short) > 3 and (long.startswith(short) or fuzz.ratio(one, other) >= _ALIKE))


def _of_problems(text: str) -> bool:
    """As in "drawing isn't a problem" and "take draw out, draw is what I like": the liking stays, the trouble goes."""
    said = _DENIED_LIKING.sub("", text.casefold())
    return any(words in said for words in ("problem", "issue", "trouble", "difficult", "i like", "i love", "i enjoy"))


def _is_liked(code: str | None) -> bool:
    return (code or "").startswith(_LIKED)


def _likes(text: str, one: Heard) -> bool:
    said, words = _DENIED_LIKING.sub("", text.casefold()), one.words.casefold()
    return any(f"{verb} {words}" in said for verb in ("like", "love", "enjoy")) or f"{words} is what i like" in said
