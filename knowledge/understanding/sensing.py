"""What the network hears in a message: the chance of each code and its polarity, of each intent, and of danger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from knowledge.understanding.model import POLARITIES
from knowledge.understanding.network import Network, network
from knowledge.understanding.pieces import Piece, pieces

MOST_WINDOWS = 8
"""A message longer than the network reads at once is read in so many parts; the rest is the word lists' to find."""
FAINTEST = 0.04
"""Codes less likely than this are not hinted at."""
_HEARD_IN = 0.3
_SENTENCE_ENDS = frozenset(".!?;")


class Hint(NamedTuple):
    """One code that may be said. ``chance`` of it being said at all; ``polarities`` the chance of each of POLARITIES,
    which need not add up to 1; ``start``/``end`` the words in the text that say it.
    """

    code: str
    chance: float
    polarities: tuple[float, float, float]
    start: int
    end: int


@dataclass(frozen=True)
class Sensed:
    """``intents`` add up to 1; ``ask`` and ``act`` are the chances of doubtful and of plain danger; likeliest first."""

    hints: tuple[Hint, ...] = ()
    intents: tuple[tuple[str, float], ...] = ()
    ask: float = 0.0
    act: float = 0.0
    kinds: tuple[tuple[str, float], ...] = ()


def sense(text: str) -> Sensed:
    """About three milliseconds for a dozen words. Never raises on any text."""
    net = network()
    parts = [_Part.of(net, window) for window in _windows(text, pieces(text, net.vocabulary), net.longest)]
    if not parts:
        return Sensed()
    worst = max(parts, key=lambda part: float(part.dangers[1:].sum()))
    return Sensed(
        hints=tuple(_clearest(hint for part in parts for hint in part.hints(net))),
        intents=_ranked(net.names("intents"), _shares(np.mean([part.intents for part in parts], axis=0))),
        ask=float(worst.dangers[1]),
        act=float(worst.dangers[2]),
        kinds=_ranked(net.names("kinds"), worst.kinds),
    )


def _windows(text: str, found: Sequence[Piece], longest: int) -> list[Sequence[Piece]]:
    """Parts of at most ``longest`` pieces, cut after a sentence where there is one in the part's second half."""
    windows: list[Sequence[Piece]] = []
    while found and len(windows) < MOST_WINDOWS:
        cut = min(longest, len(found))
        if cut < len(found):
            ends = [at for at in range(cut // 2, cut) if text[found[at].start] in _SENTENCE_ENDS]
            cut = ends[-1] + 1 if ends else cut
        windows.append(found[:cut])
        found = found[cut:]
    return windows


class _Part(NamedTuple):
    pieces: Sequence[Piece]
    states: Any
    codes: Any
    intents: Any
    dangers: Any
    kinds: Any

    @classmethod
    def of(cls, net: Network, window: Sequence[Piece]) -> _Part:
        states = net.states([piece.number for piece in window])
        whole = np.concatenate([states[0], states.mean(axis=0)])
        dangers = net.head("dangers", whole) + net.head("danger_words", states.max(axis=0))
        kinds = 1 / (1 + np.exp(-net.head("kinds", whole)))
        return cls(window, states, net.head("codes", states), net.head("intents", whole), _shares(dangers), kinds)

    def hints(self, net: Network) -> list[Hint]:
        top = self.codes.max(axis=0)
        said = top + np.log(np.exp(self.codes - top).sum(axis=0))
        likely = np.flatnonzero(said > np.log(FAINTEST))
        polarity = net.head("polarities", self.states).reshape(len(self.states), -1, len(POLARITIES))
        return [self._hint(net, int(place), said[place], polarity) for place in likely]

    def _hint(self, net: Network, place: int, said: Any, polarity: Any) -> Hint:
        code, column = net.names("codes")[place], self.codes[:, place]
        heed = np.exp(column - column.max())
        group = net.names("groups").index(code.partition(".")[0])
        sides = 1 / (1 + np.exp(-(heed / heed.sum()) @ polarity[:, group]))
        start, end = self._words(heed[1:-1])
        return Hint(code, float(1 / (1 + np.exp(-said))), tuple(float(side) for side in sides), start, end)  # type: ignore[arg-type]

    def _words(self, heed: Any) -> tuple[int, int]:
        """The words around the piece that says most, as far as they say nearly as much."""
        first = last = int(heed.argmax())
        enough = heed[first] * _HEARD_IN
        while first > 0 and heed[first - 1] >= enough:
            first -= 1
        while last + 1 < len(heed) and heed[last + 1] >= enough:
            last += 1
        return self.pieces[first].start, self.pieces[last].end


def _clearest(hints: Any) -> list[Hint]:
    """Each code once, as the part that is surest of it has it; in order of appearance."""
    found: dict[str, Hint] = {}
    for hint in hints:
        if hint.code not in found or hint.chance > found[hint.code].chance:
            found[hint.code] = hint
    return sorted(found.values(), key=lambda hint: (hint.start, hint.end))


def _shares(scores: Any) -> Any:
    raised = np.exp(scores - scores.max())
    return raised / raised.sum()


def _ranked(names: Sequence[str], chances: Any) -> tuple[tuple[str, float], ...]:
    return tuple((names[place], float(chances[place])) for place in np.argsort(-chances))
