"""The answer that a message gives to the question that was asked, as its option's name; None where it gives none."""

from __future__ import annotations

from introductions.asked import FREE_TEXT, QUESTIONS
from introductions.reading import Reading
from knowledge.language.gibberish import is_gibberish
from knowledge.understanding.agreeing import consents
from knowledge.understanding.goodbyes import says_goodbye
from knowledge.understanding.grumbles import is_no_complaint
from knowledge.understanding.last_word import last_word
from knowledge.understanding.place_wish import wants_introduction
from knowledge.understanding.sending import on_sending, sends
from knowledge.understanding.told_trouble import tells_trouble

_NO = {
    "hard": "nothing", "health": "none", "circumstance": "none", "record": "no", "diagnosis": "no", "work_right": "no",
    "alone": "alone", "message_decision": "skipped", "answer_decision": "skipped",
    "complaint_harm": "no", "complaint_service": "skipped", "complaint_words": "skipped",
}  # fmt: skip
_YES = {
    "record": "yes", "diagnosis": "yes", "work_right": "yes", "alone": "with_someone", "complaint_harm": "yes",
    "message_decision": "send", "answer_decision": "send",
}  # fmt: skip
_ASIDE = frozenset({"about_place", "out_of_scope", "call_me", "complain", "delete_data", "opt_out", "crisis", "quiet"})
"""Meanings beside the question: words of theirs that look like an option pick none ("what time is *it*")."""
_ALSO_WORDS = frozenset(
    "nlu_fallback affirm deny unsure correct thank greet goodbye complain language out_of_scope decline_match "
    "more_options want_introduction".split()
)
"""Meanings that words to pass on may have by themselves: "yes, Tuesdays" answers a place's question."""


def answer_of(read: Reading, asked: str | None) -> str | None:
    if asked is None:
        return None
    if read.intent == "skip" or (asked == "reminder_day" and _tells_a_wish(read)):
        return "skipped"
    if asked == "letter_decision":
        return _decision(read)
    if asked in _OF_A_COMPLAINT and not read.tapped and is_no_complaint(read.text):
        return "skipped"
    if (
        read.answer is not None
        and (read.intent not in _ASIDE or (asked == "complaint_harm" and read.intent == "complain"))
        and not read.intent.startswith("ask_")
        and not _is_place(read)
    ):
        return read.answer
    if read.intent == "ask_benefits" and asked == "hard":
        return "benefits"
    if read.intent == "unsure" and asked in QUESTIONS:
        return "not_sure" if asked == "hopes" else "skipped"
    if read.intent == "deny" and (asked in QUESTIONS or asked in _NO):
        return _NO.get(asked, "skipped")
    if read.intent == "affirm" and asked in _YES:
        return _YES[asked]
    return "given" if _is_own_text(read, asked) or _is_own_trouble(read, asked) else None


_OF_A_COMPLAINT = ("complaint_text", "complaint_words")
"""What is plainly something else is kept as no complaint."""


_NO_NAMES = frozenset("more_options want_introduction decline_match find_place show_kind complain".split())
"""Wishes of another kind, typed where a name was asked for: each is done, and nobody is called so."""


def _is_own_trouble(read: Reading, asked: str) -> bool:
    """What makes it hard counts as told though no code holds it: who said it is not asked for it again."""
    return asked == "hard" and read.intent in ("inform", "correct") and not read.tapped and tells_trouble(read.text)


def _is_own_text(read: Reading, asked: str) -> bool:
    """Words to pass on are whatever was written; a story, or who somebody is, has to be told as such."""
    if not read.text.strip() or read.tapped or asked not in FREE_TEXT:
        return False
    if asked == "chosen_name" and read.intent in ("affirm", "deny"):
        return False
    if asked == "chosen_name" and read.intent in _NO_NAMES and not any(one.field == "name" for one in read.values):
        return False
    if read.intent == "goodbye" and says_goodbye(read.text):
        return False
    if asked == "reminder_day" and read.intent in _NO_NAMES:
        return False
    if asked == "story" and not (read.concepts or read.values) and is_gibberish(read.text):
        return False
    if asked == "chosen_name" and any(one.field == "name" and one.value != read.text.strip() for one in read.values):
        return True
    if asked == "chosen_name" and (wants_introduction(read.text) or sends(read.text)):
        return False
    return read.intent == "inform" or (asked not in QUESTIONS and read.intent in _ALSO_WORDS)


def _tells_a_wish(read: Reading) -> bool:
    """Where a day is asked, a wish of another kind is none: "leave it, i want help keeping my job"."""
    named = any(one.field == "days" for one in read.values)
    wishes = [one for one in read.concepts if (one.code or "").startswith(("support.", "interest."))]
    return bool(wishes) and not (named or read.tapped or read.intent in _NO_NAMES)


def _is_place(read: Reading) -> bool:
    """The message is a postcode and nothing else, so its digits pick no option."""
    return any(one.field == "district" and one.words == read.text.strip() for one in read.values)


_MAY_DECIDE = ("deny", "nlu_fallback", "inform", "withdraw")
"""Meanings of "nah dont send that" to who does not know what was asked; a button beside the letter has its own."""


def _decision(read: Reading) -> str | None:
    """A letter is sent by its button or by the words of consent, and by nothing else."""
    last = None if read.tapped else last_word(read.text)
    if last:
        return "discard" if last == "leave" else None
    if read.intent in _MAY_DECIDE and on_sending(read.text, letter=True) == "leave":
        return "discard"
    if read.answer != "send":
        return "send" if not read.tapped and consents(read.text) else read.answer
    return "send" if read.tapped or consents(read.text) else None
