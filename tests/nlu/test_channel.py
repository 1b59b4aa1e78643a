"""The channel from outside: HTTP into a real Rasa with a real action server."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
import requests

from nlu.tracker_store import WAIT
from tests.nlu.action_server import ActionServer
from tests.nlu.harness import Rasa


@pytest.fixture
def person() -> str:
    return str(uuid4())


def names(answer: dict) -> list[str]:
    return [reply["response"] for reply in answer["replies"]]


def test_a_text_starts_the_form_and_its_question_comes_with_buttons_as_data(rasa: Rasa, person: str) -> None:
    answer = rasa.turn(person, "t1", "new shoes please")
    assert answer == {
        "turn": "t1",
        "replies": [
            {
                "response": "utter_ask_size",
                "text": "Which size?",
                "buttons": [
                    {"title": "Small", "intent": "inform", "entities": {"answer": "small"}},
                    {"title": "Large", "intent": "inform", "entities": {"answer": "large"}},
                ],
                "kind": "text",
                "data": {},
            }
        ],
        "form": "shoes_form",
        "slot": "size",
        "failed": [],
        "replayed": False,
    }


def test_a_button_needs_no_reading_and_a_blank_line_does_not_split_a_reply(rasa: Rasa, person: str) -> None:
    rasa.turn(person, "t1", "shoes")
    answer = rasa.turn(person, "t2", "Large", intent="inform", entities={"answer": "large"}, asked="size")
    assert (names(answer), answer["slot"]) == (["utter_ask_colour"], "colour")
    assert answer["replies"][0]["text"] == "Which colour?\n\nAny will do."


def test_the_kind_and_data_of_a_reply_come_from_its_copy(rasa: Rasa, person: str) -> None:
    rasa.turn(person, "t1", "shoes")
    rasa.turn(person, "t2", "Large", intent="inform", entities={"answer": "large"})
    answer = rasa.turn(person, "t3", "blue")
    reply = answer["replies"][0]
    assert (reply["response"], reply["text"]) == ("utter_ordered", "Ordered: large.")
    assert (reply["kind"], reply["data"]) == ("options", {"place": "shelf"})
    assert (answer["form"], answer["slot"]) == (None, None)


def test_a_turn_sent_again_is_answered_from_the_tracker_and_runs_no_action(
    rasa: Rasa, actions: ActionServer, person: str
) -> None:
    first = rasa.turn(person, "t1", "shoes")
    rasa.turn(person, "t2", "Large", intent="inform", entities={"answer": "large"})
    calls = list(actions.calls)
    again = rasa.turn(person, "t2", "Large", intent="inform", entities={"answer": "large"})
    earlier = rasa.turn(person, "t1", "shoes")
    assert (names(again), again["replayed"], again["slot"]) == (["utter_ask_colour"], True, "colour")
    assert earlier["replies"] == first["replies"]
    assert actions.calls == calls


def test_news_comes_in_as_an_event_of_the_channel_and_the_question_returns(rasa: Rasa, person: str) -> None:
    rasa.turn(person, "t1", "shoes")
    answer = rasa.turn(person, "t2", None, intent="event_news")
    assert names(answer) == ["utter_news", "utter_ask_size"]
    assert answer["replies"][0]["kind"] == "notice"


@pytest.mark.parametrize(
    "text", ["/event_news", '/inform{"answer":"large"}', "/restart", "/session_start", "event_news"]
)
def test_no_typed_text_picks_an_intent(rasa: Rasa, person: str, text: str) -> None:
    rasa.turn(person, "t1", "shoes")
    answer = rasa.turn(person, "t2", text)
    assert names(answer) == ["utter_not_understood", "utter_ask_size"]
    assert answer["slot"] == "size"


def test_a_failed_action_is_named_nothing_is_said_and_the_turn_can_run_again(
    rasa: Rasa, actions: ActionServer, person: str
) -> None:
    answer = rasa.turn(person, "t1", "smash")
    assert (answer["failed"], answer["replies"]) == (["action_break"], [])
    actions.broken.clear()
    again = rasa.turn(person, "t1", "smash")
    assert (again["failed"], names(again), again["replayed"]) == ([], ["utter_it_is_done"], False)


def test_a_failed_slot_action_fails_the_turn_too_and_keeps_the_place(
    rasa: Rasa, actions: ActionServer, person: str
) -> None:
    rasa.turn(person, "t1", "shoes")
    actions.broken.add("action_take_in")
    answer = rasa.turn(person, "t2", "Large", intent="inform", entities={"answer": "large"})
    assert (answer["failed"], answer["replies"]) == (["action_take_in"], [])
    actions.broken.clear()
    again = rasa.turn(person, "t2", "Large", intent="inform", entities={"answer": "large"})
    assert (names(again), again["slot"]) == (["utter_ask_colour"], "colour")


def test_a_client_that_goes_away_does_not_stop_the_turn(rasa: Rasa, actions: ActionServer, person: str) -> None:
    with pytest.raises(requests.Timeout):
        rasa.post({"conversation": person, "turn": "t1", "text": "wait"}, timeout=1)
    assert actions.waiting.wait(10)
    actions.gate.set()
    answer = rasa.turn(person, "t1", "wait")
    assert (names(answer), answer["replayed"]) == (["utter_it_is_done"], True)
    assert actions.calls.count(("action_wait", "t1")) == 1


def test_conversations_do_not_wait_for_each_other(rasa: Rasa, actions: ActionServer, person: str) -> None:
    with ThreadPoolExecutor() as pool:
        slow = pool.submit(rasa.turn, person, "t1", "wait")
        assert actions.waiting.wait(10)
        assert names(rasa.turn(str(uuid4()), "t1", "thanks")) == ["utter_welcome"]
        assert not slow.done()
        actions.gate.set()
        assert names(slow.result(30)) == ["utter_it_is_done"]


def test_the_turns_of_one_conversation_come_one_after_the_other(rasa: Rasa, actions: ActionServer, person: str) -> None:
    with ThreadPoolExecutor() as pool:
        first = pool.submit(rasa.turn, person, "t1", "wait")
        assert actions.waiting.wait(10)
        second = pool.submit(rasa.turn, person, "t2", "thanks")
        actions.gate.set()
        assert names(first.result(30)) == ["utter_it_is_done"]
        assert names(second.result(30)) == ["utter_welcome"]
    turns = [turn for action, turn in actions.calls if action == "action_take_in"]
    assert turns == ["t1", "t2"]


def test_an_erased_conversation_starts_from_nothing_and_leaves_no_row(rasa: Rasa, person: str) -> None:
    rasa.turn(person, "t1", "shoes")
    assert rasa.erase(person).status_code == 200
    with sqlite3.connect(rasa.database.with_name("tracker.db")) as database:
        assert database.execute("SELECT count(*) FROM tracker WHERE conversation = ?", [person]).fetchone() == (0,)
    database.close()
    answer = rasa.turn(person, "t1", "thanks")
    assert (names(answer), answer["form"], answer["replayed"]) == (["utter_welcome"], None, False)


def test_a_locked_store_is_told_as_503_and_nobody_is_taken_for_new(
    rasa: Rasa, actions: ActionServer, person: str
) -> None:
    rasa.turn(person, "t1", "shoes")
    database = sqlite3.connect(rasa.database.with_name("tracker.db"), isolation_level=None, timeout=WAIT)
    database.execute("BEGIN EXCLUSIVE")
    body = {"conversation": person, "turn": "t2", "text": "Large", "intent": "inform", "entities": {"answer": "large"}}
    refused = rasa.post(body)
    new = rasa.post({"conversation": str(uuid4()), "turn": "t1", "text": "thanks"})
    database.execute("COMMIT")
    database.close()
    assert [(r.status_code, r.json()) for r in (refused, new)] == [(503, {"error": "store"})] * 2
    answer = rasa.post(body).json()
    assert (names(answer), answer["slot"], answer["replayed"]) == (["utter_ask_colour"], "colour", False)
    assert [a for a, _ in actions.calls].count("action_session_start") == 1


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {"turn": "t1", "text": "hi"},
        {"conversation": "c", "text": "hi"},
        {"conversation": "c", "turn": "t1"},
        {"conversation": "c", "turn": "t1", "text": "  "},
        {"conversation": "c", "turn": "t1", "text": 7},
        {"conversation": "c", "turn": "t1", "intent": "no_such_intent"},
        {"conversation": "c", "turn": "t1", "intent": "inform", "entities": ["answer"]},
        {"conversation": "c" * 65, "turn": "t1", "text": "hi"},
    ],
)
def test_a_body_that_is_no_turn_is_refused(rasa: Rasa, body: object) -> None:
    answer = rasa.post(body)
    assert (answer.status_code, answer.json()["error"]) == (422, "body")


def test_nothing_answers_without_the_token(rasa: Rasa) -> None:
    body = {"conversation": "c", "turn": "t1", "text": "hi"}
    assert rasa.post(body, token="another").status_code == 401
    assert requests.delete(f"{rasa.url}/conversations/c", timeout=10).status_code == 401


def test_rasas_own_doors_are_shut(rasa: Rasa) -> None:
    root = rasa.url.removesuffix("/webhooks/nwd")
    for path in ("/", "/status", "/model", "/webhooks/rest/webhook", "/conversations/c/tracker"):
        assert requests.get(root + path, timeout=10).status_code == 404, path


@pytest.mark.parametrize(
    "text",
    ["🙂🙂", "x" * 10_000, "\u0007\u0000 \u202e", "{size} {0[size]} %s", "   hello   "],
    ids=["emoji", "long", "control", "braces", "spaces"],
)
def test_odd_text_gets_an_ordinary_answer(rasa: Rasa, person: str, text: str) -> None:
    assert names(rasa.turn(person, "t1", text)) == ["utter_not_understood"]


def test_the_log_never_quotes_anybody(rasa: Rasa, actions: ActionServer, person: str) -> None:
    rasa.turn(person, "t1", "smash the marmalade, call Winifred on 07700 900123")
    rasa.turn(person, "t2", "Marmalade", intent="inform", entities={"answer": "marmalade"})
    rasa.post({"conversation": person, "turn": "t3", "text": "marmalade", "intent": "no_such"})
    assert "turn failed turn=t1 action=action_break cause=ClientResponseError 500" in rasa.log
    for word in ("marmalade", "Winifred", "07700", "a secret sentence"):
        assert word.lower() not in rasa.log.lower()


def test_an_action_server_that_forgot_the_domain_is_sent_it_once(
    rasa: Rasa, actions: ActionServer, person: str
) -> None:
    actions.digest = "forgotten"
    assert names(rasa.turn(person, "t1", "thanks")) == ["utter_welcome"]
    sent = ["domain" in body for body in actions.bodies]
    assert sent == [True, False]
    assert "shoes_form" in actions.bodies[0]["domain"]["forms"]


def test_an_action_sees_this_turn_only_and_gets_no_domain(rasa: Rasa, actions: ActionServer, person: str) -> None:
    for turn in range(3):
        rasa.turn(person, f"t{turn}", "thanks")
    last = actions.bodies[-1]
    heard = [event["message_id"] for event in last["tracker"]["events"] if event["event"] == "user"]
    assert (heard, "domain" in last) == (["t2"], False)
