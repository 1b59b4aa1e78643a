"""What a whole message means: rules where words are plain, the network where they are not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.language.phrases import Found
from knowledge.language.words import Token
from knowledge.understanding.answers import SKIPPED
from knowledge.understanding.grumbles import tells_complaint
from knowledge.understanding.heard import Heard
from knowledge.understanding.model import CRISIS
from knowledge.understanding.names import told_name
from knowledge.understanding.no_use import turns_down
from knowledge.understanding.parts_said import of_parts
from knowledge.understanding.place_wish import wants_introduction
from knowledge.understanding.times_again import is_any_time
from knowledge.understanding.tongue_wish import names_places, wishes_for_language
from knowledge.understanding.week import TIMES

Alternatives = tuple[tuple[str, float], ...]
_UNSURE_BELOW, _GUESSED_BELOW, _WORTH_ASKING, _PLAINLY = 0.5, 0.3, 0.05, 0.9
_IN_TWO_MINDS, _RULED_FROM = 0.6, 0.2
_ENDS_IT, _SURE_OF_AN_END = frozenset(("pause", "opt_out", "delete_data", "restart", "withdraw", "quiet")), 0.6
_MAY_I = re.compile(r"\W*(?:(?:and|but|so|ok)\s+)?(?:can|could|may|do|must|should) i\b", re.IGNORECASE)
"""What ends or undoes something is asked about sooner: "can i sit down while i chop?" is no pause."""
_HUMAN = "ask_human"
_BYE, _COMPLAINS, _COMPLAINS_SURELY = "goodbye", "complain", 0.75
"""Nobody is bidden farewell for a name or a word that the network does not know: "Tesfay", "anytime"."""
_A_LINE = 5
"""Words from which a message is a line rather than a wish of ours."""
_RULED, _ANSWERED, _ACT, _TOLD = 0.97, 0.93, 0.97, 0.6
_SMALL_TALK = frozenset(("greet", "thank", "affirm", "deny", "goodbye", "unsure", "language", "decline_match", "pause"))
# What a bare fact is taken for: "mornings", "Brixton".
_LANGUAGE = "language"
_LOOKALIKES = frozenset(("greet", "language"))
# Before any place was shown nobody asks for others: "18 years a nurse. is it free?"
_OTHERS = "more_options"
# There what is turned down is told: "not the evening one".
_ABOUT_THEM = frozenset(("interests", "hopes", "hard", "times", "place", "health", "alone"))
_TURNED = frozenset(("decline_match", "correct"))
# Questions that any words answer, as far as they are not plainly something else.
_TOLD_FREELY = frozenset(("new_line", "answer_text", "message_text", "complaint_text"))


_NOBODY = re.compile(
    r"\b(?:do(?:n'?t| not)|did(?:n'?t| not)|never|not|no)\s+(?:really |actually )?(?:want|need|ask(?:ed|ing)?|mean"
    r"|meant|after)"
    r"\s+"
    r"(?:for |to (?:talk|speak|chat) (?:to|with) )?(?:a |an |any )?(?:real |actual )?"
    r"(?:person|human|people|someone|somebody|anyone|anybody|adviser|advisor)\b(?! (?:to|who|that)\b)",
    re.IGNORECASE,
)


def wants_nobody(text: str) -> bool:
    """Whether it is said that no human of ours is wanted: "no i dont want a person sorry"."""
    return _NOBODY.search(text.replace("’", "'")) is not None


def intent_of(heard: Heard) -> tuple[str, float, Alternatives]:
    """Intent, the chance that it is right, and two or three alternatives when that chance is under a half.

    Words that we ask "are you safe?" about are of danger where the network thinks so too; the alternatives say then
    what they mean if nobody is in any.
    """
    if heard.safety.level == "act":
        return CRISIS, _ACT, ()
    danger = dict(heard.sensed.intents).get(CRISIS, 0.0) if heard.safety.level == "ask" else 0.0
    otherwise = ("want_introduction", _ANSWERED, ()) if _introduced_by_name(heard) else _of_harmless(heard)
    return (CRISIS, danger, otherwise[2] or (otherwise[:2],)) if danger > _UNSURE_BELOW else otherwise


def _of_harmless(heard: Heard) -> tuple[str, float, Alternatives]:
    whole = _whole(_meant_rules(heard), heard.message)
    if not whole and turns_down(heard.text, heard.concepts):
        return ("inform" if heard.asked in (*_ABOUT_THEM, "story") else "decline_match"), _ANSWERED, ()
    return _of_no_refusal(heard, whole)


def _of_no_refusal(heard: Heard, whole: str | None) -> tuple[str, float, Alternatives]:
    if whole == _LANGUAGE and _asks_who(heard):
        whole = "inform"
    if _names_itself(heard) and not (whole and whole not in _SMALL_TALK):
        return "inform", _ANSWERED, ()
    if heard.answer == SKIPPED and any(rule.label == "skip" for rule in heard.rules):
        return "skip", _RULED, ()
    if heard.answer and not (whole and whole not in _SMALL_TALK) and not _long_rule(heard):
        return "inform", _ANSWERED, ()
    if whole and not (whole in _SMALL_TALK and (heard.concepts or heard.values)):
        return whole, _RULED, ()
    intent, chance, others = _weighed(heard)
    turned = intent in _TURNED or (intent == "pause" and chance < _SURE_OF_AN_END)
    judges = (turned or chance < _PLAINLY) and heard.asked in (None, *_ABOUT_THEM) and of_parts(heard.text)
    if judges or (turned and _turns_a_time_down(heard)) or (intent in _NAYS and _is_no_trouble(heard)):
        return "inform", _ANSWERED, ()
    if (whole is None and _is_a_line(heard)) or (chance < _PLAINLY and _told_freely(heard)):
        return "inform", _ANSWERED, ()
    if len(heard.message) <= 2 and (heard.values or (intent in _LOOKALIKES and heard.concepts)):
        return "inform", _TOLD, ()
    guessed = chance < _GUESSED_BELOW and (heard.concepts or heard.values)
    if (guessed or (chance < _UNSURE_BELOW and _likes_it(heard))) and "?" not in heard.text:
        return "inform", _TOLD, ()
    return intent, chance, others


def _likes_it(heard: Heard) -> bool:
    """Whether a thing is liked in plain words, whatever no stands before: "no no i LOVE my garden"."""
    liked = any(one.code.startswith("interest.") and one.polarity == "yes" for one in heard.concepts)
    return liked and _I_LIKE.search(heard.text) is not None


_I_LIKE = re.compile(r"\bi (?:really |do |just |still |only )*(?:love|like|want|enjoy|adore|fancy)\b", re.IGNORECASE)


def _turns_a_time_down(heard: Heard) -> bool:
    """Whether what is turned down is an answer of theirs, or a time and nothing else: "not the evening one"."""
    if heard.asked in _ABOUT_THEM:
        return bool(heard.concepts or heard.values)
    codes = {one.code for one in heard.concepts}
    puts_right = any(rule.label == "correct" for rule in heard.rules)
    return heard.asked is None and not puts_right and bool(codes) and codes <= TIMES


_NAYS = frozenset(("deny", "decline_match", "affirm", "skip", "opt_out", "withdraw", "unsure"))


def _is_no_trouble(heard: Heard) -> bool:
    """Whether all that is told is that something is no trouble of theirs: "no i can go out", "any time im off"."""
    if heard.asked is None and is_any_time(heard.text):
        return True
    codes = {one.code for one in heard.concepts if one.polarity == "no"}
    told = all(one.polarity == "no" for one in heard.concepts) and not heard.values
    return heard.asked is None and told and any(code.startswith(("constraint.", "health.")) for code in codes - TIMES)


def _no_language(heard: Heard) -> bool:
    """Whether it tells of places, or something else of themselves, and no plain words wish for a language."""
    wished = wishes_for_language(heard.text) or any(rule.label == _LANGUAGE for rule in heard.rules)
    return not wished and (bool(heard.concepts) or names_places(heard.text))


def _asks_who(heard: Heard) -> bool:
    """There "somali" names a people."""
    return heard.asked == "heritage"


def _names_itself(heard: Heard) -> bool:
    """Whether a name is told, alone or where one was asked for: "call me Dee" asks for no call."""
    if told_name(heard.text):
        return True
    named = (value.words for value in heard.values if value.field == "name")
    return heard.asked == "chosen_name" and any(words != heard.text.strip(" .!") for words in named)


def _introduced_by_name(heard: Heard) -> bool:
    """Whether an introduction is asked for and a name told with it: "introduce me. call me Gaz" asks for no call."""
    named = any(value.field == "name" for value in heard.values)
    return named and heard.asked != "chosen_name" and wants_introduction(heard.text)


def _is_a_line(heard: Heard) -> bool:
    """Words that somebody writes for their letter are meant for it, whatever a part of them may ask of us elsewhere:
    "not lift heavy things, short words please".
    """
    return heard.asked == "new_line" and len(heard.message) >= _A_LINE and "?" not in heard.text


def _told_freely(heard: Heard) -> bool:
    named = any(value.field == "name" for value in heard.values)
    return heard.asked in _TOLD_FREELY or (heard.asked == "chosen_name" and named)


def _meant_rules(heard: Heard) -> Sequence[Found]:
    """Without the wish for a human where it is said that none is wanted."""
    none_wanted = wants_nobody(heard.text)
    return [rule for rule in heard.rules if not (none_wanted and rule.label == _HUMAN)]


def _whole(rules: Sequence[Found], message: Sequence[Token]) -> str | None:
    """The intent of a rule that takes in every word of the message."""
    return next((rule.label for rule in rules if rule.mask.bit_count() == len(message)), None)


def _long_rule(heard: Heard) -> bool:
    """A rule of three words or more, beside an answer, is more than an answer: "why do you want to know"."""
    return any(rule.mask.bit_count() > 2 and rule.label not in _SMALL_TALK for rule in heard.rules)


def _weighed(heard: Heard) -> tuple[str, float, Alternatives]:
    """The network's likeliest intent; with it two or three to choose from, where it is less than half sure."""
    unlikely = {CRISIS} | ({_HUMAN} if wants_nobody(heard.text) else set())
    unlikely |= set() if _may_complain(heard) else {_COMPLAINS}
    ranked = [(name, chance) for name, chance in heard.sensed.intents if name not in unlikely]
    if ranked and ranked[0][0] == _LANGUAGE and _no_language(heard):
        if heard.concepts:
            return "inform", _TOLD, ()
        ranked = ranked[1:]
    ranked = ranked[:3]
    if not ranked:
        return "out_of_scope", 0.0, ()
    name, chance = _ruled(heard, ranked) or ranked[0]
    if name == _OTHERS and heard.asked == "story" and heard.concepts:
        return "inform", _TOLD, ()
    likely = tuple(one for one in ranked if one[1] > _WORTH_ASKING)
    unsaid = name == _BYE and chance < _PLAINLY and all(rule.label != _BYE for rule in heard.rules)
    unasked = all(rule.label != name for rule in heard.rules) and _MAY_I.match(heard.text) is not None
    if unsaid or (name in _ENDS_IT and (unasked or chance < _SURE_OF_AN_END)):
        chance = min(chance, _UNSURE_BELOW - _WORTH_ASKING)
    return name, chance, likely if chance < _UNSURE_BELOW else ()


def _may_complain(heard: Heard) -> bool:
    """Only of what somebody tells: harm, a place, a person, or in the words that we know for it."""
    surely = dict(heard.sensed.intents).get(_COMPLAINS, 0.0) > _COMPLAINS_SURELY
    return surely or any(rule.label == _COMPLAINS for rule in heard.rules) or tells_complaint(heard.text)


def _ruled(heard: Heard, ranked: Sequence[tuple[str, float]]) -> tuple[str, float] | None:
    """Where the network is in two minds, the one of them that the words of a rule are for."""
    if ranked[0][1] > _IN_TWO_MINDS:
        return None
    ruled = {rule.label for rule in heard.rules} - _SMALL_TALK
    chosen = next((name for name, chance in ranked if name in ruled and chance > _RULED_FROM), None)
    return (chosen, max(_UNSURE_BELOW, ranked[0][1])) if chosen and chosen != ranked[0][0] else None
