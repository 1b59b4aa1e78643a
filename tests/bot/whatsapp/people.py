"""Two people: one without a phone number, one with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

ADA, BEN = "GB.13491208655302741918", "447700900001"
Post = Callable[..., Any]
"""Meta brings values as one batch; what they ask for is answered and sent."""
