"""Another language is a person, not a fault: lines that a person signs off, and crisis numbers beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from string import Formatter
from typing import Any

import pytest

from bot.channels.contract import Said
from bot.copy import Copy
from bot.gateway.safety import Crises
from bot.languages import LINES, Language, Languages
from bot.wiring import Bot
from tests.bot.bot_harness import Danger, Line, Talk

ALL = Languages()
LONGEST_SENTENCE, LONGEST_TITLE = 22, 20


@pytest.mark.parametrize("language", ALL.all.values(), ids=lambda one: one.code)
def test_every_language_has_every_line_and_no_other(language: Language) -> None:
    assert set(language.lines) == LINES
    assert all(language.lines.values())


@pytest.mark.parametrize("language", ALL.all.values(), ids=lambda one: one.code)
def test_lines_keep_to_the_manner(language: Language) -> None:
    for name, text in language.lines.items():
        assert {field for _, field, *_ in Formatter().parse(text) if field} <= {"area", "name", "number"}, name
        assert not re.search(r"[!¡]", text), name
        assert max(len(s.split()) for s in re.split(r"[.?]", text)) <= LONGEST_SENTENCE, name
        if name.startswith("title_"):
            assert len(text) <= LONGEST_TITLE, name


@pytest.mark.parametrize("language", ALL.all.values(), ids=lambda one: one.code)
def test_danger_always_names_999_and_both_languages_promise_the_same(language: Language) -> None:
    assert "999" in language.lines["crisis"]
    assert "999" in language.lines["crisis_ask"]
    assert "999" in language.lines["crisis_unsafe"]
    assert "Jobcentre" in language.lines["promises"]
    assert "DWP" in language.lines["promises"]


def test_a_sign_off_names_a_person_and_a_day() -> None:
    for language in ALL.all.values():
        assert (language.checked_by is None) == (language.checked_on is None)
        assert language.checked_on is None or isinstance(language.checked_on, date)
    assert [one.code for one in ALL.waiting()] == [one.code for one in ALL.all.values() if not one.checked_by]


def checked(language: Language) -> Language:
    return replace(language, checked_by="Ana, a translator", checked_on=date(2026, 11, 1))


def spoken(lines: Sequence[Said]) -> str:
    return "\n".join(line.text for line in lines)


def helplines(_person: str, _kinds: Sequence[str]) -> list[Line]:
    return [Line("Samaritans", "116 123", "samaritans")]


@pytest.mark.parametrize("language", ALL.all.values(), ids=lambda one: one.code)
def test_unchecked_crisis_lines_never_stand_without_the_english_ones(language: Language) -> None:
    crises = Crises(Copy(), helplines)
    waiting = replace(language, checked_by=None, checked_on=None)
    both = spoken(crises.act("ada", ["suicide"], waiting))
    assert spoken(crises.act("ada", ["suicide"])) in both
    assert language.lines["crisis"] in both
    assert language.lines["unchecked"] in both
    alone = spoken(crises.act("ada", ["violence"], checked(language)))
    assert "116 123" in alone
    assert language.lines["crisis_private"] in alone
    assert Copy().text("utter_crisis_violence") not in alone


Lines = Callable[[Crises, Language | None], Sequence[Said]]
SPOKEN: dict[str, Lines] = {
    "act": lambda crises, language: crises.act("ada", ["suicide"], language),
    "unsafe": lambda crises, language: crises.unsafe("ada", ["violence"], language),
    "after": lambda crises, language: crises.after(language),
}


@pytest.mark.parametrize("lines", SPOKEN.values(), ids=SPOKEN)
@pytest.mark.parametrize("copy", [Copy(), Copy().where_nobody_sits()], ids=["somebody", "nobody"])
@pytest.mark.parametrize("language", ALL.all.values(), ids=lambda one: one.code)
def test_after_danger_each_language_offers_what_english_does(language: Language, copy: Copy, lines: Lines) -> None:
    crises = Crises(copy, helplines)
    english, theirs = lines(crises, None), lines(crises, checked(language))
    assert [[b.intent for b in one.buttons] for one in theirs] == [[b.intent for b in one.buttons] for one in english]
    assert not {b.title for one in theirs for b in one.buttons} & {b.title for one in english for b in one.buttons}
    assert lines(crises, replace(language, checked_by=None))[-len(english) :] == english


@pytest.mark.parametrize("language", ALL.all.values(), ids=lambda one: one.code)
def test_where_nobody_sits_no_language_offers_somebody(language: Language) -> None:
    for again in (True, False):
        [hello] = language.hello("Lambeth", again=again, offers_person=False)
        assert [b.title for b in hello.buttons] == [language.lines["title_carry_on"]]
        assert language.lines["title_person"] not in hello.text


async def test_a_first_message_in_portuguese_is_met_in_portuguese(bot: Bot, talk: Talk) -> None:
    [hello] = await talk.say("Olá, preciso de ajuda, não falo inglês")
    assert "Olá" in hello["text"]
    assert "Lambeth" in hello["text"]
    assert [title for _, title in hello["buttons"]] == ["Uma pessoa", "Continuar em inglês"]
    [again] = await talk.say("não falo inglês, preciso de ajuda")
    assert "Procuro" not in again["text"]


async def test_carrying_on_in_english_brings_the_open_question(bot: Bot, talk: Talk, stub: Any) -> None:
    [hello] = await talk.say("hola, necesito ayuda con el trabajo")
    await talk.press(hello, "Seguir en inglés")
    assert stub.asked[-1]["intent"] == "event_resume"
    with bot.store.turns._db.read() as connection:
        position = bot.store.turns._position(connection, talk.person)
    assert position is not None
    assert position.language == "en"


async def test_words_for_a_place_are_passed_on_in_any_language(bot: Bot, talk: Talk, stub: Any) -> None:
    stub.answer = lambda body: {
        "replies": [{"response": None, "text": "?", "buttons": [], "kind": "text", "data": {}}],
        "form": "message_form",
        "slot": "message_text",
        "failed": [],
        "replayed": False,
    }
    await talk.say("hello")
    await talk.say("Olá, preciso de ajuda, não falo inglês")
    assert stub.asked[-1]["text"] == "Olá, preciso de ajuda, não falo inglês"


async def test_crisis_words_in_spanish_are_answered_in_spanish_too(rebuild: Callable[..., Bot]) -> None:
    bot = rebuild()
    object.__setattr__(bot.gateway._runner.planner.danger, "check", lambda _text, **_: Danger("act", ("suicide",)))
    said = spoken([Said(m["text"]) for m in await Talk(bot, "eva").say("quiero morir")])
    await bot.close()
    assert "Gracias por decírmelo" in said
    assert "999" in said
