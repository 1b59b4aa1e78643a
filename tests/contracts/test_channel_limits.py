"""Every line and every list of options fits every channel, or is shaped to fit; nothing is silently cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.channels import whatsapp_shape as shape
from bot.channels.contract import OfferedButton, Outgoing, Said, SaidButton
from bot.channels.telegram import Telegram
from bot.channels.whatsapp import load_template
from bot.channels.whatsapp_api import options_body
from bot.copy import FOLDER, Copy
from bot.gateway.safety import Crises
from bot.languages import Language, Languages
from knowledge.sample import load_sample
from knowledge.yaml_files import read_yaml
from tests.doubles.whatsapp_api import _check_interactive, _check_text
from tests.knowledge.builders import TODAY


@dataclass(frozen=True)
class Contact:
    name: str
    number: str
    words: str


CHOOSE, OPEN = "(choose)", Copy().text("utter_open_list")
LONGEST_VALUE = "x" * 120
"""What stands in for each {value}: longer than a provider's and a service's name together."""
BUTTON_ID = "A" * 16


def lines() -> Iterator[tuple[str, Said]]:
    for path in sorted(Path(FOLDER).glob("*.yml")):
        for name, variations in read_yaml(path)["responses"].items():
            for n, variation in enumerate(variations):
                yield f"{name}.{n}", _said(variation)


def _said(variation: dict[str, Any]) -> Said:
    text = re.sub(r"{[^\n{}]+}", LONGEST_VALUE, variation.get("text", ""))
    buttons = tuple(SaidButton(b["title"], b["intent"]) for b in variation.get("buttons") or [])
    return Said(text, buttons, (variation.get("custom") or {}).get("kind", "text"))


def on_whatsapp(said: list[Said]) -> list[dict[str, Any]]:
    """The bodies that a turn becomes there, each held to the limits; raises where one is broken."""
    bodies, first = [], 1
    for message in shape.shaped(said, CHOOSE):
        if not message.buttons:
            _check_text({"body": message.text})
            bodies.append({"text": message.text, "titles": []})
            continue
        buttons = tuple(
            OfferedButton(f"{BUTTON_ID}{n}", b.title, b.about) for n, b in enumerate(message.buttons, first)
        )
        out = Outgoing(1, "whatsapp", "GB.1", "t", "text", message.text, buttons, first)
        interactive = options_body(out, OPEN)["interactive"]
        _check_interactive(interactive)
        bodies.append({"text": message.text, "titles": [b.title for b in message.buttons], "as": interactive})
        first += len(buttons)
    return bodies


def is_whole(said: list[Said], bodies: list[dict[str, Any]]) -> bool:
    words = [word for line in said for word in line.text.split()]
    shown = [word for body in bodies if body["text"] != CHOOSE for word in body["text"].split()]
    titles = [b.title for line in said for b in line.buttons]
    return words == shown and titles == [title for body in bodies for title in body["titles"]]


LINES = dict(lines())


@pytest.mark.parametrize("said", LINES.values(), ids=LINES)
def test_a_line_fits_whatsapp_whole(said: Said) -> None:
    if said.text.strip() or said.buttons:
        assert is_whole([said], on_whatsapp([said]))


@pytest.mark.parametrize("said", LINES.values(), ids=LINES)
def test_a_line_fits_telegram_whole(said: Said) -> None:
    channel = Telegram(None)  # type: ignore[arg-type]
    parts = channel.shape([said]) if said.text.strip() else []
    assert all(len(part.text) <= 4096 for part in parts)
    assert " ".join(part.text for part in parts).split() == said.text.split()


@pytest.mark.parametrize("language", Languages().all.values(), ids=lambda language: language.code)
def test_lines_in_other_languages_fit_every_channel_whole(language: Language) -> None:
    crises = Crises(Copy(), lambda _person, _kinds: [Contact("n" * 40, "0800 123 4567", "emergency")] * 6)
    for said in (
        *(language.hello("Lambeth", again=again) for again in (False, True)),
        crises.act("p", ["violence", "suicide"], language),
        crises.ask(language),
    ):
        assert is_whole(list(said), on_whatsapp(list(said)))
        assert all(len(line.text) <= (Telegram.limits.text or 0) for line in said)
    titles = [line for name, line in language.lines.items() if name.startswith("title_")]
    assert [title for title in titles if len(title) > shape.REPLY_TITLE] == []


def test_no_title_in_the_copy_is_too_long_for_a_button_or_a_numbered_row() -> None:
    long = [(name, b.title) for name, said in LINES.items() for b in said.buttons if len(b.title) > shape.REPLY_TITLE]
    assert long == []
    assert len(f"99. {'x' * shape.REPLY_TITLE}") <= shape.ROW_TITLE


def test_the_names_of_sample_services_fit_a_row_or_stand_whole_below_it() -> None:
    for service in load_sample(TODAY).services.values():
        whole = f"10. {service.name}"
        row = shape.row_title(10, service.name)
        assert row == whole or service.name in (shape.row_about(10, service.name, "") or "")


def card(n: int, words: int) -> Said:
    buttons = tuple(SaidButton(title, "i") for title in ("Introduce me", "Tell me more", "Not for me"))
    return Said(f"Place {n}: Sewing.\n" + " ".join(["word"] * words), buttons, "options")


LISTS = {
    "three cards and more": [Said("Heard."), *[card(n, 45) for n in range(3)], Said("Or:", (SaidButton("More", "m"),))],
    "long cards": [card(n, 300) for n in range(3)],
    "twenty-five options": [Said("Which?", tuple(SaidButton(f"Option {n}", "i") for n in range(25)))],
    "eleven options": [Said("Which?", tuple(SaidButton(f"Option {n}", "i") for n in range(11)))],
    "options without words": [Said("", (SaidButton("Yes", "y"),))],
    "the same title twice": [Said("Which?", (SaidButton("Yes", "y"), SaidButton("Yes", "z")))],
    "a title that is too long": [Said("Which?", (SaidButton("x" * 60, "y"), SaidButton("No", "n")))],
    "one endless word": [Said("x" * 9000, (SaidButton("Yes", "y"),))],
}


@pytest.mark.parametrize("said", LISTS.values(), ids=LISTS)
def test_whatever_a_turn_says_is_shaped_to_fit(said: list[Said]) -> None:
    bodies = on_whatsapp(said)
    joined = "".join("".join(line.text.split()) for line in said)
    assert "".join("".join(b["text"].split()) for b in bodies if b["text"] != CHOOSE) == joined
    assert [t for b in bodies for t in b["titles"]] == [b.title for line in said for b in line.buttons]


def test_a_short_turn_is_one_message() -> None:
    assert len(on_whatsapp([Said("One."), Said("Two.", (SaidButton("Yes", "y"),))])) == 1


def test_the_template_names_nothing_and_has_no_variables() -> None:
    from bot.channels.whatsapp import TEMPLATES

    read = read_yaml(TEMPLATES)
    assert {load_template().name} == {entry["name"] for entry in read.values()}
    for entry in read.values():
        assert "{" not in entry["body"]
        assert len(entry["body"]) <= 1024
        assert not re.search(r"health|work|job|introduc|letter|place|lambeth", entry["body"], re.IGNORECASE)
