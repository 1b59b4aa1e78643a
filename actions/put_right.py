"""What was misheard, or no longer holds, is taken off the list, said so, and places are looked for anew."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn, projected
from actions.wording import worded
from introductions.model import Fact, Heard
from introductions.naming import telling_words
from introductions.questions import Reading, corrected, telling
from knowledge.understanding import understand
from knowledge.understanding.asides import taken_off

_ALIKE = 85
"""RapidFuzz ratio (0 to 100) from which two words count as the same, "draw" and "drawing" by their beginning."""
_LIKED = ("interest.",)


class PutRight(Act):
    """Facts whose words are named go; of those that the message denies by meaning, all. A liking that is told stays."""

    action = "action_put_right"

    def act(self, out: CollectingDispatcher, turn: Turn) -> Events:
        if self.people.person(turn.person).keep == "none":
            return []
        text = self.people.words_of(turn.id) or ""
        read = Reading.of(understand(text, asked=turn.asked))
        named = taken_off(text, asked=turn.asked is not None) or ""
        wrong = misheard(self.facts(turn), named, read, text)
        if not wrong:
            return self._as_told(turn, read)
        for fact in wrong:
            self.people.forget(turn.person, fact.id, f"{self.key(turn)}:{fact.id}")
        liked = [one for one in read.concepts if (one.code or "").startswith(_LIKED) and _likes(text, one)]
        if liked:
            heard = [Heard("concept", one.value, one.code, "yes", one.words) for one in liked]
            self.people.remember(turn.person, heard, turn=turn.id, key=self.key(turn))
        words = ", ".join(dict.fromkeys(worded(self.deps.say, fact.code or "", fact.words) for fact in wrong))
        out.utter_message(response="utter_taken_off", words=words)
        return projected(self.facts(turn))

    def _as_told(self, turn: Turn, read: Reading) -> Events:
        """Nothing of the kind is on the list, so the message tells what it tells."""
        heard = telling(read, turn.asked).heard
        heard = (*corrected(read, heard, self.facts(turn)), *heard)
        if heard:
            self.people.remember(turn.person, heard, turn=turn.id, key=self.key(turn))
        return projected(self.facts(turn))


def misheard(facts: Sequence[Fact], named: str, read: Reading, text: str) -> list[Fact]:
    """The facts that the message takes back: by their words, by a denial of the same code, or the newest for "it"."""
    standing = [fact for fact in facts if fact.code and fact.polarity != "no"]
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
    said = text.casefold()
    return any(words in said for words in ("problem", "issue", "trouble", "difficult", "i like", "i love", "i enjoy"))


def _is_liked(code: str | None) -> bool:
    return (code or "").startswith(_LIKED)


def _likes(text: str, one: Heard) -> bool:
    return any(f"{verb} {one.words.casefold()}" in text.casefold() for verb in ("like", "love", "enjoy")) or (
        f"{one.words.casefold()} is what i like" in text.casefold()
    )
