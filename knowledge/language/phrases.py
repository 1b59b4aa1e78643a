"""Phrases as data, and finding them.

A phrase is plain words. Beside them: ``(a|b c)`` either, ``[a|b]`` perhaps, ``<name>`` a named group, ``_`` up to
three other words (``_5`` up to five), ``=word`` exactly that form, ``^`` and ``$`` the message's two ends. Words match
by stem. A phrase never runs across a pause or the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from knowledge.language.stems import stem
from knowledge.language.words import Token, plain_words

_PARTS = re.compile(r"\(|\)|\[|\]|\||<\w+>|_\d?|\^|\$|=[\w']+|[^\s()\[\]|<>_^$=]+")
_GAP = 3


class Found(NamedTuple):
    """A phrase found: ``mask`` has a bit for each word it used, ``start``/``end`` its first and last word's places."""

    label: str
    start: int
    end: int
    mask: int


class _Node:
    """Of tens of thousands most lead on by nothing or by one word, so that all begin with ``_NONE`` of each kind.

    ``by_first``: the names among ``groups`` that a word may begin, once anybody has asked.
    """

    __slots__ = ("by_first", "ends", "gaps", "groups", "labels", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node] = _NONE
        self.groups: dict[str, _Node] = _NONE
        self.gaps: dict[str, _Node] = _NONE
        self.ends: _Node | None = None
        self.labels: tuple[str, ...] = ()
        self.by_first: dict[str, list[str]] | None = None

    def by(self, kind: str, key: str) -> _Node:
        """The node behind ``key`` of the ``kind``, made if there is none."""
        nodes: dict[str, _Node] = getattr(self, kind)
        node = nodes.get(key)
        if node is None:
            node = _Node()
            if nodes is _NONE:
                setattr(self, kind, {key: node})
            else:
                nodes[key] = node
        return node


_NONE: dict[str, _Node] = {}


class _Group(NamedTuple):
    root: _Node
    firsts: frozenset[str]


class PhraseBook:
    """Phrases by label, read once, searched in one walk over a message."""

    def __init__(self, phrases: Iterable[tuple[str, str]], groups: Mapping[str, str]) -> None:
        self._sources = dict(groups)
        self._groups: dict[str, _Group] = {}
        self._root = _Node()
        self._anchored = _Node()
        self._ending: dict[str, _Node] = {}
        self.words: set[str] = set()
        self.neighbours: set[tuple[str, str]] = set()
        for label, phrase in phrases:
            self._add(label, phrase)

    def find(self, message: Sequence[Token]) -> list[Found]:
        """Every phrase in the message, overlapping ones too, in order of their first word."""
        return _Walk(message, self._groups).run(self._root, self._anchored)

    def _add(self, label: str, phrase: str) -> None:
        root = self._root
        if phrase.startswith("^"):
            root, phrase = self._anchored, phrase[1:]
        try:
            sequences = self._sequences(_Reader(_PARTS.findall(phrase)))
        except (IndexError, KeyError) as error:
            raise ValueError(f"Mend the phrase {phrase!r} of {label}: {error!r}") from error
        for sequence in sequences:
            if sequence:
                self._plant(root, sequence).labels += (label,)

    def _plant(self, node: _Node, sequence: Sequence[str]) -> _Node:
        previous = ""
        for element in sequence:
            if element[0] == "<":
                node, previous = node.by("groups", element), ""
            elif element[0] == "_":
                node, previous = node.by("gaps", element), ""
            elif element == "$":
                node.ends = node.ends or _Node()
                node = node.ends
            else:
                plain = element.lstrip("=")
                self.words.add(plain)
                if previous:
                    self.neighbours.add((previous, plain))
                previous = plain
                node = node.by("words", element if element[0] == "=" else stem(element))
        return node

    def _sequences(self, reader: _Reader) -> list[list[str]]:
        """All the sequences of elements that one phrase stands for, its optional parts in and out."""
        sequences: list[list[str]] = [[]]
        while (part := reader.next()) is not None and part not in "|)]":
            if part == "[":
                name = self._inline(reader, "]")
                sequences = [*([*sequence, name] for sequence in sequences), *sequences]
                continue
            more = self._elements(reader, part)
            for sequence in sequences:
                sequence.extend(more)
        reader.last = part
        return sequences

    def _elements(self, reader: _Reader, part: str) -> Sequence[str]:
        """What one part adds to a sequence."""
        if part == "(":
            return [self._inline(reader, ")")]
        if part[0] == "<":
            self._group(part)
            return [part]
        if part[0] == "_":
            return [f"_{part[1:] or _GAP}"]
        return [part] if part == "$" or part[0] == "=" else plain_words(part)

    def _inline(self, reader: _Reader, closing: str) -> str:
        alternatives: list[list[str]] = []
        while True:
            alternatives += self._sequences(reader)
            if reader.last == closing:
                break
            if reader.last != "|":
                raise IndexError(f"a bracket is not closed by {closing}")
        name = "<" + "|".join(sorted(" ".join(a) for a in alternatives)) + ">"
        if name not in self._groups:
            self._groups[name] = self._planted(alternatives)
        return name

    def _group(self, name: str) -> None:
        if name in self._groups:
            return
        alternatives = []
        for phrase in split_phrases(self._sources[name[1:-1]]):
            alternatives += self._sequences(_Reader(_PARTS.findall(phrase)))
        self._groups[name] = self._planted(alternatives)

    def _planted(self, alternatives: Iterable[Sequence[str]]) -> _Group:
        root = _Node()
        for sequence in alternatives:
            self._plant(root, sequence).labels += ("",)
        firsts = set(root.words)
        for inner in root.groups:
            firsts |= self._groups[inner].firsts
        return _Group(root, frozenset(firsts))


