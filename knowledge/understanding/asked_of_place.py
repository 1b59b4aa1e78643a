"""Questions about a place that no topic of ours covers: "do i have to talk?", "can i sit down while i chop?".

They are answered from what the listing says in its own words, or it is told that it does not say. Two questions in one
message are two.
"""

from __future__ import annotations

import re

from knowledge.understanding.coming import asks_who_may_come
from knowledge.understanding.drinking import asks_of_drink
from knowledge.understanding.of_place import LEAD, LONGEST, asks_of_place
from knowledge.understanding.place_wish import without_pointing
from knowledge.understanding.plain_questions import plain_question
from knowledge.understanding.question_form import OPENS, asked_in, asks, without_opening
from knowledge.understanding.topics_of_place import asks_a_demand, asks_which, of_anybody, wider_topics

_MAY_I = (
    r"(?:do|does|will|would|must|should|could|can|may)\s+i\s+(?:have to|need|be|get to|sit|stand|lie|leave|watch|listen"
    r"|try|wear|eat|drink|smoke|park|come|arrive|bring|use|join|just|only|still|stay|take a (?:break|rest)"
    r"|do it|go (?:in|out|alone|once))\s+\w"
)
_IS_IT = r"(?:is|are)\s+(?:it|there|they|(?:the|these|those)\s+\w+|people|everyone)\b"
_DO_THEY = (
    r"(?:do|does|did|will|would|can|could|has|have|might)\s+(?:it|they|there|people|(?:the|other)\s+\w+|everyone)\b"
)
_WHAT = (
    r"(?:what\s+(?:do|should|shall|must|would)\s+i\s+(?:wear|bring|need|take)|what (?:time|days?|ages?)"
    r"|when (?:is|are|does|do)|where (?:is|are) (?:it|they)|how (?:old|far|often|hot|cold)"
    r"|how long (?:is|does (?:it|that|this|the \w+) (?:last|go|run|take|carry)|are|for)"
    r"|(?:what|wot|wat|which) (?:kind|sort|type|breed|size)s? of \w+|how many \w+|(?:un)?till? when"
    r"|how do i get there|what(?:'?s| is| are) (?:it|they|(?:the|their) \w+) like|who (?:else|goes|comes"
    r"|runs|is there|will be|teaches|leads|meets)"
    r"|(?:can|could|may|is it ok(?:ay)? (?:if|for)) (?:my|the|a) (?:\w+ )?(?:dogs?|pets?) (?:come|go|to))\b"
)
_OF_A_PLACE = re.compile(f"{LEAD}(?:{_MAY_I}|{_IS_IT}|{_DO_THEY}|{_WHAT})", re.IGNORECASE)
_SAYS_OF_IT = re.compile(rf"{OPENS}(?:they|dey|it|there|this place|the \w+(?: one)?)\s+\w+\s+\w", re.IGNORECASE)
"""As "they give food there?" puts it; only of what is known to ask."""
_OF_US = re.compile(
    r"\b(?:you|u|your|ur|me|any(?:thing|where|one)|some(?:thing|where|one|body)|else|other|others|ones"
    r"|benefits?|pip|uc|esa|dla|wages?|lose|letters?|messages?|jobcentre|job centre|dwp|council|boss|jobs?|work"
    r"|data|details|information|private|confidential|scam|real|safe|true|legit|answer(?:ed)?|repl(?:y|ied)|heard"
    r"|written"
    r"|weather|news|problem|point|sure|okay|ok|alright|worried|late|tell|told|now|later|tomorrow|stop|introduced?"
    r"|they (?:say|said|know|see|call|ring|write|contact|find))\b",
    re.IGNORECASE,
)
"""What a question to us, or about other things of theirs, speaks of."""


