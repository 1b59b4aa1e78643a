"""Rasa's process is killed, stopped or missing something; no turn is run twice and nobody loses their place."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from tests.nlu.action_server import ActionServer
from tests.nlu.harness import ROOT, SECRET, WHERE, Rasa

LARGE = {"intent": "inform", "entities": {"answer": "large"}}


@pytest.fixture
def rasa(start_rasa: Callable[[], Rasa], actions: ActionServer) -> Rasa:
    actions.reset()
    return start_rasa()


def names(answer: dict) -> list[str]:
    return [reply["response"] for reply in answer["replies"]]


def test_after_a_kill_a_finished_turn_is_replayed_and_an_unfinished_one_runs(rasa: Rasa, actions: ActionServer) -> None:
    rasa.turn("c1", "t1", "shoes")
    with ThreadPoolExecutor() as pool:
        cut_short = pool.submit(rasa.post, {"conversation": "c2", "turn": "t1", "text": "wait"})
        assert actions.waiting.wait(10)
        rasa.process.send_signal(signal.SIGKILL)
        assert isinstance(cut_short.exception(30), requests.ConnectionError)
    actions.gate.set()
    rasa.stop()
    rasa.start()
    calls = len(actions.calls)
    again = rasa.turn("c1", "t1", "shoes")
    assert (names(again), again["replayed"], len(actions.calls)) == (["utter_ask_size"], True, calls)
    assert names(rasa.turn("c1", "t2", "Large", **LARGE)) == ["utter_ask_colour"]
    afresh = rasa.turn("c2", "t1", "wait")
    assert (names(afresh), afresh["replayed"]) == (["utter_it_is_done"], False)


def test_asked_to_stop_it_ends_the_turn_that_is_running_and_then_itself(rasa: Rasa, actions: ActionServer) -> None:
    with ThreadPoolExecutor() as pool:
        running = pool.submit(rasa.turn, "c1", "t1", "wait")
        assert actions.waiting.wait(10)
        rasa.process.terminate()
        actions.gate.set()
        assert names(running.result(30)) == ["utter_it_is_done"]
    assert rasa.process.wait(30) == 0
    rasa.stop()
    rasa.start()
    assert rasa.turn("c1", "t1", "wait")["replayed"]


def test_without_the_action_server_the_turn_fails_and_is_run_when_it_is_back(rasa: Rasa, actions: ActionServer) -> None:
    actions.broken.add("action_session_start")
    assert rasa.turn("c1", "t1", "shoes")["failed"] == ["action_session_start"]
    actions.broken.clear()
    answer = rasa.turn("c1", "t1", "shoes")
    assert (names(answer), answer["failed"], answer["replayed"]) == (["utter_ask_size"], [], False)


def _start(**environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "nlu.serve", "--port", environment.pop("port", "0"), *map(str, WHERE)]
    environment["PATH"] = os.environ["PATH"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_every_missing_setting_is_named_at_the_start() -> None:
    done = _start(NWD_SECRET_KEY="short")
    assert done.returncode == 2
    for name in ("NWD_RASA_TOKEN", "NWD_ACTIONS_URL", "NWD_DATABASE_URL", "NWD_SECRET_KEY: use at least 32"):
        assert name in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_port_in_use_is_named_at_the_start(actions: ActionServer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        settings = {"NWD_RASA_TOKEN": "t", "NWD_SECRET_KEY": SECRET, "NWD_ACTIONS_URL": actions.url}
        done = _start(port=str(port), NWD_DATABASE_URL="sqlite:///nowhere/nwd.db", **settings)
    assert (done.returncode, f"127.0.0.1:{port}" in done.stderr) == (2, True)
