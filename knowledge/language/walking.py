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

    ``leads``: what each word leads to, or may begin among ``groups``, once anybody has asked.
    """

    __slots__ = ("ends", "gaps", "groups", "labels", "leads", "words")

    def __init__(self) -> None:
        self.words: dict[str, Node] = NONE
        self.groups: dict[str, Node] = NONE
        self.gaps: dict[str, Node] = NONE
        self.ends: Node | None = None
        self.labels: tuple[str, ...] = ()
        self.leads: dict[str, Lead] | None = None

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


class Lead(NamedTuple):
    """Where a word leads from a node: straight on, and into groups, each with the node behind it."""

    onward: Node | None
    begun: tuple[tuple[str, Node], ...]


NONE: dict[str, Node] = {}


class Group(NamedTuple):
    root: Node
    firsts: frozenset[str]


class Walk:
    """One search over one message."""

    def __init__(self, message: Sequence[Token], groups: Mapping[str, Group]) -> None:
        self._cut = [bool(token.pause) for token in message]
        self._groups = groups
        self._count = len(message)
        self._known: dict[tuple[str, int], list[tuple[int, int]]] = {}
        self._keys = [[(token.stem, 1 << at, 1), ("=" + token.word, 1 << at, 1)] for at, token in enumerate(message)]
        for at, (token, after) in enumerate(pairwise(message)):
            joined = token.word + after.word
            if not after.pause and min(len(token.word), len(after.word)) > 1 and joined.isalpha():
                self._keys[at].append((stem(joined), 0b11 << at, 2))

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
        if at >= self._count:
            if node.ends is not None:
                self._follow(node.ends, at, mask, reached)
            return
        if mask and self._cut[at]:
            return
        if node.words or node.groups:
            self._take(node, at, mask, reached)
        for width, following in node.gaps.items():
            for step in range(self._free(at, int(width[1:])) + 1):
                self._follow(following, at + step, mask, reached)

    def _take(self, node: Node, at: int, mask: int, reached: list[tuple[Node, int, int]]) -> None:
        leads = self._leads(node) if node.leads is None else node.leads
        entered: tuple[tuple[str, Node], ...] = ()
        for key, used, width in self._keys[at]:
            lead = leads.get(key)
            if lead is None:
                continue
            if lead.onward is not None:
                self._follow(lead.onward, at + width, mask | used, reached)
            for group in lead.begun:
                if group not in entered:
                    name, onward = group
                    for end, within in self._known.get((name, at)) or self._spans(name, at):
                        self._follow(onward, end, mask | within, reached)
            entered += lead.begun

    def _free(self, at: int, width: int) -> int:
        """How many words from ``at`` on a gap may pass over: ``width``, less where a pause or the end comes."""
        for step in range(1, width + 1):
            if at + step >= self._count or self._cut[at + step]:
                return step - 1
        return width

    def _leads(self, node: Node) -> dict[str, Lead]:
        begun: dict[str, list[tuple[str, Node]]] = {}
        for name, onward in node.groups.items():
            for first in self._groups[name].firsts:
                begun.setdefault(first, []).append((name, onward))
        node.leads = {key: Lead(node.words.get(key), tuple(begun.get(key, ()))) for key in {*node.words, *begun}}
        return node.leads

    def _spans(self, name: str, at: int) -> list[tuple[int, int]]:
        known = self._known.get((name, at))
        if known is None:
            reached: list[tuple[Node, int, int]] = []
            self._follow(self._groups[name].root, at, 0, reached)
            known = self._known[name, at] = list({(end, mask) for _, end, mask in reached})
        return known