@dataclass
class _Reader:
    parts: list[str]
    at: int = 0
    last: str | None = None

    def next(self) -> str | None:
        self.at += 1
        return self.parts[self.at - 1] if self.at <= len(self.parts) else None


class _Walk:
    """One search over one message."""

    def __init__(self, message: Sequence[Token], groups: Mapping[str, _Group]) -> None:
        self._stems = [token.stem for token in message]
        self._exact = ["=" + token.word for token in message]
        self._cut = [bool(token.pause) for token in message]
        self._groups = groups
        self._count = len(message)
        self._known: dict[tuple[str, int], list[tuple[int, int]]] = {}
        self._joined = [
            stem(a.word + b.word)
            if not b.pause and min(len(a.word), len(b.word)) > 1 and (a.word + b.word).isalpha()
            else ""
            for a, b in pairwise(message)
        ] + [""]

    def run(self, root: _Node, anchored: _Node) -> list[Found]:
        found: dict[tuple[str, int], Found] = {}
        for start in range(self._count):
            reached: list[tuple[_Node, int, int]] = []
            self._follow(root, start, 0, reached)
            if start == 0:
                self._follow(anchored, 0, 0, reached)
            for node, end, mask in reached:
                for label in node.labels:
                    first = (mask & -mask).bit_length() - 1
                    found.setdefault((label, mask), Found(label, first, end, mask))
        return list(found.values())

    def _follow(self, node: _Node, at: int, mask: int, reached: list[tuple[_Node, int, int]]) -> None:
        """Adds every labelled node that can be reached from ``node`` with the words from ``at`` on."""
        if node.labels and mask:
            reached.append((node, at, mask))
        if node.ends is not None and at == self._count:
            self._follow(node.ends, at, mask, reached)
        if at >= self._count or (mask and self._cut[at]):
            return
        self._take_words(node, at, mask, reached)
        if node.groups:
            for name in self._begun(node, at):
                for end, used in self._spans(name, at):
                    self._follow(node.groups[name], end, mask | used, reached)
        for width, following in node.gaps.items():
            for step in range(self._free(at, int(width[1:])) + 1):
                self._follow(following, at + step, mask, reached)

    def _take_words(self, node: _Node, at: int, mask: int, reached: list[tuple[_Node, int, int]]) -> None:
        bit = 1 << at
        for key in (self._stems[at], self._exact[at]):
            following = node.words.get(key)
            if following is not None:
                self._follow(following, at + 1, mask | bit, reached)
        joined = self._joined[at]
        if joined and joined in node.words:
            self._follow(node.words[joined], at + 2, mask | bit | bit << 1, reached)

    def _free(self, at: int, width: int) -> int:
        """How many words from ``at`` on a gap may pass over: ``width``, less where a pause or the end comes."""
        for step in range(1, width + 1):
            if at + step >= self._count or self._cut[at + step]:
                return step - 1
        return width

    def _begun(self, node: _Node, at: int) -> set[str]:
        """The groups after ``node`` that the word at ``at`` may begin: mostly none of hundreds."""
        if node.by_first is None:
            node.by_first = {}
            for name in node.groups:
                for first in self._groups[name].firsts:
                    node.by_first.setdefault(first, []).append(name)
        keys = (self._stems[at], self._exact[at], self._joined[at])
        return {name for key in keys if key for name in node.by_first.get(key, ())}

    def _spans(self, name: str, at: int) -> list[tuple[int, int]]:
        known = self._known.get((name, at))
        if known is None:
            reached: list[tuple[_Node, int, int]] = []
            self._follow(self._groups[name].root, at, 0, reached)
            known = self._known[name, at] = list({(end, mask) for _, end, mask in reached})
        return known


def split_phrases(block: str) -> list[str]:
    """The phrases of one block of a data file: one a line, or several on a line with " / " between."""
    return [phrase.strip() for line in block.split("\n") for phrase in line.split(" / ") if phrase.strip()]


def strongest(found: Iterable[Found]) -> list[Found]:
    """Those not inside a longer phrase: "painting and decorating" hides "painting"."""
    everything = list(found)
    return [one for one in everything if not any(inside(one, other) for other in everything)]


def inside(one: Found, other: Found) -> bool:
    """Whether every word of one phrase is a word of the other, which has more."""
    return one.mask != other.mask and one.mask & other.mask == one.mask
