"""Phrases planted as trees of words, and one walk over a message that finds them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from knowledge.language.stems import stem
from knowledge.language.words import Token


class Found(NamedTuple):
    """A phrase found: ``mask`` has a bit for each word it used, ``start``/``end`` its first and last word's places."""

    label: str
    start: int
    end: int
    mask: int


class Node:
    """Of tens of thousands most lead on by nothing or by one word, so that all begin with ``NONE`` of each kind.

    ``by_first``: the names among ``groups`` that a word may begin, once anybody has asked.
    """

    __slots__ = ("by_first", "ends", "gaps", "groups", "labels", "words")

    def __init__(self) -> None:
        self.words: dict[str, Node] = NONE
        self.groups: dict[str, Node] = NONE
        self.gaps: dict[str, Node] = NONE
        self.ends: Node | None = None
        self.labels: tuple[str, ...] = ()
        self.by_first: dict[str, list[str]] | None = None

    def by(self, kind: str, key: str) -> Node:
        """The node behind ``key`` of the ``kind``, made if there is none."""
        nodes: dict[str, Node] = getattr(self, kind)
        node = nodes.get(key)
        if node is None:
            node = Node()
            if nodes is NONE:
                setattr(self, kind, {key: node})
            else:
                nodes[key] = node
        return node


NONE: dict[str, Node] = {}


class Group(NamedTuple):
    root: Node
    firsts: frozenset[str]


class Walk:
    """One search over one message."""

    def __init__(self, message: Sequence[Token], groups: Mapping[str, Group]) -> None:
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

    def run(self, root: Node, anchored: Node) -> list[Found]:
        found: dict[tuple[str, int], Found] = {}
        for start in range(self._count):
            reached: list[tuple[Node, int, int]] = []
            self._follow(root, start, 0, reached)
            if start == 0:
                self._follow(anchored, 0, 0, reached)
            for node, end, mask in reached:
                for label in node.labels:
                    first = (mask & -mask).bit_length() - 1
                    found.setdefault((label, mask), Found(label, first, end, mask))
        return list(found.values())

    def _follow(self, node: Node, at: int, mask: int, reached: list[tuple[Node, int, int]]) -> None:
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

    def _take_words(self, node: Node, at: int, mask: int, reached: list[tuple[Node, int, int]]) -> None:
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

    def _begun(self, node: Node, at: int) -> set[str]:
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
            reached: list[tuple[Node, int, int]] = []
            self._follow(self._groups[name].root, at, 0, reached)
            known = self._known[name, at] = list({(end, mask) for _, end, mask in reached})
        return known
