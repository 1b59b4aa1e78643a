"""What a channel calls a message may hold somebody's address; as we keep it, it does not."""

from __future__ import annotations

from base64 import b64encode

import pytest
from sqlalchemy import Engine, text

from bot.channels.contract import Inbound
from bot.store import BotStore
from nwd.cipher import Cipher
from nwd.clock import FrozenClock

NUMBER = "447700900123"
WAMID = "wamid." + b64encode(f"xx{NUMBER}xxx".encode()).decode()
IDS = {"web": ("k3jd9f-visitor", "k3jd9f-visitor:m-1"), "terminal": ("rosie", "rosie:m-1"), "whatsapp": (NUMBER, WAMID)}


@pytest.fixture
def store(engine: Engine, clock: FrozenClock, cipher: Cipher) -> BotStore:
    return BotStore(engine, clock, cipher)


def kept(engine: Engine, table: str) -> str:
    with engine.connect() as connection:
        return str(connection.execute(text(f"SELECT external_id FROM {table}")).all())


@pytest.mark.parametrize("channel", IDS)
def test_no_address_is_kept_and_the_same_message_is_known_again(channel: str, store: BotStore, engine: Engine) -> None:
    sender, external_id = IDS[channel]
    said = Inbound(channel, external_id, sender, text="hello")
    first, again = store.claims.claim(said), store.claims.claim(said)
    assert (first.is_new, again.is_new) == (True, False)
    assert sender not in kept(engine, "inbound")
    assert external_id not in kept(engine, "inbound")
    other = store.claims.claim(Inbound(channel, f"{external_id}2", sender, text="hello"))
    assert other.is_new
