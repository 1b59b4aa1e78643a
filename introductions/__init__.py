"""What passes between people: persons and their facts, consent, introductions, the answers to them, erasure."""

from introductions.service import Introductions, open_introductions

__all__ = ["Introductions", "open_introductions"]
