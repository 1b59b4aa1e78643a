"""The terminal: a conversation line by line, or as JSON for other programs, over the web channel."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import textwrap
import threading
from collections.abc import AsyncIterator
from typing import Any, TextIO

from bot.channels.terminal_client import WebClient
from bot.copy import Copy
from nwd.cipher import Cipher
from nwd.settings import Settings

WIDTH = 78
# How long an answer is waited for, after the end of input and between lines that nobody types.
LONGEST_ANSWER_SECONDS = 30


def chat(settings: Settings, base_url: str, *, as_json: bool = False, person: str = "terminal:me") -> None:
    """Talk as ``person`` (channel:key) until the end of input. Raises UnreachableError."""
    client = WebClient(base_url, Cipher(settings.secrets).sign(person))
    talk = _talk_json if as_json else _talk
    asyncio.run(talk(client, sys.stdin, sys.stdout))


async def _talk_json(client: WebClient, lines: TextIO, out: TextIO) -> None:
    async with client.listening():
        turn = 0
        async for line in _lines(lines):
            turn += 1
            message_id, refused = await client.say(line)
            said = [{"text": refused}] if refused else await client.until_answered(message_id)
            print(json.dumps({"turn": turn, "messages": [_message(m) for m in said]}, ensure_ascii=False), file=out)
            out.flush()


async def _talk(client: WebClient, lines: TextIO, out: TextIO) -> None:
    async with client.listening():
        answered: asyncio.Queue[str] = asyncio.Queue()
        showing = asyncio.create_task(_show_all(client, out, answered))
        open_ids: set[str] = set()
        print(f"{Copy().text('utter_terminal_opens')}\n", file=out)
        _prompt(out)
        async for line in _lines(lines):
            message_id, refused = await client.say(line)
            if refused:
                print(refused, file=out)
                _prompt(out)
            else:
                open_ids.add(message_id)
            if not lines.isatty():
                await _until_answered(open_ids, answered)
        await _until_answered(open_ids, answered)
        print(file=out)
        showing.cancel()


async def _until_answered(open_ids: set[str], answered: asyncio.Queue[str]) -> None:
    """Waits also between lines that come from a file: a number there means a button of the answer before it."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(LONGEST_ANSWER_SECONDS):
            while open_ids:
                open_ids.discard(await answered.get())


async def _show_all(client: WebClient, out: TextIO, answered: asyncio.Queue[str]) -> None:
    """Whatever is said, when it is said; buttons are numbered through a turn."""
    number = 0
    while True:
        event = await client.waiting.get()
        if "answers" in event:
            number = 0
            _prompt(out)
            for message_id in event["answers"]:
                answered.put_nowait(message_id)
            continue
        print("\n" + _wrapped(event["text"]), file=out)
        for button in event["buttons"]:
            number += 1
            print(f"  {number}. {button['title']}", file=out)


def _message(said: dict[str, Any]) -> dict[str, Any]:
    return {"text": said["text"], "buttons": said.get("buttons", []), "kind": said.get("kind", "text")}


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.fill(line, WIDTH) for line in text.splitlines())


def _prompt(out: TextIO) -> None:
    print("\n> ", end="", file=out, flush=True)


async def _lines(source: TextIO) -> AsyncIterator[str]:
    """Input lines without their ends, read in a thread that never holds up the end of the process."""
    loop = asyncio.get_running_loop()
    read: asyncio.Queue[str | None] = asyncio.Queue()

    def pump() -> None:
        for line in source:
            loop.call_soon_threadsafe(read.put_nowait, line.rstrip("\r\n"))
        loop.call_soon_threadsafe(read.put_nowait, None)

    threading.Thread(target=pump, daemon=True).start()
    while (line := await read.get()) is not None:
        yield line
