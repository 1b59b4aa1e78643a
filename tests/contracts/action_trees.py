"""What the actions say and reach for, read from their syntax trees without running them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ACTIONS = Path(__file__).resolve().parents[2] / "actions"
MANY = 99
"""Utterances of a loop: as many as there are things to say."""


@dataclass(frozen=True)
class Said:
    """The most that can have been uttered: by paths that go on, and by paths that have returned."""

    going_on: int | None = 0
    returned: int | None = None

    def then(self, after: Said) -> Said:
        if self.going_on is None:
            return self
        later = [n for n in (self.returned, _plus(self.going_on, after.returned)) if n is not None]
        return Said(_plus(self.going_on, after.going_on), max(later, default=None))

    def beside(self, other: Said) -> Said:
        return Said(_most(self.going_on, other.going_on), _most(self.returned, other.returned))

    @property
    def most(self) -> int:
        return _most(self.going_on, self.returned) or 0


def _plus(one: int, other: int | None) -> int | None:
    return None if other is None else min(one + other, MANY)


def _most(one: int | None, other: int | None) -> int | None:
    return max((n for n in (one, other) if n is not None), default=None)


@dataclass
class Trees:
    """All modules of the room: classes and functions by name (no two share one), and where each stands."""

    classes: dict[str, ast.ClassDef]
    functions: dict[str, ast.FunctionDef]
    module_of: dict[str, str]
    modules: dict[str, ast.Module]
    imports: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    @classmethod
    def read(cls) -> Trees:
        modules = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ACTIONS.glob("*.py"))}
        found = cls({}, {}, {}, modules)
        for stem, tree in modules.items():
            for node in tree.body:
                if isinstance(node, ast.ClassDef):
                    found.classes[node.name] = node
                elif isinstance(node, ast.FunctionDef):
                    found.functions[node.name] = node
                else:
                    continue
                found.module_of[node.name] = stem
        return found

    def line(self, name: str) -> list[ast.ClassDef]:
        """The class and those of ours that it inherits from, nearest first."""
        node = self.classes[name]
        bases = [base.id for base in node.bases if isinstance(base, ast.Name) and base.id in self.classes]
        return [node, *(one for base in bases for one in self.line(base))]

    def is_action(self, name: str) -> bool:
        """Whether it is registered with Rasa: it names itself, or its nearest kin does."""
        return any(_assigned(node, "action") for node in self.classes[name].body) and name != "Act"

    def brought(self, stem: str) -> dict[str, tuple[str, str]]:
        """What a module imports from others of the room: by the name that it uses, the module and the name there."""
        if stem not in self.imports:
            self.imports[stem] = {
                alias.asname or alias.name: (str(node.module).removeprefix("actions."), alias.name)
                for node in ast.walk(self.modules[stem])
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("actions.")
                for alias in node.names
            }
        return self.imports[stem]

    @property
    def actions(self) -> list[str]:
        return [name for name in self.classes if self.is_action(name)]

    @property
    def skills(self) -> set[str]:
        """Modules that hold actions of one skill; the base's belong to all."""
        return {self.module_of[name] for name in self.actions} - {"base"}

    def method(self, owner: str, name: str, *, above: str | None = None) -> ast.FunctionDef | None:
        line = self.line(owner)
        if above:
            line = line[[node.name for node in line].index(above) + 1 :]
        for node in line:
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and part.name == name:
                    return part
        return None


def _assigned(node: ast.stmt, name: str) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    names = [one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)]
    return name in names and getattr(node, "value", None) is not None


@dataclass
class Counter:
    """Counts the most an action utters on any one path, through its own methods and the room's functions."""

    trees: Trees
    owner: str

    def most(self) -> int:
        starts = [self.trees.method(self.owner, name) for name in ("act", "settle")]
        return max((self.block(node.body, self._home(node)).most for node in starts if node), default=0)

    def _home(self, node: ast.FunctionDef) -> str:
        return next((c.name for c in self.trees.line(self.owner) if node in c.body), self.owner)

    def block(self, body: Sequence[ast.stmt], home: str) -> Said:
        said = Said()
        for statement in body:
            said = said.then(self.statement(statement, home))
        return said

    def statement(self, node: ast.stmt, home: str) -> Said:
        if isinstance(node, ast.If):
            test = Said(self.calls(node.test, home))
            return test.then(self.block(node.body, home).beside(self.block(node.orelse, home)))
        if isinstance(node, ast.For | ast.While):
            inside = self.block(node.body, home)
            return Said(MANY if inside.most else 0).then(self.block(node.orelse, home))
        if isinstance(node, ast.With | ast.Try):
            return self.block(node.body, home)
        said = self.calls(node, home)
        if isinstance(node, ast.Return | ast.Raise):
            return Said(None, said)
        return Said(said)

    def calls(self, node: ast.AST, home: str) -> int:
        return min(MANY, sum(self.call(one, home) for one in ast.walk(node) if isinstance(one, ast.Call)))

    def call(self, node: ast.Call, home: str) -> int:
        called = node.func
        if isinstance(called, ast.Name) and called.id in self.trees.functions:
            return self.block(self.trees.functions[called.id].body, home).most
        if not isinstance(called, ast.Attribute):
            return 0
        if called.attr == "utter_message":
            return 1
        of = ast.unparse(called.value)
        above = home if of == "super()" else None
        if of not in ("self", "super()"):
            return 0
        found = self.trees.method(self.owner, called.attr, above=above)
        return self.block(found.body, self._home(found)).most if found else 0


@dataclass
class Reached:
    """What a class leads to within the room: its own line, and every function and table that any of it names.

    By names alone, so it holds what could be said on some path of something, and never less.
    """

    trees: Trees

    def from_action(self, name: str) -> list[ast.AST]:
        found: dict[tuple[str, str], ast.AST] = {
            (self.trees.module_of[one.name], one.name): one for one in self.trees.line(name)
        }
        todo = list(found.items())
        while todo:
            (stem, _), node = todo.pop()
            names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
            for place in (self._stands(stem, one) for one in names):
                if place not in found and (named := self._part(*place)) is not None:
                    found[place] = named
                    todo.append((place, named))
        return list(found.values())

    def _stands(self, stem: str, name: str) -> tuple[str, str]:
        """The module in which a name that a module uses stands, and its name there."""
        return self.trees.brought(stem).get(name, (stem, name))

    def _part(self, stem: str, name: str) -> ast.AST | None:
        """A function, a class that is no action, or a table."""
        for node in self.trees.modules[stem].body:
            if isinstance(node, ast.FunctionDef) and node.name == name:
                return node
            if isinstance(node, ast.ClassDef) and node.name == name and not self.trees.is_action(name):
                return node
            if _assigned(node, name):
                return node
        return None


def responses(node: ast.AST) -> Iterator[str]:
    """Names of responses in a tree; a name that the code completes ends with an underscore or before a brace."""
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value.startswith("utter_"):
            yield one.value


def imported(tree: ast.Module) -> set[str]:
    """Modules of this room that one of them imports."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            parts = node.module.split(".")
            if parts[0] == "actions":
                found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
    return found
