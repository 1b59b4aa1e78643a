"""How each introduction stands, newest first, and the step that somebody wants to be reminded of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn
from actions.visit_words import reminded_of, short_when
from actions.word_first import word_first
from actions.wording import day
from introductions.calendar import london_date
from introductions.model import Introduction
from introductions.states import State


def tell_how_it_stands(act: Act, out: CollectingDispatcher, turn: Turn) -> None:
    """With one tap to what is theirs to do."""
    introductions, step = without_earlier(act.people.of_person(turn.person)), act.people.reminder(turn.person)
    is_planned = step is not None and not step.told
    if not introductions and not is_planned:
        out.utter_message(response="utter_status_none")
        return
    if word_first(act, out, turn):
        return
    directory = act.deps.directory()
    names = directory.providers
    may_write = act.people.may_message(turn.person)
    lines = [
        _line(act, one.standing(directory.paused), names[one.provider_id].name, one, may_write=may_write)
        for one in introductions
        if one.provider_id in names
    ]
    if step is not None and is_planned:
        words = reminded_of(act.deps, introductions, step.introduction_id, step.words)
        lines.append(act.deps.say("utter_status_reminder", day=day(step.day), words=words))
    out.utter_message(
        response="utter_status_lines", lines="\n".join(lines), buttons=_next_steps(act, turn, introductions)
    )


def without_earlier(introductions: Sequence[Introduction]) -> list[Introduction]:
    """Newest first, less letters that were taken back where a later one went to the same place."""
    newer = {one.service_id: one.id for one in reversed(introductions)}
    return [
        one
        for one in introductions
        if (one.ended_as or one.state) is not State.WITHDRAWN or newer[one.service_id] == one.id
    ]


def _line(act: Act, standing: str, provider: str, one: Introduction, *, may_write: bool) -> str:
    """How one stands, and when they meet, while they are to; of one that waits, by when they hear of it."""
    said, when = act.deps.say(f"utter_status_{standing}", provider=provider), short_when(act.deps.say, one)
    if standing == "sent" and one.promised_day and one.promised_day > london_date(act.deps.clock.now()):
        by_day = "utter_status_i_write" if may_write else "utter_status_you_write"
        return f"{said} {act.deps.say(by_day, promised_day=day(one.promised_day))}"
    return f"{said} {act.deps.say('utter_status_when', when=when)}" if standing in TO_MEET and when else said


def _next_steps(act: Act, turn: Turn, introductions: Sequence[Introduction]) -> list[dict[str, Any]]:
    """One tap to the question of a place that waits for their answer; after a no, to others and to a person; and
    to our writing first, which was asked once and may have been talked over.
    """
    asking = [one.id for one in introductions if one.question][:1]
    title = act.deps.say("utter_title_answer")
    buttons = [{"title": title, "intent": "answer_provider", "entities": {"introduction": one}} for one in asking]
    if introductions and introductions[0].state in UNTAKEN:
        ways = (("others", "more_options"), ("a_person", "ask_human"))
        buttons += [{"title": act.deps.say(f"utter_title_{t}"), "intent": i, "entities": {}} for t, i in ways]
    if any(one.state in (State.QUEUED, State.SENT) for one in introductions) and not act.people.may_message(
        turn.person
    ):
        buttons.append({"title": act.deps.say("utter_title_write_to_me"), "intent": "messages_yes", "entities": {}})
    return buttons


TO_MEET = frozenset({"accepted", "contact_made"})
UNTAKEN = frozenset({State.DECLINED, State.EXPIRED, State.FAILED})
"""After these the next step is another place, and it is theirs to take."""
