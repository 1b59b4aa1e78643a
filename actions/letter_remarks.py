"""What is said of a letter that changes nothing by itself: how it reads, what it says, what its lines mean."""

from __future__ import annotations

from typing import Any, Literal

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Events, Turn
from actions.wording import line_name
from introductions.fields import FIELDS
from introductions.health_words import names_health
from introductions.letter_answers import (
    asks_of_all,
    asks_of_private_things,
    draft_tells_private,
    fixed_line,
    health_lines,
    line_about,
    private_lines,
    sentence_about,
)
from introductions.model import Draft
from introductions.part_meant import line_meant
from introductions.rewording import MORE
from knowledge.understanding.letter_questions import LetterQuestion, letter_question
from knowledge.understanding.letter_reading import read_beside_letter

STEP = "letter_step"
"""Tells the rules whether the open question returns: what is asked here has buttons of its own."""


def lines_to_write(act: Act, out: CollectingDispatcher, draft: Draft, of: str) -> Events:
    """A remark goes into no letter: which line is meant is asked, unless they said so, and a tap writes it anew."""
    shown = [field for field in FIELDS if draft.fields[field].on and field not in ("name", "reply_way")]
    meant = line_meant(draft.fields, of) if of else None
    lines = [meant] if meant else shown
    buttons = [_line(act, field, "utter_title_write_this") for field in lines]
    if meant:
        buttons.append(_line(act, meant, "utter_title_line_off", "switch_line"))
    leave = {"title": act.deps.say("utter_title_dont_send"), "intent": "inform", "entities": {"answer": "discard"}}
    back = {"title": act.deps.say("utter_title_letter_back"), "intent": "letter_back", "entities": {}}
    response = "utter_letter_this_line" if meant else "utter_letter_reads_wrong"
    out.utter_message(response=response, buttons=[*buttons, leave, back])
    return [SlotSet(STEP, "asked")]


def _line(act: Act, field: str, title: str, intent: str = "line_chosen") -> dict[str, Any]:
    words = act.deps.say(title, line=line_name(act.deps.say, field))
    return {"title": words, "intent": intent, "entities": {"field": field}}


def answer(act: Act, out: CollectingDispatcher, turn: Turn, draft: Draft, question: LetterQuestion) -> Events:
    """What it says, and what they told that it says so; or that it does not, with a button to write it."""
    if question.kind == "why" and not question.words:
        return _pointed_at(act, out, turn, draft)
    return _answered(act, out, turn, draft, question)


def _answered(act: Act, out: CollectingDispatcher, turn: Turn, draft: Draft, question: LetterQuestion) -> Events:
    if question.kind == "who":
        place = act.deps.directory().providers.get(draft.provider_id)
        out.utter_message(response="utter_letter_who_sees", place=place.name if place else "", **act.deps.about)
        return []
    fixed = fixed_line(question.words) if question.kind == "means" else None
    line = "" if question.kind in ("private", "all") else line_about(draft.fields, draft.page_text, question.words)
    if fixed:
        out.utter_message(response=f"utter_letter_means_{fixed}")
    elif line and question.kind == "why":
        told = _told(act, turn, question.words)
        out.utter_message(
            response="utter_letter_says_why_told" if told else "utter_letter_says_why", line=line, told=told
        )
        return [to_do(turn, "out")]
    elif line:
        out.utter_message(response="utter_letter_says", line=line)
    else:
        return _not_said(out, turn, draft, question)
    return []


def _pointed_at(act: Act, out: CollectingDispatcher, turn: Turn, draft: Draft) -> Events:
    """Where did you get that from: of the line they asked after before; else which one is meant is asked."""
    asked, of = question_before(act, turn)
    if asked is None:
        return lines_to_write(act, out, draft, "")
    told = [one for one in _answered(act, out, turn, draft, asked) if one.get("name") != "letter_left"]
    return [*told, to_do(turn, "out", of=of)]


def question_before(act: Act, turn: Turn) -> tuple[LetterQuestion | None, str]:
    """What they asked of the letter last, while its button to take the line out stood, and the turn it was asked in."""
    left = dict(turn.slots.get("letter_left") or {})
    of = str(left.get("of") or left.get("turn"))
    words = act.people.words_of(of) if left.get("does") == "out" else None
    said = read_beside_letter(words) if words else []
    return next((found for one in said if one.kind == "asks" and (found := letter_question(one.said))), None), of


def _told(act: Act, turn: Turn, words: str) -> str:
    """The newest sentence of theirs that tells what is asked about; empty where none does."""
    turns = dict.fromkeys(fact.turn for fact in reversed(act.facts(turn)) if fact.turn != turn.id)
    texts = (act.people.words_of(one) or "" for one in turns)
    return next((sentence_about(text, words) for text in texts if sentence_about(text, words)), "")


def _not_said(out: CollectingDispatcher, turn: Turn, draft: Draft, question: LetterQuestion) -> Events:
    lines = private_lines(draft.fields, draft.page_text)
    if question.kind == "all":
        out.utter_message(response="utter_letter_holds_all")
        return []
    if question.kind == "private":
        response = "utter_letter_private_lines" if lines else "utter_letter_says_nothing_private"
        out.utter_message(response=response, lines=" ".join(lines))
        return []
    of_health = health_lines(draft.fields, draft.page_text, question.words)
    lines = of_health if names_health(question.words) else lines if asks_of_all(question.words) else []
    if not asks_of_private_things(question.words) or (not lines and draft_tells_private(draft.fields)):
        out.utter_message(response="utter_letter_says_not")
    elif lines:
        out.utter_message(response="utter_letter_says_not_but", lines=" ".join(lines))
    else:
        out.utter_message(response="utter_letter_says_nothing_private")
    return [to_do(turn, "write")]


def to_do(turn: Turn, what: Literal["put", "out", "write"], *, of: str = "") -> dict[str, Any]:
    """What the letter's next buttons offer besides: to put in the words just left out, or to write some. ``of``: the
    turn whose words say which, where this one only points at them.
    """
    event: dict[str, Any] = SlotSet("letter_left", {"turn": turn.id, "does": what, "of": of})
    return event


def left_buttons(act: Act, turn: Turn, *, beside: bool = False) -> list[dict[str, Any]]:
    """The buttons for it; ``beside``: the words of this turn were left out."""
    left = dict(turn.slots.get("letter_left") or {})
    does = "put" if beside else left.get("does") if left.get("turn") == turn.id else None
    if does == "write":
        return [{"title": act.deps.say("utter_title_write_in"), "intent": "line_chosen", "entities": {"field": MORE}}]
    title = "utter_title_take_it_out" if does == "out" else "utter_title_put_in"
    meant = turn.id if beside else str(left.get("of") or turn.id)
    put = {"title": act.deps.say(title), "intent": "letter_edit", "entities": {"message": meant}}
    return [put] if does else []
