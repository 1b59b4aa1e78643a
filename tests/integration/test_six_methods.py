"""The whole first conversation over a Bot API server that knows six methods and nothing of us."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.store import BotStore
from tests.doubles.six_methods import TOKEN, SixMethods, served
from tests.integration.installation import opened, poll
from tests.integration.steps import NEXT, STORY

pytestmark = pytest.mark.rasa

MOST_SKIPS = 10
SIX = {"getMe", "getUpdates", "sendMessage", "editMessageText", "answerCallbackQuery", "deleteWebhook"}
ANSWERED = ("inbound_waiting", "turns_open", "outbox_waiting")


def test_six_methods_carry_the_whole_first_conversation(tmp_path: Path) -> None:
    zed = SixMethods()
    with (
        served(zed) as url,
        opened(tmp_path, None, {"NWD_TELEGRAM_TOKEN": TOKEN, "NWD_TELEGRAM_API_URL": url}) as installation,
        installation.house() as house,
    ):
        turns = BotStore(house.engine, house.clock, house.cipher).turns

        def answered(before: int) -> str:
            """What was said since, once nothing waits any more."""
            poll(lambda: len(zed.sent) > before and not any(turns.counts()[name] for name in ANSWERED), "an answer")
            return "\n".join(message["text"] for message in zed.sent[before:])

        def says(text: str) -> str:
            before = len(zed.sent)
            zed.says(text)
            return answered(before)

        def taps(title: str) -> str:
            before = len(zed.sent)
            zed.taps(title)
            return answered(before)

        assert "I'm a computer program" in says("/start")
        assert "Tell me a bit about you" in taps("I'm 18+ and I agree")
        says(STORY)
        says(NEXT)
        for _ in range(MOST_SKIPS):
            if zed.offers("Introduce me"):
                break
            says("skip")
        assert "What name" in taps("Introduce me")
        assert "Zed would like to meet you" in says("Zed")
        assert "sending it" in taps("I agree, send it")
        letter = poll(lambda: house.introductions.sent_letters(1), "the letter goes")[0]
        poll(lambda: len(zed.acknowledged) == 3, "every tap is acknowledged")
    assert "Zed" in letter.text
    assert zed.called >= SIX
