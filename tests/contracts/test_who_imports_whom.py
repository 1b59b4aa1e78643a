"""Who may import whom, read from the syntax trees: docs/structure.md."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("nwd", "knowledge", "introductions", "actions", "bot", "nlu", "migrations")
FRAMEWORKS = {"rasa", "rasa_sdk", "telegram", "pywa", "starlette", "sqlalchemy"}

# Room -> the rooms and frameworks it may import. SQLAlchemy only where STORES says.
MAY = {
    "nwd": set(),
    "knowledge": set(),
    "introductions": {"knowledge", "nwd"},
    "actions": {"knowledge", "introductions", "rasa_sdk"},
    "bot": {"knowledge", "introductions", "nwd", "starlette", "telegram", "pywa"},
    "nlu": {"rasa", "sqlalchemy"},
}
STORES = ("knowledge/store.py", "introductions/store/", "bot/store/")
# Composition roots and thin lines to one named thing.
EXCEPTIONS = {
    "nwd/commands/": {"bot", "knowledge", "introductions"},
    "bot/app.py": {"actions", "rasa_sdk"},
    "nlu/tracker_store.py": {"nwd.cipher"},
    "nlu/component.py": {"knowledge.understanding"},
    "nlu/serve.py": {"nwd.memory"},
    "knowledge/understanding/bench/diet_in_rasa.py": {"rasa"},  # a baseline, run as a program in Rasa's environment
    "nlu/plain_bot/": {"rasa_sdk"},  # the stock bot of the benchmark, with a stock action server
}
# A mailbox and the door for pushed mail read the same messages.
CLIENTS = {("mailbox", "bot.channels.mail_in")}
BOTH_ENVIRONMENTS = ("knowledge/understanding/", "knowledge/language/", "knowledge/lexicon.py", "knowledge/safety.py")
PLAIN = {"yaml", "numpy", "onnxruntime", "rapidfuzz", "knowledge"}


def sources(room: str) -> Iterator[Path]:
    return (p for p in sorted((ROOT / room).rglob("*.py")) if ".venv" not in p.parts)


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
    return names


def allowed(relative: str) -> set[str]:
    return set().union(*(rule for place, rule in EXCEPTIONS.items() if relative.startswith(place)))


@pytest.mark.parametrize("room", MAY)
def test_a_room_imports_only_what_it_may(room: str) -> None:
    wrong = []
    for path in sources(room):
        relative = path.relative_to(ROOT).as_posix()
        for name in imported(path):
            top = name.partition(".")[0]
            if top == room or top not in {*ROOMS, *FRAMEWORKS}:
                continue
            in_store = top == "sqlalchemy" and relative.startswith(STORES)
            excepted = any(name == rule or name.startswith(f"{rule}.") for rule in allowed(relative))
            if top not in MAY[room] and not in_store and not excepted:
                wrong.append(f"{relative} imports {name}")
    assert wrong == []


def test_nothing_is_granted_that_nobody_uses() -> None:
    files = {path.relative_to(ROOT).as_posix(): imported(path) for room in ROOMS for path in sources(room)}
    unused = {
        (place, rule)
        for place, rules in EXCEPTIONS.items()
        for rule in rules
        if not any(
            f"{name}.".startswith(f"{rule}.")
            for file, names in files.items()
            if file.startswith(place)
            for name in names
        )
    }
    unused |= {(stem, name) for stem, name in CLIENTS if name not in files[f"bot/channels/{stem}.py"]}
    tops = {
        room: {name.partition(".")[0] for f, names in files.items() if f.startswith(f"{room}/") for name in names}
        for room in MAY
    }
    unused |= {(room, name) for room, names in MAY.items() for name in names - tops[room]}
    assert unused == set()


def test_one_channel_never_imports_another() -> None:
    shared = {"contract", "bodies", "pace", "sentences"}
    channels = ROOT / "bot" / "channels"
    families = {path.stem.partition("_")[0] for path in channels.glob("*.py")} - shared - {"", "__init__"}
    wrong = [
        f"{path.name} imports {name}"
        for path in channels.glob("*.py")
        for name in imported(path)
        if name.startswith("bot.channels.")
        and (other := name.removeprefix("bot.channels.").partition("_")[0].partition(".")[0]) in families - shared
        and other != path.stem.partition("_")[0]
        and (path.stem, name) not in CLIENTS
    ]
    assert wrong == []


def test_understanding_needs_only_what_both_environments_have() -> None:
    import sys

    wrong = []
    for path in sources("knowledge"):
        relative = path.relative_to(ROOT).as_posix()
        if not relative.startswith(BOTH_ENVIRONMENTS) or "/bench/" in relative:
            continue
        for name in imported(path):
            top = name.partition(".")[0]
            if top not in PLAIN and top not in sys.stdlib_module_names and top != "__future__":
                wrong.append(f"{relative} imports {name}")
    assert wrong == []


def test_the_knowledge_package_imports_nothing() -> None:
    assert imported(ROOT / "knowledge" / "__init__.py") <= {"__future__"}


def test_only_the_clock_asks_for_the_time() -> None:
    """``datetime.now`` and ``time.time`` are the clock's; ``time.monotonic`` measures, and is free."""
    allowed_files = {"nwd/clock.py"}
    wrong = []
    for room in ("knowledge", "introductions", "actions", "bot", "nwd"):
        for path in sources(room):
            relative = path.relative_to(ROOT).as_posix()
            if relative in allowed_files:
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Attribute) and node.attr in ("now", "utcnow", "today", "time"):
                    owner = ast.unparse(node.value)
                    if owner in ("datetime", "date", "time", "dt.datetime"):
                        wrong.append(f"{relative}:{node.lineno} asks {owner}.{node.attr}")
    assert wrong == []
