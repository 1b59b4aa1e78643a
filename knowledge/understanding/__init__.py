"""Reads one free message and finds all that it says. Runs in both environments."""

from knowledge.understanding.model import Concept, Safety, Understanding, Value
from knowledge.understanding.reading import understand

__all__ = ["Concept", "Safety", "Understanding", "Value", "understand"]
