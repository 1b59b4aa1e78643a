from __future__ import annotations

from actions.answering import BeginAnswer, FinishAnswer, LeaveQuestion
from introductions import Introductions
from tests.actions.conftest import Run
from tests.introductions.steps import Story


def asked(story: Story) -> str:
    introduction, token = story.sent()
    story.room.open_link(token)
    story.room.ask(token, "Do you sew?")
    return introduction.id


def test_a_question_that_is_left_lets_the_provider_s_clock_go_on(story: Story, room: Introductions, run: Run) -> None:
    about = asked(story)
    said = run(LeaveQuestion, picked={"introduction": about})
    assert said.names == ["utter_answer_left"]
    assert room.introduction(about).question is None
    assert room.introduction(about).events[-1].kind == "left_question"


def test_a_skipped_answer_leaves_the_question_too(story: Story, room: Introductions, run: Run) -> None:
    about = asked(story)
    assert run(FinishAnswer, answer_text="skipped", question_of=about).names == ["utter_answer_left"]
    assert room.introduction(about).events[-1].kind == "left_question"


def test_a_turn_that_runs_again_says_the_same(story: Story, room: Introductions, run: Run) -> None:
    about = asked(story)
    room.save_words(room.introduction(about).person_id, "t9", "Yes, by hand")
    yes = {"answer_text": "given", "answer_turn": "t9", "answer_decision": "send", "question_of": about}
    first = run(FinishAnswer, turn="t10", **yes)
    again = run(FinishAnswer, turn="t10", **yes)
    assert first.names == again.names == ["utter_answer_sent"]
    assert [event.kind for event in room.introduction(about).events].count("answered") == 1


def test_leaving_what_is_closed_says_so(story: Story, room: Introductions, run: Run) -> None:
    about = asked(story)
    room.answer_question(about, "Yes", "other:key")
    assert run(LeaveQuestion, picked={"introduction": about}).names == ["utter_no_open_question"]
    assert {"event": "slot", "timestamp": None, "name": "question_open", "value": False} in run(BeginAnswer).events
