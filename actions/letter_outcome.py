"""What somebody hears who asked for changes to their letter: what was done, what was not, and what stays out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rasa_sdk.executor import CollectingDispatcher

from actions.base import Act, Turn
from actions.letter_places import is_of_its_name
from actions.wording import line_name
from introductions.model import Draft
from introductions.part_meant import shares_a_word
from knowledge.understanding.letter_changes import Said

OF_THE_LETTER = ("letter_decision", "chosen_name", "new_line")
"""Questions after which the letter is shown at once."""


class Outcome(NamedTuple):
    """``done`` in their words; ``left``: words that nobody asked to have in; ``said`` is all of the message."""

    done: list[str]
    undone: list[Said]
    left: list[Said]
    said: Sequence[Said]
    changed: bool


def say_outcome(act: Act, out: CollectingDispatcher, turn: Turn, draft: Draft, one: Outcome) -> None:
    words = _quoted([part.said for part in (*one.undone, *one.left)])
    ours = [part.said for part in one.said if part.kind == "ours"]
    only = bool(one.done) and any(part.edit and part.edit.only for part in one.said)
    if not words and (ours or only):
        _say_kept(out, ours, changed=one.changed)
    elif one.done and one.undone:
        is_out = _only_takes_out(one.undone) and not _shares(draft, one.undone)
        response = "utter_letter_edited_rest_out" if is_out else "utter_letter_edited_partly"
        out.utter_message(response=response, done=_quoted(one.done), undone=words)
    elif one.done and one.left:
        out.utter_message(response="utter_letter_edited_beside", left=words)
    elif not _shares(draft, one.undone) and is_of_its_name(act, draft, one.undone):
        others = {"title": act.deps.say("utter_title_others"), "intent": "more_options", "entities": {}}
        out.utter_message(response="utter_letter_not_this_place", buttons=[others])
    elif one.undone and all(part.kind == "undo" for part in one.undone):
        out.utter_message(response="utter_letter_edit_how")
    elif one.undone and _only_takes_out(one.undone):
        _which_line(act, out, draft, one.undone)
    elif one.undone:
        out.utter_message(response="utter_letter_not_done", undone=words)
    else:
        out.utter_message(response="utter_letter_edited" if one.changed else "utter_letter_has_it")
    if one.changed and turn.asked not in OF_THE_LETTER:
        out.utter_message(response="utter_letter_seen_later")


def _shares(draft: Draft, undone: Sequence[Said]) -> bool:
    return any(shares_a_word(draft.fields, part.said) for part in undone)


def _which_line(act: Act, out: CollectingDispatcher, draft: Draft, undone: Sequence[Said]) -> None:
    """Nothing is said not to be there while a line shares a word with it: that one is offered."""
    line = next((one for part in undone if (one := shares_a_word(draft.fields, part.said))), None)
    if line is None:
        out.utter_message(response="utter_letter_says_not_that")
        return
    title = act.deps.say("utter_title_line_off", line=line_name(act.deps.say, line))
    button = {"title": title, "intent": "switch_line", "entities": {"field": line}}
    out.utter_message(response="utter_letter_is_it_this", buttons=[button])


def _say_kept(out: CollectingDispatcher, ours: list[str], *, changed: bool) -> None:
    """That what was said to us stays with us, or that no more than was named is left."""
    if ours:
        response = "utter_letter_edited_ours" if changed else "utter_letter_between_us"
        out.utter_message(response=response, ours=_quoted(ours))
    else:
        out.utter_message(response="utter_letter_kept_only" if changed else "utter_letter_has_it")


def _only_takes_out(said: Sequence[Said]) -> bool:
    return all(one.edit and not one.edit.adds and not one.edit.puts for one in said)


def _quoted(parts: list[str]) -> str:
    return ", ".join(f'"{part.strip(" .,;!")}"' for part in parts)
