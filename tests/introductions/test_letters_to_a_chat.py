from __future__ import annotations

from datetime import timedelta

import pytest

from introductions import Introductions
from introductions.errors import NotOpened
from introductions.model import Outgoing
from introductions.outbox import LEASE
from introductions.ways import Chat, ChatWords
from nwd.clock import FrozenClock
from tests.introductions.steps import MARCIA, Story, token_of

ADE, OTHER = Chat("telegram", "1001"), Chat("telegram", "2002")
SECOND = MARCIA.replace("0b7c", "0b7d")


def said(text: str, key: str, *, chat: Chat = ADE, replied: str = "", begins: bool = False) -> ChatWords:
    return ChatWords(chat, key, text, replied, begins)


def linked(room: Introductions, token: str, chat: Chat = ADE, key: str = "start") -> str:
    room.open_link(token)
    return room.link_chat(chat, room.chat_code(token), key)


def ways(mails: list[Outgoing]) -> list[tuple[str, str]]:
    return [(mail.kind, mail.to) for mail in mails]


def test_a_linked_place_gets_letters_and_reminders_in_its_chat(room: Introductions, story: Story) -> None:
    _, token = story.sent()
    assert linked(room, token) == "linked"
    assert sorted(ways(story.post())) == [("chat_linked", "telegram:1001"), ("chat_notice", "hello@kettle.example")]
    story.agreed(person=SECOND)
    [letter] = story.post()
    assert (letter.kind, letter.to) == ("introduction", "telegram:1001")
    assert token_of(letter)
    story.clock.move(timedelta(days=3))
    room.tick()
    assert ways(story.post()) == [("reminder", "telegram:1001"), ("reminder", "telegram:1001")]


def test_the_text_that_goes_is_the_text_that_was_agreed_to(room: Introductions, story: Story) -> None:
    _, token = story.sent()
    linked(room, token)
    story.post()
    draft = story.drafted(person=SECOND)
    room.agree(draft.id, draft.version, how="tap", channel="web", wording="v1", key="a")
    [letter] = story.post()
    assert (letter.subject, letter.text) == (draft.mail_subject, draft.mail_text)


def test_a_code_links_one_chat_once_and_for_a_day(room: Introductions, story: Story, clock: FrozenClock) -> None:
    _, token = story.sent()
    with pytest.raises(NotOpened):
        room.chat_code(token)
    room.open_link(token)
    code = room.chat_code(token)
    assert len(code) <= 64
    assert code.replace("-", "").replace("_", "").isalnum()
    assert room.link_chat(ADE, code[:-1] + ("0" if code[-1] != "0" else "1"), "forged") == "over"
    assert room.link_chat(ADE, "p-", "empty") == "over"
    assert room.link_chat(ADE, code, "start") == "linked"
    assert room.link_chat(ADE, code, "start") == "linked"
    assert room.link_chat(OTHER, code, "other") == "over"
    late = room.chat_code(token)
    clock.move(timedelta(days=2))
    assert room.link_chat(OTHER, late, "late") == "over"
    assert sorted(mail.kind for mail in story.post()) == ["chat_linked", "chat_notice"]


def test_what_is_written_there_reaches_the_person_like_a_reply_by_mail(room: Introductions, story: Story) -> None:
    introduction, token = story.sent()
    linked(room, token)
    story.post()
    story.news()
    assert room.chat_wrote(said("Thursday is fine. Ask for Ade.", "m1"))
    assert room.chat_wrote(said("Thursday is fine. Ask for Ade.", "m1"))
    assert story.news() == ["relayed"]
    [answer] = story.post()
    assert (answer.kind, introduction.short in answer.text) == ("chat_passed", True)
    assert not room.chat_wrote(said("hello", "m2", chat=OTHER))


def test_with_two_people_the_answered_letter_or_the_reference_says_whom(room: Introductions, story: Story) -> None:
    first, token = story.sent()
    linked(room, token)
    story.post()
    second = story.agreed(person=SECOND)
    for mail in room.due_letters():
        room.letter_sent(mail.id, "77")
    story.news()
    assert room.chat_wrote(said("Come on Thursday", "m1"))
    assert [mail.kind for mail in story.post()] == ["chat_which"]
    assert story.news() == []
    assert room.chat_wrote(said("Come on Thursday", "m2", replied="77"))
    assert room.chat_wrote(said(f"{first.short.lower()}: Come on Friday", "m3"))
    assert room.chat_wrote(said("Come on Monday", "m4", replied="no letter of ours"))
    told = {one.introduction_id: one.data["text"] for one in room.pending_news() if one.name == "relayed"}
    assert told == {second.id: "Come on Thursday", first.id: "Come on Friday"}
    assert sorted(mail.kind for mail in story.post()) == ["chat_passed", "chat_passed", "chat_which"]


def test_words_of_danger_are_held_there_too(room: Introductions, story: Story) -> None:
    _, token = story.sent()
    linked(room, token)
    story.post()
    story.news()
    assert room.chat_wrote(said("I am going to kill him", "m1"))
    assert story.news() == []
    assert sorted(ways(story.post())) == [("not_passed", "telegram:1001"), ("words_held", "lead@nwd.example")]