_FOR_US = re.compile(
    r"\b(?:you|u|your|ur|any(?:thing|where)|some(?:thing|where)(?! to (?!do\b|go\b))|else|other|others|ones"
    r"|benefits?|pip|uc|esa|dla|wages?|lose|letters?|messages?|jobcentre|job centre|dwp|council|boss|data|details"
    r"|confidential"
    r"|scam|answer(?:ed)?|repl(?:y|ied)|heard|news|introduced?|my (?:name|address|number|phone|doctor|gp|health)"
    r"|they (?:say|said|know|call|ring|write|contact))\b",
    re.IGNORECASE,
)
"""The same of a question with a topic, where fewer words leave it open."""
_ON_BENEFITS = re.compile(
    r"\b(?:if|when|as|cos|because|while)?\s*(?:i'?m|i am|im|being)\s+(?:on|getting|claiming)\s+(?:\w+\s+)?(?:pip|uc"
    r"|esa|dla|benefits?)\b",
    re.IGNORECASE,
)
_LETS_GO = re.compile(
    r"\b(?:you|u|your|ur|benefits?|pip|uc|esa|dla|jobcentre|job centre|dwp|council|letters?|forms?|data|name|details"
    r"|else|number|email|decide|choose|answer|do (?:this|that) (?:now|today)|right now)\b",
    re.IGNORECASE,
)
"""What is demanded by others than a place, or by us."""
_TO_ME = re.compile(r"\b(?:to|with|at|for|about) me\b", re.IGNORECASE)
_DIFFERENCE = re.compile(
    rf"{LEAD}(?:(?:so|can you|please|tell me)\s+)*"
    r"(?:(?:what|how|whats|what's)\b.{0,20}\b(?:difference|different|differ)\b|compare\b"
    r"|which (?:one|of (?:them|these|those|the (?:two|three)))\b.{0,25}\b(?:best|better|easier|easiest|quieter|quietest"
    r"|smaller|smallest|nearer|nearest|closer|closest|suits?|right|would you|do you)\b)",
    re.IGNORECASE,
)


def asks_difference(text: str) -> bool:
    """Whether places that were shown are to be told apart: "whats the difference between the first and second"."""
    return len(text.split()) <= LONGEST and _DIFFERENCE.search(text) is not None


def questions(text: str) -> list[str]:
    """The questions of one message, each by itself: "how much is it and is there a lift?". Where no part of it asks by
    its form, all of it does.
    """
    return asked_in(text) or [text.strip()]


def asks_freely(text: str) -> bool:
    """Whether something of a place is asked that only its own words may answer."""
    plain = without_opening(of_anybody(text))
    few = 2 < len(plain.split()) <= LONGEST
    shaped = _OF_A_PLACE.match(plain) or (asks(text) and _SAYS_OF_IT.match(text))
    ours = _of_us(plain) or (asks_a_demand(text) and _LETS_GO.search(plain) is not None)
    return few and bool(shaped) and not ours and not asks_who_may_come(text)


def _of_us(plain: str) -> bool:
    return _OF_US.search(_TO_ME.sub("", without_pointing(without_opening(plain)))) is not None


def is_of_place(question: str) -> bool:
    """Whether one question asks about a place, by a topic of ours or freely."""
    plain = of_anybody(without_opening(question))
    if asks_of_drink(question):
        return True
    if asks_of_place(plain) or asks_freely(question):
        return True
    if asks_who_may_come(question):
        return False
    if asks_a_demand(question) and _LETS_GO.search(plain) is None:
        return True
    if not asks(question, marked=False) and not _SAYS_OF_IT.match(question):
        return False  # "wednesday?" answers something
    return bool(wider_topics(question)) and _FOR_US.search(_ON_BENEFITS.sub("", without_pointing(plain))) is None


_WHY_WE_ASK = re.compile(r"^\W*(?:(?:but|and|so|ok)\s+)*why\b[^.!]*\b(?:you|u|ya)\b", re.IGNORECASE)
"""Of what we ask, and of no place: "why do you need to know that"."""


def asks_anything_of_place(text: str) -> bool:
    """Whether what the message asks is about a place: one of its questions at least, and none is for us but what a
    plain answer stands beside. What else it tells does not matter.
    """
    if asks_difference(text):
        return True
    asked = asked_in(text)
    others = [one for one in asked if not is_of_place(one)]
    plain = [one for one in others if plain_question(one) != BAD_DAY and not asks_which(one)]
    if _WHY_WE_ASK.match(text):
        return False
    return len(others) < len(asked) and not any(_of_us(of_anybody(one)) for one in plain)


BAD_DAY = "ask_bad_day"


def asks_several_of_place(text: str) -> bool:
    """Whether it asks about a place and something besides, each to get its answer; or what one has to do there."""
    asked = asked_in(text)
    if any(plain_question(one) not in (None, BAD_DAY) for one in asked):
        return False
    return (len(asked) > 1 or any(map(asks_a_demand, asked))) and asks_anything_of_place(text)
