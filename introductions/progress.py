"""Where a conversation stands: which form is open for a person, judged from what is kept, never from a session."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from introductions.asked import MOST_QUESTIONS, SENSITIVE
from introductions.model import Draft, Fact, Offer, Person
from introductions.questions import answered_by, reopened, slots
from knowledge.asking import AskNext


def open_form(person: Person, facts: Sequence[Fact], offers: Sequence[Offer], draft: Draft | None) -> str | None:
    """The form to return to when Rasa has none active; None when nothing is open."""
    if person.age_band == "under_16":
        return None
    if person.keep == "none":
        return "welcome_form"
    if draft is not None:
        return "introduction_form"
    return "find_support_form" if reopened(facts) or not offers else None


def next_questions(facts: Sequence[Fact], ask_next: Callable[[], AskNext | None], offers: Sequence[Offer]) -> list[str]:
    """The questions still to ask, the first one now. Empty when asking ends. ``ask_next`` takes long, and is called
    only where it decides.

    Before the first places at most ``MOST_QUESTIONS`` are asked; afterwards only one that the person reopened.
    """
    waiting = reopened(facts)
    if waiting:
        return [waiting]
    if offers or len(answered_by(facts)) >= MOST_QUESTIONS:
        return []
    if not answered_by(facts) and slots(facts)["story"] is None:
        return ["story"]
    following = ask_next()
    if following is None:
        return []
    return [following.question] if following.question not in SENSITIVE else _in_private(facts, following.question)


def _in_private(facts: Sequence[Fact], question: str) -> list[str]:
    """A sensitive question, once it is clear that nobody looks on; none where somebody does, or only one is left."""
    alone = slots(facts)["alone"]
    if alone is None:
        return ["alone"] if len(answered_by(facts)) < MOST_QUESTIONS - 1 else []
    return [question] if alone == "alone" else []
