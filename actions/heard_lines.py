"""What was heard, as two lines: values for the copy, no words of our own."""

from __future__ import annotations

from collections.abc import Sequence

from actions.deps import Say
from actions.wording import BROUGHT, TIMES, WISHES, listed, worded
from introductions.model import Fact
from introductions.naming import is_name
from introductions.trades import Work, is_trade, work_of

WORDS_SHOWN = 4
ROUND_SHOWN = 6
"""What is to be worked round is shown in full as far as may be: who told of epilepsy looks for it there."""


def heard_lines(say: Say, facts: Sequence[Fact]) -> dict[str, str]:
    """The two lines of ``utter_what_i_heard``: what they like and would like; what to work round, when and where."""
    first = [
        _line(say, "utter_line_likes", [fact for fact in facts if not is_trade(fact, facts)], ("interest.",)),
        _work(say, facts),
        _line(say, "utter_line_brought", facts, BROUGHT),
        _line(say, "utter_line_hopes", facts, ("support.", "stage.ready", *WISHES)),
    ]
    in_the_way = [fact for fact in facts if fact.code not in (*TIMES, *WISHES, *BROUGHT)]
    second = [
        _line(say, "utter_line_around", in_the_way, ("constraint.", "health."), most=ROUND_SHOWN),
        _line(say, "utter_line_times", facts, TIMES),
        _place(say, facts),
    ]
    return {"first": " ".join(filter(None, first)), "second": " ".join(filter(None, second))}


def _work(say: Say, facts: Sequence[Fact]) -> str:
    words = [_as_heard(one) or worded(say, one.code, one.words) for one in work_of(facts)]
    return say("utter_line_worked", words=", ".join(words[:WORDS_SHOWN])) if words else ""


def _as_heard(one: Work) -> str:
    """With its rank and years, where they told any; it stands behind a colon, without a capital of theirs."""
    more = one.reads != one.words and is_name(one.words)
    return one.reads[:1].lower() + one.reads[1:] if more and one.reads[1:2].islower() else one.reads if more else ""


def _line(say: Say, response: str, facts: Sequence[Fact], groups: tuple[str, ...], *, most: int = WORDS_SHOWN) -> str:
    words = listed(say, facts, groups)
    return say(response, words=", ".join(words[:most])) if words else ""


def _place(say: Say, facts: Sequence[Fact]) -> str:
    place = next((f.value for f in reversed(facts) if f.field in ("district", "area")), "")
    return say("utter_line_place", place=place) if place else ""