def test_stop_goes_back_to_mail_with_what_still_waits(room: Introductions, story: Story, clock: FrozenClock) -> None:
    _, token = story.sent()
    linked(room, token)
    story.post()
    clock.move(timedelta(hours=11))
    story.agreed(person=SECOND)
    assert room.chat_wrote(said("Stop.", "m1"))
    assert ways(story.post()) == [("chat_stopped", "telegram:1001")]
    clock.move(timedelta(hours=12))
    assert ways(story.post()) == [("introduction", "hello@kettle.example")]
    assert room.chat_wrote(said("Tell her Thursday", "m2"))
    assert [mail.kind for mail in story.post()] == ["chat_off"]
    assert not room.chat_wrote(said("", "m3", begins=True))
    assert not room.chat_wrote(said("hello", "m4"))


def test_the_page_goes_back_to_mail_too(room: Introductions, story: Story) -> None:
    _, token = story.sent()
    linked(room, token)
    assert room.is_on_chat("kettle")
    room.leave_chat(token)
    assert not room.is_on_chat("kettle")


def test_a_chat_that_takes_nothing_is_left_and_the_same_text_goes_by_mail(room: Introductions, story: Story) -> None:
    _, token = story.sent()
    linked(room, token)
    story.post()
    introduction = story.agreed(person=SECOND)
    [letter] = room.due_letters()
    room.letter_failed(letter.id, "Forbidden", None, refused=True)
    [again] = story.post()
    assert (again.to, again.message_id, again.text) == ("hello@kettle.example", letter.message_id, letter.text)
    assert story.state(introduction) == "sent"
    assert not room.is_on_chat("kettle")


def test_a_second_chat_takes_the_place_of_the_first(room: Introductions, story: Story) -> None:
    _, token = story.sent()
    linked(room, token)
    linked(room, token, OTHER, "other")
    story.post()
    story.agreed(person=SECOND)
    assert ways(story.post()) == [("introduction", "telegram:2002")]
    assert room.chat_wrote(said("Thursday", "m1"))
    assert [mail.kind for mail in story.post()] == ["chat_off"]


def test_the_notice_goes_though_the_letter_ended_meanwhile(room: Introductions, story: Story) -> None:
    _, token = story.sent()
    linked(room, token)
    room.not_for_us(token, "full")
    assert ("chat_notice", "hello@kettle.example") in ways(story.post())


def test_a_copy_and_an_erasure_hold_nothing_of_the_place_s_chat(room: Introductions, story: Story) -> None:
    _, token = story.sent()
    linked(room, token)
    room.chat_code(token)
    story.post()
    story.clock.move(timedelta(days=3))
    room.tick()
    for mail in room.due_letters():
        room.letter_sent(mail.id, "78")
    assert "1001" not in str([row["to"] for row in room.export(MARCIA)["outgoing"]])
    room.erase(MARCIA)
    assert ways(story.post()) == [("please_delete", "telegram:1001")]


def test_a_leak_at_the_place_ends_its_chat(room: Introductions, story: Story, clock: FrozenClock) -> None:
    _, token = story.sent()
    linked(room, token)
    room.open_incident("kettle", clock.now(), by="lead", draft=lambda *_: "words")
    assert not room.is_on_chat("kettle")


def test_what_a_worker_held_when_the_chat_was_left_goes_by_mail(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    """Its worker died and never said whether it went."""
    _, token = story.sent()
    linked(room, token)
    story.post()
    introduction = story.agreed(person=SECOND)
    [letter] = room.due_letters()
    assert letter.to == "telegram:1001"
    room.leave_chat(token)
    clock.move(LEASE)
    [again] = story.post()
    assert (again.to, again.message_id, again.text) == ("hello@kettle.example", letter.message_id, letter.text)
    assert story.state(introduction) == "sent"


def test_a_digest_and_a_plea_to_delete_leave_the_chat_too(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    _, token = story.sent()
    linked(room, token)
    story.post()
    story.agreed(person=SECOND)
    story.post()
    story.pass_time(days=3)
    clock.move(timedelta(days=6))
    room.tick()
    held = room.due_letters(limit=50)
    assert ("digest", "telegram:1001") in ways(held)
    room.erase(SECOND)
    assert room.chat_wrote(said("Stop.", "m1"))
    clock.move(LEASE)
    went = ways(story.post())
    assert {("digest", "hello@kettle.example"), ("please_delete", "hello@kettle.example")} <= set(went)
    assert {kind for kind, to in went if to == "telegram:1001"} == {"chat_stopped"}


def test_a_chat_that_began_anew_as_a_person_s_own_gets_no_letter(
    room: Introductions, story: Story, clock: FrozenClock
) -> None:
    _, token = story.sent()
    linked(room, token)
    story.post()
    story.agreed(person=SECOND)
    [letter] = room.due_letters()
    assert room.chat_wrote(said("Stop.", "m1"))
    assert not room.chat_wrote(said("", "m2", begins=True))
    clock.move(LEASE)
    assert letter.to == "telegram:1001"
    assert {kind for kind, to in ways(story.post()) if to == "telegram:1001"} <= {"chat_stopped"}
