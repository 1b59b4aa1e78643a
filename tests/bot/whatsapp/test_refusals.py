"""What nobody but Meta may post, and what even Meta may not break."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.bot.stub_rasa import StubRasa
from tests.bot.whatsapp.people import ADA, Post
from tests.doubles.whatsapp_api import (
    VERIFY,
    WhatsAppDouble,
    batch_of,
    signed,
)


async def test_meta_is_given_its_challenge_only_for_the_right_word(meta: httpx.AsyncClient) -> None:
    asked = {"hub.mode": "subscribe", "hub.challenge": "4711"}
    right = await meta.get("/whatsapp/webhook", params={**asked, "hub.verify_token": VERIFY})
    assert (right.status_code, right.text) == (200, "4711")
    for word in ("", "guess", "ünlaut"):
        assert (await meta.get("/whatsapp/webhook", params={**asked, "hub.verify_token": word})).status_code == 403


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[]", 400),
        (b"[" * 100_000, 400),
        (b'{"a": "' + b"a" * 5_000_000 + b'"}', 413),
        (b'{"entry": ' + b"9" * 5000 + b"}", 400),
        (b"\xff\xfe\x00", 400),
    ],
    ids=["truncated", "a list", "nested", "5 MB", "a number of 5,000 figures", "no text"],
)
async def test_a_body_that_is_none_is_refused_with_the_right_status(
    meta: httpx.AsyncClient, body: bytes, status: int
) -> None:
    assert (await meta.post("/whatsapp/webhook", content=body, headers=signed(body))).status_code == status


@pytest.mark.parametrize("header", [{}, {"X-Hub-Signature-256": "sha256=00"}, {"X-Hub-Signature-256": "é".encode()}])
async def test_a_wrong_signature_is_refused_and_logged_without_content(
    meta: httpx.AsyncClient, double: WhatsAppDouble, stub: StubRasa, capsys: pytest.CaptureFixture[str], header: Any
) -> None:
    body = batch_of(double.writes(ADA, "my secret words"))
    assert (await meta.post("/whatsapp/webhook", content=body, headers=header)).status_code == 403
    said = "".join(capsys.readouterr())
    assert "webhook_refused" in said
    assert "secret words" not in said
    assert ADA not in said
    assert stub.asked == []


async def test_one_changed_byte_breaks_the_signature(meta: httpx.AsyncClient, double: WhatsAppDouble) -> None:
    body = batch_of(double.writes(ADA, "hello"))
    changed = body.replace(b"hello", b"hallo")
    assert (await meta.post("/whatsapp/webhook", content=changed, headers=signed(body))).status_code == 403


HOSTILE = [
    {"entry": "x"},
    {"entry": [1, None, {"changes": {"value": 1}}]},
    {"type": "text", "text": None},
    {"type": "text", "text": {"body": 7}},
    {"type": 7},
    {"type": "interactive", "interactive": []},
    {"type": "reaction", "reaction": "x"},
    {"type": "edit", "edit": {"message": {"type": "text"}}},
    {"type": "text", "text": {"body": "x"}, "id": "x" * 300},
    {"type": "text", "text": {"body": "x"}, "id": ""},
    {"type": "text", "text": {"body": "x"}, "from": {"$gt": ""}, "from_user_id": None},
    {"type": "text", "text": {"body": "x"}, "from_user_id": "../../etc"},
]


@pytest.mark.parametrize("odd", HOSTILE, ids=range(len(HOSTILE)))
async def test_an_odd_message_holds_up_no_other(
    double: WhatsAppDouble, post: Post, meta: httpx.AsyncClient, odd: dict[str, Any]
) -> None:
    good = double.writes(ADA, "hello \x00\ud83d")
    bad = double.brings("GB.1", type="text")
    bad["messages"][0] |= odd
    body = json.loads(batch_of(bad, good))
    extra = odd.get("entry")
    body["entry"] = [*(extra if isinstance(extra, list) else []), *body["entry"]]
    raw = json.dumps(body).encode()
    assert (await meta.post("/whatsapp/webhook", content=raw, headers=signed(raw))).status_code == 200
    await post()
    assert len(double.texts(ADA)) == 1
