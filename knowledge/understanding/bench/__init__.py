"""Measures understanding on labelled messages, beside two baselines."""

from knowledge.understanding.bench.running import run

__all__ = ["run"]
