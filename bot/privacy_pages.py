"""Writes the parts of docs/privacy.md and docs/dpia.md that the code itself knows: ``python -m bot.privacy_pages``.

What stands between ``<!-- from the code: NAME -->`` and ``<!-- end -->`` is made of the tables, the letter's fields and
the retention times. A test fails when a page says anything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import bot.house  # noqa: F401 - and all that adds its tables to the metadata
from bot.store import erasure, joining
from introductions import links
from introductions.fields import FIELDS, IN_MAIL
from introductions.store import answers, keepers, people, provider_chats, rights
from introductions.templates import phrases
from knowledge.store import metadata
from knowledge.yaml_files import read_yaml
from nwd.settings import ROOT

PAGES = ("docs/privacy.md", "docs/dpia.md")
OF_RASA = "tracker"
"""Rasa's own table: on SQLite a file of its own, on PostgreSQL made by our migrations. Encrypted whole."""
WORDS = Path(__file__).with_suffix(".yml")
_PART = re.compile(r"(?s)(<!-- from the code: (\w+) -->\n).*?(<!-- end -->)")
_SEALED = ("Encrypted", "EncryptedJson", "Text")
"""Column types of what is encrypted before it is stored; the bot's tables keep such things as ``Text``."""

TIMES: Mapping[str, timedelta] = {
    "held": people.HELD,
    "came_in": erasure.WORDS_KEPT,
    "danger": erasure.CRISIS_WORDS_KEPT,
    "said": erasure.SAID_KEPT,
    "words": rights.WORDS,
    "writes": rights.WRITES,
    "stub": rights.STUBS,
    "look": rights.LOOK,
    "unfinished": rights.UNFINISHED,
    "finished": rights.FINISHED,
    "code": joining.CODE_LASTS,
    "chat_code": provider_chats.CODE_LASTS,
    "keeper_link": keepers.LINK_LIFE,
    "tries": joining.TRIES_COUNT_FOR,
}


def page(text: str) -> str:
    """``text`` with every part from the code made anew."""
    return _PART.sub(lambda found: f"{found[1]}{PARTS[found[2]]()}\n{found[3]}", text)


def in_words(time: timedelta) -> str:
    """The longest unit that says it whole: 12 months, 90 days, 55 minutes."""
    if time.days and time.days % 365 == 0:
        return f"{time.days // 365 * 12} months"
    units = (("day", time.days), ("hour", time.seconds // 3600), ("minute", time.seconds // 60))
    unit, number = next((unit, number) for unit, number in units if number)
    return f"{number} {unit}" + ("s" if number != 1 else "")


def told() -> dict[str, dict[str, dict[str, str]]]:
    """By ``people`` and ``nobody``: each table's ``what`` and ``kept``, its times filled in."""
    times = {name: in_words(time) for name, time in TIMES.items()}
    groups: dict[str, dict[str, dict[str, str]]] = read_yaml(WORDS)
    return {
        group: {name: {part: words.format(**times) for part, words in one.items()} for name, one in tables.items()}
        for group, tables in groups.items()
    }


def columns(table: str) -> tuple[list[str], list[str]]:
    """Names of the columns that are encrypted, and of those that are not."""
    if table == OF_RASA:
        return ["events"], ["conversation", "version"]
    sealed: list[str] = []
    open_: list[str] = []
    for column in metadata.tables[table].columns:
        (sealed if type(column.type).__name__ in _SEALED else open_).append(column.name)
    return sealed, open_


def _table(*rows: tuple[str, ...]) -> str:
    head, *rest = rows
    lines = [head, tuple("---" for _ in head), *rest]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def retention() -> str:
    people_s = told()["people"].values()
    rows = [(one["what"], one["kept"]) for one in people_s if not one["kept"].startswith(("with the", "as the person"))]
    rows.append(("all else about a person", "as long as the person's own entry"))
    return _table(("what", "kept"), *rows)


def fields() -> str:
    names: Mapping[str, str] = phrases()["left_out"]
    rows = [
        (names[field], "mail and page" if field in IN_MAIL else "page alone", "off" if field == "health" else "on")
        for field in FIELDS
    ]
    return _table(("line of a letter", "goes into", "at first"), *rows)


def tables() -> str:
    rows: list[tuple[str, ...]] = []
    for group in told().values():
        for name, one in group.items():
            sealed, open_ = columns(name)
            rows.append((f"`{name}`", one["what"], ", ".join(sealed) or "none", ", ".join(open_), one["kept"]))
    return _table(("table", "what", "encrypted", "not encrypted", "kept"), *rows)


def link_times() -> str:
    life, quiet = in_words(links.LIFE), in_words(answers.UNCHANGED)
    return f"A link lives {life} at most. After {quiet} without a change its page shows states only."


PARTS: Mapping[str, Callable[[], str]] = {
    "retention": retention,
    "fields": fields,
    "tables": tables,
    "links": link_times,
}


def known_tables() -> set[str]:
    return {str(name) for name in metadata.tables} | {OF_RASA}


def main() -> None:
    for name in PAGES:
        path = Path(ROOT) / name
        path.write_text(page(path.read_text(encoding="utf-8")), encoding="utf-8")


def missing() -> dict[str, Any]:
    """Tables that no words speak of, and words that speak of no table."""
    spoken = {name for group in told().values() for name in group}
    return {"no words": sorted(known_tables() - spoken), "no table": sorted(spoken - known_tables())}


if __name__ == "__main__":
    main()
