"""The network: what it is made of, and what it hears where no word list holds the words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from knowledge.safety import check
from knowledge.typology import typology
from knowledge.understanding.network import FOLDER, LAYERS, WEIGHTS, network
from knowledge.understanding.not_alone import GOING_ALONE
from knowledge.understanding.pieces import pieces
from knowledge.understanding.sensing import MOST_WINDOWS, sense

DANGER = [
    "ive lined the tablets up and written to my sister",
    "he grabbed me by the neck again and the kids saw it",
    "we aint got a crumb of food in and the meter is empty",
    "chucked out with my bags and its snowing where do i sleep",
    "they keep my passport and i get no wages",
]
EVERYDAY = [
    "i like sewing and a cup of tea",
    "mornings suit me",
    "SW9",
    "used to be a bus driver",
    "how long does it take",
]
WITHOUT_A_NETWORK = """
import socket, sys
def refuse(*_, **__): raise OSError("nothing may be fetched")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from knowledge.understanding import understand
sys.exit(understand("i love cooking").intent != "inform" or "torch" in sys.modules)
"""


@pytest.mark.parametrize("text", DANGER)
def test_danger_in_new_words_is_at_least_asked_about(text: str) -> None:
    assert check(text).level != "none"


@pytest.mark.parametrize("text", EVERYDAY)
def test_everyday_talk_raises_no_alarm(text: str) -> None:
    assert check(text).level == "none"


def test_the_weights_are_small_and_load_without_a_connection_or_torch() -> None:
    assert sum((FOLDER / name).stat().st_size for name in (WEIGHTS, LAYERS)) < 20_000_000
    assert subprocess.run([sys.executable, "-c", WITHOUT_A_NETWORK], check=False, timeout=60).returncode == 0


def test_its_answers_stand_for_every_code_and_intent_of_the_typology() -> None:
    net = network()
    assert set(net.names("intents")) == {code.partition(".")[2] for code in typology().group("intent")}
    by_lists_alone = {GOING_ALONE}
    codes = {code for code in typology().codes if not code.startswith("intent.")}
    assert set(net.names("codes")) == codes - by_lists_alone


def test_chances_are_chances_and_words_lie_in_the_text() -> None:
    text = "my knees are shot but i'd love a bit of gardening"
    sensed = sense(text)
    assert sum(chance for _, chance in sensed.intents) == pytest.approx(1, abs=1e-4)
    assert all(0 <= hint.start < hint.end <= len(text) for hint in sensed.hints)
    assert all(0 <= chance <= 1 for hint in sensed.hints for chance in (hint.chance, *hint.polarities))


@pytest.mark.parametrize("text", ["", " ", "\x00"])
def test_nothing_is_heard_in_nothing(text: str) -> None:
    assert sense(text).hints == ()


def test_a_long_message_is_read_in_parts_and_danger_late_in_it_is_heard() -> None:
    chat = "the weather was fine and i went to the shops for bread. " * 8
    assert len(pieces(chat, network().vocabulary)) > network().longest
    assert sense(f"{chat} i am going to kill myself tonight").act > 0.5
    assert len(pieces(chat * 100, network().vocabulary)) > network().longest * MOST_WINDOWS
    assert sense(chat * 100).act < 0.5


def test_a_word_is_cut_into_known_pieces_with_the_place_of_the_whole() -> None:
    cut = pieces("Dépression, innit", network().vocabulary)
    assert [(piece.start, piece.end) for piece in cut[:2]] == [(0, 10), (10, 11)]
    assert all(piece.number >= 0 for piece in cut)
