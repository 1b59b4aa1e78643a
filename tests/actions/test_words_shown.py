"""A button sends the words that stood above it, to the place that was named there, and no others."""

from __future__ import annotations

from actions.words_between import AskMessageDecision, MessageQuestions
from introductions import Introductions
from tests.actions.conftest import Run, Said
from tests.introductions.steps import MARCIA, Story


def empties(said: Said, slot: str) -> bool:
    return any(event.get("name") == slot and event["value"] is None for event in said.events)


def test_an_older_button_sends_no_newer_words_to_another_place(story: Story, room: Introductions, run: Run) -> None:
    kettle, town = story.sent("circle")[0], story.sent("skills")[0]
    room.save_words(MARCIA, "w1", "for the kettle")
    room.save_words(MARCIA, "w2", "for the town")
    [older] = run(AskMessageDecision, message_of=kettle.id, message_turn="w1").messages
    now = {"message_of": town.id, "message_turn": "w2", "message_text": "given", "message_decision": "send"}
    [newer] = run(AskMessageDecision, picked=older["buttons"][0]["entities"], **now).messages
    assert (newer["provider"], newer["words"]) == ("Town Hall Skills", "for the town")
    form = {"form": "message_form", **now}
    assert empties(run(MessageQuestions, picked=older["buttons"][0]["entities"], **form), "message_decision")
    assert empties(run(MessageQuestions, picked={"answer": "send"}, **form), "message_decision")
    assert not empties(run(MessageQuestions, picked=newer["buttons"][0]["entities"], **form), "message_decision")
