"""Every door is a right door: what is noted of it, and the poster that leads through it."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest
import segno
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels import web_door
from bot.channels.contract import Inbound
from bot.doors.links import link_of
from bot.doors.poster import Words, as_pdf, as_png
from bot.wiring import Bot
from nwd.errors import InputError
from nwd.settings import Settings
from tests.bot.bot_harness import Talk

LINK = "https://nwd.example/chat?door=brixton-library"
WORDS = Words(
    "Not sure where to start?", "Some company (or more)?\nIt's free.", "Point your camera here:", LINK, "Run by us."
)


async def test_the_first_door_is_noted_and_later_ones_are_not(bot: Bot, talk: Talk) -> None:
    await talk.say("greet", kind="command", data={"door": "door-brixton-library"})
    await talk.say("greet", kind="command", data={"door": "door-surgery"})
    assert bot.store.arrivals.door(talk.person) == "brixton-library"


@pytest.mark.parametrize(
    "carried", [None, "", "door-", "door-Ünïcode", "door-../../x", "something", "door-" + "x" * 60]
)
async def test_what_is_no_door_is_not_noted(bot: Bot, talk: Talk, carried: str | None) -> None:
    await talk.say("hello", data={"door": carried})
    assert bot.store.arrivals.door(talk.person) is None


async def test_a_joined_chat_keeps_the_door_of_the_older(bot: Bot) -> None:
    first, second = Talk(bot, "ada"), Talk(bot, "adas-phone")
    await first.say("hello")
    await second.say("greet", kind="command", data={"door": "door-surgery"})
    code = bot.store.joining.issue(first.person, "t")
    await second.say(code or "")
    assert bot.store.arrivals.door(first.person) == "surgery"


async def test_the_page_carries_its_door_to_the_first_message() -> None:
    async def show(request: Request) -> Response:
        response = Response()
        web_door.keep(request, response)
        return response

    async def say(request: Request) -> Response:
        return JSONResponse(web_door.carried(request))

    app = Starlette(routes=[Route("/chat", show), Route("/say", say)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://nwd") as visitor:
        await visitor.get("/chat?door=brixton-library")
        assert (await visitor.get("/say")).json() == {"door": "door-brixton-library"}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://nwd") as visitor:
        await visitor.get("/chat?door=<script>")
        assert (await visitor.get("/say")).json() == {}


def test_a_poster_is_one_page_with_its_words_and_its_code(tmp_path: Path) -> None:
    pdf = as_pdf(WORDS)
    assert pdf.startswith(b"%PDF-1.4")
    assert rb"Some company \(or more\)?" in pdf
    dark = sum(bool(module) for row in segno.make(LINK, error="m").matrix for module in row)
    assert len(re.findall(rb" re f", pdf)) == dark
    start = int(re.findall(rb"startxref\n(\d+)", pdf)[0])
    assert pdf[start : start + 4] == b"xref"
    for number, place in enumerate(re.findall(rb"(\d{10}) 00000 n", pdf), start=1):
        assert pdf[int(place) :].startswith(f"{number} 0 obj".encode())
    if shutil.which("pdftotext"):
        (tmp_path / "poster.pdf").write_bytes(pdf)
        read = subprocess.run(["pdftotext", tmp_path / "poster.pdf", "-"], capture_output=True, text=True, check=True)
        assert "Not sure where to start?" in read.stdout


def test_nothing_on_a_poster_runs_off_the_page() -> None:
    long = Words("word " * 20, "\n".join(["many words " * 12] * 4), "how " * 10, LINK, "by " * 30)
    for y in re.findall(rb"Tf 56 ([\d.-]+) Td", as_pdf(long)):
        assert 0 < float(y) < 842


def test_the_code_alone_is_a_picture() -> None:
    assert as_png(LINK).startswith(b"\x89PNG")


def settings(**more: Any) -> Settings:
    return Settings(_env_file=None, public_url="https://nwd.example", **more)


def test_without_telegram_a_door_leads_to_the_page() -> None:
    assert link_of(settings(), "brixton-library") == LINK


@pytest.mark.parametrize("name", ["", "Two Words", "../x", "x" * 37])
def test_a_name_that_no_link_carries_is_refused(name: str) -> None:
    with pytest.raises(InputError):
        link_of(settings(), name)


async def test_the_first_message_of_a_claim_batch_carries_its_own_door(bot: Bot) -> None:
    batch = [
        Inbound("web", "a:1", "a", data={"door": "door-one"}, text="hi"),
        Inbound("web", "b:1", "b", data={"door": "door-two"}, text="hi"),
    ]
    claims = await bot.gateway.claim_all(batch)
    await asyncio.gather(bot.gateway.idle())
    assert [bot.store.arrivals.door(claim.conversation) for claim in claims] == ["one", "two"]
