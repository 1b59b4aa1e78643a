"""Each action raises in turn: the webhook says nothing of it to Rasa, and the turn is marked failed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor

from actions.registry import ACTIONS
from bot.app import build_app
from bot.house import prepare
from bot.opened import App
from nwd.settings import Settings
from tests.bot.test_app import BEARER, HERE, TOKEN, call

SECRET_WORDS = "words of a person"
NAMES = [action.action for action in ACTIONS]


class Room:
    """The app's own webhook, whose actions do their work and then raise: the worst moment, when all is committed."""

    def __init__(self, app: Any) -> None:
        self.app: App = app.state.app
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HERE)

    async def calls(self, action: str, turn: str) -> httpx.Response:
        return await self.client.post("/actions/webhook", json=call(action, turn), headers=BEARER)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    folder: Path = tmp_path_factory.mktemp("failing")
    settings = Settings(
        _env_file=None,
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'nwd.db'}",
        secret_key=SecretStr("a secret for the tests that is long enough"),
        rasa_token=SecretStr(TOKEN),
        rasa_url="http://127.0.0.1:9",
    )
    prepare(settings)
    with pytest.MonkeyPatch.context() as patch:
        register = ActionExecutor.register_action

        def failing(self: ActionExecutor, action: Action) -> None:
            run = action.run

            async def works_and_raises(dispatcher: Any, tracker: Any, domain: Any) -> Any:
                dispatcher.utter_message(text=SECRET_WORDS)
                try:
                    await run(dispatcher, tracker, domain)
                finally:
                    raise RuntimeError(SECRET_WORDS)

            action.run = works_and_raises
            register(self, action)

        patch.setattr(ActionExecutor, "register_action", failing)
        yield Room(build_app(settings))


@pytest.mark.parametrize("action", NAMES)
async def test_an_action_that_raises_says_nothing_and_its_turn_is_marked_failed(room: Room, action: str) -> None:
    answer = await room.calls(action, turn := f"turn-of-{action}")
    assert answer.status_code == 500
    assert SECRET_WORDS not in answer.text
    assert answer.json().keys() == {"error", "action_name"}
    assert room.app.bot.failed_actions.take(turn)


async def test_the_app_serves_every_action_of_the_dialogue(room: Room) -> None:
    assert (await room.calls("action_of_nobody", "t1")).status_code == 404
    assert len(NAMES) == len(set(NAMES))
