"""Phrases as data, and finding them.

A phrase is plain words. Beside them: ``(a|b c)`` either, ``[a|b]`` perhaps, ``<name>`` a named group, ``_`` up to
three other words (``_5`` up to five), ``=word`` exactly that form, ``^`` and ``$`` the message's two ends. Words match
by stem. A phrase never runs across a pause or the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.language.stems import stem
from knowledge.language.walking import Found, Group, Node, Walk
from knowledge.language.words import AT_A_TIME, Token, plain_words

__all__ = ["Found", "PhraseBook", "inside", "split_phrases", "strongest"]

_PARTS = re.compile(r"\(|\)|\[|\]|\||<\w+>|_\d?|\^|\$|=[\w']+|[^\s()\[\]|<>_^$=]+")
_GAP = 3


class PhraseBook:
    """Phrases by label, read once, searched in one walk over a message."""

    def __init__(self, phrases: Iterable[tuple[str, str]], groups: Mapping[str, str]) -> None:
        self._sources = dict(groups)
        self._groups: dict[str, Group] = {}
        self._root = Node()
        self._anchored = Node()
        self._last: tuple[tuple[Sequence[Token], list[Found]], ...] = ()
        self.words: set[str] = set()
        self.neighbours: set[tuple[str, str]] = set()
        for label, phrase in phrases:
            self._add(label, phrase)

    def find(self, message: Sequence[Token]) -> list[Found]:
        """Every phrase in the message, overlapping ones too, in order of their first word. Asked again of the very same
        message it is not looked for again.
        """
        for before, found in self._last:
            if before is message:
                return found
        found = Walk(message, self._groups).run(self._root, self._anchored)
        self._last = ((message, found), *self._last[: AT_A_TIME - 1])
        return found

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

    def _plant(self, node: Node, sequence: Sequence[str]) -> Node:
        previous = ""
        for element in sequence:
            if element[0] == "<":
                node, previous = node.by("groups", element), ""
            elif element[0] == "_":
                node, previous = node.by("gaps", element), ""
            elif element == "$":
                node.ends = node.ends or Node()
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

    def _planted(self, alternatives: Iterable[Sequence[str]]) -> Group:
        root = Node()
        for sequence in alternatives:
            self._plant(root, sequence).labels += ("",)
        firsts = set(root.words)
        for inner in root.groups:
            firsts |= self._groups[inner].firsts
        return Group(root, frozenset(firsts))


@dataclass
class _Reader:
    parts: list[str]
    at: int = 0
    last: str | None = None

    def next(self) -> str | None:
        self.at += 1
        return self.parts[self.at - 1] if self.at <= len(self.parts) else None


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
