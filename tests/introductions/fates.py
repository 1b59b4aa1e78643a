"""What may become of an introduction: who does what on which day, and what the person then hears, in this order."""

from __future__ import annotations

from dataclasses import dataclass

SENT, PROMISED, ACCEPTED = "introduction_sent", "promised_day", "provider_accepted"
QUESTION, ON_HOLD, OVER = "provider_question", "provider_on_hold", "hold_over"
CHECKED, FOLLOW_UP = "no_contact_yet", "follow_up"


@dataclass(frozen=True)
class Fate:
    """``going``: the person answers each follow-up, that it goes on."""

    steps: tuple[tuple[int, str], ...]
    told: tuple[str, ...]
    going: bool = False


def fate(steps: str, *told: str, going: bool = False) -> Fate:
    """``steps``: "2 ask, 4 answer_question"."""
    parted = (step.split() for step in steps.split(",") if step)
    return Fate(tuple((int(day), action) for day, action in parted), told, going)


FATES: dict[str, Fate] = {
    "silent": fate("", SENT, PROMISED, "expired"),
    "withdrawn_early": fate("0 withdraw"),
    "not_agreed": fate("0 lose_consent", "introduction_failed"),
    "bounced": fate("2 bounce", SENT, "introduction_failed"),
    "withdrawn_late": fate("12 withdraw", SENT, PROMISED),
    "no": fate("2 not_for_us", SENT, "provider_declined"),
    "wrong": fate("2 not_meant_for_me", SENT, "not_meant_for_me"),
    "ask_silent": fate("2 ask", SENT, QUESTION, QUESTION, "expired"),
    "ask_no": fate("2 ask, 3 not_for_us", SENT, QUESTION, "provider_declined"),
    "ask_bounced": fate("2 ask, 3 bounce", SENT, QUESTION, "introduction_failed"),
    "ask_withdrawn": fate("2 ask, 3 withdraw", SENT, QUESTION),
    "ask_left": fate("2 ask, 3 leave_question, 4 say_hello", SENT, QUESTION, ACCEPTED, CHECKED, "lapsed"),
    "ask_answered": fate("2 ask, 3 answer_question, 4 say_hello", SENT, QUESTION, ACCEPTED, CHECKED, "lapsed"),
    "ask_hold_no": fate("2 ask, 3 not_yet, 5 not_for_us", SENT, QUESTION, ON_HOLD, "provider_declined"),
    "hold_silent": fate("2 not_yet", SENT, ON_HOLD, OVER, PROMISED, "expired"),
    "hold_withdrawn": fate("2 not_yet, 5 withdraw", SENT, ON_HOLD),
    "hold_hello": fate("2 not_yet, 18 say_hello", SENT, ON_HOLD, OVER, ACCEPTED, CHECKED, "lapsed"),
    "hello_silent": fate("2 say_hello", SENT, ACCEPTED, CHECKED, "lapsed"),
    "hello_no": fate("2 say_hello, 4 not_for_us", SENT, ACCEPTED, "provider_declined"),
    "hello_withdrawn": fate("2 say_hello, 4 withdraw", SENT, ACCEPTED),
    "contact_silent": fate("2 say_hello, 4 contact_made", SENT, ACCEPTED, FOLLOW_UP, FOLLOW_UP, "lapsed"),
    "contact_withdrawn": fate("2 say_hello, 4 contact_made, 5 withdraw", SENT, ACCEPTED),
    "contact_met": fate("2 say_hello, 4 contact_made, 6 person_met", SENT, ACCEPTED, FOLLOW_UP, FOLLOW_UP),
    "met_withdrawn": fate("2 say_hello, 6 person_met, 7 withdraw", SENT, ACCEPTED),
    "going_withdrawn": fate(
        "2 say_hello, 6 person_met, 12 withdraw", SENT, ACCEPTED, FOLLOW_UP, going=True
    ),
    "going": fate(
        "2 say_hello, 3 write_to_person, 4 say_to_provider, 6 person_met, 40 follow_up_tap, 50 also, 60 finished",
        SENT, ACCEPTED, "relayed", FOLLOW_UP, FOLLOW_UP, "provider_suggests", "provider_finished", FOLLOW_UP,
        going=True,
    ),
}  # fmt: skip
