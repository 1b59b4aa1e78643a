"""What may become of the words of one message, by what it means. Where the dialogue goes next its rules say."""

from __future__ import annotations

from introductions.asked import SENSITIVE
from introductions.reading import Reading
from knowledge.understanding.goodbyes import says_goodbye
from knowledge.understanding.plain_questions import is_a_story

ALONE = "alone"
PRIVATE = SENSITIVE | {ALONE}
"""Questions that are put once: words beside the point let them go."""
_HOLDABLE = frozenset({"inform", "first_words", "correct", "ask_privacy", "ask_benefits", "ask_age"})
_NOT_FOR_KEEPING = frozenset({"first_words", "event_news", "event_resume"})
_ANSWERS = frozenset({"inform", "skip", "unsure", "affirm", "deny", "correct", "nlu_fallback"})

_ALWAYS = frozenset("ask_human call_me put_right simpler repeat pause opt_out delete_data go_back start_again".split())
_BESIDE = frozenset({"out_of_scope", "thank", "greet", "about_place", "find_place", "give_contact"})
_UNCLEAR = "nlu_fallback"
_ASKS_US = frozenset({_UNCLEAR, "what_next", "who_may_come", "near_day", "fed_up"})
_SAYS_TO_A_PLACE = frozenset({"inform", "affirm", "deny", "pause", "goodbye", "correct", _UNCLEAR})
_OF_A_VISIT = frozenset(
    {"inform", "give_contact", "deny", "correct", "about_place", "who_may_come", "wants_company", _UNCLEAR}
)
_TELLS_US = ("interest.", "support.", "stage.", "identity.")
_WORDS_OF_A_REPLY = 3


def is_theirs(read: Reading) -> bool:
    """Whether a person said it, by words or a tap; our own news is no sign of life."""
    return read.intent != "event_news"


def is_written(read: Reading) -> bool:
    """Whether it is words of theirs, to be kept under their turn."""
    return bool(read.text) and not read.tapped and read.intent not in _NOT_FOR_KEEPING


def is_of_a_place(read: Reading) -> bool:
    """Whether it asks about a place that was shown, or may be."""
    return read.intent == "about_place"


def begins(read: Reading) -> bool:
    """Whether it is the first message of all, which the greeting answers."""
    return read.intent == "first_words"


def waits_for_the_yes(read: Reading) -> bool:
    """Whether it tells something that is held until its person agrees to our keeping it."""
    return bool(read.text) and not read.tapped and read.answer is None and read.intent in _HOLDABLE


def may_answer(read: Reading) -> bool:
    """Whether it can move the questions on; other meanings leave the open one as it is."""
    return read.intent in _ANSWERS


def asks_first(read: Reading) -> bool:
    """Whether it asks, in few words, for something that is always there: it comes before a kind line."""
    return not read.tapped and read.intent in _ALWAYS and not is_a_story(read.text)


def tells_plainly(read: Reading) -> bool:
    """Whether it means nothing but to tell; what it repeats then is told as well."""
    return read.intent == "inform"


def writes_a_letter(read: Reading, asked: str | None) -> bool:
    """Whether these words go into a letter, or out of it, as they say; what was told before them stands in it then."""
    return not read.tapped and (read.intent == "letter_edit" or asked == "new_line")


def tells_of_company(read: Reading) -> bool:
    """Whether it may tell who comes along; a question whether somebody may is none."""
    return is_written(read) and read.intent in _ANSWERS | {"letter_edit"} and not read.text.strip().endswith("?")


def passes_over(read: Reading, question: str, *, tells: bool, asked_back: bool) -> bool:
    """Whether a private question is let go that this message does not answer: it is put once, and after a question of
    theirs (``asked_back``) once more. What is open by wish of theirs, or waits in a pause, comes back.

    Words that were not understood may have been an answer; of who is near, nobody has to say more.
    """
    if question not in PRIVATE:
        return False
    is_clear = read.intent != _UNCLEAR
    if read.intent in _BESIDE or (may_answer(read) and (tells or (question == ALONE and is_clear))):
        return True
    return asked_back and asks_back(read)


def asks_back(read: Reading) -> bool:
    """Whether it asks something of us, or is so unclear that we ask what was meant."""
    return read.intent.startswith("ask_") or read.intent in _ASKS_US


def may_be_for_a_place(read: Reading, *, asked: bool = False) -> bool:
    """Whether it reads as a reply to a place that has just written: "cant do tuesday, wednesday?". One that tells of
    wishes is for us, and so is one of health, unless it names a day besides or the place has ``asked`` something.
    """
    of_a_day = any(one.field == "days" for one in read.values)
    ours = _TELLS_US if of_a_day or asked else (*_TELLS_US, "health.")
    return may_be_passed_on(read) and not any((one.code or "").startswith(ours) for one in read.concepts)


def may_be_passed_on(read: Reading) -> bool:
    """Whether it can be words for a place; a yes or a no alone is too little."""
    if not is_written(read) or read.intent not in _SAYS_TO_A_PLACE or says_goodbye(read.text):
        return False
    return len(read.text.split()) >= _WORDS_OF_A_REPLY or any(one.field == "days" for one in read.values)


def may_be_arranged(read: Reading) -> bool:
    """Whether it may be words on how an agreed visit goes, by what it means."""
    return is_written(read) and read.intent in _OF_A_VISIT


def leaves_a_place(read: Reading) -> bool:
    """Whether it turns to something else, so that what comes next is no reply to a place any more."""
    return read.tapped or may_answer(read) or read.intent in ("more_options", "decline_match", "want_introduction")
