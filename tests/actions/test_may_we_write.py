from __future__ import annotations

from datetime import timedelta

import pytest

from actions.introduction import FinishLetter
from actions.messages import MessagesNo, MessagesYes, Quiet
from actions.news import TellNews
from actions.rights import OptOut
from actions.yes_to_places import YesToPlaces
from introductions import Introductions
from nwd.clock import FrozenClock
from tests.actions.conftest import Run, Said
from tests.introductions.steps import MARCIA, Story


def finish(story: Story, run: Run, service: str, turn: str) -> Said:
    draft = story.room.draft(MARCIA, service, key=f"{turn}:draft")
    return run(FinishLetter, turn=turn, picked={"version": draft.version, "letter": draft.id}, letter_decision="send")


def test_after_the_first_letter_and_no_other_we_ask_whether_we_may_write(story: Story, run: Run) -> None:
    story.may_write(story.known(), agreed=False)
    assert finish(story, run, "circle", "t1").names == ["utter_agreed_queued_now", "utter_may_i_write"]
    assert finish(story, run, "skills", "t2").names == ["utter_agreed_queued_now"]


def test_whoever_has_agreed_is_not_asked_again(story: Story, run: Run) -> None:
    story.known()
    assert finish(story, run, "circle", "t1").names == ["utter_agreed_queued_now"]


def test_both_answers_name_the_promised_day_while_a_letter_waits(story: Story, room: Introductions, run: Run) -> None:
    story.may_write(story.known(), agreed=False)
    assert run(MessagesNo, turn="t0").names == ["utter_messages_no"]
    finish(story, run, "circle", "t1")
    said = run(MessagesYes, turn="t2")
    assert said.names == ["utter_messages_yes_by_day"]
    assert said.messages[0]["promised_day"] == "Friday 6 November"
    assert room.may_message(MARCIA)
    assert run(MessagesNo, turn="t3").names == ["utter_messages_no_by_day"]
    assert not room.may_message(MARCIA)


def test_asking_for_quiet_or_to_stop_takes_the_yes_back(story: Story, room: Introductions, run: Run) -> None:
    story.known()
    run(Quiet, turn="t1")
    assert not room.may_message(MARCIA)
    story.may_write()
    run(OptOut, turn="t2")
    assert not room.may_message(MARCIA)


def test_news_promises_to_write_only_to_whoever_let_us(
    story: Story, room: Introductions, run: Run, clock: FrozenClock
) -> None:
    story.sent()
    [news] = room.pending_news()
    assert run(TellNews, picked={"news": news.id}).names == ["utter_news_introduction_sent"]
    story.may_write(agreed=False)
    assert run(TellNews, picked={"news": news.id}).names == ["utter_news_introduction_sent_waited"]


def test_the_question_stands_under_the_news_that_it_went_until_it_is_answered(
    story: Story, room: Introductions, run: Run
) -> None:
    story.may_write(story.known(), agreed=False)
    asked = finish(story, run, "circle", "t1").slots["may_write_asked"]
    story.post()
    [news] = [one for one in room.pending_news() if one.name == "introduction_sent"]
    said = run(TellNews, picked={"news": news.id}, may_write_asked=asked)
    assert said.names == ["utter_news_introduction_sent_asked"]
    assert run(MessagesNo, turn="t2", picked={"pressed": 1}, may_write_asked=asked).slots["may_write_asked"] is None
    assert run(TellNews, picked={"news": news.id}).names == ["utter_news_introduction_sent_waited"]


@pytest.mark.parametrize(
    ("words", "minutes", "may"), [("yes please", 5, True), ("yes please", 30, False), ("ok", 5, False)]
)
def test_a_yes_in_so_many_words_answers_it_while_it_is_near(
    words: str, minutes: int, may: bool, story: Story, room: Introductions, run: Run, clock: FrozenClock
) -> None:
    story.may_write(story.known(), agreed=False)
    asked = finish(story, run, "circle", "t1").slots["may_write_asked"]
    clock.move(timedelta(minutes=minutes))
    room.save_words(MARCIA, "t2", words)
    run(YesToPlaces, turn="t2", may_write_asked=asked)
    assert room.may_message(MARCIA) is may
