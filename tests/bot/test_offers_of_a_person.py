"""Where nobody reads what the desk is asked, no button offers a person."""

from __future__ import annotations

from bot.gateway.replies import ASKS_A_PERSON, messages_of
from bot.rasa_client import Reply, ReplyButton

OTHERS, PERSON = ReplyButton("Show others", "more_options"), ReplyButton("A person", "ask_human")
REPLY = Reply("It went quiet.", (OTHERS, PERSON))


def test_a_button_for_a_person_follows_the_settings() -> None:
    [offered] = messages_of([REPLY], is_notice=False)
    [left_out] = messages_of([REPLY], is_notice=False, left_out=ASKS_A_PERSON)
    assert [b.title for b in offered.buttons] == ["Show others", "A person"]
    assert [b.title for b in left_out.buttons] == ["Show others"]
